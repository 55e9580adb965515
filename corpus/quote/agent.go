package quote

// agent is who stands after "by" behind the quotation that a participle takes: "dubbed “the sieve” by Ada Brandt"; empty
// if nobody does.
func (p *page) agent(c *candidate, end int) run {
	if c.form != formPast || !c.quotes || c.owned {
		return run{}
	}
	for i := c.from; i+2 < end; i++ {
		if p.kind(i) != quoted || !p.isWord(i+1, "by") {
			continue
		}
		if f := p.withClause(p.phraseAt(i+2, end), end); f.hi > f.lo && p.canSpeak(run{f.lo, f.core}) {
			return f.whole()
		}
	}
	return run{}
}
