package verify

import (
	"testing"

	"copydesk/corpus"
)

// The sentences are invented. What was changed at an end of a quotation is shown beside what the archive has there.
func TestChangedEnds(t *testing.T) {
	const body = "“We have never seen so much mud in the history of harbours,” Orm said. “Never.”"
	for _, tt := range []struct{ quote, had, typed string }{
		{"so much mud in the history of bridges", "harbours", "bridges"},
		{"They have never seen so much mud", "We", "They"},
		{"so much mud in the history of old harbours and bridges", "", "and bridges"}, // the sentence ends before it
	} {
		q := Read(tt.quote)
		found := q.Compare(Source{Body: body, Span: corpus.Span{End: len(body)}}, 0.5)
		if len(found) == 0 {
			t.Errorf("%q: not found", tt.quote)
			continue
		}
		changes := found[0].Changes()
		last := changes[len(changes)-1]
		if tt.had == "We" {
			last = changes[0]
		}
		if last.Was != tt.had || last.Typed != tt.typed {
			t.Errorf("%q: got %+v, want %q for %q", tt.quote, last, tt.typed, tt.had)
		}
	}
}
