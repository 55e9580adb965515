package ninjs

import (
	"encoding/json"
	"strings"
	"testing"
)

// BenchmarkRead reads an invented item of the usual length: twenty paragraphs, as plain text and as XHTML.
func BenchmarkRead(b *testing.B) {
	const paragraph = "“The fair will open on Monday, whatever the weather,” said Anna Berg, the mayor of Veldt, " +
		"who has opened it nine times. The town expects 12,000 visitors, more than twice as many as live there. "
	plain := strings.Repeat(paragraph+"\n\n", 20)
	xhtml := strings.Repeat("<p>"+strings.Replace(paragraph, "Anna Berg", "<b>Anna&nbsp;Berg</b>", 1)+"</p>\n", 20)
	for _, bb := range []struct{ name, kind, value string }{
		{"plain", "text/plain", plain},
		{"xhtml", "application/xhtml+xml", xhtml},
	} {
		b.Run(bb.name, func(b *testing.B) {
			text, err := json.Marshal(map[string]any{
				"uri": "urn:veldt:fair", "type": "text", "versionCreated": "2026-03-02T08:10:00Z",
				"headlines": []any{map[string]string{"role": "main", "value": "Fair opens"}},
				"bodies":    []any{map[string]string{"contentType": bb.kind, "value": bb.value}},
			})
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				for _, err := range (Reader{}).Read("fair.json", strings.NewReader(string(text))) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
