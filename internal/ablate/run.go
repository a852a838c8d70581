//go:build unix

// One change is tried: its file is written outside the repository, and the
// steps run in turn, the cheapest first, until one differs.

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"time"
)

// A step is a command that shows whether a change matters.
type step struct {
	name  string
	args  []string
	score bool          // its output must stay the same
	want  string        // the output without a change, of a score
	limit time.Duration // a step that takes longer is held: an endless loop
}

// A runner runs steps in the module of dir.
type runner struct {
	dir, pkg string
	steps    []step
	out      io.Writer
}

// A step may take slack times as long as without a change, and a start in
// addition: packages are compiled again for each change.
const (
	slack = 4
	start = 90 * time.Second
)

// stepsOf lists the package's own tests, other tests and the score.
func stepsOf(pkg string, tests []string, score string) []step {
	var steps []step
	for _, t := range append([]string{pkg}, tests...) {
		if args := strings.Fields(t); len(args) > 0 {
			steps = append(steps, step{name: strings.Join(args, " "), args: append([]string{"go", "test", "-count=1", "-failfast"}, args...)})
		}
	}
	if score != "" {
		steps = append(steps, step{name: "score", args: []string{"sh", "-c", score}, score: true})
	}
	return steps
}

// importers returns the packages with tests that import path directly.
func importers(ctx context.Context, dir, path string) ([]string, error) {
	const format = `{{if or .TestGoFiles .XTestGoFiles}}{{.ImportPath}}{{range .Imports}} {{.}}{{end}}{{end}}`
	cmd := exec.CommandContext(ctx, "go", "list", "-f", format, "./...")
	cmd.Dir = dir
	listed, err := output(cmd)
	if err != nil {
		return nil, err
	}
	var found []string
	for line := range strings.Lines(string(listed)) {
		if fields := strings.Fields(line); len(fields) > 0 {
			for _, imported := range fields[1:] {
				if imported == path {
					found = append(found, fields[0])
				}
			}
		}
	}
	return found, nil
}

// output runs cmd; its error holds what it wrote.
func output(cmd *exec.Cmd) ([]byte, error) {
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		err = fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args, " "), err, errs.Bytes())
	}
	return out, err
}

// baseline runs the steps without a change: they must pass.
func (r *runner) baseline(ctx context.Context) error {
	for i := range r.steps {
		s := &r.steps[i]
		s.limit = time.Hour
		began := time.Now()
		out, err := r.do(ctx, s, "")
		if err != nil {
			return fmt.Errorf("without a change: %s: %w\n%s", s.name, err, out)
		}
		took := time.Since(began)
		s.want, s.limit = out, slack*took+start
		fmt.Fprintf(r.out, "without a change: %s passes, %.1fs\n", s.name, took.Seconds())
	}
	return nil
}

// try runs the steps with m applied, until one differs.
func (r *runner) try(ctx context.Context, m *mutant) (result, error) {
	tmp, err := os.MkdirTemp("", "ablate")
	if err != nil {
		return result{}, err
	}
	defer os.RemoveAll(tmp)
	changed := filepath.Join(tmp, filepath.Base(m.path))
	if err := os.WriteFile(changed, m.apply(), 0o644); err != nil {
		return result{}, err
	}
	replace, err := json.Marshal(map[string]any{"Replace": map[string]string{m.path: changed}})
	if err != nil {
		return result{}, err
	}
	overlay := filepath.Join(tmp, "overlay.json")
	if err := os.WriteFile(overlay, replace, 0o644); err != nil {
		return result{}, err
	}
	for i := range r.steps {
		s := &r.steps[i]
		out, err := r.do(ctx, s, overlay)
		if ctx.Err() != nil {
			return result{}, nil
		}
		if err != nil && strings.Contains(out, "[build failed]") {
			return result{outcome: unbuilt}, nil
		}
		if err != nil || s.score && out != s.want {
			return result{outcome: held, step: s.name}, nil
		}
	}
	return result{outcome: unheld}, nil
}

// do runs a step, with an overlay unless it is "", and returns its output
// without times.
func (r *runner) do(ctx context.Context, s *step, overlay string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, s.limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, s.args[0], s.args[1:]...)
	cmd.Dir = r.dir
	goflags := os.Getenv("GOFLAGS") + " -vet=off"
	if overlay != "" {
		goflags += " -overlay=" + overlay
	}
	cmd.Env = append(os.Environ(), "GOFLAGS="+strings.TrimSpace(goflags))
	// A test binary is a grandchild: end the whole group.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	cmd.WaitDelay = 5 * time.Second
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if err != nil {
		return out.String() + errs.String(), err
	}
	return withoutTimes(out.String()), nil
}

// withoutTimes leaves out what differs from run to run: times with their unit,
// and the last column of a table below the heading "seconds".
func withoutTimes(text string) string {
	var b strings.Builder
	timed := false
	for line := range strings.Lines(text) {
		trimmed := strings.TrimRight(line, " \r\n")
		switch {
		case strings.HasSuffix(trimmed, "seconds"):
			timed = true
		case trimmed == "":
			timed = false
		case timed:
			line = strings.TrimRight(trimmed, "0123456789.") + "\n"
		}
		b.WriteString(seconds.ReplaceAllString(line, ""))
	}
	return b.String()
}

// seconds matches a time with its unit.
var seconds = regexp.MustCompile(`\d+(\.\d+)?(e[-+]\d+)?\s*([mµn]?s|seconds?|secs?)\b`)
