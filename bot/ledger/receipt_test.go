package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"copydesk/corpus"
)

func ferryReceipt() Receipt {
	return Receipt{
		Kind: Answer, At: noon, Guild: "1", Channel: "2", User: "3", Private: true, From: "00000000",
		Asked:  json.RawMessage(`{"text":"Who called the ferry plan <reckless>?"}`),
		Result: json.RawMessage(`{"passages":[]}`),
		Index:  "index 4",
		Shown: []Shown{{
			At: noon, Article: "post:ferry.txt", Version: "c0ffee", Headline: "Ferry plan sinks", Outlet: "The Harbour Post",
			Span: corpus.Span{Start: 10, End: 32}, Paragraph: 2, Speaker: "Ada Orm", Text: "“Reckless,” said Ada Orm.",
		}},
		Signed: []Signature{{User: "9", Name: "Ines", At: noon.Add(time.Hour)}},
	}
}

func TestPut(t *testing.T) {
	l := openTest(t, Options{Now: func() time.Time { return noon }})
	want := ferryReceipt()
	must(t, l.Put(&want))
	if want.ID == "" {
		t.Fatal("no ID")
	}
	got, err := l.Receipt(" " + want.ID[:4] + "-" + want.ID[4:])
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}

	want.At, want.User, want.Signed = noon.Add(-time.Hour), "4", nil
	must(t, l.Put(&want))
	if got := collect(t, l.Receipts()); len(got) != 1 || got[0].User != "4" {
		t.Errorf("after putting it again: got %v, want that one", got)
	}

	timeless := Receipt{Kind: Check}
	must(t, l.Put(&timeless))
	if !timeless.At.Equal(noon) {
		t.Errorf("a receipt without a time: got %v, want %v", timeless.At, noon)
	}
}

// An ID that is drawn twice is given once.
func TestPutDrawsAgain(t *testing.T) {
	l := openTest(t, Options{})
	draws := []string{"00000000", "00000000", "00000000", "00000001"}
	l.draw = func() string {
		id := draws[0]
		draws = draws[1:]
		return id
	}
	for _, want := range []string{"00000000", "00000001"} {
		r := Receipt{Kind: Answer}
		must(t, l.Put(&r))
		if r.ID != want {
			t.Errorf("got %s, want %s", r.ID, want)
		}
	}
	if got := collect(t, l.Receipts()); len(got) != 2 {
		t.Errorf("got %v, want both", got)
	}
}

func TestPutRefuses(t *testing.T) {
	l := openTest(t, Options{})
	for _, r := range []Receipt{{ID: "short"}, {ID: "7k3qxm0a"}, {Asked: json.RawMessage("{")}} {
		before := r
		if err := l.Put(&r); err == nil {
			t.Errorf("%v: no error", r)
		}
		if diff := cmp.Diff(before, r); diff != "" {
			t.Errorf("changed (-before +after):\n%s", diff)
		}
	}
	if got := collect(t, l.Receipts()); len(got) != 0 {
		t.Errorf("kept %v", got)
	}
}

func TestNoReceipt(t *testing.T) {
	l := openTest(t, Options{})
	for _, id := range []string{"00000000", "", "no such thing", "*"} {
		if _, err := l.Receipt(id); !errors.Is(err, ErrNoReceipt) {
			t.Errorf("Receipt(%q): got %v, want ErrNoReceipt", id, err)
		}
		err := l.Update(id, func(*Receipt) error { t.Error("called"); return nil })
		if !errors.Is(err, ErrNoReceipt) {
			t.Errorf("Update(%q): got %v, want ErrNoReceipt", id, err)
		}
	}
}

// Receipts are walked oldest first, however they were put, over many pages, while others are put and deleted.
func TestReceipts(t *testing.T) {
	l := openTest(t, Options{Now: func() time.Time { return noon }})
	const n = 2*pageSize + 5
	var want []time.Time
	var group sync.WaitGroup
	for i := range n {
		at := noon.Add(time.Duration(i*37%n) * time.Second)
		want = append(want, at)
		group.Go(func() {
			if err := l.Put(&Receipt{Kind: Answer, At: at, User: "1"}); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	slices.SortFunc(want, time.Time.Compare)
	var got []time.Time
	for r, err := range l.Receipts() {
		must(t, err)
		got = append(got, r.At)
		if len(got)%50 == 0 { // a walk that held a transaction would not let these end
			old := Receipt{Kind: Check, At: noon.Add(-time.Hour), User: "2"}
			must(t, l.Put(&old))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("times (-want +got):\n%s", diff)
	}
	for range l.Receipts() { // a walk may be left
		break
	}
}

// No change is lost, however many come at once.
func TestUpdate(t *testing.T) {
	l := openTest(t, Options{})
	r := ferryReceipt()
	r.Signed = nil
	must(t, l.Put(&r))
	const n = 40
	var group sync.WaitGroup
	for i := range n {
		group.Go(func() {
			err := l.Update(r.ID, func(r *Receipt) error {
				r.ID, r.At = "", time.Time{}
				r.Signed = append(r.Signed, Signature{User: fmt.Sprint(i), At: noon})
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	refused := errors.New("refused")
	err := l.Update(r.ID, func(r *Receipt) error { r.Signed = nil; return refused })
	if !errors.Is(err, refused) {
		t.Errorf("got %v, want the error of change", err)
	}
	got, err := l.Receipt(r.ID)
	must(t, err)
	if len(got.Signed) != n {
		t.Errorf("%d signatures, want %d", len(got.Signed), n)
	}
	got.Signed = nil
	if diff := cmp.Diff(r, got); diff != "" {
		t.Errorf("the rest (-want +got):\n%s", diff)
	}
}

// A damaged receipt is told by its ID, and hides no other.
func TestDamagedReceipt(t *testing.T) {
	l := openTest(t, Options{})
	var ids []string
	for i := range 3 {
		r := Receipt{Kind: Answer, At: noon.Add(time.Duration(i) * time.Minute)}
		must(t, l.Put(&r))
		ids = append(ids, r.ID)
	}
	damage(t, l, ids[1])
	if _, err := l.Receipt(ids[1]); err == nil || errors.Is(err, ErrNoReceipt) {
		t.Errorf("got %v, want an error of its own", err)
	}
	var got []string
	for r, err := range l.Receipts() {
		if err == nil {
			got = append(got, r.ID)
		}
	}
	if diff := cmp.Diff([]string{ids[0], ids[2]}, got); diff != "" {
		t.Errorf("whole receipts (-want +got):\n%s", diff)
	}
}
