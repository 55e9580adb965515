package quote

// numbering gives numbers to texts, from 1 on. It is a hash table of its own, since most of the time of tokenizing goes
// into looking words up, and a map takes a third longer.
type numbering struct {
	list  []string // the text of each number; that of 0 is empty
	slots []uint16 // each number, as near behind the slot of its text's hash as there is room; 0 where a slot is free
}

// unnumbered is the number of what has none.
const unnumbered = 1<<16 - 1

func newNumbering(texts ...string) *numbering {
	n := &numbering{list: []string{""}}
	n.grow()
	for _, text := range texts {
		n.add(text)
	}
	return n
}

// add is the number of a text, a new one if it has none.
func (n *numbering) add(text string) uint16 {
	slot := n.slot([]byte(text))
	if *slot > 0 {
		return *slot
	}
	id := uint16(len(n.list))
	*slot, n.list = id, append(n.list, text)
	if len(n.list) > len(n.slots)/4 {
		n.grow()
	}
	return id
}

// of is the number of a text; unnumbered if it has none.
func (n *numbering) of(text []byte) uint16 {
	if id := *n.slot(text); id > 0 {
		return id
	}
	return unnumbered
}

// slot is where the number of a text stands, or would.
func (n *numbering) slot(text []byte) *uint16 {
	hash := uint32(0)
	for _, c := range text {
		hash = (hash ^ uint32(c)) * 0x9e3779b1
	}
	mask := len(n.slots) - 1
	i := int(hash>>16) & mask // every character has its part in the upper bits
	for n.slots[i] > 0 && n.list[n.slots[i]] != string(text) {
		i = (i + 1) & mask
	}
	return &n.slots[i]
}

// grow doubles the slots, of which there is a power of two.
func (n *numbering) grow() {
	n.slots = make([]uint16, max(64, 2*len(n.slots)))
	for id, text := range n.list[1:] {
		*n.slot([]byte(text)) = uint16(id + 1)
	}
}
