package output

// CSV: rows under one header.

import (
	"bufio"
	"encoding/csv"
	"io"
	"strings"

	"github.com/pressoir/pressoir/normalize"
)

// csvBuffer is how many bytes are gathered before a write: a pipe's capacity on Linux.
const csvBuffer = 64 << 10

// CSV writes the records of the chosen tables under one header. There is always
// a header: where no table is, it is the column that every table has, name.
// Records of several documents are told apart by the column source, and those
// of several tables by the column table.
func CSV(w io.Writer, docs []*normalize.Result, opt Options) error {
	d := dialect(opt.Dialect)
	s := newSheet(docs, opt)
	bw := bufio.NewWriterSize(w, csvBuffer)
	if d.BOM {
		bw.WriteString("\ufeff") // an error stays in bw until Flush
	}
	cw := csv.NewWriter(bw) // takes bw as it is: its own buffer is smaller
	cw.Comma = rune(d.Comma)
	cw.UseCRLF = d.CRLF
	if err := cw.Write(s.names); err != nil {
		return err
	}
	fields := make([]string, len(s.names))
	own := s.own()
	for i := range s.tables {
		p := &s.tables[i]
		for _, r := range p.table.Rows {
			if r.Role != normalize.Data {
				continue
			}
			for j := range own {
				fields[j] = d.spell(p.typeOf(j), r.Text(p.at[j]))
			}
			for j := range s.extra {
				fields[own+j] = d.spell(normalize.Text, s.extra[j].value(p, r))
			}
			if len(fields) == 1 && fields[0] == "" {
				// An empty line is no row to most readers. cw buffers in bw, so
				// this comes before the line end that cw writes.
				bw.WriteString(`""`)
			}
			if err := cw.Write(fields); err != nil {
				return err
			}
		}
	}
	cw.Flush()
	if err := cw.Error(); err != nil {
		return err
	}
	return bw.Flush()
}

// spell returns the value of a column of type t as the dialect wants it in a field.
func (d *Dialect) spell(t normalize.Type, text string) string {
	switch {
	case text == "":
		return ""
	case (t == normalize.Number || t == normalize.Money) && isNumber(text):
		if d.DecimalComma {
			return strings.Replace(text, ".", ",", 1)
		}
		return text
	case d.Guard && runsAsFormula(text):
		return "'" + text
	}
	return text
}
