package bot

import (
	"context"
	"errors"
	"strings"

	"copydesk/corpus"
	"copydesk/index"
)

// ErrNoArticle is what Article and Around return where no article that may be shown fits.
var ErrNoArticle = errors.New("there is no such article")

// Card is an article at a glance: what it is, and whom it has say something.
type Card struct {
	Article Citation `json:"article"`
	// Updated is when the text was last changed; zero if the archive does not say.
	Updated corpus.Time `json:"updated,omitzero"`
	// Dateline is the place from which the story was filed, as printed; Language a BCP 47 tag; Note the public editor's note;
	// Version the archive's own label of this version. Each is empty if the archive has none.
	Dateline string `json:"dateline,omitempty"`
	Language string `json:"language,omitempty"`
	Note     string `json:"note,omitempty"`
	Version  string `json:"version,omitempty"`
	// Paragraphs and Words are those of the story's own text, without subheads, captions, credits and footers.
	Paragraphs int `json:"paragraphs"`
	Words      int `json:"words"`
	// Sources are those who say something in it, whoever is quoted most first, then in the order of their appearance.
	Sources []Source `json:"sources"`
	// Others are further articles that fit what was asked for as well, 24 at most, the best first.
	Others []Citation `json:"others,omitempty"`
}

// Article finds one article, by its ID or by words of its headline, among which may be words of its outlet and its date. Of
// several that fit it is the best, and the Others are told. The error is ErrNoArticle, that of ctx, or one of the
// index.
func (d *Desk) Article(ctx context.Context, ref string) (Card, error) {
	who := d.reader(ctx)
	record, err := d.record(strings.TrimSpace(ref), who)
	if err != nil {
		return Card{}, err
	}
	var others []Citation
	if record == nil {
		found, err := d.findArticles(ctx, who, ref)
		if err != nil {
			return Card{}, err
		}
		if found = foremostTitles(found); len(found) == 0 || len(folded(ref)) == 0 {
			return Card{}, ErrNoArticle
		}
		record = found[0].record
		for _, t := range found[1:min(len(found), MaxSuggestions)] {
			others = append(others, who.cite(t.record))
		}
	}
	card := newCard(who, record)
	card.Others = others
	return card, nil
}

func newCard(who reader, record *index.Record) Card {
	a := record.Article
	card := Card{
		Article: who.cite(record), Updated: a.Updated, Dateline: a.Dateline, Language: a.Language, Note: a.Note, Version: a.Version,
		Sources: sources(who, record),
	}
	for _, p := range a.Paragraphs {
		if p.Kind.Story() {
			card.Paragraphs++
			card.Words += len(strings.Fields(p.Span.Of(a.Body)))
		}
	}
	return card
}
