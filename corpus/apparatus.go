package corpus

import (
	"regexp"
	"strings"
)

// agency names photo services; a credit after a bar or in brackets holds one of them, or a photographer's
// name before a slash.
const agency = `(?:Getty|AFP|Reuters|REUTERS|Associated Press|AP|EPA|EFE|UPI|PA|DPA|dpa|ANSA|TASS|Xinhua|Bloomberg|Alamy|Shutterstock|iStock|Pool|NurPhoto|Anadolu|ZUMA|SIPA|Wikimedia|Flickr|Handout|Courtesy)`

// name is a person's, in two to four words.
const name = `\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}`

var (
	barCredit  = regexp.MustCompile(`[\s\p{Zs}]*\|[\s\p{Zs}]*([^|\n]{2,90})$`)
	bareCredit = regexp.MustCompile(`^(?i:(?:file )?photos?|images?|pictures?|(?:photo |image |picture )?credits?|photograph|illustration|graphic|video)` +
		`(?:\s*(?:[:/—–…]|\.{3})\s*|(?i: by| courtesy of):?\s+)[\p{Lu}@©][^.!?\n]{1,80}$|` +
		`^(?:AP|AFP|Getty|Reuters|REUTERS|EPA) ?(?:Photo|Images?)?/[^.!?\n]{2,60}$`)
	endCredit = regexp.MustCompile(`\s*\(((?i:(?:file )?(?:photo|image|credit|picture)s?)(?:\s*:| (?i:by|courtesy)\b|[^()/\n]{2,60}/)[^()\n]{2,80}|` +
		agency + `(?: Photo| Images?| file)?\s*/[^()\n]{2,80}|` + agency + `(?: Photo| Images?)[^()\n]{0,80})\)$`)
	creditLike = regexp.MustCompile(`/|\bvia\b|\bfor\b|©|\b` + agency + `\b|(?i:\bphoto|\bimage|\bcredit|\bcourtesy|\bhandout)|^` + name + `$`)
)

// The bounds of what stands beside the story.
const (
	maxCaption     = 700 // bytes of a paragraph that a credit after a bar or in brackets ends: longer ones are story
	maxCreditWords = 12  // words of a credit that stands alone
	maxFooter      = 400 // bytes of a footer
)

// markApparatus tells captions, credits and, from the end backwards, footers.
func markApparatus(body string, ps []Paragraph) {
	for i := range ps {
		markCredit(body, &ps[i])
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

// markCredit tells a caption by the credit that ends it, and a credit that stands alone.
func markCredit(body string, p *Paragraph) {
	text := p.Span.Of(body)
	if len(text) > maxCaption {
		return
	}
	if len(strings.Fields(text)) <= maxCreditWords && bareCredit.MatchString(text) {
		p.Kind, p.Credit = Credit, p.Span
		return
	}
	from, to, ok := creditAtEnd(text)
	if !ok {
		return
	}
	p.Kind = Caption
	p.Credit = Span{p.Span.Start + from, p.Span.Start + to}
	if strings.TrimLeft(text[:from], " \t|(") == "" {
		p.Kind = Credit
	}
}

// creditAtEnd finds the credit at the end of a caption, after a bar or in brackets.
func creditAtEnd(text string) (from, to int, ok bool) {
	if strings.Contains(text, "|") {
		if m := barCredit.FindStringSubmatchIndex(text); m != nil && creditLike.MatchString(text[m[2]:m[3]]) {
			return m[2], m[3], true
		}
	}
	if strings.HasSuffix(text, ")") {
		if m := endCredit.FindStringSubmatchIndex(text); m != nil {
			return m[2], m[3], true
		}
	}
	return 0, 0, false
}

var (
	footerLike = regexp.MustCompile(`(?i)^(?:` + strings.Join([]string{
		`(?:news |site |content )?moderator\s*[:–—-]`,
		`\(?(?:additional |with )?(?:reporting|writing|editing|compiled) by (?-i:\p{Lu})`,
		`follow .{2,60} (?:on|at) (?:twitter|facebook|instagram|x|threads|mastodon|bluesky)\b`,
		`(?:©|\(c\)|copyright (?:©|\(c\)|by\b|\d{4}))`,
		`(?:reach|contact|email|e-mail) .{2,60} (?:at|via) \S+@\S+$`,
		`this (?:article|story|post|piece) (?:was |has been |is )?(?:originally |first )?(?:appeared|published|republished|posted|produced)\b`,
		`(?:read|see) (?:more|the full|it all|the rest|also)\b.{0,80}$`,
		`(?:associated press|ap|reuters|staff) (?:writers?|reporters?|researchers?) .{3,200}\bcontributed\b`,
		`contributing: `,
		`(?:originally )?published (?:at|by|on) .{2,80}$`,
		`sources?: [^.!?]{2,80}\.?$`,
		`_{3,}$`, `\*{3,}$`, `-{3,}$`,
		`(?:###|-30-|ends?)$`,
	}, "|") + `)|all rights reserved\.?$`)
	webAddress = regexp.MustCompile(`(?i)\bhttps?://\S+|\bwww\.\S+\.\S+`)
)

// isFooter tells boilerplate by its first words, or by being little more than a web address.
func isFooter(text string) bool {
	if len(text) > maxFooter {
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
