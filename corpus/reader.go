package corpus

import (
	"fmt"
	"io"
	"iter"
)

// MaxArticle is the most bytes that one article may have in any format; a larger one is refused.
const MaxArticle = 16 << 20

// Reader reads the articles of one format.
type Reader interface {
	// Detect reports whether a file of that name that begins with head (up to 4,096 bytes; all of the file
	// if it is shorter) is of this format.
	Detect(name string, head []byte) bool
	// Read yields the file's items in order. An error that is yielded concerns one item or one place,
	// which an *Error names, and the reading goes on if the format allows. name is the file's
	// slash-separated name relative to the folder indexed: the ID of an article that has none of its own.
	Read(name string, r io.Reader) iter.Seq2[Item, error]
}

// Item is what a Reader found: an article, or something that is none and the reason why it was left out.
type Item struct {
	Article *Article
	// Skipped is the reason in a few words ("picture", "event"); empty for an article.
	Skipped string
}

// Error is what is wrong with one place in a file.
type Error struct {
	File string
	Line int // counted from 1; 0 if the fault is not in one line
	Err  error
}

// Error writes "file:line: reason".
func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %v", e.File, e.Err)
	}
	return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err)
}

// Unwrap is the reason.
func (e *Error) Unwrap() error { return e.Err }
