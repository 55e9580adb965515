package discord

import (
	"net/url"
	"strings"
	"unicode"

	"copydesk/bot/discord/markdown"
)

// maxURL is the longest address, in bytes, that an embed takes.
const maxURL = 2048

// wholeWords is the most words that a fragment repeats in full; of longer evidence it names edgeWords at
// either end. Six words are seldom twice in one story.
const (
	wholeWords = 12
	edgeWords  = 6
)

// link is the article's address with a text fragment that leads to the evidence, after the WICG draft "URL
// Fragment Text Directives" (https://wicg.github.io/scroll-to-text-fragment/). A fragment that the address has
// is kept. It is empty where the address is none that a reader can open, and goes without the directive where
// the evidence has no words or the whole grows too long.
func link(address, evidence string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return ""
	}
	plain := u.String()
	if len(plain) > maxURL {
		return ""
	}
	directive := textDirective(evidence)
	if directive == "" {
		return plain
	}
	fragment, _, _ := strings.Cut(u.EscapedFragment(), ":~:")
	u.Fragment, u.RawFragment = "", ""
	full := u.String() + "#" + fragment + ":~:" + directive
	if len(full) > maxURL {
		return plain
	}
	return full
}

// textDirective is "text=start" or "text=start,end"; empty if the evidence has no words. Neither part
// reaches over a line break, since a browser finds each within one block of the page only.
func textDirective(evidence string) string {
	evidence = strings.ToValidUTF8(evidence, " ")
	words := strings.Fields(evidence)
	first, last := words, words
	if ls := wordLines(evidence); len(ls) > 1 {
		first, last = ls[0], ls[len(ls)-1]
	} else if len(words) <= wholeWords {
		if text := phrase(words); text != "" {
			return "text=" + text
		}
		return ""
	}
	start := phrase(first[:min(edgeWords, len(first))])
	end := phrase(last[max(0, len(last)-edgeWords):])
	if start == "" || end == "" {
		return ""
	}
	return "text=" + start + "," + end
}

// wordLines are the words of each line that has any.
func wordLines(text string) [][]string {
	var out [][]string
	for _, l := range markdown.Lines(text) {
		if ws := strings.Fields(l); len(ws) > 0 {
			out = append(out, ws)
		}
	}
	return out
}

// phrase joins words for a directive, without the marks at either end, which pages set in their own way.
func phrase(words []string) string {
	text := strings.TrimFunc(strings.Join(words, " "), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return percent(text)
}

// percent encodes all but letters, digits, ".", "_" and "~": the draft keeps "-", "," and "&" for itself.
func percent(text string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for _, c := range []byte(text) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '.', c == '_', c == '~':
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}
