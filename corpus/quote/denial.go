package quote

// unsure is the confidence of a statement that somebody is said not to have made: "Brandt never said “…”".
const unsure = .4

// denies reports whether a source is nobody: "neither Brandt nor Blom", "no official".
func (p *page) denies(src run) bool {
	return !src.empty() && p.isAny(src.lo, "neither", "no", "nobody", "none")
}
