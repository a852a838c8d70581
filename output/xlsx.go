// XLSX: a workbook of records, claims, findings and sources.

package output

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
	"github.com/xuri/excelize/v2"
)

// maxTableSheets is how many tables besides the main one get a sheet of their own; more
// are hard to find one's way among, and share a sheet.
const maxTableSheets = 20

// XLSX writes a workbook: the records of the chosen tables in the first sheet, every
// other table in a sheet of its own, then claims, findings and sources. Numbers, dates
// and flags are values of their type, codes and phone numbers are text. Cells that were
// repaired or are doubtful are tinted and have a comment that says why. What a workbook
// cannot hold goes to opt.Report.
func XLSX(w io.Writer, docs []*normalize.Result, opt Options) error {
	if err := opt.check(docs); err != nil {
		return err
	}
	b := newBook(opt.Report)
	defer b.file.Close()
	if err := b.addRecords(docs, opt); err != nil {
		return err
	}
	if err := b.addVerdicts(docs); err != nil {
		return err
	}
	if err := b.addSources(docs); err != nil {
		return err
	}
	b.report()
	return b.write(w)
}

// addRecords adds the sheets that hold records.
func (b *book) addRecords(docs []*normalize.Result, opt Options) error {
	if err := b.addSheet("Records", newSheet(docs, opt)); err != nil {
		return err
	}
	if opt.Table != MainTable {
		return nil
	}
	others := func(res *normalize.Result) []*records.Table {
		main := Main(res)
		return slices.DeleteFunc(slices.Clone(res.Tables), func(t *records.Table) bool { return t == main })
	}
	if len(docs) == 1 && len(others(docs[0])) <= maxTableSheets {
		for _, t := range others(docs[0]) {
			one := newSheetOf(docs, opt, func(*normalize.Result) []*records.Table { return []*records.Table{t} })
			if err := b.addSheet("Table "+strconv.Itoa(t.ID), one); err != nil {
				return err
			}
		}
		return nil
	}
	opt.Table = AllTables // the column table distinguishes them
	rest := newSheetOf(docs, opt, others)
	if len(rest.tables) == 0 {
		return nil
	}
	return b.addSheet("Other tables", rest)
}

// addVerdicts adds the sheets of claims and findings.
func (b *book) addVerdicts(docs []*normalize.Result) error {
	claims := [][]any{{"source", "verdict", "kind", "announced", "found", "what", "text", "why", "place"}}
	findings := [][]any{{"source", "level", "code", "table", "record", "why", "place"}}
	for _, res := range docs {
		source := res.Document.Name
		for i := range res.Claims {
			c := &res.Claims[i]
			var found any
			if c.Found != nil {
				found = *c.Found
			}
			claims = append(claims, []any{source, string(c.Status), string(c.Kind), c.Value, found, c.Unit, c.Text, c.Why, c.At.String()})
		}
		for i := range res.Findings {
			f := &res.Findings[i]
			findings = append(findings, []any{source, f.Level.String(), f.Code, orBlank(f.Table), orBlank(f.Record), f.Why, f.At.String()})
		}
	}
	if err := b.addPlain("Claims", claims); err != nil {
		return err
	}
	return b.addPlain("Findings", findings)
}

// addSources adds the sheet that says which files were read.
func (b *book) addSources(docs []*normalize.Result) error {
	rows := [][]any{{"source", "sha256", "format", "pages", "title", "date", "place", "issuer", "language", "tables", "records"}}
	for _, res := range docs {
		d := res.Document
		n := 0
		for _, t := range res.Tables {
			n += CountRecords(t)
		}
		rows = append(rows, []any{
			d.Name, d.SHA256, d.Format, orBlank(len(d.Pages)), d.Meta.Title.Text, d.Meta.Date.ISO, d.Meta.Place.Text,
			d.Meta.Issuer.Text, d.Language, len(res.Tables), n,
		})
	}
	return b.addPlain("Source", rows)
}

// orBlank returns n, nil for 0, which stands for nothing known.
func orBlank(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// report says what the workbook does not hold as it is.
func (b *book) report() {
	if b.say == nil {
		return
	}
	for _, c := range []*counted{&b.cut, &b.controls, &b.comments} {
		if c.n > 0 {
			b.say(fmt.Sprintf(c.text, c.n, c.first))
		}
	}
}

// write writes the file. Its bytes depend on what is in it alone.
func (b *book) write(w io.Writer) error {
	// A date is asked for; that of the run would change the bytes.
	const never = "2000-01-01T00:00:00Z"
	if err := b.file.SetDocProps(&excelize.DocProperties{Creator: "Pressoir", LastModifiedBy: "Pressoir", Created: never, Modified: never}); err != nil {
		return err
	}
	var buf bytes.Buffer
	if _, err := b.file.WriteTo(&buf); err != nil {
		return err
	}
	return copySorted(w, buf.Bytes())
}

// copySorted writes the entries of a zip archive in the order of their names: excelize
// writes sheets in the order of a map.
func copySorted(w io.Writer, data []byte) error {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	slices.SortFunc(r.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	zw := zip.NewWriter(w)
	for _, f := range r.File {
		if err := zw.Copy(f); err != nil {
			return err
		}
	}
	return zw.Close()
}
