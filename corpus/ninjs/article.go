package ninjs

import (
	"fmt"
	"net/url"
	"strings"

	"copydesk/corpus"
)

// fault is what is wrong with one property of an article that could be read all the same.
type fault struct {
	line int
	err  error
}

// read makes an article of the item, or says why it is none.
func (it item) read(id string) (corpus.Item, []fault) {
	if kind := it.kind(); kind != "" {
		return corpus.Item{Skipped: kind}, nil
	}
	headline := it.headline()
	body, skipped := choose(it.family("bodies", "body"), headline)
	if skipped != "" {
		return corpus.Item{Skipped: skipped}, nil
	}
	a := &corpus.Article{
		ID:         id,
		Headline:   headline,
		Byline:     it.byline(),
		Outlet:     it.outlet(),
		URL:        it.url(),
		Language:   it.text("language", "lang"),
		Status:     it.status(),
		Version:    it.text("version"),
		Note:       note(it.parts("ednote", "ednotes")),
		Body:       body.text,
		Paragraphs: body.paragraphs,
	}
	if a.Headline == "" {
		a.Headline = firstSentence(a)
	}
	if a.Dateline = dateline(a); a.Dateline == "" {
		a.Dateline = it.text("located")
	}
	return corpus.Item{Article: a}, it.setTimes(a)
}

// kind is the reason to skip the item for what it is; empty for text. An item that does not say what it is, but
// has an event's or a plan's details, is that.
func (it item) kind() string {
	stated := code(it.text("type"))
	kind, known := types[stated]
	switch {
	case !known:
		return fmt.Sprintf("unknown type %.20q", stated)
	case stated != "":
		return kind
	case it.has("eventdetails"):
		return "event"
	case it.has("plannedcoverage"):
		return "planning"
	default:
		return ""
	}
}

// status is the strictest that the item states. A pubstatus that is no text is not known, and withheld.
func (it item) status() corpus.Status {
	var strictest corpus.Status
	for _, p := range it.all("pubstatus") {
		s := corpus.Withheld
		if p.value[0] == '"' {
			s = corpus.ParseStatus(text(p.value))
		}
		strictest = max(strictest, s)
	}
	return strictest
}

// setTimes sets the article's times and its embargo, and returns the dates that are none.
func (it item) setTimes(a *corpus.Article) []fault {
	embargoes, faults := it.dates("embargoed", "embargoeduntil")
	if len(faults) > 0 {
		a.Status = max(a.Status, corpus.Withheld)
		faults[0].err = fmt.Errorf("%w: the article is withheld", faults[0].err)
	}
	for _, t := range embargoes {
		if t.Latest().After(a.Embargo.Latest()) {
			a.Embargo = t
		}
	}
	times, bad := it.dates("firstpublished", "firstcreated", "contentcreated", "versioncreated")
	versions, _ := it.dates("versioncreated")
	if len(times) > 0 {
		a.Published = times[0]
	}
	if len(versions) > 0 && !versions[0].Wall().Equal(a.Published.Wall()) {
		a.Updated = versions[0]
	}
	return append(faults, bad...)
}

// dates are the times that the properties state, in the order of the keys. An empty text states none and is no fault.
func (it item) dates(keys ...string) (times []corpus.Time, faults []fault) {
	for _, p := range it.all(keys...) {
		t, err := date(p)
		switch {
		case err != nil:
			faults = append(faults, fault{p.line, err})
		case !t.IsZero():
			times = append(times, t)
		}
	}
	return times, faults
}

func date(p property) (corpus.Time, error) {
	if p.value[0] != '"' {
		return corpus.Time{}, fmt.Errorf("%s %.40s is not a date", p.key, p.value)
	}
	t, err := corpus.ParseTime(text(p.value))
	if err != nil {
		return corpus.Time{}, fmt.Errorf("%s %w", p.key, err)
	}
	return t, nil
}

// url is where a reader finds the article. The standard says of a uri that it identifies; many are addresses too.
func (it item) url() string {
	candidates := []string{it.text("url"), it.text("link")}
	for _, r := range it.parts("renditions") {
		if strings.Contains(r.mediaType(), "html") {
			candidates = append(candidates, r.Href)
		}
	}
	for _, c := range append(candidates, it.text("uri")) {
		if c = strings.TrimSpace(c); onWeb(c) {
			return c
		}
	}
	return ""
}

// onWeb reports whether an address is one on the web. A host without a dot is a newsroom's own.
func onWeb(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && strings.Contains(u.Hostname(), ".") && u.User == nil
}
