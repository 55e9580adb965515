package discord

import (
	"context"
	"slices"
	"sync"

	"github.com/bwmarrin/discordgo"
)

// allowed reports whether the options let the bot answer in a channel of a guild, which is empty for direct
// messages. home is the channel, or the one that it is a thread of.
func (s *service) allowed(guild, home, channel string) bool {
	return s.allowedGuild(guild) && (len(s.o.Channels) == 0 || slices.Contains(s.o.Channels, home) || slices.Contains(s.o.Channels, channel))
}

func (s *service) allowedGuild(guild string) bool {
	return len(s.o.Guilds) == 0 || slices.Contains(s.o.Guilds, guild)
}

// home is the channel itself, or the one that it is a thread of, which messages do not say. Discord is asked
// only where it matters.
func (s *service) home(ctx context.Context, guild, id string) (string, error) {
	if guild == "" || !s.allowedGuild(guild) {
		return id, nil
	}
	for _, channels := range [][]string{s.o.Channels, s.access(guild).Channels} {
		if len(channels) > 0 && !slices.Contains(channels, id) {
			return s.parent(ctx, id)
		}
	}
	return id, nil
}

// parent is the channel that a thread is in, and the channel itself if it is none.
func (s *service) parent(ctx context.Context, id string) (string, error) {
	if home, ok := s.homes.get(id); ok {
		return home, nil
	}
	var c channel
	if err := s.rest.call(ctx, "GET", discordgo.EndpointChannel(id), nil, &c); err != nil {
		return "", err
	}
	s.homes.put(id, c.home())
	return c.home(), nil
}

// maxHomes is how many channels are remembered; when there are more all are forgotten.
const maxHomes = 1000

// homes remembers which channel a thread is in, which never changes.
type homes struct {
	mu    sync.Mutex
	known map[string]string
}

func (h *homes) get(id string) (home string, ok bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	home, ok = h.known[id]
	return home, ok
}

func (h *homes) put(id, home string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.known == nil || len(h.known) >= maxHomes {
		h.known = make(map[string]string)
	}
	h.known[id] = home
}
