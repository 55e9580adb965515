// Package sample is a small newspaper archive about an invented country, written for this project: what the demo
// indexes and what tests read. archive/ABOUT.md says which file holds which shape.
package sample

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"os"
)

//go:embed archive
var embedded embed.FS

//go:embed questions.jsonl
var questions []byte

// FS is the archive: one folder an outlet, plain text and ninjs, and ABOUT.md, which is no article.
func FS() fs.FS {
	archive, err := fs.Sub(embedded, "archive")
	if err != nil {
		panic(err) // the name is a constant and valid
	}
	return archive
}

// Write copies the archive into dir, which it makes if need be. It fails on a file that is there already,
// and leaves what it has written until then.
func Write(dir string) error {
	if err := os.CopyFS(dir, FS()); err != nil {
		return fmt.Errorf("sample archive: %w", err)
	}
	return nil
}

// Outlets names the outlet of each folder of plain text, as a newsroom sets it for its own archive.
// Two folders are not in it: northwater-wire, whose items name their outlet, and unsorted, where nobody knows.
func Outlets() map[string]string {
	return map[string]string{
		"harbour-post":     "The Harbour Post",
		"lethmark-ledger":  "The Lethmark Ledger",
		"skerrow-islander": "Skerrow Islander",
		"tarrow-courier":   "The Tarrow Courier",
	}
}

// Questions are 40 questions to the archive with the sentences that answer them, one JSON object a line:
//
//	{"id":"m01","type":"fact","question":"…","answers":[{"article":"…","evidence":"…","speaker":"…"}]}
//
// An article is named by its ninjs uri or by its path in [FS]. evidence is word for word in its text. speaker is
// the full name, the article's own words for somebody anonymous, or null where the outlet speaks. A question
// without answers is to be declined: nothing in the archive answers it, or only what may not be shown.
func Questions() []byte { return bytes.Clone(questions) }
