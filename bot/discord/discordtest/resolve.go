package discordtest

// resolution is what an interaction tells of the IDs in it: kinds, such as "users", then IDs.
type resolution map[string]map[string]any

func (r resolution) add(kind, id string, wire any) {
	if r[kind] == nil {
		r[kind] = make(map[string]any)
	}
	r[kind][id] = wire
}

// Types of option whose values are IDs.
const (
	userOption        = 6
	channelOption     = 7
	roleOption        = 8
	mentionableOption = 9
)

// resolveOptions tells of what the options name, subcommands' too.
func (s *Server) resolveOptions(options []any, found resolution) {
	for _, o := range options {
		option, _ := o.(map[string]any)
		nested, _ := option["options"].([]any)
		s.resolveOptions(nested, found)
		id, _ := option["value"].(string)
		switch number(option["type"]) {
		case userOption:
			s.resolveUser(id, found)
		case channelOption:
			s.resolveChannel(id, found)
		case roleOption:
			s.resolveRole(id, found)
		case mentionableOption:
			s.resolveMentionable(id, found)
		}
	}
}

// resolveSelected tells of what was chosen in a menu of a kind.
func (s *Server) resolveSelected(kind int, ids []string, found resolution) {
	for _, id := range ids {
		switch kind {
		case userSelect:
			s.resolveUser(id, found)
		case roleSelect:
			s.resolveRole(id, found)
		case mentionableSelect:
			s.resolveMentionable(id, found)
		case channelSelect:
			s.resolveChannel(id, found)
		}
	}
}

func (s *Server) resolveUser(id string, found resolution) {
	u := s.o.user(id)
	found.add("users", id, u.wire())
	found.add("members", id, u.member())
}

func (s *Server) resolveRole(id string, found resolution) {
	for _, r := range s.o.Roles {
		if r.ID == id {
			found.add("roles", id, r.wire())
		}
	}
}

func (s *Server) resolveMentionable(id string, found resolution) {
	if s.resolveRole(id, found); found["roles"][id] == nil {
		s.resolveUser(id, found)
	}
}

func (s *Server) resolveChannel(id string, found resolution) {
	if ch, ok := s.o.channel(id); ok {
		found.add("channels", id, s.channelWire(ch))
	}
}
