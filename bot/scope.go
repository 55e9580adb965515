package bot

import (
	"context"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"copydesk/bot/mention"
	"copydesk/index"
)

// shelving is what an index holds by outlet and day.
type shelving struct {
	shelves []index.Shelf
	newest  []index.Shelf  // the same by day, the newest first and those without a day last
	recent  string         // the day on which the newest articles begin
	outlets []string       // sorted; none is empty
	roster  mention.Roster // of the outlets
	last    time.Time      // the day of the newest article; zero if none has a date
}

// scopeCache keeps the index's shelves from one commit to the next.
type scopeCache struct {
	sync.Mutex
	epoch uint64
	known bool
	shelving
}

func (d *Desk) shelves(ctx context.Context) (shelving, error) {
	d.scope.Lock()
	defer d.scope.Unlock()
	epoch := d.index.Epoch()
	if d.scope.known && d.scope.epoch == epoch {
		return d.scope.shelving, nil
	}
	shelves, err := d.index.Shelves(ctx)
	if err != nil {
		return shelving{}, err
	}
	d.scope.shelving, d.scope.epoch, d.scope.known = newShelving(shelves), epoch, true
	return d.scope.shelving, nil
}

func newShelving(shelves []index.Shelf) shelving {
	outlets := make(map[string]bool)
	last := ""
	for _, s := range shelves {
		outlets[s.Outlet] = true
		last = max(last, s.Day)
	}
	newest := slices.Clone(shelves)
	slices.SortStableFunc(newest, func(a, b index.Shelf) int { return strings.Compare(b.Day, a.Day) })
	delete(outlets, "")
	names := slices.Sorted(maps.Keys(outlets))
	return shelving{shelves, newest, recentDay(newest), names, mention.NewRoster(names), parseDay(last)}
}

// recently is how many articles are the newest.
const recently = 200

// recentDay is the day on which the newest articles begin; empty if all are.
func recentDay(newest []index.Shelf) string {
	n := 0
	for _, s := range newest {
		if n += s.Articles; n > recently {
			return s.Day
		}
	}
	return ""
}

// limits turns the question's limits, and those that its text sets, into those of the index, and says what lies within
// them.
func (r reader) limits(q Question, n narrowing, shelves []index.Shelf) (index.Filter, Scope) {
	printed := n.period.Printed()
	filter := index.Filter{From: max(dayOf(q.From), dayOf(printed.First)), To: earlier(dayOf(q.To), dayOf(printed.Last))}
	wanted := folded(q.Outlet)
	asked := strings.TrimSpace(q.Outlet) != ""
	var scope Scope
	var first, last string
	for _, s := range shelves {
		if !r.free(s.Until()) {
			filter.At = r.now
			continue
		}
		if !within(s.Day, filter) || asked && !named(s.Outlet, wanted) || !n.has(s.Outlet) {
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
	if asked || len(n.outlets) > 0 {
		filter.Outlets = slices.Clone(scope.Outlets)
	}
	slices.SortStableFunc(scope.Outlets, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
	scope.Outlets = slices.CompactFunc(scope.Outlets, strings.EqualFold)
	return filter, scope
}

// earlier is the earlier of two days, of which an empty one is no limit.
func earlier(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return min(a, b)
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
