package discord

import (
	"bytes"
	"context"
	"strings"
	"time"
)

// messageQuotes is the task to check all quotations of a message.
func (s *service) messageQuotes(m messageEvent) task {
	return task{"", len(m.Content), func(ctx context.Context) (message, error) {
		if strings.TrimSpace(m.Content) == "" {
			return message{Content: textEmptyMessage}, nil
		}
		r, err := s.desk.CheckDraft(ctx, "", strings.NewReader(m.Content))
		if err != nil {
			return message{}, err
		}
		return renderReport(r, textNoQuotes, time.Now()), nil
	}}
}

// draft is the task to check all quotations of a file; refusal is the sentence for one that is not fetched. The file is
// confidential: neither its name nor anything of its text is logged, and nothing of it is kept.
func (s *service) draft(a attachment) (t task, refusal string) {
	switch {
	case a.Size > maxDraft:
		return t, textLargeDraft()
	case a.URL == "":
		return t, textNoFile
	}
	return task{"", int(a.Size), func(ctx context.Context) (message, error) {
		data, err := s.rest.fetch(ctx, a)
		if err != nil {
			return message{}, err
		}
		r, err := s.desk.CheckDraft(ctx, a.Name, bytes.NewReader(data))
		if err != nil {
			return message{}, err
		}
		return renderReport(r, textNoDraftQuotes, time.Now()), nil
	}}, ""
}
