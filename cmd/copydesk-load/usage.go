package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Between two looks at what the bot takes; and in what Linux counts processor time and memory.
const (
	lookEvery = 10 * time.Second
	tick      = time.Second / 100
)

// look is what the bot took at a moment.
type look struct {
	after  time.Duration
	memory int64         // resident, in bytes
	mapped int64         // of it, files that are mapped: the kernel takes these back when it needs the room
	cpu    time.Duration // since its start
}

// usage looks at a process again and again.
type usage struct {
	pid   int
	began time.Time
	looks []look
	err   error
	halt  context.CancelFunc
	done  sync.WaitGroup
}

// watch looks at once, at every interval, and at the end.
func (c *child) watch(ctx context.Context) *usage {
	u := &usage{pid: c.cmd.Process.Pid, began: time.Now()}
	ctx, u.halt = context.WithCancel(ctx)
	u.look()
	u.done.Go(func() {
		ticker := time.NewTicker(lookEvery)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				u.look()
			case <-ctx.Done():
				u.look()
				return
			}
		}
	})
	return u
}

func (u *usage) stop() *usage {
	u.halt()
	u.done.Wait()
	return u
}

// look reads /proc, which only Linux has.
func (u *usage) look() {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", u.pid))
	stat, err2 := os.ReadFile(fmt.Sprintf("/proc/%d/stat", u.pid))
	if err != nil || err2 != nil {
		u.err = err
		return
	}
	_, after, _ := strings.Cut(string(stat), ") ") // behind the program's name
	fields, pages := strings.Fields(after), strings.Fields(string(status))
	if len(fields) < 13 || len(pages) < 3 {
		u.err = fmt.Errorf("/proc/%d: not understood", u.pid)
		return
	}
	number := func(s string) int64 {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			u.err = err
		}
		return n
	}
	cpu := time.Duration(number(fields[11])+number(fields[12])) * tick
	page := int64(os.Getpagesize())
	u.looks = append(u.looks, look{time.Since(u.began), number(pages[1]) * page, number(pages[2]) * page, cpu})
}

// print writes what was seen.
func (u *usage) print(w io.Writer) {
	if len(u.looks) == 0 || u.err != nil {
		fmt.Fprintf(w, "memory and processor time not known: %v\n", u.err)
		return
	}
	fmt.Fprintf(w, "\nresident memory of copydesk serve: its own, and mapped files\n")
	for _, l := range u.looks {
		fmt.Fprintf(w, "%8.0f s %8.1f MB %8.1f MB\n", l.after.Seconds(), float64(l.memory-l.mapped)/1e6, float64(l.mapped)/1e6)
	}
	first, last := u.looks[0], u.looks[len(u.looks)-1]
	took := last.cpu - first.cpu
	fmt.Fprintf(w, "\nprocessor time of copydesk serve: %.1f s in %.1f s, %.2f processors\n",
		took.Seconds(), (last.after - first.after).Seconds(), took.Seconds()/(last.after-first.after).Seconds())
}
