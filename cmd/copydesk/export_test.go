package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"copydesk/bot/ledger"
)

func TestCell(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", ""},
		{"Ada Orm", "Ada Orm"},
		{"’tis", "’tis"},
		{"=1+1", "'=1+1"},
		{"+1", "'+1"},
		{"-1", "'-1"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1", "'=1"},
		{"  =1", "'  =1"},
		{"\n=1", "'\n=1"},
		{"＝1", "'＝1"},
		{"a=1", "a=1"},
		{"\x1b[31mred", "[31mred"},
		{"\xff", "\ufffd"},
	} {
		if got := cell(tt.text); got != tt.want {
			t.Errorf("cell(%q): got %q, want %q", tt.text, got, tt.want)
		}
	}
}

// An export outlives a withdrawal: nothing in it is an article's words, or tells that they were found.
func TestExportTellsNothing(t *testing.T) {
	r := ledger.Receipt{ID: "7K3QXM0A", From: "7K3QXM0B", Asked: []byte(`"It sank."`), Result: []byte(`"It sank."`), Outcome: "Verbatim",
		Shown: []ledger.Shown{{Article: "pier", Headline: "Pier sinks", Speaker: "Ada Orm", Text: "It sank."}}}
	text, err := json.Marshal(newReceiptLine(r))
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"sank", "Verbatim", "sinks", "Orm"} {
		if bytes.Contains(text, []byte(secret)) {
			t.Errorf("%q is in %s", secret, text)
		}
	}
}

// Whatever the cells hold, a reader of RFC 4180 reads rows of the columns back.
func FuzzCSV(f *testing.F) {
	f.Add("a,b", "\"q\"\r\n=x")
	f.Add("\r", "\n")
	f.Fuzz(func(t *testing.T, user, asked string) {
		var out bytes.Buffer
		lines := (&exportCommand{Format: "csv"}).writer(&out)
		line := exportLine{Receipt: &receiptLine{Shown: []shownLine{{Article: asked}, {Outlet: user}}}}
		line.Receipt.User, line.Receipt.Index = user, asked
		for _, err := range []error{lines.begin(exportRequest{}), lines.write(line), lines.end()} {
			if err != nil {
				t.Fatal(err)
			}
		}
		rows, err := csv.NewReader(&out).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) != 3 {
			t.Fatalf("got %d rows, want 3", len(rows))
		}
		if diff := cmp.Diff(receiptColumns, rows[0]); diff != "" {
			t.Errorf("head (-want +got):\n%s", diff)
		}
		for _, row := range rows[1:] {
			if row[5] != cell(user) || row[9] != cell(asked) {
				t.Errorf("got %q and %q, want %q and %q", row[5], row[9], cell(user), cell(asked))
			}
		}
	})
}

// What cannot be read is said, and hides nothing else.
func TestExportProblem(t *testing.T) {
	all := func(yield func(ledger.Receipt, error) bool) {
		_ = yield(ledger.Receipt{ID: "7K3QXM0A"}, nil) && yield(ledger.Receipt{}, errors.New("damaged")) && yield(ledger.Receipt{ID: "7K3QXM0B"}, nil)
	}
	var got []string
	err := exportEach(t.Context(), all, func(l exportLine) error {
		if l.Receipt != nil {
			l.Problem += l.Receipt.ID
		}
		got = append(got, l.Problem)
		return nil
	}, func(r ledger.Receipt) (exportLine, bool) { return exportLine{Receipt: newReceiptLine(r)}, true })
	if diff := cmp.Diff([]string{"7K3QXM0A", "damaged", "7K3QXM0B"}, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}
