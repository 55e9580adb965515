package corpus

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// File is one file of an archive.
type File struct {
	// Path is absolute.
	Path string
	// Name is slash-separated and relative to the folder that was walked; of a file named by itself, its last element.
	Name string
	// Size is in bytes.
	Size int64
}

// Walk yields the files at or under root, in lexical order of their names. Names that begin with a dot are left out.
// Symbolic links are followed, each folder once, so that a link back to a folder above ends. What cannot be
// read is yielded as an *Error, and the walk goes on. It ends when ctx does.
func Walk(ctx context.Context, root string) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		abs, err := filepath.Abs(root)
		if err != nil {
			yield(File{}, &Error{File: root, Err: err})
			return
		}
		w := walker{ctx: ctx, yield: yield, seen: make(map[string]bool)}
		w.visit(abs, "")
	}
}

type walker struct {
	ctx   context.Context
	yield func(File, error) bool
	seen  map[string]bool // folders, by their real path
}

// visit reports whether the walk goes on.
func (w *walker) visit(path, name string) bool {
	if w.ctx.Err() != nil {
		return false
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return w.fail(path, name, err)
	case info.IsDir():
		return w.folder(path, name)
	case !info.Mode().IsRegular():
		return w.fail(path, name, errors.New("not a regular file"))
	}
	if name == "" {
		name = filepath.Base(path)
	}
	return w.yield(File{Path: path, Name: name, Size: info.Size()}, nil)
}

func (w *walker) folder(path, name string) bool {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return w.fail(path, name, err)
	}
	if w.seen[real] {
		return true
	}
	w.seen[real] = true
	entries, err := os.ReadDir(path)
	if err != nil {
		return w.fail(path, name, err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		child := e.Name()
		if name != "" {
			child = name + "/" + child
		}
		if !w.visit(filepath.Join(path, e.Name()), child) {
			return false
		}
	}
	return true
}

func (w *walker) fail(path, name string, err error) bool {
	if name == "" {
		name = path
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return w.yield(File{Path: path, Name: name}, &Error{File: name, Err: err})
}

// headSize is how much of a file a Reader sees to detect its format.
const headSize = 4096

// ReadFile reads f with the first of the readers that detects its format. A file that none detects is one skipped item.
func ReadFile(f File, readers []Reader) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		file, err := os.Open(f.Path)
		if err != nil {
			yield(Item{}, openError(f, err))
			return
		}
		defer file.Close()
		head := make([]byte, headSize)
		n, err := io.ReadFull(file, head)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			yield(Item{}, openError(f, err))
			return
		}
		head = head[:n]
		i := slices.IndexFunc(readers, func(r Reader) bool { return r.Detect(f.Name, head) })
		if i < 0 {
			yield(Item{Skipped: unknownFormat(f.Name)}, nil)
			return
		}
		for item, err := range readers[i].Read(f.Name, io.MultiReader(bytes.NewReader(head), file)) {
			if !yield(item, err) {
				return
			}
		}
	}
}

func openError(f File, err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return &Error{File: f.Name, Err: err}
}

func unknownFormat(name string) string {
	if ext := filepath.Ext(name); ext != "" {
		return fmt.Sprintf("no article format (%s)", strings.ToLower(ext))
	}
	return "no article format"
}
