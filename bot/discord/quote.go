package discord

import (
	"context"
	"time"
)

// quotation is the task to check a quotation, and who is claimed to have said it if claimed is not empty.
func (s *service) quotation(text, claimed string) task {
	return task{"", len(text), func(ctx context.Context) (message, error) {
		c, err := s.desk.CheckQuote(ctx, text, claimed)
		if err != nil {
			return message{}, err
		}
		return renderCheck(text, claimed, c, time.Now()), nil
	}}
}
