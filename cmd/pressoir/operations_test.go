//go:build !windows

// docs/operations.md is true: its commands are run, with each program that is here, and
// so are those of the crontab and of the service.

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pressoir/pressoir/batch/jobs"
)

// inbox is what the page's commands find.
var inbox = map[string]string{
	"inbox/2026/lieux.md":     "| Commune | Nom | Places |\n|---|---|---|\n| Lens | Le Phare | 10 |\n| Albi | La Source | 20 |\n",
	"inbox/2026/cantines.txt": "| Commune | Nom | Repas |\n|---|---|---|\n| Lens | Cantine A | 80 |\n| Albi | Cantine B | 95 |\n",
	"broken.pdf":              "%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
}

// programs are those that a command of the page may need besides a shell.
var programs = map[string][]string{
	"sqlite3": {"sqlite3", "--version"},
	"duckdb":  {"duckdb", "--version"},
	"python3": {"python3", "-c", "import pandas"},
}

func operationsPage(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join(root, "docs", "operations.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

func TestOperationsPage(t *testing.T) {
	work := t.TempDir()
	for name, text := range inbox {
		path := filepath.Join(work, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	env := append(os.Environ(), "PATH="+filepath.Dir(program(t))+string(os.PathListSeparator)+os.Getenv("PATH"), "NO_COLOR=1", "LC_ALL=C")
	all := sessions(operationsPage(t))
	if len(all) < 10 {
		t.Fatalf("%d commands found in docs/operations.md", len(all))
	}
	missing := map[string]bool{}
	for name, try := range programs {
		if exec.Command(try[0], try[1:]...).Run() != nil {
			t.Logf("without %s: its commands are not run", strings.Join(try, " "))
			missing[name] = true
		}
	}
	for _, s := range all {
		if first, _, _ := strings.Cut(s.command, " "); missing[first] {
			continue
		}
		cmd := exec.Command("sh", "-c", s.command)
		cmd.Dir, cmd.Env = work, env
		var out bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &out
		if err := cmd.Run(); err != nil {
			t.Errorf("docs/operations.md:%d: %s: %v\n%s", s.line, s.command, err, out.Bytes())
			continue
		}
		if !shows(s.shown, out.String()) {
			t.Errorf("docs/operations.md:%d: %s prints (- page, + program):\n%s", s.line, s.command, cmp.Diff(s.shown, out.String()))
		}
	}
}

// The lines that cron and systemd are given run, over a folder in the place of theirs.
func TestScheduledCommands(t *testing.T) {
	page := operationsPage(t)
	found := regexp.MustCompile(`(?m)^(?:ExecStart=|\*/15 \* \* \* \* )(/usr/local/bin/pressoir batch .*)$`).FindAllStringSubmatch(page, -1)
	if len(found) != 2 {
		t.Fatalf("%d commands found, want those of cron and of the service", len(found))
	}
	for _, m := range found {
		dir := t.TempDir()
		if err := os.MkdirAll(filepath.Join(dir, "releases", "inbox"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "releases", "inbox", "lieux.md"), []byte(inbox["inbox/2026/lieux.md"]), 0o644); err != nil {
			t.Fatal(err)
		}
		command := strings.ReplaceAll(strings.ReplaceAll(m[1], "/usr/local/bin/pressoir", program(t)), "/srv", dir)
		if text, err := exec.Command("sh", "-c", command).CombinedOutput(); err != nil {
			t.Errorf("%s: %v, %s", m[1], err, text)
		}
		if _, err := os.Stat(filepath.Join(dir, "releases", "out", "lieux.md.csv")); err != nil {
			t.Errorf("%s: %v", m[1], err)
		}
	}
}

// The file of jobs on the page is one, and names every key in its table.
func TestJobsOnThePage(t *testing.T) {
	page := operationsPage(t)
	m := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindStringSubmatch(page)
	if m == nil {
		t.Fatal("no file of jobs on the page")
	}
	f, err := jobs.Parse("jobs.yaml", []byte(m[1]))
	if err != nil || len(f.Jobs) != 2 {
		t.Errorf("%v", err)
	}
	for i := range reflect.TypeFor[jobs.Job]().NumField() {
		if key := reflect.TypeFor[jobs.Job]().Field(i).Tag.Get("yaml"); key != "" && !strings.Contains(page, "`"+key+"`") {
			t.Errorf("docs/operations.md does not name the key %s", key)
		}
	}
}

// The unit files are valid for systemd, where it is here.
func TestUnitFiles(t *testing.T) {
	if _, err := exec.LookPath("systemd-analyze"); err != nil {
		t.Skip("no systemd-analyze here")
	}
	dir := t.TempDir()
	for _, m := range regexp.MustCompile("(?s)`/etc/systemd/system/(pressoir\\.[a-z]+)`:\n\n```ini\n(.*?)```").FindAllStringSubmatch(operationsPage(t), -1) {
		text := strings.ReplaceAll(m[2], "/usr/local/bin/pressoir", "/bin/true")
		text = strings.ReplaceAll(text, "User=pressoir\n", "")
		if err := os.WriteFile(filepath.Join(dir, m[1]), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command("systemd-analyze", "verify", filepath.Join(dir, "pressoir.timer"), filepath.Join(dir, "pressoir.service")).CombinedOutput()
	if err != nil || bytes.Contains(out, []byte("pressoir.")) {
		t.Errorf("%v\n%s", err, out)
	}
}
