package discord

import (
	"strings"
)

// verb is what a button, a menu or a form does.
type verb string

// The verbs. Where a press has a place, it is one of the view of its receipt.
const (
	showVerb     verb = "show"     // show the place in this message
	openVerb     verb = "open"     // show the place in a new message, to the presser alone
	articleVerb  verb = "article"  // the card of the place's article
	otherVerb    verb = "other"    // the card of another article that the view names, in this message
	checkVerb    verb = "check"    // check the place's words as a quotation
	everyoneVerb verb = "everyone" // show the place to everyone
	wrongVerb    verb = "wrong"    // ask what is wrong; as a form, take what was said
	signVerb     verb = "sign"     // sign the receipt off
	forgetVerb   verb = "forget"   // delete what is the presser's
	settingsVerb verb = "settings" // show the server's settings
	accessVerb   verb = "access"   // set who may what; the place is which of them
)

// press is what a custom_id says: the verb, the receipt whose state it is about, and a place. Its text, "show:7K2M9QXD:3",
// keeps to letters, digits and a few marks and is far shorter than Discord's limit.
type press struct {
	verb    verb
	receipt string // empty where there is none
	place   string // empty is where a view begins
}

// String is the custom_id.
func (p press) String() string {
	return strings.TrimRight(string(p.verb)+":"+p.receipt+":"+p.place, ":")
}

// parsePress reads a custom_id. ok is false for one that copydesk cannot have written; whether it knows the verb is for
// whoever does it to say.
func parsePress(id string) (p press, ok bool) {
	parts := strings.SplitN(id, ":", 3)
	for len(parts) < 3 {
		parts = append(parts, "")
	}
	p = press{verb(parts[0]), parts[1], parts[2]}
	return p, parts[0] != "" && len(id) <= maxCustomID && p.String() == id
}
