package main

import (
	"fmt"
	"os"

	"copydesk/bot"
	"copydesk/bot/synonym"
)

// answering are the settings of a desk. While the bot runs, its own hold for every command.
type answering struct {
	Threshold float64 `default:"0.5" env:"COPYDESK_THRESHOLD" placeholder:"SHARE" help:"Confidence, above 0 and up to 1, from which a passage is called an answer; higher, more is declined (default: 0.5)."`
	Synonyms  string  `env:"COPYDESK_SYNONYMS" placeholder:"FILE" help:"The newsroom's own synonyms, a group a line: \"gop, republicans\", \"sibling => brother, sister\"."`
}

// options reads the settings.
func (a answering) options() (bot.Options, error) {
	o := bot.Options{Threshold: a.Threshold}
	if a.Threshold <= 0 || a.Threshold > 1 {
		return o, &failure{exitMisuse, fmt.Sprintf("--threshold %v: not above 0 and up to 1", a.Threshold), ""}
	}
	if a.Synonyms == "" {
		return o, nil
	}
	f, err := os.Open(a.Synonyms)
	if err != nil {
		return o, &failure{exitFailure, fmt.Sprintf("the synonyms cannot be read: %v", err), ""}
	}
	defer f.Close()
	o.Synonyms, err = synonym.Parse(a.Synonyms, f)
	if err != nil {
		return o, &failure{exitFailure, clean(err.Error()), `A line is like "gop, republicans" or "sibling => brother, sister".`}
	}
	return o, nil
}
