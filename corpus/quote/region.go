package quote

import "strings"

// regions spell out the short forms in which the states of politicians stand after their names: "(D-Vt.)".
var regions = func() map[string]string {
	m := make(map[string]string)
	for line := range strings.Lines(`ala alabama
alaska alaska
ariz arizona
ark arkansas
calif california
colo colorado
conn connecticut
del delaware
fla florida
ga georgia
idaho idaho
ill illinois
ind indiana
iowa iowa
kan kansas
kans kansas
ky kentucky
la louisiana
maine maine
md maryland
mass massachusetts
mich michigan
minn minnesota
miss mississippi
mo missouri
mont montana
neb nebraska
nev nevada
n.h new hampshire
n.j new jersey
n.m new mexico
n.y new york
n.c north carolina
n.d north dakota
ohio ohio
okla oklahoma
ore oregon
pa pennsylvania
r.i rhode island
s.c south carolina
s.d south dakota
tenn tennessee
tex texas
utah utah
vt vermont
va virginia
wash washington
w.va west virginia
wis wisconsin
wyo wyoming
`) {
		short, full, _ := strings.Cut(strings.TrimSpace(line), " ")
		m[short] = full
	}
	return m
}()

// learnRegion notes the state that stands after a politician's name: "(D-Vt.)", ", D-Vt.,", "of Vermont". Later "the
// Vermont senator" is then known.
func (c *cast) learnRegion(m *mention, x *member) {
	i := m.hi
	if c.kind(i) == comma || c.kind(i) == openParen {
		i++
	} else if !c.isWord(i, "of") {
		return
	}
	if c.kind(i) != word {
		return
	}
	switch {
	case c.isAffiliation(i):
		switch c.text(i)[0] {
		case 'D':
			x.entitle("Democrat")
		case 'R':
			x.entitle("Republican")
		}
		x.entitle(regions[strings.ToLower(strings.TrimRight(c.text(i)[2:], "."))])
	case c.isWord(i, "of") && c.kind(i+1) == word && c.toks[i+1].upper:
		x.entitle(strings.ToLower(c.text(i + 1)))
	}
}
