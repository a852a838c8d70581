// The summary stays short, however much a document holds.

package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/output"
)

func TestSummaryIsShort(t *testing.T) {
	var b strings.Builder
	for range 2 {
		for i := range maxColumnsListed + 3 {
			fmt.Fprintf(&b, "| Valeur %d ", i)
		}
		b.WriteString("|\n")
	}
	for i := range maxListed + 3 {
		fmt.Fprintf(&b, "\n## Tableau %d\n\n| Ville %d | Note %d |\n|---|---|\n| Lyon | bon |\n| Paris | bon |\n", i, i, i)
	}
	doc, err := extract.Read("a.md", []byte(b.String()), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	res, err := normalize.Normalize(doc, normalize.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	summarize(&out, false, "a.md", res, output.Options{Table: 1}, false)
	for _, want := range []string{" and 3 more\n", "\n  and 3 more tables; pressoir tables a.md shows them\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
	if n := strings.Count(out.String(), "also there"); n != maxListed {
		t.Errorf("%d other tables are listed, want %d", n, maxListed)
	}
}
