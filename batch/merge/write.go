// This file writes the data set, into one file or into one a partition.

package merge

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/output"
)

const (
	// maxParts is how many partitions there may be: more are a mistake in the column.
	maxParts = 10_000
	// openParts is how many partitions are written at the same time; each holds a group
	// of rows in memory, and more take another reading of the results.
	openParts = 16
	// noValue is how partitions are called whose rows have no value, as Hive calls it.
	noValue = "__HIVE_DEFAULT_PARTITION__"
)

// A Creator makes the file of a part: name is "" for the one file of a data set without
// partitions, else "column=value/column=value".
type Creator func(name string) (io.WriteCloser, string, error)

// Parts returns the names of the parts, sorted.
func (s *Set) Parts() []string { return slices.Sorted(maps.Keys(s.parts)) }

// Write writes all parts. Rows are in the order of the documents, then of their tables.
func (s *Set) Write(create Creator) error {
	names := s.Parts()
	for len(names) > 0 {
		n := min(len(names), openParts)
		if err := s.writeParts(names[:n], create); err != nil {
			return err
		}
		names = names[n:]
	}
	return nil
}

// A part is a file that is being written.
type part struct {
	file  io.Closer
	rows  output.RowWriter
	aside *aside // nil for most formats
}

func (p *part) close() error {
	var err error
	if p.aside != nil {
		err = p.aside.close()
	}
	return errors.Join(err, p.rows.Close(), p.file.Close())
}

func (s *Set) writeParts(names []string, create Creator) (err error) {
	open := map[string]*part{}
	defer func() {
		for _, name := range names {
			if p := open[name]; p != nil {
				if e := p.close(); err == nil {
					err = e
				}
			}
		}
	}()
	fields, without := s.partFields()
	for _, name := range names {
		if open[name], err = s.openPart(name, fields, create); err != nil {
			return err
		}
	}
	// Documents are not parted: what is known of them is in the one file of all rows.
	each := func(doc *result) error { return nil }
	if p := open[""]; p != nil && p.aside != nil {
		each = p.aside.add
	}
	values := make([]output.Value, 0, len(fields))
	return s.all(each, func(row []output.Value) error {
		p := open[s.partOf(row)]
		if p == nil {
			return nil
		}
		values = values[:0]
		for j := range row {
			if !without[j] {
				values = append(values, row[j])
			}
		}
		return p.rows.Write(values)
	})
}

func (s *Set) openPart(name string, fields []output.Field, create Creator) (*part, error) {
	i := slices.IndexFunc(output.RowFormats(), func(f output.Format) bool { return f.Name == s.opt.Format })
	if i < 0 {
		return nil, fmt.Errorf("the format %s has no rows that can be merged", s.opt.Format)
	}
	format := output.RowFormats()[i]
	w, path, err := create(name)
	if err != nil {
		return nil, err
	}
	p := &part{file: w}
	if format.File != nil {
		p.rows, err = format.File(path, fields, s.opt.Output)
	} else {
		p.rows, err = format.Rows(w, fields, s.opt.Output)
	}
	if err != nil {
		return nil, errors.Join(err, w.Close())
	}
	if name == "" {
		p.aside, err = openAside(p.rows)
	}
	if err != nil {
		return nil, errors.Join(err, p.close())
	}
	return p, nil
}

// all calls begin for every document, and yield for its rows with a value for each field.
// The slice is used again.
func (s *Set) all(begin func(*result) error, yield func(row []output.Value) error) error {
	line := make([]output.Value, len(s.Fields))
	next := map[string]int{} // release of each family to come
	return s.documents(func(doc *result) (err error) {
		if err := begin(doc); err != nil {
			return err
		}
		family := s.familyOf(doc)
		var seen *release
		if f := s.families[family]; f != nil && doc.Document.Date != "" {
			seen = f.releases[next[family]]
			next[family]++
		}
		n := 0
		s.eachRow(doc, func(r *row) {
			if err != nil {
				return
			}
			clear(line)
			copy(line, r.lead)
			for k, at := range r.at {
				line[s.lead+at] = r.own[k]
			}
			if s.unnamed {
				line[len(line)-1].Text = r.unnamed
			}
			if s.opt.Compare {
				line[familyAt].Text = family
				s.families[family].tell(line, seen, n)
			}
			n++
			err = yield(line)
		})
		return err
	})
}

// partFields returns the fields of a file, and which places of a row are not in it: the
// values that its name has.
func (s *Set) partFields() (fields []output.Field, without []bool) {
	without = make([]bool, len(s.Fields))
	for j, f := range s.Fields {
		if slices.Contains(s.opt.PartitionBy, f.Name) {
			without[j] = true
			continue
		}
		fields = append(fields, f)
	}
	return fields, without
}

// findPartitions counts the rows of each partition.
func (s *Set) findPartitions() error {
	s.parts = map[string]int{}
	if len(s.opt.PartitionBy) == 0 {
		s.parts[""] = s.Rows
		return nil
	}
	var names []string
	for _, f := range s.Fields {
		names = append(names, f.Name)
	}
	for _, column := range s.opt.PartitionBy {
		if s.Rows > 0 && !slices.Contains(names, column) {
			return fmt.Errorf("--partition-by %s: no such column; there are %s", column, strings.Join(names, ", "))
		}
	}
	return s.all(func(*result) error { return nil }, func(row []output.Value) error {
		s.parts[s.partOf(row)]++
		if len(s.parts) > maxParts {
			return fmt.Errorf("--partition-by %s: more than %d files would come of it; choose a column of fewer values", strings.Join(s.opt.PartitionBy, ","), maxParts)
		}
		return nil
	})
}

// partOf is the name of the part that a row is in: "department_code=29/new=true".
func (s *Set) partOf(row []output.Value) string {
	if len(s.opt.PartitionBy) == 0 {
		return ""
	}
	var parts []string
	for _, column := range s.opt.PartitionBy {
		j := slices.IndexFunc(s.Fields, func(f output.Field) bool { return f.Name == column })
		value := noValue
		if row[j].Text != "" {
			value = strings.ReplaceAll(url.QueryEscape(row[j].Text), "+", "%20")
		}
		parts = append(parts, column+"="+value)
	}
	return strings.Join(parts, "/")
}
