package wiretext

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

var errBinary = errors.New("a binary file, not text")

// decode turns a file, or the head of one, into UTF-8: by its byte order mark, by the pattern of zero bytes that
// UTF-16 has, as UTF-8 if it is that, and else as Windows-1252, in which every byte is something. What then holds
// control characters is no text.
func decode(data []byte) (string, error) {
	for _, m := range magics {
		if bytes.HasPrefix(data, []byte(m.prefix)) {
			return "", fmt.Errorf("a %s file, not text", m.name)
		}
	}
	text := string(data)
	if e := charset(data); e != nil {
		decoded, err := e.NewDecoder().Bytes(data)
		if err != nil {
			return "", err
		}
		text = string(decoded)
	}
	text = strings.TrimPrefix(strings.ToValidUTF8(text, "\ufffd"), "\ufeff")
	if binary(text) {
		return "", errBinary
	}
	return text, nil
}

// magics are the first bytes of files that are found under the wrong name.
var magics = []struct{ prefix, name string }{
	{"%PDF-", "PDF"}, {"PK\x03\x04", "ZIP or Word"}, {"\xd0\xcf\x11\xe0", "Word"}, {`{\rtf`, "RTF"}, {"\x1f\x8b", "gzip"},
	{"\x89PNG", "PNG"}, {"\xff\xd8\xff", "JPEG"}, {"GIF8", "GIF"}, {"RIFF", "RIFF"}, {"ID3", "MP3"}, {"\x7fELF", "program"},
}

// charset is the encoding of data; nil means UTF-8.
func charset(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return nil
	}
	even, odd := zeros(data)
	switch half := len(data) / 2; {
	case odd*10 > half*4 && even*20 < half:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case even*10 > half*4 && odd*20 < half:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case damagedUTF8(data):
		return nil
	}
	return charmap.Windows1252
}

// zeros counts the zero bytes at even and at odd offsets: the high halves of Latin letters in UTF-16.
func zeros(data []byte) (even, odd int) {
	for i, b := range data {
		switch {
		case b != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	return even, odd
}

// damagedUTF8 reports UTF-8, with no more bad bytes than it has good characters beyond ASCII: a file that was cut
// within a character, or patched. Windows-1252 has hardly ever two bytes in a row that make one.
func damagedUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	good, bad := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		data = data[size:]
	}
	return good >= bad
}

// binary reports text that has a NUL, or control and replacement characters beyond one in fifty: more than stray
// ones from an old editing system.
func binary(text string) bool {
	controls, runes := 0, 0
	for _, r := range text {
		runes++
		switch {
		case r == 0:
			return true
		case r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\v' || r == '\u0085' || r == '\u001a':
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == utf8.RuneError:
			controls++
		}
	}
	return controls*50 > runes
}
