package quote

import "strings"

// member is a person or body of the article's cast.
type member struct {
	name    string // as first given in full, word for word
	given   string // lower case; empty while only the surname is known
	surname string
	suffix  string
	role    string
	weight  int    // how much the role says
	titles  string // all titles and roles that stand before the name somewhere, one a line
	sex     class
	person  bool
	body    bool
	located bool // a preposition of place stands before the name somewhere
	vouched bool // somebody is quoted under this name
}

// cast is everybody whom the article names.
type cast struct {
	page
	members   []member
	bySurname map[string][]int
	byGiven   map[string][]int
	mentions  []mention
}

// readNames reads the names of the page and merges those of one person or body.
func (c *cast) readNames() {
	c.mentions, c.members = c.appendMentions(c.mentions[:0]), c.members[:0]
	c.bySurname, c.byGiven = map[string][]int{}, map[string][]int{}
	for i := range c.mentions {
		if m := &c.mentions[i]; m.hi-m.lo > 1 && !c.units[m.unit].heading {
			c.introduce(m)
		}
	}
	for i := range c.mentions {
		m := &c.mentions[i]
		switch {
		case m.who >= 0:
		case c.units[m.unit].heading:
			m.who = c.acquainted(m)
		default:
			c.recall(m)
		}
		c.toks[m.hi-1].mention = int32(i) + 1
	}
}

// at is the index of the mention that ends before token i.
func (c *cast) at(i int) (k int, ok bool) {
	if i <= 0 {
		return 0, false
	}
	k = int(c.toks[i-1].mention) - 1
	return k, k >= 0
}

// acquainted finds the bearer of a name in a heading, whose capitals tell no names, among those introduced in the
// text; -1 if there is none.
func (c *cast) acquainted(m *mention) int {
	for _, id := range c.bySurname[c.surname(m)] {
		if given := c.given(m); given == "" || sameGiven(c.members[id].given, given) {
			return id
		}
	}
	return -1
}

// introduce places a name of several words.
func (c *cast) introduce(m *mention) {
	given, surname, suffix := c.given(m), c.surname(m), c.nameSuffixOf(m)
	for _, id := range c.bySurname[surname] {
		if x := &c.members[id]; x.suffix == suffix && sameGiven(x.given, given) {
			m.who = id
			c.learn(m)
			return
		}
	}
	m.who = len(c.members)
	c.members = append(c.members, member{name: c.span(m.run).Of(c.body), given: given, surname: surname, suffix: suffix})
	c.bySurname[surname] = namesake(c.bySurname[surname], m.who)
	if given != "" {
		c.byGiven[given] = namesake(c.byGiven[given], m.who)
	}
	c.learn(m)
}

// mostNamesakes is how many bearers of one name are told apart.
const mostNamesakes = 16

func namesake(ids []int, id int) []int {
	if len(ids) < mostNamesakes {
		ids = append(ids, id)
	}
	return ids
}

// sameGiven reports whether two first names can be one: equal, or one the initial of the other.
func sameGiven(a, b string) bool {
	if a == b {
		return true
	}
	initial := func(s, t string) bool { return len(s) == 2 && s[1] == '.' && t != "" && s[0] == t[0] }
	return initial(a, b) || initial(b, a)
}

// recall places a name of one word: the surname or the given name of somebody introduced, or a new body or person.
func (c *cast) recall(m *mention) {
	w := strings.ToLower(c.text(m.lo))
	ids := c.bySurname[w]
	if len(ids) == 0 && c.toks[m.lo].is(givenName) && !m.titled {
		ids = c.byGiven[w]
	}
	if len(ids) > 0 {
		m.who = c.choose(m, ids)
		if m.who >= 0 {
			c.learn(m)
		}
		return
	}
	if c.toks[m.lo].is(person|document) && !m.titled {
		return
	}
	if m.who = c.misspelt(m, w); m.who >= 0 {
		c.learn(m)
		return
	}
	m.who = len(c.members)
	c.members = append(c.members, member{name: c.text(m.lo), surname: w})
	c.bySurname[w] = append(c.bySurname[w], m.who)
	c.learn(m)
}

// choose picks the bearer of a shared surname: the one whose sex the title fits; else the one introduced first, by
// the custom that the others are named in full. It is -1 where another was named in full shortly before.
func (c *cast) choose(m *mention, ids []int) int {
	best := -1
	for _, id := range ids {
		x := &c.members[id]
		if m.sex != 0 && x.sex != 0 && x.sex != m.sex || x.suffix != "" && len(ids) > 1 {
			continue
		}
		if best < 0 || c.members[best].body && !c.members[best].person {
			best = id
		}
	}
	return best
}

// longestTitles is the most bytes of titles that are kept of one member.
const longestTitles = 200

// learn adds what a mention tells of its bearer.
func (c *cast) learn(m *mention) {
	x := &c.members[m.who]
	if m.sex != 0 {
		x.sex = m.sex
	}
	if t := &c.toks[m.lo]; x.sex == 0 && m.hi-m.lo > 1 && t.is(givenName) && t.class&(male|female) != male|female {
		x.sex = t.class & (male | female)
	}
	x.located = x.located || c.located(m)
	switch {
	case m.courtesy || c.personal(m):
		x.person = true
	case c.corporate(m) || c.located(m):
		x.body = true
	case m.titled:
		x.person = true
	}
	c.learnRegion(m, x)
	title, weight := c.prefixRole(m)
	if weight > 0 {
		x.entitle(title)
	}
	if role, weight := c.roleOf(m); weight > x.weight {
		x.role, x.weight, x.person = role, weight, true
	}
}

// place reports whether a member of the cast is a place or a nation by its name, or by what stands before it.
func (c *cast) place(id int) bool {
	x := &c.members[id]
	return x.located || lookup(x.surname).class&(region|demonym|timeWord) != 0
}

// entitle notes a title, party or state of a member.
func (x *member) entitle(title string) {
	if title != "" && len(x.titles) < longestTitles && !strings.Contains(x.titles, title) {
		x.titles += title + "\n"
	}
}
