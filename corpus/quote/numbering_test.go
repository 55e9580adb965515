package quote

import (
	"fmt"
	"testing"
)

func TestNumbering(t *testing.T) {
	const size = 5000
	n := newNumbering()
	for range 2 { // the second time they have their numbers
		for i := 1; i <= size; i++ {
			if got := n.add(fmt.Sprint(i)); int(got) != i {
				t.Fatalf("add: got %d, want %d", got, i)
			}
		}
	}
	for i := 1; i <= 2*size; i++ {
		want := i
		if i > size {
			want = unnumbered
		}
		if got := n.of(fmt.Append(nil, i)); int(got) != want {
			t.Fatalf("of: got %d, want %d", got, want)
		}
	}
}
