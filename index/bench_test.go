package index_test

import (
	"io/fs"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/en"

	"copydesk/corpus"
	"copydesk/corpus/corpustest"
	"copydesk/corpus/ninjs"
	"copydesk/corpus/wiretext"
	"copydesk/index"
)

// archive is the development archive, of which the benchmarks are skipped without.
func archive(b *testing.B) string { return corpustest.Shared(b, "corpus", "newsroom") }

// passages are the texts that the index makes passages of.
func passages(b *testing.B, root string) (texts []string) {
	b.Helper()
	for f := range corpus.Walk(b.Context(), root) {
		for item, err := range corpus.ReadFile(f, []corpus.Reader{ninjs.Reader{}, wiretext.Reader{}}) {
			if err != nil {
				b.Fatal(err)
			}
			for _, p := range corpus.Passages(item.Article) {
				texts = append(texts, p.Span.Of(item.Article.Body))
			}
		}
	}
	return texts
}

// BenchmarkBuild compares, in one run, what it takes to index an archive with what plain bleve takes for the same
// passages: bleve's own English analyzer, its default mapping, one field, batches of a thousand. "times-plain" is
// the ratio of the times and "size-of-plain" that of the bytes on disk. The reading of the articles, and who says
// what in them, are counted for copydesk alone.
func BenchmarkBuild(b *testing.B) {
	root := archive(b)
	texts := passages(b, root)
	var ours, plain time.Duration
	var oursSize, plainSize int64
	for b.Loop() {
		start := time.Now()
		plainSize = buildPlain(b, texts)
		plain += time.Since(start)
		start = time.Now()
		oursSize = build(b, root)
		ours += time.Since(start)
	}
	b.ReportMetric(ours.Seconds()/plain.Seconds(), "times-plain")
	b.ReportMetric(float64(oursSize)/float64(plainSize), "size-of-plain")
	b.ReportMetric(float64(oursSize)/1e6, "MB")
	b.ReportMetric(float64(len(texts)), "passages")
}

func build(b *testing.B, root string) int64 {
	b.Helper()
	data := b.TempDir()
	x, err := index.Open(data, index.Options{Command: "bench", Create: true})
	if err != nil {
		b.Fatal(err)
	}
	_, err = x.Ingest(b.Context(), index.Plan{Roots: []string{root}, Readers: []corpus.Reader{ninjs.Reader{}, wiretext.Reader{}}})
	if err != nil {
		b.Fatal(err)
	}
	if err := x.Close(); err != nil {
		b.Fatal(err)
	}
	return diskSize(b, data)
}

func buildPlain(b *testing.B, texts []string) int64 {
	b.Helper()
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = "en"
	path := filepath.Join(b.TempDir(), "plain")
	x, err := bleve.New(path, m)
	if err != nil {
		b.Fatal(err)
	}
	batch := x.NewBatch()
	for i, text := range texts {
		if err := batch.Index(strconv.Itoa(i), struct{ Text string }{text}); err != nil {
			b.Fatal(err)
		}
		if batch.Size() == 1000 || i == len(texts)-1 {
			if err := x.Batch(batch); err != nil {
				b.Fatal(err)
			}
			batch = x.NewBatch()
		}
	}
	if err := x.Close(); err != nil {
		b.Fatal(err)
	}
	return diskSize(b, path)
}

func diskSize(b *testing.B, dir string) (sum int64) {
	b.Helper()
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			sum += info.Size()
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return sum
}
