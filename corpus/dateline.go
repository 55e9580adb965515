package corpus

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Dateline reads the dateline with which a lead begins ("GROSSETO, Italy (AP) — The fair opened ..."), as the
// AP and Reuters stylebooks have it: a place, perhaps the date and the agency, then a dash. It returns the place
// as printed, without date, agency and dash ("GROSSETO, Italy"), and the number of bytes before the story's first
// sentence. A lead that opens with an agency alone, "(Reuters) - ", has an empty place and a length. A lead
// without a dateline has neither.
//
// The place is in capitals, its state or country need not be. Before a known agency, as in dpa's
// "Berlin (dpa) - ", it may be in lower case too. A dash is required: "LONDON:" could as well be a speaker in a
// transcript, so a colon counts only after an agency. What follows must begin as a sentence does.
func Dateline(lead string) (place string, length int) {
	if !mayHaveDateline(lead) {
		return "", 0
	}
	m := datelineDash.FindStringSubmatchIndex(lead[:min(len(lead), maxDateline)])
	if m == nil || strings.ContainsAny(lead[:m[0]], "\n\r") {
		return "", 0
	}
	headEnd := m[0]
	if m[2] >= 0 {
		headEnd = m[3] // the bracket that closes the agency
	}
	length = m[1]
	head, mark := cutMark(lead[:headEnd])
	if strings.Contains(lead[headEnd:length], ":") && !agencies[mark] {
		return "", 0
	}
	if second := secondMark.FindStringIndex(lead[length:]); second != nil && mark == "" {
		length += second[1]
	}
	if !beginsSentence(lead[length:]) {
		return "", 0
	}
	if head == "" && agencies[mark] {
		return "", length
	}
	if place = filedFrom(head, agencies[mark]); place == "" {
		return "", 0
	}
	return place, length
}

// mayHaveDateline spares most paragraphs the search for the dash: the first two words of a dateline have two capitals in
// a row ("McALLEN", "A CORUÑA"), or there is an agency in brackets or slashes, before a dash or a colon.
func mayHaveDateline(lead string) bool {
	head := lead[:min(len(lead), maxDateline)]
	return (capitalsInRow(head) || strings.ContainsAny(head, "([/")) && hasDash(head)
}

// hasDash reports whether there is a dash, or a hyphen or colon that is not joined to the word before it.
func hasDash(head string) bool {
	joined := false
	for _, r := range head {
		switch r {
		case '—', '―':
			return true
		case '-', '–', ':':
			if !joined {
				return true
			}
		}
		joined = wordRune(r)
	}
	return false
}

// capitalsInRow reports whether the first two words have two capitals in a row, initials included.
func capitalsInRow(head string) bool {
	before, words := false, 1
	for _, r := range head {
		if unicode.IsSpace(r) {
			words++
		}
		if words > 2 {
			return false
		}
		if r == '.' {
			continue
		}
		upper := unicode.IsUpper(r)
		if upper && before {
			return true
		}
		before = upper
	}
	return false
}

// maxDateline is the longest dateline, in bytes. "ABOARD THE USS ..., off the coast of ..., Feb. 3 (Reuters)" is
// about as long as they get.
const maxDateline = 100

// datelineDash finds the dash that ends a dateline. A hyphen or an en dash stands between spaces, unless it
// comes right after the agency's closing bracket, where a colon serves as well.
var datelineDash = regexp.MustCompile(`[\t\p{Zs}]*(?:[—―]|-{2,3})[\s\p{Zs}]*|[\t\p{Zs}]+[–-][\s\p{Zs}]+|([)\]/])[\t\p{Zs}]*(?:[–:]|\.?-{1,3})[\s\p{Zs}]*`)

// secondMark is the service that a press release names behind the first dash: "LONDON--(BUSINESS WIRE)--".
var secondMark = regexp.MustCompile(`^\([^()\n]{2,40}\)[\s\p{Zs}]*(?:[—–―]|-{1,3})[\s\p{Zs}]*`)

var agencyMark = regexp.MustCompile(`[\s\p{Zs}]*(?:[(\[]([^()\[\]]{2,40})[)\]]|/(\w[\w -]{2,30})/)$`)

// cutMark parts "LONDON, Feb 3 (Reuters)" into "LONDON, Feb 3" and "Reuters".
func cutMark(head string) (rest, mark string) {
	m := agencyMark.FindStringSubmatch(head)
	if m == nil {
		return head, ""
	}
	return strings.TrimSuffix(head, m[0]), m[1] + m[2]
}

// agencies are the marks of news agencies that stand in datelines.
var agencies = func() map[string]bool {
	set := make(map[string]bool)
	for mark := range strings.SplitSeq(`AP,AFP,Reuters,REUTERS,Thomson Reuters,dpa,DPA,UPI,EFE,ANSA,Xinhua,PTI,ANI,IANS,TASS,`+
		`PA,PA Media,CP,The Canadian Press,Kyodo,Yonhap,AAP,TNS,Bloomberg,CNN,APA,ATS,Belga,Ritzau,NTB,TT,STT,CTK,PAP,MTI,`+
		`Lusa,LUSA,Anadolu,AA,WAFA,KUNA,MENA,NAN,APP,UNB,BSS,Bernama,ANTARA,Interfax,Ukrinform,The Associated Press,`+
		`Associated Press,Agence France-Presse`, ",") {
		set[mark] = true
	}
	return set
}()

// filedFrom is the place of a dateline "PLACE[, Region][, date]", or empty if head is not one.
func filedFrom(head string, agency bool) string {
	pattern := capitalPlace
	if agency {
		pattern = anyPlace
	}
	first, _, more := strings.Cut(head, ",")
	if !pattern.MatchString(first) || !threeLetters.MatchString(first) || agencies[first] || labels[first] {
		return ""
	}
	if word, _, _ := strings.Cut(first, " "); labels[word] && !more && !agency {
		return ""
	}
	end := len(first)
	for end < len(head) {
		part, _, _ := strings.Cut(head[end+1:], ",")
		if datelineDay.MatchString(part) {
			if !datelineDays.MatchString(head[end:]) {
				return ""
			}
			break
		}
		if !region.MatchString(part) {
			return ""
		}
		end += 1 + len(part)
	}
	return head[:end]
}

// The parts of a dateline's place. Capitals may have a small prefix (McALLEN, DeKALB) and small words between
// them (FRANKFURT am MAIN). More than four words in capitals are a heading.
const (
	capitalWord = `(?:Mc|Mac|De|Di|Du|La|Le|Van|al-|d['’])?\p{Lu}[\p{Lu}\p{M}.'’-]*`
	smallWord   = `(?:de|da|do|del|della|la|le|el|al|am|an|and|of|upon|sur|der|den|the|in|near|off)`
	anyWord     = `\p{Lu}[\p{L}\p{M}.'’-]*`
	space       = `(?:[ \x{a0}]|[ \x{a0}]?/[ \x{a0}]?)`
)

var (
	capitalPlace = regexp.MustCompile(`^` + capitalWord + `(?:` + space + `(?:` + smallWord + space + `)?` + capitalWord + `){0,3}$`)
	anyPlace     = regexp.MustCompile(`^` + anyWord + `(?:` + space + `(?:` + smallWord + space + `)?` + anyWord + `){0,4}$`)
	threeLetters = regexp.MustCompile(`\p{L}{3}`) // any initials would do otherwise
	region       = regexp.MustCompile(`^[ \x{a0}](?:` + smallWord + space + `)*` + anyWord + `(?:` + space + `(?:` + smallWord + space + `){0,2}` + anyWord + `){0,4}$`)
	datelineDay  = regexp.MustCompile(`^[ \x{a0}]` + monthDay + `$`)
	datelineDays = regexp.MustCompile(`^,[ \x{a0}]` + monthDay + `(?:,[ \x{a0}]\d{4})?$`)
)

const (
	month    = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`
	monthDay = `(?:` + month + `[ \x{a0}]\d{1,2}|\d{1,2}[ \x{a0}]` + month + `)(?:[ \x{a0}]\d{4})?`
)

// labels are words in capitals that stand before a dash at the head of a story and are no places. A place that
// begins with one (LIVE OAK, Fla.) needs its region or an agency.
var labels = func() map[string]bool {
	set := make(map[string]bool)
	for _, word := range strings.Fields(`EXCLUSIVE UPDATE UPDATED BREAKING URGENT ANALYSIS OPINION COMMENT EDITORIAL WATCH VIDEO
		PHOTOS PICTURES LISTEN LOOK READ LIVE NEWS FULL EDITOR’S EDITOR'S FACTBOX EXPLAINER TIMELINE WRAPUP ROUNDUP REVIEW INTERVIEW PROFILE FEATURE
		CORRECTION CORRECTED CLARIFICATION NOTE POLL QUOTES REPORT SPECIAL ADVISORY EMBARGOED ABSTRACT SUMMARY WARNING
		NATO OPEC UNESCO UNICEF NASA CIA FBI BBC NPR ABC NBC CBS`) {
		set[word] = true
	}
	return set
}()

// beginsSentence reports whether text opens as a sentence does: a capital, a figure or a sum, within
// quotation marks or brackets or not.
func beginsSentence(text string) bool {
	text = strings.TrimLeftFunc(text, openMark)
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.IsDigit(r) || unicode.Is(unicode.Sc, r) ||
		unicode.IsLetter(r) && !unicode.IsLower(r)
}
