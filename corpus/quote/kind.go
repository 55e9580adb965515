package quote

import "fmt"

// Kind says how a statement is given.
type Kind uint8

const (
	Direct   Kind = iota // all of it in quotation marks
	Mixed                // some of it in quotation marks
	Indirect             // reported without quotation marks
)

var kindNames = [...]string{"direct", "mixed", "indirect"}

// String is the kind's name in lower case.
func (k Kind) String() string { return kindNames[k] }

// MarshalText writes the kind's name.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (k *Kind) UnmarshalText(b []byte) error {
	for i, name := range kindNames {
		if name == string(b) {
			*k = Kind(i)
			return nil
		}
	}
	return fmt.Errorf("%q is not a kind of attribution", b)
}

// Rule names the pattern by which an attribution was found: its parts in the order in which they stand.
type Rule string

const (
	QuoteSpeakerCue  Rule = "quote-speaker-cue"   // “…,” Brandt said
	QuoteCueSpeaker  Rule = "quote-cue-speaker"   // “…,” said Brandt
	SpeakerCueQuote  Rule = "speaker-cue-quote"   // Brandt said: “…”
	CueSpeakerQuote  Rule = "cue-speaker-quote"   // Said Brandt: “…”
	SpeakerCueClause Rule = "speaker-cue-clause"  // Brandt said that …
	ClauseSpeakerCue Rule = "clause-speaker-cue"  // …, Brandt said
	ClauseCueSpeaker Rule = "clause-cue-speaker"  // …, said Brandt
	AccordingTo      Rule = "according-to"        // …, according to Brandt
	CueOfSameSpeaker Rule = "cue-of-same-speaker" // Brandt left early, saying “…”
	Naming           Rule = "naming"              // Brandt called it “…”
	Signed           Rule = "signed"              // “…” — Ada Brandt
	Labelled         Rule = "labelled"            // BRANDT: We shall sail.
	Colon            Rule = "colon"               // Brandt was brief: “…”
	Stance           Rule = "stance"              // Brandt wants …; Brandt's support for …
	Unsaid           Rule = "unsaid"              // Brandt is expected to …: it is not said by whom
	QuotationAlone   Rule = "quotation-alone"     // a paragraph or sentence that is only a quotation, after its speaker
)
