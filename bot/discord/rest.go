package discord

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/cenkalti/backoff/v5"
)

// Codes of Discord's errors that copydesk tells apart
// (https://discord.com/developers/docs/topics/opcodes-and-status-codes#json).
const (
	codeUnknownMessage     = 10008
	codeUnknownInteraction = 10062
	codeEmptyMessage       = 50006
	codeMissingPermissions = 50013
	codeWebhookToken       = 50027
	codeInvalidForm        = 50035
	codeAcknowledged       = 40060
)

// apiError is Discord's refusal of a request.
type apiError struct {
	Status  int
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func (e *apiError) Error() string {
	return fmt.Sprintf("HTTP %d, code %d: %s", e.Status, e.Code, e.Message)
}

// refused reports whether err is Discord's refusal with one of the codes.
func refused(err error, codes ...int) bool {
	var e *apiError
	return errors.As(err, &e) && slices.Contains(codes, e.Code)
}

// temporary reports whether err says nothing of what Discord thinks of a request: it had a fault of its own, could not be
// reached, or asked to wait for longer than there was time.
func temporary(err error) bool {
	var e *apiError
	return err != nil && (!errors.As(err, &e) || e.Status >= http.StatusInternalServerError)
}

// rest makes the few requests that copydesk needs. discordgo's own calls put the edits of all interactions in
// one queue, sleep through a 429 whatever the context says, and keep a bucket for every interaction for good.
type rest struct {
	http  *http.Client
	token string        // with "Bot "
	pause time.Duration // before the second attempt
}

const userAgent = "DiscordBot (https://github.com/bwmarrin/discordgo, v" + discordgo.VERSION + ")"

// attempts is how often a request is sent whose outcome is unknown: a connection broke, or Discord had a
// fault of its own.
const attempts = 4

// call sends in as JSON and reads the response into out; either may be nil. Errors name no address, since some
// hold the token of an interaction.
func (r *rest) call(ctx context.Context, method, address string, in, out any) error {
	var body []byte
	if in != nil {
		var err error
		if body, err = json.Marshal(in); err != nil {
			return err
		}
	}
	b := backoff.NewExponentialBackOff()
	b.InitialInterval, b.MaxInterval = r.pause, 10*r.pause
	answer, err := backoff.Retry(ctx, func() ([]byte, error) { return r.send(ctx, method, address, body) },
		backoff.WithBackOff(b), backoff.WithMaxTries(attempts))
	if err != nil || out == nil {
		return err
	}
	return json.Unmarshal(answer, out)
}

// send makes one attempt. An error that a further attempt cannot mend is marked as permanent.
func (r *rest) send(ctx context.Context, method, address string, body []byte) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, method, address, bytes.NewReader(body))
	if err != nil {
		return nil, backoff.Permanent(errors.New("no request can be made for the address"))
	}
	req.Header.Set("Authorization", r.token)
	req.Header.Set("User-Agent", userAgent)
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	resp, err := r.http.Do(req)
	if err != nil {
		return nil, sendError(err)
	}
	defer resp.Body.Close()
	var answer bytes.Buffer
	if _, err := answer.ReadFrom(resp.Body); err != nil {
		return nil, err
	}
	if resp.StatusCode < 300 {
		return answer.Bytes(), nil
	}
	return nil, statusError(resp.StatusCode, answer.Bytes())
}

// sendError takes the address off the error and marks what a further attempt cannot mend.
func sendError(err error) error {
	err = withoutAddress(err)
	if errors.Is(err, errRateLimited) {
		return backoff.Permanent(err)
	}
	return err
}

func withoutAddress(err error) error {
	var inner *url.Error
	if errors.As(err, &inner) {
		return inner.Err
	}
	return err
}

func statusError(status int, body []byte) error {
	e := &apiError{Status: status}
	if json.Unmarshal(body, e) != nil {
		e.Message = http.StatusText(status)
	}
	switch {
	case status >= 500:
		return e
	case status == http.StatusUnauthorized && e.Code != codeWebhookToken: // which is that of an interaction, and expires
		return backoff.Permanent(fmt.Errorf("%w: %w", ErrToken, e))
	}
	return backoff.Permanent(e)
}

// payload is a message as Discord takes it. Content, embeds and components are always sent, so that an edit clears
// what was there.
type payload struct {
	Content    string                           `json:"content"`
	Embeds     []*discordgo.MessageEmbed        `json:"embeds"`
	Components []component                      `json:"components"`
	Mentions   discordgo.MessageAllowedMentions `json:"allowed_mentions"`
	Flags      discordgo.MessageFlags           `json:"flags,omitempty"`
	Reference  *discordgo.MessageReference      `json:"message_reference,omitempty"`
	// Nonce, with EnforceNonce, makes Discord post the message once, however often it is sent.
	Nonce        string `json:"nonce,omitempty"`
	EnforceNonce bool   `json:"enforce_nonce,omitempty"`
}

// payload is the message with no mention allowed.
func (m message) payload() payload {
	p := payload{Content: m.Content, Embeds: m.Embeds, Components: m.Components}
	p.Mentions.Parse = []discordgo.AllowedMentionType{}
	if p.Components == nil {
		p.Components = []component{}
	}
	if p.Embeds == nil {
		p.Embeds = []*discordgo.MessageEmbed{}
	}
	return p
}
