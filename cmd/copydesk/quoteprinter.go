package main

import (
	"io"
	"strings"

	"copydesk/bot"
)

func (p *printer) check(c bot.Check) error {
	var b strings.Builder
	b.WriteString(string(c.Verdict))
	_, err := io.WriteString(p.w, b.String())
	return err
}
