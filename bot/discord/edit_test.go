package discord

import (
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"
)

func TestEditedQuestion(t *testing.T) {
	t.Parallel()
	d := newMentionDesk(t, Options{}).open()
	id := d.mention("first?")
	d.done(id, 1)
	before := d.replies()[0]
	d.edit(id, d.to("second?"))
	d.done(id, 2)
	after := d.replies()
	if len(after) != 1 || after[0].ID != before.ID || receiptOf(after[0]) == receiptOf(before) || !d.whole(after[0], id, "second?") || !after[0].Pings.None() {
		t.Errorf("got %d replies, %+v", len(after), after)
	}
	if got := d.end(); got != "first? second?" {
		t.Errorf("got questions %q", got)
	}
}

// What an edit leaves as it was leaves the answer as it is: Discord sends one whenever it has looked up a link, too.
func TestEditWithoutChange(t *testing.T) {
	t.Parallel()
	d := newMentionDesk(t, Options{}).open()
	id := d.mention("first?")
	d.done(id, 1)
	d.edit(id, d.to(" first? "))
	for _, edited := range []any{nil, "2026-03-02T10:00:00+00:00"} {
		d.s.Dispatch(messageUpdate, map[string]any{
			"id": id, "channel_id": discordtest.ChannelID, "guild_id": discordtest.GuildID, "type": 0, "content": d.to("first?"),
			"author": map[string]any{"id": reporter}, "edited_timestamp": edited, "embeds": []any{map[string]any{"type": "link"}},
		})
	}
	if got := d.end(); got != "first?" || d.sent(discordtest.RouteEditMessage) != 0 || len(d.replies()) != 1 {
		t.Errorf("got questions %q, %d edits", got, d.sent(discordtest.RouteEditMessage))
	}
}

func TestEditTakesQuestionBack(t *testing.T) {
	t.Parallel()
	d := newMentionDesk(t, Options{}).open()
	id := d.mention("first?")
	d.done(id, 1)
	d.edit(id, "never mind")
	d.done(id, 2)
	if got := d.replies(); len(got) != 0 {
		t.Errorf("the answer stays: %+v", got)
	}
	d.edit(id, d.to("third?"))
	d.done(id, 3)
	if got := d.replies(); len(got) != 1 || !d.whole(got[0], id, "third?") {
		t.Errorf("asked again: got %+v", got)
	}
	d.end()
}

// A message that asked nothing, or was no question, is answered once it is one.
func TestEditBecomesQuestion(t *testing.T) {
	t.Parallel()
	d := newMentionDesk(t, Options{}).open()
	remark := d.s.Say(discordtest.UserMessage{Content: "first?"})
	d.edit(remark, d.to("first?"))
	d.done(remark, 1)
	empty := d.mention("")
	d.done(empty, 1)
	if got := d.replies(); len(got) != 2 || !d.whole(got[0], remark, "first?") || got[1].Content != textHelp {
		t.Errorf("got %+v", got)
	}
	d.edit(empty, d.to("second?"))
	d.done(empty, 2)
	if got := d.replies(); len(got) != 2 || !d.whole(got[1], empty, "second?") || got[1].Content != "" {
		t.Errorf("got %+v", got)
	}
	if got := d.end(); got != "first? second?" {
		t.Errorf("got questions %q", got)
	}
}

// An edit while the answer is being made ends the work on it; one back to the first text begins it anew.
func TestEditMeanwhile(t *testing.T) {
	t.Parallel()
	for _, patience := range []time.Duration{time.Minute, time.Nanosecond} { // without a message that holds the place, and with
		d := newMentionDesk(t, Options{Patience: patience})
		id := d.mention("first?")
		texts := []string{"first?", "second?", "first?"}
		for n, text := range texts {
			if got := d.question(); got != text {
				t.Errorf("got question %q, want %q", got, text)
			}
			if patience < time.Minute {
				d.s.AwaitMessage(t, discordtest.ChannelID, 1)
			}
			if n+1 < len(texts) {
				d.edit(id, d.to(texts[n+1]))
				d.edit(id, d.to(texts[n+1])+" ") // changes nothing
			}
		}
		d.open()
		d.done(id, 1)
		if got := d.replies(); len(got) != 1 || !d.whole(got[0], id, "first?") {
			t.Errorf("patience %v: got %+v", patience, got)
		}
		if got := d.end(); got != "" {
			t.Errorf("patience %v: asked once more %q", patience, got)
		}
	}
}

// A message that holds the place answers nothing yet: a question that is edited back to what it was is answered.
func TestEditBackMeanwhile(t *testing.T) {
	t.Parallel()
	d := newMentionDesk(t, Options{Patience: time.Nanosecond})
	id := d.mention("first?")
	d.question()
	d.s.AwaitMessage(t, discordtest.ChannelID, 1)
	d.s.Fail(discordtest.Fault{Route: discordtest.RouteEditMessage, Status: 403, Body: `{"code": 50001, "message": "Missing Access"}`})
	d.edit(id, d.to("second?"))
	d.question()
	d.log.await(t, "deferral failed", 1)
	d.edit(id, d.to("first?"))
	d.question()
	d.open()
	d.done(id, 1)
	if got := d.replies(); len(got) != 1 || !d.whole(got[0], id, "first?") {
		t.Errorf("got %+v", got)
	}
	d.end()
}

func TestDeletedQuestion(t *testing.T) {
	t.Parallel()
	d := newMentionDesk(t, Options{Patience: time.Nanosecond})
	early := d.mention("early?")
	d.question()
	d.s.AwaitMessage(t, discordtest.ChannelID, 1) // that holds the place
	d.s.Delete(early)
	d.done(early, 1)
	d.open()
	var ids []any
	for range 3 {
		id := d.mention("late?")
		d.done(id, 1)
		ids = append(ids, id)
	}
	if got := d.replies(); len(got) != 3 {
		t.Fatalf("got %d replies, want 3: %+v", len(got), got)
	}
	d.s.Dispatch("MESSAGE_DELETE_BULK", map[string]any{"ids": append(ids[:2:2], "7001"), "channel_id": discordtest.ChannelID, "guild_id": discordtest.GuildID})
	d.done(ids[0].(string), 2)
	d.done(ids[1].(string), 2)
	if got := d.replies(); len(got) != 1 || got[0].ReplyTo.ID != ids[2] {
		t.Errorf("got %+v, want the answer to the third question alone", got)
	}
	d.end()
}

// Nothing is posted for a question that is deleted before there is anything to see.
func TestDeletedAtOnce(t *testing.T) {
	t.Parallel()
	d := newMentionDesk(t, Options{})
	id := d.mention("early?")
	d.question()
	d.s.Delete(id)
	d.done(id, 1)
	d.open()
	if d.end(); d.sent(discordtest.RouteCreateMessage) != 0 {
		t.Errorf("posted: %+v", d.replies())
	}
}

// Other bots and webhooks are not answered for what they edit either.
func TestEditsOfBots(t *testing.T) {
	t.Parallel()
	d := newMentionDesk(t, Options{}).open()
	for n, author := range []map[string]any{{"id": "500", "bot": true}, {"id": d.s.BotID()}, {"id": "7002"}} {
		d.s.Dispatch(messageUpdate, map[string]any{
			"id": "700" + author["id"].(string), "channel_id": discordtest.ChannelID, "guild_id": discordtest.GuildID, "type": 0, "content": d.to("first?"),
			"author": author, "webhook_id": []any{nil, nil, "7002"}[n], "edited_timestamp": "2026-03-02T10:00:00+00:00",
		})
	}
	if got := d.end(); got != "" || len(d.replies()) != 0 {
		t.Errorf("got questions %q", got)
	}
}

// An answer that somebody has deleted is posted anew.
func TestAnswerDeleted(t *testing.T) {
	t.Parallel()
	d := newMentionDesk(t, Options{}).open()
	id := d.mention("first?")
	d.done(id, 1)
	d.s.Delete(d.replies()[0].ID)
	d.edit(id, d.to("second?"))
	d.done(id, 2)
	if got := d.replies(); len(got) != 1 || !d.whole(got[0], id, "second?") {
		t.Errorf("got %+v", got)
	}
	d.end()
}

// The message that holds the place was posted although Discord says that it was not: the answer takes its place.
func TestPlaceholderPostedUnheard(t *testing.T) {
	t.Parallel()
	d := newMentionDesk(t, Options{Patience: time.Nanosecond, RequestTimeout: 300 * time.Millisecond})
	d.s.Fail(discordtest.Fault{Route: discordtest.RouteCreateMessage, Times: attempts, Status: 503, AfterEffect: true})
	id := d.mention("first?")
	d.log.await(t, "deferral failed", 1)
	d.open()
	d.done(id, 1)
	if got := d.replies(); len(got) != 1 || !d.whole(got[0], id, "first?") || got[0].Content != "" {
		t.Errorf("got %+v", got)
	}
	d.end()
}

// A refusal is for the sender alone; where direct messages are closed it is said in reply.
func TestMentionRefused(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name    string
		fault   discordtest.Fault
		private bool
	}{
		{"open", discordtest.Fault{}, true},
		{"posted although Discord says not", discordtest.Fault{Route: discordtest.RouteCreateMessage, Status: 503, AfterEffect: true}, true},
		{"closed", discordtest.Fault{Route: discordtest.RouteCreateMessage, Status: 403, Body: `{"code": 50007, "message": "Cannot send messages to this user"}`}, false},
		{"none", discordtest.Fault{Route: discordtest.RouteCreateDM, Status: 403, Body: `{"code": 50007, "message": "Cannot send messages to this user"}`}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := newMentionDesk(t, Options{AskRoles: []string{editorsRole}})
			if tt.fault.Route != "" {
				d.s.Fail(tt.fault)
			}
			d.done(d.mention("first?"), 1)
			private, public := d.s.Seen(reporter, discordtest.DMID, 0), d.replies()
			if !tt.private {
				private, public = public, private
			}
			if len(private) != 1 || private[0].Content != textMayNot[mayAsk] || len(public) != 0 {
				t.Errorf("got %+v, and elsewhere %+v", private, public)
			}
			if got := d.end(); got != "" {
				t.Errorf("got questions %q", got)
			}
		})
	}
}

// Where it cannot be told whether a thread is of a channel to answer in, nothing is said there, and the sender is told.
func TestMentionInUnknownThread(t *testing.T) {
	t.Parallel()
	d := newMentionDesk(t, Options{Channels: []string{discordtest.ChannelID}, RequestTimeout: 100 * time.Millisecond})
	d.s.Fail(discordtest.Fault{Route: discordtest.RouteGetChannel, Times: attempts, Status: 500})
	d.done(d.s.Say(discordtest.UserMessage{ChannelID: discordtest.ThreadID, Content: d.to("first?")}), 1)
	if got := d.s.Seen(reporter, discordtest.DMID, 0); len(got) != 1 || got[0].Content != textNoChannel {
		t.Errorf("got %+v", got)
	}
	d.end()
}
