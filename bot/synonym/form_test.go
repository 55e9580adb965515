package synonym

import (
	"testing"

	"copydesk/index"
)

// The words of a row have one form; those of different rows have not.
func TestForm(t *testing.T) {
	rows := [][]string{
		{"protest", "protests", "protested", "protesting", "Protest’s"},
		{"protestant", "Protestants"},
		{"protester", "protesters"},
		{"candid"}, {"candidate", "candidates"},
		{"aid", "aids"}, {"aide", "aides"},
		{"plan", "plans", "planned"}, {"plane", "planes"},
		{"critic", "critics"}, {"criticize", "criticizes", "criticized", "criticizing"},
		{"party", "parties"}, {"part", "parts", "parted"},
		{"spy", "spies", "spied"},
		{"church", "churches"},
		{"kidnap", "kidnaps", "kidnapped", "kidnapping"},
		{"pass", "passed", "passing"},
		{"campus"}, {"crisis"}, {"string"}, {"need"},
	}
	of := make(map[string]int)
	for i, row := range rows {
		for _, word := range row {
			got, want := form(index.Analyze(word)[0]), form(index.Analyze(row[0])[0])
			if got != want {
				t.Errorf("%q: got form %q, want %q like %q", word, got, want, row[0])
			}
			if j, ok := of[got]; ok && j != i {
				t.Errorf("%q has the form %q of %q", word, got, rows[j][0])
			}
			of[got] = i
		}
	}
}
