package discord

import (
	"context"

	"github.com/bwmarrin/discordgo"
)

// commandReply answers an interaction by a message of its own: by its callback, or, once that was used, by editing what it
// showed.
type commandReply struct {
	rest    *rest
	event   interactionEvent
	private bool // shown to the user alone
	acked   bool
}

// Types of callback.
const (
	callbackMessage        = 4
	callbackDeferral       = 5
	callbackUpdateDeferral = 6
	callbackUpdate         = 7
	callbackChoices        = 8
	callbackForm           = 9
)

type callback struct {
	Type int `json:"type"`
	Data any `json:"data,omitempty"`
}

// deferral takes nothing but the flags; of those the edit cannot change who sees the message.
type deferral struct {
	Flags discordgo.MessageFlags `json:"flags,omitempty"`
}

func (r *commandReply) flags() discordgo.MessageFlags {
	if r.private {
		return discordgo.MessageFlagsEphemeral
	}
	return 0
}

// hold implements [responder].
func (r *commandReply) hold(ctx context.Context) error {
	_, err := r.acknowledge(ctx, callback{callbackDeferral, deferral{r.flags()}})
	return err
}

// send implements [responder]. What is no answer is for the user alone, if it is not too late for that.
func (r *commandReply) send(ctx context.Context, m message) error {
	p := m.payload()
	if !r.acked {
		r.private = r.private || m.aside
		p.Flags = r.flags()
		first, err := r.acknowledge(ctx, callback{callbackMessage, p})
		p.Flags = 0
		switch {
		case first:
			return nil
		case refused(err, codeUnknownInteraction) && r.edit(ctx, p) == nil: // Discord has forgotten that it was acknowledged
			return nil
		case err != nil:
			return err
		}
	}
	return r.edit(ctx, p)
}

// edit changes what the callback showed.
func (r *commandReply) edit(ctx context.Context, p payload) error {
	return r.rest.call(ctx, "PATCH", r.original(), p, nil)
}

// otherwise implements [responder]: by a further message, which takes the place of the deferral if nothing else did.
func (r *commandReply) otherwise(ctx context.Context, refusal error) error {
	if !r.acked {
		return refusal
	}
	return r.followUp(ctx, aside(textRefused).payload())
}

// followUp sends a further message, to the user alone.
func (r *commandReply) followUp(ctx context.Context, p payload) error {
	p.Flags = discordgo.MessageFlagsEphemeral
	return r.rest.call(ctx, "POST", discordgo.EndpointWebhookToken(r.event.AppID, r.event.Token), p, nil)
}

// original is the address of what the callback showed.
func (r *commandReply) original() string {
	return discordgo.EndpointWebhookMessage(r.event.AppID, r.event.Token, "@original")
}

// acknowledge uses the callback. first is false if it had been used before, as it may have been by an attempt
// whose outcome did not come back.
func (r *commandReply) acknowledge(ctx context.Context, c callback) (first bool, err error) {
	address := discordgo.EndpointInteractionResponse(r.event.ID, r.event.Token)
	err = r.rest.call(ctx, "POST", address, c, nil)
	if refused(err, codeAcknowledged) {
		r.acked = true
		return false, nil
	}
	r.acked = err == nil
	return r.acked, err
}

// pressReply answers a press by changing the message that the button is below. What is no part of that is said in a message
// of its own, to the presser alone.
type pressReply struct {
	commandReply
}

// hold implements [responder].
func (r *pressReply) hold(ctx context.Context) error {
	_, err := r.acknowledge(ctx, callback{Type: callbackUpdateDeferral})
	return err
}

// send implements [responder].
func (r *pressReply) send(ctx context.Context, m message) error {
	p := m.payload()
	if m.aside {
		p.Flags = discordgo.MessageFlagsEphemeral
	}
	if !r.acked {
		kind := callbackUpdate
		if m.aside {
			kind = callbackMessage
		}
		if first, err := r.acknowledge(ctx, callback{kind, p}); first || err != nil {
			return err
		}
		if m.aside && r.stoodAside(ctx) {
			return r.edit(ctx, p)
		}
	}
	if m.aside {
		return r.followUp(ctx, p)
	}
	return r.edit(ctx, p)
}

// stoodAside reports whether the callback, which was used by an attempt whose outcome did not come back, showed a message
// of its own. Where that cannot be told the message below which the button is must not be touched.
func (r *pressReply) stoodAside(ctx context.Context) bool {
	var shown struct {
		ID string `json:"id"`
	}
	err := r.rest.call(ctx, "GET", r.original(), nil, &shown)
	return err == nil && shown.ID != r.event.Message.ID
}
