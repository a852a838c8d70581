// The corpus: what is committed is what the recipes make.

package corpus

import (
	"bytes"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const folder = "../testdata"

// TestCorpusIsGenerated holds the documents that ship to the recipes: nobody edits
// them by hand, and the PDFs were printed from these pages.
func TestCorpusIsGenerated(t *testing.T) {
	files, pages, err := Generate()
	if err != nil {
		t.Fatal(err)
	}
	wanted := map[string]bool{PagesFile: true, "README.md": true}
	files = append(files, File{PagesFile, Checksums(pages)})
	for _, f := range files {
		wanted[f.Name] = true
		got, err := os.ReadFile(filepath.Join(folder, f.Name))
		if err != nil || !bytes.Equal(got, f.Data) {
			t.Errorf("%s is not what the recipes make (%v): go run ./internal/score/cmd/corpus -pdf internal/score/testdata", f.Name, err)
		}
	}
	for _, p := range pages {
		wanted[p.Name] = true
		if _, err := os.Stat(filepath.Join(folder, p.Name)); err != nil {
			t.Error(err)
		}
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !wanted[e.Name()] {
			t.Errorf("%s is of no recipe", e.Name())
		}
	}
}

// maxCorpus is the largest size of the corpus in bytes: everyone who clones the
// project fetches it.
const maxCorpus = 4_000_000

func TestCorpusIsSmall(t *testing.T) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var size int64
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		size += info.Size()
	}
	if size > maxCorpus {
		t.Errorf("%d bytes, at most %d", size, maxCorpus)
	}
}

// A value of the truth that a format does not print would be a fault of a recipe.
func TestTruthIsPrinted(t *testing.T) {
	for _, rc := range recipes {
		for i := range rc.n {
			g := newGen(rc.kind+"-test", rc.kind, i)
			g.formats = rc.formats(i)
			rc.make(g)
			for _, f := range g.formats {
				page := plainPage(string(g.write(f)))
				for _, table := range g.truth.Tables {
					for _, r := range table.Records {
						for _, c := range table.Columns {
							words, isText := r[c.Key].(string)
							if !isText || c.Type == "date" {
								continue
							}
							if rc.kind == "wrapped" { // the lines of a cell are apart
								words = strings.Fields(words)[0]
							}
							if !strings.Contains(page, strings.ToLower(words)) {
								t.Errorf("%s %d, %s: %q of column %s is not printed", rc.kind, i, f, words, c.Key)
							}
						}
					}
				}
			}
		}
	}
}

// plainPage returns a page in lower case with single blanks and no entities.
func plainPage(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(html.UnescapeString(s)), " "))
}

func TestSameCorpusEachTime(t *testing.T) {
	a, _, err := Generate()
	if err != nil {
		t.Fatal(err)
	}
	b, _, err := Generate()
	if err != nil {
		t.Fatal(err)
	}
	for i := range a {
		if a[i].Name != b[i].Name || !bytes.Equal(a[i].Data, b[i].Data) {
			t.Errorf("%s differs from one call to the next", a[i].Name)
		}
	}
}
