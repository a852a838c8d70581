//go:build !windows

package main

// Ctrl-C: status 130, and no half file.

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

func TestInterrupt(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	// testscript.Main runs the program if the test binary is called by its name.
	program := filepath.Join(t.TempDir(), "pressoir")
	if err := os.Symlink(self, program); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "rows.csv")
	cmd := exec.Command(program, "extract", "-", "-o", out)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// More than a pipe holds: when it is written, the program is reading.
	if _, err := stdin.Write(make([]byte, 256<<10)); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	err = cmd.Wait()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != statusInterrupted {
		t.Errorf("%v, want status %d", err, statusInterrupted)
	}
	files, err := os.ReadDir(filepath.Dir(out))
	if err != nil || len(files) > 0 {
		t.Errorf("%v left behind, %v", files, err)
	}
}
