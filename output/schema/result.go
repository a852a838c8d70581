// The JSON of a result as Go structs.

package schema

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
)

// A Result is one document.
type Result struct {
	Source   Source    `json:"source"`
	Document Document  `json:"document"`
	Tables   []Table   `json:"tables"`
	Claims   []Claim   `json:"claims"`
	Findings []Finding `json:"findings"`
}

// A Source is the file that was read.
type Source struct {
	Name     string `json:"name"`
	SHA256   string `json:"sha256"`
	Format   string `json:"format"`
	Encoding Text   `json:"encoding"`
	Pages    Count  `json:"pages"`
	Profile  string `json:"profile,omitempty"` // the profile that was followed
}

// A Document is what a release says about itself.
type Document struct {
	Title       Text     `json:"title"`
	Date        Text     `json:"date"` // as precise as printed: "2020-10-14", "2020-10"
	DatePrinted Text     `json:"date_printed"`
	Place       Text     `json:"place"`
	Issuer      Text     `json:"issuer"`
	Language    Text     `json:"language"`
	Contact     []string `json:"contact"`
}

// A Table is a table of records.
type Table struct {
	ID      int      `json:"id"`
	Name    Text     `json:"name"` // its heading or caption
	At      *At      `json:"at"`
	Method  Text     `json:"method"`  // how the grid was found
	Subject Text     `json:"subject"` // name of the column that says what a record is about
	Columns []Column `json:"columns"`
	Records []Record `json:"records"`
}

// A Column is a column of a Table.
type Column struct {
	Name    string `json:"name"`
	Title   Text   `json:"title"` // as printed
	Type    string `json:"type"`
	Unit    Text   `json:"unit"`
	Derived bool   `json:"derived"` // not printed in the table
}

// A Record is one record.
type Record struct {
	Row     int               `json:"row"` // 1-based, as explain --row takes it
	ID      int               `json:"id"`  // place among the printed rows of the document
	Values  map[string]any    `json:"values"`
	Raw     map[string]string `json:"raw"` // as printed
	At      *At               `json:"at"`
	Repairs []Repair          `json:"repairs"`
}

// A Repair is a change to a record.
type Repair struct {
	Pass string `json:"pass"`
	Code string `json:"code"`
	Change
	Finding int `json:"finding"` // index in Result.Findings
}

// A Change is what an edit did: to a cell (Column, Was, Text), with a cell (Column,
// To), to the role of a row (Role) or to a whole column (Column, Dropped).
type Change struct {
	Column  *Text   `json:"column,omitempty"`
	To      *Text   `json:"to,omitempty"`
	Was     *string `json:"was,omitempty"`
	Text    *string `json:"text,omitempty"`
	Role    string  `json:"role,omitempty"`
	Dropped bool    `json:"dropped,omitempty"`
}

// A Claim is a figure that the prose announces, compared with the tables.
type Claim struct {
	Text   string   `json:"text"`
	Kind   string   `json:"kind"`
	Value  Number   `json:"value"`
	Unit   Text     `json:"unit"` // what is counted, as printed
	Status string   `json:"status"`
	Found  *Number  `json:"found"`
	Parts  []Number `json:"parts"`
	Why    Text     `json:"why"`
	At     *At      `json:"at"`
}

// A Finding is one thing that a pass or a check noticed.
type Finding struct {
	Code   string `json:"code"`
	Level  string `json:"level"`
	Pass   Text   `json:"pass"`
	Table  Count  `json:"table"`  // null if about the document
	Record Count  `json:"record"` // id of the record that shows it
	Why    string `json:"why"`
	At     *At    `json:"at"`
	Edits  []Edit `json:"edits"`
}

// An Edit is one change to the rows from Record to Last, or to Record alone.
type Edit struct {
	Record Count `json:"record"`
	Last   int   `json:"last,omitempty"`
	Change
}

// An At is a place in the source.
type At struct {
	Page int  `json:"page,omitempty"`
	Line int  `json:"line,omitempty"`
	Box  *Box `json:"box,omitempty"`
}

// A Box is x0, top, x1, bottom in points from the top left corner of the page.
type Box [4]float32

// MarshalJSON writes the box to a hundredth of a point, finer than any rule.
func (b Box) MarshalJSON() ([]byte, error) {
	out := []byte{'['}
	for i, v := range b {
		if i > 0 {
			out = append(out, ',')
		}
		out = strconv.AppendFloat(out, math.Round(float64(v)*100)/100, 'f', -1, 64)
	}
	return append(out, ']'), nil
}

// A Text is a string that is null where it is empty.
type Text string

// MarshalJSON writes null for "".
func (t Text) MarshalJSON() ([]byte, error) {
	if t == "" {
		return []byte("null"), nil
	}
	return Marshal(string(t))
}

// A Count is a number counted from 1, null for 0.
type Count int

// MarshalJSON writes null for 0.
func (c Count) MarshalJSON() ([]byte, error) {
	if c == 0 {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, int64(c), 10), nil
}

// A Number is a figure, null where there is none.
type Number float64

// MarshalJSON writes the number without an exponent, and null for what JSON cannot
// express.
func (n Number) MarshalJSON() ([]byte, error) {
	v := float64(n)
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return []byte("null"), nil
	}
	return strconv.AppendFloat(nil, v, 'f', -1, 64), nil
}

// Marshal returns v as JSON that keeps "<", ">" and "&" as they are.
func Marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
