package quote

import (
	"slices"
	"strings"
)

// recent is how many units back the latest mention decides between several who hold one office.
const recent = 8

// holder finds the person of the cast whose role the definite description from lo to head names: "the mayor". Where
// several hold it, it is the one whom the sentence before was about, or else who was named last.
func (r *resolver) holder(lo, head, u int) (speaker, bool) {
	ids := r.byRole[strings.ToLower(r.text(head))]
	conf, found, fitting := .7, -1, 0
	for _, id := range ids {
		if !r.roleHas(id, lo+1, head) {
			continue
		}
		fitting++
		if len(ids) == 1 || r.focusedBefore(id, u) {
			found = id
		}
	}
	if found < 0 && fitting > 0 {
		conf = .6
		if found = r.lastNamed(ids, lo, head, u); fitting > 1 {
			conf = .55
		}
	}
	if found < 0 {
		return nobody, false
	}
	x := &r.members[found]
	return speaker{name: x.name, role: x.role, who: found, conf: conf}, true
}

// lastNamed is whoever of the holders of a role was named last before unit u; -1 if nobody was in recent units.
func (r *resolver) lastNamed(ids []int, lo, head, u int) int {
	for k := r.first[u] - 1; k >= 0 && k >= r.first[max(0, u-recent)]; k-- {
		if id := r.mentions[k].who; slices.Contains(ids, id) && r.roleHas(id, lo+1, head) {
			return id
		}
	}
	return -1
}

// roleHas reports whether the role of a member has each of the words between lo and hi that tell one from another.
func (r *resolver) roleHas(id, lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if r.isAny(i, "former", "longtime", "then", "mega", "veteran", "outspoken", "popular", "embattled", "retired") || r.kind(i) != word {
			continue
		}
		if !strings.Contains(strings.ToLower(r.members[id].titles+r.members[id].role), strings.ToLower(r.text(i))) {
			return false
		}
	}
	return true
}

// focusedBefore reports whether the unit before u, or the one before that, is about a member.
func (r *resolver) focusedBefore(id, u int) bool {
	return u > 0 && r.focus[u-1].who == id || u > 1 && r.focus[u-1].none() && r.focus[u-2].who == id
}

// abbreviatedTitles spell out the titles that a later description uses in full.
var abbreviatedTitles = map[string]string{
	"sen": "senator", "gov": "governor", "rep": "congressman", "gen": "general", "dr": "doctor", "prof": "professor",
	"col": "colonel", "sgt": "sergeant", "capt": "captain", "lt": "lieutenant", "rev": "reverend", "adm": "admiral",
}

// indexRoles lists the persons of the cast under each word of their roles.
func (r *resolver) indexRoles() {
	r.byRole = map[string][]int{}
	for id := range r.members {
		x := &r.members[id]
		if !x.person {
			continue
		}
		for w := range strings.FieldsSeq(strings.ToLower(x.titles + x.role)) {
			w = strings.Trim(w, ".,;")
			if full := abbreviatedTitles[w]; full != "" {
				w = full
			}
			if ids := r.byRole[w]; len(ids) == 0 || ids[len(ids)-1] != id {
				r.byRole[w] = namesake(ids, id)
			}
		}
	}
}
