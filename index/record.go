package index

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"copydesk/corpus"
	"copydesk/corpus/quote"
)

// Record is an article as the index keeps it: read, divided and attributed once.
type Record struct {
	Article *corpus.Article `json:"article"`
	// Passages are in order; a Hit names one by its place among them.
	Passages []corpus.Passage `json:"passages"`
	// Attributions are in order: who says what in the article.
	Attributions []quote.Attribution `json:"attributions,omitempty"`
}

// newRecord divides and attributes an article.
func newRecord(a *corpus.Article) *Record {
	return &Record{Article: a, Passages: corpus.Passages(a), Attributions: quote.Attribute(a)}
}

// Copy is what one file holds of an article: one version, or several of which the newest counts.
type Copy struct {
	// File is the absolute path.
	File string `json:"file"`
	// Hashes are of the contents that the file has for this ID; a content with another hash is a change.
	Hashes  []string      `json:"hashes"`
	Version string        `json:"version,omitempty"`
	Updated corpus.Time   `json:"updated,omitzero"`
	Status  corpus.Status `json:"status"`
	Embargo corpus.Time   `json:"embargo,omitzero"`
	// Named says that the article has no identifier of its own but is named after this file.
	Named bool `json:"named,omitempty"`
}

func newCopy(path string, a *corpus.Article, hash string, named bool) Copy {
	updated := a.Updated
	if updated.IsZero() {
		updated = a.Published
	}
	return Copy{path, []string{hash}, a.Version, updated, a.Status, a.Embargo, named}
}

// newer orders versions: by number, else by text, and equal ones by the time of their last change.
// It reports whether c is at least as new as d.
func (c Copy) newer(d Copy) bool {
	if order := compareVersions(c.Version, d.Version); order != 0 {
		return order > 0
	}
	return !c.Updated.Latest().Before(d.Updated.Latest())
}

func compareVersions(a, b string) int {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	switch {
	case errX != nil || errY != nil:
		return strings.Compare(a, b)
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// restrict gives the article the status of its newest copy and applies what binds every version: a cancellation for
// good, an embargo until its time.
func restrict(a *corpus.Article, copies []Copy) {
	a.Status, a.Embargo = corpus.Usable, corpus.Time{}
	for _, c := range copies {
		if newest(copies, c) {
			a.Status = c.Status
		}
		if c.Embargo.Latest().After(a.Embargo.Latest()) {
			a.Embargo = c.Embargo
		}
	}
	if slices.ContainsFunc(copies, func(c Copy) bool { return c.Status == corpus.Canceled }) {
		a.Status = corpus.Canceled
	}
}

// hash tells whether an article has changed: it covers all of it, with the settings that went into it, but its ID.
func hash(a *corpus.Article) (string, error) {
	content := *a
	content.ID = ""
	data, err := encode(content)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(data)
	return base64.RawStdEncoding.EncodeToString(sum[:12]), nil
}

func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	return b.Bytes(), nil
}
