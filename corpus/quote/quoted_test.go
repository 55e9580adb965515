package quote

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"copydesk/corpus"
)

// The story is invented.
func TestQuoted(t *testing.T) {
	const body = "“We sail,” said Ada Orm, “at dawn.”\n\n“The sea is ‘ours’ and always was.\n\n“Nobody else's,” she said.\n\nThe boat is 6'2\" wide. It has no name."
	a := &corpus.Article{Body: body, Paragraphs: corpus.SplitParagraphs(body, corpus.Span{End: len(body)})}
	var got []string
	for _, s := range Quoted(a) {
		got = append(got, s.Of(body))
	}
	want := []string{"“We sail,”", "“at dawn.”", "“The sea is ‘ours’ and always was.", "“Nobody else's,”"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
