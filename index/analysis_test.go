package index

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// Words in one row meet; words in different rows do not.
func TestSpellingsMeet(t *testing.T) {
	rows := [][]string{
		{"US", "U.S.", "U.S"},
		{"UN", "U.N.", "U.N.’s"},
		{"O'Farrin", "O’Farrin", "OFarrin", "o’farrin's"},
		{"Zoë", "Zoe", "ZOË", "Zoë’s"},
		{"Rønde", "Ronde"},
		{"e-mail", "email", "E‑mail"},
		{"ferry", "ferries", "Ferry’s", "FERRIES", "_ferry_"},
		{"4,500", "4500"},
		{"4.500"},
		{"don't", "don’t"},
		{"WHO"},
	}
	terms := make(map[string]int)
	for i, row := range rows {
		for _, word := range row {
			tokens := Analyze(word)
			term := tokens[len(tokens)-1].Term
			if j, ok := terms[term]; ok && j != i {
				t.Errorf("%q meets %q under %q", word, rows[j][0], term)
			}
			terms[term] = i
			if want := tokensOf(row[0]); term != want {
				t.Errorf("%q is indexed as %q, want %q like %q", word, term, want, row[0])
			}
		}
	}
}

func tokensOf(word string) string {
	tokens := Analyze(word)
	return tokens[len(tokens)-1].Term
}

func TestAnalyze(t *testing.T) {
	type token struct {
		Word, Text string
		Stop       bool
	}
	text := "The Courier’s long-haul U.S. staff told us: “No. 2!”"
	var got []token
	for _, k := range Analyze(text) {
		got = append(got, token{k.Word, k.Span.Of(text), k.Stop})
	}
	want := []token{
		{"the", "The", true}, {"courier", "Courier’s", false}, {"long", "long", false}, {"haul", "haul", false},
		{"longhaul", "long-haul", false}, {"us", "U.S", false}, {"staff", "staff", false}, {"told", "told", false},
		{"us", "us", true}, {"no", "No", false}, {"2", "2", false},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Analyze (-want +got):\n%s", diff)
	}
}

// What bleve is given has no stop words and says where the others stand.
func TestBleveAnalyzerLeavesStopWordsOut(t *testing.T) {
	var got []string
	for _, token := range (bleveAnalyzer{}).Analyze([]byte("The ferries and the port")) {
		got = append(got, string(token.Term))
	}
	if diff := cmp.Diff([]string{"ferri", "port"}, got); diff != "" {
		t.Errorf("terms (-want +got):\n%s", diff)
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, s := range []string{"", "O’Farrin’s e-mail, 4,500 U.S. ships", "''’’..", "ＡＢＣ ﬁne", "\xff\xfe a\x00b", "дом 東京 ไทย", "a-b-c-d"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, token := range Analyze(s) {
			if token.Span.Start < 0 || token.Span.End > len(s) || token.Span.Len() <= 0 {
				t.Fatalf("span %v is not within %d bytes", token.Span, len(s))
			}
			if token.Span.End < last {
				t.Fatalf("span %v ends before the one before it", token.Span)
			}
			last = token.Span.End
			if token.Term == "" || token.Word == "" {
				t.Fatalf("%q has no term", token.Span.Of(s))
			}
			if utf8.ValidString(s) && strings.ContainsAny(token.Word, "’' ") {
				t.Fatalf("word %q is not folded", token.Word)
			}
		}
	})
}

func BenchmarkAnalyze(b *testing.B) {
	text := strings.Repeat("The harbour master said on Tuesday that 42 sailings of O’Farrin’s ferries would be cancelled. ", 50)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Analyze(text)
	}
}
