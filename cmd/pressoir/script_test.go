// Commands for the scripts: exit statuses, and files too large to write down.

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// status runs a command and holds its exit status: status 3 pressoir extract a.md missing.md
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// makeFile writes a file of some size: make line FILE N (N bytes on one line),
// make rows FILE N (a Markdown table), make nested FILE N (tags), make junk FILE N.
func makeFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: make line|rows|nested|junk FILE N")
	}
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	var b bytes.Buffer
	switch args[0] {
	case "line":
		b.WriteString(strings.Repeat("mot ", n/4))
	case "rows":
		markdownTable(&b, n)
	case "nested":
		b.WriteString("<html><body>" + strings.Repeat("<div><table><tr><td>", n) + "fin")
	case "junk":
		x := uint32(1)
		for range n {
			x = x*1664525 + 1013904223 // the same junk each time
			b.WriteByte(byte(x >> 24))
		}
	default:
		ts.Fatalf("make %s: no such thing", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b.Bytes(), 0o644))
}
