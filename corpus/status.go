package corpus

import "strings"

// Status says whether an article may be shown, after IPTC pubstatus (http://cv.iptc.org/newscodes/pubstatusg2/).
// The zero Status is Usable: formats without a status hold published articles.
type Status uint8

const (
	Usable   Status = iota // may be published
	Withheld               // not to be shown until further notice
	Canceled               // never to be shown, whatever the version
)

// ParseStatus reads an IPTC pubstatus, as a plain word or a "stat:" code. An absent status is Usable,
// as the standard has it; one that is not known counts as Withheld.
func ParseStatus(s string) Status {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "" {
		return Usable
	}
	switch s[strings.LastIndexAny(s, ":/")+1:] {
	case "usable":
		return Usable
	case "canceled", "cancelled", "killed":
		return Canceled
	default:
		return Withheld
	}
}

// String is the IPTC word for s.
func (s Status) String() string {
	switch s {
	case Usable:
		return "usable"
	case Canceled:
		return "canceled"
	default:
		return "withheld"
	}
}

// MarshalText writes the IPTC word.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (s *Status) UnmarshalText(b []byte) error {
	*s = ParseStatus(string(b))
	return nil
}
