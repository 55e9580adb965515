// Package quote finds the attributed statements of an article, quoted or reported, and who says each.
//
// It works by rules over the article's own words. Every paragraph becomes a row of tokens in which a quotation is
// one token; reporting verbs are found in that row, the noun phrase that governs each verb is its source, and the
// quotation or clause beside it is its content. The source is then traced to the person, group or paper that the
// article introduced. Where the text leaves it open, nobody is named.
package quote

import "copydesk/corpus"

// Attribution is one statement of an article and who makes it. All its spans are of the article's body.
type Attribution struct {
	Kind Kind `json:"kind"`
	// Content is what is said, in order and without overlap, quotation marks included. There is more than one
	// span where the cue or other text stands in between.
	Content []corpus.Span `json:"content"`
	// Cue is the word that marks the statement ("said", "according to", a colon); empty if there is none, as in
	// a paragraph that is only a quotation.
	Cue corpus.Span `json:"cue,omitzero"`
	// Source names the speaker as written beside the cue ("he", "Ada Brandt, a vet in Hull"); empty if the
	// statement has none.
	Source corpus.Span `json:"source,omitzero"`
	// Speaker is the full name as the article first gives it; or the article's own words for somebody whom it
	// does not name, a group, an organisation, a document, or an office whose holder is in doubt; or empty if it
	// cannot be told.
	Speaker string `json:"speaker,omitempty"`
	// Role is what the article says the speaker is, in its own words, where it first introduces them; empty if
	// it does not say.
	Role string `json:"role,omitempty"`
	// Anonymous says that the speaker is one or several persons whom the article does not name.
	Anonymous bool `json:"anonymous,omitempty"`
	// Rule names what the attribution was made by; see the Rule constants.
	Rule Rule `json:"rule"`
	// Confidence, between 0 and 1, ranks the readings of source and speaker. It is not a probability.
	Confidence float64 `json:"confidence"`
}
