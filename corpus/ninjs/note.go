package ninjs

import (
	"regexp"
	"strings"
)

var (
	// forReaders is the role or the audience of a note that is printed.
	forReaders = regexp.MustCompile(`^(?:public|published|readers?|correction|corrective|clarification)$`)
	// forEditors is what no printed note says.
	forEditors = regexp.MustCompile(`(?i)\b(?:not for (?:publication|broadcast|release|use|print)|(?:do not|don[’']t) (?:publish|print|broadcast|use)|for internal use|internal(?: use)? only|attention:? editors?|note to (?:editors?|desks?)|(?:eds?|editors?|editor[’']?s|editors[’']|desks?|advisory)(?:[ -]note)?\s*[:.]|editor[’']?s[’']? note)`)
	// mends is how a note for readers begins.
	mends = regexp.MustCompile(`(?i)^\W*(?:this (?:story|article|report|item|version)(?: has been| was| is)? )?(?:corrects|corrected|corrections?|correcting|clarifies|clarified|clarifications?|updates|updated|update\s*:)\b`)
)

// note is the text of the notes that readers may see; see the package for the rule.
func note(notes []part) string {
	var kept []string
	for _, n := range notes {
		value := n.Value
		if value == "" {
			value = n.Text
		}
		value = oneLine(part{Value: value})
		if value != "" && isPublic(n, value) {
			kept = append(kept, value)
		}
	}
	return strings.Join(kept, "\n")
}

// isPublic reports whether a note may be shown. A mark that is not known counts as one for editors.
func isPublic(n part, value string) bool {
	if n.odd || forEditors.MatchString(value) || n.Public != nil && !*n.Public {
		return false
	}
	marked := n.Public != nil
	for _, mark := range []string{n.Role, n.Type, n.Visibility, n.Audience} {
		switch {
		case mark == "":
		case !forReaders.MatchString(code(mark)):
			return false
		default:
			marked = true
		}
	}
	return marked || mends.MatchString(value)
}
