package mention

// relation is what a preposition makes of the date after it.
type relation int

const (
	relNone relation = iota // there is no preposition
	relIn
	relFrom // within the date, unless "on" follows
	relSince
	relAfter
	relBefore
	relUntil
	relBetween // within the date, unless "and" follows
)

var relations = map[string]relation{
	"in": relIn, "on": relIn, "during": relIn, "throughout": relIn, "over": relIn, "within": relIn, "of": relIn, "for": relIn,
	"im": relIn, "am": relIn, "wahrend": relIn, "vom": relFrom, "von": relFrom, "from": relFrom,
	"since": relSince, "seit": relSince, "ab": relSince, "starting": relSince,
	"after": relAfter, "nach": relAfter, "before": relBefore, "vor": relBefore,
	"until": relUntil, "till": relUntil, "bis": relUntil, "through": relUntil, "between": relBetween, "zwischen": relBetween,
}

var (
	// timely are the prepositions after which a bare name of a month is a month.
	timely = set(`in during throughout im`)
	onward = set(`on onward onwards forward`)
)

// relation reads the preposition at word i; next is the word after it, or i if there is none.
func (t typed) relation(i int) (r relation, next int) {
	switch {
	case t.at(i) == "prior" && t.at(i+1) == "to":
		return relBefore, i + 2
	case t.at(i) == "up" && (t.at(i+1) == "to" || t.at(i+1) == "until" || t.at(i+1) == "till"):
		return relUntil, i + 2
	case t.at(i) == "starting" && t.at(i+1) != "" && relations[t.at(i+1)] == relIn:
		return relSince, i + 2
	case relations[t.at(i)] != relNone && t.spaced(i+1, ""):
		return relations[t.at(i)], i + 1
	}
	return relNone, i
}
