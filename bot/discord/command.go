package discord

import (
	"cmp"
	"context"
	"errors"
	"reflect"
	"slices"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/cenkalti/backoff/v5"
)

// command is a command as it is registered; what Discord adds of its own is not read.
type command struct {
	Type        discordgo.ApplicationCommandType `json:"type"`
	Name        string                           `json:"name"`
	Description string                           `json:"description,omitempty"`
	Options     []commandOption                  `json:"options,omitempty"`
	translation
	// Contexts are where it can be used and IntegrationTypes how the bot is installed; global commands only.
	Contexts         []discordgo.InteractionContextType     `json:"contexts,omitempty"`
	IntegrationTypes []discordgo.ApplicationIntegrationType `json:"integration_types,omitempty"`
}

type commandOption struct {
	Type        discordgo.ApplicationCommandOptionType `json:"type"`
	Name        string                                 `json:"name"`
	Description string                                 `json:"description"`
	Required    bool                                   `json:"required,omitempty"`
	MaxLength   int                                    `json:"max_length,omitempty"`
	translation
	// Autocomplete asks for suggestions while the option is typed.
	Autocomplete bool `json:"autocomplete,omitempty"`
}

// register waits for READY and registers the commands. Where servers are named they alone have the commands;
// one that cannot be reached is logged, and the others go on. The only error is ErrToken.
func (s *service) register(ctx context.Context) error {
	defer s.recovered("registration")
	var app string
	select {
	case app = <-s.app:
	case <-ctx.Done():
		return nil
	}
	everywhere := globalCommands(s.o)
	if len(s.o.Guilds) > 0 {
		everywhere = []command{}
	}
	if err := s.registerAt(ctx, discordgo.EndpointApplicationGlobalCommands(app), everywhere); err != nil {
		return err
	}
	for _, guild := range s.o.Guilds {
		if err := s.registerAt(ctx, discordgo.EndpointApplicationGuildCommands(app, guild), commands()); err != nil {
			return err
		}
	}
	return nil
}

// registerAt goes on trying until ctx is done or Discord refuses.
func (s *service) registerAt(ctx context.Context, address string, want []command) error {
	b := backoff.NewExponentialBackOff()
	b.InitialInterval, b.MaxInterval = time.Second, 5*time.Minute
	for {
		err := s.overwrite(ctx, address, want)
		var refusal *apiError
		switch {
		case err == nil || ctx.Err() != nil:
			return nil
		case errors.Is(err, ErrToken):
			return err
		case errors.As(err, &refusal) && refusal.Status < 500:
			s.log.Error("commands not registered", "at", address, "error", err)
			return nil
		}
		s.log.Warn("commands not registered yet", "at", address, "error", err)
		if pause(ctx, b.NextBackOff()) != nil {
			return nil
		}
	}
}

// overwrite registers the commands if they are not what is registered: Discord counts creations by the day.
func (s *service) overwrite(ctx context.Context, address string, want []command) error {
	var have []command
	if err := s.rest.call(ctx, "GET", address+"?with_localizations=true", nil, &have); err != nil {
		return err
	}
	if sameCommands(have, want) {
		s.log.Debug("commands unchanged", "at", address)
		return nil
	}
	if err := s.rest.call(ctx, "PUT", address, want, nil); err != nil {
		return err
	}
	s.log.Info("commands registered", "at", address, "count", len(want))
	return nil
}

// sameCommands reports whether want is registered as have, in whatever order; what want leaves to Discord may be anything.
func sameCommands(have, want []command) bool {
	byName := func(a, b command) int { return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.Name, b.Name)) }
	return slices.EqualFunc(slices.SortedFunc(slices.Values(have), byName), slices.SortedFunc(slices.Values(want), byName), func(h, w command) bool {
		if w.Contexts == nil {
			h.Contexts, h.IntegrationTypes = nil, nil
		}
		slices.Sort(h.Contexts)
		slices.Sort(h.IntegrationTypes)
		return reflect.DeepEqual(h, w)
	})
}
