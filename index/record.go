package index

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"sync/atomic"

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

	// Hash tells one content of the article from another: two records of one hash have one text. It is not kept with them,
	// but beside.
	Hash string `json:"-"`

	words []atomic.Pointer[Words] // of the passages; nil in records that are not kept
}

// newRecord divides and attributes an article.
func newRecord(a *corpus.Article) *Record {
	return &Record{Article: a, Passages: corpus.Passages(a), Attributions: quote.Attribute(a)}
}

// Prepared is an article made ready to be put: the costly part of Put, which other goroutines may do.
type Prepared struct {
	record *Record
	hash   string
	named  bool
}

// Prepare divides and attributes an article.
func Prepare(a *corpus.Article, named bool) (*Prepared, error) {
	h, err := hash(a)
	if err != nil {
		return nil, err
	}
	return &Prepared{newRecord(a), h, named}, nil
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
