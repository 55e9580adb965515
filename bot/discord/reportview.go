package discord

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
	"copydesk/bot/ledger"
)

// askedDraft is what a receipt keeps of a draft: a message, or of a file its size and the end of its name, which tells the
// kind of document. A file is confidential: no word of it is kept.
type askedDraft struct {
	Text string `json:"text,omitempty"` // of a message
	Size int64  `json:"size,omitempty"` // of a file, in bytes
	Ext  string `json:"ext,omitempty"`
}

// keptReport is what a receipt keeps of a draft beside that: where Discord has the file for as long as it does. What a button
// shows of it is read anew.
type keptReport struct {
	URL string `json:"url,omitempty"`
}

// draftSource is where a draft is read: from the message's text, or else from the file.
type draftSource struct {
	askedDraft
	url string
}

// reportView shows the quotations of a draft: a list, those first that cannot be printed as they are, and each by itself.
type reportView struct {
	desk  Desk
	draft draftSource
	// read gives the report.
	read func(context.Context) (bot.Report, error)
}

func (s *service) reportView(r ledger.Receipt) (view, error) {
	var asked askedDraft
	var kept keptReport
	if err := decode(r, &asked, &kept); err != nil {
		return nil, err
	}
	d := draftSource{asked, kept.URL}
	return reportView{s.desk, d, func(ctx context.Context) (bot.Report, error) { return s.checkAgain(ctx, d) }}, nil
}

// How many reports are kept in memory, and how long, so that turning their pages does not read and check the draft each
// time. They are nowhere else.
const (
	maxReports = 16
	reportLife = 10 * time.Minute
)

// reportKey is a draft, the state of the index that it was checked against, and whether its reader is shown embargoed
// articles.
type reportKey struct {
	draft   draftSource
	index   string
	cleared bool
}

// checkAgain gives the report of a draft that was checked before.
func (s *service) checkAgain(ctx context.Context, d draftSource) (bot.Report, error) {
	status, err := s.desk.Status(ctx)
	if err != nil {
		return bot.Report{}, err
	}
	key := reportKey{d, status.Index, bot.SeesEmbargoed(ctx)}
	if r, ok := s.reports.Get(key); ok {
		return r, nil
	}
	r, err := s.checkDraft(ctx, d)
	if err == nil {
		s.reports.Add(key, r)
	}
	return r, err
}

func (d draftSource) none() string {
	if d.url == "" {
		return textNoQuotes
	}
	return textNoDraftQuotes
}

// checkDraft reads the draft and checks it.
func (s *service) checkDraft(ctx context.Context, d draftSource) (bot.Report, error) {
	if d.url == "" {
		return s.desk.CheckDraft(ctx, "", strings.NewReader(d.Text))
	}
	data, err := s.rest.fetch(ctx, attachment{URL: d.url, Size: d.Size})
	if err != nil {
		return bot.Report{}, err
	}
	return s.desk.CheckDraft(ctx, "draft"+d.Ext, bytes.NewReader(data))
}

// maxListed is how many quotations a page lists.
const maxListed = 8

// scene implements [view]: a page of the list, or a quotation by its number, such as "q3".
func (v reportView) scene(ctx context.Context, place string) (scene, error) {
	r, err := v.read(ctx)
	if err != nil {
		return scene{}, err
	}
	order := attention(r.Quotations)
	switch {
	case len(order) == 0:
		return scene{message: message{Content: joined("\n", []string{v.draft.none(), reportNotes(r, time.Now())})}}, nil
	case len(order) == 1:
		return v.quotation(ctx, r, order, 0)
	}
	if number, ok := strings.CutPrefix(place, "q"); ok {
		n, err := strconv.Atoi(number)
		if at := slices.Index(order, n-1); err == nil && at >= 0 {
			return v.quotation(ctx, r, order, at)
		}
		return scene{}, errNoPlace
	}
	n, err := page(place, (len(order)+maxListed-1)/maxListed)
	if err != nil {
		return scene{}, err
	}
	return v.list(ctx, r, order, n)
}

// attention is the order in which an editor looks at quotations: first those that cannot be printed as they are, both in
// the order of the draft.
func attention(qs []bot.DraftQuotation) []int {
	var faults, clean []int
	for i, q := range qs {
		if q.Clean() {
			clean = append(clean, i)
		} else {
			faults = append(faults, i)
		}
	}
	return append(faults, clean...)
}

// list is a page of the list, with a menu that opens one of its quotations.
func (v reportView) list(ctx context.Context, r bot.Report, order []int, n int) (scene, error) {
	from, to := n*maxListed, min((n+1)*maxListed, len(order))
	var lines []string
	var options []menuOption
	for _, i := range order[from:to] {
		q := r.Quotations[i]
		place, err := v.placeOf(ctx, q)
		if err != nil {
			return scene{}, err
		}
		w := quotationVerdict(q)
		lines = append(lines, fmt.Sprintf(`%s **%d\.** %s`, w.mark, i+1, joined(" · ", []string{w.word, textListed(q) + place})))
		options = append(options, choose(fmt.Sprintf("%d. %s: “%s”", i+1, w.word, markdown.OneLine(q.Text)), claimedBy(q), "q"+strconv.Itoa(i+1)))
	}
	e := &discordgo.MessageEmbed{Title: r.Counts.String(), Color: reportColour(r), Description: strings.Join(lines, "\n\n")}
	if len(order) > maxListed {
		e.Footer = footer(textPage(n+1, (len(order)+maxListed-1)/maxListed))
	}
	sc := scene{message: message{Content: reportNotes(r, time.Now()), Embeds: []*discordgo.MessageEmbed{e}}}
	if left := r.Counts.Quotations - len(r.Quotations); left > 0 {
		sc.Content = joined("\n", []string{sc.Content, textLeftOut(left)})
	}
	sc.back, sc.next = steps(n, (len(order)+maxListed-1)/maxListed, textNextPage)
	sc.menus = []menu{{showVerb, textOpenQuotation, options}}
	return sc, nil
}

// placeOf says whose the archive says that the words are, if it may.
func (v reportView) placeOf(ctx context.Context, q bot.DraftQuotation) (string, error) {
	if q.Check == nil || len(q.Check.Matches) == 0 {
		return "", nil
	}
	note, err := noteOn(ctx, v.desk, q.Check.Matches[0].Article)
	if err != nil || note.gone {
		return "", err
	}
	return " " + textPieceOf(q.Check.Matches[0]), nil
}

// quotation is one quotation by itself: what came of it, and the place that the archive has it in.
func (v reportView) quotation(ctx context.Context, r bot.Report, order []int, at int) (scene, error) {
	i := order[at]
	q := r.Quotations[i]
	head := joined("\n", []string{"**" + r.Counts.String() + "**", reportNotes(r, time.Now())})
	if len(order) > 1 {
		head = textNumber(i+1, r.Counts.Quotations)
	}
	sc := scene{}
	if q.Check == nil {
		sc.message = message{Embeds: []*discordgo.MessageEmbed{uncheckedEmbed(q)}}
	} else {
		one, err := checkView{desk: v.desk, asked: askedQuotation{Text: q.Text, Claimed: claimedBy(q)}, check: *q.Check}.scene(ctx, "")
		if err != nil {
			return scene{}, err
		}
		sc = one
	}
	sc.Content = joined("\n", []string{head, sc.Content})
	sc.back, sc.next = nil, nil
	if len(order) > 1 {
		sc.back = &step{textAllQuotations, strconv.Itoa(at / maxListed)}
	}
	if at+1 < len(order) {
		sc.next = &step{textNextQuotation, "q" + strconv.Itoa(order[at+1]+1)}
	}
	return sc, nil
}

func uncheckedEmbed(q bot.DraftQuotation) *discordgo.MessageEmbed {
	yours := marked{text: q.Text}
	return &discordgo.MessageEmbed{Title: textUnchecked, Color: colourDoubt,
		Description: joined("\n\n", []string{markdown.Escape(q.Unchecked), textYours(claimedBy(q)) + "\n" + yours.write(maxCompared)})}
}

// again implements [view].
func (v reportView) again(s *service) task { return s.draft(v.draft) }
