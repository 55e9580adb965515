package index

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"

	"copydesk/corpus"
)

// What an index keeps of itself, beside the documents.
var (
	schemaKey   = []byte("copydesk.schema")
	identityKey = []byte("copydesk.identity") // the name given to it when it was made
	commitKey   = []byte("copydesk.commit")   // the last Commit, as JSON
	runKey      = []byte("copydesk.run")      // the last Run, as JSON
)

// Commit is one state of an index, of which it has one after the other.
type Commit struct {
	// Index is the name given to the index when it was made. It stays through updates; a rebuilt index has another.
	Index string `json:"-"`
	// Number counts the commits since then; 0 for none.
	Number uint64 `json:"number"`
	// At is when it was made; zero for none.
	At time.Time `json:"at,omitzero"`
}

// Run is what the last run of Ingest came to.
type Run struct {
	Ended  time.Time `json:"ended"`
	Report Report    `json:"report"`
	// Failures are the first of what could not be read, in order, MaxFailures at most.
	Failures []Failure `json:"failures,omitempty"`
}

// Failure is a file, or an item of one, that could not be read.
type Failure struct {
	File string `json:"file"`           // relative to the folder that was indexed
	Line int    `json:"line,omitempty"` // counted from 1; 0 if the fault is not in one line
	// Reason is at most maxReason characters long.
	Reason string `json:"reason"`
}

// MaxFailures is how many failures of a run are kept.
const MaxFailures = 20

// maxReason bounds what is kept of a reason, in characters: some quote what they found.
const maxReason = 300

// Commit is the present state of the index.
func (x *Index) Commit() Commit { return *x.commit.Load() }

// Run is the last run of Ingest; the zero Run if there was none. It lasts as long as the index, through a rebuild too.
func (x *Index) Run() (Run, error) {
	var r Run
	data, err := x.bleve.GetInternal(runKey)
	if err == nil && data != nil {
		err = json.Unmarshal(data, &r)
	}
	if err != nil {
		return Run{}, fmt.Errorf("last run: %w", err)
	}
	return r, nil
}

// keepRun writes down what a run came to.
func (x *Index) keepRun(r Run) error {
	data, err := encode(r)
	if err == nil {
		err = x.bleve.SetInternal(runKey, data)
	}
	if err != nil {
		return fmt.Errorf("last run: %w", err)
	}
	return nil
}

// newFailure is what is kept of a failure.
func newFailure(file string, err error) Failure {
	f := Failure{File: file}
	var at *corpus.Error
	if errors.As(err, &at) {
		f.Line, err = at.Line, at.Err
	}
	f.Reason = strings.ToValidUTF8(err.Error(), "\ufffd")
	if utf8.RuneCountInString(f.Reason) > maxReason {
		f.Reason = string([]rune(f.Reason)[:maxReason-1]) + "…"
	}
	return f
}

// next is the commit that a batch makes; the batch carries it, so that both are written or neither is.
func (x *Index) next(batch *bleve.Batch) (Commit, error) {
	c := x.Commit()
	c.Number, c.At = c.Number+1, time.Now().UTC()
	data, err := encode(c)
	if err != nil {
		return Commit{}, err
	}
	batch.SetInternal(commitKey, data)
	return c, nil
}

// readCommit is the last commit of an index that has just been opened.
func readCommit(b bleve.Index) (Commit, error) {
	var c Commit
	name, err := b.GetInternal(identityKey)
	if err != nil {
		return c, err
	}
	data, err := b.GetInternal(commitKey)
	if err == nil && data != nil {
		err = json.Unmarshal(data, &c)
	}
	c.Index = string(name)
	return c, err
}

// identify gives a new index its name.
func identify(b bleve.Index) error {
	return b.SetInternal(identityKey, []byte(strings.ToLower(rand.Text()[:identityLetters])))
}

// identityLetters is how long an index's name is: of two indexes one in 2^40 shares it.
const identityLetters = 8
