package quote

import (
	"testing"

	"copydesk/corpus"

	"github.com/google/go-cmp/cmp"
)

func TestQuotations(t *testing.T) {
	tests := []struct {
		name, text      string
		singles, goesOn bool
		want            []string
	}{
		{name: "curly", text: "He said “yes” and “no.”", want: []string{"“yes”", "“no.”"}},
		{name: "straight", text: `"Yes," he said. "No."`, want: []string{`"Yes,"`, `"No."`}},
		{name: "doubled", text: "''Yes,'' he said, ``and no.''", want: []string{"''Yes,''", "``and no.''"}},
		{name: "guillemets", text: "«Oui», dit-il. « Non »", want: []string{"«Oui»", "« Non »"}},
		{name: "german", text: "„Ja“, sagte er.", want: []string{"„Ja“"}},
		{name: "opened curly, shut straight", text: `“Yes," he said.`, want: []string{`“Yes,"`}},
		{name: "nested in another style", text: `"He said “go,” and left."`, want: []string{`"He said “go,” and left."`}},
		{name: "nested in the same style", text: "“He said “go” and left.”", want: []string{"“He said “go” and left.”"}},
		{name: "nested single", text: "“He said ‘go’ and left.”", want: []string{"“He said ‘go’ and left.”"}},
		{name: "nested single at the end of doubled marks", text: "''He said 'go.''' Then he left.", want: []string{"''He said 'go.'''"}},
		{name: "apostrophes", text: "The players’ union won't go.", want: nil},
		{name: "single marks as outer ones", text: "‘The players’ union won’t go,’ he said.", singles: true, want: []string{"‘The players’ union won’t go,’"}},
		{name: "inches", text: `A 6'2" board and a 9" nail.`, want: nil},
		{name: "wrong way round", text: "He said ”yes“ twice.", want: []string{"”yes“"}},
		{name: "never shut, after a cue", text: "He said: “Yes. No. Maybe.", want: []string{"“Yes."}},
		{name: "never shut, at the head", text: "“Yes, he said. No.", want: nil},
		{name: "never shut before another", text: "He said “yes. He said “no.”", want: []string{"“yes.", "“no.”"}},
		{name: "goes on in the next paragraph", text: "“Yes. No.", goesOn: true, want: []string{"“Yes. No."}},
		{name: "no words", text: "He wrote “…” and “!”.", want: nil},
		{name: "after a dash", text: `He said it--"yes"--twice.`, want: []string{`"yes"`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			qs, _ := quotations(nil, nil, tt.text, corpus.Span{End: len(tt.text)}, tt.singles, tt.goesOn)
			var got []string
			for _, q := range qs {
				got = append(got, q.span.Of(tt.text))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("quotations of %q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}
