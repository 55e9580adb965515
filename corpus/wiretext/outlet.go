package wiretext

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/corpus"
)

// decideOutlet decides whose the story is, in the order that Reader.Read gives.
func decideOutlet(a *corpus.Article, f facts, agency string) {
	for _, outlet := range []string{f.outlet, f.bylineOutlet, agency} {
		if a.Outlet == "" {
			a.Outlet = outlet
		}
	}
	if a.Outlet == "" {
		a.Outlet = inferOutlet(a)
		a.OutletInferred = a.Outlet != ""
	}
}

var agencyMark = regexp.MustCompile(`[(\[/]([^()\[\]/]{2,40})[)\]/][^\pL]*$`)

// wireMark is the agency in a dateline, "AALTO (AP) — "; empty if there is none.
func wireMark(dateline string) string {
	if m := agencyMark.FindStringSubmatch(dateline); m != nil {
		return m[1]
	}
	return ""
}

// outletName reports a name that only an outlet has: a capitalised run, not a body or a company, that ends in a
// newspaper's word or begins with a broadcaster's; or an agency or a station that everybody knows.
func outletName(name string) bool {
	words := strings.Fields(strings.TrimPrefix(name, "The "))
	if len(words) == 0 || len(words) > 6 || notOutlets[strings.Join(words, " ")] {
		return false
	}
	if quoted[strings.Join(words, " ")] {
		return true
	}
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) && !unicode.IsDigit(first) && !innerWords[w] {
			return false
		}
	}
	last := strings.ToLower(words[len(words)-1])
	return len(words) > 1 && (paperWords[last] || stationWords[strings.ToLower(words[0])]) || camelPaper.MatchString(words[0])
}

var (
	innerWords = wordSet(`of and & de la le y`)
	paperWords = wordSet(`times post news herald tribune journal gazette chronicle star mail guardian radio tv press observer
		courier register dispatch examiner inquirer enquirer globe sun mirror telegraph independent standard echo bulletin
		sentinel argus today television wire weekly daily magazine review advertiser mercury leader citizen`)
	stationWords = wordSet(`daily radio agence channel`)
	// camelPaper is an outlet of one word: HuffPost, BuzzNews.
	camelPaper = regexp.MustCompile(`^\p{Lu}\p{Ll}+(?:Post|Times|News|Press|Feed|Wire)$`)
	notOutlets = nameSet("Royal Mail,Canada Post,Deutsche Post,Swiss Post,Australia Post,La Poste")
)

// quoted are agencies and stations to which people talk in other outlets' stories as well, so that to be told
// something says little.
var quoted = nameSet(`AP,Associated Press,AFP,Agence France-Presse,Reuters,Bloomberg,UPI,dpa,DPA,PA,ANSA,EFE,Xinhua,TASS,Interfax,` +
	`Kyodo,Kyodo News,Yonhap,BBC,BBC News,BBC Radio,CNN,CNBC,MSNBC,NBC,NBC News,ABC,ABC News,CBS,CBS News,Fox News,NPR,PBS,` +
	`Sky News,ITV,ITV News,RT,Al Jazeera,Univision,CBC,CBC News,RTÉ,ARD,ZDF,Newsmax,Yahoo News`)

func nameSet(names string) map[string]bool {
	set := make(map[string]bool)
	for name := range strings.SplitSeq(names, ",") {
		set[name] = true
	}
	return set
}
