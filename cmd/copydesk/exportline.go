package main

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"copydesk/bot/ledger"
	"copydesk/corpus"
)

// exportLine is one of these.
type exportLine struct {
	Receipt  *receiptLine     `json:"receipt,omitempty"`
	Feedback *ledger.Feedback `json:"feedback,omitempty"`
	Problem  string           `json:"problem,omitempty"` // why there is neither
}

// receiptLine is a receipt without anything of an article's own text: an export outlives a withdrawal. It has no Result,
// and nothing that a button asked, which may be an article's words.
type receiptLine struct {
	ledger.Receipt
	Shown []shownLine `json:"shown"`
}

// shownLine says where what was shown stands, and by its digest what it was.
type shownLine struct {
	At      time.Time `json:"at,omitzero"`
	Article string    `json:"article"`
	Version string    `json:"version,omitempty"`
	Outlet  string    `json:"outlet,omitempty"`
	corpus.Span
	Paragraph int    `json:"paragraph,omitempty"`
	SHA256    string `json:"sha256,omitempty"` // of the words, in hexadecimal
}

func newReceiptLine(r ledger.Receipt) *receiptLine {
	line := &receiptLine{Receipt: r, Shown: []shownLine{}}
	line.Result, line.Receipt.Shown, line.Outcome = nil, nil, ""
	if r.From != "" {
		line.Asked = nil
	}
	for _, s := range r.Shown {
		line.Shown = append(line.Shown, shownLine{s.At, s.Article, s.Version, s.Outlet, s.Span, s.Paragraph, digest(s.Text)})
	}
	return line
}

// digest is empty for no words.
func digest(text string) string {
	if text == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// The columns of CSV. README.md says what each is.
var (
	receiptColumns = []string{
		"receipt", "kind", "at", "guild", "channel", "user", "private", "from", "asked", "index", "signed",
		"piece", "shown_at", "article", "version", "outlet", "start", "end", "paragraph", "sha256",
	}
	feedbackColumns = []string{"receipt", "at", "guild", "channel", "user", "wrong", "note", "piece"}
)

// rows are a receipt's, one for each piece that was shown; one without a piece if none was.
func (l *receiptLine) rows() [][]string {
	var signed []string
	for _, s := range l.Signed {
		signed = append(signed, signer(s)+" "+csvTime(s.At))
	}
	head := []string{
		l.ID, string(l.Kind), csvTime(l.At), l.Guild, l.Channel, l.User, strconv.FormatBool(l.Private), l.From,
		strings.Join(askedLines(l.Asked), "; "), l.Index, strings.Join(signed, "; "),
	}
	var rows [][]string
	for i, s := range l.Shown {
		rows = append(rows, append(head[:len(head):len(head)],
			strconv.Itoa(i+1), csvTime(s.At), s.Article, s.Version, s.Outlet,
			count(s.Start, s.Len()), count(s.End, s.Len()), count(s.Paragraph, s.Paragraph), s.SHA256,
		))
	}
	if rows == nil {
		rows = [][]string{append(head, make([]string, len(receiptColumns)-len(head))...)}
	}
	return rows
}

func feedbackRow(f *ledger.Feedback) []string {
	return []string{f.Receipt, csvTime(f.At), f.Guild, f.Channel, f.User, f.Wrong, f.Note, strconv.Itoa(f.Shown + 1)}
}

// csvTime is empty for no time.
func csvTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// count is empty where there is nothing to count.
func count(n, there int) string {
	if there == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// cell keeps a spreadsheet from taking a text for a formula, with the apostrophe by which spreadsheets mark texts, and the
// terminal from being steered by it.
func cell(text string) string {
	text = clean(text)
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(text))
	if strings.ContainsRune("=+-@＝＋－＠", first) {
		return "'" + text
	}
	return text
}
