//go:build unix

package index_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A file that may not be read, and one that is none, such as a pipe, are reported and hold nothing up.
func TestUnreadableFiles(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "good.txt"), story("lighthouse"))
	write(t, filepath.Join(dir, "secret.txt"), story("aquarium"))
	if err := os.Chmod(filepath.Join(dir, "secret.txt"), 0); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.txt"), 0o644); err != nil {
		t.Fatal(err)
	}
	report, failed := ingest(t, open(t, t.TempDir()), false, dir)
	want := []string{"pipe.txt: not a regular file"}
	if _, err := os.ReadFile(filepath.Join(dir, "secret.txt")); err != nil { // an administrator may read it all the same
		want = append(want, "secret.txt: permission denied")
	}
	if diff := cmp.Diff(want, failed); diff != "" || report.Added != 3-len(want) {
		t.Errorf("%d added, failures (-want +got):\n%s", report.Added, diff)
	}
}
