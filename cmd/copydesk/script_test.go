package main

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"copydesk/corpus/sample"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"copydesk": main})
}

// TestScript runs the command as a shell does. Besides testscript's own commands, the scripts have
//
//	sample DIR         writes the invented archive of package sample into DIR
//	questions FILE     writes that archive's questions into FILE
//	exits CODE CMD...  runs copydesk and wants that exit code, or any
//	bigfile FILE N     makes a file of N million bytes, all of them the letter a
//	bomb FILE N        makes a JSON file that is nested N times
//	latin1 FILE TEXT   writes a file whose text is not UTF-8
//	document OUT FILE  writes the paragraphs of a text as a Word document
//	receipts           keeps three invented receipts, of what the index of COPYDESK_DATA answers
//	spoil FILE         makes a receipts file one that a newer copydesk made
//	marked FILE DIR    writes a .env with a byte order mark that sets COPYDESK_DATA to DIR
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(e *testscript.Env) error {
			for _, key := range settings(t) {
				e.Setenv(key, "")
			}
			e.Setenv("COPYDESK_DATA", filepath.Join(e.WorkDir, "data"))
			e.Setenv("COPYDESK_LOG", "info")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"sample":    writeSample,
			"questions": writeQuestions,
			"exits":     exits,
			"bigfile":   bigFile,
			"bomb":      bomb,
			"latin1":    latin1,
			"marked":    marked,
			"document":  document,
			"receipts":  keepReceipts,
			"spoil":     spoil,
		},
	})
}

func writeSample(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(sample.Write(ts.MkAbs(args[0])))
}

func writeQuestions(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), sample.Questions(), 0o644))
}

func exits(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec("copydesk", args[1:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if args[0] != "any" && got != args[0] {
		ts.Fatalf("copydesk %s: exit code %s, want %s", strings.Join(args[1:], " "), got, args[0])
	}
}

func bigFile(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	block := []byte(strings.Repeat("a", 1e6))
	for range n {
		_, err := f.Write(block)
		ts.Check(err)
	}
	ts.Check(f.Close())
}

func bomb(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := `{"uri":"urn:x:bomb","type":"text","bodies":` + strings.Repeat("[", n) + strings.Repeat("]", n) + "}"
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

func latin1(ts *testscript.TestScript, _ bool, args []string) {
	text := strings.ReplaceAll(args[1], "é", "\xe9")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(text, `\n`, "\n")), 0o644))
}

func marked(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("\ufeffCOPYDESK_DATA="+args[1]+"\n"), 0o644))
}

func document(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	var body strings.Builder
	for para := range strings.SplitSeq(ts.ReadFile(args[1]), "\n\n") {
		body.WriteString("<w:p><w:r><w:t>")
		ts.Check(xml.EscapeText(&body, []byte(para)))
		body.WriteString("</w:t></w:r></w:p>")
	}
	z := zip.NewWriter(f)
	for name, text := range map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels":         `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml":   `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body.String() + `</w:body></w:document>`,
	} {
		w, err := z.Create(name)
		ts.Check(err)
		_, err = w.Write([]byte(text))
		ts.Check(err)
	}
	ts.Check(z.Close())
	ts.Check(f.Close())
}

// settings are the keys that .env.example lists.
func settings(t testing.TB) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", ".env.example"))
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for line := range strings.Lines(string(text)) {
		if key, _, ok := strings.Cut(line, "="); ok && !strings.HasPrefix(line, "#") {
			keys = append(keys, key)
		}
	}
	if len(keys) == 0 {
		t.Fatal(fmt.Errorf(".env.example has no settings"))
	}
	return keys
}
