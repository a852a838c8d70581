// This file finds the columns of the data set, and makes its rows.

package merge

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/records"
	"github.com/pressoir/pressoir/output"
	"github.com/pressoir/pressoir/output/schema"
)

// Options say what the data set is like.
type Options struct {
	Format string // name of one of output.RowFormats
	Output output.Options

	// PartitionBy are columns: each combination of their values has a file of its own.
	PartitionBy []string

	// Compare adds what successive releases of a family say of each other. Family is the
	// name of the family that all documents are of; "" takes the profile that a document
	// was read with, if any.
	Compare bool
	Family  string
	// Key are the columns that say which row is which, and Keys those of documents that
	// were read with a profile, by its name. Without them it is the place and the subject.
	Key  []string
	Keys map[string][]string
}

// Each calls yield for each document, always in the same order, with the JSON of its
// result.
type Each func(yield func(json []byte) error) error

// unnamedColumn has the values of columns without a heading, as a JSON object: what is
// third in one table has nothing to do with what is third in another.
const unnamedColumn = "unnamed"

// The columns that every row has, before those of its table, by their places.
const (
	sourceAt = iota
	dateAt
	titleAt
	issuerAt
	tableAt
	rowAt
	keyAt
	doubtsAt
	// Those that comparing releases adds.
	familyAt
	firstAt
	lastAt
	newAt
)

var leadFields = []output.Field{
	sourceAt: {Name: "source"},
	dateAt:   {Name: "document_date", Type: records.Date},
	titleAt:  {Name: "document_title"},
	issuerAt: {Name: "document_issuer"},
	tableAt:  {Name: "table", Type: records.Number},
	rowAt:    {Name: "row", Type: records.Number},
	keyAt:    {Name: "row_key"},
	doubtsAt: {Name: "doubts"},
	familyAt: {Name: "family"},
	firstAt:  {Name: "first_seen", Type: records.Date},
	lastAt:   {Name: "last_seen", Type: records.Date},
	newAt:    {Name: "new_by_comparison", Type: records.Flag},
}

// A Set is a data set that is ready to be written.
type Set struct {
	Fields    []output.Field
	Rows      int
	Documents int // with rows
	// Notes are sentences for people: where comparing contradicts what releases mark.
	Notes []string

	opt      Options
	each     Each
	lead     int             // the number of columns that every row has
	names    []string        // of the columns of tables, in the order in which they came
	index    map[string]int  // of names
	typings  []output.Typing // of lead, then of names
	unnamed  bool            // some table has columns without a heading
	families families
	parts    map[string]int // rows by partition
}

// A result is as much of a document's JSON as is needed.
type result struct {
	Source   schema.Source   `json:"source"`
	Document schema.Document `json:"document"`
	Tables   []table         `json:"tables"`

	Claims   []schema.Claim   `json:"claims"`
	Findings []schema.Finding `json:"findings"`
}

type table struct {
	ID      int             `json:"id"`
	Subject string          `json:"subject"`
	Columns []schema.Column `json:"columns"`
	Records []struct {
		Row    int            `json:"row"`
		ID     int            `json:"id"`
		Values map[string]any `json:"values"`
	} `json:"records"`
}

// Scan finds the columns of a data set. Its error is of a result that cannot be read, or
// of a partition column that is not there.
func Scan(each Each, opt Options) (*Set, error) {
	s := &Set{opt: opt, each: each, index: map[string]int{}, families: families{}, lead: familyAt}
	if opt.Compare {
		s.lead = len(leadFields)
	}
	s.typings = make([]output.Typing, s.lead)
	err := s.documents(func(doc *result) error {
		s.addColumns(doc)
		n := 0
		release := s.families.release(s.familyOf(doc), string(doc.Document.Date))
		s.eachRow(doc, func(r *row) {
			n++
			for j, v := range r.lead {
				s.typings[j].See(v)
			}
			for k, at := range r.at {
				s.typings[s.lead+at].See(r.own[k])
			}
			release.add(r.lead[keyAt].Text, r.mark)
		})
		if s.Rows += n; n > 0 {
			s.Documents++
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	s.Notes = s.families.compare()
	s.addFields()
	return s, s.findPartitions()
}

// addFields makes the fields of the columns found. A column that is called like one that
// every row has gets another name.
func (s *Set) addFields() {
	taken := []string{unnamedColumn}
	for j, f := range leadFields[:s.lead] {
		f.Type = s.typings[j].Type()
		switch j {
		case firstAt, lastAt: // they are dates of documents
			f.Type = s.typings[dateAt].Type()
		case newAt:
			f.Type = records.Flag
		}
		s.Fields = append(s.Fields, f)
		taken = append(taken, f.Name)
	}
	reserved := len(taken)
	taken = append(taken, s.names...)
	for i, name := range s.names {
		if slices.Contains(taken[:reserved], name) {
			name = output.FreeName(name, taken)
			taken = append(taken, name)
		}
		s.Fields = append(s.Fields, output.Field{Name: name, Type: s.typings[s.lead+i].Type()})
	}
	if s.unnamed {
		s.Fields = append(s.Fields, output.Field{Name: unnamedColumn})
	}
}

// documents calls yield for each document.
func (s *Set) documents(yield func(doc *result) error) error {
	return s.each(func(data []byte) error {
		var doc result
		dec := json.NewDecoder(bytes.NewReader(data))
		dec.UseNumber() // 12.50 and long numbers stay as they are
		if err := dec.Decode(&doc); err != nil {
			return err
		}
		return yield(&doc)
	})
}

// isUnnamed reports whether a column has its name for want of a heading that has letters or
// figures.
func isUnnamed(c *schema.Column) bool {
	return numbered.MatchString(c.Name) && fold.Snake(string(c.Title)) != c.Name
}

var numbered = regexp.MustCompile(`^column_[0-9]+$`)

// addColumns takes the columns of a document that are not known yet.
func (s *Set) addColumns(doc *result) {
	for _, t := range s.tables(doc) {
		for i := range t.Columns {
			c := &t.Columns[i]
			if isUnnamed(c) {
				s.unnamed = true
				continue
			}
			if _, ok := s.index[c.Name]; !ok {
				s.index[c.Name] = len(s.names)
				s.names = append(s.names, c.Name)
				s.typings = append(s.typings, output.Typing{})
			}
		}
	}
}

// tables returns the tables that are asked for.
func (s *Set) tables(doc *result) []table {
	if s.opt.Output.Table <= 0 {
		return doc.Tables
	}
	return slices.DeleteFunc(slices.Clone(doc.Tables), func(t table) bool { return t.ID != s.opt.Output.Table })
}

// familyOf returns the family that a document is compared in, "" for none.
func (s *Set) familyOf(doc *result) string {
	switch {
	case !s.opt.Compare:
		return ""
	case s.opt.Family != "":
		return s.opt.Family
	}
	return doc.Source.Profile
}

// A row is one of the data set. Its slices are used again.
type row struct {
	lead    []output.Value // of leadFields
	own     []output.Value // of the table
	at      []int          // the column of each of own, in Set.names
	unnamed string
	mark    string // "true" and "false" where the release marks what is new
}

// eachRow calls yield for each row of a document.
func (s *Set) eachRow(doc *result, yield func(*row)) {
	r := &row{lead: make([]output.Value, s.lead)}
	for j := range r.lead {
		r.lead[j].Type = leadFields[j].Type
	}
	r.lead[sourceAt].Text = doc.Source.Name
	r.lead[dateAt].Text = string(doc.Document.Date)
	r.lead[titleAt].Text = string(doc.Document.Title)
	r.lead[issuerAt].Text = string(doc.Document.Issuer)
	keys := keyMaker{of: s.opt.Key, seen: map[string]int{}}
	if keys.of == nil {
		keys.of = s.opt.Keys[doc.Source.Profile]
	}
	doubted := doubtsOf(doc)
	for _, t := range s.tables(doc) {
		keys.begin(&t)
		r.lead[tableAt].Text = strconv.Itoa(t.ID)
		for i := range t.Records {
			rec := &t.Records[i]
			s.fill(r, &t, rec.Values)
			r.lead[rowAt].Text = strconv.Itoa(rec.Row)
			r.lead[keyAt].Text = keys.key(rec.Values)
			r.lead[doubtsAt].Text = doubted.of(t.ID, rec.ID)
			yield(r)
		}
	}
}

// fill fills a row with the values of a record.
func (s *Set) fill(r *row, t *table, values map[string]any) {
	r.own, r.at, r.mark, r.unnamed = r.own[:0], r.at[:0], "", ""
	var unnamed []byte
	for i := range t.Columns {
		c := &t.Columns[i]
		text := textOf(values[c.Name])
		switch {
		case !isUnnamed(c):
			r.own = append(r.own, output.Value{Text: text, Type: typesByName[c.Type]})
			r.at = append(r.at, s.index[c.Name])
		case text != "":
			unnamed = appendMember(unnamed, c.Name, text)
		}
		if c.Name == "new" {
			r.mark = text
		}
	}
	if unnamed != nil {
		r.unnamed = string(append(unnamed, '}'))
	}
}

// typesByName are the types of columns as the JSON names them.
var typesByName = func() map[string]records.Type {
	m := map[string]records.Type{}
	for t := records.Text; t <= records.Phone; t++ {
		m[t.String()] = t
	}
	return m
}()

// textOf is a value of the JSON as CSV has it.
func textOf(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	}
	return fmt.Sprint(v) // json.Number, bool
}

// appendMember appends a member to a JSON object that is open, or opens one.
func appendMember(b []byte, name, text string) []byte {
	sep := byte(',')
	if b == nil {
		sep = '{'
	}
	key, _ := schema.Marshal(name) // strings can always be written
	value, _ := schema.Marshal(text)
	return append(append(append(append(b, sep), key...), ':'), value...)
}
