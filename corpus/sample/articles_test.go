package sample

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding/charmap"
)

// article is what these tests need to know of one article, read without the project's own readers.
type article struct {
	file, id, version, text string
	shown                   bool // usable and not under embargo
}

// item is a ninjs item of any version: encoding/json does not mind the case of a name.
type item struct {
	URI, Type, Version, PubStatus, Embargoed string
	Headline                                 string
	Headlines                                []struct{ Value string }
	BodyText                                 string `json:"body_text"`
	Bodies                                   []struct{ ContentType, Value string }
}

// articles reads every article of the archive, and counts the items that are none.
func articles(t *testing.T) (all []article, others int) {
	t.Helper()
	err := fs.WalkDir(FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == "ABOUT.md" {
			return err
		}
		data, err := fs.ReadFile(FS(), name)
		if err != nil {
			return err
		}
		switch path.Ext(name) {
		case ".txt":
			all = append(all, article{file: name, id: name, text: decode(t, name, data), shown: true})
		case ".json", ".jsonl":
			found, rest := items(t, name, data)
			all, others = append(all, found...), others+rest
		default:
			t.Errorf("%s: got a file of no known format", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all, others
}

func decode(t *testing.T, name string, data []byte) string {
	t.Helper()
	if utf8.Valid(data) {
		return strings.TrimPrefix(string(data), "\ufeff")
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		t.Errorf("%s: got bytes that are neither UTF-8 nor Windows-1252: %v", name, err)
	}
	return string(text)
}

func items(t *testing.T, name string, data []byte) (all []article, others int) {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(data))
	for {
		var it item
		err := dec.Decode(&it)
		if err == io.EOF {
			return all, others
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if it.Type != "text" {
			others++
			continue
		}
		all = append(all, article{
			file: name, id: it.URI, version: it.Version, text: it.text(),
			shown: it.PubStatus == "usable" && it.Embargoed == "",
		})
	}
}

func (it *item) text() string {
	var b strings.Builder
	fmt.Fprintln(&b, it.Headline)
	for _, h := range it.Headlines {
		fmt.Fprintln(&b, h.Value)
	}
	fmt.Fprintln(&b, it.BodyText)
	for _, body := range it.Bodies {
		if strings.Contains(body.ContentType, "html") {
			body.Value = untagged(body.Value)
		}
		fmt.Fprintln(&b, body.Value)
	}
	return b.String()
}

// untagged is the text of an XHTML body.
func untagged(markup string) string {
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(markup)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(z.Text())
		}
	}
}
