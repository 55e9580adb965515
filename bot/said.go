package bot

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"copydesk/bot/person"
	"copydesk/corpus"
	"copydesk/corpus/quote"
)

// MaxName is the longest name or office that Said looks for, in characters.
const MaxName = 200

// What Said returns where there is nobody to look for, beside the errors of Ask; each is the user's to mend.
var (
	ErrEmptyName = errors.New("the name has no words")
	ErrLongName  = errors.New("the name is too long")
)

// Statements are what a person said, as the archive has it.
type Statements struct {
	// Person is whose they are; nil if nobody fits, or if several people do.
	Person *Person `json:"person"`
	// People are those who fit if several do, whoever is quoted most first. None of their statements is given then: the
	// asker has to say who is meant.
	People []Person `json:"people,omitempty"`
	// Office says by what the person was found who was asked for by an office; nil if they were not.
	Office *Office `json:"office,omitempty"`
	// Others may be taken for the person and were not: namesakes, and those whom a story names by no more than the
	// surname. Eight at most, whoever is quoted most first.
	Others []Person `json:"others,omitempty"`
	// Statements are in the order of their publication, those of one article in its order, undated ones last. The same
	// words are there once, under the first to print them.
	Statements []Statement `json:"statements"`
	// Cut says that somebody is quoted in more places than were looked at: a topic or fewer days will find the rest.
	Cut bool `json:"cut,omitempty"`
	// Searched says where copydesk looked.
	Searched Scope `json:"searched"`
}

// Person is somebody whom the archive quotes.
type Person struct {
	// Name is the most frequent of the names by which they are quoted in full.
	Name string `json:"name"`
	// Names are the others.
	Names []string `json:"names,omitempty"`
	// Roles are what the archive most often says that they are, three at most.
	Roles []string `json:"roles,omitempty"`
	// Quoted is in how many places they say something, whatever it is about, reprints included.
	Quoted int `json:"quoted"`
	// First and Last are the days of the oldest and the newest of these articles; zero if none has a date.
	First time.Time `json:"first,omitzero"`
	Last  time.Time `json:"last,omitzero"`
}

// Office is what an article calls somebody.
type Office struct {
	Called  string   `json:"called"` // in the article's words
	Article Citation `json:"article"`
}

// Statement is what somebody said in one place, word for word.
type Statement struct {
	Article Citation `json:"article"`
	// Kind is direct if all of it stands in quotation marks, mixed if some does, indirect if it is reported.
	Kind      quote.Kind `json:"kind"`
	Paragraph int        `json:"paragraph"` // counted from 1
	// Parts are the words, in order, each a span of the article's body; what stands between them is not the speaker's.
	Parts []Evidence `json:"parts"`
	// Context are the sentences in which the words stand.
	Context Evidence `json:"context"`
	// Speaker is the full name as the article first gives it, and Role what it says of them; nil if it says nothing.
	Speaker string  `json:"speaker"`
	Role    *string `json:"role"`
	// Source and Cue are the article's words beside the statement: "she", "said". Either may be empty.
	Source string     `json:"source,omitempty"`
	Cue    string     `json:"cue,omitempty"`
	Rule   quote.Rule `json:"rule"`
	// About is how much of the topic it is about, from 0 to 1; 0 if no topic was asked.
	About float64 `json:"about,omitempty"`
	// AlsoIn are other articles that print the same words.
	AlsoIn []Citation `json:"also_in,omitempty"`
}

// Said finds what a person said: by any form of the name ("Thomas Varga", "Sen. Varga"), or by an office ("the mayor of
// Port Ansel"), which finds whoever is called that. With a topic it gives what is about that alone; from and to limit
// it to articles published on these days or between them, where the zero time is no limit.
//
// A surname alone is nobody's in particular if several people have it. A story that has no more than the surname counts for
// the one whom other stories call by the same title.
//
// A statement is one that copydesk would name the speaker of. Stances, which somebody is said to have, are none; nor are
// the words of anonymous sources anybody's. The error is ErrEmptyName, ErrLongName, that of ctx, or one of the index.
func (d *Desk) Said(ctx context.Context, name, topic string, from, to time.Time) (Statements, error) {
	if err := CheckName(name); err != nil {
		return Statements{}, err
	}
	shelving, err := d.shelves(ctx)
	if err != nil {
		return Statements{}, err
	}
	who := d.reader(ctx)
	filter, scope := who.limits(Question{From: from, To: to}, narrowing{}, shelving.shelves)
	out := Statements{Statements: []Statement{}, Searched: scope}
	if scope.Articles == 0 {
		return out, nil
	}
	s := saying{desk: d, who: who, name: capitals(name), filter: filter}
	if strings.TrimSpace(topic) != "" {
		if s.topic, err = d.read(ctx, Question{Text: topic}, narrowing{}); err != nil {
			return Statements{}, err
		}
	}
	if person.FormOf(s.name).Described {
		return out, s.byOffice(ctx, &out)
	}
	if err = s.byName(ctx, &out); err == nil && out.Person == nil && len(out.People) == 0 {
		err = s.byFirstNameOrOffice(ctx, &out)
	}
	return out, err
}

// CheckName reports what is wrong with a name before it is looked for: ErrEmptyName or ErrLongName.
func CheckName(name string) error {
	if utf8.RuneCountInString(name) > MaxName {
		return ErrLongName
	}
	if !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		return ErrEmptyName
	}
	return nil
}

// capitals writes what may be a name as one, "ada brandt" as "Ada Brandt"; an office with "the" or "of" it leaves alone.
func capitals(name string) string {
	words := strings.Fields(name)
	if slices.ContainsFunc(words, func(w string) bool { return descriptive[w] }) {
		return strings.Join(words, " ")
	}
	for i, w := range words {
		first, size := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(first)) + w[size:]
	}
	return strings.Join(words, " ")
}

var descriptive = set(`a an the of for in at from to`)

// evidenceAt slices a span out of the article.
func evidenceAt(a *corpus.Article, s corpus.Span) Evidence { return Evidence{s, s.Of(a.Body)} }
