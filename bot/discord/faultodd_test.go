package discord

import (
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"
)

// oddFault is what goes wrong with the order or the time of events, or is not known to the bot, or is its own end.
type oddFault struct {
	name string
	of   []string
	o    Options
	// during makes the request while something goes wrong.
	during func(*faultDesk, *scenario, func() func())
}

func oddFaults() []oddFault {
	restore := func(f *faultDesk) { f.s.Copies(1) }
	quick := Options{Patience: time.Nanosecond}
	return []oddFault{
		{"every event arrives three times", meanwhile, Options{}, func(f *faultDesk, _ *scenario, do func() func()) {
			f.s.Copies(3)
			defer restore(f)
			do()()
		}},
		{"unknown events, and such as cannot be read, in between", meanwhile, Options{}, func(f *faultDesk, _ *scenario, do func() func()) {
			f.s.Dispatch("SOMETHING_NEW", map[string]any{"id": []int{1}})
			for _, event := range []string{messageCreate, messageUpdate, messageDelete, interactionCreate} {
				f.s.Dispatch(event, "not an object")
				f.s.Dispatch(event, map[string]any{"id": "7001", "token": "unknown", "application_id": f.s.AppID(), "type": 99, "components": []any{map[string]any{"type": 99}}})
			}
			do()()
		}},
		{"a mention and its edit arrive in reverse order", []string{"a mention"}, Options{}, func(f *faultDesk, sc *scenario, _ func() func()) {
			f.s.HoldEvents()
			id := sc.says("When did it sink?")
			f.s.Edit(id, "<@"+f.s.BotID()+"> When will the ferry be raised?")
			f.s.ReleaseEvents()
			f.done(id, 1)
		}},
		{"a mention and its deletion arrive in reverse order", []string{"a mention"}, Options{}, func(f *faultDesk, sc *scenario, _ func() func()) {
			f.s.HoldEvents()
			f.s.Delete(sc.says("When did it sink?"))
			f.s.ReleaseEvents()
			f.s.Run(inChannel(ask(map[string]any{}), channelOf(0))).Reply(f.t)
		}},
		{"a command reaches the bot after 4 s", []string{"a command", "a button for the next passage"}, Options{}, func(f *faultDesk, sc *scenario, do func() func()) {
			f.s.HoldEvents()
			ended := do()
			f.s.Advance(4 * time.Second)
			f.s.ReleaseEvents()
			ended()
		}},
		{"Discord takes 4 s over the callback", []string{"a command", "a button for the next passage"}, Options{}, func(f *faultDesk, sc *scenario, do func() func()) {
			arrived, release := make(chan struct{}), make(chan struct{})
			f.s.Fail(discordtest.Fault{Route: discordtest.RouteCallback, Hold: release})
			f.desk.asked.Store(&arrived)
			ended := do()
			<-arrived
			f.s.Advance(4 * time.Second)
			close(release)
			ended()
		}},
		{"the answer takes 16 min", []string{"a command that takes longer"}, quick, func(f *faultDesk, sc *scenario, do func() func()) {
			f.slowly(sc, do, func() { f.s.Advance(16 * time.Minute) })
		}},
		{"the bot is stopped, and the answer takes longer than it waits", []string{"a command that takes longer", "a button for the next passage that takes longer", "a mention that takes longer"},
			Options{Patience: time.Nanosecond, DrainTimeout: 50 * time.Millisecond}, func(f *faultDesk, sc *scenario, do func() func()) {
				gate := make(chan struct{})
				f.desk.gate.Store(&gate)
				ended := do()
				sc.awaitHeld()
				f.r.stop()
				ended()
			}},
		{"the bot is stopped, and the answer is there in time", []string{"a command that takes longer", "a button for the next passage that takes longer", "a mention that takes longer"},
			quick, func(f *faultDesk, sc *scenario, do func() func()) { f.slowly(sc, do, f.r.stop) }},
	}
}

func inChannel(c discordtest.Command, id string) discordtest.Command {
	c.ChannelID = id
	return c
}

// slowly has a request wait for its answer while something happens.
func (f *faultDesk) slowly(sc *scenario, do func() func(), happens func()) {
	gate := make(chan struct{})
	f.desk.gate.Store(&gate)
	ended := do()
	sc.awaitHeld()
	happens()
	close(gate)
	ended()
}

// play makes requests of some kinds, each of a bot of its own.
func (f oddFault) play(t *testing.T) outcomes {
	out := make(outcomes)
	for _, name := range f.of {
		d := newFaultDesk(t, discordtest.Options{}, f.o, nil)
		sc, do := d.set(requestNamed(name))
		f.during(d, sc, do)
		out[name] = sc.sees()
		d.nothingPending()
	}
	return out
}
