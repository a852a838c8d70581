//go:build linux

// Names that are no UTF-8, links that lead nowhere, and inputs that are not there.

package batch

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A name that JSON cannot hold can be had from the manifest, too.
func TestNamesOfBytes(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "in/a\xff.md", "| Commune |\n|---|\n| Lens |\n")
	write(t, "in/a\xfe.md", "| Commune |\n|---|\n| Albi |\n")
	mustRun(t, config("in", "out"))
	found := map[string]bool{}
	for line := range strings.Lines(tree(t, "out")[ManifestFile]) {
		var d Listed
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(string(d.SourceBytes)); err != nil {
			t.Errorf("%s: %v", line, err)
		}
		for _, name := range d.OutputsBytes {
			found[string(name)] = true
			if _, err := os.Stat(filepath.Join("out", string(name))); err != nil {
				t.Errorf("%s: %v", line, err)
			}
		}
	}
	if len(found) != 4 {
		t.Errorf("%d outputs named, want 4", len(found))
	}
}

// What cannot be read fails once; it is tried each time, and done once it can be read.
func TestUnreadableFailsOnce(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "in/a.md", "| Commune |\n|---|\n| Lens |\n")
	if err := os.Symlink("../later.md", "in/link.md"); err != nil {
		t.Fatal(err)
	}
	if tally := mustRun(t, config("in", "out")); tally.Failed != 1 {
		t.Errorf("%+v", tally)
	}
	if why := tree(t, "out")[FailuresFile]; !strings.Contains(why, "in/link.md: a link to ../later.md, which is not there") {
		t.Errorf("%s", why)
	}
	if tally := mustRun(t, config("in", "out")); tally.Failed != 0 || tally.FailedBefore != 1 {
		t.Errorf("%+v", tally)
	}
	retry := config("in", "out")
	retry.Retry = true
	if tally := mustRun(t, retry); tally.Failed != 1 {
		t.Errorf("%+v with --retry failed", tally)
	}
	write(t, "later.md", "| Commune |\n|---|\n| Albi |\n")
	if tally := mustRun(t, config("in", "out")); tally.WithRecords != 1 || tally.FailedBefore != 0 {
		t.Errorf("%+v", tally)
	}
}
