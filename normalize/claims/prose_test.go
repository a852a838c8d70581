// Prose: passages in the manner of real releases, each with what a careful
// reader would say. They stand in testdata as txtar archives.

package claims

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// passage is one case of an archive: its prose, the rows it is held against and
// the verdicts that it must give.
type passage struct {
	prose string
	facts Facts
	want  []string
}

// readPassage reads a case. A line "@NOUN d:Aude=9/2" makes nine rows of NOUN in
// the Aude, two of them new (r: for a region); "?KIND VALUE STATUS" asks for a verdict.
func readPassage(t *testing.T, text string) passage {
	var p passage
	var prose []string
	for _, line := range strings.Split(text, "\n") {
		switch {
		case strings.HasPrefix(line, "@"):
			p.facts = rowsOf(t, line[1:])
		case strings.HasPrefix(line, "?"):
			p.want = append(p.want, line[1:])
		default:
			prose = append(prose, line)
		}
	}
	p.prose = strings.Join(prose, "\n")
	return p
}

func rowsOf(t *testing.T, spec string) Facts {
	fs := strings.Fields(spec)
	tf := TableFacts{ID: 1, Name: "Liste des " + fs[0]}
	for _, f := range fs[1:] {
		group, counts, _ := strings.Cut(f[2:], "=")
		all, marked, told := strings.Cut(counts, "/")
		n, err := strconv.Atoi(all)
		if err != nil {
			t.Fatal(err)
		}
		m, _ := strconv.Atoi(marked)
		for i := range n {
			r := RowFacts{ID: len(tf.Rows) + 1, Name: fmt.Sprintf("%s %d", group, i)}
			if f[0] == 'd' {
				r.Department = group
			} else {
				r.Region = group
			}
			if told {
				isNew := i < m
				r.New = &isNew
			}
			tf.Rows = append(tf.Rows, r)
		}
	}
	return Facts{Tables: []TableFacts{tf}}
}

func TestProse(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no archives", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		base := strings.TrimSuffix(filepath.Base(file), ".txtar")
		for _, f := range txtar.Parse(data).Files {
			t.Run(base+"/"+f.Name, func(t *testing.T) {
				p := readPassage(t, string(f.Data))
				doc := release(p.prose)
				if base == "english" {
					doc.Language = "en"
				}
				var got []string
				for _, c := range Check(doc, p.facts) {
					v := fmt.Sprintf("%s %s %s", c.Kind, figure(c.Value), c.Status)
					got = append(got, v)
					if (c.Status == Mismatch || c.Status == Contradiction) && !slices.Contains(p.want, v) {
						t.Errorf("false alarm %q: %s", v, c.Why)
					}
				}
				for _, w := range p.want {
					if !slices.Contains(got, w) {
						t.Errorf("missed %q, got %q", w, got)
					}
				}
				if t.Failed() {
					t.Log(strings.TrimSpace(p.prose))
				}
			})
		}
	}
}
