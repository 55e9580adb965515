package bot

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"copydesk/index"
)

// scopeCache keeps the index's shelves from one commit to the next.
type scopeCache struct {
	sync.Mutex
	epoch   uint64
	known   bool
	shelves []index.Shelf
}

func (d *Desk) shelves(ctx context.Context) ([]index.Shelf, error) {
	d.scope.Lock()
	defer d.scope.Unlock()
	epoch := d.index.Epoch()
	if d.scope.known && d.scope.epoch == epoch {
		return d.scope.shelves, nil
	}
	shelves, err := d.index.Shelves(ctx)
	if err != nil {
		return nil, err
	}
	d.scope.shelves, d.scope.epoch, d.scope.known = shelves, epoch, true
	return shelves, nil
}

// limits turns the question's limits into those of the index, and says what lies within them.
func (d *Desk) limits(ctx context.Context, q Question) (index.Filter, Scope, error) {
	shelves, err := d.shelves(ctx)
	if err != nil {
		return index.Filter{}, Scope{}, err
	}
	filter := index.Filter{From: dayOf(q.From), To: dayOf(q.To)}
	wanted, now := folded(q.Outlet), d.now()
	limited := strings.TrimSpace(q.Outlet) != ""
	var scope Scope
	var first, last string
	for _, s := range shelves {
		if !free(s.Until(), now) {
			filter.At = now
		}
		if !free(s.Until(), now) || !within(s.Day, filter) || limited && !named(s.Outlet, wanted) {
			continue
		}
		scope.Articles += s.Articles
		if s.Outlet != "" {
			scope.Outlets = append(scope.Outlets, s.Outlet)
		}
		if s.Day != "" {
			last = max(last, s.Day)
			if first == "" || s.Day < first {
				first = s.Day
			}
		}
	}
	slices.Sort(scope.Outlets)
	scope.Outlets = slices.Compact(scope.Outlets)
	scope.First, scope.Last = parseDay(first), parseDay(last)
	if limited {
		filter.Outlets = slices.Clone(scope.Outlets)
	}
	slices.SortStableFunc(scope.Outlets, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
	scope.Outlets = slices.CompactFunc(scope.Outlets, strings.EqualFold)
	return filter, scope, nil
}

func within(day string, f index.Filter) bool {
	if f.From == "" && f.To == "" {
		return true
	}
	return day != "" && day >= f.From && (f.To == "" || day <= f.To)
}

// named reports whether the outlet's name has all the wanted words, of which there is one at least.
func named(outlet string, wanted []string) bool {
	words := folded(outlet)
	return len(wanted) > 0 && !slices.ContainsFunc(wanted, func(w string) bool { return !slices.Contains(words, w) })
}

func dayOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func parseDay(day string) time.Time {
	t, err := time.Parse(time.DateOnly, strings.TrimSpace(day))
	if err != nil {
		return time.Time{}
	}
	return t
}
