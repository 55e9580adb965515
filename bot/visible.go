package bot

import (
	"context"
	"time"

	"copydesk/corpus"
	"copydesk/index"
)

// embargoedKey marks a context of somebody who may see what is under embargo.
type embargoedKey struct{}

// WithEmbargoed is a context for somebody who may see what is under embargo: what is asked of a Desk with it shows
// embargoed articles too, each with the time at which its Embargo ends. What is withheld or canceled stays hidden. Whoever
// makes such a context has to keep what comes of it from others.
func WithEmbargoed(ctx context.Context) context.Context {
	return context.WithValue(ctx, embargoedKey{}, true)
}

// SeesEmbargoed reports whether WithEmbargoed was used on the context.
func SeesEmbargoed(ctx context.Context) bool {
	embargoed, _ := ctx.Value(embargoedKey{}).(bool)
	return embargoed
}

// reader is whoever asks, at the moment of asking. What may be shown is decided here for every path, at the moment of showing:
// what is withheld or canceled never is, what is embargoed not before its time but to those who may see it.
type reader struct {
	now       time.Time
	embargoed bool
}

func (d *Desk) reader(ctx context.Context) reader {
	return reader{d.now(), SeesEmbargoed(ctx)}
}

// sees reports whether the article may be shown.
func (r reader) sees(a *corpus.Article) bool {
	return a.Status == corpus.Usable && r.free(a.Embargo.Latest())
}

// free reports whether what is under embargo until then may be shown; the zero time is no embargo.
func (r reader) free(until time.Time) bool { return r.embargoed || r.over(until) }

func (r reader) over(until time.Time) bool { return !r.now.Before(until) }

// filter has a search keep back what the reader may not see.
func (r reader) filter() index.Filter {
	if r.embargoed {
		return index.Filter{}
	}
	return index.Filter{At: r.now}
}

// record is the article of that ID; nil if there is none, or none that the reader may see.
func (d *Desk) record(id string, r reader) (*index.Record, error) {
	record, err := d.index.Record(id)
	if err != nil || record == nil || !r.sees(record.Article) {
		return nil, err
	}
	return record, nil
}

// cite names the article of a record.
func (r reader) cite(record *index.Record) Citation {
	a := record.Article
	c := Citation{
		ID: a.ID, Version: record.Hash, Headline: a.Headline, Outlet: a.Outlet, OutletInferred: a.OutletInferred,
		Byline: a.Byline, Published: a.Published, URL: a.URL,
	}
	if !r.over(a.Embargo.Latest()) {
		c.Embargo = a.Embargo
	}
	return c
}
