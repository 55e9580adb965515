package synonym_test

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"copydesk/bot/synonym"
)

func TestParse(t *testing.T) {
	tests := []struct {
		name, list, question string
		want                 []string
	}{
		{"nothing", "", "a cop", nil},
		{"comments and empty lines", "# cop, officer\n\n \t\n  # more\n", "a cop", nil},
		{"all mean the same", "gop, republican, grand old party", "republican", []string{"republican=gop|grand old parti"}},
		{"the left finds the right", "sibling => brother, sister", "his sibling", []string{"sibling=brother|sister"}},
		{"the right does not find the left", "sibling => brother, sister", "his brother", nil},
		{"several on the left", "dad, daddy => father", "his daddy", []string{"daddy=father"}},
		{"lines add up", "cop => officer\ncop => bobby", "cop", []string{"cop=offic|bobbi"}},
		{"an alternative that has the word in it", "police => police officer, officer", "police", []string{"police=offic"}},
		{"another form of the word", "cop => cops, officer", "cop", []string{"cop=offic"}},
		{"nothing but the word itself", "cop => cops", "cop", nil},
		{"byte order mark, carriage returns, no last newline", "\ufeffcop => officer\r\ngop, republican", "gop cop",
			[]string{"gop=republican", "cop=offic"}},
		{"capitals and diacritics", "Café => Restaurant", "the cafe", []string{"cafe=restaur"}},
		{"a compound stands as one word", "burglary => break-in", "the burglary", []string{"burglary=breakin"}},
		{"a compound of three parts", "cic => commander-in-chief", "the cic", []string{"cic=commanderinchief"}},
		{"stop words in an alternative", "resign => step down", "resigned", []string{"resigned=step down"}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, means(parse(t, test.list), test.question)); diff != "" {
			t.Errorf("%s: got (+), want (-):\n%s", test.name, diff)
		}
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct{ list, want string }{
		{"gop", `desk.txt:1: "gop" stands alone: add a comma and what else it is called, or begin the line with "-" to remove it`},
		{"# one\n\ngop, , republican", `desk.txt:3: a word is missing beside a comma, an arrow or a minus`},
		{"gop =>", `desk.txt:1: a word is missing beside a comma, an arrow or a minus`},
		{"=> gop", `desk.txt:1: a word is missing beside a comma, an arrow or a minus`},
		{"-", `desk.txt:1: a word is missing beside a comma, an arrow or a minus`},
		{"gop => cop => hop", `desk.txt:1: a line has one arrow (=>) at most`},
		{"gop, $$", `desk.txt:1: "$$" has no word that the archive indexes`},
		{"them => the others\nthey, of the", `desk.txt:1: "them" has no word that the archive indexes`},
		{"us => united states", `desk.txt:1: "us" has no word that the archive indexes`},
		{"caf\xe9, restaurant", `desk.txt:1: the line is not UTF-8`},
	}
	for _, test := range tests {
		_, err := synonym.Parse("desk.txt", strings.NewReader(test.list))
		if err == nil || err.Error() != test.want {
			t.Errorf("%q: got error %v, want %s", test.list, err, test.want)
		}
	}
}

func TestParseUnreadable(t *testing.T) {
	cause := errors.New("the disk is gone")
	if _, err := synonym.Parse("desk.txt", iotest.ErrReader(cause)); !errors.Is(err, cause) {
		t.Errorf("got error %v, want one that wraps %v", err, cause)
	}
}
