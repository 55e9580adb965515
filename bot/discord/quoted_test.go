package discord

import (
	"strings"
	"testing"

	"copydesk/corpus"
)

// The sentences are invented. The part of a text stands between bars.
func TestQuotationIn(t *testing.T) {
	for text, want := range map[string]string{
		"The quay is closed.":                                                     "",
		"“We shall raise her in May,” said Ostberg.":                              "We shall raise her in May,",
		"“In May,” she said, “before the first tourists come.”":                   "before the first tourists come.",
		`She said: "We shall raise her." He nodded.`:                              "We shall raise her.",
		"She called it “a day”.":                                                  "",
		"“We shall raise her in May, and then we shall see who wants to sail on.": "We shall raise her in May, and then we shall see who wants to sail on.",
		"« Nous partons demain matin », a-t-elle dit.":                            "Nous partons demain matin",
		"„Wir heben sie im Mai“, sagte sie.":                                      "Wir heben sie im Mai",
		// A part that begins within a quotation: its first mark ends that.
		`"It lies deep. |We shall not leave her," said the mayor of Kelmouth, "not this year."|`:         "We shall not leave her,",
		`"It lies deep. |We shall not leave her|," said the mayor of Kelmouth, "not this year."`:         "We shall not leave her",
		"“It lies deep. |We shall not leave her,” said Ostberg, “not this year.”|":                       "We shall not leave her,",
		"\"It lies deep, and it stays there.\n\"|We shall not leave her,\" said the mayor of Kelmouth.|": "We shall not leave her,",
		`"It lies very deep," |said the mayor of Kelmouth.| "Not this year."`:                            "",
	} {
		before, rest, cut := strings.Cut(text, "|")
		part, after, _ := strings.Cut(rest, "|")
		if !cut {
			before, part = "", text
		}
		if got := quotationIn(before+part+after, corpus.Span{Start: len(before), End: len(before + part)}); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
