package draft

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode turns a text into UTF-8: by its byte order mark; as UTF-8 if it is that, whatever it declares; by what it
// declares; as damaged UTF-8; and else as Windows-1252. What then holds control characters is no text.
func decode(data []byte) (string, error) {
	text := string(data)
	if e := encodingOf(data); e != nil {
		decoded, err := e.NewDecoder().Bytes(data)
		if err != nil {
			return "", refuse(Damaged)
		}
		text = string(decoded)
	}
	text = strings.TrimPrefix(strings.ToValidUTF8(text, "\ufffd"), "\ufeff")
	if binary(text) {
		return "", refuse(NoText)
	}
	return text, nil
}

// encodingOf is nil for UTF-8.
func encodingOf(data []byte) encoding.Encoding {
	switch good, bad := countUTF8(data); {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case bytes.IndexByte(data, 0) >= 0:
		return wide(data)
	case bad == 0:
		return nil
	default:
		declared, name, _ := charset.DetermineEncoding(data, "")
		switch {
		case name != "utf-8" && name != "windows-1252" && name != "replacement":
			return declared
		case good >= bad:
			return nil
		}
		return charmap.Windows1252
	}
}

// wide is UTF-16 without a mark if every other byte of nearly all characters is zero, as in Latin letters.
func wide(data []byte) encoding.Encoding {
	var zeros [2]int
	for i, b := range data {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(data) / 2
	switch {
	case zeros[1]*10 > half*8 && zeros[0]*20 < half:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0]*10 > half*8 && zeros[1]*20 < half:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// countUTF8 counts the characters beyond ASCII, and the bytes that are part of none.
func countUTF8(data []byte) (good, bad int) {
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
	return good, bad
}

// binary reports text that has a NUL, or control and replacement characters beyond one in fifty.
func binary(text string) bool {
	controls, runes := 0, 0
	for _, r := range text {
		runes++
		switch {
		case r == 0:
			return true
		case r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\v' || r == '\u0085':
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == utf8.RuneError:
			controls++
		}
	}
	return controls*50 > runes
}
