// Sheets: records with their columns, laid out as a table and written as truth.

package corpus

import (
	"slices"

	"github.com/pressoir/pressoir/internal/score"
)

// A rec is a record by the keys of its columns.
type rec = map[string]any

// A field is a column and the way its values are printed.
type field struct {
	score.Column
	align byte
	show  show
	mark  func(r rec, words string) string // adds a mark to the printed words, nil for none
}

// A sheet is the data of a table and how its rows are arranged.
type sheet struct {
	fields  []field
	records []rec
	look    look
	caption string
	notes   []string

	// group is the column whose values are rows above the records, "" for none.
	// groupAs is how: "full" across the table, "first" in the first cell.
	group, groupAs string
	// carried are the leading columns that print a value once for the rows below;
	// with span set by a cell that spans these rows, else by blank cells.
	carried []string
	span    bool
	// sums are the columns that totals sum up. A total is printed at the end where
	// totalAs is not "", a subtotal below each group where subtotalAs is not.
	sums                []string
	totalAs, subtotalAs string
	// wrongTotal is added to the sum that the last total prints.
	wrongTotal float64
}

// text is a column of words; names are right output names besides its heading.
func text(key, title string, names ...string) field {
	return field{Column: score.Column{Key: key, Title: title, Type: "text", Names: names}, align: 'l', show: asIs}
}

// figure is a column of numbers, amounts or shares.
func figure(key, title, typ string, s show) field {
	return field{Column: score.Column{Key: key, Title: title, Type: typ}, align: 'r', show: s}
}

// under sets the heading that spans this column and its neighbours.
func (f field) under(span string) field {
	f.Span = span
	return f
}

// in sets the row of units below the heading.
func (f field) in(unit string) field {
	f.Unit = unit
	return f
}

// truth returns what the sheet prints, with the printed form where values have another.
func (s *sheet) truth() score.Table {
	t := score.Table{Records: s.records}
	for _, f := range s.fields {
		t.Columns = append(t.Columns, f.Column)
	}
	if s.group != "" {
		t.Groups = []string{s.group}
	}
	differs := slices.ContainsFunc(s.fields, func(f field) bool { return f.Type == "percent" || f.Type == "date" || f.show(nil) != "" })
	if !differs {
		return t
	}
	for _, r := range s.records {
		printed := map[string]string{}
		for _, f := range s.fields {
			if v := r[f.Key]; f.Type == "percent" || f.Type == "date" || v == nil {
				if words := f.show(v); words != "" {
					printed[f.Key] = words
				}
			}
		}
		t.Printed = append(t.Printed, printed)
	}
	return t
}

// add puts the sheet into the release, as a table and as truth.
func (g *gen) add(s *sheet) {
	g.truth.Tables = append(g.truth.Tables, s.truth())
	g.body = append(g.body, g.layout(s))
}

// printedFields are the columns that the table prints.
func (s *sheet) printedFields() []field {
	return slices.DeleteFunc(slices.Clone(s.fields), func(f field) bool { return f.Key == s.group || f.Type == "flag" })
}

// layout arranges the sheet as a table.
func (g *gen) layout(s *sheet) *table {
	fields := s.printedFields()
	t := &table{caption: s.caption, look: s.look, notes: s.notes}
	for _, f := range fields {
		t.align += string(f.align)
	}
	t.rows = headRows(fields)
	last := rec{}
	starts := map[string]*cell{} // the cells that span, by column
	var part []rec
	for i, r := range s.records {
		if s.group != "" && r[s.group] != last[s.group] {
			g.subtotal(t, s, fields, part)
			part = nil
			t.rows = append(t.rows, s.groupRow(len(fields), asIs(r[s.group])))
			last = rec{s.group: r[s.group]}
		}
		part = append(part, r)
		cells := make([]cell, len(fields))
		fresh := i == 0
		for j, f := range fields {
			words := f.show(r[f.Key])
			if f.mark != nil {
				words = f.mark(r, words)
			}
			cells[j].words = words
			if !slices.Contains(s.carried, f.Key) {
				continue
			}
			if fresh = fresh || last[f.Key] != r[f.Key]; fresh {
				cells[j].rows = 1
				starts[f.Key] = &cells[j]
				last[f.Key] = r[f.Key]
				continue
			}
			cells[j] = cell{covered: s.span}
			if s.span {
				starts[f.Key].rows++
			}
		}
		t.rows = append(t.rows, row{data, cells})
	}
	g.subtotal(t, s, fields, part)
	if s.totalAs != "" {
		t.rows = append(t.rows, g.sumRow(s, fields, s.records, s.totalAs, s.wrongTotal))
	}
	return t
}

// headRows makes one row of headings, or two where some are spanned, and one more
// for units.
func headRows(fields []field) (rows []row) {
	titles := make([]cell, len(fields))
	spans := make([]cell, len(fields))
	units := make([]cell, len(fields))
	spanned, measured := false, false
	for j, f := range fields {
		titles[j].words, spans[j].words, units[j].words = f.Title, f.Span, f.Unit
		spanned = spanned || f.Span != ""
		measured = measured || f.Unit != ""
		if j > 0 && f.Span != "" && f.Span == fields[j-1].Span {
			start := j - 1
			for spans[start].covered {
				start--
			}
			spans[start].cols = max(spans[start].cols, 1) + 1
			spans[j] = cell{covered: true}
		}
	}
	if spanned {
		rows = append(rows, row{head, spans})
	}
	rows = append(rows, row{head, titles})
	if measured {
		rows = append(rows, row{head, units})
	}
	if len(rows) == 1 && !slices.ContainsFunc(titles, func(c cell) bool { return c.words != "" }) {
		return nil
	}
	return rows
}

func (s *sheet) groupRow(width int, words string) row {
	cells := make([]cell, width)
	cells[0].words = words
	if s.groupAs == "full" {
		cells[0].cols = width
		for j := 1; j < width; j++ {
			cells[j].covered = true
		}
	}
	return row{group, cells}
}

func (g *gen) subtotal(t *table, s *sheet, fields []field, part []rec) {
	if s.subtotalAs != "" && len(part) > 0 {
		t.rows = append(t.rows, g.sumRow(s, fields, part, s.subtotalAs, 0))
	}
}

// sumRow makes a row of sums and writes it into the truth.
func (g *gen) sumRow(s *sheet, fields []field, records []rec, label string, wrong float64) row {
	cells := make([]cell, len(fields))
	cells[0].words = label
	values := map[string]any{}
	for j, f := range fields {
		if !slices.Contains(s.sums, f.Key) {
			continue
		}
		sum := sumOf(records, f.Key)
		if f.Key == s.sums[len(s.sums)-1] {
			sum += wrong
		}
		values[f.Key] = sum
		cells[j].words = f.show(sum)
	}
	g.truth.Totals = append(g.truth.Totals, score.Total{Label: label, Values: values, Right: wrong == 0})
	return row{total, cells}
}

// sumOf sums up a column.
func sumOf(records []rec, key string) (sum float64) {
	for _, r := range records {
		if v, ok := r[key].(float64); ok {
			sum += v
		}
	}
	return sum
}

// announce puts a sentence with a figure before the blocks, and the figure into the truth.
func (g *gen) announce(sentence, what string, value float64, right bool) {
	g.lead = append(g.lead, sentence)
	g.truth.Announced = append(g.truth.Announced, score.Figure{Text: bare(sentence), Value: value, What: what, Right: right})
}
