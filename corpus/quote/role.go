package quote

// The weights of a role: what a title alone says is replaced by the first fuller description.
const (
	titleOnly = 1
	described = 2
)

// roleOf reads what a mention says its bearer is: the words before the name ("Hull mayor"), or those in apposition
// after it ("a vet in Hull") or before it ("A vet, Ada Brandt,").
func (c *cast) roleOf(m *mention) (string, int) {
	before, weight := c.prefixRole(m)
	if weight == described {
		return before, weight
	}
	if role := c.appositionAfter(m); role != "" {
		return role, described
	}
	if role := c.appositionBefore(m); role != "" {
		return role, described
	}
	return before, weight
}

// prefixRole is the role before the name, without courtesy titles.
func (c *cast) prefixRole(m *mention) (string, int) {
	r := run{m.full.lo, m.lo}
	for r.lo < r.hi && c.courtesy(r.lo) {
		r.lo++
	}
	titled, weight := false, 0
	for i := r.lo; i < r.hi; i++ {
		t := &c.toks[i]
		titled = titled || t.is(title) && !c.isAny(i, "reps", "reps.", "sens", "sens.", "govs", "govs.")
		if t.is(person) && !t.is(demonym|title) {
			weight = described
		}
	}
	if weight == 0 {
		if !titled {
			return "", 0
		}
		return c.span(r).Of(c.body), titleOnly
	}
	r = c.rolePhrase(r)
	if r.empty() || c.relational(r) {
		return "", 0
	}
	return c.span(r).Of(c.body), weight
}

func (c *cast) courtesy(i int) bool {
	return c.isAny(i, "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "messrs", "messrs.", "miss", "mx", "mx.")
}

// appositionAfter reads the role between commas after a name: "Ada Brandt, a vet in Hull, said".
func (c *cast) appositionAfter(m *mention) string {
	hi := c.units[m.unit].hi
	i := m.hi
	if c.kind(i) == openParen {
		i = max(c.bracketEnd(i, hi), i)
	}
	for i+1 < hi && c.kind(i) == comma && (c.kind(i+1) == number || c.isAffiliation2(i+1)) {
		i = c.segmentEnd(i+1, hi)
	}
	if i+1 >= hi || c.kind(i) != comma || c.toks[i+1].is(relative) || !c.appositive(phrase{m.lo, m.hi, i}, i+1, hi) {
		return ""
	}
	end := c.segmentEnd(i+1, hi)
	if end < hi && c.kind(end) == quoted {
		return ""
	}
	role := c.rolePhrase(run{i + 1, end})
	if role.empty() {
		return ""
	}
	if role.hi < end {
		return c.span(role).Of(c.body)
	}
	for end+1 < hi && c.kind(end) == comma && c.isWord(end+1, "and") {
		next := c.segmentEnd(end+1, hi)
		if c.rolePhrase(run{end + 2, next}).hi != next {
			break
		}
		end = next
	}
	return c.span(run{max(role.lo, i+1), c.afterRegion(end, hi)}).Of(c.body)
}

func (c *cast) isAffiliation2(i int) bool { return c.kind(i) == word && c.isAffiliation(i) }

// appositionBefore reads the role before a name between commas: "A vet in Hull, Ada Brandt, said".
func (c *cast) appositionBefore(m *mention) string {
	u := c.units[m.unit]
	at := m.full.lo - 1
	if at <= u.lo || c.kind(at) != comma || m.hi < u.hi && c.kind(m.hi) != comma && c.kind(m.hi) != stop {
		return ""
	}
	start := c.phraseStart(at-1, u.lo)
	start = c.trimFront(start, at)
	if start >= at || !c.toks[start].is(determiner|possessivePronoun) {
		return ""
	}
	role := c.rolePhrase(run{start, at})
	if c.coreEnd(start, at) != at || role.hi != at {
		return ""
	}
	return c.span(role).Of(c.body)
}
