package quote

// focus is whom a unit is about: the person who is its subject.
type focus struct {
	who int // a member of the cast; -1 if there is none
	// stranger is the noun phrase of somebody whom the article does not name and speaks of for the first time ("a
	// cashier"); empty if there is none.
	stranger run
}

var noFocus = focus{who: -1}

func (f focus) none() bool { return f.who < 0 && f.stranger.empty() }

// carried is how many units back "he" as a subject looks for whom the text is about.
const carried = 3

// focusOf is whom unit u is about: the person named or described in its subject, or the person of a unit before if the
// subject is "he" or "she".
func (r *resolver) focusOf(u int) focus {
	src := r.mainSubject(r.units[u], r.units[u].hi)
	if src.empty() {
		return noFocus
	}
	t := &r.toks[src.lo]
	if src.hi == src.lo+1 && t.is(male|female) && t.is(subjectPronoun) {
		return r.carriedTo(u, t.class)
	}
	core := r.coreEnd(src.lo, src.hi)
	head := core - 1
	if h := &r.toks[head]; r.isWord(src.lo, "the") && h.is(person) && !h.is(plural) && !h.upper {
		if s, ok := r.holder(src.lo, head, u); ok {
			return focus{who: s.who}
		}
	}
	k := r.headName(src, core)
	if k < 0 {
		k = r.nameInApposition(src, core)
	}
	if k >= 0 {
		if !r.joined(k, core) && r.human(r.mentions[k].who) {
			return focus{who: r.mentions[k].who}
		}
		return noFocus
	}
	if r.introduces(src, core) {
		return focus{-1, src}
	}
	return noFocus
}

// carriedTo is the focus that "he" or "she" as the subject of unit u takes up: that of the nearest unit that has one,
// past quotations and other subjects.
func (r *resolver) carriedTo(u int, sex class) focus {
	for v := u - 1; v >= 0 && v >= u-carried; v-- {
		if f := r.focus[v]; !f.none() {
			if f.who >= 0 && !fits(&r.members[f.who], sex) {
				return noFocus
			}
			return f
		}
	}
	return noFocus
}

// introduces reports whether a subject speaks of one unnamed person for the first time: "a cashier", "one voter".
func (r *resolver) introduces(src run, core int) bool {
	if !r.isAny(src.lo, "a", "an", "one", "another") {
		return false
	}
	head := r.headOf(src.lo, core)
	if head < 0 || r.toks[head].upper {
		return false
	}
	t := &r.toks[head]
	return t.is(person) && !t.is(plural) || t.class == 0 && agentive(r.text(head))
}

// stranger is the unnamed person whom unit v is about, if a pronoun of that sex can mean them.
func (r *resolver) stranger(v int, sex class) (speaker, bool) {
	src := r.focus[v].stranger
	if src.empty() {
		return nobody, false
	}
	head := r.headOf(src.lo, r.coreEnd(src.lo, src.hi))
	s := speaker{name: r.descriptorText(src), who: -1, anonymous: true, conf: .6}
	if t := &r.toks[head]; t.is(male | female) {
		if !t.is(sex) {
			return nobody, false
		}
		s.conf = .75
	}
	return s, true
}
