package verify

import "strings"

func set(words string) map[string]bool {
	out := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

var (
	// pronouns and articles are what brackets commonly stand for.
	pronouns = set(`he she it they him her them his hers its their theirs this that these those we us our you your i me my who
		which one ones there here so then the a an`)
	// negations deny. Words that end in n't do too.
	negations = set(`not no never nobody none nothing nowhere neither nor cannot without hardly barely scarcely rarely seldom`)
	// conditions limit what is said.
	conditions = set(`if unless provided except until assuming whether only but though although however when may might
		could maybe perhaps possibly probably otherwise lest`)
	// followers begin what takes back or limits the words before.
	followers = set(`if unless provided except until assuming but though although however when lest only or not without`)
	modals    = set(`can could may might must shall should will would ought cannot can't couldn't mustn't mightn't shan't shouldn't
		won't wouldn't needn't`)
	// numbers are number words; words with digits are numbers too.
	numbers = set(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
		eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
		millions billion billions trillion trillions dozen dozens half third thirds quarter quarters fourth fifth first second
		once twice double triple percent $ ½ ¼ ¾ ⅓ ⅔ £ €`)
	// acronyms are words that mean something else in capitals.
	acronyms = set(`us it who am pm ad aids`)
)

func negation(w string) bool { return negations[w] || strings.HasSuffix(w, "n't") }

// modal reports a modal verb, or a contraction with one.
func modal(w string) bool {
	return modals[w] || strings.HasSuffix(w, "'ll") || strings.HasSuffix(w, "'d")
}

func number(w string) bool { return strings.ContainsAny(w, "0123456789") || numbers[w] }
