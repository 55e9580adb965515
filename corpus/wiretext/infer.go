package wiretext

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/corpus"
)

// inferOutlet is the outlet that the story says its sources talked to; empty if that is not plain.
//
// Counted are, in the story's own voice and once a sentence, "told X", "speaking to X", "in an interview with X",
// and what only a newsroom says of itself: "contacted by X", "when asked by X", "declined to comment to X", "did not
// respond to a request for comment from X", "X's request for comment", and "told X" in a sentence that speaks of
// anonymity. X is the outlet if
//
//   - it has an outlet's name: one that [outletName] knows, or one in capitals that is no known institution;
//   - it is counted in two sentences at least, and twice as often as any other outlet;
//   - two different sources told it, or a newsroom's form is among those counted. An agency or a station that
//     other outlets quote, and an acronym of up to five letters, need such a form in any case: "told CNN" is in
//     everybody's stories, and "told OSCE" is no newsroom's.
//
// Stories that retell another outlet's interview are the reason for the last rule: of 1,008 stories of seven outlets,
// counting alone got 11 right and 12 wrong.
func inferOutlet(a *corpus.Article) string {
	t := make(tally)
	for _, p := range a.Paragraphs {
		if p.Kind.Story() {
			t.paragraph(p.Span.Of(a.Body))
		}
	}
	var best *evidence
	second := 0
	for _, e := range t {
		switch {
		case best == nil:
			best = e
		case e.count > best.count:
			best, second = e, best.count
		default:
			second = max(second, e.count)
		}
	}
	if best == nil || best.count < 2 || best.count < 2*second || !best.own() {
		return ""
	}
	return best.name
}

// evidence is what the story says of one outlet.
type evidence struct {
	name     string          // as printed; with "The" if it is ever printed so
	count    int             // sentences
	newsroom bool            // a newsroom's form is among them
	tellers  map[string]bool // the words before "told", in lower case
}

// own reports whether the evidence speaks of the story's own outlet.
func (e *evidence) own() bool {
	if e.newsroom {
		return true
	}
	name := strings.TrimPrefix(e.name, "The ")
	acronym := utf8.RuneCountInString(name) <= 5 && capitals(name)
	return len(e.tellers) >= 2 && !acronym && !quoted[name]
}

// The forms in which a story says that its sources talked to an outlet. The name is read after or before them.
var (
	toldForm     = regexp.MustCompile(`([\p{L}\d.’'-]+)[,\s]+(?:have |has |had |also |later )*(?:told|tells) `)
	talkForm     = regexp.MustCompile(`(?i)\b(?:(?:speaking|spoke|speaks) (?:exclusively )?(?:to|with)|interview(?:s)? (?:with|to)) `)
	newsroomForm = regexp.MustCompile(`(?i)(?:\bcontacted|(?:^|\bwhen )(?:reached|asked|approached))(?: for (?:comment|a response))?(?: by (?:phone|telephone|email)| on [\p{L}]+day)? by |` +
		`\b(?:declin(?:ed|ing) to comment to|respond(?:ed|ing)? to (?:[\p{L}]+ )?requests? for (?:comment|an interview) from|speak(?:ing)? anonymously (?:to|with)) `)
	requestForm = regexp.MustCompile(`(` + outletRun + `)[’']s? (?:repeated )?(?:requests? for (?:comment|an interview)|questions)\b`)
	anonymity   = regexp.MustCompile(`(?i)\banonym(?:ity|ously)\b`)
	nameAfter   = regexp.MustCompile(`^` + outletRun)
)

const outletRun = `(?:[Tt]he )?\p{Lu}[\p{L}\d&-]*(?: (?:(?:of|and|&) )?\p{Lu}[\p{L}\d&-]*)*`

// tally is the evidence for each outlet, by its name without "The".
type tally map[string]*evidence

// maxSentence is the longest sentence that is looked at, in bytes: a longer one is no prose.
const maxSentence = 2000

// hints are in every form; they spare the rest of the story a closer look.
var hints = []string{"told ", "tells ", "ontacted ", "spoke ", "peak", "nterview", "request", "eached ", "sked ", "pproached ",
	"comment to ", "questions"}

func (t tally) paragraph(text string) {
	if !slices.ContainsFunc(hints, func(hint string) bool { return strings.Contains(text, hint) }) {
		return
	}
	voice := unquoted(text)
	for _, s := range corpus.Sentences(text, corpus.Span{End: len(text)}) {
		if s.Len() <= maxSentence {
			t.sentence(s.Of(voice))
		}
	}
}

// sentence adds the evidence of one sentence, from which what others say is blotted out.
func (t tally) sentence(voice string) {
	seen := make(map[*evidence]bool)
	note := func(name string, newsroom bool, teller string) {
		e := t.of(name)
		if e == nil {
			return
		}
		if !seen[e] {
			seen[e] = true
			e.count++
		}
		e.newsroom = e.newsroom || newsroom
		if teller = strings.ToLower(teller); teller != "" && !pronouns[teller] {
			e.tellers[teller] = true
		}
	}
	for _, m := range toldForm.FindAllStringSubmatchIndex(voice, -1) {
		note(nameAt(voice[m[1]:]), anonymity.MatchString(voice), voice[m[2]:m[3]])
	}
	for _, m := range talkForm.FindAllStringIndex(voice, -1) {
		note(nameAt(voice[m[1]:]), false, "")
	}
	for _, m := range newsroomForm.FindAllStringIndex(voice, -1) {
		note(nameAt(voice[m[1]:]), true, "")
	}
	for _, m := range requestForm.FindAllStringSubmatch(voice, -1) {
		note(m[1], true, "")
	}
}

// of is the evidence for the outlet of that name as printed; nil if it is no outlet's name.
func (t tally) of(printed string) *evidence {
	name := dayOn.ReplaceAllString(printed, "")
	key := strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
	if !outletName(key) && (!capitals(key) || institutions[key] || strings.HasPrefix(name, "the ")) {
		return nil
	}
	e := t[key]
	if e == nil {
		e = &evidence{name: key, tellers: make(map[string]bool)}
		t[key] = e
	}
	if strings.HasPrefix(name, "The ") {
		e.name = name
	}
	return e
}

// dayOn is what follows a name in capitals of its own: "told POLITICO Wednesday".
var dayOn = regexp.MustCompile(` (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|March|April|June|July|Aug|Sept|Oct|Nov|Dec)\b.*`)

// nameAt is the name at the head of text; empty if there is none or it is only an owner ("told CNN's Ada Roe").
func nameAt(text string) string {
	name := nameAfter.FindString(text)
	rest := text[len(name):]
	if strings.HasPrefix(rest, "’") || strings.HasPrefix(rest, "'") {
		return ""
	}
	return name
}

func capitals(name string) bool {
	return utf8.RuneCountInString(name) >= 2 && !strings.Contains(name, " ") && strings.IndexFunc(name, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

var (
	pronouns     = wordSet(`he she they who it also later has have had and but we i you which that`)
	institutions = wordSet(`NATO UN EU US UK USA UAE FBI CIA NSA NASA NBA NFL NHL MLB NRA IRS EPA DOJ DHS ICE FDA CDC DNC RNC
		ACLU NAACP WHO WTO IMF OECD OSCE OPEC ASEAN ECOWAS UNESCO UNICEF UNHCR UNRWA FRONTEX EUROPOL INTERPOL CONGRESS PARLIAMENT
		SENATE MPS FIFA UEFA IOC GOP SPD CDU CEO`)
)

// unquoted is text with what stands in quotation marks blotted out, byte for byte. A quotation that goes on in the
// next paragraph lasts to the end of this one.
func unquoted(text string) string {
	b := []byte(text)
	quoted := false
	for i, r := range text {
		switch {
		case r == '“' || r == '"' && !quoted:
			quoted = true
		case r == '”' || r == '"':
			quoted = false
		case quoted:
			for j := range utf8.RuneLen(r) {
				b[i+j] = ' '
			}
		}
	}
	return string(b)
}
