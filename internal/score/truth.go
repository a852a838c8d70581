// Truth: what a document prints, as its maker wrote it down.

package score

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A Truth is what one release prints. NAME.truth.json holds it, for NAME.txt,
// NAME.md, NAME.html and NAME.pdf, and for NAME.PRODUCER.pdf.
type Truth struct {
	ID      string `json:"id"`
	Lang    string `json:"lang"`
	Kind    string `json:"kind"`
	Subject string `json:"subject,omitempty"` // serves as Kind where there is none
	// Tables are the tables and lists. None is a release without any, of which no
	// row and no doubt should come.
	Tables []Table `json:"tables"`
	// Doubt says that the release announces a list which it does not print: a
	// doubt should come of it, and no row.
	Doubt     bool     `json:"doubt,omitempty"`
	Announced []Figure `json:"announced,omitempty"`
	Totals    []Total  `json:"totals,omitempty"`

	// pooled says that rows count in whatever table they are: a CSV of expected
	// rows does not say which table holds them.
	pooled bool
}

// A Table is the records of one table or list.
type Table struct {
	Columns []Column            `json:"columns"`
	Records []map[string]any    `json:"records"`           // by Column.Key; nil is a blank cell
	Printed []map[string]string `json:"printed,omitempty"` // the same as printed, where that differs
	Groups  []string            `json:"groups,omitempty"`  // keys of the columns that heads of groups fill
}

// A Column says what the values under one heading are.
type Column struct {
	Key   string `json:"key"`
	Title string `json:"title"`          // as printed; "" where nothing is
	Span  string `json:"span,omitempty"` // the heading above Title that spans several columns
	Unit  string `json:"unit,omitempty"` // the row of units below Title
	// Type is text, code, number, money, percent, date, phone or flag.
	Type string `json:"type"`
	// Optional columns, running numbers for one, are not asked for.
	Optional bool `json:"optional,omitempty"`
	// Names are output names that are right besides the printed heading.
	Names []string `json:"names,omitempty"`
	// NotIn lists formats that cannot show the column: no colour is in a text.
	NotIn []string `json:"not_in,omitempty"`
}

// A Figure is a count or sum that the prose announces.
type Figure struct {
	Text  string  `json:"text"`
	Value float64 `json:"value"`
	What  string  `json:"what"` // count, sum, groups, new
	Right bool    `json:"right"`
}

// A Total is a printed total or subtotal.
type Total struct {
	Label  string         `json:"label"`
	Values map[string]any `json:"values"`
	Right  bool           `json:"right"`
}

// parseTruth reads a truth file.
func parseTruth(data []byte) (*Truth, error) {
	t := &Truth{}
	if err := json.Unmarshal(data, t); err != nil {
		return nil, err
	}
	if t.Tables == nil {
		return nil, errors.New(`it has no "tables"; write [] for a release without any`)
	}
	for i := range t.Tables {
		if len(t.Tables[i].Columns) == 0 {
			return nil, fmt.Errorf("table %d has no columns", i+1)
		}
	}
	if t.Kind == "" {
		t.Kind = t.Subject
	}
	if t.Kind == "" {
		t.Kind = "other"
	}
	return t, nil
}

// plainNumber is how a CSV of expected rows prints a value that counts as a
// number; one that opens with a zero is a code.
var plainNumber = regexp.MustCompile(`^[+-]?(0|[1-9]\d*)(\.\d+)?$`)

// parseExpected reads a CSV of expected rows, whose header gives the headings.
func parseExpected(data []byte) (*Truth, error) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("no header: %w", err)
	}
	t := Table{}
	for i, h := range header {
		t.Columns = append(t.Columns, Column{Key: strconv.Itoa(i), Title: h, Type: "loose", Names: []string{
			"region", "department", "commune", "postal_code", "date", "amount",
		}})
	}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if strings.TrimSpace(strings.Join(row, "")) == "" {
			continue
		}
		record := map[string]any{}
		for i, v := range row {
			if i >= len(header) || v == "" {
				continue
			}
			if f, err := strconv.ParseFloat(v, 64); err == nil && plainNumber.MatchString(v) {
				record[strconv.Itoa(i)] = f
			} else {
				record[strconv.Itoa(i)] = v
			}
		}
		t.Records = append(t.Records, record)
	}
	for i := range t.Columns { // "name" may replace the heading of words, never that of figures
		if c := &t.Columns[i]; !t.hasFigures(c.Key) {
			c.Names = append(c.Names, "name")
		}
	}
	truth := &Truth{Kind: "cases", Tables: []Table{t}, pooled: true}
	if len(t.Records) == 0 {
		truth.Tables = []Table{}
	}
	return truth, nil
}

// hasFigures reports whether a column holds a value that opens with a figure.
func (t *Table) hasFigures(key string) bool {
	return slices.ContainsFunc(t.Records, func(r map[string]any) bool {
		v := text(r[key])
		return v != "" && strings.ContainsAny(v[:1], "+-0123456789")
	})
}

// asked returns the columns of t that a document of the format is asked for.
func (t *Table) asked(format string) []Column {
	var out []Column
	for _, c := range t.Columns {
		if !c.Optional && !c.hiddenIn(format) {
			out = append(out, c)
		}
	}
	return out
}

// hiddenIn reports whether documents of the format cannot show the column.
func (c *Column) hiddenIn(format string) bool {
	family, _, _ := strings.Cut(format, " ") // "pdf" of "pdf chromium"
	for _, f := range c.NotIn {
		if f == format || f == family {
			return true
		}
	}
	return false
}
