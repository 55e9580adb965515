package index

import (
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/mapping"
)

// The documents of an index are of two kinds. Each article is one document, named by its ID and a tab:
//
//	record    stored    the Record as JSON: the article, its passages, its attributions
//	copies    stored    the files that hold a version of it, and which of them the record is, as JSON
//	file      exact     the absolute paths of those files
//	headline  text      the headline
//	opening   text      dateline, byline, subheads and the first two paragraphs: what the story is about
//	name      exact     each word, folded, of the name of somebody who says something, a tab and the name
//	shelf     exact     outlet and day of an article that may be shown, for counting
//
// and each of its passages another, named by the article's ID, a tab and the passage's number from 0:
//
//	text      text      a passage of the story itself
//	aside     text      a caption, credit or footer
//	speaker   text      who says something in the passage, by full name and role or in the article's own words
//
// Both have, for filters:
//
//	outlet    exact     the outlet
//	day       exact     the day of publication, YYYY-MM-DD
//	until     exact     the end of the embargo, if there is one, in UTC: YYYY-MM-DDTHH:MM:SSZ
//
// "text" is analysed by Analyze and holds frequencies and lengths but no positions, which double the size and are
// not needed: quoted words are verified in the stored text. "Exact" holds neither. Articles that are withheld or
// canceled have neither text fields nor passages. Nothing but the two JSON fields is stored.
const (
	fieldRecord   = "record"
	fieldCopies   = "copies"
	fieldFile     = "file"
	fieldHeadline = "headline"
	fieldOpening  = "opening"
	fieldName     = "name"
	fieldShelf    = "shelf"
	fieldText     = "text"
	fieldAside    = "aside"
	fieldSpeaker  = "speaker"
	fieldOutlet   = "outlet"
	fieldDay      = "day"
	fieldUntil    = "until"
)

// schema is the version of all that is stored: the fields above, the analysis, the record. Any change to them
// counts it up, and indexes of another version are rebuilt.
const schema = 5

// newMapping is the mapping that bleve keeps with the index. Documents are built by document.go without it; it
// names the analyzers and keeps bleve from guessing at anything.
func newMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = analyzerName
	m.DefaultMapping.Dynamic = false
	m.DefaultMapping.Enabled = true
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false
	for _, name := range []string{fieldHeadline, fieldOpening, fieldText, fieldAside, fieldSpeaker} {
		f := bleve.NewTextFieldMapping()
		f.Analyzer, f.Store, f.IncludeInAll, f.IncludeTermVectors, f.DocValues = analyzerName, false, false, false, false
		m.DefaultMapping.AddFieldMappingsAt(name, f)
	}
	for _, name := range []string{fieldFile, fieldName, fieldShelf, fieldOutlet, fieldDay, fieldUntil} {
		f := bleve.NewTextFieldMapping()
		f.Analyzer, f.Store, f.IncludeInAll, f.IncludeTermVectors, f.DocValues = keyword.Name, false, false, false, false
		m.DefaultMapping.AddFieldMappingsAt(name, f)
	}
	return m
}
