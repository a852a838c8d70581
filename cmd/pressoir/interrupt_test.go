//go:build !windows

// What ends the work early: Ctrl-C gives status 130 and no half file, and a
// reader who has enough is no failure.

package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// program returns a path at which the test binary is the program: testscript.Main
// goes by the name.
func program(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "pressoir")
	if err := os.Symlink(self, path); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReaderHasEnough(t *testing.T) {
	var src bytes.Buffer
	markdownTable(&src, 5000) // some hundred kB of rows: more than a pipe holds
	cmd := exec.Command(program(t), "extract", "-")
	cmd.Stdin = &src
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(stdout, make([]byte, 100)); err != nil {
		t.Fatal(err)
	}
	if err := stdout.Close(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil || stderr.Len() > 0 {
		t.Errorf("%v, %s", err, stderr.Bytes())
	}
}

func TestInterrupt(t *testing.T) {
	out := filepath.Join(t.TempDir(), "rows.csv")
	cmd := exec.Command(program(t), "extract", "-", "-o", out)
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
