package discord

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
	"copydesk/bot/ledger"
)

// saidQuery is what is asked about a person.
type saidQuery struct {
	Name  string    `json:"name"`
	About string    `json:"about,omitempty"`
	From  time.Time `json:"from,omitzero"`
	To    time.Time `json:"to,omitzero"`
}

// saidView shows what somebody said, a few statements a page, with a menu that opens one of them; or who may be meant.
type saidView struct {
	desk  Desk
	asked saidQuery
	said  bot.Statements
}

func (s *service) saidView(r ledger.Receipt) (view, error) {
	v := saidView{desk: s.desk}
	err := decode(r, &v.asked, &v.said)
	return v, err
}

// How much of a list of statements stands on a page: what a phone shows without much scrolling.
const (
	maxOnPage    = 4 // stories
	maxOfArticle = 3 // statements
	maxPageText  = 2400
)

// scene implements [view]: a page of the list, or a statement by its number, such as "s3".
func (v saidView) scene(ctx context.Context, place string) (scene, error) {
	if v.said.Person == nil || len(v.said.Statements) == 0 {
		return scene{message: message{Content: v.empty()}}, nil
	}
	if number, ok := strings.CutPrefix(place, "s"); ok {
		n, err := page(number, len(v.said.Statements))
		if err != nil {
			return scene{}, err
		}
		return v.statement(ctx, n)
	}
	pages := v.pages()
	n, err := page(place, len(pages))
	if err != nil {
		return scene{}, err
	}
	sc, err := v.list(ctx, pages[n])
	sc.back, sc.next = steps(n, len(pages), textNextPage)
	return sc, err
}

// empty says why there are no statements.
func (v saidView) empty() string {
	if v.said.Person == nil {
		return whoIsMeant(v.asked, v.said, time.Now())
	}
	return v.head()
}

// head is what stands above every page.
func (v saidView) head() string {
	return joined("\n", []string{textPerson(v.asked, v.said), textOffice(v.said.Office), notTaken(v.said), textCut(v.said.Cut)})
}

// stretch are statements [from, to) of one article.
type stretch struct{ from, to int }

// pages divide the statements, those of one article together, among pages that keep Discord's limits.
func (v saidView) pages() [][]stretch {
	var out [][]stretch
	var m message
	used := 0
	all := v.said.Statements
	for i := 0; i < len(all); {
		st := v.stretch(i)
		size := 0
		for _, one := range all[st.from:st.to] {
			size += markdown.Length(one.Context.Text)
		}
		embed := saidEmbed(all[st.from:st.to], maxStatement, textChanged)
		m.Content, m.Embeds = v.head(), append(m.Embeds, embed)
		if last := len(out) - 1; last >= 0 && len(m.Embeds) <= maxOnPage && used+size <= maxPageText && m.fits() {
			out[last] = append(out[last], st)
			used += size
		} else {
			out = append(out, []stretch{st})
			m.Embeds, used = []*discordgo.MessageEmbed{embed}, size
		}
		i = st.to
	}
	return out
}

// stretch is the one that begins with the i-th statement.
func (v saidView) stretch(i int) stretch {
	st, all := stretch{i, i + 1}, v.said.Statements
	for st.to < len(all) && st.to-st.from < maxOfArticle && all[st.to].Article.ID == all[i].Article.ID {
		st.to++
	}
	return st
}

// list is a page of statements.
func (v saidView) list(ctx context.Context, stretches []stretch) (scene, error) {
	sc := scene{message: message{Content: v.head()}}
	var options []menuOption
	for _, st := range stretches {
		of := v.said.Statements[st.from:st.to]
		note, err := noteOn(ctx, v.desk, of[0].Article)
		if err != nil {
			return scene{}, err
		}
		if note.gone {
			sc.Embeds = append(sc.Embeds, &discordgo.MessageEmbed{Description: textGone, Color: colourOther})
			continue
		}
		sc.Embeds = append(sc.Embeds, saidEmbed(of, maxStatement, note.text))
		for i, one := range of {
			sc.shown = append(sc.shown, shownStatement(one))
			options = append(options, choose("“"+markdown.OneLine(one.Parts[0].Text)+"”", textOutlet(one.Article)+" · "+textDay(one.Article), "s"+strconv.Itoa(st.from+i)))
		}
	}
	if len(options) > 0 {
		sc.menus = []menu{{showVerb, textOpenStatement, options}}
	}
	return sc, nil
}

// statement is one statement by itself.
func (v saidView) statement(ctx context.Context, n int) (scene, error) {
	one := v.said.Statements[n]
	sc := scene{message: message{Content: v.head()}, back: &step{textAllStatements, strconv.Itoa(v.pageOf(n))}}
	if n+1 < len(v.said.Statements) {
		sc.next = &step{textNextStatement, "s" + strconv.Itoa(n+1)}
	}
	note, err := noteOn(ctx, v.desk, one.Article)
	if err != nil {
		return scene{}, err
	}
	if note.gone {
		sc.Content = joined("\n", []string{sc.Content, textGone})
		return sc, nil
	}
	sc.Embeds = []*discordgo.MessageEmbed{saidEmbed([]bot.Statement{one}, maxPassage, note.text)}
	sc.shown = []ledger.Shown{shownStatement(one)}
	sc.subject = statementSubject(one)
	return sc, nil
}

// statementSubject is what the buttons below a statement are about. Words that are only reported are no quotation.
func statementSubject(st bot.Statement) *subject {
	first, last := st.Parts[0], st.Parts[len(st.Parts)-1]
	sub := &subject{article: st.Article.ID, version: st.Article.Version, speaker: st.Speaker}
	sub.span.Start, sub.span.End = first.Start, last.End
	switch st.Kind.String() {
	case "direct":
		sub.quoted = first.Text
	case "mixed":
		sub.quoted = longestQuotation(first.Text)
	}
	return sub
}

// pageOf is the page that the n-th statement is on.
func (v saidView) pageOf(n int) int {
	for i, stretches := range v.pages() {
		if n < stretches[len(stretches)-1].to {
			return i
		}
	}
	return 0
}

func shownStatement(st bot.Statement) ledger.Shown {
	return shown(st.Article, st.Context.Start, st.Context.Text, st.Paragraph, &st.Speaker)
}

// again implements [view].
func (v saidView) again(s *service) task { return s.said(v.asked) }
