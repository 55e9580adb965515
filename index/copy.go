package index

import (
	"slices"
	"strconv"
	"strings"

	"copydesk/corpus"
)

// Copy is what one file holds of an article: one version, or several of which the newest counts.
type Copy struct {
	// File is the absolute path.
	File string `json:"file"`
	// Hashes are of the contents that the file has for this ID; a content with another hash is a change.
	Hashes  []string      `json:"hashes"`
	Version string        `json:"version,omitempty"`
	Updated corpus.Time   `json:"updated,omitzero"`
	Status  corpus.Status `json:"status"`
	Embargo corpus.Time   `json:"embargo,omitzero"`
	// Named says that the article has no identifier of its own but is named after this file.
	Named bool `json:"named,omitempty"`
}

func newCopy(path string, a *corpus.Article, hash string, named bool) Copy {
	updated := a.Updated
	if updated.IsZero() {
		updated = a.Published
	}
	return Copy{path, []string{hash}, a.Version, updated, a.Status, a.Embargo, named}
}

// newer orders versions: by number, else by text, and equal ones by the time of their last change.
// It reports whether c is at least as new as d.
func (c Copy) newer(d Copy) bool {
	if order := compareVersions(c.Version, d.Version); order != 0 {
		return order > 0
	}
	return !c.Updated.Latest().Before(d.Updated.Latest())
}

func compareVersions(a, b string) int {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	switch {
	case errX != nil || errY != nil:
		return strings.Compare(a, b)
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// newest reports whether no copy is newer than c.
func newest(copies []Copy, c Copy) bool {
	return !slices.ContainsFunc(copies, func(d Copy) bool { return !c.newer(d) })
}

func sameContent(copies []Copy, c Copy) bool {
	return slices.ContainsFunc(copies, func(d Copy) bool { return slices.Contains(d.Hashes, c.Hashes[0]) })
}

// conflict finds a copy in another file, of the same version and time as c but with another content.
func conflict(copies []Copy, c Copy) (string, bool) {
	for _, d := range copies {
		if d.File != c.File && c.newer(d) && d.newer(c) && !slices.Contains(d.Hashes, c.Hashes[0]) && exists(d.File) {
			return d.File, true
		}
	}
	return "", false
}

// merge puts c among the copies. A file's first article of an ID replaces what the file held before, unless it held
// just that; a further one is another version in the same file, of which the newest counts.
func merge(copies []Copy, c Copy, first bool) (merged []Copy, changed bool) {
	i := slices.IndexFunc(copies, func(d Copy) bool { return d.File == c.File })
	if i < 0 {
		return append(slices.Clone(copies), c), true
	}
	old := copies[i]
	if slices.Contains(old.Hashes, c.Hashes[0]) {
		return copies, false
	}
	copies = slices.Clone(copies)
	if first {
		copies[i] = c
		return copies, true
	}
	kept := c
	if !c.newer(old) {
		kept = old
	}
	kept.Hashes = append(slices.Clone(old.Hashes), c.Hashes[0])
	if old.Status == corpus.Canceled || c.Status == corpus.Canceled {
		kept.Status = corpus.Canceled
	}
	for _, d := range []Copy{old, c} {
		if d.Embargo.Latest().After(kept.Embargo.Latest()) {
			kept.Embargo = d.Embargo
		}
	}
	copies[i] = kept
	return copies, true
}

// restrict gives the article the status of its newest copy and applies what binds every version: a cancellation for
// good, an embargo until its time.
func restrict(a *corpus.Article, copies []Copy) {
	a.Status, a.Embargo = corpus.Usable, corpus.Time{}
	for _, c := range copies {
		if newest(copies, c) {
			a.Status = c.Status
		}
		if c.Embargo.Latest().After(a.Embargo.Latest()) {
			a.Embargo = c.Embargo
		}
	}
	if slices.ContainsFunc(copies, func(c Copy) bool { return c.Status == corpus.Canceled }) {
		a.Status = corpus.Canceled
	}
}
