package quote

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copydesk/corpus"
	"copydesk/corpus/corpustest"

	"github.com/rogpeppe/go-internal/txtar"
)

// BenchmarkAttribute attributes the article of each golden in turn.
func BenchmarkAttribute(b *testing.B) {
	var articles []*corpus.Article
	for _, name := range []string{"anonymous", "broken", "indirect", "names", "orders", "paragraphs", "pronouns"} {
		data, err := os.ReadFile("testdata/" + name + ".txtar")
		if err != nil {
			b.Fatal(err)
		}
		articles = append(articles, article(string(txtar.Parse(data).Files[0].Data)))
	}
	attributeEach(b, articles)
}

// BenchmarkNews attributes each article of the development data in turn.
func BenchmarkNews(b *testing.B) {
	paths, err := filepath.Glob(corpustest.Shared(b, "corpus", "newsroom") + "/*.json")
	if err != nil || len(paths) == 0 {
		b.Fatalf("articles: got %d, %v", len(paths), err)
	}
	var articles []*corpus.Article
	for _, path := range paths {
		articles = append(articles, readArticle(b, path))
	}
	attributeEach(b, articles)
}

func attributeEach(b *testing.B, articles []*corpus.Article) {
	bytes := 0
	for _, a := range articles {
		bytes += len(a.Body)
	}
	b.SetBytes(int64(bytes / len(articles)))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Attribute(articles[i%len(articles)])
	}
}

// BenchmarkDegenerate shows by its MB/s that the time grows with the length and no faster, whatever the text.
func BenchmarkDegenerate(b *testing.B) {
	texts := map[string]string{
		"marks":     "\" “ ” ' '' ",
		"openings":  "“a ",
		"cues":      "he said, “a” ",
		"names":     "Ada Brandt and Tomas Quill ",
		"pronouns":  "“I,” she said. ",
		"officials": "The second official said no. ",
		"commas":    "one, two, said, ",
	}
	for name, text := range texts {
		for _, kb := range []int{128, 1024} {
			body := strings.Repeat(text, kb<<10/len(text))
			a := &corpus.Article{Body: body, Paragraphs: []corpus.Paragraph{{Span: corpus.Span{End: len(body)}}}}
			b.Run(fmt.Sprintf("%s/%dkB", name, kb), func(b *testing.B) {
				b.SetBytes(int64(len(body)))
				for b.Loop() {
					Attribute(a)
				}
			})
		}
	}
}
