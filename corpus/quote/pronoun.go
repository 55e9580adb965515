package quote

// reach is how many units back a pronoun looks for its person.
const reach = 4

// human reports whether a member of the cast may be a person.
func (c *cast) human(id int) bool {
	x := &c.members[id]
	return x.person || !x.body && (x.given != "" || x.vouched)
}

// fits reports whether somebody can be meant by a pronoun of that sex.
func fits(x *member, sex class) bool { return x.sex == 0 || x.sex&sex != 0 }

// pronoun finds the person whom "he" or "she" at token i means: the nearest before it whose sex fits, a speaker
// or the subject of the sentence first. Where two fit equally it is nobody.
func (r *resolver) pronoun(i, u int, sex class) speaker {
	if s, ok := r.inUnit(i, u, sex); ok {
		return s
	}
	conf := .9
	for v := u - 1; v >= 0 && v >= u-reach; v-- {
		if s, ok := r.spokeIn(v, sex); ok {
			s.conf = min(s.conf, conf)
			return s
		}
		if id := r.focus[v].who; id >= 0 && fits(&r.members[id], sex) {
			return r.member(id, conf)
		}
		if s, ok := r.stranger(v, sex); ok {
			s.conf = min(s.conf, conf)
			return s
		}
		if id, ok := r.onlyMention(v, len(r.toks), sex); ok {
			if id < 0 {
				return nobody
			}
			return r.member(id, conf-.15)
		}
		conf -= .1
	}
	return nobody
}

func (r *resolver) member(id int, conf float64) speaker {
	x := &r.members[id]
	if x.sex == 0 {
		conf -= .1
	}
	return speaker{name: x.name, role: x.role, who: id, conf: conf}
}

// inUnit looks for the person before token i in the same unit.
func (r *resolver) inUnit(i, u int, sex class) (speaker, bool) {
	if id := r.focus[u].who; id >= 0 && fits(&r.members[id], sex) && r.namedBefore(id, u, i) {
		return r.member(id, .9), true
	}
	if s, ok := r.spokeIn(u, sex); ok {
		return s, true
	}
	if src := r.focus[u].stranger; !src.empty() && src.hi <= i {
		if s, ok := r.stranger(u, sex); ok {
			return s, true
		}
	}
	if id, ok := r.onlyMention(u, i, sex); ok && id >= 0 {
		return r.member(id, .75), true
	}
	return nobody, false
}

// namedBefore reports whether the unit names a member before token i, or has only a pronoun for them.
func (r *resolver) namedBefore(id, u, i int) bool {
	for k := r.first[u]; k < r.first[u+1]; k++ {
		if m := &r.mentions[k]; m.who == id {
			return m.lo < i
		}
	}
	return false
}

// spokeIn is the last who spoke in unit v and whom a pronoun of that sex can mean.
func (r *resolver) spokeIn(v int, sex class) (speaker, bool) {
	for k := len(r.spoke) - 1; k >= 0 && r.spoke[k].unit >= v; k-- {
		s := r.spoke[k]
		if s.unit != v || s.conf == 0 || s.group || s.body {
			continue
		}
		if s.who >= 0 && !fits(&r.members[s.who], sex) {
			continue
		}
		return s.speaker, true
	}
	return nobody, false
}

// onlyMention finds the one person named in unit v before token i whose sex fits. With ok it found somebody; the
// id is -1 if there are several.
func (r *resolver) onlyMention(v, i int, sex class) (id int, ok bool) {
	id = -1
	for k := r.first[v]; k < r.first[v+1]; k++ {
		m := &r.mentions[k]
		if m.lo >= i || m.who < 0 || !r.members[m.who].person || !fits(&r.members[m.who], sex) || m.who == id {
			continue
		}
		if id >= 0 {
			return -1, true
		}
		id = m.who
	}
	return id, id >= 0
}

// they means the anonymous source or group that spoke last, if that was shortly before.
func (r *resolver) they(u int) speaker {
	for k := len(r.spoke) - 1; k >= 0 && r.spoke[k].unit >= u-2; k-- {
		s := r.spoke[k]
		if s.conf > 0 && (s.anonymous || s.group || s.body) {
			s.conf = min(s.conf, .7)
			return s.speaker
		}
		if s.conf > 0 {
			break
		}
	}
	return nobody
}

// it means the organisation or document that spoke last, if that was in this unit or the one before.
func (r *resolver) it(u int) speaker {
	for k := len(r.spoke) - 1; k >= 0 && r.spoke[k].unit >= u-1; k-- {
		if s := r.spoke[k]; s.body && s.conf > 0 {
			s.conf = min(s.conf, .7)
			return s.speaker
		}
	}
	return r.subjectBody(u)
}

// subjectBody is the organisation or document that is the subject of the unit before u.
func (r *resolver) subjectBody(u int) speaker {
	if u == 0 || r.units[u-1].para != r.units[u].para {
		return nobody
	}
	src := r.mainSubject(r.units[u-1], r.units[u-1].hi)
	if src.empty() || !r.sourceIs(src, organisation|document) {
		return nobody
	}
	core := r.coreEnd(src.lo, src.hi)
	if head := r.headOf(src.lo, core); head < 0 || !r.toks[head].is(organisation|document) || r.toks[head].is(person) {
		return nobody
	}
	return speaker{name: r.span(run{src.lo, core}).Of(r.body), who: -1, body: true, conf: .6}
}

// antecedent is the noun phrase before "who", "which" or "that" at i.
func (r *resolver) antecedent(i, u int) speaker {
	end := i
	if r.kind(end-1) == comma {
		end--
	}
	if end <= r.units[u].lo {
		return nobody
	}
	if r.kind(end-1) == shutParen {
		for end > r.units[u].lo && r.kind(end-1) != openParen {
			end--
		}
		end--
	}
	if k, ok := r.at(end); ok {
		m := &r.mentions[k]
		if m.who < 0 {
			return nobody
		}
		s := r.bearer(m, m.run, m.hi)
		s.conf = min(s.conf, .85)
		return s
	}
	if end <= r.units[u].lo || r.kind(end-1) != word {
		return nobody
	}
	start := r.trimFront(r.phraseStart(end-1, r.units[u].lo), end)
	if start >= end || !r.sourceIs(run{start, end}, person|organisation|document) {
		return nobody
	}
	s := r.described(run{start, end}, end, u)
	s.conf = min(s.conf, .6)
	return s
}
