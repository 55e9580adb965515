package verify

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"copydesk/corpus"
)

// The texts are invented.

// compareAll compares a quotation with a whole text, in which quotations stand between double marks and those parted by a
// cue with “said” are one.
func compareAll(t *testing.T, typed, body string) Alignment {
	t.Helper()
	found := Read(typed).Compare(sourceOf(body), 0.2)
	if len(found) == 0 {
		t.Fatalf("Compare(%.80q): nothing found in %.80q", typed, body)
	}
	return found[0]
}

func sourceOf(body string) Source {
	s := Source{Body: body, Span: corpus.Span{End: len(body)}}
	for at := 0; ; {
		i := strings.Index(body[at:], "“")
		if i < 0 {
			break
		}
		end := strings.Index(body[at+i:], "”")
		if end < 0 {
			break
		}
		q := corpus.Span{Start: at + i, End: at + i + end + len("”")}
		if n := len(s.Quoted); n > 0 && strings.Contains(body[s.Quoted[n-1].End:q.Start], "said") {
			s.Bridges = append(s.Bridges, corpus.Span{Start: s.Quoted[n-1].End, End: q.Start})
		}
		s.Quoted = append(s.Quoted, q)
		at = q.End
	}
	return s
}

func TestWords(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"“Don’t,” she said.", "don't she said"},
		{"the players’ union", "the players union"},
		{"child-bearing age", "child bearing age"},
		{"2.5 million, or 1,237", "2.5 million or 1237"},
		{"a 5% rise to $3", "a 5 percent rise to $ 3"},
		{"the U.S. Senate, the U.N.", "the us senate the un"},
		{"Müller’s façade ﬁnally", "muller's facade finally"},
		{"ex\u00adam\u200bple words", "example words"},
		{"[I]t want[ed] more", "it wanted more"},
		{"in the 1990's and '90s", "in the 1990s and 90s"},
		{"minus -5 and 3-4", "minus -5 and 3 4"},
		{"salt & pepper 2½", "salt and pepper 2 ½"},
		{"ﬃ, हिन्दी", "ffi हिन्दी"},
		{"… — !", ""},
	} {
		var got []string
		for _, w := range Words(test.text) {
			got = append(got, w.Fold)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("Words(%q): got %q, want %q", test.text, strings.Join(got, " "), test.want)
		}
	}
}

func TestExact(t *testing.T) {
	const tarrow = "“We waited for this bridge,” Orm said, “since before I was born.” She left. “If the river rises again, " +
		"we shall not move the boats, we shall swim,” she said. “He sold (it) for 2,500 crowns, [and] they laughed.” The mayor’s don’ts were many."
	for _, test := range []struct {
		typed string
		want  bool
	}{
		{"We waited for this bridge", true},
		{"we waited for this Bridge.", true},
		{"\"We waited for this bridge since before I was born\"", true}, // over the cue
		{"We waited for this bridge, Orm said, since before", true},
		{"We waited for this … since before I was born", true},
		{"We waited for [the crossing] since before I was born", false},
		{"We waited for this [new] bridge", true},
		{"[W]e waited for this bridge", true},
		{"we shall not move the boats", true},
		{"we shall move the boats", false},
		{"we shall … move the boats", false}, // the ellipsis hides the negation alone
		{"If the river rises … we shall swim", true},
		{"“We waited for this bridge,” the old man said, “since before I was born”", true}, // pasted with its cue
		{"“We waited for this bridge,” the old man said, “since after I was born”", false},
		{"[The captain] sold (it) for 2500 crowns, they laughed", true}, // the paper's own brackets
		{"He sold [the boat] for 2,500 crowns", true},
		{"He sold it for 3,500 crowns", false},
		{"since before I was born. If the river", false}, // words stand between
		{"the mayor's don'ts were many", true},
	} {
		if got := compareAll(t, test.typed, tarrow); got.Exact != test.want {
			t.Errorf("%q: got exact %v, want %v; %+v", test.typed, got.Exact, test.want, got.Diff())
		}
	}
}

func TestWordsInMarksHaveNoCue(t *testing.T) {
	const body = "“Yes” means “yes” in the town of Vell."
	if a := compareAll(t, "“Yes” never means “yes”", body); a.Exact {
		t.Error("what stands between words in marks is taken for a cue")
	}
}

func TestAcronymsAreNoPronouns(t *testing.T) {
	if a := compareAll(t, "they told U.S. everything today", "They told us everything today."); a.Exact {
		t.Error("U.S. passes for us")
	}
	if a := compareAll(t, "the US told everything today", "The U.S. told everything today."); !a.Exact {
		t.Error("US does not pass for U.S.")
	}
}

func TestChanges(t *testing.T) {
	for _, test := range []struct {
		typed, had string
		want       []Change
	}{
		{"we will sail on Monday", "We will not sail on Monday.", []Change{{Negation, "not", ""}}},
		{"we have 3.5 million crowns left", "We have 2.5 million crowns left.", []Change{{Number, "2.5", "3.5"}}},
		{"A half of the boats were sold", "A third of the boats were sold.", []Change{{Number, "third", "half"}}},
		{"I told Varga to sail on", "I told Orm to sail on.", []Change{{Name, "Orm", "Varga"}}},
		{"we should sail on Monday", "We could sail on Monday.", []Change{{Modal, "could", "should"}}},
		{"the campaign that we ran here", "The campaign that we run here.", []Change{{Tense, "run", "ran"}}},
		{"she planned the whole pier", "She plans the whole pier.", []Change{{Tense, "plans", "planned"}}},
		{"the pier was a dreadful sight", "The pier was a lovely sight.", []Change{{Wording, "lovely", "dreadful"}}},
		{"we shall sail", "We shall sail.", nil},
	} {
		a := compareAll(t, test.typed, test.had)
		if diff := cmp.Diff(test.want, a.Changes()); diff != "" {
			t.Errorf("%q: -want +got\n%s", test.typed, diff)
		}
	}
}

func TestTypography(t *testing.T) {
	for _, test := range []struct {
		typed, had string
		want       []string
	}{
		{"We shall sail", "We shall sail", nil},
		{"we shall sail.", "We shall sail,", []string{"capital at the beginning", "closing punctuation"}},
		{"I don't sail -- ever", "I don’t sail — ever", []string{"apostrophes", "dashes"}},
		{"the 'old' pier", "the “old” pier", []string{"quotation marks"}},
		{"a cafe, 1234 boats", "a café: 1,234 boats", []string{"accents or ligatures", "commas in a number", "punctuation"}},
		{"why, he asked", "why? he asked", []string{"a question or exclamation mark", "punctuation"}},
		{"the\u00a0pier fell", "the pier fell", []string{"spaces"}},
		{"the US fleet", "the U.S. fleet", []string{"stops in initials"}},
	} {
		a := compareAll(t, test.typed, test.had)
		if diff := cmp.Diff(test.want, a.Typography()); diff != "" {
			t.Errorf("%q: -want +got\n%s", test.typed, diff)
		}
	}
}

func TestOmissionsInsertionsCuts(t *testing.T) {
	const body = "“I do not say that the pier would, unless it snows, have fallen if the sea had been calm,” Orm said."
	a := compareAll(t, "the pier would … have fallen", body)
	if o := a.Omissions(); len(o) != 1 || o[0].Text != "unless it snows" || !o[0].Condition || o[0].Negation {
		t.Errorf("omissions: got %+v", o)
	}
	want := []Cut{{"not say that", true, true}, {"if the sea had been calm,”", false, false}}
	if diff := cmp.Diff(want, a.Cuts(sourceOf(body))); diff != "" {
		t.Errorf("cuts: -want +got\n%s", diff)
	}
	a = compareAll(t, "[the pier] snows, have [surely] fallen", body)
	if diff := cmp.Diff([]Insertion{{"[the pier]", ""}, {"[surely]", ""}}, a.Insertions()); diff != "" {
		t.Errorf("insertions: -want +got\n%s", diff)
	}
}

func TestCover(t *testing.T) {
	sources := []Source{
		sourceOf("“The pier was sold in the spring,” Orm said. He left the room after that, and nobody followed him out."),
		sourceOf("“Nobody asked the harbour master,” Varga said."),
	}
	pieces := Read("Nobody asked the harbour master. The pier was sold in the spring.").Cover(sources)
	if len(pieces) != 2 || pieces[0].Source != 1 || pieces[1].Source != 0 || !pieces[0].Exact || !pieces[1].Exact {
		t.Fatalf("got %+v", pieces)
	}
	if got := pieces[0].Typed() + "|" + pieces[1].Typed(); got != "Nobody asked the harbour master.|The pier was sold in the spring." {
		t.Errorf("pieces: got %q", got)
	}
	if pieces := Read("The pier was sold in spring").Cover(sources); pieces != nil {
		t.Errorf("one altered quotation: got %+v", pieces)
	}
}

// A quotation of many words is compared in bounded time and memory, and still finds its place.
func TestLong(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var text strings.Builder
	for range 12_000 {
		text.WriteString([]string{"the ", "pier ", "of ", "Vell ", "was ", "sold ", "twice ", "by ", "night "}[r.IntN(9)])
	}
	body := text.String()
	typed := strings.Replace(body, " sold ", " stolen ", 3)
	a := compareAll(t, typed, body)
	if a.Exact || a.Similarity < 0.95 {
		t.Errorf("got exact %v, similarity %.3f", a.Exact, a.Similarity)
	}
	checkDiff(t, typed, body, &a)
	if found := Read(strings.Repeat("nothing of the kind ", 3000)).Compare(sourceOf(body), 0.3); len(found) > 0 {
		t.Errorf("another text: got similarity %.3f", found[0].Similarity)
	}
}

// checkDiff wants the diff to turn one text into the other exactly.
func checkDiff(t *testing.T, typed, body string, a *Alignment) {
	t.Helper()
	var had, got strings.Builder
	for _, e := range a.Diff() {
		switch {
		case e.Op == Insert:
			got.WriteString(e.Text)
		case e.Op == Delete:
			had.WriteString(e.Text)
		case e.Typed != "":
			had.WriteString(e.Text)
			got.WriteString(e.Typed)
		default:
			had.WriteString(e.Text)
			got.WriteString(e.Text)
		}
	}
	if had.String() != a.Of(body) || got.String() != typed {
		t.Errorf("the diff of %.200q and %.200q gives %.200q and %.200q", typed, a.Of(body), got.String(), had.String())
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("We waited … [for] this bridge", "“We waited,” Orm said, “all of us, for this bridge.”")
	f.Add("[I]t want[ed] it [all]", "It wants [it] all")
	f.Add("U.S. 2½ -5% ..", "us 2.5 ½ −5 %")
	f.Add("a\xffb [", "a\xffb ] “ said ”")
	f.Fuzz(func(t *testing.T, typed, body string) {
		if len(typed) > 400 || len(body) > 400 {
			return
		}
		q := Read(typed)
		words := Words(typed)
		if !slices.IsSortedFunc(words, func(a, b Word) int { return a.Span.Start - b.Span.Start }) {
			t.Fatalf("words out of order: %+v", words)
		}
		s := sourceOf(body)
		for _, a := range q.Compare(s, 0) {
			if a.Start < 0 || a.End > len(body) || a.Start > a.End {
				t.Fatalf("span %+v of %d bytes", a.Span, len(body))
			}
			checkDiff(t, typed, body, &a)
			a.Changes()
			a.Typography()
			a.Omissions()
			a.Insertions()
			a.Cuts(s)
			if a.Exact && len(a.Changes()) > 0 {
				t.Errorf("%q is exact and changed: %+v", typed, a.Changes())
			}
		}
		for _, p := range q.Cover([]Source{s, s}) {
			checkDiff(t, p.Typed(), body, &p.Alignment)
		}
		if len(q.Plain()) > 0 && !strings.Contains(typed, "[") {
			if found := q.Compare(Source{Body: typed, Span: corpus.Span{End: len(typed)}}, 1); len(found) == 0 || !found[0].Exact {
				t.Errorf("%q is not found in itself", typed)
			}
		}
	})
}
