//go:build unix

// Outcomes are kept in a file of one line each, so that a run that is stopped
// continues, and edits elsewhere do not repeat work.

package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// The outcomes of trying a change.
const (
	held    = "held"      // a test failed or a score differed
	unheld  = "nothing"   // all tests passed and the score is the same
	unbuilt = "not built" // the changed package does not compile
)

// A result is what came of a change.
type result struct {
	outcome string
	step    string // that held it
}

func (r result) String() string {
	switch r.outcome {
	case held:
		return "held by " + r.step
	case unheld:
		return "CHANGED NOTHING"
	}
	return "does not compile"
}

// results are the outcomes known, by key, and the file that keeps them.
type results struct {
	known map[string]result
	file  *os.File
}

// openResults reads the file of outcomes, and makes it where there is none.
func openResults(path string) (*results, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return nil, err
	}
	rs := &results{known: map[string]result{}, file: f}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if c := strings.Split(lines.Text(), "\t"); len(c) >= 3 {
			rs.known[c[0]] = result{outcome: c[1], step: c[2]} // a later line replaces an earlier one
		}
	}
	return rs, lines.Err()
}

func (rs *results) Close() error { return rs.file.Close() }

func (rs *results) of(m mutant) (result, bool) {
	r, known := rs.known[m.key]
	return r, known
}

func (rs *results) add(m mutant, r result) error {
	rs.known[m.key] = r
	_, err := fmt.Fprintf(rs.file, "%s\t%s\t%s\t%s\n", m.key, r.outcome, r.step, m.String())
	return err
}
