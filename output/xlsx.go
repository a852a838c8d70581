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
	for _, sheet := range []struct {
		name string
		rows *plainTable
	}{{"Claims", claimsOf(docs)}, {"Findings", findingsOf(docs)}, {"Source", documentsOf(docs)}} {
		if err := b.addPlain(sheet.name, sheet.rows); err != nil {
			return err
		}
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
	apart := len(docs) == 1 && len(docs[0].Tables) <= 1+maxTableSheets
	return eachOther(docs, opt, apart, func(id int, s *sheet) error {
		if id == 0 {
			return b.addSheet("Other tables", s)
		}
		return b.addSheet("Table "+strconv.Itoa(id), s)
	})
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
