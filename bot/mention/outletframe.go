package mention

import "strings"

// frame is the way in which a question speaks of an outlet.
type frame int

const (
	unframed frame = iota
	publishes
	inside // "in X", where X may be a place
)

var (
	topics = set(`about against`)
	// work is what outlets publish.
	work = set(`article articles story stories coverage piece pieces column columns editorial editorials dispatch dispatches headline
		headlines report reports reporting investigation exclusive scoop`)
	// reports are the verbs of an outlet that begins its sentence.
	reports = set(`says writes reports finds said wrote reported found published revealed claimed argued noted disclosed described called`)
	// objects are the prepositions and verbs after which an outlet is no subject.
	objects = set(`by with to told tell of on at for from in`)
	// stakes are what people have in an outlet that they do not read.
	stakes  = set(`stake stakes share shares interest invest invested investment trust confidence faith believe job work works worked ad ads`)
	adverbs = set(`ever also first recently originally once exclusively`)
	// openers begin a question with a capital and are part of no name.
	openers  = set(`per via find show give get list search any all every latest recent`)
	openings = set(`whether how why what when if who`)
)

// frame finds what the question says of the outlet.
func (t typed) frame(m naming) frame {
	prev, next := t.at(m.start-1), m.end
	if t.possessive(next) {
		for k := next + 1; k <= next+3; k++ {
			if work[t.at(k)] {
				return publishes
			}
		}
		return unframed
	}
	verb := next
	if adverbs[t.at(verb)] {
		verb++
	}
	following := t.spaced(next, "")
	if following && (doing[prev] || having[prev]) && saying[t.at(verb)] ||
		following && reports[t.at(verb)] && !objects[prev] || following && work[t.at(next)] {
		return publishes
	}
	if m.start == 0 && (following && t.at(next) == "on" && (m.several || openings[t.at(next+1)]) || strings.HasPrefix(t.gap(next), ":")) {
		return publishes
	}
	if !t.closes(next) || strings.HasPrefix(t.gap(next), "-") || strings.HasPrefix(t.gap(next), "/") || strings.HasPrefix(t.gap(next), "–") {
		return unframed
	}
	switch {
	case prev == "to" && t.at(m.start-2) == "according", prev == "per", prev == "by" && publishing[t.at(m.start-2)]:
		return publishes
	case prev == "in" && !stakes[t.at(m.start-2)]:
		return inside
	}
	return unframed
}
