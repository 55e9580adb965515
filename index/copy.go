package index

import (
	"cmp"
	"slices"
	"strings"

	"copydesk/corpus"
)

// Copy is one version of an article in one file.
type Copy struct {
	// File is the absolute path.
	File string `json:"file"`
	// Hash is of the content; two copies of one hash have one text.
	Hash    string        `json:"hash"`
	Version string        `json:"version,omitempty"`
	Updated corpus.Time   `json:"updated,omitzero"`
	Status  corpus.Status `json:"status"`
	Embargo corpus.Time   `json:"embargo,omitzero"`
	// Named says that the article has no identifier of its own but is named after this file.
	Named bool `json:"named,omitempty"`
}

func newCopy(path string, p *Prepared) Copy {
	a := p.record.Article
	updated := a.Updated
	if updated.IsZero() {
		updated = a.Published
	}
	return Copy{path, p.hash, a.Version, updated, a.Status, a.Embargo, p.named}
}

// compare orders copies by version and then by the time of their last change.
func (c Copy) compare(d Copy) int {
	return cmp.Or(compareVersions(c.Version, d.Version), c.Updated.Latest().Compare(d.Updated.Latest()))
}

// compareVersions orders "1.9" before "1.10": runs of digits as numbers, the rest as text.
func compareVersions(a, b string) int {
	for a != "" && b != "" {
		x, restA := leadingRun(a)
		y, restB := leadingRun(b)
		order := strings.Compare(x, y)
		if digit(x) && digit(y) {
			x, y = strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
			order = cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(x, y))
		}
		if order != 0 {
			return order
		}
		a, b = restA, restB
	}
	return cmp.Compare(len(a), len(b))
}

// leadingRun is the digits that text begins with, or what stands before its first digit.
func leadingRun(text string) (run, rest string) {
	first := digit(text)
	i := strings.IndexFunc(text, func(r rune) bool { return digit(string(r)) != first })
	if i < 0 {
		return text, ""
	}
	return text[:i], text[i:]
}

func digit(text string) bool { return text != "" && text[0] >= '0' && text[0] <= '9' }

// entry is an article with its copies. Its record is the text of the newest of them, as far as that has been read.
type entry struct {
	record *Record
	held   held
}

// held is what the index remembers of where an article is from.
type held struct {
	// Text is the hash of the copy that the record is.
	Text   string `json:"text"`
	Copies []Copy `json:"copies"`
}

// newest is the copy that counts: the last version, of equal ones the strictest, and of these the one read last.
func (h held) newest() Copy {
	return slices.MaxFunc(h.Copies, func(a, b Copy) int {
		return cmp.Or(a.compare(b), cmp.Compare(a.Status, b.Status), cmp.Compare(h.place(a), h.place(b)))
	})
}

func (h held) place(c Copy) int { return slices.Index(h.Copies, c) }

// complete reports whether the record is the text of the newest copy; if not, that copy's file has to be read.
func (h held) complete() bool { return len(h.Copies) > 0 && h.newest().Hash == h.Text }

// restrict gives the article the status of its newest copy and applies what binds every version: a cancellation for
// good, an embargo until its time. An article whose newest text is still to be read is withheld until it is.
func restrict(a *corpus.Article, h held) {
	a.Status, a.Embargo = corpus.Withheld, corpus.Time{}
	if h.complete() {
		a.Status = h.newest().Status
	}
	for _, c := range h.Copies {
		if c.Status == corpus.Canceled {
			a.Status = corpus.Canceled
		}
		if c.Embargo.Latest().After(a.Embargo.Latest()) {
			a.Embargo = c.Embargo
		}
	}
}

// conflict finds a copy in another file that is as new as c, may be shown as c may, and has another text. There is none
// if c's file held the same text as that file before: then both are being changed.
func conflict(copies []Copy, c Copy) (string, bool) {
	for _, d := range copies {
		if d.File == c.File || d.Hash == c.Hash || d.compare(c) != 0 || d.Status != c.Status || d.Embargo.String() != c.Embargo.String() {
			continue
		}
		shared := slices.ContainsFunc(copies, func(old Copy) bool { return old.File == c.File && old.Hash == d.Hash })
		if !shared && exists(d.File) {
			return d.File, true
		}
	}
	return "", false
}
