package index

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2/document"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"copydesk/corpus"
)

const (
	textOptions  = bleveindex.IndexField
	exactOptions = bleveindex.IndexField | bleveindex.SkipFreqNorm
	storeOptions = bleveindex.StoreField
)

// articleKey and passageKey name the documents. The last tab ends the article's ID.
func articleKey(id string) string { return id + "\t" }

func passageKey(id string, n int) string { return id + "\t" + strconv.Itoa(n) }

func splitKey(key string) (id string, passage int) {
	i := strings.LastIndexByte(key, '\t')
	n, err := strconv.Atoi(key[i+1:])
	if err != nil {
		return key[:i], -1
	}
	return key[:i], n
}

// searchable reports whether an article's text goes into the index; what is withheld or canceled is only recorded.
func searchable(a *corpus.Article) bool { return a.Status == corpus.Usable }

// articleDocument is the document of the article itself.
func articleDocument(r *Record, h held) (*document.Document, error) {
	record, err := encode(r)
	if err != nil {
		return nil, err
	}
	copies, err := encode(h)
	if err != nil {
		return nil, err
	}
	a := r.Article
	d := document.NewDocument(articleKey(a.ID))
	d.AddField(document.NewTextFieldWithIndexingOptions(fieldRecord, nil, record, storeOptions))
	d.AddField(document.NewTextFieldWithIndexingOptions(fieldCopies, nil, copies, storeOptions))
	for _, c := range h.Copies {
		addExact(d, fieldFile, c.File)
	}
	if searchable(a) {
		addText(d, fieldHeadline, a.Headline)
		addText(d, fieldOpening, opening(a))
		for _, term := range names(r) {
			addExact(d, fieldName, term)
		}
		addOrigin(d, a)
		addExact(d, fieldShelf, shelf{outlet: a.Outlet, day: day(a.Published), embargo: a.Embargo}.String())
	}
	return d, nil
}

// opening is what tells what a story is about: where and by whom it was written, its subheads, how it begins.
func opening(a *corpus.Article) string {
	parts := []string{a.Dateline, a.Byline}
	for s := range a.Subheads() {
		parts = append(parts, s)
	}
	for i, story := 0, 0; i < len(a.Paragraphs) && story < 2; i++ {
		if a.Paragraphs[i].Kind.Story() {
			parts = append(parts, a.Paragraphs[i].Span.Of(a.Body))
			story++
		}
	}
	return strings.Join(parts, "\n")
}

// passageDocument is the document of the n-th passage.
func passageDocument(r *Record, n int) *document.Document {
	a, p := r.Article, r.Passages[n]
	d := document.NewDocument(passageKey(a.ID, n))
	field := fieldText
	if !p.Kind.Story() {
		field = fieldAside
	}
	addText(d, field, p.Span.Of(a.Body))
	addText(d, fieldSpeaker, speakers(r, p.Span))
	addOrigin(d, a)
	return d
}

// addOrigin adds what a Filter asks for.
func addOrigin(d *document.Document, a *corpus.Article) {
	if a.Outlet != "" {
		addExact(d, fieldOutlet, a.Outlet)
	}
	if !a.Published.IsZero() {
		addExact(d, fieldDay, day(a.Published))
	}
	if !a.Embargo.IsZero() {
		addExact(d, fieldUntil, instant(a.Embargo.Latest()))
	}
}

// instant is t as it is indexed: text that sorts by time.
func instant(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05Z") }

// speakers are those who say something within the span, each once, with their roles.
func speakers(r *Record, span corpus.Span) string {
	var out []string
	for i := range r.Attributions {
		at := &r.Attributions[i]
		who := strings.TrimSpace(at.Speaker + " " + at.Role)
		if who != "" && slices.ContainsFunc(at.Content, span.Overlaps) && !slices.Contains(out, who) {
			out = append(out, who)
		}
	}
	return strings.Join(out, "\n")
}

// day is the day of t as it is indexed; empty if there is none.
func day(t corpus.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Wall().Format("2006-01-02")
}

func addText(d *document.Document, field, text string) {
	if text != "" {
		d.AddField(document.NewTextFieldCustom(field, nil, []byte(text), textOptions, bleveAnalyzer{}))
	}
}

// addExact adds the value as one term.
func addExact(d *document.Document, field, value string) {
	d.AddField(document.NewTextFieldWithIndexingOptions(field, nil, []byte(value), exactOptions))
}
