package mention

import (
	"strings"
	"testing"
)

// The outlets are invented.
var testRoster = NewRoster([]string{
	"The Ostrow Courier", "The Harbour Times", "The Delta Times", "LEDGER", "Ledger", "Quay Weekly Journal", "North Quay Daily News",
	"Tide", "GullWatch", "The St. Orla Post-Dispatch", "Signal News", "",
})

func TestMentionedOutlets(t *testing.T) {
	for _, tt := range []struct {
		question, words, outlets string
		sure                     bool
	}{
		{"What did the Ostrow Courier report about the ferry?", "the Ostrow Courier", "The Ostrow Courier", true},
		{"what did the ostrow courier report about the ferry", "the ostrow courier", "The Ostrow Courier", true},
		{"What did the Courier find about the ferry?", "the Courier", "The Ostrow Courier", true},
		{"What has the Courier recently reported about the ferry?", "the Courier", "The Ostrow Courier", true},
		{"Ostrow Courier on whether the ferry sank", "Ostrow Courier", "The Ostrow Courier", true},
		{"Ledger on why the ferry sank", "Ledger", "LEDGER|Ledger", true},
		{"Ledger: why did the ferry sink?", "Ledger", "LEDGER|Ledger", true},
		{"According to Ledger, why did the ferry sink?", "Ledger", "LEDGER|Ledger", true},
		{"why did the ferry sink according to the LEDGER", "the LEDGER", "LEDGER|Ledger", true},
		{"Which ferry sank, Ledger reported that", "Ledger", "LEDGER|Ledger", true},
		{"the Courier's long story on the ferry", "the Courier", "The Ostrow Courier", true},
		{"a Courier article on the ferry", "a Courier", "The Ostrow Courier", true},
		{"who said in the Courier that the ferry sank", "the Courier", "The Ostrow Courier", true},
		{"who wrote in Tide about the ferry", "Tide", "Tide", true},
		{"What did Tide magazine write about the ferry?", "Tide magazine", "Tide", true},
		{"What did QWJ report about the ferry?", "QWJ", "Quay Weekly Journal", true},
		{"What did GuWa report about the ferry?", "GuWa", "GullWatch", true},
		{"What did Gull Watch report about the ferry?", "Gull Watch", "GullWatch", true},
		{"What did Gulls Watchers report about the ferry?", "Gulls Watchers", "GullWatch", true},
		{"What did the Post-Dispatch report?", "the Post-Dispatch", "The St. Orla Post-Dispatch", true},
		{"what does the St. Orla Post-Dispatch say", "the St. Orla Post-Dispatch", "The St. Orla Post-Dispatch", true},
		{"What did Signal report about the ferry?", "Signal", "Signal News", true},
		{"What did North Quay News report?", "North Quay News", "North Quay Daily News", true},
		{"What was reported by the Courier?", "the Courier", "The Ostrow Courier", true},
		{"GuWa on the ferry", "GuWa", "GullWatch", true},
		{"QWJ on the ferry", "QWJ", "Quay Weekly Journal", true},
		{"Per Ledger, why did the ferry sink?", "Ledger", "LEDGER|Ledger", true},
		{"Find Ledger stories on the ferry", "Ledger", "LEDGER|Ledger", true},

		{"Who wrote in Signal that the ferry sank?", "Signal", "Signal News", false},
		{"what did ledger report about the ferry", "ledger", "LEDGER|Ledger", false},
		{"what did the courier report about the ferry", "the courier", "The Ostrow Courier", false},
		{"According to the Times, why did the ferry sink?", "the Times", "The Harbour Times|The Delta Times", false},
		{"who told the Courier that the ferry sank", "the Courier", "The Ostrow Courier", false},
		{"who told Ledger the ferry sank", "Ledger", "LEDGER|Ledger", false},
		{"Ledger on the ferry", "Ledger", "LEDGER|Ledger", false},
		{"who has a stake in Ledger", "Ledger", "LEDGER|Ledger", false},
		{"WHAT DID THE OSTROW COURIER REPORT", "THE OSTROW COURIER", "The Ostrow Courier", true},
	} {
		got := testRoster.Outlets(tt.question)
		if len(got) != 1 {
			t.Errorf("%q: got %d outlets, want one", tt.question, len(got))
			continue
		}
		m := got[0]
		if words := m.Of(tt.question); words != tt.words {
			t.Errorf("%q: got the words %q, want %q", tt.question, words, tt.words)
		}
		if outlets := strings.Join(m.Outlets, "|"); outlets != tt.outlets {
			t.Errorf("%q: got %s, want %s", tt.question, outlets, tt.outlets)
		}
		if m.Sure != tt.sure {
			t.Errorf("%q: got sure %v, want %v", tt.question, m.Sure, tt.sure)
		}
	}
}

func TestMentionsNoOutlet(t *testing.T) {
	for _, question := range []string{
		"",
		"what did Ostrow say about the tide?",
		"Tide tables of the harbour",
		"who turned the tide",
		"the harbour in hard times",
		"What did the Western Courier report?",
		"According to the North Harbour Times, why did the ferry sink?",
		"What did Ostrow say about the Courier?",
		"the Courier boss on the ferry",
		"Tide Warning of the harbour",
		"who watched the gull",
		"what the news was",
		"signal the ferry",
	} {
		for _, m := range testRoster.Outlets(question) {
			t.Errorf("%q: got %q for %v, want none", question, m.Of(question), m.Outlets)
		}
	}
}

func FuzzMentionedOutlets(f *testing.F) {
	f.Add("What did the Courier's story say in Tide?", "The Courier\nTide")
	f.Add("WaPo: Huffington Post on “NYT”", "HuffPost\nWashington Post\nÅrhus Øst-Avis")
	f.Add("the the the", "The\nThe The\n’s\n\xff")
	f.Fuzz(func(t *testing.T, s, outlets string) {
		end := 0
		for _, m := range NewRoster(strings.Split(outlets, "\n")).Outlets(s) {
			if m.Start < end || m.End > len(s) || m.Len() <= 0 || len(m.Outlets) == 0 {
				t.Fatalf("%q: got %v %v after %d", s, m.Span, m.Outlets, end)
			}
			end = m.End
		}
	})
}
