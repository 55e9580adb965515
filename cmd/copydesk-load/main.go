// Command copydesk-load measures copydesk serve under load: it plays Discord to a real copydesk serve, on the loopback
// address alone, has many invented users ask, check and type at a steady rate, whatever the bot does, and tells what became
// of each interaction, how soon it was acknowledged, and what the bot took of the machine.
//
//	go run ./cmd/copydesk-load --archive ~/archive
//	go run ./cmd/copydesk-load --archive ~/archive --rate 50 --for 20s --copydesk ./copydesk
//
// Everything that it writes is in a temporary folder, which it removes. It has to be run in a checkout of copydesk unless
// it is told which copydesk to run. The exit code is 0 if nothing was lost, failed or invalid, 1 if something was, and 2 if
// the command line was wrong.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// The most that is sent, so that a slip of the keyboard does no harm.
const (
	maxRate  = 500 // a second
	maxTime  = 2 * time.Minute
	maxUsers = 10_000
)

// plan is what is to be done.
type plan struct {
	archive  string
	copydesk string // the program; empty means the one in this checkout
	rate     int    // interactions a second
	duration time.Duration
	users    int
	channels int
	seed     uint64
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	p, err := parse(os.Args[1:], os.Stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return
	case err != nil:
		fmt.Fprintf(os.Stderr, "copydesk-load: %v\n", err)
		os.Exit(2)
	}
	if err := run(ctx, p, os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "copydesk-load: %v\n", err)
		os.Exit(1)
	}
}

// parse reads the command line.
func parse(args []string, help io.Writer) (plan, error) {
	var p plan
	f := flag.NewFlagSet("copydesk-load", flag.ContinueOnError)
	f.SetOutput(help)
	f.StringVar(&p.archive, "archive", "", "folder of articles to index and to ask about")
	f.StringVar(&p.copydesk, "copydesk", "", "copydesk program to run; that of this checkout is built if there is none")
	f.IntVar(&p.rate, "rate", 200, fmt.Sprintf("interactions a second, up to %d", maxRate))
	f.DurationVar(&p.duration, "for", time.Minute, fmt.Sprintf("how long to send them, up to %v", maxTime))
	f.IntVar(&p.users, "users", 1000, fmt.Sprintf("invented users, up to %d", maxUsers))
	f.IntVar(&p.channels, "channels", 250, "invented channels that they are in, no more than users")
	f.Uint64Var(&p.seed, "seed", 1, "of what is asked, by whom and where")
	if err := f.Parse(args); err != nil {
		return p, err
	}
	return p, p.check()
}

func (p plan) check() error {
	switch {
	case p.archive == "":
		return errors.New("--archive is missing: name a folder of articles")
	case p.rate < 1 || p.rate > maxRate:
		return fmt.Errorf("--rate %d: not 1 to %d", p.rate, maxRate)
	case p.duration <= 0 || p.duration > maxTime:
		return fmt.Errorf("--for %v: not above 0 and up to %v", p.duration, maxTime)
	case p.users < 1 || p.users > maxUsers:
		return fmt.Errorf("--users %d: not 1 to %d", p.users, maxUsers)
	case p.channels < 1 || p.channels > p.users:
		return fmt.Errorf("--channels %d: not 1 to the number of users", p.channels)
	}
	return nil
}

// interactions is how many are sent.
func (p plan) interactions() int { return int(p.duration.Seconds() * float64(p.rate)) }
