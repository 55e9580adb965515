package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// The exit codes. A shell can tell an answer from none, as it can with grep.
const (
	exitOK       = 0
	exitFailure  = 1
	exitMisuse   = 2
	exitNotClean = 1 // of check, whose failures are exitMisuse: as with diff, 1 is that something differs
	exitNoAnswer = 3
	exitStopped  = 130 // by Ctrl-C, as shells have it
)

// garbagePercent is what GOGC is unless the environment says. The words of a thousand stories are kept between questions, and
// at Go's own 100 marking them takes time from one question in three; at 300 it takes a third as often, for memory that is cheap.
const garbagePercent = 300

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbagePercent)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	os.Exit(run(ctx, os.Args[1:], stdio{os.Stdin, os.Stdout, os.Stderr}))
}

// stdio are the streams of a command.
type stdio struct {
	in       io.Reader
	out, err io.Writer
}

// run runs one command line and returns its exit code.
func run(ctx context.Context, args []string, s stdio) int {
	if err := loadEnvironment(); err != nil {
		return report(err, s.err)
	}
	command, code := parse(args, s)
	if command == nil {
		return code
	}
	return report(command.Run(ctx, s), s.err)
}

// failure is an error for the operator, with what to do about it.
type failure struct {
	code int
	text string
	hint string // what to do; may be empty
}

func (f *failure) Error() string { return f.text }

// report prints the error, if there is one, and gives the exit code.
func report(err error, w io.Writer) int {
	var f *failure
	switch {
	case err == nil:
		return exitOK
	case !errors.As(err, &f):
		f = explain(err)
	}
	if f.text != "" {
		fmt.Fprintf(w, "copydesk: %s\n", f.text)
	}
	if f.hint != "" {
		fmt.Fprintf(w, "%s\n", f.hint)
	}
	return f.code
}
