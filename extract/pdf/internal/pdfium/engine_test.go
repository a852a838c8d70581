// Tests of where compiled code can be kept.

package pdfium

import (
	"os"
	"path/filepath"
	"testing"
)

func TestKeeps(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for cache, want := range map[string]bool{
		"off":                        false,
		filepath.Join(file, "in"):    false, // no folder can be made there
		filepath.Join(dir, "a", "b"): true,
	} {
		if got := CanCache(cache); got != want {
			t.Errorf("CanCache(%q) = %v, want %v", cache, got, want)
		}
	}
	if left, _ := os.ReadDir(filepath.Join(dir, "a", "b")); len(left) > 0 {
		t.Errorf("CanCache left %v behind", left)
	}
}
