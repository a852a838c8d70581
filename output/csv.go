// CSV: rows under one header.

package output

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"

	"github.com/pressoir/pressoir/normalize"
)

// csvBuffer is the number of bytes gathered before a write: a pipe's capacity on Linux.
const csvBuffer = 64 << 10

// CSV writes the records of the chosen tables under one header. There is always a
// header; without a table it is the column name. The column source distinguishes the
// records of several documents, the column table those of several tables. A dialect or
// a table that does not exist is an error, and nothing is written.
func CSV(w io.Writer, docs []*normalize.Result, opt Options) error {
	return writeRows(docs, opt, untyped, func(fields []Field) (RowWriter, error) { return csvOf(w, fields, opt) })
}

// TSV writes what CSV writes with tabs between the values.
func TSV(w io.Writer, docs []*normalize.Result, opt Options) error {
	return writeRows(docs, opt, untyped, func(fields []Field) (RowWriter, error) { return tsvOf(w, fields, opt) })
}

// A csvRows writes rows of CSV.
type csvRows struct {
	dialect *Dialect
	names   []string
	bw      *bufio.Writer
	cw      *csv.Writer
	plain   *plainRow
	fields  []string
	row     int
	guarded []string // where texts are not written as they are
	report  func(string)
}

// csvOf begins CSV with its header.
func csvOf(w io.Writer, fields []Field, opt Options) (RowWriter, error) {
	d, err := dialectNamed(opt.Dialect)
	if err != nil {
		return nil, err
	}
	return separatedOf(w, fields, d, opt)
}

func tsvOf(w io.Writer, fields []Field, opt Options) (RowWriter, error) {
	d, err := dialectNamed(opt.Dialect)
	if err != nil {
		return nil, err
	}
	tabs := *d
	tabs.Comma = '\t'
	return separatedOf(w, fields, &tabs, opt)
}

func separatedOf(w io.Writer, fields []Field, d *Dialect, opt Options) (RowWriter, error) {
	names := namesOf(fields)
	c := &csvRows{
		dialect: d, names: names, bw: bufio.NewWriterSize(w, csvBuffer),
		plain: newPlainRow(d, len(names)), fields: make([]string, len(names)), report: opt.Report,
	}
	if d.BOM {
		c.bw.WriteString("\ufeff") // an error stays in bw until Flush
	}
	c.cw = csv.NewWriter(c.bw) // takes bw as it is: its own buffer is smaller
	c.cw.Comma = rune(d.Comma)
	c.cw.UseCRLF = d.CRLF
	return c, c.cw.Write(names)
}

func (c *csvRows) Write(row []Value) error {
	c.row++
	for j := range row {
		var guard bool
		c.fields[j], guard = c.dialect.spell(row[j].Type, row[j].Text)
		if guard {
			c.guarded = append(c.guarded, fmt.Sprintf("row %d, %s", c.row, c.names[j]))
		}
	}
	if len(c.fields) == 1 && c.fields[0] == "" {
		// An empty line is no row to most readers. cw buffers in bw, so
		// this comes before the line end that cw writes.
		c.bw.WriteString(`""`)
	}
	if line, ok := c.plain.append(c.bw.AvailableBuffer(), c.fields); ok {
		_, err := c.bw.Write(line)
		return err
	}
	return c.cw.Write(c.fields)
}

func (c *csvRows) Close() error {
	c.cw.Flush()
	if err := c.cw.Error(); err != nil {
		return err
	}
	if len(c.guarded) > 0 && c.report != nil {
		c.report(guardReport(c.guarded))
	}
	return c.bw.Flush()
}
