package corpus

import (
	"errors"
	"io/fs"
	"slices"
	"testing"
)

func TestArticleWalks(t *testing.T) {
	a := articleOf("The fair opened.\n\nNew stalls\n\nForty are new.\n\nOld stalls\n\nNone is left.")
	if got, want := slices.Collect(a.Subheads()), []string{"New stalls", "Old stalls"}; !slices.Equal(got, want) {
		t.Errorf("Subheads: got %q, want %q", got, want)
	}
	for s := range a.Subheads() {
		if s != "New stalls" {
			t.Errorf("first subhead: got %q", s)
		}
		break
	}
	tests := []struct{ offset, want int }{{0, 1}, {15, 1}, {16, 0}, {18, 2}, {30, 3}, {-1, 0}, {len(a.Body), 0}}
	for _, tt := range tests {
		if got := a.ParagraphAt(tt.offset); got != tt.want {
			t.Errorf("ParagraphAt(%d): got %d, want %d", tt.offset, got, tt.want)
		}
	}
}

func TestSpan(t *testing.T) {
	const body = "\u200b a b\u00a0\n"
	s := Span{0, len(body)}.Trim(body)
	if got := s.Of(body); got != "a b" {
		t.Errorf("Trim: got %q, want %q", got, "a b")
	}
	if got := (Span{len(body) - 3, len(body)}).Trim(body); got.Len() != 0 || got.Start != len(body)-3 {
		t.Errorf("Trim of white space: got %v", got)
	}
	if !s.Contains(s) || s.Contains(Span{s.Start, s.End + 1}) {
		t.Error("Contains is wrong at the ends")
	}
	if s.Overlaps(Span{s.End, s.End + 1}) || !s.Overlaps(Span{s.End - 1, s.End}) {
		t.Error("Overlaps is wrong at the ends")
	}
}

func TestError(t *testing.T) {
	tests := []struct {
		err  *Error
		want string
	}{
		{&Error{File: "wire/1.txt", Err: fs.ErrPermission}, "wire/1.txt: permission denied"},
		{&Error{File: "wire/1.txt", Line: 3, Err: fs.ErrPermission}, "wire/1.txt:3: permission denied"},
	}
	for _, tt := range tests {
		if tt.err.Error() != tt.want || !errors.Is(tt.err, fs.ErrPermission) {
			t.Errorf("got %q, want %q and its reason", tt.err, tt.want)
		}
	}
}
