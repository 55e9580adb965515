package verify

import "strings"

// tenses are the forms of common irregular verbs, one verb a line, the present first.
var tenses = forms(`
be am is are was were been being i'm you're he's she's it's we're they're isn't aren't wasn't weren't
have has had having i've you've we've they've haven't hasn't hadn't
do does did done doing don't doesn't didn't
go goes went gone going
say says said saying
get gets got gotten getting
make makes made making
know knows knew known knowing
think thinks thought thinking
take takes took taken taking
see sees saw seen seeing
come comes came coming
give gives gave given giving
find finds found finding
tell tells told telling
become becomes became becoming
leave leaves left leaving
feel feels felt feeling
bring brings brought bringing
begin begins began begun beginning
keep keeps kept keeping
hold holds held holding
write writes wrote written writing
stand stands stood standing
hear hears heard hearing
mean means meant meaning
meet meets met meeting
run runs ran running
pay pays paid paying
sit sits sat sitting
speak speaks spoke spoken speaking
lead leads led leading
grow grows grew grown growing
lose loses lost losing
fall falls fell fallen falling
send sends sent sending
build builds built building
understand understands understood understanding
break breaks broke broken breaking
spend spends spent spending
drive drives drove driven driving
buy buys bought buying
wear wears wore worn wearing
choose chooses chose chosen choosing
win wins won winning
fight fights fought fighting
teach teaches taught teaching
sell sells sold selling
catch catches caught catching
throw throws threw thrown throwing
draw draws drew drawn drawing
rise rises rose risen rising
shake shakes shook shaken shaking
steal steals stole stolen stealing
eat eats ate eaten eating
drink drinks drank drunk drinking
sing sings sang sung singing
sleep sleeps slept sleeping
forget forgets forgot forgotten forgetting
forgive forgives forgave forgiven forgiving
hide hides hid hidden hiding
bear bears bore borne bearing
seek seeks sought seeking
deal deals dealt dealing
swear swears swore sworn swearing
strike strikes struck striking
die dies died dying
lie lies lied lay lain lying
`)

// forms numbers the verbs, so that two forms of one verb have one number.
func forms(table string) map[string]int {
	out := make(map[string]int)
	n := 0
	for line := range strings.Lines(table) {
		n++
		for w := range strings.FieldsSeq(line) {
			out[w] = n
		}
	}
	return out
}

// sameVerb reports whether two different words may be forms of one verb.
func sameVerb(a, b string) bool {
	if n := tenses[a]; n > 0 {
		return n == tenses[b]
	}
	if len(a) < 3 || len(b) < 3 {
		return false
	}
	if strings.HasPrefix(b, a) {
		a, b = b, a
	}
	x, endA := root(a)
	y, endB := root(b)
	return (endA != "" || endB != "") && (x == y || strings.TrimSuffix(x, "e") == strings.TrimSuffix(y, "e"))
}

// root takes the ending of a regular verb off; "stopped" gives "stop", "carried" "carry".
func root(w string) (stem, ending string) {
	for _, end := range []string{"ing", "ied", "ies", "ed", "s"} {
		stem, ok := strings.CutSuffix(w, end)
		if !ok || len(stem) < 2 {
			continue
		}
		if end == "ied" || end == "ies" {
			return stem + "y", end
		}
		if n := len(stem); end != "s" && n > 3 && stem[n-1] == stem[n-2] && strings.IndexByte("bdgmnprt", stem[n-1]) >= 0 {
			stem = stem[:n-1]
		}
		return stem, end
	}
	return w, ""
}
