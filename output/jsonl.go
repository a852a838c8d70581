// JSON Lines: one record a line, with the names of the CSV columns as keys.

package output

import (
	"bufio"
	"io"

	"github.com/pressoir/pressoir/normalize"
)

// JSONL writes the records that CSV writes, one flat object a line, with values of the
// same types as in JSON.
func JSONL(w io.Writer, docs []*normalize.Result, opt Options) error {
	return writeRows(docs, opt, untyped, func(fields []Field) (RowWriter, error) { return jsonlOf(w, fields, opt) })
}

// A jsonlRows writes rows of JSON Lines.
type jsonlRows struct {
	w    *bufio.Writer
	keys [][]byte // each with its colon and, but for the first, a comma before it
	b    []byte
}

func jsonlOf(w io.Writer, fields []Field, _ Options) (RowWriter, error) {
	j := &jsonlRows{w: bufio.NewWriterSize(w, csvBuffer)}
	for i, name := range namesOf(fields) {
		var key []byte
		if i > 0 {
			key = append(key, ',')
		}
		j.keys = append(j.keys, append(appendString(key, name), ':'))
	}
	return j, nil
}

func (j *jsonlRows) Write(row []Value) error {
	b := append(j.b[:0], '{')
	for i := range row {
		b = appendValue(append(b, j.keys[i]...), row[i].Type, row[i].Text)
	}
	j.b = append(b, "}\n"...)
	_, err := j.w.Write(j.b)
	return err
}

func (j *jsonlRows) Close() error { return j.w.Flush() }
