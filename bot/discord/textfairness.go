package discord

import (
	"fmt"
	"time"
)

// textTooMany refuses what comes too fast.
func textTooMany(wait time.Duration) string {
	return "That was a lot at once, and others want to ask too. Please try again " + textIn(wait) + "."
}

// textFull refuses what there is no room for.
func textFull(k kind, wait time.Duration) string {
	if k == draftCheck {
		return "I have enough drafts to check at the moment. Please send this one again " + textIn(wait) + "."
	}
	return "I have more to answer than I can at the moment. Please try again " + textIn(wait) + "."
}

// textIn is "in 4 seconds", "in 2 minutes", rounded up.
func textIn(d time.Duration) string {
	if d > 90*time.Second {
		return "in " + count(int((d+time.Minute-1)/time.Minute), "minute")
	}
	return fmt.Sprintf("in %s", count(max(1, int((d+time.Second-1)/time.Second)), "second"))
}
