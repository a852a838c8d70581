//go:build linux

// What a batch survives: kill -9 at any moment, a full disk, a folder that cannot be
// written. The outputs afterwards are those of an undisturbed run.

package batch

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// phases are runs after each other: the second has other outputs to make and to remove,
// and finds documents changed, new, renamed and gone.
var phases = []struct {
	formats string
	before  func(t *testing.T, in string)
}{
	{"csv,json", func(t *testing.T, in string) { documents(t, in, 400) }},
	{"json", func(t *testing.T, in string) {
		for i := range 400 {
			name := filepath.Join(in, fmt.Sprintf("%d/release-%03d.md", i%7, i))
			switch {
			case i%11 == 0:
				_ = os.Remove(name) // where it is a .md
			case i%11 == 1:
				if _, err := os.Stat(name); err == nil {
					write(t, name, fmt.Sprintf("# Autres lieux\n\n| Commune | Nom |\n|---|---|\n| Albi | Autre %d |\n", i))
				}
			case i%11 == 2:
				_ = os.Rename(name, strings.Replace(name, "release", "renamed", 1))
			}
		}
	}},
}

func TestSlowKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("make test-long")
	}
	killed(t, func(formats string) string { return formats })
}

// The same of a data set that is made of all documents.
func TestSlowKilledMerging(t *testing.T) {
	if testing.Short() {
		t.Skip("make test-long")
	}
	killed(t, func(string) string { return merging })
}

func killed(t *testing.T, formatsOf func(string) string) {
	whole, dir := t.TempDir(), t.TempDir()
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	for _, p := range phases {
		p.formats = formatsOf(p.formats)
		for _, d := range []string{whole, dir} {
			p.before(t, filepath.Join(d, "in"))
		}
		undisturbed(t, whole, p.formats)
		kills := 0
		for longest := 150; ; longest = longest * 11 / 10 { // ms; slow machines get on, too
			cmd := process(dir, p.formats)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			done := make(chan error, 1)
			go func() { done <- cmd.Wait() }()
			select {
			case err := <-done:
				if err != nil {
					t.Fatalf("after %d kills: %v: %s", kills, err, cmd.Stderr)
				}
			case <-time.After(time.Duration(20+random.IntN(longest)) * time.Millisecond):
				_ = cmd.Process.Kill()
				<-done
				kills++
				continue
			}
			break
		}
		t.Logf("%s: killed %d times", p.formats, kills)
		if kills < 5 {
			t.Errorf("only %d kills: too few documents", kills)
		}
		sameTree(t, tree(t, filepath.Join(whole, "out")), tree(t, filepath.Join(dir, "out")))
		if left, err := os.ReadDir(filepath.Join(dir, "out", stateFolder, "tmp")); err != nil || len(left) > 0 {
			t.Errorf("%d temporary files are left, %v", len(left), err)
		}
	}
}

// process is a run in a process of its own, over the folders in and out of dir.
func process(dir, formats string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), runEnv+"="+dir, formatsEnv+"="+formats)
	cmd.Dir = dir
	cmd.Stderr = &strings.Builder{}
	return cmd
}

func undisturbed(t *testing.T, dir, formats string) {
	t.Helper()
	cmd := process(dir, formats)
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %s", err, cmd.Stderr)
	}
}

// mount mounts a file system in memory, or skips the test.
func mount(t *testing.T, dir, options string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		t.Skipf("a file system of a size of its own needs root: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
}

func remount(t *testing.T, dir string, flags uintptr, options string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|flags, options); err != nil {
		t.Fatal(err)
	}
}

// A full disk ends the run with a sentence, and is no document's failure; with more room
// the next run does the rest.
func TestSlowFullDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("make test-long")
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	documents(t, in, 200)
	mustRun(t, config(in, filepath.Join(dir, "whole")))
	// Room for the ledger alone, then for some of the outputs.
	mount(t, out, "size=300k")
	for _, size := range []string{"300k", "700k", "1200k"} {
		remount(t, out, 0, "size="+size)
		if _, err := Run(context.Background(), config(in, out)); err == nil || !strings.Contains(strings.ToLower(err.Error()), "no space") && !strings.Contains(err.Error(), "full") {
			t.Errorf("%v with %s", err, size)
		}
	}
	remount(t, out, 0, "size=64m")
	if tally := mustRun(t, config(in, out)); tally.Failed+tally.FailedBefore != 4 {
		t.Errorf("%+v", tally)
	}
	sameTree(t, tree(t, filepath.Join(dir, "whole")), tree(t, out))
}

func TestSlowReadOnly(t *testing.T) {
	if testing.Short() {
		t.Skip("make test-long")
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	documents(t, in, 20)
	mount(t, out, "size=64m")
	remount(t, out, syscall.MS_RDONLY, "size=64m")
	refused := func() {
		t.Helper()
		if _, err := Run(context.Background(), config(in, out)); err == nil || !strings.Contains(err.Error(), "read-only file system") {
			t.Errorf("%v", err)
		}
	}
	refused()
	remount(t, out, 0, "size=64m")
	mustRun(t, config(in, out))
	once := tree(t, out)
	remount(t, out, syscall.MS_RDONLY, "size=64m")
	write(t, filepath.Join(in, "new.md"), "| Commune |\n|---|\n| Albi |\n")
	refused()
	sameTree(t, once, tree(t, out))
	if s, err := StatusOf(out, "v1", nil); err != nil || s.Failed != 0 || s.Documents != 20 {
		t.Errorf("%+v, %v of a folder that is only read", s, err)
	}
}
