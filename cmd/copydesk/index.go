package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"copydesk/corpus"
	"copydesk/corpus/ninjs"
	"copydesk/corpus/wiretext"
	"copydesk/index"
)

type indexCommand struct {
	Paths   []string          `arg:"" optional:"" name:"path" help:"Files and folders to read: plain text, and IPTC ninjs as .json or .jsonl."`
	Outlets map[string]string `env:"COPYDESK_OUTLETS" placeholder:"FOLDER=OUTLET" help:"Outlet of all articles in folders of that name; several with a semicolon between them."`
	Prune   bool              `help:"Remove articles whose file is gone from under the paths."`
	Rebuild bool              `help:"Make the index anew from the articles in it, without reading the sources."`

	data string
}

// Help is what copydesk index --help adds.
func (indexCommand) Help() string {
	return `Articles that have not changed are left alone, so run it again whenever the archive has grown. What cannot be read is
reported by file, line and reason, and stops nothing else; the exit code is then 1. It may be stopped at any
moment: the next run goes on. While the bot runs, the bot itself reads the articles.

Examples:
  copydesk index ~/archive
  copydesk index --prune --outlets "post=The Harbour Post;courier=Skerry Courier" ~/archive
  copydesk index --rebuild`
}

func (c *indexCommand) configure(all *cli) command {
	c.data = all.Data
	return c
}

// Run indexes, here or, if the bot runs, there.
func (c *indexCommand) Run(ctx context.Context, s stdio) error {
	switch {
	case c.Rebuild && (len(c.Paths) > 0 || c.Prune):
		return &failure{exitMisuse, "--rebuild takes no paths", "It reads the index itself: copydesk index --rebuild."}
	case c.Rebuild:
		return c.rebuild(ctx, s)
	case len(c.Paths) == 0:
		return &failure{exitMisuse, "no file or folder to index", "For example: copydesk index ~/archive"}
	}
	job, err := c.job()
	if err != nil {
		return err
	}
	show := newProgress(ctx, s, job.Paths)
	start := time.Now()
	result, err := c.ingest(ctx, job, show.event)
	show.done()
	if err != nil {
		return err
	}
	return summarize(s, result, time.Since(start))
}

// job is what is to be indexed, in a form that another process can be asked to do.
type job struct {
	Paths   []string          `json:"paths"` // absolute
	Outlets map[string]string `json:"outlets,omitempty"`
	Prune   bool              `json:"prune,omitempty"`
}

func (c *indexCommand) job() (job, error) {
	paths, err := existing(c.Paths)
	return job{Paths: paths, Outlets: c.Outlets, Prune: c.Prune}, err
}

// existing gives the absolute paths, or says which one is not there.
func existing(paths []string) ([]string, error) {
	var out []string
	for _, p := range paths {
		abs, err := filepath.Abs(p)
		if err != nil {
			return nil, err
		}
		if _, err := os.Stat(abs); errors.Is(err, os.ErrNotExist) {
			return nil, &failure{exitMisuse, fmt.Sprintf("there is no file or folder %s", p), "Nothing was read. Check the path and run it again."}
		}
		out = append(out, abs)
	}
	return out, nil
}

// readers are those of all formats, in the order in which they are asked.
var readers = []corpus.Reader{ninjs.Reader{}, wiretext.Reader{}}

func (c *indexCommand) ingest(ctx context.Context, j job, notify func(index.Event)) (index.Report, error) {
	if r, ok := findRemote(c.data); ok {
		return r.index(ctx, j, notify)
	}
	x, err := index.Open(c.data, index.Options{Command: "index", Create: true})
	if err != nil {
		return index.Report{}, err
	}
	report, err := x.Ingest(ctx, j.plan(notify))
	return report, errors.Join(err, x.Close())
}

func (j job) plan(notify func(index.Event)) index.Plan {
	return index.Plan{
		Roots: j.Paths, Prune: j.Prune, Notify: notify,
		Readers: readers,
		Outlet:  j.outlet,
	}
}

// outlet is the setting for the nearest folder above the file that has one.
func (j job) outlet(path string) string {
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		if outlet := j.Outlets[filepath.Base(dir)]; outlet != "" {
			return outlet
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
	}
}

func (c *indexCommand) rebuild(ctx context.Context, s stdio) error {
	if _, ok := findRemote(c.data); ok {
		return &failure{exitFailure, "the bot has the index open", "Stop copydesk serve, then run copydesk index --rebuild."}
	}
	n, err := index.Rebuild(ctx, c.data, "index --rebuild", func(int, int) {})
	if err == nil {
		fmt.Fprintf(s.out, "%s made anew.\n", plural(n, "article"))
	}
	return err
}

// summarize prints what was done; it is an error if something could not be read.
func summarize(s stdio, r index.Report, took time.Duration) error {
	counts := []string{
		fmt.Sprintf("%d added", r.Added), fmt.Sprintf("%d updated", r.Updated), fmt.Sprintf("%d unchanged", r.Unchanged),
	}
	for _, c := range []struct {
		n    int
		text string
	}{{r.Older, "older than the version in the index"}, {r.Pruned, "removed"}} {
		if c.n > 0 {
			counts = append(counts, fmt.Sprintf("%d %s", c.n, c.text))
		}
	}
	if !r.Interrupted || r.Files > 0 { // the bot does not say how far it came when it is stopped
		fmt.Fprintf(s.out, "%s read in %s: %s.\n", plural(r.Files, "file"), took.Round(10*time.Millisecond), strings.Join(counts, ", "))
	}
	for _, reason := range slices.Sorted(maps.Keys(r.Skipped)) {
		fmt.Fprintf(s.out, "%d skipped: %s.\n", r.Skipped[reason], clean(reason))
	}
	switch {
	case r.Interrupted:
		return &failure{exitStopped, "stopped; what was read so far is in the index", "Run the same command again to go on."}
	case r.Failed > 0:
		return &failure{code: exitFailure, text: fmt.Sprintf("%d could not be read (listed above); everything else is in the index", r.Failed)}
	}
	return nil
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
