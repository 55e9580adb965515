package ledger

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"errors"
	"sync"
)

// A flate.Writer is more than half a megabyte: they are used again.
var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		panic(err) // only a level that is none is refused
	}
	return w
}}

// compress writes v as JSON, in the DEFLATE format of RFC 1951: most of a receipt is prose.
func compress(v any) ([]byte, error) {
	var out bytes.Buffer
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(&out)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if err := errors.Join(e.Encode(v), w.Close()); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func decompress(data []byte, v any) error {
	r := flate.NewReader(bytes.NewReader(data))
	return errors.Join(json.NewDecoder(r).Decode(v), r.Close())
}
