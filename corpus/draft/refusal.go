package draft

import "fmt"

// Refusal is why a document is not read. It holds nothing of the document.
type Refusal struct {
	Reason Reason
	// Kind is what an Unsupported document is ("a spreadsheet"); empty otherwise.
	Kind string
}

// Reason is the ground of a Refusal.
type Reason string

// The Reasons.
const (
	Empty       Reason = "empty"       // no text
	TooLarge    Reason = "too large"   // more than MaxFile
	TooLong     Reason = "too long"    // more text than MaxText
	Bomb        Reason = "bomb"        // it unpacks to far more than it holds
	Archive     Reason = "archive"     // an archive of files
	Nested      Reason = "nested"      // a document that has an archive in it
	Encrypted   Reason = "encrypted"   // locked with a password
	Macros      Reason = "macros"      // a document with programs in it
	OldWord     Reason = "old word"    // Word before 2007
	PDF         Reason = "pdf"         // a printed page
	Unsupported Reason = "unsupported" // another kind of file, see Kind
	Entities    Reason = "entities"    // XML that declares entities of its own
	Damaged     Reason = "damaged"     // broken off, or not what it says it is
	NoText      Reason = "binary"      // no text, and nothing known
)

// Error is for a log: "draft: pdf".
func (r *Refusal) Error() string {
	if r.Kind != "" {
		return "draft: " + string(r.Reason) + ": " + r.Kind
	}
	return "draft: " + string(r.Reason)
}

// Sentence says to the sender what is wrong and what to do.
func (r *Refusal) Sentence() string {
	if r.Reason == Unsupported {
		return "This is " + r.Kind + ", which is not read: send a .docx, .odt, .html, .md or .txt file, or paste the text."
	}
	return sentences[r.Reason]
}

var sentences = map[Reason]string{
	Empty:     "There is no text in this draft: send one that has the words to be checked, not a picture of them.",
	TooLarge:  fmt.Sprintf("The file is larger than %d MB: send it without its pictures, or paste the text.", MaxFile>>20),
	TooLong:   "The draft has more text than a thick book: send the part that is to be checked.",
	Bomb:      "The file unpacks to far more than a document holds, as hostile ones do: copy its text into a new document and send that.",
	Archive:   "This is an archive of files: unpack it and send the document itself.",
	Nested:    "The document has an archive inside, which is not opened: copy its text into a new document and send that.",
	Encrypted: "The document is locked with a password: save a copy without one and send that.",
	Macros:    "The document has macros, which are not let in: save it as .docx or .odt without them and send that.",
	OldWord:   "This is a Word document of the old kind (.doc): save it as .docx and send that.",
	PDF:       "This is a PDF, whose words cannot be relied on to be in order: send the document that it was made from, or paste the text.",
	Entities:  "The document declares XML entities of its own, as hostile ones do: copy its text into a new document and send that.",
	Damaged:   "The document is damaged: open it, save it anew and send that, or paste the text.",
	NoText:    "This file holds no text: send a .docx, .odt, .html, .md or .txt file, or paste the text.",
}

func refuse(r Reason) error { return &Refusal{Reason: r} }

func unsupported(kind string) error { return &Refusal{Unsupported, kind} }
