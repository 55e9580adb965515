package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
)

// batch is a file of JSON objects, one a line, each of which becomes a line of output.
type batch[In, Out any] struct {
	// file is its name; "-" is standard input.
	file string
	// what a line is, in the singular and the plural, and what one is like, for what is said of those that are wrong.
	what, whats, like string
	// do makes a line's output. An error ends the batch.
	do func(context.Context, In) (Out, error)
}

// maxLine bounds a line of a batch.
const maxLine = 1 << 20

// run works on as many lines at once as there are processors, and prints the output in the order of the lines.
func (b batch[In, Out]) run(ctx context.Context, s stdio) error {
	in := s.in
	if b.file != "-" {
		f, err := os.Open(b.file)
		if err != nil {
			return &failure{exitFailure, fmt.Sprintf("the %s cannot be read: %v", b.whats, err), ""}
		}
		defer f.Close()
		in = f
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	pending := make(chan chan result[Out], runtime.GOMAXPROCS(0))
	readErr := make(chan error, 1)
	go func() {
		defer close(pending)
		readErr <- b.start(ctx, in, pending)
	}()
	out := bufio.NewWriter(s.out)
	for one := range pending {
		r := <-one
		if r.err == nil {
			r.err = printJSON(out, r.value)
		}
		if r.err != nil {
			return errors.Join(r.err, out.Flush())
		}
	}
	return errors.Join(<-readErr, out.Flush())
}

// result is a line's output, or why there can be none.
type result[Out any] struct {
	value Out
	err   error
}

// start begins each line, and queues where its output will be.
func (b batch[In, Out]) start(ctx context.Context, in io.Reader, pending chan<- chan result[Out]) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var line In
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			return &failure{exitFailure, fmt.Sprintf("%s:%d: not a %s", b.file, n, b.what), "Each line is like " + b.like}
		}
		one := make(chan result[Out], 1)
		select {
		case pending <- one:
		case <-ctx.Done():
			return ctx.Err()
		}
		go func() {
			value, err := b.do(ctx, line)
			one <- result[Out]{value, err}
		}()
	}
	return lines.Err()
}
