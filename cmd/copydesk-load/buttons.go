package main

import (
	"encoding/json"
	"math/rand/v2"
	"sync"

	"copydesk/bot/discord/discordtest"
)

// buttons are those below answers that were shown lately.
type buttons struct {
	mu  sync.Mutex
	all []discordtest.Press
}

// pressable is how many are kept to be pressed.
const pressable = 200

// component is a part of a message, as far as it matters here.
type component struct {
	Type       int         `json:"type"`
	CustomID   string      `json:"custom_id"`
	Disabled   bool        `json:"disabled"`
	Components []component `json:"components"`
}

const buttonType = 2

// add takes a message's buttons, for whoever the answer is for.
func (b *buttons) add(m discordtest.Message) {
	var rows []component
	if len(m.Components) == 0 || json.Unmarshal(m.Components, &rows) != nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, row := range rows {
		for _, c := range row.Components {
			if c.Type == buttonType && c.CustomID != "" && !c.Disabled && len(b.all) < pressable {
				b.all = append(b.all, discordtest.Press{MessageID: m.ID, CustomID: c.CustomID, UserID: m.Invoker.ID})
			}
		}
	}
}

// take removes one of them, and all others of its message, which a press may change; nil if there is none.
func (b *buttons) take(random *rand.Rand) *discordtest.Press {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.all) == 0 {
		return nil
	}
	p := b.all[random.IntN(len(b.all))]
	left := b.all[:0]
	for _, other := range b.all {
		if other.MessageID != p.MessageID {
			left = append(left, other)
		}
	}
	b.all = left
	return &p
}
