package bot_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"copydesk/bot"
	"copydesk/corpus"
	"copydesk/corpus/quote"
	"copydesk/corpus/wiretext"
	"copydesk/index"
)

func said(t testing.TB, d *bot.Desk, name, topic string, days ...time.Time) bot.Statements {
	t.Helper()
	days = append(days, time.Time{}, time.Time{})
	s, err := d.Said(t.Context(), name, topic, days[0], days[1])
	if err != nil {
		t.Fatalf("%q about %q: %v", name, topic, err)
	}
	return s
}

// fileDesk answers from articles in plain text, by file name.
func fileDesk(t testing.TB, files map[string]string) *bot.Desk {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	x, err := index.Open(t.TempDir(), index.Options{Command: "test", Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	report, err := x.Ingest(t.Context(), index.Plan{Roots: []string{dir}, Readers: []corpus.Reader{wiretext.Reader{}}})
	if err != nil || report.Failed > 0 {
		t.Fatalf("ingest: %+v, %v", report, err)
	}
	return bot.New(x, bot.Options{})
}

// The people of this archive are invented.
var kinsfolk = map[string]string{
	"1.txt": "Ferry to sail in spring\n\nMarch 1, 2024\n\nVELL — “We sail in spring,” said Ada Brandt, the harbour master of Vell.\n\n" +
		"“I shall not be on it,” said Bernt Brandt, a baker.\n",
	"2.txt": "Brandt sees ice ahead\n\nApril 2, 2024\n\nVELL — Harbour master Ada Brandt was cautious on Tuesday.\n\n“There is still ice,” Brandt said. “We sail in spring,” she had said in March.\n",
	"3.txt": "Bread is dearer\n\nMay 3, 2024\n\nVELL — “Flour costs twice what it did,” said Brandt.\n",
	"4.txt": "Tessen opens the pier\n\nJune 4, 2024\n\nVELL — President Halvard Tessen opened the pier on Monday.\n\n“It will stand,” he said.\n",
	"5.txt": "Tessen praises the pier\n\nJuly 5, 2024\n\nVELL — “It stands,” said President Tessen.\n",
	"6.txt": "Pier wins prize\n\nAug. 6, 2024\n\nVELL — “Halvard never doubted it,” said Livia Tessen, a painter.\n\nPresident Halvard Tessen said that the town had earned it.\n",
	"7.txt": "Brandt leaves\n\nSept. 7, 2024\n\nVELL — “I was a good harbour master,” said Ada Brandt, the former harbour master of Vell.\n\n" +
		"“Nobody asked me,” said Olof Rask, the harbour master of Vell.\n",
	"8.txt": "Varga on herring\n\nOct. 8, 2024\n\nVELL — “Herring are back,” said Thomas J. Varga, a fisherman.\n",
	"9.txt": "Varga on cod\n\nOct. 9, 2024\n\nVELL — “Cod are not,” said Tom Varga, a fisherman. “My father is wrong,” said Thomas J. Varga Jr., his son.\n\n“Varga is right,” said a fisherman who would not be named.\n",
}

func names(people []bot.Person) []string {
	var out []string
	for _, p := range people {
		out = append(out, p.Name)
	}
	return out
}

// words are those of the statements, in order.
func words(s bot.Statements) []string {
	var out []string
	for _, st := range s.Statements {
		var parts []string
		for _, p := range st.Parts {
			parts = append(parts, p.Text)
		}
		out = append(out, strings.Join(parts, " … "))
	}
	return out
}

func TestSaidTellsApart(t *testing.T) {
	d := fileDesk(t, kinsfolk)
	for _, tt := range []struct {
		name   string
		person string
		words  []string
		people []string
		others []string
	}{
		{"Ada Brandt", "Ada Brandt", []string{"“We sail in spring,”", "“There is still ice,”", "“I was a good harbour master,”"}, nil, []string{"Bernt Brandt", "Brandt"}},
		{"ada brandt", "Ada Brandt", []string{"“We sail in spring,”", "“There is still ice,”", "“I was a good harbour master,”"}, nil, []string{"Bernt Brandt", "Brandt"}},
		{"Bernt Brandt", "Bernt Brandt", []string{"“I shall not be on it,”"}, nil, []string{"Ada Brandt", "Brandt"}},
		{"Brandt", "", nil, []string{"Ada Brandt", "Bernt Brandt"}, []string{"Brandt"}},
		{"Ada", "", nil, []string{"Ada Brandt"}, nil},
		{"Halvard Tessen", "Halvard Tessen", []string{"“It will stand,”", "“It stands,”", "that the town had earned it"}, nil, []string{"Livia Tessen"}},
		{"President Tessen", "Halvard Tessen", []string{"“It will stand,”", "“It stands,”", "that the town had earned it"}, nil, []string{"Livia Tessen"}},
		{"Livia Tessen", "Livia Tessen", []string{"“Halvard never doubted it,”"}, nil, []string{"Halvard Tessen"}},
		{"Thomas Varga", "Thomas J. Varga", []string{"“Herring are back,”", "“Cod are not,”"}, nil, []string{"Thomas J. Varga Jr."}},
		{"Tommy Varga Jr.", "Thomas J. Varga Jr.", []string{"“My father is wrong,”"}, nil, []string{"Thomas J. Varga"}},
		{"the harbour master of Vell", "", nil, []string{"Ada Brandt", "Olof Rask"}, nil},
		{"the president", "Halvard Tessen", []string{"“It will stand,”", "“It stands,”", "that the town had earned it"}, nil, []string{"Livia Tessen"}},
		{"a baker", "Bernt Brandt", []string{"“I shall not be on it,”"}, nil, []string{"Ada Brandt", "Brandt"}},
		{"a fisherman who would not be named", "", nil, nil, nil},
		{"Ada Orm", "", nil, nil, nil},
		{"Osk Brandt", "", nil, nil, []string{"Ada Brandt", "Bernt Brandt", "Brandt"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := said(t, d, tt.name, "")
			got := ""
			if s.Person != nil {
				got = s.Person.Name
			}
			if got != tt.person {
				t.Errorf("got %q, want %q", got, tt.person)
			}
			if diff := cmp.Diff(tt.words, words(s)); diff != "" {
				t.Errorf("words (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.people, names(s.People)); diff != "" {
				t.Errorf("people (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.others, names(s.Others)); diff != "" {
				t.Errorf("others (-want +got):\n%s", diff)
			}
		})
	}
}

// The same words, printed again, are under those who printed them first.
func TestSaidFoldsReprints(t *testing.T) {
	s := said(t, fileDesk(t, kinsfolk), "Ada Brandt", "")
	if first := s.Statements[0]; first.Article.ID != "1.txt" || len(first.AlsoIn) != 1 || first.AlsoIn[0].ID != "2.txt" {
		t.Errorf("got %+v, want 1.txt, also in 2.txt", first)
	}
}

func TestSaidOffice(t *testing.T) {
	s := said(t, fileDesk(t, kinsfolk), "the president", "")
	if s.Office == nil || !strings.EqualFold(s.Office.Called, "president") || s.Office.Article.ID == "" {
		t.Errorf("got %+v, want what Tessen is called, and where", s.Office)
	}
}

func TestSaidLimits(t *testing.T) {
	d := fileDesk(t, kinsfolk)
	day := func(month time.Month, day int) time.Time { return time.Date(2024, month, day, 0, 0, 0, 0, time.UTC) }
	for _, tt := range []struct {
		topic    string
		from, to time.Time
		want     []string
	}{
		{"", day(4, 2), time.Time{}, []string{"“There is still ice,”", "“We sail in spring,”", "“I was a good harbour master,”"}},
		{"", time.Time{}, day(3, 1), []string{"“We sail in spring,”"}},
		{"", day(3, 2), day(4, 1), nil},
		{"ice", day(4, 1), time.Time{}, []string{"“There is still ice,”", "“We sail in spring,”"}}, // of one paragraph
		{"sailing", time.Time{}, day(4, 1), []string{"“We sail in spring,”"}},
		{"submarines", time.Time{}, time.Time{}, nil},
	} {
		if diff := cmp.Diff(tt.want, words(said(t, d, "Ada Brandt", tt.topic, tt.from, tt.to))); diff != "" {
			t.Errorf("%q, %v to %v (-want +got):\n%s", tt.topic, tt.from, tt.to, diff)
		}
	}
}

// Everything shown is the article's own text, said by the person, in order, once, and may be shown.
func TestSaidIsVerbatim(t *testing.T) {
	d, x := sampleDesk(t, bot.Options{})
	total := 0
	for _, name := range []string{"Nuala O'Farrin", "Tilda Fenwright", "Beatriz Anorga", "Joss Carradale", "Hesper Quill", "Dorrit Aske", "Philippa Norwen", "Rafe Lindahl-Moor", "Ellery-Voss"} {
		s := said(t, d, name, "")
		if s.Person == nil || len(s.Statements) == 0 {
			t.Errorf("%s: nobody, or no statement", name)
		}
		seen := make(map[string]bool)
		for i, st := range s.Statements {
			r, err := x.Record(st.Article.ID)
			if err != nil || r == nil || r.Article.Status != corpus.Usable {
				t.Fatalf("%s: record %v, %v", name, r, err)
			}
			checkStatement(t, r, st)
			if key := strings.Join(words(bot.Statements{Statements: []bot.Statement{st}}), ""); seen[key] {
				t.Errorf("%s: %q twice", name, key)
			} else {
				seen[key] = true
			}
			if i > 0 && st.Article.Published.Wall().Before(s.Statements[i-1].Article.Published.Wall()) {
				t.Errorf("%s: statement %d is older than the one before it", name, i)
			}
		}
		total += len(s.Statements)
	}
	if total < 30 {
		t.Errorf("got %d statements, want more", total)
	}
}

func checkStatement(t *testing.T, r *index.Record, st bot.Statement) {
	t.Helper()
	body := r.Article.Body
	if st.Context.Text != st.Context.Of(body) {
		t.Errorf("context %q is not the article's", st.Context.Text)
	}
	for _, p := range st.Parts {
		if p.Text != p.Of(body) || !st.Context.Contains(p.Span) {
			t.Errorf("part %q is not the article's, or not in %q", p.Text, st.Context.Text)
		}
	}
	if r.Article.ParagraphAt(st.Parts[0].Start) != st.Paragraph {
		t.Errorf("paragraph %d, want %d", st.Paragraph, r.Article.ParagraphAt(st.Parts[0].Start))
	}
	i := slices.IndexFunc(r.Attributions, func(at quote.Attribution) bool { return at.Content[0] == st.Parts[0].Span })
	if i < 0 {
		t.Fatalf("%q is no attribution", st.Parts[0].Text)
	}
	if at := r.Attributions[i]; at.Speaker != st.Speaker || at.Anonymous || at.Rule == quote.Stance || at.Rule == quote.Unsaid || at.Confidence < 0.5 {
		t.Errorf("%q is shown as said by %s, want nothing of %+v", st.Parts[0].Text, st.Speaker, at)
	}
}

// What is withheld or canceled is never found, what is under embargo when that has ended.
func TestSaidKeepsBack(t *testing.T) {
	d, x := sampleDesk(t, bot.Options{})
	later := bot.New(x, bot.Options{Now: func() time.Time { return time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC) }})
	freed := 0
	for _, hidden := range []string{"containers", "ferry-chief", "grey-heron"} {
		for _, name := range speakersOf(t, x, hidden) {
			has := func(d *bot.Desk) bool {
				return slices.ContainsFunc(said(t, d, name, "").Statements, func(st bot.Statement) bool { return strings.Contains(st.Article.ID, hidden) })
			}
			if has(d) {
				t.Errorf("%s: found in %s", name, hidden)
			}
			if has(later) {
				freed++
				if hidden != "grey-heron" {
					t.Errorf("%s: found in %s when the embargo had ended", name, hidden)
				}
			}
		}
	}
	if freed == 0 {
		t.Error("nothing of the embargoed article is found after the embargo")
	}
}

// speakersOf are those named in the article whose ID has the word, whatever its status.
func speakersOf(t *testing.T, x *index.Index, word string) []string {
	t.Helper()
	r, err := x.Record("urn:sample:" + word)
	if err != nil || r == nil {
		t.Fatalf("%s: %v, %v", word, r, err)
	}
	var out []string
	for _, at := range quote.Attribute(r.Article) {
		if at.Speaker != "" && !at.Anonymous && !slices.Contains(out, at.Speaker) {
			out = append(out, at.Speaker)
		}
	}
	return out
}

func TestSaidRefuses(t *testing.T) {
	d, _ := sampleDesk(t, bot.Options{})
	for name, want := range map[string]error{"": bot.ErrEmptyName, " — ": bot.ErrEmptyName, strings.Repeat("a", bot.MaxName+1): bot.ErrLongName} {
		if _, err := d.Said(t.Context(), name, "", time.Time{}, time.Time{}); !errors.Is(err, want) {
			t.Errorf("%.20q: got %v, want %v", name, err, want)
		}
	}
}

// What is typed is data: whatever it is, it is looked for, and finds nobody by itself.
func TestSaidOddNames(t *testing.T) {
	d, _ := sampleDesk(t, bot.Options{})
	for _, name := range []string{`+Norwen -bridge "c AND (`, "the", "a", "of the", "Jr.", "’s", "Ada\x00Brandt", "\xff\xfea", "İ", "and", "the first official", "1", strings.Repeat("a ", bot.MaxName/2)} {
		s := said(t, d, name, `"(" OR the`)
		if s.Person != nil && len(s.Statements) > 0 {
			t.Errorf("%q: got the statements of %s", name, s.Person.Name)
		}
	}
}

// Few words are said more than once: those of one article are not taken for a reprint of another's.
func TestSaidKeepsShortStatements(t *testing.T) {
	d := fileDesk(t, map[string]string{
		"1.txt": "Pier opens\n\nMarch 1, 2024\n\nVELL — “We shall see,” Ada Orm, the harbour master, said of the pier.\n",
		"2.txt": "Pier closes\n\nApril 2, 2024\n\nVELL — Asked about the ice, Ada Orm, the harbour master, said: “We shall see.”\n",
	})
	want := []string{"“We shall see,”", "“We shall see.”"}
	if diff := cmp.Diff(want, words(said(t, d, "Ada Orm", ""))); diff != "" {
		t.Errorf("words (-want +got):\n%s", diff)
	}
}
