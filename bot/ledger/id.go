package ledger

import (
	"crypto/rand"
	"errors"
	"strings"
	"unicode"
)

// idLength is how many characters an ID has, of 5 bits each. Among a million receipts one ID in a million is a typing error for
// another.
const idLength = 8

// alphabet is Douglas Crockford's base 32, which leaves out letters that are mistaken for others.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// ErrID says that a text is not an ID.
var ErrID = errors.New("not the ID of a receipt, which has 8 letters and digits")

// newID draws an ID at random.
func newID() string {
	var raw [idLength]byte
	_, _ = rand.Read(raw[:]) // never fails
	for i, b := range raw {
		raw[i] = alphabet[b%32]
	}
	return string(raw[:])
}

// ParseID reads an ID as people type it, and writes it as receipts have it: small letters are capitals, O is 0, I and L
// are 1, and spaces and hyphens do not count. The error is ErrID.
func ParseID(typed string) (string, error) {
	var id strings.Builder
	for _, r := range typed {
		if unicode.In(r, unicode.White_Space, unicode.Pd, unicode.Cf) {
			continue
		}
		c := digit(r)
		if c == 0 || id.Len() == idLength {
			return "", ErrID
		}
		id.WriteByte(c)
	}
	if id.Len() < idLength {
		return "", ErrID
	}
	return id.String(), nil
}

// digit is the character of the alphabet that is meant; 0 if none is.
func digit(r rune) byte {
	switch r {
	case 'o', 'O':
		return '0'
	case 'i', 'I', 'l', 'L':
		return '1'
	}
	if r >= 'a' && r <= 'z' {
		r -= 'a' - 'A'
	}
	if r <= unicode.MaxASCII && strings.ContainsRune(alphabet, r) {
		return byte(r)
	}
	return 0
}
