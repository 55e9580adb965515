package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"copydesk/bot/ledger"
	"copydesk/corpus"
)

// view is an answer, a check, a list or a card, which is shown place by place. It is made from what the receipt keeps, so
// that it can be made again after a restart.
type view interface {
	// scene is what stands at a place; the empty one is where the view begins. errNoPlace if there is none.
	scene(ctx context.Context, place string) (scene, error)
	// again is the task to find anew what the view shows.
	again(s *service) task
}

// scene is what a view shows at one place.
type scene struct {
	message
	// shown are the archive's words in it.
	shown []ledger.Shown
	// subject is what the buttons for context, article, check and complaint are about; nil without.
	subject *subject
	// menus open one of several places each.
	menus []menu
	// back and next lead to other places.
	back, next *step
}

// menu is a list to choose from, each choice a place of the view.
type menu struct {
	verb        verb
	placeholder string
	options     []menuOption // maxMenu at most
}

// step is a button to another place.
type step struct{ label, place string }

// subject is a stretch of an article that a scene is about.
type subject struct {
	article, version string
	span             corpus.Span
	quoted           string // words of it in quotation marks, which can be checked; empty if there are none
	speaker          string // who says it; may be empty
	// whole says that the scene is about the article and not about words of it, so that there is no context to show.
	whole bool
}

// errNoPlace: a button leads to where there is nothing.
var errNoPlace = fmt.Errorf("no such place")

// page is the number of a place that is one; the beginning is 0.
func page(place string, of int) (int, error) {
	if place == "" {
		place = "0"
	}
	n, err := strconv.Atoi(place)
	if err != nil || n < 0 || n >= of {
		return 0, errNoPlace
	}
	return n, nil
}

// steps are the buttons from page n of several; nil at either end.
func steps(n, of int, next string) (back, forth *step) {
	if n > 0 {
		back = &step{textBack, strconv.Itoa(n - 1)}
	}
	if n+1 < of {
		forth = &step{fmt.Sprintf("%s ▸ %d/%d", next, n+2, of), strconv.Itoa(n + 1)}
	}
	return back, forth
}

// contextPlace is where the paragraphs around a place's subject are shown.
const contextPlace = "c/"

// view is what a receipt keeps, ready to be shown.
func (s *service) view(r ledger.Receipt) (view, error) {
	make, ok := s.views()[r.Kind]
	if !ok {
		return nil, fmt.Errorf("receipt %s: unknown kind %q", r.ID, r.Kind)
	}
	v, err := make(r)
	if err != nil {
		return nil, fmt.Errorf("receipt %s: %w", r.ID, err)
	}
	return v, nil
}

// scene is what stands at a place of a receipt's view, the paragraphs around a subject among them.
func (s *service) scene(ctx context.Context, r ledger.Receipt, place string) (scene, error) {
	v, err := s.view(r)
	if err != nil {
		return scene{}, err
	}
	around, of, ok := cutContext(place)
	if !ok {
		return v.scene(ctx, place)
	}
	base, err := v.scene(ctx, of)
	if err != nil {
		return scene{}, err
	}
	if base.subject == nil || base.subject.whole {
		return scene{}, errNoPlace
	}
	return s.context(ctx, *base.subject, of, around)
}

// cutContext takes a place like "c/1/s12" apart: page 1 of the context of s12.
func cutContext(place string) (around, of string, ok bool) {
	rest, ok := strings.CutPrefix(place, contextPlace)
	if !ok {
		return "", "", false
	}
	around, of, _ = strings.Cut(rest, "/")
	return around, of, true
}

// frame puts the scene's buttons below it: those that turn pages, those about its subject, and, where the asker alone sees
// it, the one that shows it to everyone.
func (s *service) frame(sc scene, r ledger.Receipt, place string) message {
	m := sc.message
	for _, one := range sc.menus {
		m.Components = append(m.Components, menuRow(one.placeholder, press{one.verb, r.ID, ""}, one.options))
	}
	var buttons []component
	for _, t := range []*step{sc.back, sc.next} {
		if t != nil {
			buttons = append(buttons, button(secondaryStyle, t.label, press{showVerb, r.ID, t.place}))
		}
	}
	if sc.subject != nil {
		buttons = append(buttons, subjectButtons(*sc.subject, r, place)...)
	}
	if r.Private {
		buttons = append(buttons, button(secondaryStyle, textEveryone, press{everyoneVerb, r.ID, place}))
	}
	for len(buttons) > 0 {
		n := min(len(buttons), maxInRow)
		m.Components = append(m.Components, row(buttons[:n]...))
		buttons = buttons[n:]
	}
	return m.withReceipt(r.ID)
}

func subjectButtons(sub subject, r ledger.Receipt, place string) []component {
	var out []component
	if !sub.whole && !strings.HasPrefix(place, contextPlace) {
		out = append(out, button(secondaryStyle, textContext, press{openVerb, r.ID, contextPlace + "0/" + place}))
	}
	if r.Kind != ledger.Article {
		out = append(out, button(secondaryStyle, textArticle, press{articleVerb, r.ID, place}))
	}
	if sub.quoted != "" && r.Kind != ledger.Check && r.Kind != ledger.Draft {
		out = append(out, button(secondaryStyle, textCheckThis, press{checkVerb, r.ID, place}))
	}
	return append(out, button(secondaryStyle, textWrong, press{wrongVerb, r.ID, place}))
}

// decode reads what a receipt keeps.
func decode(r ledger.Receipt, asked, result any) error {
	if err := json.Unmarshal(r.Asked, asked); err != nil {
		return fmt.Errorf("what was asked: %w", err)
	}
	if err := json.Unmarshal(r.Result, result); err != nil {
		return fmt.Errorf("what was found: %w", err)
	}
	return nil
}

// views make a view of what each kind of receipt keeps.
func (s *service) views() map[ledger.Kind]func(ledger.Receipt) (view, error) {
	return map[ledger.Kind]func(ledger.Receipt) (view, error){
		ledger.Answer: s.answerView, ledger.Check: s.checkView, ledger.Draft: s.reportView,
		ledger.Statements: s.saidView, ledger.Article: s.cardView,
	}
}
