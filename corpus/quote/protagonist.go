package quote

import "strings"

// protagonistNouns say what the person is whom a whole article is about, where no role of theirs has said it before.
const protagonistNouns = " candidate nominee tycoon mogul billionaire millionaire businessman businesswoman hopeful " +
	"contender magnate politician "

// bodyNouns say what an organisation is after its name has been given.
const bodyNouns = " company firm organization organisation group charity nonprofit newspaper paper network "

// paperNames are words of which newspapers' names have one.
const paperNames = " times post journal news herald tribune sentinel register globe gazette daily examiner chronicle " +
	"advocate star sun observer telegraph guardian courier inquirer mirror mail leader dispatch bulletin "

func inList(list, w string) bool { return strings.Contains(list, " "+strings.ToLower(w)+" ") }

// The one whom an article is about is named oftenTimes as often as any other of the kind, and at least fewestNamed
// times.
const (
	oftenTimes  = 2
	fewestNamed = 3
)

// mostCompared is how many of the cast are compared by how often they are named: all of any article, not of a book.
const mostCompared = 2000

// protagonist is the person whom the article is mostly about, or who is the subject of the sentences before, for "the
// tycoon" and the like.
func (r *resolver) protagonist(lo, head, u int) (speaker, bool) {
	if !inList(protagonistNouns, r.text(head)) {
		return nobody, false
	}
	named := func(id int) bool {
		if x := &r.members[id]; r.upperIn(lo+1, head) && x.titles != "" && !r.roleHas(id, lo+1, head) {
			return false
		}
		return r.human(id) && fits(&r.members[id], r.sexOf(head)) && r.partyOf(lo, head)&^r.partyIn(r.members[id].titles+r.members[id].role) == 0
	}
	id, sole := r.mostNamed(named)
	if sole {
		return r.member(id, .6), true
	}
	before := r.focusBefore(u)
	if id < 0 || before < 0 || !named(before) || oftenTimes*r.count[before] < r.count[id] || r.upperIn(lo+1, head) {
		return nobody, false
	}
	return r.member(before, .6), true
}

// party is the parties that words speak of.
type party uint8

const (
	leftParty party = 1 << iota
	rightParty
)

// partyOf is the party of which the words from lo to hi speak; none if of no or several parties.
func (r *resolver) partyOf(lo, hi int) party { return r.partyIn(r.span(run{lo, hi}).Of(r.body)) }

func (r *resolver) partyIn(text string) party {
	var found party
	if strings.Contains(text, "Democrat") || strings.Contains(text, "DFL") {
		found |= leftParty
	}
	if strings.Contains(text, "Republican") || strings.Contains(text, "GOP") {
		found |= rightParty
	}
	return found
}

// upperIn reports whether one of the tokens from lo to hi has a capital.
func (r *resolver) upperIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if r.toks[i].upper {
			return true
		}
	}
	return false
}

// focusBefore is the member of the cast whom the nearest of the three units before u is about that is about anybody.
func (r *resolver) focusBefore(u int) int {
	for v := u - 1; v >= 0 && v >= u-carried; v-- {
		if !r.focus[v].none() {
			return r.focus[v].who
		}
	}
	return -1
}

// sexOf is the sex that the noun at i tells; both if it tells none.
func (r *resolver) sexOf(i int) class {
	if sex := r.toks[i].class & (male | female); sex != 0 {
		return sex
	}
	return male | female
}

// mostNamed is who of the members for which ok holds is named most; -1 if there is none. They are the sole one if
// nobody else is named nearly as often.
func (r *resolver) mostNamed(ok func(int) bool) (id int, sole bool) {
	id, second := -1, 0
	for k, n := range r.count[:min(len(r.count), mostCompared)] {
		switch {
		case !ok(k):
		case id < 0 || n > r.count[id]:
			if id >= 0 {
				second = r.count[id]
			}
			id = k
		default:
			second = max(second, n)
		}
	}
	return id, id >= 0 && r.count[id] >= max(fewestNamed, oftenTimes*second)
}

// bodyNamed is the organisation that "the company" or "the group" takes up: the one that spoke last, or the only one
// that the article names often.
func (r *resolver) bodyNamed(lo, head, core, u int) (speaker, bool) {
	if !inList(bodyNouns, r.text(head)) || core != head+1 || r.upperIn(lo+1, head) {
		return nobody, false
	}
	for k := len(r.spoke) - 1; k >= 0 && r.spoke[k].unit >= u-carried; k-- {
		if s := r.spoke[k]; s.conf > 0 && s.who >= 0 && r.canBe(s.who, head) {
			return r.organisation(s.who), true
		}
	}
	id, sole := r.mostNamed(func(id int) bool { return r.members[id].vouched && r.canBe(id, head) })
	if !sole {
		return nobody, false
	}
	return r.organisation(id), true
}

// canBe reports whether a member of the cast can be what the noun at head says: no person, no place, and by its name a
// newspaper or a network.
func (r *resolver) canBe(id, head int) bool {
	x := &r.members[id]
	if x.person || x.given != "" && !x.body || r.place(id) {
		return false
	}
	name := x.name
	switch {
	case r.isAny(head, "newspaper", "paper"):
		for w := range strings.FieldsSeq(name) {
			if inList(paperNames, w) {
				return true
			}
		}
		return false
	case r.isWord(head, "network"):
		return name == strings.ToUpper(name) || strings.HasSuffix(name, "News")
	}
	return true
}

func (r *resolver) organisation(id int) speaker {
	return speaker{name: r.members[id].name, who: id, body: true, conf: .65}
}
