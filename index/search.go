package index

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
)

// Field is a text of the index that a Clause searches.
type Field string

// The fields of passages, and those of articles.
const (
	Text     Field = fieldText     // passages of the story itself
	Aside    Field = fieldAside    // captions, credits and footers
	Speaker  Field = fieldSpeaker  // who says something in a passage: names, roles, the article's own words
	Headline Field = fieldHeadline // articles by their headline
	Opening  Field = fieldOpening  // articles by dateline, byline, subheads and first two paragraphs
)

// Clause looks for one term in one field.
type Clause struct {
	Field Field
	// Term is that of a Token, not a word as typed.
	Term string
	// Weight multiplies what the term scores; above 0.
	Weight float64
}

// Query asks for the documents that hold any of its clauses' terms, the highest sum of scores first.
// The clauses are all of fields of passages, or all of fields of articles.
type Query struct {
	Clauses []Clause
	Filter  Filter
	// Size is the most hits wanted.
	Size int
}

// Filter limits what is found by where and when it was published. The zero Filter lets all pass.
type Filter struct {
	// Outlets are names exactly as the articles have them; none means any.
	Outlets []string
	// From and To are days, YYYY-MM-DD, both included; an empty one is no limit. With a limit, what has no date fails.
	From, To string
	// At, if not zero, keeps back what is under embargo then, so that it takes no place among the hits. Whether
	// something may be shown is still the caller's to decide when it is.
	At time.Time
}

// Hit is a document found.
type Hit struct {
	// Article is its ID.
	Article string
	// Passage is its place among the record's passages; -1 for the article itself.
	Passage int
	// Score is above 0 and has no unit: only hits of one search compare.
	Score float64
}

// Search runs the query. Equal scores are ordered by document.
func (x *Index) Search(ctx context.Context, q Query) ([]Hit, error) {
	if len(q.Clauses) == 0 || q.Size <= 0 {
		return nil, nil
	}
	request := bleve.NewSearchRequestOptions(q.bleve(), q.Size, 0, false)
	result, err := x.bleve.SearchInContext(ctx, request)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	hits := make([]Hit, len(result.Hits))
	for i, h := range result.Hits {
		hits[i].Article, hits[i].Passage = splitKey(h.ID)
		hits[i].Score = h.Score
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { // bleve would look up the name of every document for it
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Article, b.Article), cmp.Compare(a.Passage, b.Passage))
	})
	return hits, nil
}

func (q Query) bleve() query.Query {
	should := make([]query.Query, len(q.Clauses))
	for i, c := range q.Clauses {
		t := query.NewTermQuery(c.Term)
		t.SetField(string(c.Field))
		t.SetBoost(c.Weight)
		should[i] = t
	}
	any := query.NewDisjunctionQuery(should)
	conditions, embargo := q.Filter.conditions(), q.Filter.embargo()
	if len(conditions) == 0 && embargo == nil {
		return any
	}
	filtered := query.NewBooleanQuery([]query.Query{any}, nil, embargo)
	if len(conditions) > 0 {
		filtered.AddFilter(query.NewConjunctionQuery(conditions))
	}
	return filtered
}

// embargo finds what is to be kept back.
func (f Filter) embargo() []query.Query {
	if f.At.IsZero() {
		return nil
	}
	later, no := query.NewTermRangeQuery(instant(f.At), ""), false
	later.InclusiveMin = &no
	later.SetField(fieldUntil)
	return []query.Query{later}
}

// conditions find but do not score.
func (f Filter) conditions() []query.Query {
	var must []query.Query
	if len(f.Outlets) > 0 {
		outlets := make([]query.Query, len(f.Outlets))
		for i, name := range f.Outlets {
			t := query.NewTermQuery(name)
			t.SetField(fieldOutlet)
			outlets[i] = t
		}
		must = append(must, query.NewDisjunctionQuery(outlets))
	}
	if f.From != "" || f.To != "" {
		yes := true
		days := query.NewTermRangeInclusiveQuery(f.From, f.To, &yes, &yes)
		days.SetField(fieldDay)
		must = append(must, days)
	}
	return must
}

// Rarity is, for each term, how much it tells in the text of the stories: its inverse document frequency (Spärck
// Jones 1972) over passages, as a share of the most that there is: near 0 for a term that all passages have, 1 for
// one that none has.
func (x *Index) Rarity(ctx context.Context, terms []string) ([]float64, error) {
	r, err := x.reader()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	docs, err := r.DocCount()
	if err != nil {
		return nil, fmt.Errorf("rarity: %w", err)
	}
	out := make([]float64, len(terms))
	if docs == 0 {
		return out, nil
	}
	for i, term := range terms {
		n, err := documentCount(ctx, r, fieldText, term)
		if err != nil {
			return nil, err
		}
		out[i] = 1 - math.Log(float64(n)+1)/math.Log(float64(docs)+1)
	}
	return out, nil
}
