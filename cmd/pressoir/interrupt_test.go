//go:build !windows

// What ends the work early: Ctrl-C gives status 130 and no half file, and a
// reader who has enough is no failure.

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
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

// A service manager signals all processes of a service. A batch finishes what is in
// hand, no document fails by it, and the next call does the rest.
func TestBatchInterrupted(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	if err := os.Mkdir(in, 0o755); err != nil {
		t.Fatal(err)
	}
	const documents = 400
	for i := range documents {
		var src bytes.Buffer
		fmt.Fprintf(&src, "Document %d\n\n", i)
		markdownTable(&src, 200)
		if err := os.WriteFile(filepath.Join(in, fmt.Sprintf("%d.md", i)), src.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(program(t), "batch", in, "-o", out)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for begun := time.Now(); ; time.Sleep(time.Millisecond) {
		if written, _ := filepath.Glob(filepath.Join(out, "*.csv")); len(written) > 0 {
			break
		}
		if time.Since(begun) > time.Minute {
			t.Fatal("nothing was written in a minute")
		}
	}
	if err := syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	err := cmd.Wait()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != statusInterrupted {
		t.Errorf("%v, want status %d", err, statusInterrupted)
	}
	if text := stderr.String(); !strings.Contains(text, " 0 failed, ") || !strings.Contains(text, " waiting; ") || !strings.Contains(text, "interrupted") {
		t.Errorf("it says: %s", text)
	}
	again := exec.Command(program(t), "batch", in, "-o", out)
	text, err := again.CombinedOutput()
	if err != nil || !strings.Contains(string(text), " 0 failed, ") {
		t.Errorf("%v, %s", err, text)
	}
	if written, _ := filepath.Glob(filepath.Join(out, "*.csv")); len(written) != documents {
		t.Errorf("%d outputs of %d documents", len(written), documents)
	}
}
