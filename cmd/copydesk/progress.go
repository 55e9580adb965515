package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"copydesk/corpus"
	"copydesk/index"
)

// progress shows how far indexing has come: a bar on a terminal, a line now and then elsewhere, and each failure.
type progress struct {
	w     io.Writer
	bar   *progressbar.ProgressBar // nil if w is not a terminal
	files int
}

func newProgress(ctx context.Context, s stdio, paths []string) *progress {
	p := &progress{w: s.err}
	if isTerminal(s.err) {
		p.bar = progressbar.NewOptions64(size(ctx, paths), progressbar.OptionSetWriter(s.err),
			progressbar.OptionSetDescription("Indexing"), progressbar.OptionShowBytes(true), progressbar.OptionClearOnFinish())
	}
	return p
}

// size is the number of bytes in the files; what cannot be read counts nothing and is reported later.
func size(ctx context.Context, paths []string) int64 {
	var sum int64
	for _, path := range paths {
		for f, err := range corpus.Walk(ctx, path) {
			if err == nil {
				sum += f.Size
			}
		}
	}
	return max(sum, 1)
}

// everyFiles is how many files are between two lines of progress.
const everyFiles = 1000

func (p *progress) event(e index.Event) {
	if e.Err != nil {
		if p.bar != nil {
			_ = p.bar.Clear()
		}
		fmt.Fprintf(p.w, "failed: %s\n", clean(e.Err.Error()))
		return
	}
	p.files++
	switch {
	case p.bar != nil:
		_ = p.bar.Add64(e.Size)
	case p.files%everyFiles == 0:
		fmt.Fprintf(p.w, "%d files read\n", p.files)
	}
}

func (p *progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
