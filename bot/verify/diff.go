package verify

import "copydesk/corpus"

// Edit is a step of the way from the archive's text to the quotation as typed. The texts of all edits that are Equal or
// Delete, in order, are the archive's; those of all that are Equal or Insert are the quotation's, if Typed is taken
// for Text where it is not empty.
type Edit struct {
	Op Op `json:"op"`
	// Text is the archive's, or, of an Insert, the quotation's.
	Text string `json:"text"`
	// Typed is the quotation's text of an Equal whose typography differs; empty if it does not.
	Typed string `json:"typed,omitempty"`
	// Allowed says why a Delete or an Insert is no fault: "cue", "ellipsis", "brackets" or "typography"; empty if it is one.
	Allowed string `json:"allowed,omitempty"`
}

// Op is what an Edit does.
type Op string

// The Ops. Equal is of words, not of characters.
const (
	Equal  Op = "equal"
	Delete Op = "delete"
	Insert Op = "insert"
)

// Diff is the way from the archive's text to the quotation's, word by word.
func (a *Alignment) Diff() []Edit {
	d := differ{typed: a.q.Text[:a.part.End], atTyped: a.part.Start, had: a.Of(a.body), base: a.Start}
	for _, x := range a.pairs {
		switch x.op {
		case same:
			if a.mistaken(x) {
				d.drop(x.had, "")
				d.add(x.typed, "")
				continue
			}
			d.keep(x.typed, x.had)
		case changed:
			d.drop(x.had, "")
			d.add(x.typed, "")
		case added:
			d.add(x.typed, "")
		case editor:
			why := "brackets"
			if _, ok := a.q.bracketAt(x.typed); !ok {
				why = "cue"
			}
			d.add(x.typed, why)
		case dropped:
			d.drop(x.had, "")
		case stood:
			why := ""
			if pronouns[fold(x.had.Of(a.body))] {
				why = "brackets"
			}
			d.drop(x.had, why)
		case aside:
			d.drop(x.had, "brackets")
		case elided:
			d.drop(x.had, "ellipsis")
		case bridged:
			d.drop(x.had, "cue")
		}
	}
	return d.finish()
}

// differ goes through both texts at once. What stands between words goes with the word behind it.
type differ struct {
	typed, had  string
	base        int // where had begins in the body
	atTyped, at int // how far the texts are taken
	out         []Edit
}

func (d *differ) keep(typed, had corpus.Span) {
	e := Edit{Op: Equal, Text: d.had[d.at : had.End-d.base], Typed: d.typed[d.atTyped:typed.End]}
	d.at, d.atTyped = had.End-d.base, typed.End
	d.push(e)
}

func (d *differ) drop(had corpus.Span, why string) {
	if end := had.End - d.base; end > d.at && end <= len(d.had) {
		d.push(Edit{Op: Delete, Text: d.had[d.at:end], Allowed: why})
		d.at = end
	}
}

func (d *differ) add(typed corpus.Span, why string) {
	d.push(Edit{Op: Insert, Text: d.typed[d.atTyped:typed.End], Allowed: why})
	d.atTyped = typed.End
}

// push appends an edit, or lengthens the last of its kind. A word that is exchanged gives its deletion first.
func (d *differ) push(e Edit) {
	n := len(d.out)
	if n > 0 && d.out[n-1].Op == e.Op && d.out[n-1].Allowed == e.Allowed {
		d.out[n-1].Text += e.Text
		d.out[n-1].Typed += e.Typed
		return
	}
	if n > 1 && e.Op == Delete && d.out[n-1].Op == Insert && d.out[n-2].Op == Delete && d.out[n-2].Allowed == e.Allowed {
		d.out[n-2].Text += e.Text
		return
	}
	d.out = append(d.out, e)
}

// finish takes what stands after the last words, and clears what Typed need not say.
func (d *differ) finish() []Edit {
	had, typed := d.had[d.at:], d.typed[d.atTyped:]
	if n := len(d.out); n > 0 && d.out[n-1].Op == Equal {
		d.out[n-1].Text += had
		d.out[n-1].Typed += typed
	} else {
		if had != "" {
			d.push(Edit{Op: Delete, Text: had, Allowed: "typography"})
		}
		if typed != "" {
			d.push(Edit{Op: Insert, Text: typed, Allowed: "typography"})
		}
	}
	for i := range d.out {
		if d.out[i].Typed == d.out[i].Text {
			d.out[i].Typed = ""
		}
	}
	return d.out
}
