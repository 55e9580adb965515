// Package discord puts a Desk into Discord: its commands and mentions, their answers as messages, and a
// connection that outlasts what Discord and the network do to it.
package discord

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
	"copydesk/bot/ledger"
	"copydesk/corpus"
)

// Desk is whom the commands ask; *bot.Desk is one. Its methods are called from many goroutines at once.
type Desk interface {
	Ask(ctx context.Context, q bot.Question) (bot.Answer, error)
	CheckQuote(ctx context.Context, text, claimed string) (bot.Check, error)
	CheckDraft(ctx context.Context, name string, r io.Reader) (bot.Report, error)
	Said(ctx context.Context, name, topic string, from, to time.Time) (bot.Statements, error)
	Article(ctx context.Context, ref string) (bot.Card, error)
	Around(ctx context.Context, article string, span corpus.Span) (bot.Surroundings, error)
	Standing(ctx context.Context, article, version string) (bot.Standing, error)
	Status(ctx context.Context) (bot.Status, error)

	Names(ctx context.Context, typed string) ([]string, error)
	Outlets(ctx context.Context, typed string) ([]string, error)
	Articles(ctx context.Context, typed string) ([]bot.Citation, error)
}

// ErrToken says that Discord refused the bot's token: a new one has to be made, trying again is no use.
var ErrToken = errors.New("the token was refused")

// Options are what Run needs to know; all but the Token and the Ledger may be zero.
type Options struct {
	// Token is the bot's, with or without "Bot " before it.
	Token string
	// API is the base URL of a proxy, or of a double, of Discord's REST API, such as "http://127.0.0.1:1234".
	// Empty means Discord itself.
	API string
	// CDN is the base URL of what stands for Discord's content network, from which drafts are fetched. Empty means
	// Discord's own.
	CDN string
	// Guilds and Channels are the IDs of the servers and channels to answer in; empty means everywhere. If both
	// are set a channel has to be in one of those servers too. A thread counts as the channel that it is in.
	// If either is set direct messages are not answered, since nothing says which newsroom their sender is of.
	// Elsewhere a command is refused with a sentence that only its user sees, and a mention is passed over.
	// With Guilds the commands are registered in those servers alone, where they appear at once; without, they
	// are registered everywhere.
	Guilds, Channels []string
	// AskRoles, CheckRoles, EmbargoRoles and AdminRoles are the IDs of roles, or of users, who may ask and look up; who may
	// check quotations and drafts and sign receipts off; who are shown embargoed articles before their time, in answers
	// that they alone see; and who may change a server's settings. Nobody is shown embargoed articles if none is named;
	// whoever may manage the server changes its settings if none is named; ask and check may everybody if none is named.
	AskRoles, CheckRoles, EmbargoRoles, AdminRoles []string
	// Ledger keeps receipts, with which buttons work, and what has to outlast a restart. It stays the caller's to close,
	// and must not be nil.
	Ledger *ledger.Ledger
	// ButtonLife is how long the buttons below an answer work; 0 means 30 days. They end with the receipt in any case.
	ButtonLife time.Duration
	// Logger gets the connection's state, IDs and faults; never the token or the text of a question.
	// Nil means no log.
	Logger *slog.Logger
	// Invite, if not nil, is called once, when the bot is connected for the first time, with the links by which it is
	// added. It must return soon.
	Invite func(Invitation)

	// UserRate and ChannelRate are how many requests a minute are taken from a user, and in a channel from all users
	// together; a third of them may come at once. Checking a draft counts as three, four buttons as one. 0 means 30 and
	// 120. What is over is refused with a sentence that says when to try again.
	UserRate, ChannelRate int

	// Patience is how long a question may take before the user is shown that an answer is coming. 0 means
	// 0.3 s: Discord gives up on a command after 3 s, of which a busy bot needs the rest.
	Patience time.Duration
	// QuestionTimeout is how long a question may take in all; 0 means 60 s. Discord takes no answer after 15 min.
	QuestionTimeout time.Duration
	// DrainTimeout is how long questions may still take after Run's context is done; 0 means 10 s.
	DrainTimeout time.Duration
	// RequestTimeout is how long an attempt at a REST request may take; 0 means 10 s.
	RequestTimeout time.Duration
	// HandshakeTimeout is how long the gateway may take until it is ready; 0 means 10 s.
	HandshakeTimeout time.Duration
	// IdleTimeout is how long the gateway may be silent before its connection counts as dead; 0 means 90 s,
	// which is twice the time between Discord's heartbeats.
	IdleTimeout time.Duration
}

// Run connects to Discord and answers until ctx is done; then it takes no more questions, lets those under way
// end within Options.DrainTimeout, tells the rest to ask again, and returns nil. An error before that is one
// that a further attempt cannot mend: ErrToken, or an option that is none.
func Run(ctx context.Context, desk Desk, o Options) error {
	o = o.withDefaults()
	api, cdn, err := o.check()
	if err == nil {
		err = serve(ctx, desk, o, newClient(o, api, cdn))
	}
	if err != nil {
		return fmt.Errorf("discord: %w", err)
	}
	return nil
}

func serve(ctx context.Context, desk Desk, o Options, client *http.Client) error {
	defer client.CloseIdleConnections()
	s := newService(desk, o, client)
	ctx, stop := context.WithCancelCause(ctx)
	work, cancel := context.WithCancel(context.WithoutCancel(ctx))
	registered := make(chan error, 1)
	go func() {
		err := s.register(ctx)
		if err != nil {
			stop(err)
		}
		registered <- err
	}()
	g := &gateway{o: o, client: client, handle: func(e *discordgo.Event) { s.handle(work, e) }}
	err := g.run(ctx)
	stop(nil)
	s.drain(cancel)
	return errors.Join(err, <-registered)
}

func (o Options) withDefaults() Options {
	words := strings.Fields(o.Token)
	if len(words) > 0 && words[0] == "Bot" {
		words = words[1:]
	}
	o.Token = "Bot " + strings.Join(words, " ")
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	for _, d := range []struct {
		option *time.Duration
		zero   time.Duration
	}{
		{&o.Patience, 300 * time.Millisecond},
		{&o.QuestionTimeout, time.Minute},
		{&o.DrainTimeout, 10 * time.Second},
		{&o.RequestTimeout, 10 * time.Second},
		{&o.HandshakeTimeout, 10 * time.Second},
		{&o.IdleTimeout, 90 * time.Second},
		{&o.ButtonLife, 30 * 24 * time.Hour},
	} {
		if *d.option == 0 {
			*d.option = d.zero
		}
	}
	return o
}

// replyTimeout bounds the requests that one reply takes, retries and rate limits included.
func (o Options) replyTimeout() time.Duration { return 3 * o.RequestTimeout }

func newClient(o Options, api, cdn *url.URL) *http.Client {
	base := http.DefaultTransport.(*http.Transport).Clone()
	base.MaxIdleConnsPerHost = 32 // all requests go to one host
	return &http.Client{
		Transport: &transport{base: base, api: api, cdn: cdn, timeout: o.RequestTimeout, limits: newLimits()},
		Timeout:   o.replyTimeout(),
	}
}

var snowflake = regexp.MustCompile(`^\d{1,20}$`)

// check finds options that cannot be meant; api and cdn are nil for Discord itself.
func (o Options) check() (api, cdn *url.URL, err error) {
	if o.Token == "Bot " {
		return nil, nil, errors.New("no token")
	}
	if o.Ledger == nil {
		return nil, nil, errors.New("no ledger")
	}
	for _, l := range []struct {
		of  string
		ids []string
	}{
		{"guild", o.Guilds}, {"channel", o.Channels}, {"role that may ask", o.AskRoles}, {"role that may check", o.CheckRoles},
		{"role that sees embargoed articles", o.EmbargoRoles}, {"role that administers", o.AdminRoles},
	} {
		for _, id := range l.ids {
			if !snowflake.MatchString(id) {
				return nil, nil, fmt.Errorf("%s %q: not an ID, which is a number", l.of, id)
			}
		}
	}
	if o.UserRate < 0 || o.ChannelRate < 0 {
		return nil, nil, fmt.Errorf("rates of %d and %d a minute: below 0", o.UserRate, o.ChannelRate)
	}
	if api, err = parseBase("API", o.API); err != nil {
		return nil, nil, err
	}
	cdn, err = parseBase("CDN", o.CDN)
	return api, cdn, err
}

// parseBase reads the option named; nil if it is empty.
func parseBase(name, address string) (*url.URL, error) {
	if address == "" {
		return nil, nil
	}
	base, err := url.Parse(address)
	if err != nil || base.Host == "" || base.Scheme != "http" && base.Scheme != "https" {
		return nil, fmt.Errorf("%s %q: not an http address", name, address)
	}
	return base, nil
}
