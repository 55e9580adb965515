package synonym

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"copydesk/index"
)

// Parse reads a list in the format of Solr's synonym files, in UTF-8, a rule a line:
//
//	# a comment
//	gop, republican, grand old party
//	sibling => brother, sister
//	-gop
//
// Words between commas all mean the same. With an arrow, whoever asks for what is on the left may find what is on the
// right, and not the other way round. A line that begins with "-" takes its words out of the lines before it, and out
// of the list to which this one is added ([List.With]). Lines about the same word add up.
//
// Case, plural and tense do not matter, except that "US" and "WHO" are names only in capitals. What is written with a
// hyphen is met with one or as one word ("break-in", "breakin"); what is written with a space, with a space or a
// hyphen.
//
// name is for errors, which are one sentence each and begin with it and the line: "FILE:LINE: …".
func Parse(name string, r io.Reader) (*List, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var rules []rule
	n := 0
	for line := range bytes.Lines(bytes.TrimPrefix(data, []byte("\ufeff"))) {
		n++
		text := strings.TrimSpace(string(line))
		if text == "" || text[0] == '#' {
			continue
		}
		rule, err := parseRule(text)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		rules = append(rules, rule)
	}
	return newList(rules), nil
}

func parseRule(text string) (rule, error) {
	if !utf8.ValidString(text) {
		return rule{}, errors.New("the line is not UTF-8")
	}
	if dropped, ok := strings.CutPrefix(text, "-"); ok {
		drop, err := parsePhrases(dropped)
		return rule{drop: drop}, err
	}
	left, right, arrow := strings.Cut(text, "=>")
	ask, err := parsePhrases(left)
	if err != nil {
		return rule{}, err
	}
	if !arrow {
		if len(ask) < 2 {
			return rule{}, fmt.Errorf("%q stands alone: add a comma and what else it is called, or begin the line with \"-\" to remove it", text)
		}
		return rule{ask: ask, find: ask}, nil
	}
	if strings.Contains(right, "=>") {
		return rule{}, errors.New("a line has one arrow (=>) at most")
	}
	find, err := parsePhrases(right)
	return rule{ask: ask, find: find}, err
}

// parsePhrases reads what stands between commas.
func parsePhrases(text string) ([]phrase, error) {
	var out []phrase
	for item := range strings.SplitSeq(text, ",") {
		p, err := parsePhrase(strings.TrimSpace(item))
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// parsePhrase analyses an item as the archive is analysed. A compound takes the place of its parts.
func parsePhrase(item string) (phrase, error) {
	if item == "" {
		return phrase{}, errors.New("a word is missing beside a comma, an arrow or a minus")
	}
	var kept []index.Token
	for _, t := range index.Analyze(item) {
		for len(kept) > 0 && kept[len(kept)-1].Span.Start >= t.Span.Start {
			kept = kept[:len(kept)-1]
		}
		kept = append(kept, t)
	}
	var p phrase
	telling := false
	for _, t := range kept {
		p.forms = append(p.forms, form(t))
		p.stems = append(p.stems, t.Term)
		telling = telling || !t.Stop
	}
	if !telling {
		return phrase{}, fmt.Errorf("%q has no word that the archive indexes", item)
	}
	return p, nil
}
