package bot

import (
	"time"

	"copydesk/corpus"
)

// visible decides, at the moment of showing, whether an article may be shown. Every path asks here: what is withheld
// or canceled never is, what is embargoed not before its time.
func visible(a *corpus.Article, now time.Time) bool {
	return a.Status == corpus.Usable && free(a.Embargo.Latest(), now)
}

// free reports whether an embargo that ends then is over; the zero time is no embargo.
func free(until, now time.Time) bool { return !now.Before(until) }
