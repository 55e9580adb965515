// Package corpustest finds, for tests, the development data that lies beside a checkout.
package corpustest

import (
	"os"
	"path/filepath"
	"testing"
)

// Shared is the path of a file or folder of the development data: of the folder that COPYDESK_SHARED names,
// or of "shared" beside the checkout. The test is skipped where it is absent.
func Shared(t testing.TB, elem ...string) string {
	t.Helper()
	root := os.Getenv("COPYDESK_SHARED")
	if root == "" {
		root = filepath.Join(moduleRoot(t), "..", "shared")
	}
	path := filepath.Join(append([]string{root}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no development data: %v", err)
	}
	return path
}

func moduleRoot(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("the test runs outside the module")
		}
		dir = up
	}
}
