package discord

import (
	"cmp"
	"context"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot/ledger"
)

// messageReply answers a message by a reply, which it edits if it was posted to hold the place, or before.
type messageReply struct {
	rest    *rest
	ledger  *ledger.Ledger
	event   messageEvent
	asked   string
	posted  string // the reply's ID
	timeout time.Duration
	// doubtful says that a reply may have been posted of which only Discord knows.
	doubtful bool
}

// hold implements [responder].
func (r *messageReply) hold(ctx context.Context) error {
	return r.show(ctx, message{Content: textWait}, "")
}

// send implements [responder].
func (r *messageReply) send(ctx context.Context, m message) error { return r.show(ctx, m, r.asked) }

// show posts or edits the reply, and writes down which message answers which, so that an edit or a deletion finds it, and
// what it answers, which is nothing yet if it holds the place. Once begun it goes on when the question is edited or
// deleted: what was posted has to be known.
func (r *messageReply) show(ctx context.Context, m message, asked string) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), r.timeout)
	defer cancel()
	err := r.put(ctx, m)
	if err != nil {
		return err
	}
	return r.ledger.SetReply(ledger.Reply{Question: r.event.ID, Channel: r.event.ChannelID, Answer: r.posted, User: r.event.Author.ID, Receipt: m.receipt, Asked: asked})
}

// put edits the reply, or posts it if there is none. The nonce makes Discord post it once; what it posted at an attempt
// whose outcome did not come back is edited.
func (r *messageReply) put(ctx context.Context, m message) error {
	p := m.payload()
	if r.posted != "" {
		err := r.edit(ctx, p)
		if !refused(err, codeUnknownMessage) {
			return err
		}
	}
	post := p
	must := false // the question may be deleted by now
	post.Reference = &discordgo.MessageReference{
		MessageID: r.event.ID, ChannelID: r.event.ChannelID, GuildID: r.event.GuildID, FailIfNotExists: &must,
	}
	post.Nonce, post.EnforceNonce = cmp.Or(r.posted, r.event.ID), true
	var sent struct {
		ID string `json:"id"`
	}
	err := r.rest.call(ctx, "POST", discordgo.EndpointChannelMessages(r.event.ChannelID), post, &sent)
	if err != nil {
		r.doubtful = r.doubtful || temporary(err)
		return err
	}
	r.posted = sent.ID
	if r.doubtful {
		r.doubtful = false
		return r.edit(ctx, p)
	}
	return nil
}

func (r *messageReply) edit(ctx context.Context, p payload) error {
	return r.rest.call(ctx, "PATCH", discordgo.EndpointChannelMessage(r.event.ChannelID, r.posted), p, nil)
}

// otherwise implements [responder]: by a direct message.
func (r *messageReply) otherwise(ctx context.Context, refusal error) error {
	if r.event.GuildID == "" {
		return refusal
	}
	return r.rest.directMessage(ctx, r.event, textMayNotWrite)
}

// directMessage says a sentence to the sender of a message alone, once, however often it is called.
func (r *rest) directMessage(ctx context.Context, to messageEvent, sentence string) error {
	var dm channel
	err := r.call(ctx, "POST", discordgo.EndpointUserChannels("@me"), map[string]string{"recipient_id": to.Author.ID}, &dm)
	if err != nil {
		return err
	}
	p := aside(sentence).payload()
	p.Nonce, p.EnforceNonce = to.ID+"-dm", true // another than that of a reply
	return r.call(ctx, "POST", discordgo.EndpointChannelMessages(dm.ID), p, nil)
}
