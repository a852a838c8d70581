// Generating: the recipes in order, and the files of each release.

package corpus

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/score"
)

// A File is one file of the corpus.
type File struct {
	Name string
	Data []byte
}

// A recipe makes n releases of one kind.
type recipe struct {
	kind    string
	n       int
	formats func(i int) []string // of the release numbered i, from 0
	make    func(g *gen)
}

// recipes lists all kinds: lists of places, other lists, tables, tables drawn in text,
// damaged ones, figures, releases without rows.
var recipes = slices.Concat(placeRecipes, listRecipes, nameRecipes, oddRecipes, tableRecipes, drawnRecipes, brokenRecipes, figureRecipes, plainRecipes)

// A gen makes one release.
type gen struct {
	*rand.Rand
	i int // number of the release within its recipe
	*release
}

// Generate returns the files of the corpus in the order of the recipes, and the
// pages to print as PDF, under the names of the PDFs.
func Generate() (files, pages []File, err error) {
	for _, rc := range recipes {
		for i := range rc.n {
			id := fmt.Sprintf("%s-%02d", rc.kind, i+1)
			g := newGen(id, rc.kind, i)
			g.formats = rc.formats(i)
			rc.make(g)
			truth, err := encode(&g.truth)
			if err != nil {
				return nil, nil, fmt.Errorf("%s: %w", id, err)
			}
			files = append(files, File{id + ".truth.json", truth})
			for _, f := range g.formats {
				name, page := g.fileName(f)
				file := File{name, g.write(f)}
				if page {
					pages = append(pages, file)
				} else {
					files = append(files, file)
				}
			}
		}
	}
	return files, pages, nil
}

func newGen(id, kind string, i int) *gen {
	h := fnv.New64a()
	h.Write([]byte(id)) // a hash writes without error
	g := &gen{Rand: rand.New(rand.NewPCG(h.Sum64(), 0)), i: i, release: &release{id: id}}
	g.truth = score.Truth{ID: id, Kind: kind, Tables: []score.Table{}}
	return g
}

// encode writes a truth with a record on each line, which keeps files small and diffs readable.
func encode(t *score.Truth) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(t); err != nil {
		return nil, err
	}
	s := b.String()
	for _, cut := range []string{`"tables":`, `"columns":[`, `"records":[`, `"printed":[`, `"groups":`, `"announced":`, `"totals":`, `{"key":`} {
		s = strings.ReplaceAll(s, cut, "\n"+cut)
	}
	return []byte(strings.ReplaceAll(s, "},{", "},\n{")), nil
}

// fileName returns the name of the file of a format, and whether a page to print it
// from is made instead.
func (r *release) fileName(format string) (name string, page bool) {
	if producer, ok := strings.CutPrefix(format, "pdf "); ok {
		return r.id + "." + producer + ".pdf", true
	}
	return r.id + "." + format, false
}

// allFormats are text, Markdown, HTML and the PDFs of all producers.
func allFormats(int) []string {
	return []string{"txt", "md", "html", "pdf chromium", "pdf libreoffice", "pdf weasyprint"}
}

// marked are text, Markdown, HTML, and one PDF: of each producer in turn.
func marked(i int) []string { return []string{"txt", "md", "html", pdfInTurn(i)} }

// threeOf leaves out one of text, Markdown and HTML in turn, and adds a PDF.
func threeOf(i int) []string {
	f := []string{"txt", "md", "html"}
	return append(slices.Delete(f, i%3, i%3+1), pdfInTurn(i+1))
}

// twoOf takes two of text, Markdown, HTML and a PDF in turn.
func twoOf(i int) []string {
	return [][]string{{"txt", "html"}, {"md", pdfInTurn(i/2 + 2)}, {"txt", "md"}, {"html", pdfInTurn(i/2 + 1)}}[i%4]
}

func pdfInTurn(i int) string {
	return "pdf " + []string{"chromium", "libreoffice", "weasyprint"}[i%3]
}

func only(formats ...string) func(int) []string { return func(int) []string { return formats } }

// pick returns one of the values.
func pick[T any](g *gen, values []T) T { return values[g.IntN(len(values))] }

// some returns n of the values, each at most once, in the order drawn.
func some[T any](g *gen, values []T, n int) []T {
	out := make([]T, 0, n)
	for _, i := range g.Perm(len(values))[:min(n, len(values))] {
		out = append(out, values[i])
	}
	return out
}

// between returns a number from a to b.
func (g *gen) between(a, b int) int { return a + g.IntN(b-a+1) }

// english reports whether the release is in English.
func (g *gen) english() bool { return g.truth.Lang == "en" }

// say returns the French or the English words.
func (g *gen) say(fr, en string) string {
	if g.english() {
		return en
	}
	return fr
}
