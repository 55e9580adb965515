package ninjs

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"copydesk/corpus"
)

// minimal is the smallest item that becomes an article.
func minimal(uri string) string {
	return fmt.Sprintf(`{"uri":%q,"headlines":[{"value":"Fair opens"}],"bodies":[{"value":"The fair opened in Veldt."}]}`, uri)
}

// TestShapes reads files that are well formed or broken in all ways; of an article only the ID is compared.
func TestShapes(t *testing.T) {
	a, b, c := minimal("urn:a"), minimal("urn:b"), minimal("urn:c")
	pretty := strings.NewReplacer(`,"`, ",\n  \"", `{"uri`, "{\n  \"uri").Replace(a)
	broken := strings.Replace(b, `"headlines":`, `"headlines"`, 1)
	noItem := `{"name":"left-pad","type":"module"}`
	large := strings.Replace(b, "The fair", strings.Repeat("x", corpus.MaxArticle), 1)
	deep := `{"uri":"urn:deep","x":` + strings.Repeat("[", maxDepth) + strings.Repeat("]", maxDepth) + "}"
	const (
		noJSON  = "not JSON: invalid character '[' after object key"
		noNinjs = "not a ninjs item: it has no uri, type, headline or body"
	)
	tests := []struct {
		name, file, text string
		want             []string
	}{
		{"one", "f.json", a, []string{"urn:a"}},
		{"one over lines", "f.json", pretty + "\n", []string{"urn:a"}},
		{"list", "f.json", "[" + a + ",\n" + b + "]", []string{"urn:a", "urn:b"}},
		{"empty list", "f.json", "[]", nil},
		{"lines", "f.json", a + "\n" + b + "\r\n\n" + c, []string{"urn:a", "urn:b", "urn:c"}},
		{"one after another", "f.json", a + b + " " + pretty + pretty, []string{"urn:a", "urn:b", "urn:a", "urn:a"}},
		{"JSON text sequence", "f.json", "\x1e" + a + "\n\x1e" + b + "\n", []string{"urn:a", "urn:b"}},
		{"item over lines in a file of lines", "f.jsonl", pretty + "\n" + b, []string{"urn:a", "urn:b"}},
		{"lists in a file of lines", "f.jsonl", "[" + a + "]\n[" + b + "]", []string{"urn:a", "urn:b"}},

		{"bad line", "f.jsonl", a + "\n" + broken + "\n" + c, []string{"urn:a", "f.jsonl:2: " + noJSON, "urn:c"}},
		{"bad line by content", "f.json", a + "\n" + broken + "\n" + c, []string{"urn:a", "f.json:2: " + noJSON, "urn:c"}},
		{"bad first line", "f.ndjson", broken + "\n" + c, []string{"f.ndjson:1: " + noJSON, "urn:c"}},
		{"line cut off", "f.jsonl", a + "\n" + b[:len(b)-9] + "\n" + c, []string{"urn:a", "f.jsonl:2: the line ends in mid-item", "urn:c"}},
		{"first line cut off", "f.jsonl", b[:60] + "\n" + c, []string{"f.jsonl:1: the line ends in mid-item", "urn:c"}},
		{"last line cut off", "f.jsonl", a + "\n" + b[:60], []string{"urn:a", "f.jsonl:2: the file ends in mid-item"}},
		{"line of text", "f.jsonl", a + "\nVeldt\n" + c, []string{"urn:a", "f.jsonl:2: not a JSON object", "urn:c"}},
		{"no ninjs line", "f.jsonl", noItem + "\n" + c, []string{"f.jsonl:1: " + noNinjs, "urn:c"}},
		{"no ninjs in a list", "f.json", "[" + noItem + "," + c + "]", []string{"f.json:1: " + noNinjs, "urn:c"}},
		{"bad item in a list", "f.json", "[" + a + ",\n" + broken + ",\n" + c + "]", []string{"urn:a", "f.json:2: " + noJSON}},
		{"number in a list", "f.json", "[" + a + ",\n7,\n" + c + "]", []string{"urn:a", "f.json:2: not a JSON object"}},
		{"fault within an item", "f.json", strings.Replace(pretty, `"bodies":`, `"bodies"`, 1), []string{"f.json:4: " + noJSON}},

		{"empty", "f.json", "", []string{"f.json:1: empty file"}},
		{"blank", "f.json", " \n\n", []string{"f.json:3: empty file"}},
		{"empty lines", "f.jsonl", "", []string{"f.jsonl:1: empty file"}},
		{"binary", "f.json", "\x89PNG\x00\x00\n\x00", []string{"f.json:1: not a JSON object"}},
		{"text", "f.json", "The fair opened.", []string{"f.json:1: not a JSON object"}},
		{"cut off", "f.json", a[:50], []string{"f.json:1: the file ends in mid-item"}},
		{"cut off in a list", "f.json", "[" + a + ",\n" + b[:50], []string{"urn:a", "f.json:2: the file ends in mid-item"}},
		{"cut off between items", "f.json", "[" + a + ",\n", []string{"urn:a", "f.json:2: the file ends in mid-list"}},
		{"not UTF-8 in a list", "f.json", "[" + strings.Replace(a, "fair opened", "caf\xe9 opened", 1) + "," + c + "]", []string{"f.json:1: the text is not UTF-8", "urn:c"}},
		{"not UTF-8", "f.json", strings.Replace(pretty, "fair opened", "caf\xe9 opened", 1), []string{"f.json:4: the text is not UTF-8"}},
		{"deep", "f.json", "[" + deep + ",\n" + a + "]", []string{"f.json:1: " + errTooDeep.Error(), "urn:a"}},
		{"bomb", "f.json", `{"uri":` + strings.Repeat("[", 1<<20), []string{"f.json:1: " + errTooDeep.Error()}},
		{"bomb of lists", "f.json", strings.Repeat("[", 1<<20), []string{"f.json:1: not a JSON object"}},
		{"large", "f.json", large + "\n" + c, []string{"f.json:1: the item is larger than 16 MiB", "urn:c"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, outline(tt.file, []byte(tt.text))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// outline is the IDs, reasons and errors that a file yields.
func outline(name string, data []byte) []string {
	var got []string
	for item, err := range (Reader{}).Read(name, bytes.NewReader(data)) {
		switch {
		case err != nil:
			got = append(got, err.Error())
		case item.Article != nil:
			got = append(got, item.Article.ID)
		default:
			got = append(got, "skipped: "+item.Skipped)
		}
	}
	return got
}
