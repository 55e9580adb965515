package quote

import (
	"bytes"
	"strings"
)

// class is a set of the parts that a word can play. A word has several where English leaves it open.
type class uint64

const (
	determiner        class = 1 << iota // the, a, some, several
	subjectPronoun                      // he, she, they, it, I, we, you, who
	objectPronoun                       // him, them
	possessivePronoun                   // his, their
	relative                            // who, whose, which
	that                                // that, whether and the words that begin a reported question
	preposition
	conjunction // and, but, or
	subordinator
	auxiliary // forms of be, have and do, and modals
	be
	negation
	adverb
	timeWord // days, months, yesterday
	title    // Mr., Sen.: before a name, and often with a full stop
	male
	female
	person // what a person is: official, voter, senator
	plural // of those
	office // held by one named person at a time: president, governor
	organisation
	document // what speaks in writing or figures: statement, poll
	numeral
	givenName
	particle   // de, van, bin: lower-case words inside names
	nameSuffix // Jr., III
	demonym    // American, Republican
	abbreviation
	possessiveEnding
	finite     // a verb form that is no cue
	participle // ends in -ing
	past       // ends in -ed
	opening    // begins a sentence and is no part of a name: However, Asked
	attaching  // a preposition that may join to the noun before it: officials in Hull
	occasion   // where or how something is said: interview, Twitter
	issuing    // what is done with a document: released, sent
	pronominal // a determiner that may stand alone: some say
	vague      // something, nothing
	parting    // begins what is no more part of a stance: because, while
	addition   // does so after a comma
	region     // a state or province, in full or short, as it follows a town's name
)

// clauseWords never stand inside a simple noun phrase.
const clauseWords = auxiliary | negation | subordinator | that | relative | finite | subjectPronoun

// functionWord are the classes that a word in capitals does not have: US and WHO are names.
const functionWord = subjectPronoun | objectPronoun | possessivePronoun | relative | that | preposition | conjunction |
	subordinator | auxiliary | adverb | opening | finite

// notNoun are the classes of lower-case words that are no noun.
const notNoun = clauseWords | preposition | conjunction | adverb | timeWord | past | participle | determiner |
	possessivePronoun

// entry is what the lexicon knows of a word.
type entry struct {
	class class
	verb  verb
}

// vocabulary holds lower-case words.
type vocabulary struct {
	words   *numbering
	entries []entry // by the number of the word
}

// entry is that of a word, a new one if it has none; the next call may move it.
func (v *vocabulary) entry(w string) *entry {
	id := int(v.words.add(w))
	if id == len(v.entries) {
		v.entries = append(v.entries, entry{})
	}
	return &v.entries[id]
}

// lexicon is built once and never written again.
var lexicon = buildLexicon()

func buildLexicon() *vocabulary {
	v := &vocabulary{words: newNumbering(), entries: make([]entry, 1)}
	add := func(c class, words string) {
		for w := range strings.FieldsSeq(words) {
			v.entry(w).class |= c
		}
	}
	for _, l := range functionWords {
		add(l.class, l.words)
	}
	for _, l := range nouns {
		add(l.class, l.words)
		if l.class&(person|document) != 0 {
			for w := range strings.FieldsSeq(l.words) {
				add(l.class&^office|plural, pluralOf(w))
			}
		}
	}
	add(givenName|male, maleNames)
	add(givenName|female, femaleNames)
	addVerbs(v)
	return v
}

// pluralOf is the regular plural, or that of -man and -y.
func pluralOf(w string) string {
	switch {
	case strings.HasSuffix(w, "man"):
		return w[:len(w)-2] + "en"
	case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ey") && !strings.HasSuffix(w, "ay"):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ch"):
		return w + "es"
	}
	return w + "s"
}

// guess classes a word that is not in the lexicon by its ending.
func guess(low []byte) entry {
	has := func(s string) bool { // the last letter decides most
		return len(low) > len(s)+2 && low[len(low)-1] == s[len(s)-1] && bytes.HasSuffix(low, []byte(s))
	}
	switch {
	case bytes.HasPrefix(low, []byte("co-")) || bytes.HasPrefix(low, []byte("ex-")):
		if id := lexicon.words.of(low[3:]); id != unnumbered {
			return lexicon.entries[id]
		}
	case has("ly"):
		return entry{class: adverb}
	case has("ing"):
		return entry{class: participle}
	case has("ed"):
		return entry{class: past}
	case has("woman"):
		return entry{class: person | female}
	case has("women"):
		return entry{class: person | female | plural}
	case has("man"):
		return entry{class: person | male}
	case has("men"):
		return entry{class: person | male | plural}
	}
	return entry{}
}

type wordList struct {
	class class
	words string
}

var functionWords = []wordList{
	{determiner, `the a an this these those some many several most few all both each every another other others any no
		one either neither such more certain various`},
	{subjectPronoun, `he she they it i we you`},
	{subjectPronoun | relative, `who`},
	{male, `he him his`},
	{female, `she her`},
	{objectPronoun, `him her them us me it you himself herself themselves itself`},
	{possessivePronoun, `his her its their our my your whose`},
	{relative, `who whose whom which`},
	{that | subordinator, `that whether if how why what where when`},
	{preposition, `in on at of for to from with by about after before during through over under against between among
		into onto upon via without within across around behind beyond near off outside inside toward towards since
		until despite like unlike as per amid throughout alongside because regarding concerning following
		including besides than along according above below`},
	{attaching, `for with to from in at on about by behind within inside near across against between among than`},
	{occasion, `interview speech conference rally debate briefing hearing remarks response twitter facebook video phone
		telephone press reporters event testimony appearance call`},
	{issuing, `unleashed fired filed aired ran issued released sent posted wrote made gave published put delivered issuing releasing sending tweeted
		emailed shared`},
	{pronominal, `that all both some many most others one another few several no`},
	{conjunction, `and but or nor yet so plus`},
	{subordinator, `because while as although though unless until once since whereas after before lest`},
	{auxiliary | be, `is are was were be been being am`},
	{auxiliary, `has have had having do does did will would can could may might must shall should ought cannot`},
	{auxiliary | be | negation, `isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t`},
	{auxiliary | negation, `hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't cannot hasn’t haven’t
		hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t`},
	{negation, `not never`},
	{adverb, `also then later again once often recently now still already even just only simply further soon ago
		always sometimes twice earlier afterward afterwards instead perhaps too well first ever almost about
		further more much back once together however meanwhile moreover nevertheless nonetheless indeed
		else rather quite very therefore thus both neither actually long since yet`},
	{opening, `however meanwhile still also then now later earlier asked speaking instead moreover nevertheless yet but and
		or so here there if when while as although though after before since because in on at by for from with
		to of according what why how where who which that this these those the a an he she they it we i you his
		her their its our my your not no yes despite during under over about once until unless among amid
		like unlike both all some many most several few one two three four five six seven eight nine ten
		just even perhaps maybe only first second third finally additionally furthermore nonetheless
		otherwise hence thus indeed nor never always often sometimes today yesterday tomorrow
		recently last next is are was were do does did will would can could should may might must has have
		had let though another other others every each either neither such more much same whether
		given following regarding including per via through throughout well oh meantime overall
		elsewhere afterward besides rather said says asked told read see watch full text abstract updated`},
	{parting, `but while although though because before after during when`},
	{addition, `the a an even just where`},
	{vague, `something anything nothing everything`}, // no participles, whatever their ending
	{timeWord, `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february
		march april june july august september october november december jan feb mar apr aug sept oct nov dec
		today yesterday tonight tomorrow morning afternoon evening night week weekend month year
		hours minutes days weeks months years moments`},
	{title | male, `mr sir lord messrs`},
	{title | female, `mrs ms miss mme madam dame lady`},
	{title, `dr prof sen sens rep reps gov govs lt gen col sgt capt cmdr adm maj rev fr hon pres judge justice rabbi
		pastor`},
	{abbreviation, `st ft mt vs no jan feb mar apr aug sept oct nov dec mass tex fla calif conn pa va md ill wis mich minn
		ariz colo tenn ga ala miss ky okla ore wash neb nev kan mo ark inc corp co ltd bros jr sr`},
	{nameSuffix, `jr sr ii iii iv`},
	{region, `ala alabama alaska ariz arizona ark arkansas calif california colo colorado conn connecticut del delaware fla florida
		ga georgia hawaii idaho ill illinois ind indiana iowa kan kansas ky kentucky la louisiana maine md maryland mass
		massachusetts mich michigan minn minnesota miss mississippi mo missouri mont montana neb nebraska nev nevada n.h n.j
		n.m n.y n.c n.d ohio okla oklahoma ore oregon pa pennsylvania r.i s.c s.d tenn tennessee tex texas utah vt vermont va
		virginia wash w.va wis wisconsin wyo wyoming d.c ontario quebec alberta`},
	{particle, `de da di du del della der den van von bin ibn al el la le ben abu dos das ten ter zu`},
	{numeral, `one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand
		thousands million millions half second third fourth fifth sixth seventh eighth first another`},
	{demonym, `american americans republican republicans democrat democrats democratic british french german russian
		chinese israeli iranian iraqi mexican canadian european african asian hispanic latino muslim
		christian jewish catholic ukrainian turkish syrian saudi egyptian italian spanish polish japanese
		korean indian pakistani afghan brazilian australian irish scottish english dutch swedish greek
		conservative liberal libertarian independent gop former libyan palestinian kurdish norwegian danish
		belgian swiss hungarian austrian serbian kosovar cuban venezuelan colombian`},
	{finite, `came went got took made gave became began left ran won lost met held kept brought led put set let seems seemed
		appears appeared goes comes gets takes makes gives becomes begins leaves runs wins loses meets holds
		keeps brings leads puts sets lets has looks looked works worked plays played tries tried needs needed
		continues remains remained helps helped starts started stopped stood stands sat fell rose grew drew
		faces faced sent sends seeks sought broke built paid hit cut chose spent drove flew caught
		arrived returned happened received served joined moved turned used lived died visited attended
		campaigned appeared voted received refused declined failed saw heard taught bought sold threw rode wore tore shook
		forgot forgave woke froze stole rang sank drank swam slid swung hung struck dug spun fought slept crept swept
		dealt meant shot lent bent fled fed sped ate laughed smiled nodded chuckled grinned paused knows sees hears sells
		buys throws rides fights gets`},
}
