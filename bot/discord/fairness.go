package discord

import (
	"runtime"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"
)

// The rates where the options name none, in requests a minute, and how much of a minute's may come at once.
const (
	defaultUserRate    = 30
	defaultChannelRate = 120
	burst              = 1.0 / 3
)

// How many users and channels are kept in mind. Whoever is forgotten begins anew; it takes that many others to be.
const (
	rememberedUsers    = 4096
	rememberedChannels = 1024
)

// kind is what a request costs.
type kind int

const (
	lookup     kind = iota // a question, a quotation, a name, an article, a receipt
	draftCheck             // all quotations of a file or a message
	pressing               // a button or a menu
	suggestion             // an option that is being typed
)

// prices are what requests count towards the rates, a lookup being whole. Suggestions are bounded by their lane: a new one
// ends the one before.
var prices = map[kind]int{lookup: whole, draftCheck: 3 * whole, pressing: 1}

const whole = 4

// fairness keeps anybody's requests from holding up those of others: by rates for each user and each channel, and by
// lanes, one a kind, so that drafts never stand before questions, nor either before suggestions.
//
//	t, refusal := f.admit(user, channel, lookup)
//	if refusal != "" { … show it to the user alone }
//	defer t.end()
//	ctx, err := t.begin(ctx) // waits; by now "is thinking" may be shown
type fairness struct {
	lanes map[kind]*lane

	mu              sync.Mutex
	users, channels *meters
}

func newFairness(o Options) *fairness {
	cpus := runtime.GOMAXPROCS(0)
	return &fairness{
		users:    newMeters(rememberedUsers, o.UserRate, defaultUserRate),
		channels: newMeters(rememberedChannels, o.ChannelRate, defaultChannelRate),
		// Work computes more than it waits: more at once than there are processors slows all of it, and what is light beside it.
		lanes: map[kind]*lane{
			lookup:     {atOnce: cpus, atOnceEach: max(1, cpus/2), waiting: 256, waitingEach: 8},
			draftCheck: {atOnce: max(1, cpus/2), atOnceEach: 1, waiting: 16, waitingEach: 2, took: 5 * time.Second},
			pressing:   {atOnce: cpus, atOnceEach: max(1, cpus/2), waiting: 256, waitingEach: 8},
			suggestion: {atOnce: 2 * cpus, atOnceEach: 2, waiting: 256, waitingEach: 2, newest: true},
		},
	}
}

// admit takes on a request, or refuses it with a sentence that says when to try again. It returns at once.
func (f *fairness) admit(user, channel string, k kind) (t *turn, refusal string) {
	refund, wait := f.pay(user, channel, prices[k])
	if wait > 0 {
		return nil, textTooMany(wait)
	}
	t, wait = f.lanes[k].join(user)
	if t == nil {
		refund()
		return nil, textFull(k, wait)
	}
	return t, ""
}

// pay counts the price towards both rates. If one is used up it counts towards neither, and wait is how long it takes
// until it can be paid.
func (f *fairness) pay(user, channel string, price int) (refund func(), wait time.Duration) {
	now := time.Now()
	f.mu.Lock()
	defer f.mu.Unlock()
	u := f.users.of(user).ReserveN(now, price)
	c := f.channels.of(channel).ReserveN(now, price)
	refund = func() {
		u.CancelAt(now)
		c.CancelAt(now)
	}
	if wait = max(u.DelayFrom(now), c.DelayFrom(now)); wait > 0 {
		refund()
	}
	return refund, wait
}

// meters are the rates of users, or of channels, by ID.
type meters struct {
	rate rate.Limit // in prices a second
	once int        // the most that may come at once, in prices
	kept *lru.Cache[string, *rate.Limiter]
}

// newMeters measures requests a minute; 0 means the other number.
func newMeters(size, perMinute, otherwise int) *meters {
	if perMinute == 0 {
		perMinute = otherwise
	}
	kept, err := lru.New[string, *rate.Limiter](size)
	if err != nil {
		panic(err) // only a size below 1 is refused
	}
	prices := float64(perMinute * whole)
	return &meters{rate.Limit(prices / 60), max(int(prices*burst), 3*whole), kept}
}

// of is the meter of an ID.
func (m *meters) of(id string) *rate.Limiter {
	l, ok := m.kept.Get(id)
	if !ok {
		l = rate.NewLimiter(m.rate, m.once)
		m.kept.Add(id, l)
	}
	return l
}
