package main

import (
	"context"

	"copydesk/bot"
	"copydesk/bot/ledger"
)

// receiptView is a receipt with what may be shown of it now.
type receiptView struct {
	ledger.Receipt                   // without its Result
	Shown          []shownView       `json:"shown"`
	Feedback       []ledger.Feedback `json:"feedback,omitempty"`
}

// shownView is what was shown, and how its article stands to that now. Unless it is bot.Same or bot.Changed, what is the
// article's own is held back: headline, speaker and words.
type shownView struct {
	ledger.Shown
	Standing bot.Standing `json:"standing"`
}

// unknown is the standing of an article while there is no index to ask.
const unknown bot.Standing = "unknown"

func (v shownView) held() bool { return v.Standing != bot.Same && v.Standing != bot.Changed }

// viewReceipt asks the desk how each article stands, and holds back what may not be shown, or may not for all that is known;
// nil is no desk. What a button asked may be an article's words too, so it goes with them, and where nothing tells whose they are.
func viewReceipt(ctx context.Context, r ledger.Receipt, feedback []ledger.Feedback, desk stander) (receiptView, error) {
	view := receiptView{Receipt: r, Shown: []shownView{}, Feedback: feedback}
	view.Result, view.Receipt.Shown = nil, nil
	if r.From != "" && len(r.Shown) == 0 {
		view.Asked = nil
	}
	for _, s := range r.Shown {
		one := shownView{s, unknown}
		if desk != nil {
			if standing, err := desk.Standing(ctx, s.Article, s.Version); err == nil {
				one.Standing = standing
			}
		}
		if one.held() {
			one.Headline, one.Speaker, one.Text = "", "", ""
			view.Outcome = ""
			if r.From != "" {
				view.Asked = nil
			}
		}
		view.Shown = append(view.Shown, one)
	}
	return view, ctx.Err()
}
