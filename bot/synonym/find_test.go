package synonym_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"copydesk/bot/synonym"
	"copydesk/index"
)

func TestFind(t *testing.T) {
	list := parse(t, `
lady => woman
first lady => president's wife
first lady of song => singer
chief => boss
commander in chief => president
running mate => vice president
break => fracture
break-in => burglary
out of work => unemployed
US, united states
state => province
murder => kill
protest => march
protestant => lutheran
criticize => slam
`)
	tests := []struct {
		name, question string
		want           []string
	}{
		{"nothing", "", nil},
		{"no synonym", "the harbour", nil},
		{"a word", "Which lady spoke?", []string{"lady=woman"}},
		{"the longest run", "the first lady", []string{"first lady=presid wife"}},
		{"the longest of three", "The First Lady of Song sang", []string{"First Lady of Song=singer"}},
		{"a run that breaks off", "the first lady of the land", []string{"first lady=presid wife"}},
		{"a run that never ends", "the first", nil},
		{"plural, tense and possessive", "the ladies’ foe murdered the state’s", []string{"ladies=woman", "murdered=kill", "state’s=provinc"}},
		{"one stem, two words", "protesting Protestants protested", []string{"protesting=march", "Protestants=lutheran", "protested=march"}},
		{"a word of which only the stem is known", "the protester’s criticism", []string{"protester’s=march|lutheran", "criticism=slam"}},
		{"in their order, without overlap", "chief lady, first lady", []string{"chief=boss", "lady=woman", "first lady=presid wife"}},
		{"spaced words with a hyphen", "his running-mate", []string{"running-mate=vice presid"}},
		{"three of them", "the commander-in-chief’s chief", []string{"commander-in-chief’s=presid", "chief=boss"}},
		{"a compound before its first part", "the break-in", []string{"break-in=burglari"}},
		{"a compound as one word", "two breakins", []string{"breakins=burglari"}},
		{"its parts apart", "did storms break in May", []string{"break=fractur"}},
		{"a part of another compound", "the deputy-chief", []string{"chief=boss"}},
		{"stop words must be there", "men out of work, work", []string{"out of work=unemploy"}},
		{"a name that is a stop word", "told us of the US", []string{"US=unit state"}},
		{"and back", "the United States", []string{"United States=us"}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, means(list, test.question)); diff != "" {
			t.Errorf("%s: got (+), want (-):\n%s", test.name, diff)
		}
	}
}

// A match takes in the compounds that end in it, and the next begins behind them.
func TestFindPositions(t *testing.T) {
	list := parse(t, "running mate => vice president\ncop => officer")
	got := list.Find(index.Analyze("a running-mate, a cop")) // a running mate runningmate a cop
	want := []synonym.Match{
		{From: 1, To: 4, Means: [][]string{{"vice", "presid"}}},
		{From: 5, To: 6, Means: [][]string{{"offic"}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("got (+), want (-):\n%s", diff)
	}
}

func TestFindWithoutSynonymsAllocatesNothing(t *testing.T) {
	list := parse(t, "first lady => president's wife")
	tokens := index.Analyze("the first ferry-boat of the morning was late")
	if got := testing.AllocsPerRun(100, func() { list.Find(tokens) }); got != 0 {
		t.Errorf("got %v allocations, want 0", got)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("gop, republican\nfirst lady => president's wife", "the first-lady of the GOP")
	f.Add("-gop\nbreak-in => a-b-c", "break-in a-b-c-d’s U.S.-led")
	f.Add("a b,c\r\n#\n\ufeff", "don't 4,500-strong é")
	f.Fuzz(func(t *testing.T, text, question string) {
		list, err := synonym.Parse("fuzz.txt", strings.NewReader(text))
		if err != nil {
			if list != nil || !strings.HasPrefix(err.Error(), "fuzz.txt:") {
				t.Errorf("got list %v and error %q, want no list and an error with the file", list, err)
			}
			return
		}
		tokens := index.Analyze(question)
		last := 0
		for _, m := range list.With(list).Find(tokens) {
			if m.From < last || m.To <= m.From || m.To > len(tokens) || len(m.Means) == 0 {
				t.Fatalf("got match %+v behind %d, of %d tokens", m, last, len(tokens))
			}
			last = m.To
			for _, stems := range m.Means {
				if len(stems) == 0 {
					t.Errorf("got an empty alternative in %+v", m)
				}
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	list := synonym.Default()
	tokens := index.Analyze("What did the lawmaker's older sibling, a physician, say about the break-in at the mosque?")
	b.ReportAllocs()
	for b.Loop() {
		list.Find(tokens)
	}
}

func BenchmarkParse(b *testing.B) {
	data, err := os.ReadFile("newsroom.txt")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := synonym.Parse("newsroom.txt", bytes.NewReader(data)); err != nil {
			b.Fatal(err)
		}
	}
}
