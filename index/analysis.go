package index

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/clipperhouse/uax29/v2/words"
	"golang.org/x/text/unicode/norm"

	"copydesk/corpus"
)

// Token is a word of a text and the term under which it is indexed.
type Token struct {
	// Term is the word folded and stemmed; two words meet if their terms are equal.
	Term string
	// Word is the word folded but not stemmed: lower case, without diacritics, apostrophes, possessive or the
	// dots of initials.
	Word string
	// Span is where the word stands in the text analysed.
	Span corpus.Span
	// Stop reports a word so common that it is not indexed.
	Stop bool
}

// Analyze divides text into words (Unicode UAX 29) as the index does, stop words included. A hyphenated
// compound gives its parts and, with the span of the whole, the parts joined ("e-mail": e, mail, email).
func Analyze(text string) []Token {
	tokens := make([]Token, 0, len(text)/6+1)
	it := words.FromString(text)
	for it.Next() {
		value := it.Value()
		if first, _ := utf8.DecodeRuneInString(strings.TrimLeft(value, "_")); !unicode.IsLetter(first) && !unicode.IsNumber(first) {
			continue
		}
		word := fold(value)
		if word == "" || word == "s" && possessive(text[:it.Start()]) {
			continue
		}
		t := Token{Term: word, Word: word, Span: corpus.Span{Start: it.Start(), End: it.End()}}
		t.Stop = stopWords[word] && !acronym(value)
		if !t.Stop {
			t.Term = stem(word)
		}
		if n := len(tokens); n > 0 && joined(text, tokens[n-1].Span, t.Span) {
			tokens = append(tokens, t, compound(tokens[n-1], t))
			continue
		}
		tokens = append(tokens, t)
	}
	return tokens
}

// possessive reports whether an "s" that follows before is that of "U.N.’s", which UAX 29 cuts off.
func possessive(before string) bool {
	return strings.HasSuffix(before, "'") || strings.HasSuffix(before, "’")
}

// joined reports whether nothing but a hyphen stands between two words.
func joined(text string, a, b corpus.Span) bool {
	between := text[a.End:b.Start]
	return between == "-" || between == "\u2010" || between == "\u2011"
}

func compound(a, b Token) Token {
	word := a.Word + b.Word
	return Token{Term: stem(word), Word: word, Span: corpus.Span{Start: a.Span.Start, End: b.Span.End}}
}

// fold brings the spellings of a word together: case, diacritics, curly and straight apostrophes, the
// possessive, the dots of initials and the commas of numbers.
func fold(word string) string {
	plain := true
	for i := 0; i < len(word); i++ {
		if c := word[i]; c < 'a' || c > 'z' {
			plain = false
			break
		}
	}
	if plain {
		return word
	}
	word = strings.ToLower(word)
	word = foldLetters(word)
	word = strings.TrimSuffix(strings.TrimRight(word, "'"), "'s")
	if strings.ContainsAny(word, "'.,_") {
		word = foldInner(word)
	}
	return word
}

// foldLetters maps apostrophes to one kind, and letters with diacritics to those without.
func foldLetters(word string) string {
	ascii := true
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return word
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(word) {
		switch {
		case strings.ContainsRune("’‘ʼ＇`´", r):
			b.WriteByte('\'')
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		case letters[r] != "":
			b.WriteString(letters[r])
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// letters are those that Unicode does not decompose and that English copy often prints without their stroke.
var letters = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'þ': "th", 'ı': "i", 'ħ': "h"}

// foldInner removes apostrophes, underscores, the commas of numbers, and the dots of initials; a decimal
// point and the dots of a web address stay.
func foldInner(word string) string {
	initials := true
	for i, part := range strings.Split(word, ".") {
		if utf8.RuneCountInString(part) != 1 && !(part == "" && i > 0) {
			initials = false
		}
	}
	return strings.Map(func(r rune) rune {
		if r == '\'' || r == ',' || r == '_' || r == '.' && initials && !unicode.IsDigit(rune(word[0])) {
			return -1
		}
		return r
	}, word)
}

// acronym reports a stop word that is a name when it is printed in capitals, with dots or without.
func acronym(word string) bool {
	switch strings.ReplaceAll(word, ".", "") {
	case "US", "WHO", "IT":
		return true
	}
	return false
}

// stems remembers the stem of each distinct word, up to maxStems of them: the vocabulary of an archive is small
// beside its text, and stemming is the dearest step of the analysis.
var stems struct {
	sync.RWMutex
	of map[string]string
}

const maxStems = 1 << 18

// stem is the Snowball English stem ("Porter 2"); words with digits or of one or two letters are their own.
func stem(word string) string {
	if len(word) < 3 || strings.IndexFunc(word, unicode.IsDigit) >= 0 {
		return word
	}
	stems.RLock()
	s, ok := stems.of[word]
	stems.RUnlock()
	if ok {
		return s
	}
	env := snowballstem.NewEnv(word)
	english.Stem(env)
	s = strings.Clone(env.Current())
	stems.Lock()
	defer stems.Unlock()
	if stems.of == nil || len(stems.of) >= maxStems {
		stems.of = make(map[string]string)
	}
	stems.of[strings.Clone(word)] = s
	return s
}

// analyzerName is the name under which the analysis is registered with bleve and written into an index's mapping.
const analyzerName = "copydesk_en"

func init() {
	err := registry.RegisterAnalyzer(analyzerName, func(map[string]any, *registry.Cache) (analysis.Analyzer, error) {
		return bleveAnalyzer{}, nil
	})
	if err != nil {
		panic(err)
	}
}

// bleveAnalyzer gives bleve the terms of Analyze.
type bleveAnalyzer struct{}

// Analyze leaves stop words out and keeps their positions.
func (bleveAnalyzer) Analyze(text []byte) analysis.TokenStream {
	tokens := Analyze(string(text))
	out := make(analysis.TokenStream, 0, len(tokens))
	store := make([]analysis.Token, len(tokens))
	for i, t := range tokens {
		if t.Stop {
			continue
		}
		store[i] = analysis.Token{Start: t.Span.Start, End: t.Span.End, Term: []byte(t.Term), Position: i + 1}
		out = append(out, &store[i])
	}
	return out
}

// stopWords carry no meaning of their own in English. Negations, modals and "will" stay: a newsroom asks about
// them, and several are names (Will, May).
var stopWords = wordSet(`a about after all also am an and any are as at be because been before being between both but
	by can could did do does doing down during each for from further had has have having he her here hers herself him
	himself his how i if in into is it its itself just me more most my myself nor of off on once only or other our ours
	ourselves out over own same she should so some such than that the their theirs them themselves then there these they
	this those through to too under until up us very was we were what when where which while who whom why with would you
	your yours yourself im ive id youre youve youll hes shes theyre theyve weve thats theres whats`)

func wordSet(text string) map[string]bool {
	set := make(map[string]bool)
	for word := range strings.FieldsSeq(text) {
		set[word] = true
	}
	return set
}
