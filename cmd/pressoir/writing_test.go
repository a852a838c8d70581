// Where output goes: names of files, whole files, order, deadlines, sizes.

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestWriteWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rows.csv")
	failed := errors.New("disk full")
	err := writeWhole(path, func(w io.Writer) error {
		fmt.Fprint(w, "half")
		return failed
	})
	if !errors.Is(err, failed) {
		t.Errorf("%v, want the error of the writer", err)
	}
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) > 0 {
		t.Errorf("%v left behind", files)
	}
	if err := writeWhole(path, func(w io.Writer) error { fmt.Fprint(w, "whole"); return nil }); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "whole" {
		t.Errorf("%q, %v", data, err)
	}
	// The longest name that a folder takes, and a file that is replaced keeps its permissions.
	path = filepath.Join(filepath.Dir(path), strings.Repeat("n", 255))
	for range 2 {
		if err := writeWhole(path, func(w io.Writer) error { fmt.Fprint(w, "whole"); return nil }); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm()&0o111 != 0 {
			t.Error(info, err)
		}
	}
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := writeWhole(path, func(io.Writer) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Error(info, err)
	}
}

func TestInOrder(t *testing.T) {
	var names []string
	for i := range 50 {
		names = append(names, fmt.Sprint(i))
	}
	var running, most atomic.Int32
	var got []string
	alike := func(string) int64 { return 1 }
	err := inOrder(context.Background(), names, 4, alike,
		func(name string) string {
			n := running.Add(1)
			for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
			}
			time.Sleep(time.Duration(len(name)%3) * time.Millisecond)
			running.Add(-1)
			return name
		},
		func(name, v string) error {
			if name != v {
				t.Errorf("outcome of %s given to %s", v, name)
			}
			got = append(got, v)
			return nil
		})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(names, got); diff != "" {
		t.Error(diff)
	}
	if most.Load() > 4 {
		t.Errorf("%d at a time, want 4 at most", most.Load())
	}

	stop := errors.New("stop")
	calls := 0
	err = inOrder(context.Background(), names, 2, alike, func(string) int { return 0 }, func(string, int) error {
		calls++
		return stop
	})
	if !errors.Is(err, stop) || calls != 1 {
		t.Errorf("%v after %d outcomes, want the error of the first", err, calls)
	}
}

func TestLargestFirst(t *testing.T) {
	begun := func(sizes ...int64) []int {
		names := make([]string, len(sizes))
		for i := range names {
			names[i] = fmt.Sprint(i)
		}
		at := func(name string) int { i, _ := strconv.Atoi(name); return i }
		var order []int
		work := func(name string) int { order = append(order, at(name)); return 0 }
		size := func(name string) int64 { return sizes[at(name)] }
		if err := inOrder(context.Background(), names, 1, size, work, func(string, int) error { return nil }); err != nil {
			t.Fatal(err)
		}
		return order
	}
	if got := begun(10, 30, 0, 20); !slices.Equal(got, []int{1, 3, 0, 2}) {
		t.Errorf("begun in the order %v", got)
	}
	// No more large ones wait for the first than memory has room for.
	const large = aheadBytes / 2
	if got := begun(1, large, large, large, large)[:3]; !slices.Equal(got, []int{1, 0, 2}) {
		t.Errorf("large ones begun in the order %v", got)
	}
}

func TestGuarded(t *testing.T) {
	ctx := context.Background()
	if v, err := guarded(ctx, "a.md", time.Minute, func() (int, error) { return 7, nil }); v != 7 || err != nil {
		t.Errorf("%d, %v", v, err)
	}
	if _, err := guarded(ctx, "a.md", time.Minute, func() (int, error) { panic("index out of range") }); err == nil {
		t.Error("a panic was no error")
	}
	block := make(chan struct{})
	defer close(block)
	work := func() (int, error) { <-block; return 0, nil }
	if _, err := guarded(ctx, "a.md", time.Millisecond, work); err == nil {
		t.Error("no error at the deadline")
	}
	done, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := guarded(done, "a.md", 0, work); !errors.Is(err, context.Canceled) {
		t.Errorf("%v at the interrupt", err)
	}
}

func TestSizeFlag(t *testing.T) {
	for text, want := range map[string]int64{"1": 1, "64kB": 64 << 10, "512MB": 512 << 20, "2 GB": 2 << 30, "3g": 3 << 30} {
		var s sizeFlag
		if err := s.Set(text); err != nil || int64(s) != want {
			t.Errorf("%s: %d, %v", text, s, err)
		}
	}
	for _, text := range []string{"", "0", "-1", "MB", "1TB", "9999999999GB"} {
		var s sizeFlag
		if err := s.Set(text); err == nil {
			t.Errorf("%q taken as %d", text, s)
		}
	}
}
