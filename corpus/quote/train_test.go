package quote

import (
	"bufio"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copydesk/corpus"
	"copydesk/corpus/corpustest"
	"copydesk/corpus/ninjs"
)

var train = flag.Bool("train", false, "learn the weights of stances anew and write weights.txt")

// annotated is an article annotated by hand.
type annotated struct {
	*corpus.Article
	gold []annotation
}

// annotation is an attribution made by hand, in spans.
type annotation struct{ Source, Cue, Content [][2]int }

func readAnnotated(t *testing.T, name string) []annotated {
	t.Helper()
	file, err := os.Open(corpustest.Shared(t, "eval", name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	var all []annotated
	for lines.Scan() {
		var line struct {
			Article      string
			Attributions []annotation
		}
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		id := line.Article[strings.LastIndex(line.Article, ":")+1:]
		all = append(all, annotated{readArticle(t, corpustest.Shared(t, "corpus", "newsroom", id+".json")), line.Attributions})
	}
	return all
}

func readArticle(t testing.TB, path string) *corpus.Article {
	t.Helper()
	file := corpus.File{Path: path, Name: filepath.Base(path)}
	for item, err := range corpus.ReadFile(file, []corpus.Reader{ninjs.Reader{}}) {
		if err == nil && item.Article != nil {
			return item.Article
		}
	}
	t.Fatalf("%s: no article", path)
	return nil
}

// example is a candidate's traits and whether it tells a stance.
type example struct {
	traits []trait
	right  bool
}

// TestTrain learns the weights from the annotated articles, as logistic regression with AdaGrad's steps.
func TestTrain(t *testing.T) {
	if !*train {
		t.Skip("learns only with -train")
	}
	var all []example
	articles := readAnnotated(t, "attributions-train.jsonl")
	for _, a := range articles {
		numberWords(a.Article)
	}
	for _, a := range articles {
		all = append(all, examples(a)...)
	}
	all = common(all)
	weights := regress(all)
	if err := os.WriteFile("weights.txt", []byte(list(weights)), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d examples, %d weights", len(all), len(weights))
}

// numberWords gives numbers to all words of an article, for the weights to be about.
func numberWords(a *corpus.Article) {
	p := new(page)
	p.read(a)
	for i := range p.toks {
		if p.toks[i].is(preposition) {
			frames.add(p.text(i))
		}
		if stem, _, ok := stemOf(nil, p.text(i)); ok && p.kind(i) == word {
			stems.add(string(stem))
		}
	}
}

// examples are the candidates of an article outside the statements that its cues make.
func examples(a annotated) []example {
	p := new(page)
	p.read(a.Article)
	f := finder{page: p, owner: -1, speech: -2, plain: true}
	for i := range p.units {
		f.unit(i)
	}
	var out []example
	for _, u := range p.units {
		for i := u.lo; i < u.hi; i++ {
			end, free := p.freeUntil(i, u, f.found)
			if !free {
				continue
			}
			if c, ok := p.candidateAt(i, u, end, true); ok {
				p.inherit(&c, u, f.found, nil)
				traits := c.traits(p)
				out = append(out, example{append([]trait{{}}, traits[:]...), a.tells(p, &c, end)})
			}
		}
	}
	return out
}

// tells reports whether one of the annotated attributions has the candidate in its cue and what it takes as content.
func (a annotated) tells(p *page, c *candidate, end int) bool {
	word, content := p.span(run{c.v, c.v + 1}), p.span(run{c.from, end})
	overlaps := func(spans [][2]int, s corpus.Span) bool {
		return slices.ContainsFunc(spans, func(g [2]int) bool { return g[0] < s.End && s.Start < g[1] })
	}
	return slices.ContainsFunc(a.gold, func(g annotation) bool {
		return overlaps(g.Cue, word) && overlaps(g.Content, content)
	})
}

// fewest is in how many right examples a word has to occur to be learned.
const fewest = 2

// common leaves the traits that occur often enough to be learned from, and the examples that have a word left.
func common(all []example) []example {
	n := make(map[trait]int)
	for _, e := range all {
		for _, t := range e.traits {
			if e.right {
				n[t]++
			}
		}
	}
	for i := range all {
		all[i].traits = slices.DeleteFunc(all[i].traits, func(t trait) bool { return t.stem != 0 && n[t] < fewest })
	}
	return all
}

// orders is over how many orders of the examples the weights are averaged, since each favours what comes last in it.
const orders = 8

func regress(all []example) map[trait]float64 {
	mean := make(map[trait]float64)
	for seed := range uint64(orders) {
		for t, w := range regressOnce(all, seed) {
			mean[t] += w / orders
		}
	}
	return mean
}

func regressOnce(all []example, seed uint64) map[trait]float64 {
	weights, squares := make(map[trait]float64), make(map[trait]float64)
	r := rand.New(rand.NewPCG(1, seed))
	for range 6 {
		for _, i := range r.Perm(len(all)) {
			sum, want := 0.0, 0.0
			for _, t := range all[i].traits {
				sum += weights[t]
			}
			if all[i].right {
				want = 1
			}
			g := want - 1/(1+math.Exp(-sum))
			for _, t := range all[i].traits {
				squares[t] += g * g
				weights[t] += .15 * g / math.Sqrt(squares[t]+1e-3)
			}
		}
	}
	return weights
}

// list writes the weights, in hundredths, those of words after the others.
func list(weights map[trait]float64) string {
	var b strings.Builder
	byText := func(a, b trait) int {
		return cmp.Or(cmp.Compare(stems.list[a.stem], stems.list[b.stem]), cmp.Compare(a.String(), b.String()))
	}
	for _, t := range slices.SortedFunc(maps.Keys(weights), byText) {
		if w := math.Round(100 * weights[t]); w != 0 {
			fmt.Fprintf(&b, "%s%.0f\n", t, w)
		}
	}
	return b.String()
}
