package draft

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"
)

// The bounds of a document that is a ZIP archive. A book of 200,000 words unpacks to some 20 MB; pictures are never
// unpacked, and count by what the archive says of them.
const (
	maxEntries  = 5_000
	maxUnpacked = 24 << 20  // of all that is read
	maxDeclared = 512 << 20 // of all entries
)

// parcel is a document that is a ZIP archive.
type parcel struct {
	files map[string]*zip.File
	names []string // in the order of the archive
	left  int64    // bytes that may still be unpacked
}

// openParcel opens the archive, or refuses it by what it lists.
func openParcel(data []byte) (*parcel, error) {
	// Each entry of the list begins so. Counting is cheaper than reading a list of millions.
	if bytes.Count(data, []byte("PK\x01\x02")) > maxEntries {
		return nil, refuse(Bomb)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, refuse(Damaged)
	}
	p := &parcel{files: make(map[string]*zip.File, len(z.File)), left: maxUnpacked}
	var declared uint64
	for _, f := range z.File {
		if declared += f.UncompressedSize64; declared > maxDeclared || f.UncompressedSize64 > maxDeclared {
			return nil, refuse(Bomb)
		}
		if _, twice := p.files[f.Name]; twice {
			return nil, refuse(Damaged) // two readers would read two texts
		}
		p.files[f.Name] = f
		p.names = append(p.names, f.Name)
	}
	return p, nil
}

// check refuses what no document has: macros, archives, locked entries.
func (p *parcel) check() error {
	for _, name := range p.names {
		switch {
		case p.files[name].Flags&1 != 0:
			return refuse(Encrypted)
		case path.Base(name) == "vbaProject.bin", strings.HasPrefix(name, "Basic/"), strings.HasPrefix(name, "Scripts/"):
			return refuse(Macros)
		case archiveNames[strings.ToLower(path.Ext(name))]:
			return refuse(Nested)
		}
	}
	return nil
}

var archiveNames = set(`.zip .7z .rar .gz .tgz .tar .bz2 .xz .jar .cab .docx .docm .odt`)

func (p *parcel) has(name string) bool { return p.files[name] != nil }

// open unpacks an entry as it is read. A reading past what may be unpacked, or past what the entry is said to hold, fails.
func (p *parcel) open(name string) (io.ReadCloser, error) {
	f := p.files[name]
	if f == nil {
		return nil, refuse(Damaged)
	}
	r, err := f.Open()
	if err != nil {
		return nil, refuse(Damaged)
	}
	return &bounded{r, &p.left}, nil
}

// bounded counts what it reads.
type bounded struct {
	io.ReadCloser
	left *int64
}

func (b *bounded) Read(buf []byte) (int, error) {
	if *b.left <= 0 {
		return 0, refuse(Bomb)
	}
	n, err := b.ReadCloser.Read(buf[:min(int64(len(buf)), *b.left)])
	*b.left -= int64(n)
	if err != nil && !errors.Is(err, io.EOF) {
		err = refuse(Damaged)
	}
	return n, err
}
