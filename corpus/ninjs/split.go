package ninjs

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"copydesk/corpus"
)

// maxDepth is how deeply an item's objects and lists may be nested. Real items have less than twenty levels.
const maxDepth = 500

var (
	errEmpty    = errors.New("empty file")
	errNoObject = errors.New("not a JSON object")
	errMidItem  = errors.New("the file ends in mid-item")
	errMidList  = errors.New("the file ends in mid-list")
	errMidLine  = errors.New("the line ends in mid-item")
	errTooDeep  = fmt.Errorf("the item is nested deeper than %d levels", maxDepth)
	errTooLarge = fmt.Errorf("the item is larger than %d MiB", corpus.MaxArticle>>20)
)

// chunk is the text of one item, not yet parsed.
type chunk struct {
	text []byte // until the next call
	line int    // of its first byte, or of the fault
	last bool   // if the chunk is broken, nothing after it can be trusted
}

// splitter cuts a file into the texts of its items by their brackets, without holding more than one.
type splitter struct {
	in   *bufio.Reader
	buf  []byte
	line int  // of the next byte
	any  bool // something other than white space was read
	list bool // the next byte is within a list of items
	// lines says that every line is an item, so that a bad one ends with its line.
	lines bool
}

func newSplitter(name string, r io.Reader) *splitter {
	ext := strings.ToLower(path.Ext(name))
	return &splitter{in: bufio.NewReaderSize(r, 64<<10), line: 1, lines: ext == ".jsonl" || ext == ".ndjson"}
}

// next is the next item's text. It ends with io.EOF.
func (s *splitter) next() (chunk, error) {
	first, err := s.skip()
	c := chunk{line: s.line, last: err != nil || s.list || !s.lines}
	if err != nil {
		return c, err
	}
	if first != '{' {
		if !c.last {
			if err := s.dropLine(); err != nil {
				c.last = true
				return c, err
			}
		}
		return c, errNoObject
	}
	if c.text, err = s.object(); err != nil {
		c.last = err != errMidLine && err != errTooDeep && err != errTooLarge
		return c, err
	}
	if !s.list && s.line == c.line && s.atLineEnd() {
		s.lines = true
	}
	c.last = s.list || !s.lines
	return c, nil
}

// skip passes over what stands between items and returns the byte after it. It enters and leaves lists.
func (s *splitter) skip() (byte, error) {
	for {
		b, err := s.in.ReadByte()
		switch {
		case err == io.EOF && s.list:
			s.list = false
			return 0, errMidList
		case err == io.EOF && !s.any:
			s.any = true
			return 0, errEmpty
		case err != nil:
			return 0, err
		}
		switch {
		case b == '\n':
			s.line++
		case b == ' ' || b == '\t' || b == '\r' || b == ',' || b == 0x1e:
		case b == '[' && !s.list, b == ']' && s.list:
			s.list, s.any = !s.list, true
		default:
			s.any = true
			return b, nil
		}
	}
}

// object reads an object to its closing bracket, the opening one being read. One that is refused for its
// size or depth is read to its end too, so that the next item can follow.
func (s *splitter) object() ([]byte, error) {
	s.buf = append(s.buf[:0], '{')
	depth, quoted, escaped := 1, false, false
	var refused error
	for depth > 0 {
		b, err := s.in.ReadByte()
		if err != nil {
			return nil, s.endInside(refused, err)
		}
		if len(s.buf) == corpus.MaxArticle {
			refused = errTooLarge
		}
		if refused == nil {
			s.buf = append(s.buf, b)
		}
		switch {
		case b == '\n':
			s.line++
			if s.lines && !s.list && s.beginsItem() {
				return nil, errMidLine
			}
			escaped = false
		case escaped:
			escaped = false
		case b == '\\':
			escaped = quoted
		case b == '"':
			quoted = !quoted
		case quoted:
		case b == '{', b == '[':
			if depth++; depth > maxDepth && refused == nil {
				refused = errTooDeep
			}
		case b == '}', b == ']':
			depth--
		}
	}
	return s.buf, refused
}

// endInside is the fault of an object that the file does not close.
func (s *splitter) endInside(refused, err error) error {
	switch {
	case err != io.EOF:
		return err
	case refused != nil:
		return refused
	default:
		return errMidItem
	}
}

// beginsItem reports whether the next byte opens an object. An item's inner lines are not written like that
// in files that have one item a line.
func (s *splitter) beginsItem() bool {
	b, err := s.in.Peek(1)
	return err == nil && b[0] == '{'
}

func (s *splitter) atLineEnd() bool {
	b, _ := s.in.Peek(2)
	return bytes.HasPrefix(b, []byte("\n")) || bytes.HasPrefix(b, []byte("\r\n"))
}

// dropLine passes over the rest of the line.
func (s *splitter) dropLine() error {
	for {
		b, err := s.in.ReadByte()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if b == '\n' {
			s.line++
			return nil
		}
	}
}
