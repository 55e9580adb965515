package bot_test

import (
	"slices"
	"testing"

	"copydesk/bot"
)

func TestFollowUp(t *testing.T) {
	d, _ := sampleDesk(t, bot.Options{})
	const before = "What did Emeric Stroud say about the election?"
	alone := ask(t, d, bot.Question{Text: "and what did he say his conditions for a coalition were?"})
	after := ask(t, d, bot.Question{Text: "and what did he say his conditions for a coalition were?", Before: before})
	if alone.Reading.Before != "" || after.Reading.Before != before {
		t.Errorf("got %q, and %q alone; want the question before, and nothing", after.Reading.Before, alone.Reading.Before)
	}
	if p := alone.Passages[0]; p.Speaker != nil && *p.Speaker == "Emeric Stroud" {
		t.Errorf("got %q without the question before, so that this tells nothing", p.Text)
	}
	if p := after.Passages[0]; p.Speaker == nil || *p.Speaker != "Emeric Stroud" {
		t.Errorf("got %v for %q, want Emeric Stroud", p.Speaker, p.Text)
	}
	other := ask(t, d, bot.Question{Text: "Who called the Tarrow bridge a bridge to nowhere?", Before: before})
	if other.Reading.Before != "" {
		t.Errorf("got %q before a question that stands alone", other.Reading.Before)
	}
}

func TestNarrowed(t *testing.T) {
	d, _ := sampleDesk(t, bot.Options{})
	a := ask(t, d, bot.Question{Text: "What did the Tarrow Courier report about ambulance births?"})
	if len(a.Reading.Outlets) == 0 || a.Reading.Dropped {
		t.Fatalf("got %+v, want the Tarrow Courier", a.Reading)
	}
	for _, p := range a.Passages {
		if p.Article.Outlet != "The Tarrow Courier" {
			t.Errorf("got a passage of %s", p.Article.Outlet)
		}
	}
	a = ask(t, d, bot.Question{Text: "In May 1950, what did Emeric Stroud say about a coalition?"})
	if !a.Reading.Dropped || a.Reading.From.Year() != 1950 || len(a.Passages) == 0 {
		t.Errorf("got %+v and %d passages, want the limit dropped", a.Reading, len(a.Passages))
	}
}

func TestMended(t *testing.T) {
	d, _ := sampleDesk(t, bot.Options{})
	a := ask(t, d, bot.Question{Text: "What did Emeric Stroudd say about a colition?"})
	if want := []bot.Mending{{"Stroudd", "Stroud"}, {"colition", "coalition"}}; !slices.Equal(a.Reading.Mended, want) {
		t.Errorf("got %+v, want %+v", a.Reading.Mended, want)
	}
	if a = ask(t, d, bot.Question{Text: "What did Emeric Stroud say about a coalition?"}); a.Reading.Mended != nil {
		t.Errorf("got %+v for words that the archive has", a.Reading.Mended)
	}
}

// Whatever is typed has an outcome, and a sensible one.
func TestSensibleOutcomes(t *testing.T) {
	d, x := sampleDesk(t, bot.Options{})
	r, err := x.Record("harbour-post/town-win-cup.txt")
	if err != nil || r == nil {
		t.Fatal(r, err)
	}
	for _, tt := range []struct {
		name, question string
		answered       bool
	}{
		{"capitals", `WHO CALLED THE TARROW BRIDGE "A BRIDGE TO NOWHERE"?`, true},
		{"German", "Was hat der Hafenmeister über die Fischer gesagt?", false},
		{"one letter", "x", false},
		{"stop words", "the and of", false},
		{"a pasted story", r.Article.Body[:min(len(r.Article.Body), bot.MaxQuestion/2)], true},
		{"a day to come", "What did Emeric Stroud say in March 2093?", false},
		{"an outlet that is not there", "What did the Springfield Gazette report about parking meters?", false},
		{"somebody whom nobody quotes", "What did Zebulon Quackenbush say about the bridge?", false},
	} {
		a := ask(t, d, bot.Question{Text: tt.question})
		if a.Answered != tt.answered {
			t.Errorf("%s: answered %v, want %v; confidence %.2f, reading %+v", tt.name, a.Answered, tt.answered, a.Confidence, a.Reading)
		}
		if !a.Answered && a.Searched.Articles == 0 {
			t.Errorf("%s: declined without a word of what was searched", tt.name)
		}
	}
}

// What another outlet reports is no answer to what one of them did.
func TestOtherOutletsDoNotAnswer(t *testing.T) {
	d, _ := sampleDesk(t, bot.Options{})
	a := ask(t, d, bot.Question{Text: "In May 1950, what did the Tarrow Courier report about the ambulance births?"})
	if !a.Reading.Dropped || len(a.Passages) == 0 {
		t.Fatalf("got %+v and %d passages, want the days dropped", a.Reading, len(a.Passages))
	}
	for _, p := range a.Passages {
		if p.Article.Outlet != "The Tarrow Courier" {
			t.Errorf("got a passage of %s, though the outlet has some", p.Article.Outlet)
		}
	}
}

// A hyphenated word that the archive does not have asks for its parts alone.
func TestUnknownCompound(t *testing.T) {
	d, _ := sampleDesk(t, bot.Options{})
	a := ask(t, d, bot.Question{Text: "the bridge-captain", Explain: true})
	for _, term := range a.Plan.Terms {
		if term.Word == "bridgecaptain" {
			t.Errorf("got %+v, want the parts alone", a.Plan.Terms)
		}
	}
	if len(a.Plan.Terms) != 2 {
		t.Errorf("got %+v, want two terms", a.Plan.Terms)
	}
}
