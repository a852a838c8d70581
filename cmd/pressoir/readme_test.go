// The README's commands are run, and what it shows is what they print.

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A session is one command of the README with the output shown below it.
type session struct {
	line    int
	command string
	shown   string
}

// sessions returns the commands in the blocks marked console: lines that begin
// with "$ ". What follows, up to the next command, is their output; a line of
// "..." stands for lines left out.
func sessions(markdown string) []session {
	var all []session
	inside := false
	for i, line := range strings.Split(markdown, "\n") {
		switch {
		case strings.HasPrefix(line, "```"):
			inside = line == "```console"
		case inside && strings.HasPrefix(line, "$ "):
			all = append(all, session{line: i + 1, command: line[2:]})
		case inside && strings.HasPrefix(line, "> ") && len(all) > 0: // goes on
			all[len(all)-1].command += "\n" + line[2:]
		case inside && len(all) > 0:
			all[len(all)-1].shown += line + "\n"
		}
	}
	return all
}

func TestREADME(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	makefile, err := os.ReadFile(filepath.Join(root, "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	markdown, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	// The commands run one after the other in a folder that looks like the
	// project's, on the program in this test binary.
	bin, work := t.TempDir(), t.TempDir()
	if err := os.Symlink(self, filepath.Join(bin, "pressoir")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(root, "fixtures"), filepath.Join(work, "fixtures")); err != nil {
		t.Fatal(err)
	}
	all := sessions(string(markdown))
	if len(all) < 5 {
		t.Fatalf("%d commands found in the README", len(all))
	}
	target := regexp.MustCompile(`^make ([a-z-]+)$`)
	for _, s := range all {
		if m := target.FindStringSubmatch(s.command); m != nil {
			if !regexp.MustCompile(`(?m)^` + m[1] + `:`).Match(makefile) {
				t.Errorf("README.md:%d: the Makefile has no %s", s.line, m[1])
			}
			continue
		}
		command := strings.ReplaceAll(s.command, "go run ./cmd/pressoir", "pressoir")
		command = strings.ReplaceAll(command, "./bin/pressoir", "pressoir")
		cmd := exec.Command("sh", "-c", command)
		cmd.Dir = work
		cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "NO_COLOR=1")
		var out bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &out
		if err := cmd.Run(); err != nil && !strings.Contains(s.command, "; echo $?") {
			t.Errorf("README.md:%d: %s: %v\n%s", s.line, s.command, err, out.Bytes())
			continue
		}
		if s.shown != "" && !shows(s.shown, out.String()) {
			t.Errorf("README.md:%d: %s prints (- README, + program):\n%s", s.line, s.command, cmp.Diff(s.shown, out.String()))
		}
	}
}

// TestREADMEProgram runs the Go program of the README.
func TestREADMEProgram(t *testing.T) {
	t.Parallel()
	markdown, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, program, _ := strings.Cut(string(markdown), "```go\n")
	program, _, found := strings.Cut(program, "```\n")
	if !found {
		t.Fatal("no Go program in the README")
	}
	path := filepath.Join(t.TempDir(), "main.go")
	if err := os.WriteFile(path, []byte(program), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "run", path)
	cmd.Dir = root // where its module and its fixture are
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if !shows("53 records; ok new 13\nregion,region_code,department,department_code,name,new\n...\n", string(out)) {
		t.Errorf("it prints:\n%s", out)
	}
}

// shows reports whether shown is printed, where a line "..." stands for any lines.
func shows(shown, printed string) bool {
	parts := strings.Split("\n"+shown, "\n...\n")
	rest := "\n" + printed
	for i, part := range parts {
		if i > 0 {
			part = "\n" + part
		}
		at := strings.Index(rest, part)
		if at < 0 || i == 0 && at > 0 {
			return false
		}
		rest = rest[at+len(part)-min(1, len(part)):]
	}
	return rest == "\n" || rest == "" || strings.HasSuffix("\n"+shown, "\n...\n")
}

func TestShows(t *testing.T) {
	for _, c := range []struct {
		shown, printed string
		want           bool
	}{
		{"a\nb\n", "a\nb\n", true},
		{"a\n...\nd\n", "a\nb\nc\nd\n", true},
		{"a\n...\n", "a\nb\n", true},
		{"...\nc\n", "a\nb\nc\n", true},
		{"a\n...\nb\n", "a\nb\n", true},
		{"a\n", "a\nb\n", false},
		{"b\n", "a\nb\n", false},
		{"a\n...\nc\n", "a\nb\n", false},
	} {
		if got := shows(c.shown, c.printed); got != c.want {
			t.Errorf("%q in %q: %v", c.shown, c.printed, got)
		}
	}
}
