package main

import (
	"regexp"
	"strings"
	"time"

	"copydesk/bot/discord/discordtest"
)

// send does the deed and waits for what becomes of it. It is called by many goroutines at once.
func (m *mix) send(d deed) outcome {
	o, t := outcome{kind: d.kind, fate: answered}, new(silent)
	began := time.Now()
	i := m.do(d)
	first := i.Acknowledgement(t)
	if t.failed {
		o.fate = lost
		return o
	}
	o.acknowledged = first.At.Sub(began)
	last := first
	if first.Kind == discordtest.Deferred {
		last.Message = i.Reply(t)
		last.At = time.Now()
	}
	if t.failed {
		o.fate = mute
		return o
	}
	o.shown = last.At.Sub(began)
	if last.Kind != discordtest.Suggested && last.Kind != discordtest.Asked {
		o.fate = told(last.Message)
		m.shown.add(last.Message)
	}
	return o
}

func (m *mix) do(d deed) *discordtest.Interaction {
	switch {
	case d.press != nil:
		return m.double.Press(*d.press)
	case d.command.Focused != "":
		return m.double.Complete(d.command)
	}
	return m.double.Run(d.command)
}

// tryAgain is how the sentence ends that refuses what is too much.
var tryAgain = regexp.MustCompile(`again in \d+ (second|minute)s?\.$`)

// told is what a message tells its user.
func told(m discordtest.Message) fate {
	switch {
	case tryAgain.MatchString(m.Content):
		return refused
	case strings.HasPrefix(m.Content, "Something went wrong on my side"):
		return failed
	}
	return answered
}
