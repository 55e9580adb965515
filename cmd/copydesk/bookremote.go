package main

import (
	"context"
	"net/http"
)

// receiptRequest is what receipt is asked.
type receiptRequest struct {
	ID string `json:"id"`
}

func (c *control) book() book {
	return localBook{c.ledger, func(context.Context) (stander, func(), error) { return c.library, func() {}, nil }}
}

func (c *control) receipt(w http.ResponseWriter, r *http.Request) {
	var q receiptRequest
	if !decodeRequest(w, r, &q) {
		return
	}
	view, err := c.book().receipt(r.Context(), q.ID)
	if err != nil {
		c.send(w, reply{Error: encodeError(err)})
		return
	}
	c.send(w, reply{Receipt: &view})
}

// export sends a line of the export at a time; the last line says that it was, so that none is missed.
func (c *control) export(w http.ResponseWriter, r *http.Request) {
	var q exportRequest
	if !decodeRequest(w, r, &q) {
		return
	}
	err := c.book().export(r.Context(), q, func(line exportLine) error {
		return printJSON(w, reply{Line: &line})
	})
	if err != nil {
		c.send(w, reply{Error: encodeError(err)})
		return
	}
	c.send(w, reply{End: true})
}

// receipt asks the running bot.
func (r remote) receipt(ctx context.Context, id string) (view receiptView, err error) {
	err = r.replies(ctx, "/receipt", receiptRequest{id}, func(one reply) bool {
		if one.Receipt != nil {
			view = *one.Receipt
		}
		return one.Receipt != nil
	})
	return view, err
}

// export has the running bot export.
func (r remote) export(ctx context.Context, q exportRequest, yield func(exportLine) error) error {
	var yielded error
	err := r.replies(ctx, "/export", q, func(one reply) bool {
		if one.Line != nil {
			yielded = yield(*one.Line)
		}
		return one.End || yielded != nil
	})
	if yielded != nil {
		return yielded
	}
	return err
}
