package draft

import (
	"bytes"
	"path"
	"regexp"
	"strings"
)

// Format is the kind of a document.
type Format string

// The Formats.
const (
	Text         Format = "text"
	Markdown     Format = "markdown"
	HTML         Format = "html"
	Word         Format = "docx" // Office Open XML, ECMA-376
	OpenDocument Format = "odt"  // ISO/IEC 26300
)

// detect tells the kind of a document by its first bytes, else by its markup, else by its name.
func detect(name string, data []byte) (Format, error) {
	for _, m := range magics {
		if bytes.HasPrefix(data, []byte(m.prefix)) {
			return m.format, m.refusal(data)
		}
	}
	head := data[:min(len(data), headSize)]
	if text, err := decode(head); err == nil {
		head = []byte(strings.TrimSpace(text))
	}
	ext := strings.ToLower(path.Ext(name))
	switch {
	case ext == ".doc" && bytes.HasPrefix(data, []byte("\xdb\xa5")):
		return "", refuse(OldWord)
	case document.Match(head):
		return HTML, nil
	case bytes.HasPrefix(head, []byte("<?xml")):
		return "", unsupported("an XML file")
	case ext == ".md" || ext == ".markdown":
		return Markdown, nil
	case element.Match(head):
		return HTML, nil
	case len(data) <= maxMarkdown && markdown.Match(data):
		return Markdown, nil
	}
	return Text, nil
}

// headSize is how much of a document is looked at for markup that it begins with.
const headSize = 4096

var (
	// document is how HTML documents begin, after comments and the declaration of XHTML.
	document = regexp.MustCompile(`(?is)^(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b`)
	// element is how a piece of HTML begins.
	element = regexp.MustCompile(`(?i)^<(?:p|div|span|article|section|main|meta|h[1-6]|blockquote|ul|ol|table|b|i|em|strong|a|br|font)(?:\s[^<>]*)?/?>`)
	// markdown is what hardly any text has that is none: a heading, a link, bold words, a quoted line.
	markdown = regexp.MustCompile(`(?m)^#{1,6} \S|\[[^\]\n]+\]\(https?://|\*\*[^\s*][^*\n]*\*\*|^> ?\S`)
)

// magic is how a kind of file begins.
type magic struct {
	prefix  string
	format  Format
	reason  Reason
	unknown string // what it is, if it is not read
}

var magics = []magic{
	{prefix: "PK\x03\x04", format: Word}, // or another document that is an archive
	{prefix: "PK\x05\x06", reason: Empty},
	{prefix: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", reason: OldWord},
	{prefix: "%PDF-", reason: PDF},
	{prefix: "\x1f\x8b", reason: Archive}, {prefix: "7z\xbc\xaf\x27\x1c", reason: Archive}, {prefix: "Rar!\x1a\x07", reason: Archive},
	{prefix: "BZh", reason: Archive}, {prefix: "\xfd7zXZ\x00", reason: Archive}, {prefix: "\x28\xb5\x2f\xfd", reason: Archive},
	{prefix: `{\rtf`, unknown: "an RTF file"},
	{prefix: "\x89PNG", unknown: "a picture"}, {prefix: "\xff\xd8\xff", unknown: "a picture"}, {prefix: "GIF8", unknown: "a picture"},
	{prefix: "II*\x00", unknown: "a picture"}, {prefix: "MM\x00*", unknown: "a picture"},
	{prefix: "ID3", unknown: "a recording"}, {prefix: "OggS", unknown: "a recording"}, {prefix: "\x00\x00\x00\x18ftyp", unknown: "a film"},
	{prefix: "\x00\x00\x00\x20ftyp", unknown: "a film"},
	{prefix: "\x7fELF", unknown: "a program"}, {prefix: "MZ\x90", unknown: "a program"},
}

// refusal is what is said to a file of this kind; nil if it is read.
func (m *magic) refusal(data []byte) error {
	switch {
	case m.format != "":
		return nil
	case m.unknown != "":
		return unsupported(m.unknown)
	case m.reason == OldWord:
		return compoundRefusal(data)
	}
	return refuse(m.reason)
}

// compoundRefusal tells apart what comes as a compound file of the kind that Windows had before ZIP: an encrypted .docx
// has a stream of that name, in UTF-16, and other programs have their own.
func compoundRefusal(data []byte) error {
	has := func(stream string) bool {
		var wide []byte
		for _, c := range []byte(stream) {
			wide = append(wide, c, 0)
		}
		return bytes.Contains(data, wide)
	}
	switch {
	case has("EncryptedPackage"):
		return refuse(Encrypted)
	case has("WordDocument"):
		return refuse(OldWord)
	case has("Workbook"):
		return unsupported("a spreadsheet")
	case has("PowerPoint Document"):
		return unsupported("a presentation")
	case has("__properties_version1.0"):
		return unsupported("an Outlook message")
	}
	return refuse(OldWord)
}
