package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"copydesk/corpus/sample"
)

// A small load on the invented archive: the real bot answers all of it.
func TestRun(t *testing.T) {
	archive := t.TempDir()
	if err := sample.Write(archive); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	p := plan{archive: archive, rate: 10, duration: 2 * time.Second, users: 20, channels: 5, seed: 1}
	if err := run(t.Context(), p, &out); err != nil {
		t.Fatalf("%v\n%s", err, &out)
	}
	for _, want := range []string{"sent 20, acknowledged 20, lost 0, answered 20, refused 0,", "\n/ask ", "\ntyping "} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("got %s, want %q in it", &out, want)
		}
	}
}

// One user who does nothing else is refused some of it, and loses none.
func TestRunOfOne(t *testing.T) {
	archive := t.TempDir()
	if err := sample.Write(archive); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	p := plan{archive: archive, rate: 30, duration: 2 * time.Second, users: 1, channels: 1, seed: 1}
	if err := run(t.Context(), p, &out); err != nil {
		t.Fatalf("%v\n%s", err, &out)
	}
	if got := out.String(); !strings.Contains(got, "sent 60, acknowledged 60, lost 0,") || strings.Contains(got, "refused 0,") {
		t.Errorf("got %s, want some refused and none lost", got)
	}
}

func TestRunRefuses(t *testing.T) {
	for _, tt := range []struct{ archive, copydesk, want string }{
		{t.TempDir(), "", "the archive quotes nobody"},
		{t.TempDir(), "no-such-program", "no-such-program"},
	} {
		p := plan{archive: tt.archive, copydesk: tt.copydesk, rate: 1, duration: time.Second, users: 1, channels: 1}
		if err := run(t.Context(), p, new(bytes.Buffer)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("got %v, want %q", err, tt.want)
		}
	}
}

func TestParse(t *testing.T) {
	p, err := parse([]string{"--archive", "a"}, new(bytes.Buffer))
	if err != nil || p.interactions() != 12000 {
		t.Errorf("got %d interactions, %v, want 12000", p.interactions(), err)
	}
	for _, args := range []string{
		"", "--archive a --rate 0", "--archive a --rate 501", "--archive a --for 0s", "--archive a --for 121s", "--archive a --users 0",
		"--archive a --users 10001", "--archive a --users 3 --channels 4", "--archive a --channels 0", "--address 192.0.2.1",
	} {
		if _, err := parse(strings.Fields(args), new(bytes.Buffer)); err == nil {
			t.Errorf("%q is taken", args)
		}
	}
}

func TestLoopback(t *testing.T) {
	for address, want := range map[string]bool{
		"http://127.0.0.1:80": true, "http://[::1]:80": true, "http://192.0.2.1:80": false, "https://discord.example": false, "": false,
	} {
		if got := loopback(address) == nil; got != want {
			t.Errorf("%q: got %v, want %v", address, got, want)
		}
	}
}
