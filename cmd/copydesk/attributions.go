package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"

	"copydesk/corpus"
	"copydesk/corpus/quote"
)

type attributionsCommand struct {
	Paths []string `arg:"" name:"path" help:"Files and folders to read, as copydesk index does."`
	JSON  bool     `name:"json" help:"Print a line of JSON for each article."`
	Why   bool     `help:"Say by which rule and words each was found."`
}

// Help is what copydesk attributions --help adds.
func (attributionsCommand) Help() string {
	return `It reads the articles themselves; no index is needed or changed. With --json, spans are UTF-8 byte offsets into the body.

Examples:
  copydesk attributions ~/archive/2025/ferry.txt
  copydesk attributions --why ~/archive/2025
  copydesk attributions --json ~/archive > attributions.jsonl`
}

func (c *attributionsCommand) configure(*cli) command { return c }

// Run prints who says what in each article.
func (c *attributionsCommand) Run(ctx context.Context, s stdio) error {
	paths, err := existing(c.Paths)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(s.out)
	show := c.list
	if c.JSON {
		show = c.line
	}
	failed := 0
	for _, path := range paths {
		for a, err := range articlesUnder(ctx, path) {
			if err != nil {
				failed++
				fmt.Fprintf(s.err, "failed: %s\n", clean(err.Error()))
				continue
			}
			if err := show(out, a, quote.Attribute(a)); err != nil {
				return err
			}
		}
	}
	if err := errors.Join(ctx.Err(), out.Flush()); err != nil {
		return err
	}
	if failed > 0 {
		return &failure{code: exitFailure, text: fmt.Sprintf("%d could not be read (listed above)", failed)}
	}
	return nil
}

// articlesUnder walks the articles at or under the path; what is none is passed over.
func articlesUnder(ctx context.Context, path string) func(yield func(*corpus.Article, error) bool) {
	return func(yield func(*corpus.Article, error) bool) {
		for file, err := range corpus.Walk(ctx, path) {
			if err != nil {
				if !yield(nil, err) {
					return
				}
				continue
			}
			for item, err := range corpus.ReadFile(file, readers) {
				if (err != nil || item.Article != nil) && !yield(item.Article, err) {
					return
				}
			}
		}
	}
}

// articleLine is a line of the JSON output.
type articleLine struct {
	Article      string            `json:"article"`
	Attributions []attributionLine `json:"attributions"`
}

// attributionLine has spans in lists, and null for what is not known.
type attributionLine struct {
	Kind       quote.Kind    `json:"kind"`
	Content    []corpus.Span `json:"content"`
	Cue        []corpus.Span `json:"cue"`
	Source     []corpus.Span `json:"source"`
	Speaker    *string       `json:"speaker"`
	Role       *string       `json:"role"`
	Anonymous  bool          `json:"anonymous"`
	Rule       quote.Rule    `json:"rule"`
	Confidence float64       `json:"confidence"`
}

func (c *attributionsCommand) line(out *bufio.Writer, a *corpus.Article, all []quote.Attribution) error {
	line := articleLine{a.ID, []attributionLine{}}
	for _, at := range all {
		line.Attributions = append(line.Attributions, attributionLine{
			at.Kind, at.Content, spans(at.Cue), spans(at.Source), known(at.Speaker), known(at.Role),
			at.Anonymous, at.Rule, at.Confidence,
		})
	}
	return printJSON(out, line)
}

func spans(s corpus.Span) []corpus.Span {
	if s.Len() == 0 {
		return []corpus.Span{}
	}
	return []corpus.Span{s}
}

func known(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// list prints the article's headline and each attribution under it.
func (c *attributionsCommand) list(out *bufio.Writer, a *corpus.Article, all []quote.Attribution) error {
	fmt.Fprintf(out, "%s (%s)\n", clean(a.Headline), clean(a.ID))
	for _, at := range all {
		var parts []string
		for _, s := range at.Content {
			parts = append(parts, strings.Join(strings.Fields(s.Of(a.Body)), " "))
		}
		fmt.Fprintf(out, "\n  %s\n  — %s\n", clean(strings.Join(parts, " […] ")), clean(attributed(at)))
		if c.Why {
			fmt.Fprintf(out, "    %s\n", clean(reason(a, at)))
		}
	}
	_, err := fmt.Fprintln(out)
	return err
}

func attributed(at quote.Attribution) string {
	switch {
	case at.Speaker == "":
		return "not clear who"
	case at.Role == "":
		return at.Speaker
	}
	return at.Speaker + ", " + at.Role
}

// reason says by what an attribution was found.
func reason(a *corpus.Article, at quote.Attribution) string {
	text := fmt.Sprintf("%s, by the rule %s", at.Kind, at.Rule)
	if at.Cue.Len() > 0 {
		text += fmt.Sprintf(", from “%s”", at.Cue.Of(a.Body))
	}
	if at.Source.Len() > 0 {
		text += fmt.Sprintf(" of “%s”", strings.Join(strings.Fields(at.Source.Of(a.Body)), " "))
	}
	return fmt.Sprintf("%s; confidence %.2f", text, at.Confidence)
}
