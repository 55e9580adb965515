package quote

import (
	_ "embed"
	"fmt"
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

var weights, stems = readWeights(weightList)

// stanceThreshold is the least sum of weights, in hundredths, with which a candidate counts as a stance. It gives the
// best balance of precision and recall on the annotated articles that were set apart for tuning.
const stanceThreshold = -50

// known reports whether any weight has to do with the stem.
func known(stem []byte) bool { return stems[string(stem)] }

// weigh is the sum of the weights of the candidate's traits.
func (c *candidate) weigh(p *page) int {
	sum := weights[trait{}]
	for _, t := range c.traits(p) {
		sum += weights[t]
	}
	return sum
}

// readWeights reads the list. The list is part of the program: a mistake in it is one of the program's.
func readWeights(list string) (map[trait]int, map[string]bool) {
	weights, stems := make(map[trait]int), make(map[string]bool)
	for line := range strings.Lines(list) {
		t, w, err := readWeight(line)
		if err != nil {
			panic(fmt.Sprintf("weights.txt: %q: %v", line, err))
		}
		weights[t] = w
		if t.stem != "" {
			stems[t.stem] = true
		}
	}
	return weights, stems
}

func readWeight(line string) (t trait, w int, err error) {
	fields := strings.Fields(line)
	for _, f := range fields[:len(fields)-1] {
		switch name, value, _ := strings.Cut(f, "="); name {
		case "word":
			t.stem = value
		case "takes":
			t.frame = frame(value)
		case "form":
			t.form = value
		case "subject":
			t.rel = value
		case "is":
			t.subject = value
		default:
			for i, flag := range flagNames {
				if flag == name {
					t.flags |= 1 << i
				}
			}
		}
	}
	w, err = strconv.Atoi(fields[len(fields)-1])
	return t, w, err
}
