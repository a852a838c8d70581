// JSON Lines: one record a line, with the names of the CSV columns as keys.

package output

import (
	"bufio"
	"io"

	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
)

// JSONL writes the records that CSV writes, one flat object a line, with values of the
// same types as in JSON.
func JSONL(w io.Writer, docs []*normalize.Result, opt Options) error {
	if err := opt.check(docs); err != nil {
		return err
	}
	s := newSheet(docs, opt)
	bw := bufio.NewWriterSize(w, csvBuffer)
	var b []byte
	own := s.own()
	for i := range s.tables {
		p := &s.tables[i]
		for _, r := range p.table.Rows {
			if r.Role != records.Data {
				continue
			}
			b = append(b[:0], '{')
			for j, name := range s.names[:own] {
				b = appendValue(appendKey(b, name), p.typeOf(j), r.Text(p.at[j]))
			}
			for _, e := range s.extra {
				b = appendText(appendKey(b, e.name), e.value(p, r))
			}
			b = append(b, "}\n"...)
			bw.Write(b) // an error stays in bw until Flush
		}
	}
	return bw.Flush()
}
