package discord

import (
	"cmp"
	"slices"
	"testing"

	"copydesk/bot/discord/discordtest"
)

// gatewayFault is one way in which the gateway fails the bot.
type gatewayFault struct {
	name string
	o    Options
	d    discordtest.Options
	// before is done before the bot starts, lose once it is connected.
	before, lose func(*discordtest.Server)
	// resumed says that the session goes on: what is asked meanwhile is answered. Otherwise a new one is begun, and what
	// is asked after that is answered.
	resumed bool
}

// meanwhile are the kinds of request that are made while the bot has no connection, or after it has one again.
var meanwhile = []string{"a command", "a draft", "a button for the next passage", "a menu", "a form sent", "a mention", "a mention edited", "a mention deleted"}

func gatewayFaults() []gatewayFault {
	var all []gatewayFault
	for name, do := range map[string]discordtest.Behaviour{
		"refused with 503":                   {Refuse: 503},
		"no HELLO":                           {NoHello: true},
		"op 7 in place of READY":             {Instead: discordtest.Reconnect},
		"op 9 in place of READY":             {Instead: discordtest.InvalidSession},
		"op 9, resumable, in place of READY": {Instead: discordtest.TryAgain},
		"silence in place of READY":          {Instead: discordtest.Nothing},
		"cut in place of READY":              {Instead: discordtest.Drop},
		"close 4000 in place of READY":       {Instead: discordtest.Close, CloseCode: 4000},
	} {
		all = append(all, gatewayFault{name: name + ", twice", o: Options{HandshakeTimeout: impatient.HandshakeTimeout},
			before: func(s *discordtest.Server) { s.Next(do, do) }})
	}
	for name, lose := range map[string]func(*discordtest.Server){
		"op 7":                      func(s *discordtest.Server) { s.AskReconnect() },
		"op 9, resumable":           func(s *discordtest.Server) { s.Invalidate(true) },
		"connection cut":            func(s *discordtest.Server) { s.Disconnect(0) },
		"close 4000":                func(s *discordtest.Server) { s.Disconnect(4000) },
		"close 1001":                func(s *discordtest.Server) { s.Disconnect(1001) },
		"connection dead":           func(s *discordtest.Server) { s.Freeze() },
		"heartbeats unacknowledged": func(s *discordtest.Server) { s.StopACK() },
		"connection cut, and refused once with 502": func(s *discordtest.Server) {
			s.Next(discordtest.Behaviour{Refuse: 502})
			s.Disconnect(0)
		},
		"connection cut, and again while events are replayed": func(s *discordtest.Server) {
			s.Next(discordtest.Behaviour{DropInReplay: true, Replay: 3})
			s.Disconnect(0)
		},
	} {
		all = append(all, gatewayFault{name: name, lose: lose, resumed: true,
			d: discordtest.Options{Heartbeat: heartbeat}, o: Options{IdleTimeout: impatient.IdleTimeout}})
	}
	after := func(b discordtest.Behaviour, times int) func(*discordtest.Server) {
		return func(s *discordtest.Server) {
			for range times {
				s.Next(b)
			}
			s.Disconnect(0)
		}
	}
	for name, lose := range map[string]func(*discordtest.Server){
		"op 9, not resumable":            func(s *discordtest.Server) { s.Invalidate(false) },
		"close 4009":                     func(s *discordtest.Server) { s.Disconnect(4009) },
		"op 9 in place of RESUMED":       after(discordtest.Behaviour{Instead: discordtest.InvalidSession}, 1),
		"op 7 in place of RESUMED":       after(discordtest.Behaviour{Instead: discordtest.Reconnect}, 1),
		"close 4007 in place of RESUMED": after(discordtest.Behaviour{Instead: discordtest.Close, CloseCode: 4007}, 1),
		"refused too often with 502":     after(discordtest.Behaviour{Refuse: 502}, resumes),
	} {
		all = append(all, gatewayFault{name: name, lose: lose, o: Options{HandshakeTimeout: impatient.HandshakeTimeout}})
	}
	slices.SortStableFunc(all, func(a, b gatewayFault) int {
		return cmp.Or(cmp.Compare(a.when(), b.when()), cmp.Compare(a.name, b.name))
	})
	return all
}

// when says when the requests are made.
func (f gatewayFault) when() string {
	switch {
	case f.lose == nil:
		return "made once it is connected"
	case f.resumed:
		return "made meanwhile"
	}
	return "made under the new session"
}

// play makes requests while the fault lasts, if the session goes on, or after it.
func (f gatewayFault) play(t *testing.T) outcomes {
	d := newFaultDesk(t, f.d, f.o, f.before)
	var all []*scenario
	var acts []func() func()
	for _, name := range meanwhile {
		sc, do := d.set(requestNamed(name))
		all, acts = append(all, sc), append(acts, do)
	}
	if f.lose != nil {
		f.lose(d.s)
		if !f.resumed {
			d.s.AwaitReady(t, 2)
		}
	}
	var ends []func()
	for _, do := range acts {
		ends = append(ends, do())
	}
	if f.resumed {
		d.s.AwaitResumed(t, 1)
	}
	out := make(outcomes)
	for n, sc := range all {
		ends[n]()
		out[sc.kind.name] = sc.sees()
	}
	d.nothingPending()
	return out
}
