package discord

import "context"

// askForget is the task to ask whether somebody really wants everything of theirs deleted.
func (s *service) askForget(by asker) task {
	return task{0, nil, func(context.Context) (finding, error) {
		m := message{Content: textForget, Components: []component{row(button(dangerStyle, textForgetYes, press{forgetVerb, "", by.user}))}}
		return finding{message: m}, nil
	}}
}

// forget is the task to delete what is somebody's.
func (s *service) forget(by asker) task {
	return task{0, nil, func(context.Context) (finding, error) {
		receipts, feedback, err := s.ledger.Forget(by.user)
		return finding{message: message{Content: textForgotten(receipts, feedback)}}, err
	}}
}
