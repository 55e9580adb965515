package discordtest

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// Kinds of interaction.
const (
	commandInteraction      = 2
	componentInteraction    = 3
	autocompleteInteraction = 4
	modalInteraction        = 5
)

// How long a bot has to acknowledge an interaction, and to work with its token after that.
const (
	ackWithin    = 3 * time.Second
	tokenExpires = 15 * time.Minute
)

// Interaction is something that a user did and waits for the bot to answer.
type Interaction struct {
	s           *Server
	id, token   string
	kind        int
	user        User
	channel     Channel
	created     time.Time
	command     string // its name; empty for other kinds
	commandType CommandType
	delivered   int      // sessions it was sent to
	under       *message // the message whose component was used

	// s.mu guards what follows.
	acked     bool
	loading   bool // deferred, with nothing to show yet
	original  *message
	followUps []*message
	events    []Event
	changed   bell
}

// EventKind says what the bot did about an interaction.
type EventKind string

// Event kinds.
const (
	Deferred   EventKind = "deferred"  // acknowledged, "is thinking" (or, of a component, nothing visible)
	Replied    EventKind = "replied"   // answered at once, or changed the component's message at once
	Edited     EventKind = "edited"    // filled or changed the reply, or changed a follow-up
	FollowedUp EventKind = "follow-up" // sent another message
	Removed    EventKind = "removed"   // deleted the reply or a follow-up
	Suggested  EventKind = "suggested" // gave choices for an option
	Asked      EventKind = "asked"     // opened a form
)

// Event is one step in the life of an interaction.
type Event struct {
	Kind EventKind
	// At is the fake clock's time.
	At        time.Time
	Ephemeral bool
	// Message is what is shown now; the zero Message where there is none.
	Message Message
	// Choices are those suggested.
	Choices []Choice
	// Form is the form in Discord's JSON.
	Form json.RawMessage
}

// Choice is one suggestion for an option: a name that is shown and the value that it stands for.
type Choice struct {
	Name  string `json:"name"`
	Value any    `json:"value"`
}

// ID is the interaction's ID.
func (i *Interaction) ID() string { return i.id }

// History is every step so far, in order.
func (i *Interaction) History() []Event {
	i.s.mu.Lock()
	defer i.s.mu.Unlock()
	return append([]Event(nil), i.events...)
}

// Reply waits for the first message that answers: a reply at once, or the first edit or follow-up after a
// deferral. It fails t if none comes within Options.Patience.
func (i *Interaction) Reply(t T) Message {
	t.Helper()
	return i.Shown(t, 1)
}

// Shown waits for the n-th time, counted from 1, that the bot shows something for the interaction (a reply,
// an edit, a follow-up) and returns it as it was then.
func (i *Interaction) Shown(t T, n int) Message {
	t.Helper()
	e := i.await(t, n, func(e Event) bool { return e.Kind == Replied || e.Kind == Edited || e.Kind == FollowedUp })
	return e.Message
}

// Acknowledgement waits for the first thing that the bot does about the interaction, whatever it is.
func (i *Interaction) Acknowledgement(t T) Event {
	t.Helper()
	return i.await(t, 1, func(Event) bool { return true })
}

// Choices waits for the suggestions for an option.
func (i *Interaction) Choices(t T) []Choice {
	t.Helper()
	return i.await(t, 1, func(e Event) bool { return e.Kind == Suggested }).Choices
}

// Form waits for the form that the bot opens and returns it in Discord's JSON.
func (i *Interaction) Form(t T) json.RawMessage {
	t.Helper()
	return i.await(t, 1, func(e Event) bool { return e.Kind == Asked }).Form
}

// AwaitDeferral waits until the bot has deferred.
func (i *Interaction) AwaitDeferral(t T) {
	t.Helper()
	i.await(t, 1, func(e Event) bool { return e.Kind == Deferred })
}

// await waits for the n-th event that is wanted.
func (i *Interaction) await(t T, n int, wanted func(Event) bool) Event {
	t.Helper()
	var found Event
	i.s.awaitOn(t, &i.changed, func() string { return fmt.Sprintf("answer to %s", i) }, func() bool {
		left := n
		for _, e := range i.events {
			if !wanted(e) {
				continue
			}
			if left--; left == 0 {
				found = e
				return true
			}
		}
		return false
	})
	return found
}

// String describes the interaction for a failure: what it is, whether it reached a bot, and what came of it.
func (i *Interaction) String() string {
	i.s.mu.Lock()
	defer i.s.mu.Unlock()
	steps := make([]string, len(i.events))
	for n, e := range i.events {
		steps[n] = string(e.Kind)
	}
	return fmt.Sprintf("interaction %s (sent to %d sessions; so far: [%s])", i.id, i.delivered, strings.Join(steps, ", "))
}

// note adds a step. s.mu is held.
func (i *Interaction) note(e Event) {
	e.At = i.s.now()
	i.events = append(i.events, e)
	i.changed.ring()
	i.s.notify()
}

// shown notes that a message is shown. s.mu is held.
func (i *Interaction) shown(kind EventKind, m *message) {
	i.note(Event{Kind: kind, Ephemeral: m.flags&Ephemeral != 0, Message: m.public()})
}

// messageType is Discord's type of a message that answers the interaction.
func (i *Interaction) messageType() int {
	if i.kind == commandInteraction {
		return 20
	}
	return 19
}
