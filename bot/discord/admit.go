package discord

// commandKind is what a command costs.
func commandKind(name string) kind {
	if name == checkCommand || name == checkMessage {
		return draftCheck
	}
	return lookup
}

// admit takes on a request of somebody's, or refuses it with a sentence that says when to try again. The work begins with
// the context that turn.begin gives.
func (s *service) admit(by asker, k kind) (*turn, string) {
	return s.fairness.admit(by.user, by.channel, k)
}
