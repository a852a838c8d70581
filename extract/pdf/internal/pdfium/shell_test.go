// Tests of quick starts.

package pdfium

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/pressoir/pressoir/extract/pdf/internal/pdfium/wasm"
	"github.com/pressoir/pressoir/internal/pdftest"
)

// TestStartFromShell starts from what an earlier start kept, and from code that
// is none of PDFium's.
func TestStartFromShell(t *testing.T) {
	ctx := context.Background()
	shell := wasm.Shell()
	// A shell that wazero itself compiled: each function traps.
	dir := t.TempDir()
	if _, err := compile(ctx, dir, shell); err != nil {
		t.Fatal(err)
	}
	if e, err := start(ctx, dir, shell); err == nil {
		e.Close()
		t.Fatal("started from functions that trap")
	}
	for _, want := range []int{1, 0} { // the first start mends it, the second finds it
		told := 0
		e, err := New(ctx, Config{CacheDir: dir, Preparing: func() { told++ }})
		if err != nil {
			t.Fatal(err)
		}
		d, err := e.Open(pdftest.Pages("BT /F1 12 Tf 20 50 Td (Metz) Tj ET"), "")
		if err != nil {
			t.Fatal(err)
		}
		p, err := d.Page(1)
		if err != nil || len(p.Glyphs) != 4 {
			t.Errorf("%v, %v", p, err)
		}
		d.Close()
		e.Close()
		if told != want {
			t.Errorf("said %d times that it prepares, want %d", told, want)
		}
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*", "*")); len(files) != 1 {
		t.Errorf("kept %v, want one file", files)
	}
	// A file cut short is mended as well.
	files, _ := filepath.Glob(filepath.Join(dir, "wazero-*", "*"))
	if err := os.Truncate(files[0], 1<<20); err != nil {
		t.Fatal(err)
	}
	if e, err := start(ctx, dir, shell); err == nil {
		e.Close()
		t.Error("started from half of the code")
	}
}

func TestUnfinishedCodeIsCleared(t *testing.T) {
	dir := t.TempDir()
	for name, age := range map[string]time.Duration{"new-1": 2 * time.Hour, "new-2": time.Minute, "wazero-1": 2 * time.Hour} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Join(path, "whole"), 0o700); err != nil {
			t.Fatal(err)
		}
		then := time.Now().Add(-age)
		if err := os.Chtimes(path, then, then); err != nil {
			t.Fatal(err)
		}
	}
	clearUnfinished(dir)
	left, _ := filepath.Glob(filepath.Join(dir, "*"))
	for i := range left {
		left[i] = filepath.Base(left[i])
	}
	if want := []string{"new-2", "wazero-1"}; !slices.Equal(left, want) {
		t.Errorf("left %v, want %v", left, want)
	}
}

// BenchmarkStart starts PDFium from kept code.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		e, err := New(context.Background(), Config{})
		if err != nil {
			b.Fatal(err)
		}
		e.Close()
	}
}
