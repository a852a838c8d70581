// Finding: the documents of a folder that have a truth.

package score

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Doc is a document with its truth.
type Doc struct {
	Path   string
	Format string // "txt", "md", "html", "pdf", and "pdf PRODUCER" for NAME.PRODUCER.pdf
	Truth  *Truth
}

// Name is the name of the document's file.
func (d *Doc) Name() string { return filepath.Base(d.Path) }

var extensions = []string{".txt", ".md", ".html", ".pdf"}

const (
	truthSuffix    = ".truth.json"
	expectedSuffix = ".expected.csv"
)

// Find returns the documents of a folder that have a NAME.truth.json or a
// NAME.expected.csv beside them, in the order of their names.
func Find(dir string) ([]Doc, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	truths := map[string]*Truth{}
	for _, e := range entries {
		id, parse := "", parseTruth
		if rest, ok := strings.CutSuffix(e.Name(), truthSuffix); ok {
			id = rest
		} else if rest, ok := strings.CutSuffix(e.Name(), expectedSuffix); ok {
			id, parse = rest, parseExpected
		} else {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		if truths[id], err = parse(data); err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.Join(dir, e.Name()), err)
		}
	}
	var docs []Doc
	for _, e := range entries {
		ext := filepath.Ext(e.Name())
		if !slices.Contains(extensions, ext) {
			continue
		}
		id, format := strings.TrimSuffix(e.Name(), ext), ext[1:]
		truth := truths[id]
		if producer := filepath.Ext(id); truth == nil && producer != "" {
			id, format = strings.TrimSuffix(id, producer), format+" "+producer[1:]
			truth = truths[id]
		}
		if truth != nil {
			docs = append(docs, Doc{Path: filepath.Join(dir, e.Name()), Format: format, Truth: truth})
		}
	}
	if len(docs) == 0 {
		return nil, fmt.Errorf("%s: no document with a NAME%s or NAME%s beside it", dir, truthSuffix, expectedSuffix)
	}
	return docs, nil
}
