package discord

import "testing"

// The sentences are invented.
func TestLongestQuotation(t *testing.T) {
	for text, want := range map[string]string{
		"The quay is closed.":                                                     "",
		"“We shall raise her in May,” said Ostberg.":                              "We shall raise her in May,",
		"“In May,” she said, “before the first tourists come.”":                   "before the first tourists come.",
		`She said: "We shall raise her." He nodded.`:                              "We shall raise her.",
		"She called it “a day”.":                                                  "",
		"“We shall raise her in May, and then we shall see who wants to sail on.": "We shall raise her in May, and then we shall see who wants to sail on.",
		"« Nous partons demain matin », a-t-elle dit.":                            "Nous partons demain matin",
		"„Wir heben sie im Mai“, sagte sie.":                                      "Wir heben sie im Mai",
	} {
		if got := longestQuotation(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
