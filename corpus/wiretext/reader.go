// Package wiretext reads plain-text articles, one a file, as wires and content systems export them:
//
//	Harbour fair opens to long queues
//
//	By Anna Veldt, Harbour Post
//	Feb 19, 2026 - 07:05
//
//	AALTO, Nordland (AP) — The fair opened on Thursday ...
//
// The first line is the headline, but for a date, an embargo or a status that stands above it. Header lines
// follow in any order; what counts as one is said at [Reader.Read]. All else is the story, which package corpus
// divides into paragraphs.
package wiretext

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"regexp"
	"slices"
	"strings"

	"copydesk/corpus"
)

// Reader reads one article a file. The zero Reader is ready to use. It implements [corpus.Reader].
type Reader struct{}

var _ corpus.Reader = Reader{}

// What Read has against a file.
var (
	errEmpty       = errors.New("the file is empty")
	errBlank       = errors.New("the file has nothing but white space")
	errLarge       = fmt.Errorf("larger than %d MB, the most that an article may have", corpus.MaxArticle>>20)
	errNoHeadline  = errors.New("no headline")
	errNoParagraph = errors.New("a headline without a paragraph under it")
)

// Detect takes files that end in .txt or .text, or that have no extension and hold prose, unless they begin as
// HTML, XML, JSON or a script do. An empty or binary .txt file is taken, so that Read can say what is wrong.
func (Reader) Detect(name string, head []byte) bool {
	if markup.Match(bytes.TrimPrefix(head, []byte("\ufeff"))) {
		return false
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".txt", ".text":
		return true
	case "":
		text, err := decode(head)
		return err == nil && prose.MatchString(text) && !markup.MatchString(text)
	}
	return false
}

// prose is what a file without an extension must have to be taken for an article and not for a list or a program's
// settings: a line that ends a sentence of eight words or more.
var prose = regexp.MustCompile(`(?m)(?:^|[ \t])(?:[\pL\pN“”"'‘’(,;–—-][^\s:=/\\]*[ \t\x{a0}]+){7,}[^\s:=/\\]*\pL[.!?…]["'”’)]?[ \t\r]*$`)

// markup is how HTML, XML, JSON, RTF and scripts begin.
var markup = regexp.MustCompile(`^\s*(?:<[A-Za-z!?]|\{\s*["}\\]|\[\s*[\[{"\]]|#!)`)

// Read yields the article of a file, or what is wrong with it, as a [*corpus.Error].
//
// The body is the whole file: byte for byte if it is UTF-8, less a byte order mark; otherwise decoded from UTF-16
// or Windows-1252. Line ends stay as they are. The article's ID is name.
//
// Header lines stand under the headline, among the first eight lines that are not blank and before the dateline;
// at most two paragraphs (a kicker, a standfirst) may come between them, and those belong to the story. They are
// no paragraphs:
//
//   - a date alone or with a time, a zone, a weekday and a label ("Updated: Feb. 19, 2026 7:05 a.m. ET"). Of
//     2/3/2026 the month comes first, as in the United States, unless it is over twelve. A line that has the
//     shape of a date but names no day of the calendar ("Feb 30, 2026") gives none;
//   - a byline: "By Anna Veldt", "Words: Anna Veldt";
//   - "Outlet:", "Publication:", "Newspaper:" or "Source:"; "Date:", "Published:", "Posted:", "Updated:" and the
//     like; "By:", "Byline:", "Author:"; "URL:", "Link:"; "Language:" (BCP 47); "Status:" (IPTC pubstatus); "Version:";
//   - "Embargoed until ...", "Embargo: ...", "Not for publication before ...". An article whose embargo cannot be
//     read is withheld.
//
// Several may share a line, with " | " between them.
//
// The outlet is what a header line says; else the byline ("Anna Veldt, Harbour Post"); else the agency in the
// dateline; else the one that the story says its sources talked to, which is marked as inferred. A republisher's line under the story says nothing about it.
func (Reader) Read(name string, in io.Reader) iter.Seq2[corpus.Item, error] {
	return func(yield func(corpus.Item, error) bool) {
		a, err := readArticle(name, in)
		if err != nil {
			yield(corpus.Item{}, err)
			return
		}
		yield(corpus.Item{Article: a}, nil)
	}
}

func readArticle(name string, in io.Reader) (*corpus.Article, error) {
	body, err := load(in)
	if err != nil {
		return nil, &corpus.Error{File: name, Err: err}
	}
	h := readHeader(body)
	if h.headline.Len() == 0 {
		return nil, &corpus.Error{File: name, Line: 1 + lineEnds(body[:h.lines[0].Start]), Err: errNoHeadline}
	}
	a := &corpus.Article{
		ID: name, Headline: h.headline.Of(body), Byline: h.byline, URL: h.url, Language: h.language,
		Published: h.published, Updated: h.updated, Embargo: h.embargo, Status: h.status, Version: h.version,
		Body: body, Paragraphs: h.paragraphs(body),
	}
	if !slices.ContainsFunc(a.Paragraphs, func(p corpus.Paragraph) bool { return p.Kind.Story() }) {
		return nil, &corpus.Error{File: name, Line: 1 + lineEnds(body[:h.headline.Start]), Err: errNoParagraph}
	}
	decideOutlet(a, h.facts, setDateline(a))
	return a, nil
}

// load reads and decodes a file that has at most corpus.MaxArticle bytes, before and after.
func load(in io.Reader) (string, error) {
	data, err := io.ReadAll(io.LimitReader(in, corpus.MaxArticle+1))
	switch {
	case err != nil:
		return "", err
	case len(data) > corpus.MaxArticle:
		return "", errLarge
	case len(data) == 0:
		return "", errEmpty
	}
	body, err := decode(data)
	switch {
	case err != nil:
		return "", err
	case len(body) > corpus.MaxArticle:
		return "", errLarge
	case (corpus.Span{End: len(body)}).Trim(body).Len() == 0:
		return "", errBlank
	}
	return body, nil
}

// setDateline reads the dateline, which may follow a kicker and a standfirst: the lead is where it stands. It
// returns the agency that the dateline names.
func setDateline(a *corpus.Article) (agency string) {
	lead, seen := -1, 0
	for i, p := range a.Paragraphs {
		if !p.Kind.Story() {
			continue
		}
		if p.Kind == corpus.Lead {
			lead = i
		}
		text := p.Span.Of(a.Body)
		if place, length := corpus.Dateline(text); length > 0 {
			a.Dateline = place
			a.Paragraphs[lead].Kind, a.Paragraphs[i].Kind = corpus.Body, corpus.Lead
			return wireMark(text[:length])
		}
		if seen++; seen > maxAsides {
			break
		}
	}
	return ""
}
