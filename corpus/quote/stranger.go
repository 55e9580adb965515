package quote

import "strings"

// sameUnnamed is the anonymous person who spoke just before, whom a definite description of two words
// ("the person") takes up.
func (r *resolver) sameUnnamed(words, head, u int) (speaker, bool) {
	if words != 2 {
		return nobody, false
	}
	if s, ok := r.sameStranger(head, u); ok {
		return s, true
	}
	if len(r.spoke) == 0 {
		return nobody, false
	}
	last := r.spoke[len(r.spoke)-1]
	if last.unit < u-1 || !last.anonymous || last.group {
		return nobody, false
	}
	last.conf = min(last.conf, .6)
	return last.speaker, true
}

// sameStranger is the unnamed person whom "the woman", "the man" or "the person" with its head at the given token takes
// up: "a woman" of one of the two units before u, or of u itself, or else whom one of them is about.
func (r *resolver) sameStranger(head, u int) (speaker, bool) {
	if !r.isAny(head, "man", "woman", "person", "boy", "girl") {
		return nobody, false
	}
	if d := r.firstSpokenOf(head, u); !d.empty() {
		return speaker{name: r.descriptorText(d), who: -1, anonymous: true, conf: .7}, true
	}
	sex := r.toks[head].class & (male | female)
	if sex == 0 {
		sex = male | female
	}
	for v := u; v >= 0 && v >= u-2; v-- {
		if src := r.focus[v].stranger; src.empty() || src.hi > head {
			continue
		}
		if s, ok := r.stranger(v, sex); ok {
			return s, true
		}
	}
	return nobody, false
}

// The description that "the man" takes up has longestDescription tokens at most and stands farthestBack of them before.
const (
	longestDescription = 6
	farthestBack       = 150
)

// firstSpokenOf is the phrase "a young man" nearest before the token head, "man", in unit u or one of the two before it,
// with what follows it if it is the subject there; empty if there is none.
func (r *resolver) firstSpokenOf(head, u int) run {
	noun := strings.ToLower(r.text(head))
	for i := head - 1; i >= max(r.units[max(0, u-2)].lo, head-farthestBack); i-- {
		if !r.isWord(i, noun) {
			continue
		}
		d := r.indefinite(i)
		for v := u; v >= 0 && v >= u-2 && !d.empty(); v-- {
			if src := r.focus[v].stranger; src.lo == d.lo && d.hi < src.hi && src.hi <= head {
				return src
			}
		}
		if !d.empty() {
			return d
		}
	}
	return run{}
}

// indefinite is the phrase "a young man" that ends with the token at i; empty if no such article begins it.
func (r *resolver) indefinite(i int) run {
	for j := i - 1; j >= max(0, i-longestDescription) && r.kind(j) == word && !r.toks[j].is(preposition); j-- {
		if r.isAny(j, "a", "an", "one", "another") {
			return run{j, i + 1}
		}
	}
	return run{}
}
