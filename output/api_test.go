// What callers of the packages rely on: an unknown name is an error, and lists of what
// is built in are copies.

package output_test

import (
	"errors"
	"io"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/output"
)

const twoRows = "| Ville | Places |\n|---|---|\n| Brest | 12 |\n| Lens | 30 |\n"

func twoCities(t *testing.T) (*document.Document, *normalize.Result) {
	t.Helper()
	doc, err := extract.Read("a.md", []byte(twoRows), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	res, err := normalize.Normalize(doc, normalize.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc, res
}

func TestUnknownNamesAreErrors(t *testing.T) {
	doc, res := twoCities(t)
	if _, err := extract.Read("a.md", []byte(twoRows), document.Options{Format: "docx"}); !errors.Is(err, extract.ErrFormat) {
		t.Errorf("extract.Read with an unknown format: %v, want ErrFormat", err)
	}
	if _, err := normalize.Normalize(doc, normalize.Options{Skip: []string{"carri"}}); err == nil {
		t.Error("normalize.Normalize skips an unknown pass without an error")
	}
	docs := []*normalize.Result{res}
	for name, opt := range map[string]output.Options{
		"dialect": {Dialect: "excel-de"},
		"table":   {Table: 7},
	} {
		if err := output.CSV(io.Discard, docs, opt); err == nil {
			t.Errorf("output.CSV writes an unknown %s without an error", name)
		}
	}
	for _, f := range output.Formats() {
		if err := f.Write(io.Discard, docs, output.Options{Table: 7}); err == nil && f.Name != "json" { // JSON has all tables
			t.Errorf("format %s writes an unknown table without an error", f.Name)
		}
	}
	if _, err := output.Explain(res, 7, 1); err == nil {
		t.Error("output.Explain explains an unknown table without an error")
	}
	if err := output.RawCSV(io.Discard, doc, 7); err == nil {
		t.Error("output.RawCSV writes an unknown table without an error")
	}
	if err := output.RawText(io.Discard, doc, 7); err == nil {
		t.Error("output.RawText writes an unknown table without an error")
	}
	if err := output.RawJSON(io.Discard, []*document.Document{doc}, 7, false); err == nil {
		t.Error("output.RawJSON writes an unknown table without an error")
	}
}

func TestListsOfBuiltInsAreCopies(t *testing.T) {
	check := func(what string, change, now func() string) {
		t.Helper()
		if changed := change(); now() == changed {
			t.Errorf("a caller can change %s", what)
		}
	}
	const bad = "changed by the caller"
	check("extract.Readers", func() string { extract.Readers()[0].Name = bad; return bad }, func() string { return extract.Readers()[0].Name })
	check("normalize.Passes", func() string { normalize.Passes()[0].Name = bad; return bad }, func() string { return normalize.Passes()[0].Name })
	check("normalize.Checks", func() string { normalize.Checks()[0].Name = bad; return bad }, func() string { return normalize.Checks()[0].Name })
	check("output.Formats", func() string { output.Formats()[0].Name = bad; return bad }, func() string { return output.Formats()[0].Name })
	check("output.Dialects", func() string { output.Dialects()[0].Name = bad; return bad }, func() string { return output.Dialects()[0].Name })
	check("profile.Types", func() string { profile.Types()[0].Name = bad; return bad }, func() string { return profile.Types()[0].Name })
}
