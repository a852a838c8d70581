// CSV: rows under one header.

package output

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"

	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
)

// csvBuffer is the number of bytes gathered before a write: a pipe's capacity on Linux.
const csvBuffer = 64 << 10

// CSV writes the records of the chosen tables under one header. There is always a
// header; without a table it is the column name. The column source distinguishes the
// records of several documents, the column table those of several tables. A dialect or
// a table that does not exist is an error, and nothing is written.
func CSV(w io.Writer, docs []*normalize.Result, opt Options) error {
	d, err := dialectNamed(opt.Dialect)
	if err != nil {
		return err
	}
	if err := opt.check(docs); err != nil {
		return err
	}
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
	plain := newPlainRow(d, len(fields))
	row := 0
	var guarded []string
	for i := range s.tables {
		p := &s.tables[i]
		for _, r := range p.table.Rows {
			if r.Role != records.Data {
				continue
			}
			row++
			for j := range fields {
				var text string
				t := records.Text
				if j < own {
					text, t = r.Text(p.at[j]), p.typeOf(j)
				} else {
					text = s.extra[j-own].value(p, r)
				}
				var guard bool
				fields[j], guard = d.spell(t, text)
				if guard {
					guarded = append(guarded, fmt.Sprintf("row %d, %s", row, s.names[j]))
				}
			}
			if len(fields) == 1 && fields[0] == "" {
				// An empty line is no row to most readers. cw buffers in bw, so
				// this comes before the line end that cw writes.
				bw.WriteString(`""`)
			}
			if line, ok := plain.append(bw.AvailableBuffer(), fields); ok {
				bw.Write(line)
			} else if err := cw.Write(fields); err != nil {
				return err
			}
		}
	}
	cw.Flush()
	if err := cw.Error(); err != nil {
		return err
	}
	if len(guarded) > 0 && opt.Report != nil {
		opt.Report(guardReport(guarded))
	}
	return bw.Flush()
}
