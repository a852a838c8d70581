// Announced figures, right and wrong: each text prints a figure as {right|wrong}.
// With the right one nothing accuses; with the wrong one something does.

package normalize

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/claims"
)

var planted = regexp.MustCompile(`\{([^|{}]*)\|([^|{}]*)\}`)

// accusations returns what accuses a figure in a document.
func accusations(t *testing.T, name, text string) (out []string) {
	t.Helper()
	doc, err := extract.Read(name, []byte(text), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	res := normalized(doc, Options{})
	for i := range res.Claims {
		if c := &res.Claims[i]; c.Status == claims.Mismatch || c.Status == claims.Contradiction {
			out = append(out, string(c.Status)+": "+c.Why)
		}
	}
	for i := range res.Findings {
		if f := &res.Findings[i]; f.Code == "count-differs" || f.Code == "total-differs" {
			out = append(out, f.Code+": "+f.Why)
		}
	}
	return out
}

func TestPlantedFigures(t *testing.T) {
	known := strings.Fields(string(readFile(t, "testdata/figures/known.txt")))
	files, err := filepath.Glob("testdata/figures/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no archives", err)
	}
	caught, all := 0, 0
	for _, file := range files {
		for _, f := range txtar.Parse(readFile(t, file)).Files {
			text := string(f.Data)
			right := planted.ReplaceAllString(text, "$1")
			if got := accusations(t, f.Name, right); len(got) > 0 {
				t.Errorf("%s: right, but %s", f.Name, strings.Join(got, "; "))
			}
			if right == text {
				continue
			}
			all++
			isKnown := false
			for _, k := range known {
				isKnown = isKnown || k == f.Name
			}
			switch got := accusations(t, f.Name, planted.ReplaceAllString(text, "$2")); {
			case len(got) > 0:
				caught++
				if isKnown {
					t.Errorf("%s: caught; take it off known.txt", f.Name)
				}
			case !isKnown:
				t.Errorf("%s: wrong, and nothing accuses", f.Name)
			}
		}
	}
	t.Logf("%d of %d wrong figures caught", caught, all)
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
