package ledger

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

// killed is the environment variable by which the test's own program is told to write into a ledger until it is killed.
const killed = "LEDGER_TO_BE_KILLED_ON"

func TestMain(m *testing.M) {
	if path := os.Getenv(killed); path != "" {
		if err := writeForEver(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// writeForEver makes all kinds of changes at once, and prints the ID of each receipt that is kept.
func writeForEver(path string) error {
	l, err := Open(path, Options{Keep: time.Hour})
	if err != nil {
		return err
	}
	failed := make(chan error)
	for writer := range 8 {
		go func() {
			for i := 0; ; i++ {
				if err := writeAll(l, fmt.Sprintf("%d-%d", writer, i)); err != nil {
					failed <- err
				}
			}
		}()
	}
	return <-failed
}

func writeAll(l *Ledger, text string) error {
	stale := Receipt{Kind: Draft, At: time.Now().Add(-2 * time.Hour), User: text}
	r := longReceipt(text)
	for _, step := range []func() error{
		func() error { return l.Begin(Request{ID: text, Data: []byte(text)}) },
		func() error { return l.Put(&stale) },
		func() error { return l.Put(&r) },
		func() error { _, err := fmt.Println(r.ID); return err },
		func() error {
			return l.Update(r.ID, func(r *Receipt) error {
				r.Shown = append(r.Shown, Shown{Text: text})
				return nil
			})
		},
		func() error { return l.AddFeedback(Feedback{Receipt: r.ID, User: text}) },
		func() error { return l.AddFeedback(Feedback{Receipt: r.ID, User: "gone " + text}) },
		func() error { _, _, err := l.Forget("gone " + text); return err },
		func() error { return l.SetReply(Reply{Question: text, Receipt: r.ID}) },
		func() error { _, err := l.Expire(); return err },
		func() error { return l.Done(text) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// longReceipt is as long as those of answers are, and can be told from its user.
func longReceipt(user string) Receipt {
	text, err := json.Marshal(strings.Repeat("The ferry "+user+" sails. ", 800))
	if err != nil {
		panic(err)
	}
	return Receipt{Kind: Answer, User: user, Result: text}
}

// Killed at any moment, the process leaves a file that opens, with every receipt that was said to be kept, and with no half
// of anything.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts and kills for a few seconds")
	}
	path := filepath.Join(t.TempDir(), Name)
	kept := make(map[string]bool)
	for range 10 {
		after := time.Duration(rand.Int64N(int64(200 * time.Millisecond)))
		for _, id := range runAndKill(t, path, after) {
			kept[id] = true
		}
		l, err := Open(path, Options{})
		must(t, err)
		checkWhole(t, l, kept)
		must(t, l.Close())
		t.Logf("killed after %v: %d receipts", after, len(kept))
	}
}

// runAndKill kills a writer that long after its first receipt, and returns the receipts that it had by then.
func runAndKill(t *testing.T, path string, after time.Duration) []string {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), killed+"="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	lines := bufio.NewReader(out)
	var ids []string
	for {
		line, err := lines.ReadString('\n')
		if err != nil { // a part of a line does not count
			break
		}
		if len(ids) == 0 {
			defer time.AfterFunc(after, func() { _ = cmd.Process.Kill() }).Stop()
		}
		ids = append(ids, strings.TrimSpace(line))
	}
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != -1 || len(ids) == 0 {
		t.Fatalf("the writer ended with %d after %d receipts, want it killed", code, len(ids))
	}
	return ids
}

func checkWhole(t *testing.T, l *Ledger, kept map[string]bool) {
	t.Helper()
	found := 0
	for r, err := range l.Receipts() {
		must(t, err)
		if kept[r.ID] {
			found++
		}
		if want := longReceipt(r.User).Result; r.Kind == Answer && string(r.Result) != string(want) {
			t.Errorf("receipt %s is not whole", r.ID)
		}
	}
	if found != len(kept) {
		t.Errorf("%d of %d receipts are there", found, len(kept))
	}
	collect(t, l.Feedback())
	_, err := l.Pending()
	must(t, err)
	checkTables(t, l)
}

// checkTables compares the buckets with one another, and has bbolt check their pages.
func checkTables(t *testing.T, l *Ledger) {
	t.Helper()
	must(t, l.db.View(func(tx *bbolt.Tx) error {
		for err := range tx.Check() {
			t.Errorf("pages: %v", err)
		}
		users := 0
		for _, table := range tables {
			n := 0
			must(t, tx.Bucket(table.entries).ForEach(func(k, v []byte) error {
				n++
				key := k[timeSize:]
				e, ok, err := table.get(tx, key)
				if !ok || err != nil {
					t.Errorf("%s %q is not found by its key: %v", table.entries, key, err)
				}
				for _, u := range e.users {
					if u == "" {
						continue
					}
					users++
					if tx.Bucket(usersBucket).Get(slices.Concat(userKey(u), []byte{table.tag}, key)) == nil {
						t.Errorf("%s %q is not found by its user", table.entries, key)
					}
				}
				return nil
			}))
			if times := tx.Bucket(table.times).Stats().KeyN; times != n {
				t.Errorf("%s has %d entries and %d times", table.entries, n, times)
			}
		}
		if n := tx.Bucket(usersBucket).Stats().KeyN; n != users {
			t.Errorf("users has %d keys, want %d", n, users)
		}
		return nil
	}))
}
