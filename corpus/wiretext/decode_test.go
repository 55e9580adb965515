package wiretext

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// story is an invented article that every encoding can write.
const story = "Fähre nach Brink\n\nFeb 19, 2026 - 07:05\n\n“The ferry – the last – is gone,” Zoë Hask said.\n\nIt cost €3.\n"

func TestEncodings(t *testing.T) {
	encode := func(b []byte, err error) string {
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	windows := encode(charmap.Windows1252.NewEncoder().Bytes([]byte(story)))
	little := encode(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(story)))
	big := encode(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(story)))
	crlf := strings.ReplaceAll(story, "\n", "\r\n")
	cr := strings.ReplaceAll(story, "\n", "\r")
	tests := []struct{ name, file, body string }{
		{"UTF-8", story, story},
		{"UTF-8 with a byte order mark", "\ufeff" + story, story},
		{"UTF-16 little-endian", "\xff\xfe" + little, story},
		{"UTF-16 big-endian", "\xfe\xff" + big, story},
		{"UTF-16 little-endian, no mark", little, story},
		{"UTF-16 big-endian, no mark", big, story},
		{"Windows-1252", windows, story},
		{"CRLF", crlf, crlf},
		{"CR", cr, cr},
		{"UTF-8 cut within a character", story + "It was 5\xe2\x82", story + "It was 5\ufffd"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, err := read(t, "a.txt", strings.NewReader(tt.file))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.body, a.Body); diff != "" {
				t.Errorf("body (-want +got):\n%s", diff)
			}
			if a.Headline != "Fähre nach Brink" || a.Published.String() != "2026-02-19T07:05:00" {
				t.Errorf("header: got %q, %v", a.Headline, a.Published)
			}
			if n := len(a.Paragraphs); n < 2 || a.Paragraphs[0].Span.Of(a.Body) != "“The ferry – the last – is gone,” Zoë Hask said." {
				t.Errorf("paragraphs: got %d, %v", n, a.Paragraphs)
			}
		})
	}
}
