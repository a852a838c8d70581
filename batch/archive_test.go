// Archives: their members come and go, and one that is broken is mended.

package batch

import (
	"archive/zip"
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

func zipWith(t *testing.T, names ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(w, "| Commune | Nom |\n|---|---|\n| Lens | %s |\n", name)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Archives: a member that is no longer in its archive is gone.
func TestArchiveMembersGo(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	write(t, filepath.Join(in, "a.zip"), zipWith(t, "x.md", "y.md"))
	if tally := mustRun(t, config(in, out)); tally.WithRecords != 2 {
		t.Errorf("%+v", tally)
	}
	write(t, filepath.Join(in, "a.zip"), zipWith(t, "x.md"))
	if tally := mustRun(t, config(in, out)); tally.Gone != 1 || tally.Unchanged != 1 {
		t.Errorf("%+v", tally)
	}
	if got := tree(t, out)[ManifestFile]; !strings.Contains(got, `a.zip/y.md`) || !strings.Contains(got, `"gone"`) {
		t.Errorf("%s", got)
	}
	write(t, filepath.Join(in, "a.zip"), zipWith(t, "x.md", "y.md"))
	if tally := mustRun(t, config(in, out)); tally.Gone != 0 || tally.Unchanged != 2 {
		t.Errorf("%+v after it came back", tally)
	}
	if got := tree(t, out)[ManifestFile]; strings.Contains(got, `"gone"`) {
		t.Errorf("%s", got)
	}
}

// An archive that could not be opened fails; once it can be, its members count.
func TestBrokenArchiveIsMended(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	write(t, filepath.Join(in, "a.zip"), "PK, and nothing more")
	if tally := mustRun(t, config(in, out)); tally.Failed != 1 {
		t.Errorf("%+v", tally)
	}
	if tally := mustRun(t, config(in, out)); tally.Failed != 0 || tally.FailedBefore != 1 {
		t.Errorf("%+v, for the same reason as before", tally)
	}
	write(t, filepath.Join(in, "a.zip"), zipWith(t, "x.md"))
	if tally := mustRun(t, config(in, out)); tally.Failed != 0 || tally.WithRecords != 1 {
		t.Errorf("%+v", tally)
	}
	files := tree(t, out)
	if files[FailuresFile] != "" || strings.Count(files[ManifestFile], "\n") != 1 {
		t.Errorf("%s", files[ManifestFile])
	}
}
