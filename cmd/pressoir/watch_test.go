//go:build !windows

// Jobs through the program: once, until stopped, after a kill, and what hears of them.

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// A yard is a folder with a file of jobs.
type yard struct {
	t   *testing.T
	dir string
}

func newYard(t *testing.T, jobs string) *yard {
	y := &yard{t, t.TempDir()}
	y.write("jobs.yaml", jobs)
	y.write("in/a.md", "| Commune | Nom |\n|---|---|\n| Lens | A |\n")
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(filepath.Join(y.dir, "in/a.md"), old, old); err != nil {
		t.Fatal(err)
	}
	return y
}

func (y *yard) write(name, text string) {
	y.t.Helper()
	path := filepath.Join(y.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		y.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		y.t.Fatal(err)
	}
}

func (y *yard) read(name string) string {
	data, _ := os.ReadFile(filepath.Join(y.dir, name))
	return string(data)
}

// run runs the program from another folder, and holds its status.
func (y *yard) run(want int, args ...string) string {
	y.t.Helper()
	cmd := exec.Command(program(y.t), args...)
	cmd.Dir = y.t.TempDir()
	out, _ := cmd.CombinedOutput()
	if got := cmd.ProcessState.ExitCode(); got != want {
		y.t.Fatalf("%q: status %d, want %d\n%s", args, got, want, out)
	}
	return string(out)
}

// start starts a watcher; what it says can be read while it runs.
func (y *yard) start() (*exec.Cmd, *said) {
	y.t.Helper()
	cmd := exec.Command(program(y.t), "watch", filepath.Join(y.dir, "jobs.yaml"))
	s := &said{}
	cmd.Stdout, cmd.Stderr = s, s
	if err := cmd.Start(); err != nil {
		y.t.Fatal(err)
	}
	y.t.Cleanup(func() { _ = cmd.Process.Kill() })
	return cmd, s
}

type said struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// until waits for something to come true, on slow machines too.
func until(t *testing.T, what string, f func() bool) {
	t.Helper()
	for begun := time.Now(); !f(); time.Sleep(20 * time.Millisecond) {
		if time.Since(begun) > time.Minute {
			t.Fatalf("%s: not within a minute", what)
		}
	}
}

const yardJobs = `jobs:
  - name: lists
    inputs: [in/]
    output: out/
    formats: [csv, json]
    every: 1s
    on_new: [sh, -c, 'cat >> new.jsonl']
    on_failure: [sh, -c, 'echo "$PRESSOIR_JOB $PRESSOIR_FAILED" >> failed.txt; cat > failed.json']
`

func TestWatchOnce(t *testing.T) {
	y := newYard(t, yardJobs)
	file := filepath.Join(y.dir, "jobs.yaml")
	if said := y.run(0, "watch", file, "--check"); said != "lists: due now\n" {
		t.Errorf("%q", said)
	}
	if said := y.run(0, "watch", file, "--status"); !strings.HasPrefix(said, "lists: has not run; due now") {
		t.Errorf("%q", said)
	}
	if said := y.run(0, "watch", file, "--once"); !strings.Contains(said, "1 document: 1 done") {
		t.Error(said)
	}
	if y.read("out/a.md.csv") == "" || y.read("out/a.md.json") == "" {
		t.Error("no outputs beside the file of jobs")
	}
	if s := y.read("new.jsonl"); !strings.Contains(s, `"done":1,`) || !strings.Contains(s, `"job":"lists"`) {
		t.Errorf("on_new was told %q", s)
	}
	y.write("in/broken.pdf", "%PDF-1.7\n1 0 obj")
	if said := y.run(3, "watch", file, "--once", "--job", "lists"); !strings.Contains(said, "in/broken.pdf: ") {
		t.Error(said)
	}
	if s := y.read("failed.txt"); s != "lists 1\n" || strings.Count(y.read("new.jsonl"), "\n") != 1 {
		t.Errorf("on_failure was told %q", s)
	}
	if s := y.read("failed.json"); !strings.Contains(s, `"failures":[{"source":"in/broken.pdf","error":"in/broken.pdf: not a PDF`) {
		t.Errorf("on_failure was told %q", s)
	}
	if said := y.run(0, "watch", file, "--status"); !strings.Contains(said, "pressoir status "+filepath.Join(y.dir, "out")+" says which and why") || !strings.Contains(said, ", status 3: 2 documents: 0 done, 1 failed, 1 unchanged") || !strings.Contains(said, "last run without a failure: ") {
		t.Error(said)
	}
	y.run(0, "watch", file, "--once")
	for text, want := range map[string]string{
		"jobs: [{name: a, inputs: [in], output: o, every: 1h, formats: [xls]}]":                          "jobs.yaml: job a: --format xls: want one of csv",
		"jobs: [{name: a, inputs: [in], output: o, every: 1h, profiles: [nope]}]":                        "job a: no profile",
		"jobs: [{name: a, listings: [{url: 'https://example.org', links: 'a['}], output: o, every: 1h}]": "job a: links a[",
		"jobs: [{name: a, feeds: [feed.xml], output: o, every: 1h}]":                                     "job a: feed.xml: want an address",
		"jobs: [{name: a, inputs: [in], output: o.csv, every: 1h}]":                                      "job a: -o o.csv is a file: give --merge",
		"jobs: [{name: a, inputs: [in], output: o, every: 1h, max_input: lots}]":                         "job a: max_input lots",
		"jobs: [{name: a, inputs: [in], output: o, evry: 1h}]":                                           "jobs.yaml:1:43: unknown field \"evry\"",
	} {
		y.write("jobs.yaml", text)
		if said := y.run(2, "watch", file, "--check"); !strings.Contains(said, want) {
			t.Errorf("%s: %s", text, said)
		}
	}
	y.run(2, "watch", filepath.Join(y.dir, "nope.yaml"))
	y.run(2, "watch")
}

func TestWatchUntilStopped(t *testing.T) {
	y := newYard(t, yardJobs)
	cmd, out := y.start()
	until(t, "the first run", func() bool { return y.read("out/a.md.csv") != "" })
	// A second watcher keeps away.
	if said := y.run(1, "watch", filepath.Join(y.dir, "jobs.yaml")); !strings.Contains(said, "another watch is running it") {
		t.Error(said)
	}
	y.write("in/b.md", "| Commune | Nom |\n|---|---|\n| Albi | B |\n")
	until(t, "the new file", func() bool { return y.read("out/b.md.csv") != "" })
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil || strings.Contains(out.String(), "interrupted") {
		t.Errorf("%v after SIGTERM\n%s", err, out)
	}
	// Killed, then started again: the run that was missed is caught up.
	cmd, _ = y.start()
	until(t, "the state", func() bool { return strings.Contains(y.read("jobs.yaml.pressoir/state.json"), "started") })
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	y.write("in/c.md", "| Commune | Nom |\n|---|---|\n| Brest | C |\n")
	cmd, _ = y.start()
	until(t, "the run after the kill", func() bool { return y.read("out/c.md.csv") != "" })
	_ = cmd.Process.Signal(syscall.SIGTERM)
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
}

// What a job writes into the folder that it reads does not make it run again.
func TestWatchDoesNotHearItself(t *testing.T) {
	for _, job := range []string{"output: in/out/\n    formats: [csv]", "output: in/all.csv\n    merge: true"} {
		y := newYard(t, "jobs:\n  - name: lists\n    inputs: [in/]\n    "+job+"\n    every: 24h\n    at_once: true\n")
		y.write("jobs.yaml", strings.Replace(y.read("jobs.yaml"), "output: in", "output: "+filepath.ToSlash(y.dir)+"/in", 1))
		cmd, out := y.start()
		until(t, "the first run", func() bool { return strings.Contains(y.read("jobs.yaml.pressoir/state.json"), "last_success") })
		time.Sleep(3 * time.Second) // longer than a change waits
		if n := strings.Count(out.String(), "job lists"); n != 1 || strings.Contains(out.String(), "left out") {
			t.Errorf("%d runs\n%s", n, out)
		}
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
	}
}

// A file that comes is taken long before the job is due, in a folder that came later, too.
func TestWatchAtOnce(t *testing.T) {
	y := newYard(t, strings.Replace(yardJobs, "every: 1s", "every: 24h\n    at_once: true", 1))
	cmd, _ := y.start()
	until(t, "the first run", func() bool { return strings.Contains(y.read("jobs.yaml.pressoir/state.json"), "last_success") })
	y.write("in/b.md", "| Commune | Nom |\n|---|---|\n| Albi | B |\n")
	until(t, "the new file", func() bool { return y.read("out/b.md.csv") != "" })
	y.write("in/later/c.md", "| Commune | Nom |\n|---|---|\n| Brest | C |\n")
	until(t, "the file in a new folder", func() bool { return y.read("out/later/c.md.csv") != "" })
	_ = cmd.Process.Signal(syscall.SIGTERM)
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
}

// A file that is being written is left until it no longer is.
func TestWatchLeavesWhatIsBeingWritten(t *testing.T) {
	y := newYard(t, strings.Replace(yardJobs, "every: 1s", "every: 24h", 1))
	path := filepath.Join(y.dir, "in/slow.md")
	y.write("in/slow.md", "| Commune | Nom |\n|---|---|\n| Lens | 0 |\n")
	stop, stopped := make(chan bool), make(chan bool)
	go func() {
		defer close(stopped)
		f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0o644)
		if err != nil {
			return
		}
		defer f.Close()
		for {
			select {
			case <-stop:
				_, _ = f.WriteString("| Albi | last |\n")
				return
			case <-time.After(100 * time.Millisecond):
				_, _ = f.WriteString("| Lens | more |\n")
			}
		}
	}()
	cmd, out := y.start()
	until(t, "the first run", func() bool {
		return strings.Contains(out.String(), "left for later, since they are being written: 1") && y.read("out/a.md.csv") != ""
	})
	if y.read("out/slow.md.csv") != "" {
		t.Error("taken while it was being written")
	}
	close(stop)
	<-stopped
	// It is taken long before the job is due.
	until(t, "the whole file", func() bool { return strings.Contains(y.read("out/slow.md.csv"), "Albi") })
	_ = cmd.Process.Signal(syscall.SIGTERM)
	_ = cmd.Wait()
}
