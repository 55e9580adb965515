package discord

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"
)

// restFault is one way in which Discord's REST API fails a request.
type restFault struct {
	name  string
	fault discordtest.Fault
	of    []string // the kinds of request that it is tried on; nil means all
}

// few are kinds for faults that take their time.
var few = []string{"a command that takes longer", "a mention", "a mention edited"}

// interactions are the kinds of request that are no messages.
var interactions = func() (names []string) {
	for _, k := range kindsOfRequest {
		if !strings.HasPrefix(k.name, "a mention") {
			names = append(names, k.name)
		}
	}
	return names
}()

func refusalOf(status int, body string) discordtest.Fault {
	return discordtest.Fault{Status: status, Body: body}
}

func restFaults(held chan struct{}) []restFault {
	times := func(f discordtest.Fault, n int) discordtest.Fault {
		f.Times = n
		return f
	}
	return []restFault{
		{"", discordtest.Fault{}, nil},
		{"500, once", discordtest.Fault{Status: 500}, nil},
		{"503 although it was done", discordtest.Fault{Status: 503, AfterEffect: true}, nil},
		{"connection cut", discordtest.Fault{Status: -1}, nil},
		{"connection cut after it was done", discordtest.Fault{Status: -1, AfterEffect: true}, nil},
		{"no answer to the first attempt", discordtest.Fault{Hold: held}, few},
		{"no answer to the first attempt, although it was done", discordtest.Fault{Hold: held, AfterEffect: true}, nil},
		{"429 of the route", discordtest.TooMany("", 20*time.Millisecond), nil},
		{"429 of the route, three times", times(discordtest.TooMany("", 20*time.Millisecond), 3), nil},
		{"429 of all routes", discordtest.TooManyGlobal("", 20*time.Millisecond), nil},
		{"429 as HTML, from in front of Discord", discordtest.TooManyHTML("", time.Second), few[:2]},
		{"502 as HTML, more often than is tried at once", times(discordtest.Fault{Status: http.StatusBadGateway, Body: "<html>"}, attempts+1), few},
		{"401", refusalOf(401, `{"code": 0, "message": "401: Unauthorized"}`), nil},
		{"403, no access", refusalOf(403, `{"code": 50001, "message": "Missing Access"}`), nil},
		{"403, no permission", refusalOf(403, `{"code": 50013, "message": "Missing Permissions"}`), nil},
		{"404, no such message", refusalOf(404, `{"code": 10008, "message": "Unknown Message"}`), interactions},
		{"400, invalid form", refusalOf(400, `{"code": 50035, "message": "Invalid Form Body"}`), nil},
		{"400, invalid form, twice", times(refusalOf(400, `{"code": 50035, "message": "Invalid Form Body"}`), 2), nil},
	}
}

// seen is what users saw: of kinds of request, by name.
type outcomes map[string]string

// of plays the fault on every kind of request, each on the route by which its outcome is sent.
func (f restFault) play(t *testing.T) outcomes {
	out := make(outcomes)
	for _, slow := range []bool{false, true} {
		o := Options{RequestTimeout: 150 * time.Millisecond}
		if slow {
			o.Patience = time.Nanosecond
		}
		var d *faultDesk
		for _, k := range kindsOfRequest {
			if k.slow != slow || f.of != nil && !slices.Contains(f.of, k.name) {
				continue
			}
			if d == nil {
				d = newFaultDesk(t, discordtest.Options{}, o, nil)
			}
			out[k.name] = d.suffer(k, f.fault)
		}
		if d != nil {
			d.nothingPending()
		}
	}
	return out
}

// play does a request while its route has a fault, and says what is seen of it.
func (f *faultDesk) suffer(k kindOfRequest, fault discordtest.Fault) string {
	sc, do := f.set(k)
	gate := make(chan struct{})
	if k.slow {
		f.desk.gate.Store(&gate)
		defer f.desk.gate.Store(nil)
	}
	fault.Route = k.route
	if fault.Status != 0 || fault.Hold != nil {
		f.s.Fail(fault)
	}
	ended := do()
	if k.slow {
		sc.awaitHeld()
		close(gate)
	}
	ended()
	return sc.sees()
}

// awaitHeld waits until the person sees that an answer is coming.
func (sc *scenario) awaitHeld() {
	if sc.made != nil {
		sc.made.AwaitDeferral(sc.t)
		return
	}
	sc.s.AwaitMessage(sc.t, sc.channel, 1)
}

// nothingPending ends the bot and checks that no request is left without an outcome.
func (f *faultDesk) nothingPending() {
	f.t.Helper()
	f.r.stop()
	if err := <-f.r.done; err != nil {
		f.t.Errorf("got error %v, want nil", err)
	}
	left, err := f.o.Ledger.Pending()
	if err != nil || len(left) > 0 {
		f.t.Errorf("%d requests are left without an outcome, %v", len(left), err)
	}
}
