package discord

import (
	"cmp"
	"context"
	"errors"
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
	"copydesk/bot/mention"
)

// maxChoice is the longest choice that Discord takes, in characters, and maxSuggestions the most choices.
const (
	maxChoice      = 100
	maxSuggestions = 25
)

// suggestTimeout bounds a suggestion: the next letter asks for another.
const suggestTimeout = time.Second

// choice is a suggestion for an option.
type choice struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// choices is the data of a callback that suggests.
type choices struct {
	Choices []choice `json:"choices"`
}

// suggest completes an option that is being typed. Whatever goes wrong, there are no suggestions then: one can go on typing.
func (s *service) suggest(ctx context.Context, i interactionEvent) {
	log, by := s.logFor("suggestion", i), i.asker()
	out := choices{Choices: []choice{}}
	turn, refusal := s.admit(by, suggestion)
	defer turn.end()
	if refusal == "" && s.refusal(by, i.Channel.home(), rightFor(i.Data.Name)) == "" {
		asking, cancel := context.WithTimeout(ctx, suggestTimeout)
		defer cancel()
		asking, err := turn.begin(asking)
		var found []choice
		if err == nil {
			found, err = s.complete(asking, i.focused(), i.text(i.focused()))
		}
		if err != nil && !errors.Is(context.Cause(asking), errMoot) {
			log.Warn("no suggestions", "error", err)
		}
		out.Choices = append(out.Choices, found...)
	}
	r := &commandReply{rest: s.rest, event: i}
	if _, err := r.acknowledge(ctx, callback{callbackChoices, out}); err != nil {
		log.Warn("suggestions failed", "error", err)
		return
	}
	log.Debug("suggestions sent", "count", len(out.Choices))
}

// complete gives choices for what is typed in an option.
func (s *service) complete(ctx context.Context, option, typed string) ([]choice, error) {
	switch option {
	case speakerOption:
		return suggestions(s.desk.Names(ctx, typed))
	case outletOption:
		return suggestions(s.desk.Outlets(ctx, typed))
	case articleOption:
		found, err := s.desk.Articles(ctx, typed)
		return articleChoices(found), err
	case fromOption, toOption:
		status, err := s.desk.Status(ctx)
		if err != nil {
			return nil, err
		}
		return suggestions(mention.SuggestPeriods(typed, time.Now(), status.Scope.Last), nil)
	}
	return nil, nil
}

// suggestions are the texts that Discord takes: a shortened one would be another.
func suggestions(texts []string, err error) ([]choice, error) {
	out := []choice{}
	for _, text := range texts {
		if text = markdown.OneLine(text); text != "" && markdown.Length(text) <= maxChoice && len(out) < maxSuggestions {
			out = append(out, choice{text, text})
		}
	}
	return out, err
}

// articleChoices name articles by outlet, day and headline, and stand for their IDs; where such a one is too long, for as
// much of the headline as there is room for, by which the article is found as well.
func articleChoices(found []bot.Citation) []choice {
	out := []choice{}
	for _, c := range found[:min(len(found), maxSuggestions)] {
		headline := cmp.Or(markdown.Clip(c.Headline, 60, plain), textNoHeadline)
		outlet := cmp.Or(markdown.Clip(c.Outlet, 20, plain), textNoOutlet)
		name := headline + " · " + outlet + " · " + textDay(c)
		value := c.ID
		if markdown.Length(value) > maxChoice {
			value = markdown.Clip(c.Headline, maxChoice, plain)
		}
		if markdown.OneLine(value) != "" {
			out = append(out, choice{markdown.Clip(name, maxChoice, plain), value})
		}
	}
	return out
}
