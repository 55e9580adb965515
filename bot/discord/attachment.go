package discord

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
)

// maxDraft is the largest file that is fetched, in bytes: what people without a subscription can send.
const maxDraft = 10 << 20

// cdnHosts are where Discord keeps files. Nothing is fetched from anywhere else.
var cdnHosts = []string{"cdn.discordapp.com", "media.discordapp.net"}

// errNoFile says that Discord did not hand out a file, which it does for a day and as long as the message is there.
var errNoFile = errors.New("the file cannot be fetched")

// fetch reads a file from Discord's content network, which needs no token and gets none. Errors name neither the file nor
// its address, which is a secret.
func (r *rest) fetch(ctx context.Context, a attachment) ([]byte, error) {
	u, err := url.Parse(a.URL)
	if err != nil || u.Scheme != "https" || !slices.Contains(cdnHosts, u.Host) || u.User != nil {
		return nil, fmt.Errorf("%w: it is not on Discord's own host", errNoFile)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, fmt.Errorf("%w: no request can be made for its address", errNoFile)
	}
	req.Header.Set("User-Agent", userAgent)
	client := *r.http
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	resp, err := client.Do(req)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNoFile, withoutAddress(err))
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", errNoFile, err)
	case resp.StatusCode != http.StatusOK:
		return nil, fmt.Errorf("%w: HTTP %d", errNoFile, resp.StatusCode)
	case int64(len(data)) != a.Size:
		return nil, fmt.Errorf("%w: %d bytes of %d came", errNoFile, len(data), a.Size)
	}
	return data, nil
}
