// Parquet: rows under typed columns.

package output

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"time"

	"github.com/parquet-go/parquet-go"

	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
)

const (
	// parquetGroup is the number of rows of a group: what is held in memory, and the
	// least that a reader takes. Readers work on groups of 50,000 rows and more at ease.
	parquetGroup = 64 << 10
	// parquetBatch is the number of rows that are handed over at once.
	parquetBatch = 256
)

// Parquet writes the records that CSV writes. Numbers are doubles, days are dates, flags
// are booleans, all else is text; a column whose values are not all of its type, such as
// dates without a day, is text. No value is null.
func Parquet(w io.Writer, docs []*normalize.Result, opt Options) error {
	return writeRows(docs, opt, typed, func(fields []Field) (RowWriter, error) { return parquetOf(w, fields, opt) })
}

// A parquetRows writes rows of Parquet.
type parquetRows struct {
	w      *parquet.GenericWriter[any]
	fields []Field
	rows   []parquet.Row // handed over when there are parquetBatch
	n      int
}

func parquetOf(w io.Writer, fields []Field, _ Options) (RowWriter, error) {
	p := &parquetRows{fields: fields, rows: make([]parquet.Row, parquetBatch)}
	for i := range p.rows {
		p.rows[i] = make(parquet.Row, len(fields))
	}
	p.w = parquet.NewGenericWriter[any](
		w, parquet.NewSchema("record", newOrdered(fields)),
		parquet.Compression(&parquet.Snappy), // every reader has it
		parquet.MaxRowsPerRowGroup(parquetGroup),
		parquet.CreatedBy("pressoir", "1", "0"),
		parquet.DataPageStatistics(true),
	)
	return p, nil
}

// An ordered is a schema whose columns are in the order of the fields: a
// parquet.Group sorts them by name.
type ordered struct {
	parquet.Group
	fields []parquet.Field
}

func newOrdered(fields []Field) *ordered {
	o := &ordered{Group: parquet.Group{}}
	for i := range fields {
		o.Group[fields[i].Name] = parquet.Optional(parquetNode(fields[i].Type))
	}
	byName := map[string]parquet.Field{}
	for _, f := range o.Group.Fields() {
		byName[f.Name()] = f
	}
	for i := range fields {
		o.fields = append(o.fields, byName[fields[i].Name])
	}
	return o
}

func (o *ordered) Fields() []parquet.Field { return o.fields }

func parquetNode(t records.Type) parquet.Node {
	switch t {
	case records.Number:
		return parquet.Leaf(parquet.DoubleType)
	case records.Date:
		return parquet.Date()
	case records.Flag:
		return parquet.Leaf(parquet.BooleanType)
	}
	return parquet.Encoded(parquet.String(), &parquet.RLEDictionary) // old readers have it, too
}

func (p *parquetRows) Write(row []Value) error {
	to := p.rows[p.n]
	for j := range row {
		v, err := parquetValue(p.fields[j].Type, row[j].Text)
		if err != nil {
			return fmt.Errorf("column %s: %w", p.fields[j].Name, err)
		}
		level := 1
		if v.IsNull() {
			level = 0
		}
		to[j] = v.Level(0, level, j)
	}
	if p.n++; p.n < len(p.rows) {
		return nil
	}
	return p.flush()
}

func (p *parquetRows) flush() error {
	_, err := p.w.WriteRows(p.rows[:p.n])
	p.n = 0
	return err
}

func (p *parquetRows) Close() error {
	if err := p.flush(); err != nil {
		return err
	}
	return p.w.Close()
}

// parquetValue is a value of a column's type. Text that is none of that type is the
// fault of whoever chose the type.
func parquetValue(t records.Type, text string) (parquet.Value, error) {
	switch {
	case text == "":
		return parquet.NullValue(), nil
	case t == records.Number:
		f, err := strconv.ParseFloat(text, 64)
		if math.IsInf(f, 0) || err != nil {
			return parquet.Value{}, fmt.Errorf("%q is no number", text)
		}
		return parquet.DoubleValue(f), nil
	case t == records.Date:
		day, err := time.Parse(time.DateOnly, text)
		const secondsADay = 24 * 60 * 60
		return parquet.Int32Value(int32(floorDiv(day.Unix(), secondsADay))), err
	case t == records.Flag:
		b, err := strconv.ParseBool(text)
		return parquet.BooleanValue(b), err
	}
	return parquet.ByteArrayValue([]byte(valid(text))), nil
}

// floorDiv rounds down, so that days before 1970 come out right.
func floorDiv(a, b int64) int64 {
	if q := a / b; a%b >= 0 {
		return q
	}
	return a/b - 1
}
