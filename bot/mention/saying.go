package mention

import "strings"

// Words that show that a question asks for what was said or published.
var (
	// sayingNow are the verbs of saying and publishing as they stand after "did".
	sayingNow = set(`admit advise announce answer argue ask call claim comment compare complain confirm declare deny describe disclose
		explain insist joke mention note post predict print promise propose publish recommend remark reply report respond reveal
		say state suggest tell testify think tweet urge vow warn write`)
	// saidThen are the same as they stand after "who" or "has".
	saidThen = set(`admitted advised announced answered argued asked called claimed commented compared complained confirmed declared
		denied described disclosed explained insisted joked mentioned noted posted predicted printed promised proposed published
		recommended remarked replied reported responded revealed said stated suggested told testified thought tweeted urged vowed warned
		written wrote`)
	// saying are all of them in all forms, and what else outlets do with news.
	saying = func() map[string]bool {
		all := set(`says tells writes reports find finds found notes claims argues calls describes warns reveals run ran`)
		for _, verbs := range []map[string]bool{sayingNow, saidThen} {
			for v := range verbs {
				all[v] = true
			}
		}
		return all
	}()
	// publication are the nouns that only publishers' work has. One article is rather what the question is about.
	publication = set(`articles stories coverage pieces columns editorials dispatches`)
	// publishing are the participles that may stand between such a noun and its date.
	publishing = set(`published printed written posted reported`)
	passive    = set(`that which were was have been`)
	doing      = set(`did do does would will`)
	having     = set(`has have had`)
	asks       = set(`what how why where which who`)
	audience   = set(`reporters journalists supporters voters lawmakers investigators us them him her the a an his their`)
	clauses    = set(`that which who whom when where while because if he she it they we was were is are had after before since until
		between during at`)
)

// sayingVerb is the place of the verb in a question that asks for somebody's words, "what did … say" or "who told …", of
// which the first question word decides; -1 if it asks for something else. asked is that word's place.
func (t typed) sayingVerb() (verb, asked int) {
	for i := range t.words {
		if !asks[t.at(i)] {
			continue
		}
		verbs, reach := saidThen, 2
		switch {
		case t.at(i) == "which":
			reach = 6
		case t.at(i) == "who" && !doing[t.at(i+1)]:
		case doing[t.at(i+1)]:
			verbs, reach = sayingNow, 14
		case having[t.at(i+1)]:
			reach = 14
		default:
			return -1, i
		}
		for j := i + 1; j <= i+reach; j++ {
			if verbs[t.at(j)] && !determiners[t.at(j-1)] && !t.possessive(j-1) {
				return j, i
			}
		}
		return -1, i
	}
	return -1, -1
}

// sure reports whether the question asks for what was published or said at the date. Of a whole year, even what was said
// in it is retold for long: only what was published then is sure.
func (m mention) sure(t typed) bool {
	if m.doubtful {
		return false
	}
	if m.describes && publication[t.at(m.end)] || !m.describes && t.dated(m.start) {
		return true
	}
	if m.describes || m.long && !m.Last.IsZero() {
		return false
	}
	verb, asked := t.sayingVerb()
	switch {
	case t.accordingTo(m.start):
		return true
	case asked >= 0 && asked == m.start-1 && t.at(asked) == "who" && saidThen[t.at(m.end)]:
		return true
	case verb < 0:
		return false
	case m.start == 0 && m.end <= asked && asked < m.end+8:
		return true
	case verb < m.start && t.addressed(verb+1, m.start):
		return true
	}
	perfect := having[t.at(asked+1)] && verb < m.start
	return perfect && m.Last.IsZero() && m.end == len(t.words) && t.oneClause(verb+1, m.start)
}

// dated reports whether the words before i are articles, or articles published: what follows is the date of publication.
func (t typed) dated(i int) bool {
	i--
	if publishing[t.at(i)] {
		for i--; passive[t.at(i)]; i-- {
		}
	}
	return publication[t.at(i)]
}

// accordingTo reports whether "according to" somebody or something named stands before word i.
func (t typed) accordingTo(i int) bool {
	for j := i - 1; j >= 2 && (t.capital(j) || t.at(j) == "the"); j-- {
		if t.at(j-1) == "to" && t.at(j-2) == "according" {
			return true
		}
	}
	return false
}

// addressed reports whether the words from i to before j name at most whom the words were said to.
func (t typed) addressed(i, j int) bool {
	for ; i < j; i++ {
		if !t.capital(i) && !audience[t.at(i)] {
			return false
		}
	}
	return true
}

// oneClause reports whether no other verb that could bear the date is among the words from i to before j.
func (t typed) oneClause(i, j int) bool {
	for ; i < j; i++ {
		if clauses[t.at(i)] || saidThen[t.at(i)] || strings.HasSuffix(t.at(i), "ed") || strings.HasSuffix(t.at(i), "ing") {
			return false
		}
	}
	return true
}
