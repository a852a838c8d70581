// Rows that are written one by one, under columns that are known before the first: what
// CSV, JSON Lines, Parquet and SQLite have in common.

package output

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
)

// A Value is a cell: its text, "" for none, and the type of its column in the table it
// is of.
type Value struct {
	Text string
	Type records.Type
}

// A Field is a column of rows.
type Field struct {
	Name string
	// Type is the one that all values have: Number, Date or Flag, else Text. See
	// [Typing]. Formats without types do not look at it.
	Type records.Type
}

// A RowWriter writes rows of a value for each field.
type RowWriter interface {
	Write(row []Value) error
	// Close writes what is left. It does not close what is written to.
	Close() error
}

// Whether a format looks at Field.Type, which takes a look at every value.
const (
	untyped = false
	typed   = true
)

// writeRows writes the records of the chosen tables with a writer of rows.
func writeRows(docs []*normalize.Result, opt Options, types bool, open func(fields []Field) (RowWriter, error)) error {
	if err := opt.check(docs); err != nil {
		return err
	}
	s := newSheet(docs, opt)
	w, err := open(s.fields(types))
	if err != nil {
		return err
	}
	if err := s.each(w.Write); err != nil {
		return err
	}
	return w.Close()
}

// fields returns the columns, with their types if types says so.
func (s *sheet) fields(types bool) []Field {
	fields := make([]Field, len(s.names))
	for j := range fields {
		fields[j].Name = s.names[j]
	}
	if !types {
		return fields
	}
	typings := make([]Typing, len(s.names))
	_ = s.each(func(row []Value) error {
		for j := range row {
			typings[j].See(row[j])
		}
		return nil
	})
	for j := range fields {
		fields[j].Type = typings[j].Type()
	}
	return fields
}

// A Typing finds the type that all values of a column have. The zero value has seen none.
type Typing struct {
	t    records.Type
	seen bool // a value, not only blanks
	any  bool // a blank, whose type counts where there is no value
}

// See looks at one more value.
func (y *Typing) See(v Value) {
	if y.seen && y.t == records.Text {
		return
	}
	t := storedType(v)
	switch {
	case v.Text == "" && (y.seen || y.any):
	case v.Text == "":
		y.t, y.any = t, true
	case !y.seen:
		y.t, y.seen = t, true
	case y.t != t:
		y.t = records.Text
	}
}

// Type returns the type of what was seen, Text where nothing was.
func (y *Typing) Type() records.Type { return y.t }

// storedType is the type that a value can be stored as without a change: Number, Date
// or Flag, else Text. Codes, phone numbers and numbers that a float64 does not hold are
// text.
func storedType(v Value) records.Type {
	switch v.Type {
	case records.Number, records.Money:
		if v.Text == "" || isExact(v.Text) {
			return records.Number
		}
	case records.Date:
		if _, err := time.Parse(time.DateOnly, v.Text); err == nil || v.Text == "" {
			return records.Date
		}
	case records.Flag:
		if v.Text == "" || v.Text == "true" || v.Text == "false" {
			return records.Flag
		}
	}
	return records.Text
}

// exactDigits is how many decimal digits a float64 keeps, whatever they are.
const exactDigits = 15

// isExact reports whether text is a plain number that a float64 gives back as it is, but
// for zeros at the end of a fraction.
func isExact(text string) bool {
	if !isNumber(text) {
		return false
	}
	if len(text) <= exactDigits {
		return true
	}
	f, err := strconv.ParseFloat(text, 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return err == nil && strconv.FormatFloat(f, 'f', -1, 64) == text
}

func namesOf(fields []Field) []string {
	list := make([]string, len(fields))
	for i := range fields {
		list[i] = fields[i].Name
	}
	return list
}

// RowFormats returns the formats whose rows can be written one by one.
func RowFormats() []Format {
	return slices.DeleteFunc(Formats(), func(f Format) bool { return f.Rows == nil })
}
