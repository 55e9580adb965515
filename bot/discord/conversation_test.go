package discord

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
)

// conversation is people asking the bot one thing after another.
type conversation struct {
	t     *testing.T
	s     *discordtest.Server
	r     *running
	asked chan bot.Question
	read  map[string]bool // the bot's messages so far
}

func newConversation(t *testing.T, o discordtest.Options) *conversation {
	t.Helper()
	c := &conversation{t: t, s: newDouble(t, o), asked: make(chan bot.Question, 10), read: make(map[string]bool)}
	c.r = start(t, c.s, c.desk(), Options{})
	return c
}

// desk answers as the real one does: it reads every question with the one before.
func (c *conversation) desk() Desk {
	return deskFunc(func(_ context.Context, q bot.Question) (bot.Answer, error) {
		c.asked <- q
		a := ferryAnswer()
		a.Reading.Before = q.Before
		return a, nil
	})
}

// restart ends the bot and starts another.
func (c *conversation) restart() {
	c.t.Helper()
	c.r.stop()
	<-c.r.done
	c.r = run(c.t, c.s, c.desk(), Options{})
	c.s.AwaitReady(c.t, 2)
}

// next is the question that the bot asked of the desk, and its answer in the channel.
func (c *conversation) next(channel string) (before string, answer discordtest.Message) {
	c.t.Helper()
	q := <-c.asked
	for n := 1; answer.ID == "" || c.read[answer.ID]; n++ {
		answer = c.s.AwaitMessage(c.t, channel, n)
	}
	c.read[answer.ID] = true
	return q.Before, answer
}

// say has somebody write a message, in which BOT stands for the bot's name, that the bot answers.
func (c *conversation) say(u discordtest.UserMessage) (before string, answer discordtest.Message) {
	c.t.Helper()
	c.chat(u)
	return c.next(u.ChannelID)
}

// chat is say for a message that the bot does not answer.
func (c *conversation) chat(u discordtest.UserMessage) (id string) {
	c.t.Helper()
	u.Content = strings.ReplaceAll(u.Content, "BOT", "<@"+c.s.BotID()+">")
	return c.s.Say(u)
}

// ask has somebody use /ask.
func (c *conversation) ask(channel, question string, private bool) (before string, answer discordtest.Message) {
	c.t.Helper()
	command := ask(map[string]any{"question": question, "only_me": private})
	command.ChannelID = channel
	answer = c.s.Run(command).Reply(c.t)
	c.read[answer.ID] = true
	return (<-c.asked).Before, answer
}

const (
	firstQuestion  = "What did Runa Ostberg say about the *ferry*?"
	secondQuestion = "Who closed the north quay?"
	followUp       = "and what did she say about the quay?"
)

func TestReplyFollowsWhatWasAnswered(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		ask  func(*conversation) discordtest.Message
	}{
		{"mention", func(c *conversation) discordtest.Message {
			_, answer := c.say(discordtest.UserMessage{ChannelID: discordtest.ChannelID, Content: "BOT " + firstQuestion})
			return answer
		}},
		{"command", func(c *conversation) discordtest.Message {
			_, answer := c.ask(discordtest.ChannelID, firstQuestion, false)
			return answer
		}},
	} {
		for _, restarted := range []bool{false, true} {
			t.Run(tt.name, func(t *testing.T) {
				t.Parallel()
				c := newConversation(t, discordtest.Options{})
				answer := tt.ask(c)
				c.say(discordtest.UserMessage{ChannelID: discordtest.ChannelID, UserID: "401", Content: "BOT " + secondQuestion})
				if restarted {
					c.restart()
				}
				c.s.Advance(30 * time.Hour)
				for _, content := range []string{"BOT " + followUp, followUp} {
					before, m := c.say(discordtest.UserMessage{ChannelID: discordtest.ChannelID, Content: content, ReplyTo: answer.ID})
					if before != firstQuestion {
						t.Errorf("%q: got %q before, want %q", content, before, firstQuestion)
					}
					if want := "-# Read with the question before: “What did Runa Ostberg say about the \\*ferry\\*?”"; m.Content != want {
						t.Errorf("%q: got %q, want %q", content, m.Content, want)
					}
				}
			})
		}
	}
}

// A reply to the bot that is no question is passed over, and so is one that it may not read.
func TestRepliesThatAskNothing(t *testing.T) {
	t.Parallel()
	c := newConversation(t, discordtest.Options{})
	_, answer := c.say(discordtest.UserMessage{ChannelID: discordtest.ChannelID, Content: "BOT " + firstQuestion})
	c.chat(discordtest.UserMessage{Content: "Thanks, that helps.", ReplyTo: answer.ID})
	c.chat(discordtest.UserMessage{Content: "Wow", ReplyTo: answer.ID})
	c.chat(discordtest.UserMessage{Content: followUp, ReplyTo: answer.ID, NoPing: true})
	remark := c.chat(discordtest.UserMessage{Content: "Who else?"})
	c.chat(discordtest.UserMessage{Content: followUp, ReplyTo: remark})
	c.say(discordtest.UserMessage{ChannelID: discordtest.ChannelID, Content: "BOT " + secondQuestion})
	if len(c.asked) > 0 {
		t.Errorf("got question %+v", <-c.asked)
	}
}

func TestLastQuestionInThreadsAndDirectMessages(t *testing.T) {
	t.Parallel()
	in := func(channel string) func(content, user string) discordtest.UserMessage {
		return func(content, user string) discordtest.UserMessage {
			return discordtest.UserMessage{ChannelID: channel, Content: content, UserID: user}
		}
	}
	channel, thread, direct := in(discordtest.ChannelID), in(discordtest.ThreadID), in(discordtest.DMID)
	for _, tt := range []struct {
		name, channel string
		earlier       func(c *conversation)
		want          string
	}{
		{"channel", discordtest.ChannelID, func(c *conversation) { c.say(channel("BOT "+firstQuestion, "")) }, ""},
		{"thread", discordtest.ThreadID, func(c *conversation) { c.say(thread("BOT "+firstQuestion, "")) }, firstQuestion},
		{"direct message", discordtest.DMID, func(c *conversation) { c.say(direct(firstQuestion, "")) }, firstQuestion},
		{"two users", discordtest.ThreadID, func(c *conversation) {
			c.say(thread("BOT "+firstQuestion, ""))
			c.say(thread("BOT "+secondQuestion, "401"))
		}, secondQuestion},
		{"not what people say to one another", discordtest.ThreadID, func(c *conversation) {
			c.say(thread("BOT "+firstQuestion, ""))
			c.chat(thread("What did the mayor say?", "401"))
		}, firstQuestion},
		{"no word of thanks", discordtest.ThreadID, func(c *conversation) {
			_, answer := c.say(thread("BOT "+firstQuestion, ""))
			c.chat(discordtest.UserMessage{ChannelID: discordtest.ThreadID, Content: "Thank you, well found.", ReplyTo: answer.ID})
		}, firstQuestion},
		{"reply without the bot's name", discordtest.ThreadID, func(c *conversation) {
			_, answer := c.say(thread("BOT "+firstQuestion, ""))
			c.say(discordtest.UserMessage{ChannelID: discordtest.ThreadID, Content: secondQuestion, ReplyTo: answer.ID})
		}, secondQuestion},
		{"only what people say to one another", discordtest.ThreadID, func(c *conversation) { c.chat(thread("What did the mayor say?", "401")) }, ""},
		{"no question", discordtest.ThreadID, func(c *conversation) {
			c.say(thread("BOT "+firstQuestion, ""))
			c.say(thread("BOT ?", ""))
		}, firstQuestion},
		{"command", discordtest.ThreadID, func(c *conversation) {
			c.say(thread("BOT "+firstQuestion, ""))
			c.ask(discordtest.ThreadID, secondQuestion, false)
		}, secondQuestion},
		{"command in private", discordtest.ThreadID, func(c *conversation) {
			c.say(thread("BOT "+firstQuestion, ""))
			c.ask(discordtest.ThreadID, secondQuestion, true)
		}, firstQuestion},
		{"an hour later", discordtest.ThreadID, func(c *conversation) {
			c.say(thread("BOT "+firstQuestion, ""))
			c.s.Advance(memory)
		}, firstQuestion},
		{"longer ago", discordtest.ThreadID, func(c *conversation) {
			c.say(thread("BOT "+firstQuestion, ""))
			c.s.Advance(memory + time.Second)
		}, ""},
		{"thread from a question", discordtest.ThreadID, func(c *conversation) {
			_, answer := c.say(channel("BOT "+firstQuestion, ""))
			c.s.StartThread(discordtest.ThreadID, referenced(answer))
		}, firstQuestion},
		{"thread from an answer", discordtest.ThreadID, func(c *conversation) {
			_, answer := c.say(channel("BOT "+firstQuestion, ""))
			c.s.StartThread(discordtest.ThreadID, answer.ID)
		}, firstQuestion},
		{"thread from a command", discordtest.ThreadID, func(c *conversation) {
			_, answer := c.ask(discordtest.ChannelID, firstQuestion, false)
			c.s.StartThread(discordtest.ThreadID, answer.ID)
		}, firstQuestion},
		{"thread from a remark", discordtest.ThreadID, func(c *conversation) {
			c.s.StartThread(discordtest.ThreadID, c.chat(channel("What did the mayor say?", "")))
		}, ""},
		{"restart", discordtest.ThreadID, func(c *conversation) {
			c.say(thread("BOT "+firstQuestion, ""))
			c.restart()
		}, firstQuestion},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := newConversation(t, discordtest.Options{})
			tt.earlier(c)
			for len(c.asked) > 0 {
				<-c.asked
			}
			if got, _ := c.ask(tt.channel, followUp, true); got != tt.want {
				t.Errorf("command: got %q before, want %q", got, tt.want)
			}
			if got, _ := c.say(discordtest.UserMessage{ChannelID: tt.channel, Content: "BOT " + followUp}); got != tt.want {
				t.Errorf("mention: got %q before, want %q", got, tt.want)
			}
		})
	}
}

// A question that its author took back is gone; what was asked before it in the thread still counts.
func TestFollowUpToDeletedQuestion(t *testing.T) {
	t.Parallel()
	c := newConversation(t, discordtest.Options{})
	c.say(discordtest.UserMessage{ChannelID: discordtest.ThreadID, Content: "BOT " + firstQuestion})
	_, answer := c.say(discordtest.UserMessage{ChannelID: discordtest.ThreadID, Content: "BOT " + secondQuestion})
	// The answer goes along with the question, unless Discord does not let it.
	c.s.Fail(discordtest.Fault{Route: discordtest.RouteDeleteMessage, Status: 403, Body: `{"code": 50001, "message": "Missing Access"}`})
	c.s.Delete(referenced(answer))
	before, m := c.say(discordtest.UserMessage{ChannelID: discordtest.ThreadID, Content: "BOT " + followUp, ReplyTo: answer.ID})
	if before != "" || m.Content != "" || len(m.Embeds) == 0 {
		t.Errorf("reply: got %q before, %q, %d embeds, want an answer to the question alone", before, m.Content, len(m.Embeds))
	}
	c.s.Delete(referenced(m))
	if before, _ = c.say(discordtest.UserMessage{ChannelID: discordtest.ThreadID, Content: "BOT " + followUp}); before != firstQuestion {
		t.Errorf("thread: got %q before, want %q", before, firstQuestion)
	}
	if log := c.r.log.text(); strings.Contains(log, "cannot be looked up") {
		t.Errorf("a question taken back is logged as a fault:\n%s", log)
	}
}

// Where the messages before cannot be read the question is answered by itself.
func TestFollowUpWithoutHistory(t *testing.T) {
	t.Parallel()
	const missing = `{"code": 50001, "message": "Missing Access"}`
	c := newConversation(t, discordtest.Options{})
	_, answer := c.say(discordtest.UserMessage{ChannelID: discordtest.ThreadID, Content: "BOT " + firstQuestion})
	for n, tt := range []struct{ route, to string }{
		{discordtest.RouteGetMessage, answer.ID},
		{discordtest.RouteListMessages, ""},
	} {
		c.s.Fail(discordtest.Fault{Route: tt.route, Status: 403, Body: missing})
		before, m := c.say(discordtest.UserMessage{ChannelID: discordtest.ThreadID, Content: "BOT " + followUp, ReplyTo: tt.to})
		if before != "" || len(m.Embeds) == 0 {
			t.Errorf("%s: got %q before, %d embeds, want an answer to the question alone", tt.route, before, len(m.Embeds))
		}
		c.r.log.await(t, "cannot be looked up", n+1)
	}
}

// Looking up the question before keeps nobody waiting without a sign.
func TestFollowUpLookedUpSlowly(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	release := make(chan struct{})
	s.Fail(discordtest.Fault{Route: discordtest.RouteListMessages, Hold: release})
	start(t, s, says(ferryAnswer()), Options{Patience: time.Millisecond})
	command := ask(map[string]any{})
	command.ChannelID = discordtest.ThreadID
	i := s.Run(command)
	i.AwaitDeferral(t)
	close(release)
	if m := i.Reply(t); len(m.Embeds) == 0 {
		t.Errorf("got %q, want the answer", m.Content)
	}
}

// referenced is the ID of the message that m replies to.
func referenced(m discordtest.Message) string {
	var reference struct {
		MessageID string `json:"message_id"`
	}
	_ = json.Unmarshal(m.MessageReference, &reference) // a message that is no reply has none
	return reference.MessageID
}
