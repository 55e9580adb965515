package quote

import "slices"

// finder goes through the units of a page in order and remembers who spoke last.
type finder struct {
	*page
	found  []statement
	inUnit []cue
	plain  bool           // find no stances
	turns  map[string]int // how many lines begin with a name and a colon, once counted
	speech int            // the paragraph that began with its speaker
	owner  int            // index in found of the statement that a following quotation continues; -1 if there is none
	// wait are quotations at the head of a paragraph that no statement has taken yet, from unit waitUnit on.
	wait     []run
	waitUnit int
}

// unit finds the statements of unit i and settles the quotations that have no cue of their own.
func (f *finder) unit(i int) {
	u := f.units[i]
	if u.isQuotes {
		f.alone(i)
		return
	}
	if s, ok := f.signed(u); ok {
		f.add(i, s)
		f.owner = -1
		return
	}
	if s, ok := f.labelled(u); ok {
		f.orphan()
		f.add(i, s)
		f.owner, f.speech = len(f.found)-1, u.para
		return
	}
	if f.speech == u.para {
		f.goOn(u)
		return
	}
	if s, ok := f.participle(u); ok {
		f.orphan()
		f.add(i, s)
		f.owner = len(f.found) - 1
		return
	}
	f.inUnit = f.cues(f.inUnit[:0], u)
	ss := f.statements(u, f.inUnit)
	if s, ok := f.byColon(u, ss); ok {
		ss = append(ss, s)
	}
	f.giveWaiting(u, ss)
	var stances []statement
	if !f.plain {
		stances = f.stances(u, ss)
		ss = slices.DeleteFunc(ss, func(s statement) bool { return f.embedded(&s) && overlaps(stances, s) })
	}
	first := len(f.found)
	f.add(i, ss...)
	f.settle(first)
	f.add(i, stances...)
	if last := len(f.found) - 1; f.owner < 0 && last >= first && f.quotedIn(u.para) < 0 {
		f.owner = last
	}
}

// participle handles a sentence that is only a participle and a quotation: Adding, “…”. Its source is that of the
// statement before it in the paragraph.
func (f *finder) participle(u unit) (s statement, ok bool) {
	t := &f.toks[u.lo]
	if t.verb&isGerund == 0 || t.verb&(reports|quotes) == 0 || u.hi-u.lo < 2 || u.opens {
		return s, false
	}
	q := u.lo + 1
	if k := f.kind(q); k == comma || k == colon {
		q++
	}
	last := f.spokenIn(u.para)
	if last < 0 || f.kind(q) != quoted || f.found[last].source.empty() {
		return s, false
	}
	s = statement{cue: run{u.lo, u.lo + 1}, source: f.found[last].source, rule: CueOfSameSpeaker, conf: .8}
	s.add(f.trim(run{q, u.hi}))
	return s, f.finish(&s)
}

// add keeps statements of unit i.
func (f *finder) add(i int, ss ...statement) {
	for _, s := range ss {
		s.unit = i
		f.found = append(f.found, s)
	}
}

// longestSignature is the most tokens that stand after the dash under a quotation.
const longestSignature = 12

// signed handles a quotation with its speaker on a line after a dash: “…” — Ada Brandt
func (f *finder) signed(u unit) (s statement, ok bool) {
	at := u.lo
	for at < u.hi && f.kind(at) == quoted {
		at++
	}
	if at+1 >= u.hi || f.kind(at) != dash || at == u.lo && len(f.wait) == 0 || !f.toks[at+1].upper {
		return s, false
	}
	src := f.trim(run{at + 1, u.hi})
	core := f.coreEnd(src.lo, src.hi)
	if src.hi-src.lo > longestSignature || core == src.lo || !f.settles(core, src.hi) || f.hasVerb(src) {
		return s, false
	}
	s = statement{content: f.wait, cue: run{at, at + 1}, source: src, rule: Signed, conf: .9, quotes: true}
	s.add(run{u.lo, at})
	f.wait = nil
	return s, true
}

// byColon attributes a quotation after a colon that no cue has taken, or the paragraph that follows one, to the
// cue before the colon or else to the sentence's subject.
func (f *finder) byColon(u unit, found []statement) (s statement, ok bool) {
	for i := u.lo; i < u.hi; i++ {
		if f.kind(i) != colon || i+1 < u.hi && f.kind(i+1) != quoted || f.within(found, i+1) {
			continue
		}
		if s, ok = f.colonSource(u, i); ok && i+1 < u.hi {
			s.content, s.quotes = []run{{i + 1, f.quoteEnd(i+1, u.hi)}}, true
		}
		return s, ok
	}
	return s, false
}

func (f *finder) colonSource(u unit, at int) (statement, bool) {
	for k := len(f.inUnit) - 1; k >= 0; k-- {
		c := &f.inUnit[k]
		if c.v < at && !c.source.empty() && c.verb&(reports|quotes) != 0 && c.rel != antecede {
			return statement{cue: run{c.v, c.end}, source: c.source, rule: SpeakerCueQuote, conf: .9}, true
		}
	}
	src := f.nameBefore(u, at)
	if src.empty() {
		src = f.mainSubject(u, at)
	}
	return statement{cue: run{at, at + 1}, source: src, rule: Colon, conf: .6}, !src.empty()
}

// nameBefore is the name between the last dash before a colon and the colon: "FERRY SAILS - Ada Brandt: “…”".
func (f *finder) nameBefore(u unit, at int) run {
	for i := at - 1; i > u.lo; i-- {
		switch f.kind(i) {
		case dash:
			if f.canSpeak(run{i + 1, at}) && f.coreEnd(i+1, at) == at {
				return run{i + 1, at}
			}
			return run{}
		case word, suffix:
		default:
			return run{}
		}
	}
	return run{}
}

// giveWaiting gives the quotations with which the paragraph began to the first of the statements that follow, if
// it begins with a quotation too.
func (f *finder) giveWaiting(u unit, ss []statement) {
	if len(f.wait) > 0 && len(ss) > 0 && len(ss[0].content) > 0 && ss[0].content[0].lo == u.lo && f.kind(u.lo) == quoted {
		ss[0].content = append(f.wait, ss[0].content...)
		f.wait = nil
	}
	f.orphan()
}

// orphan makes a statement of the quotations that wait in vain. Its source is the subject of the sentence before
// them, if that is somebody who can speak; otherwise it has none.
func (f *finder) orphan() {
	if len(f.wait) == 0 {
		return
	}
	s := statement{content: f.wait, rule: QuotationAlone, conf: .3, quotes: true}
	at := f.waitUnit
	if at > 0 {
		before := f.units[at-1]
		src := f.mainSubject(before, before.hi)
		if !src.empty() && (f.toks[src.lo].is(male|female) || f.sourceIs(src, person) || f.nameWord(src.lo)) {
			s.source, s.conf = src, .4
			at--
		}
	}
	f.add(at, s)
	f.wait = nil
}

// settle decides which of the unit's statements, from first on, a following quotation continues: the last with
// a quotation, or with none yet, after a colon; failing that, the last.
func (f *finder) settle(first int) {
	f.owner = len(f.found) - 1
	if f.owner < first {
		f.owner = -1
	}
	for i := len(f.found) - 1; i >= first; i-- {
		if f.found[i].quotes || len(f.found[i].content) == 0 {
			f.owner = i
			return
		}
	}
}

// quotedIn is the last statement with a quotation in a paragraph; -1 if there is none.
func (f *finder) quotedIn(para int) int {
	for k := len(f.found) - 1; k >= 0 && f.units[f.found[k].unit].para == para; k-- {
		if f.found[k].quotes {
			return k
		}
	}
	return -1
}

// spokenIn is the last statement with a quotation in a paragraph, or else the last that tells speech; -1 if there is
// none.
func (f *finder) spokenIn(para int) int {
	if k := f.quotedIn(para); k >= 0 {
		return k
	}
	for k := len(f.found) - 1; k >= 0 && f.units[f.found[k].unit].para == para; k-- {
		if f.found[k].rule != Stance && f.found[k].rule != Unsaid {
			return k
		}
	}
	return -1
}

// afterNaming gives the quotation that is a paragraph of unit i to whoever called something a name in the one before. The
// name does not go on in it: it is a statement of its own.
func (f *finder) afterNaming(i int, r run, name statement) {
	name.content, name.rule, name.quotes = []run{r}, CueOfSameSpeaker, true
	name.conf -= .2
	f.add(i, name)
	f.owner = len(f.found) - 1
}

// alone handles a unit that is nothing but quotations: it continues the statement before it, or waits for one.
func (f *finder) alone(i int) {
	u := f.units[i]
	r := f.trim(run{u.lo, u.hi})
	if f.owner < 0 {
		f.owner = f.spokenIn(u.para)
	}
	signed := i+1 < len(f.units) && f.units[i+1].hi-f.units[i+1].lo > 1 && f.kind(f.units[i+1].lo) == dash
	if f.owner >= 0 && !(signed && u.opens) {
		s := &f.found[f.owner]
		if u.opens && s.rule == Naming {
			f.afterNaming(i, r, *s)
			return
		}
		if u.opens && !s.quotes && len(s.content) > 0 {
			s.conf -= .2
		}
		s.content = append(s.content, r)
		s.quotes = true
		return
	}
	if len(f.wait) == 0 {
		f.waitUnit = i
	}
	f.wait = append(f.wait, r)
	if u.closes && !signed {
		f.orphan()
		f.owner = len(f.found) - 1
	}
}
