package quote

import "strings"

// verb is what a reporting verb's form allows; 0 is no reporting verb.
type verb uint32

const (
	reports   verb = 1 << iota // takes a quotation, or a clause of what is said
	quotes                     // takes a quotation only
	believes                   // takes a clause of what is thought, after it
	judges                     // takes what is judged, after it, and counts where part of that is quoted
	names                      // calls somebody or something "…"
	addresses                  // its object is who is told
	documents                  // reports where a document or poll is its subject
	isPast                     // said, wrote
	isPresent                  // says, say
	isBase                     // say, also the infinitive
	isGerund                   // saying
	isNoun                     // the form is a noun as well: claims, report
	hasMate                    // reports also, or only, before its particle: pointed out
	needsMate                  // counts only before its particle: pointed out
	weak                       // no listed verb: reports only beside a full quotation
)

// form is the form that the verb has, for what an ending makes of a word.
func (v verb) form() form {
	switch {
	case v&isGerund != 0:
		return formGerund
	case v&isPast != 0:
		return formPast
	}
	return formBase
}

const anyCue = reports | quotes | believes | judges | names | documents

// The reporting verbs, by what they take. "a/b/c" gives lemma, past and participle where they are irregular or
// double a letter; "=" marks verbs whose -s form or lemma is a noun as well, "!" those whose is hardly ever a verb.
//
// A verb keeps its place in a list only if, in news annotated by hand, most of what it would find as such is a
// statement; a verb of feeling that fails as a cue of clauses may still serve where part of them is quoted.
var verbLists = []struct {
	takes verb
	words string
}{
	{reports, `say/said/saying write/wrote/writing add note= argue claim= report= announce suggest state! explain
		declare acknowledge concede insist contend assert allege admit/admitted/admitting predict conclude recall
		reveal observe remark= reply= respond lament complain counter= retort= reiterate repeat stress= emphasize
		emphasise confirm deny promise= vow= pledge= swear/swore/swearing propose recommend agree wonder estimate=
		testify attest opine muse theorize speculate hint= signal= indicate imply disclose divulge concur elaborate
		clarify boast= brag/bragged/bragging joke= quip=/quipped/quipping volunteer= caution= profess proclaim
		affirm warn post= forecast=/forecast/forecasting`},
	{reports | addresses, `tell/told/telling ask assure remind inform advise notify promise= warn urge caution= implore
		beg/begged/begging`},
	{quotes, `continue tweet= shout= yell= scream= chant= whisper= mutter bark cry= exclaim interject answer= laugh=
		thunder= sing/sang/singing instruct inquire plead= specify counsel bellow= roar= sigh= gush rail fume
		shrug/shrugged/shrugging crow= echo quote= cite summarize summarise text= email= blog/blogged/blogging
		enthuse recount snap/snapped/snapping interrupt intone chime sneer= scoff= mock growl= snarl= question=
		comment= charge= guess= protest= underscore relate!`},
	{believes, `believe think/thought/thinking hope= fear= doubt= suspect=`},
	{judges, `criticize criticise slam/slammed/slamming blast= attack= accuse blame= praise= dismiss defend denounce
		condemn decry deride ridicule= describe characterize characterise portray depict compare liken cite hail
		tout thank credit= reject rip/ripped/ripping bash chide scold rebuke= lambaste hammer assail knock tease
		needle taunt= berate bemoan welcome applaud salute= express voice= threaten mention discuss
		cast=/cast/casting paint peg/pegged/pegging reference= invoke tag/tagged/tagging mock demand= order=
		request= seek/sought/seeking support= oppose question= challenge= pitch= advocate= promote urge advise
		pledge= promise= quote= paraphrase recite warn rail feel!/felt/feeling expect know/knew/knowing worry=
		want/wanted/wanting figure! assume understand/understood/understanding`},
	{names, `call= dub/dubbed/dubbing label= brand= term= deem declare nickname= title= name=`},
	{documents, `find/found/finding show=/showed/showing suggest indicate reveal conclude estimate= read/read/reading
		state= report= note= project= caution= underscore`},
}

// phrasal are verbs that report only with their particle.
var phrasal = map[string]string{
	"point": "out", "pointed": "out", "points": "out", "pointing": "out",
	"shot": "back", "shoots": "back", "fired": "back", "fires": "back", "hit": "back", "hits": "back",
	"pushed": "back", "snapped": "back", "chimed": "in", "put": "it", "puts": "it",
	"went": "on", "goes": "on", "going": "on", "blurted": "out", "spelled": "out", "summed": "up", "sums": "up",
	"called": "out", "laid": "out", "referred": "to", "refers": "to", "referring": "to", "refer": "to",
	"spoke": "of", "speaks": "of", "speaking": "of", "talked": "about", "talks": "about", "talking": "about",
	"joked": "that", "railed": "against",
}

func addVerbs(v *vocabulary) {
	add := func(w string, takes verb) { v.entry(w).verb |= takes }
	for _, l := range verbLists {
		for w := range strings.FieldsSeq(l.words) {
			addForms(add, w, l.takes)
		}
	}
	for w := range phrasal {
		if v.entry(w).verb == 0 {
			add(w, reports|needsMate|formOf(w))
		}
		add(w, hasMate)
	}
}

// addForms adds the forms of one entry of a verb list.
func addForms(add func(string, verb), w string, takes verb) {
	parts := strings.Split(w, "/")
	lemma, noun := strings.CutSuffix(parts[0], "=")
	lemma, noVerb := strings.CutSuffix(lemma, "!")
	past, gerund := regularPast(lemma), strings.TrimSuffix(lemma, "e")+"ing"
	if len(parts) == 3 {
		past, gerund = parts[1], parts[2]
	}
	add(past, takes|isPast)
	add(gerund, takes|isGerund)
	if noVerb {
		return
	}
	ambiguous := verb(0)
	if noun {
		ambiguous = isNoun
	}
	add(lemma, takes|isBase|isPresent|ambiguous)
	add(thirdPerson(lemma), takes|isPresent|ambiguous)
}

func regularPast(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "e"):
		return lemma + "d"
	case strings.HasSuffix(lemma, "y") && !vowelBeforeY(lemma):
		return lemma[:len(lemma)-1] + "ied"
	}
	return lemma + "ed"
}

func thirdPerson(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "y") && !vowelBeforeY(lemma):
		return lemma[:len(lemma)-1] + "ies"
	case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "ch"), strings.HasSuffix(lemma, "sh"):
		return lemma + "es"
	}
	return lemma + "s"
}

func vowelBeforeY(w string) bool { return len(w) > 1 && strings.IndexByte("aeou", w[len(w)-2]) >= 0 }

// formOf guesses the form of a phrasal verb from its ending.
func formOf(w string) verb {
	switch {
	case strings.HasSuffix(w, "ing"):
		return isGerund
	case strings.HasSuffix(w, "s"):
		return isPresent
	case w == "point" || w == "refer":
		return isBase | isPresent
	}
	return isPast
}
