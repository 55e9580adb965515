package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"copydesk/bot"
	"copydesk/corpus/draft"
)

type checkCommand struct {
	Draft string `arg:"" placeholder:"FILE" help:"The draft: .docx, .odt, .html, .md or .txt; - reads standard input."`
	JSON  bool   `name:"json" help:"Print the report as JSON."`
	HTML  string `name:"html" placeholder:"OUT" help:"Write the report as one page to this file, both texts side by side."`

	data string
}

// Help is what copydesk check --help adds.
func (checkCommand) Help() string {
	return `It finds every quotation of a draft and who the draft says says it, and checks each as copydesk quote does. Reported speech
without quotation marks is not checked. Words in quotation marks that nobody is said to say are checked without a speaker; up to
three of them are taken for a title or irony, and passed over.

The exit code is 0 if every quotation is verbatim and nothing about it is in doubt, 1 if not, and 2 if the draft could not be
checked: a hook before publication can rely on it. Nothing of the draft is kept. It works while the bot runs.

Examples:
  copydesk check bridge.docx
  copydesk check --html report.html bridge.docx
  pbpaste | copydesk check -`
}

func (c *checkCommand) configure(all *cli) command {
	c.data = all.Data
	return c
}

// draftChecker checks drafts: a desk of this process, or that of the running bot.
type draftChecker interface {
	CheckDraft(ctx context.Context, name string, r io.Reader) (bot.Report, error)
}

// Run checks a draft. Whatever goes wrong must not look like a draft that has been found wanting.
func (c *checkCommand) Run(ctx context.Context, s stdio) error {
	if c.overwrites() {
		return &failure{exitMisuse, "--html would write the page over the draft", "Give the page a name of its own."}
	}
	report, err := c.check(ctx, s)
	if err == nil {
		err = c.show(report, s)
	}
	var f *failure
	switch {
	case err == nil && !report.Clean():
		return &failure{code: exitNotClean}
	case err == nil:
		return nil
	case !errors.As(err, &f):
		f = explain(err)
	}
	if f.code == exitFailure {
		return &failure{exitMisuse, f.text, f.hint}
	}
	return f
}

// overwrites reports whether the page would be written over the draft.
func (c *checkCommand) overwrites() bool {
	draft, err := os.Stat(c.Draft)
	if err != nil || c.HTML == "" {
		return false
	}
	page, err := os.Stat(c.HTML)
	return err == nil && os.SameFile(draft, page)
}

func (c *checkCommand) check(ctx context.Context, s stdio) (bot.Report, error) {
	data, err := c.read(s.in)
	if err != nil {
		return bot.Report{}, &failure{exitFailure, fmt.Sprintf("the draft cannot be read: %v", err), ""}
	}
	desk, closeDesk, err := openDesk(ctx, c.data, "check", bot.Options{})
	if err != nil {
		return bot.Report{}, err
	}
	defer closeDesk()
	name := ""
	if c.Draft != "-" {
		name = filepath.Base(c.Draft)
	}
	return desk.CheckDraft(ctx, name, bytes.NewReader(data))
}

// read reads the draft, before the index is opened: what is piped in may be long in coming. Of a file that is too large it
// reads as much as has it refused.
func (c *checkCommand) read(in io.Reader) ([]byte, error) {
	if c.Draft != "-" {
		f, err := os.Open(c.Draft)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	return io.ReadAll(io.LimitReader(in, draft.MaxFile+1))
}

// show prints the report, after it has written the page.
func (c *checkCommand) show(report bot.Report, s stdio) error {
	if c.HTML != "" {
		var page bytes.Buffer
		if err := writePage(&page, c.title(), report); err != nil {
			return err
		}
		// Only who runs the command may read it, as with a draft.
		if err := os.WriteFile(c.HTML, page.Bytes(), 0o600); err != nil {
			return &failure{exitFailure, fmt.Sprintf("the page cannot be written: %v", err), ""}
		}
	}
	if c.JSON {
		return printJSON(s.out, report)
	}
	return newPrinter(s.out).report(c.title(), report)
}

// title is what the report calls the draft.
func (c *checkCommand) title() string {
	if c.Draft == "-" {
		return "Pasted text"
	}
	return filepath.Base(c.Draft)
}
