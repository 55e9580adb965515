package discord

import (
	"context"
	"time"
)

// saidQuery is what is asked about a person.
type saidQuery struct {
	name, about string
	from, to    time.Time
}

// said is the task to find what a person said.
func (s *service) said(i interactionEvent) (t task, refusal string) {
	q := saidQuery{name: i.text(speakerOption), about: i.text(aboutOption)}
	if q.from, q.to, refusal = readPeriod(i); refusal != "" {
		return t, refusal
	}
	return task{"", len(q.name) + len(q.about), func(ctx context.Context) (message, error) {
		out, err := s.desk.Said(ctx, q.name, q.about, q.from, q.to)
		if err != nil {
			return message{}, err
		}
		return renderSaid(q, out, time.Now()), nil
	}}, ""
}

// maxChoice is the longest name that Discord shows as a choice, in characters, and maxSuggestions the most choices.
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

// suggest completes a name that is being typed. Whatever goes wrong, there are no suggestions then: one can go on typing.
func (s *service) suggest(ctx context.Context, i interactionEvent) {
	log := s.log.With(request("suggestion", i.ID, i.GuildID, i.ChannelID, i.userID()))
	out := choices{Choices: []choice{}}
	if s.allowed(i.GuildID, i.Channel.home(), i.ChannelID) && i.focused() == speakerOption {
		asking, cancel := context.WithTimeout(ctx, suggestTimeout)
		defer cancel()
		names, err := s.desk.Names(asking, i.text(speakerOption))
		if err != nil {
			log.Warn("no suggestions", "error", err)
		}
		out.Choices = suggestions(names)
	}
	r := &commandReply{rest: s.rest, event: i}
	if _, err := r.acknowledge(ctx, callback{callbackChoices, out}); err != nil {
		log.Warn("suggestions failed", "error", err)
	}
}

// suggestions are the names that Discord takes: a shortened one would be another.
func suggestions(names []string) []choice {
	out := []choice{}
	for _, name := range names {
		if name = oneLine(name); name != "" && length(name) <= maxChoice && len(out) < maxSuggestions {
			out = append(out, choice{name, name})
		}
	}
	return out
}
