//go:build unix

// The command is tried on a module of its own under testdata/tiny, where some
// rules are held by a test, by an importer's test or by the score, and some by
// nothing.

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

const tiny = "testdata/tiny"

func ablate(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	if err := run(t.Context(), tiny, append([]string{"-pkg", ".", "-golden", ""}, args...), &out); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	return out.String()
}

func TestList(t *testing.T) {
	got := strings.Split(strings.TrimSpace(ablate(t, "-list")), "\n")
	for i, line := range got {
		_, got[i], _ = strings.Cut(line, " ")
	}
	want := []string{
		"widest 10 -> 12", "widest 10 -> 8", "spare 0.5 -> 0.6", "spare 0.5 -> 0.4",
		"ratio 2 -> 2.4", "ratio 2 -> 1.6", "scored 7 -> 8", "scored 7 -> 6",
		"Wide returns false", "Wide returns true", "Used returns false", "Used returns true",
		"Idle returns false", "Idle returns true", "Endless finds nothing", "changes",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	deep := ablate(t, "-list", "-deep", "-only", "Idle|Endless")
	for _, want := range []string{"Idle drop `n/ratio > spare`", "Idle drop `len(buf) == 0`", "Endless never `n&known != 0`"} {
		if !strings.Contains(deep, want) {
			t.Errorf("-deep lists no %q:\n%s", want, deep)
		}
	}
}

func TestAblate(t *testing.T) {
	file := filepath.Join(t.TempDir(), "outcomes.tsv")
	before, err := os.ReadFile(filepath.Join(tiny, "tiny.go"))
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"-results", file, "-score", "go run ./score"}
	got := ablate(t, append(args, "-only", "widest.*12|spare.*0.6|scored.*8|Used.*true")...)
	for _, want := range []string{
		"widest 10 -> 12: held by .,", "Used returns true: held by example.org/tiny/user,", "scored 7 -> 8: held by score,",
		"Changed nothing:\n  tiny.go:14  spare  0.5 -> 0.6\n\n4 changes, 1 changed nothing\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in:\n%s", want, got)
		}
	}
	if got := ablate(t, append(args, "-only", "widest.*12|spare.*0.6")...); strings.Contains(got, "1/") || !strings.Contains(got, "2 changes, 1 changed nothing\n     1 held by .\n") {
		t.Errorf("known outcomes were tried again, or lost:\n%s", got)
	}
	if got := ablate(t, append(args, "-again", "-only", "widest.*12|spare.*0.6|Used.*true")...); !strings.Contains(got, "1/1 ") {
		t.Errorf("-again does not try what changed nothing:\n%s", got)
	}
	if after, err := os.ReadFile(filepath.Join(tiny, "tiny.go")); err != nil || !bytes.Equal(before, after) {
		t.Error("the source was edited")
	}
}

func TestEndlessLoopIsHeld(t *testing.T) {
	p, err := load(t.Context(), tiny, ".")
	if err != nil {
		t.Fatal(err)
	}
	ms := p.mutants(false)
	n := slices.IndexFunc(ms, func(m mutant) bool { return m.name == "Endless" })
	r := runner{dir: tiny, pkg: ".", steps: stepsOf(".", nil, ""), out: t.Output()}
	r.steps[0].limit = time.Second
	res, err := r.try(t.Context(), &ms[n])
	if err != nil || res.outcome != held {
		t.Errorf("got %v, %v", res, err)
	}
}

func TestWithoutTimes(t *testing.T) {
	got := withoutTimes("ok pkg 1.25s\ntables  exact   seconds\nlists       2      0.50\n\n3 of 4\n")
	if want := "ok pkg \ntables  exact   seconds\nlists       2      \n\n3 of 4\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestBaselineMustPass(t *testing.T) {
	var out bytes.Buffer
	err := run(t.Context(), tiny, []string{"-pkg", ".", "-golden", "", "-score", "exit 1", "-results", filepath.Join(t.TempDir(), "r")}, &out)
	if err == nil || !strings.Contains(err.Error(), "without a change: score") {
		t.Errorf("got %v", err)
	}
}
