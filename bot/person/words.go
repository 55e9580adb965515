package person

import "strings"

func set(words string) map[string]bool {
	out := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

var (
	articles     = set(`a an the one another some`)
	prepositions = set(`of for from in at to with by on who whose that which familiar close involved speaking supporting working`)
	particles    = set(`de del della der den di da dos du van von bin ibn al el la le ter ten af zu y`)
	suffixes     = set(`jr sr ii iii iv`)
	courtesies   = set(`mr mrs ms miss mx sir dame lord lady dr madam`)
	// vague are words of a description that many share.
	vague = set(`senior top former longtime prominent unnamed anonymous person people source sources two three several other
		his her their who and`)
	// titles stand before names.
	titles = set(`mr mrs ms miss mx sir dame lord lady dr prof professor sen senator rep representative congressman congresswoman gov
		governor president vice premier prime minister chancellor secretary judge justice chief king queen prince princess pope
		cardinal archbishop bishop rabbi rev reverend father sister brother imam pastor mayor councilman councilwoman councillor
		alderman commissioner sheriff officer detective sgt sergeant lt lieutenant col colonel maj major capt captain cmdr
		commander gen general adm admiral cpl corporal pvt private ambassador speaker chairman chairwoman chair chairperson ceo
		attorney assemblyman assemblywoman delegate director coach first deputy ex-president ex-mayor ex-senator ex-governor
		then-president sens reps majority minority leader whip candidate treasurer comptroller superintendent dean rector`)
	// titleForms are short titles and the whole ones.
	titleForms = map[string]string{
		"sen": "senator", "rep": "representative", "gov": "governor", "prof": "professor", "gen": "general", "adm": "admiral",
		"col": "colonel", "lt": "lieutenant", "capt": "captain", "maj": "major", "sgt": "sergeant", "rev": "reverend",
		"congressman": "representative", "congresswoman": "representative", "cmdr": "commander", "councilwoman": "councilman",
		"chairwoman": "chairman", "chair": "chairman", "assemblywoman": "assemblyman",
	}
	spokespersons = set(`spokesman spokeswoman spokesperson spokesmen spokespeople`)
	// agents speak for others, or are known by what they are to them.
	agents = set(`spokesman spokeswoman spokesperson spokesmen spokespeople aide aides adviser advisor advisers advisors official
		officials ally allies operative strategist lawyer lawyers donor donors supporter supporters staffer
		staffers assistant consultant lobbyist insider insiders friend friends neighbour neighbor colleague colleagues
		surrogate surrogates manager confidant relative source sources witness officer diplomat expert member`)
	// bodies are groups and what they publish.
	bodies = set(`campaign team office administration government committee council party ministry department company group
		statement press staff house agency union association foundation organization organisation police commission
		report letter account website poll release network newspaper board bureau court institute university coalition alliance`)
)
