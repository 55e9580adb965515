package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"time"

	"copydesk/bot/mention"
)

type exportCommand struct {
	What   string `arg:"" optional:"" enum:"receipts,feedback" default:"receipts" help:"receipts (the default), or feedback."`
	Format string `enum:"jsonl,csv" default:"jsonl" placeholder:"FORMAT" help:"jsonl, an object a line (the default), or csv, with a head line."`
	Since  string `placeholder:"DATE" help:"Only what is of this day, month or year, or later."`

	data string
}

// Help is what copydesk export --help adds.
func (exportCommand) Help() string {
	return `Receipts have who asked what, when and where, and which bytes of which version of which article were shown. They do not have the
articles' own words, which may be withdrawn later, but their SHA-256 digest. In CSV there is a line for each piece that was
shown, or one for a receipt that showed none; cells that a spreadsheet would take for a formula have an apostrophe before
them. Times are UTC. The oldest comes first. It works while the bot runs.

Examples:
  copydesk export > receipts.jsonl
  copydesk export feedback --format csv --since 2026-03 > feedback.csv`
}

func (c *exportCommand) configure(all *cli) command {
	c.data = all.Data
	return c
}

// exportRequest is what export is asked.
type exportRequest struct {
	Feedback bool      `json:"feedback,omitempty"` // and not receipts
	Since    time.Time `json:"since,omitzero"`
}

// Run exports to standard output.
func (c *exportCommand) Run(ctx context.Context, s stdio) error {
	q, err := c.request()
	if err != nil {
		return err
	}
	book, closeBook, err := openBook(ctx, c.data)
	if err != nil {
		return err
	}
	defer closeBook()
	buffer := bufio.NewWriter(s.out)
	out, problems := c.writer(buffer), 0
	err = out.begin(q)
	if err == nil {
		err = book.export(ctx, q, func(line exportLine) error {
			if line.Problem == "" {
				return out.write(line)
			}
			problems++
			_, err := fmt.Fprintf(s.err, "copydesk: %s\n", clean(line.Problem))
			return err
		})
	}
	if err := errors.Join(err, out.end(), buffer.Flush()); err != nil {
		return err
	}
	if problems > 0 {
		return &failure{exitFailure, fmt.Sprintf("%d could not be read (listed above); everything else is exported", problems), ""}
	}
	return nil
}

func (c *exportCommand) request() (exportRequest, error) {
	q := exportRequest{Feedback: c.What == "feedback"}
	if c.Since == "" {
		return q, nil
	}
	p, err := mention.ParsePeriod(c.Since, time.Now())
	if err != nil {
		return q, &failure{exitMisuse, fmt.Sprintf("--since %q: %v", c.Since, err), `Write it like 2025-03-09, "9 March 2025", "March 2025" or 2025.`}
	}
	y, m, d := p.First.Date()
	q.Since = time.Date(y, m, d, 0, 0, 0, 0, time.Local)
	return q, nil
}

// lineWriter writes lines in a format.
type lineWriter interface {
	begin(exportRequest) error
	write(exportLine) error
	end() error
}

func (c *exportCommand) writer(w io.Writer) lineWriter {
	if c.Format == "csv" {
		rows := csv.NewWriter(w)
		rows.UseCRLF = true // RFC 4180
		return csvLines{rows}
	}
	return jsonLines{w}
}

type jsonLines struct{ w io.Writer }

func (jsonLines) begin(exportRequest) error { return nil }

func (j jsonLines) write(line exportLine) error {
	if line.Feedback != nil {
		return printJSON(j.w, line.Feedback)
	}
	return printJSON(j.w, line.Receipt)
}

func (jsonLines) end() error { return nil }

type csvLines struct{ w *csv.Writer }

func (c csvLines) begin(q exportRequest) error {
	if q.Feedback {
		return c.w.Write(feedbackColumns)
	}
	return c.w.Write(receiptColumns)
}

func (c csvLines) write(line exportLine) error {
	rows := [][]string{}
	if line.Feedback != nil {
		rows = append(rows, feedbackRow(line.Feedback))
	} else {
		rows = line.Receipt.rows()
	}
	for _, row := range rows {
		for i := range row {
			row[i] = cell(row[i])
		}
		if err := c.w.Write(row); err != nil {
			return err
		}
	}
	return nil
}

func (c csvLines) end() error {
	c.w.Flush()
	return c.w.Error()
}
