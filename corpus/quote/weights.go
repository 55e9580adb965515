package quote

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// weightList has a line for each trait and its weight, in hundredths of the logarithm of the odds. It is written by
//
//	go test ./corpus/quote -run TestTrain -train
//
// from articles annotated by hand, by logistic regression.
//
//go:embed weights.txt
var weightList string

// stems and frames number the words and what they take.
var (
	stems  = newNumbering()
	frames = newNumbering("object", "that", "to", "preposition")
)

var weights = readWeights(weightList)

// A candidate counts as a stance from these sums of weights on, in hundredths: the lower one is for verbs that take
// words in quotation marks. They give the best balance of precision and recall on the annotated articles that were set
// apart for tuning; see ACCURACY.md.
const (
	stanceThreshold = -60
	quotedThreshold = -150
)

// weigh is the sum of the weights of the candidate's traits.
func (c *candidate) weigh(p *page) int {
	sum := weights[trait{}]
	for _, t := range c.traits(p) {
		sum += weights[t]
	}
	return sum
}

// readWeights reads the list. The list is part of the program: a mistake in it is one of the program's.
func readWeights(list string) map[trait]int {
	weights := make(map[trait]int)
	for line := range strings.Lines(list) {
		t, w, err := readWeight(line)
		if err != nil {
			panic(fmt.Sprintf("weights.txt: %q: %v", line, err))
		}
		weights[t] = w
	}
	return weights
}

func readWeight(line string) (t trait, w int, err error) {
	fields := strings.Fields(line)
	last := len(fields) - 1
	for _, f := range fields[:last] {
		switch name, value, _ := strings.Cut(f, "="); name {
		case "word":
			t.stem = stems.add(value)
		case "takes":
			t.frame = frames.add(value)
		case "form":
			t.form = uint8(slices.Index(formNames[:], value) + 1)
		case "subject":
			t.rel = uint8(slices.Index(relationNames[:], value))
		case "is":
			t.subject = subjectKind(slices.Index(subjectNames[:], value))
		default:
			t.flags |= 1 << slices.Index(flagNames[:], name)
		}
	}
	w, err = strconv.Atoi(fields[last])
	return t, w, err
}
