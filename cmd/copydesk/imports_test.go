package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// allowed are the packages of this module that each package may import, and the outside modules that it has for itself.
// Imports run one way: corpus, index, bot, cmd.
var allowed = map[string][]string{
	"corpus":                  {},
	"corpus/corpustest":       {},
	"corpus/draft":            {"corpus"},
	"corpus/ninjs":            {"corpus"},
	"corpus/quote":            {"corpus"},
	"corpus/sample":           {},
	"corpus/wiretext":         {"corpus"},
	"index":                   {"corpus", "corpus/quote"},
	"bot":                     {"corpus", "corpus/draft", "corpus/quote", "index", "bot/mention", "bot/synonym", "bot/verify", "bot/person"},
	"bot/synonym":             {"index"},
	"bot/ledger":              {"corpus"},
	"bot/mention":             {"corpus", "index"},
	"bot/verify":              {"corpus"},
	"bot/person":              {},
	"bot/discord":             {"bot", "bot/discord/markdown", "bot/ledger", "bot/mention", "bot/verify", "corpus", "corpus/draft"},
	"bot/discord/markdown":    {"corpus"},
	"bot/eval":                {"bot"},
	"bot/discord/discordpage": {"bot/discord/discordtest"},
	"bot/discord/discordtest": {},
	"cmd/copydesk-load":       {"bot/discord/discordtest"},
	"cmd/copydesk":            {"corpus", "corpus/draft", "corpus/ninjs", "corpus/wiretext", "corpus/quote", "corpus/sample", "index", "bot", "bot/ledger", "bot/mention", "bot/synonym", "bot/discord", "bot/discord/discordpage", "bot/discord/discordtest", "bot/eval", "bot/person", "bot/verify"},
}

// only are the packages that alone may import an outside module.
var only = map[string]string{
	"github.com/blevesearch/": "index",
	"github.com/bwmarrin/":    "bot/discord",
	"github.com/joho/":        "cmd/copydesk",
	"github.com/yuin/":        "corpus/draft",
	"github.com/alecthomas/":  "cmd/copydesk",
}

func TestImports(t *testing.T) {
	root := filepath.Join("..", "..")
	seen := make(map[string]bool)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		pkg := filepath.ToSlash(rel)
		seen[pkg] = true
		if _, ok := allowed[pkg]; !ok {
			t.Errorf("%s is a package that the table of imports does not have", pkg)
		}
		checkFile(t, path, pkg)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range allowed {
		if !seen[pkg] {
			t.Errorf("the table of imports has %s, and there is no such package", pkg)
		}
	}
}

func checkFile(t *testing.T, path, pkg string) {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), path, src, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range file.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if inner, ok := strings.CutPrefix(name, "copydesk/"); ok && !slices.Contains(allowed[pkg], inner) {
			t.Errorf("%s imports %s, which %s may not", path, name, pkg)
		}
		for prefix, owner := range only {
			if strings.HasPrefix(name, prefix) && pkg != owner {
				t.Errorf("%s imports %s, which only %s may", path, name, owner)
			}
		}
	}
}
