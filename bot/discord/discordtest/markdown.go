package discordtest

import (
	"html"
	"html/template"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// markdown turns text in Discord's Markdown into HTML, near enough to judge how it looks.
func markdown(text string) template.HTML {
	var b strings.Builder
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		switch {
		case strings.HasPrefix(line, "```") && closing(lines, i) > i:
			end := closing(lines, i)
			b.WriteString("<pre>" + html.EscapeString(strings.Join(lines[i+1:end], "\n")) + "</pre>")
			i = end
		case strings.HasPrefix(line, ">>> "):
			b.WriteString("<blockquote>" + string(markdown(strings.Join(lines[i:], "\n")[4:])) + "</blockquote>")
			return template.HTML(b.String())
		case strings.HasPrefix(line, "> "):
			end := i
			var quoted []string
			for ; end < len(lines) && strings.HasPrefix(lines[end], "> "); end++ {
				quoted = append(quoted, lines[end][2:])
			}
			b.WriteString("<blockquote>" + string(markdown(strings.Join(quoted, "\n"))) + "</blockquote>")
			i = end - 1
		default:
			b.WriteString(block(line))
			if i < len(lines)-1 && !isBlock(line) {
				b.WriteString("<br>")
			}
		}
	}
	return template.HTML(b.String())
}

// closing is the line that ends the code block begun at line i; i if there is none.
func closing(lines []string, i int) int {
	for end := i + 1; end < len(lines); end++ {
		if strings.HasSuffix(lines[end], "```") {
			return end
		}
	}
	return i
}

var blockTags = []struct{ prefix, tag string }{
	{"### ", "h3"}, {"## ", "h2"}, {"# ", "h1"}, {"-# ", "small"}, {"- ", "li"}, {"* ", "li"},
}

func isBlock(line string) bool {
	for _, t := range blockTags {
		if strings.HasPrefix(line, t.prefix) {
			return true
		}
	}
	return false
}

// block is one line: a heading, small print, a list item or plain text.
func block(line string) string {
	for _, t := range blockTags {
		if rest, ok := strings.CutPrefix(line, t.prefix); ok {
			return "<" + t.tag + ">" + inline(rest) + "</" + t.tag + ">"
		}
	}
	return inline(line)
}

// pairs are marks that stand on both sides of what they format; the longer ones first.
var pairs = []struct{ mark, tag string }{
	{"**", "strong"}, {"__", "u"}, {"~~", "s"}, {"||", "mark"}, {"*", "em"}, {"_", "em"},
}

var (
	maskedLink  = regexp.MustCompile(`^\[((?:\\.|[^\]\\])+)\]\(<?(https?://(?:\\.|[^\s<>()\\]|\([^\s()]*\))+)>?(?: "[^"]*")?\)`)
	bareLink    = regexp.MustCompile(`^https?://[^\s<>]*[^\s<>.,:;"'\])]`)
	angledLink  = regexp.MustCompile(`^<(https?://[^\s<>]+)>`)
	mentionMark = regexp.MustCompile(`^<(@!?|@&|#)(\d+)>|^@everyone\b|^@here\b`)
	timeMark    = regexp.MustCompile(`^<t:(-?\d+)(?::[tTdDfFR])?>`)
)

// inline formats what is within a line.
func inline(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		out, used := token(s)
		if used == 0 {
			r, size := utf8.DecodeRuneInString(s)
			out, used = html.EscapeString(string(r)), size
		}
		b.WriteString(out)
		s = s[used:]
	}
	return b.String()
}

// token formats what s begins with and tells how many bytes that was; 0 if it is plain text.
func token(s string) (out string, used int) {
	switch s[0] {
	case '\\':
		if len(s) > 1 && strings.IndexByte("\\*_~`|>#[]()-+.!<:@{}/", s[1]) >= 0 {
			return html.EscapeString(s[1:2]), 2
		}
	case '`':
		if code, used := codeSpan(s); used > 0 {
			return "<code>" + html.EscapeString(code) + "</code>", used
		}
	case '[':
		if m := maskedLink.FindStringSubmatch(s); m != nil {
			return link(m[2], inline(m[1])), len(m[0])
		}
	case 'h':
		if m := bareLink.FindString(s); m != "" {
			return link(m, html.EscapeString(m)), len(m)
		}
	case '<', '@':
		return angled(s)
	case '*', '_', '~', '|':
		return paired(s)
	}
	return "", 0
}

// angled formats an address, a time or a mention in angle brackets, or a mention of all.
func angled(s string) (out string, used int) {
	if m := angledLink.FindStringSubmatch(s); m != nil {
		return link(m[1], html.EscapeString(m[1])), len(m[0])
	}
	if m := timeMark.FindStringSubmatch(s); m != nil {
		seconds, _ := strconv.ParseInt(m[1], 10, 64)
		return "<code>" + time.Unix(seconds, 0).UTC().Format("2 January 2006 15:04") + "</code>", len(m[0])
	}
	if m := mentionMark.FindString(s); m != "" {
		return `<span class="mention">` + html.EscapeString(strings.Trim(m, "<>")) + "</span>", len(m)
	}
	return "", 0
}

// codeSpan is the code between runs of backticks of one length that s begins with; used is 0 if it does not.
func codeSpan(s string) (code string, used int) {
	rest := strings.TrimLeft(s, "`")
	ticks := s[:len(s)-len(rest)]
	for from := 0; ticks != ""; {
		i := strings.IndexByte(rest[from:], '`')
		if i < 0 {
			break
		}
		from += i
		run := len(rest[from:]) - len(strings.TrimLeft(rest[from:], "`"))
		if run == len(ticks) {
			return rest[:from], 2*len(ticks) + from
		}
		from += run
	}
	return "", 0
}

func link(url, text string) string {
	return `<a href="` + html.EscapeString(url) + `">` + text + "</a>"
}

// paired formats text between marks that s begins with.
func paired(s string) (out string, used int) {
	for _, p := range pairs {
		rest, ok := strings.CutPrefix(s, p.mark)
		if !ok {
			continue
		}
		if end := markEnd(rest, p.mark); end > 0 {
			return "<" + p.tag + ">" + inline(rest[:end]) + "</" + p.tag + ">", end + 2*len(p.mark)
		}
	}
	return "", 0
}

// markEnd is where the mark comes again in s, unescaped and, for a single mark, not as a double one; 0 if it does not.
func markEnd(s, mark string) int {
	if first, _ := utf8.DecodeRuneInString(s); mark == "*" && unicode.IsSpace(first) {
		return 0
	}
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case len(mark) == 1 && strings.HasPrefix(s[i:], mark+mark):
			i++
		case strings.HasPrefix(s[i:], mark+mark[:1]): // of "**", the last two of three
		case strings.HasPrefix(s[i:], mark):
			return i
		}
	}
	return 0
}
