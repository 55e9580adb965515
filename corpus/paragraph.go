package corpus

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says what a paragraph is to the story.
type Kind uint8

const (
	Body    Kind = iota // the story's text
	Lead                // its first paragraph
	Subhead             // a heading between paragraphs
	Caption             // the text under a picture
	Credit              // who made a picture or contributed to the story
	Footer              // what stands under the story: republisher, moderator, boilerplate
)

var kindNames = [...]string{"body", "lead", "subhead", "caption", "credit", "footer"}

// String is the kind's name in lower case.
func (k Kind) String() string { return kindNames[k] }

// Story reports whether the kind is part of the story's own text, which alone is quoted as such.
func (k Kind) Story() bool { return k == Body || k == Lead }

// MarshalText writes the kind's name.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (k *Kind) UnmarshalText(b []byte) error {
	for i, name := range kindNames {
		if name == string(b) {
			*k = Kind(i)
			return nil
		}
	}
	return fmt.Errorf("%q is not a kind of paragraph", b)
}

// Paragraph is one paragraph of an article. Paragraphs are ordered and do not overlap;
// none is empty or begins or ends with white space.
type Paragraph struct {
	Kind Kind `json:"kind"`
	Span Span `json:"span"`
	// Credit is the part of a caption that names the photographer or agency; empty where none is named.
	Credit Span `json:"credit,omitzero"`
}

// SplitParagraphs divides the text of body within the span into paragraphs and tells their kinds by their shape.
// A blank line ends a paragraph; text without blank lines has one paragraph a line.
func SplitParagraphs(body string, within Span) []Paragraph {
	var ps []Paragraph
	for _, s := range blocks(body, within) {
		ps = append(ps, Paragraph{Span: s})
	}
	markApparatus(body, ps)
	markSubheads(body, ps)
	MarkLead(ps)
	return ps
}

// MarkLead makes the first paragraph of Kind Body the Lead.
func MarkLead(ps []Paragraph) {
	for i := range ps {
		if ps[i].Kind == Body {
			ps[i].Kind = Lead
			return
		}
	}
}

var blankLine = regexp.MustCompile(`(?:\r\n|\r|\n)[\s\p{Z}\x{200b}\x{feff}]*(?:\r\n|\r|\n)|\x{2029}|\f`)
var lineEnd = regexp.MustCompile(`\r\n|\r|\n|\x{2028}|\x{2029}|\f`)

// blocks are the trimmed, non-empty stretches between blank lines, or lines if there are no blank lines.
func blocks(body string, within Span) []Span {
	text := within.Of(body)
	sep := blankLine
	if !blankLine.MatchString(strings.TrimFunc(text, blank)) {
		sep = lineEnd
	}
	var spans []Span
	add := func(from, to int) {
		if s := (Span{within.Start + from, within.Start + to}).Trim(body); s.Len() > 0 {
			spans = append(spans, s)
		}
	}
	from := 0
	for _, m := range sep.FindAllStringIndex(text, -1) {
		add(from, m[0])
		from = m[1]
	}
	add(from, len(text))
	return spans
}

// agency names photo services; a credit after a bar or in brackets holds one of them, or a photographer's
// name before a slash.
const agency = `(?:Getty|AFP|Reuters|REUTERS|Associated Press|AP|EPA|EFE|UPI|PA|DPA|dpa|ANSA|TASS|Xinhua|Bloomberg|Alamy|Shutterstock|iStock|Pool|NurPhoto|Anadolu|ZUMA|SIPA|Wikimedia|Flickr|Handout|Courtesy)`

var (
	barCredit  = regexp.MustCompile(`\s*\|\s*([^|\n]{2,90})$`)
	bareCredit = regexp.MustCompile(`^(?i:photos?|images?|pictures?|credit|photo credit|image credit|photograph|illustration|graphic|video)(?i: by| courtesy of)?\s*[:/—–-]?\s+\p{Lu}[^.!?\n]{1,80}$|^(?:AP|AFP|Getty|Reuters|REUTERS|EPA) ?(?:Photo|Images?)?/[^.!?\n]{2,60}$`)
	endCredit  = regexp.MustCompile(`\s*\(((?:(?i:photo|image|credit|picture|file photo)s?\b)[^()\n]{2,80}|` + agency + `(?: Photo| Images?| file)?\s*[/,][^()\n]{2,80})\)$|\s*\((` + agency + `(?: Photo| Images?)[^()\n]{0,80})\)$`)
	creditLike = regexp.MustCompile(`/|\bvia\b|\bfor\b|©|` + `\b` + agency + `\b|(?i:\bphoto|\bimage|\bcredit|\bcourtesy|\bhandout)`)
	footerLike = regexp.MustCompile(`(?i)^(?:news |site |content )?moderator\b|^\(?(?:additional |with )?(?:reporting|writing|editing|compiled) by [\p{Lu}]|^follow .{2,60} (?:on|at) (?:twitter|facebook|instagram|x|threads|mastodon|bluesky)\b|^(?:©|copyright\b|\(c\) ).{0,120}$|all rights reserved\.?$|^this (?:article|story|post|piece) (?:was |has been |is )?(?:originally |first )?(?:appeared|published|republished|posted|produced)\b|^(?:read|see) (?:more|the full|it all|the rest|also)\b.{0,80}$|^(?:associated press|ap|reuters|staff) (?:writers?|reporters?|researchers?) .{3,200}\bcontributed\b|^contributing: |^(?:originally )?published (?:at|by|on) |^source: \S+$|^_{3,}$|^\*{3,}$|^-{3,}$|^(?:###|-30-|ends?)$`)
	webAddress = regexp.MustCompile(`(?i)\bhttps?://\S+|\bwww\.\S+\.\S+`)
)

// maxCaption is the longest caption, in bytes, that a bar or bracket credit may end: longer paragraphs are story.
const maxCaption = 700

// markApparatus tells captions, credits and, from the end backwards, footers.
func markApparatus(body string, ps []Paragraph) {
	for i := range ps {
		p := &ps[i]
		text := p.Span.Of(body)
		if len(text) > maxCaption {
			continue
		}
		if bareCredit.MatchString(text) && len(strings.Fields(text)) <= 12 {
			p.Kind, p.Credit = Credit, p.Span
			continue
		}
		m := barCredit.FindStringSubmatchIndex(text)
		if m == nil || !creditLike.MatchString(text[m[2]:m[3]]) {
			m = endCredit.FindStringSubmatchIndex(text)
		}
		if m == nil {
			continue
		}
		from, to := m[2], m[3]
		if from < 0 {
			from, to = m[4], m[5]
		}
		p.Kind = Caption
		p.Credit = Span{p.Span.Start + from, p.Span.Start + to}
		if m[0] == 0 {
			p.Kind = Credit
		}
	}
	for i := len(ps) - 1; i > 0; i-- {
		if ps[i].Kind != Body {
			continue
		}
		if !isFooter(ps[i].Span.Of(body)) {
			break
		}
		ps[i].Kind = Footer
	}
}

// isFooter tells boilerplate by its first words, or by being little more than a web address.
func isFooter(text string) bool {
	if len(text) > 400 {
		return false
	}
	if footerLike.MatchString(text) {
		return true
	}
	if strings.ContainsAny(text, "\"“”") || !webAddress.MatchString(text) {
		return false
	}
	rest := strings.TrimSpace(webAddress.ReplaceAllString(text, ""))
	return len(strings.Fields(rest)) <= 8 && !endsSentence(rest)
}

// maxSubhead is the most words that a subhead has.
const maxSubhead = 10

// markSubheads tells headings: a short line without closing punctuation, standing alone, with story under it.
// Two such lines in a row are a list, not headings.
func markSubheads(body string, ps []Paragraph) {
	heading := func(i int) bool {
		return i >= 0 && i < len(ps) && ps[i].Kind == Body && subheadShape(ps[i].Span.Of(body))
	}
	var found []int
	for i := 1; i+1 < len(ps); i++ {
		if heading(i) && !heading(i-1) && !heading(i+1) && ps[i+1].Kind != Footer {
			found = append(found, i)
		}
	}
	for _, i := range found {
		ps[i].Kind = Subhead
	}
}

func subheadShape(text string) bool {
	words := strings.Fields(text)
	if len(words) > maxSubhead || len(text) > 80 || strings.ContainsAny(text, "\n<>@|") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "‘“'\"«"))
	last, _ := utf8.DecodeLastRuneInString(text)
	return (unicode.IsUpper(first) || unicode.IsDigit(first)) && (unicode.IsLetter(last) || unicode.IsDigit(last))
}

// endsSentence reports whether text closes with sentence-final punctuation, with or without closing marks.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, "\"'”’»)] ")
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…", last)
}
