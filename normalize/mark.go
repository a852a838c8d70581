// The mark pass finds what stars, colours and bold type say about a row.

package normalize

import (
	"fmt"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/records"
)

var markPass = pass{
	name: "mark",
	doc:  "turn marks (a star, a word, colour, bold) into columns, as the legend says",
	run:  runMark,
}

// A rule is a mark, the column that it fills, and the evidence for that.
type rule struct {
	marks.Occurrence
	column string
	why    string
	at     document.Pos
	used   int
}

// rules decides what the marks seen in t mean.
func rules(t *bind.Table, s *marks.Counter) (rs []rule, found []records.Finding) {
	explained := func(m *marks.Occurrence) bool {
		for i := range rs {
			if r := &rs[i]; r.Kind == m.Kind && r.Sign == m.Sign && r.Color == m.Color {
				return true
			}
		}
		return false
	}
	for i := range t.Legends {
		l := &t.Legends[i]
		seen := false
		for j := range s.Found {
			m := &s.Found[j]
			for k := range l.Marks {
				if m.Matches(&l.Marks[k], s.Rows) && !explained(m) {
					column := l.Meaning
					if column == "" {
						column = "mark"
					}
					rs = append(rs, rule{Occurrence: *m, column: column, at: l.At, why: m.Words() + "; " + l.Says()})
					seen = true
				} else if m.Matches(&l.Marks[k], s.Rows) {
					seen = true
				}
			}
		}
		if m := everywhere(s, l); !seen && m != nil {
			if a := announcement(t, m.Rows); a != nil && l.Meaning == marks.MeansNew {
				rs = append(rs, rule{Occurrence: *m, column: l.Meaning, at: l.At, why: fmt.Sprintf("%s; %s, and the release announces %d", m.Words(), l.Says(), a.N)})
			} else if l.Meaning != "" {
				found = t.AppendFinding(found, records.Finding{
					Code: records.CodeMarkUnseen, Level: records.Doubt, At: l.At,
					Why: fmt.Sprintf("%s, but every row looks so: it marks nothing; %s is left empty", l.Says(), l.Meaning),
				})
			}
		} else if !seen && l.Meaning != "" && !t.Marks.Shows(l) {
			level := records.Doubt
			if l.Profile != "" {
				level = records.Noted // a family has releases without new ones
			}
			found = t.AppendFinding(found, records.Finding{
				Code: records.CodeMarkUnseen, Level: level, At: l.At,
				Why: fmt.Sprintf("%s, but no row shows that mark; %s is left empty", l.Says(), l.Meaning),
			})
		}
	}
	for j := range s.Found {
		if m := &s.Found[j]; m.Kind == marks.WordMark && m.Sign == marks.AnyWord && !explained(m) {
			rs = append(rs, rule{Occurrence: *m, column: marks.MeansNew, why: "the word beside the name says so"})
		}
	}
	return append(rs, unexplained(t, s, rs, explained, &found)...), found
}

// everywhere returns the mark of a legend that all rows show, nil if there is none.
func everywhere(s *marks.Counter, l *marks.Legend) *marks.Occurrence {
	for j := range s.Found {
		for k := range l.Marks {
			m := &s.Found[j]
			if m.Kind != l.Marks[k].Kind || m.Rows < s.Rows || m.Kind == marks.SignMark {
				continue
			}
			if (m.Kind == marks.FillMark || m.Kind == marks.ColorMark) && l.Marks[k].Hue != "" && !marks.SameHue(m.Color, l.Marks[k].Hue) {
				continue
			}
			return m
		}
	}
	return nil
}

// unexplained returns rules for marks that no legend explains: if the release announces
// as many new ones as rows have the mark, the mark means new.
func unexplained(t *bind.Table, s *marks.Counter, rs []rule, explained func(*marks.Occurrence) bool, found *[]records.Finding) (more []rule) {
	isNew := t.Col(marks.MeansNew) >= 0 && t.Columns[t.Col(marks.MeansNew)].Printed >= 0
	for i := range rs {
		isNew = isNew || rs[i].column == marks.MeansNew
	}
	for j := range s.Found {
		m := &s.Found[j]
		if explained(m) || m.Kind != marks.SignMark && m.IsDecoration(s.Rows) {
			continue
		}
		if a := announcement(t, m.Rows); a != nil && !isNew && m.Rows < s.Rows {
			more = append(more, rule{
				Occurrence: *m, column: marks.MeansNew, at: a.At,
				why: fmt.Sprintf("the release announces %d new ones (%q), and %s on %d rows", a.N, a.Text, m.Words(), m.Rows),
			})
			continue
		}
		switch m.Kind {
		case marks.SignMark:
			more = append(more, rule{Occurrence: *m, column: "mark", why: "no legend explains it; kept as printed"})
			*found = append(*found, records.Finding{
				Code: records.CodeMarkUnexplained, Level: records.Doubt, At: t.At,
				Why: fmt.Sprintf("%d rows carry %q, and no legend says what it means", m.Rows, m.Sign),
			})
		case marks.FillMark, marks.ColorMark:
			if h := marks.HueOf(m.Color); h != "" && h != "grey" && !isNew && len(t.Legends) == 0 {
				*found = append(*found, records.Finding{
					Code: records.CodeMarkUnexplained, Level: records.Doubt, At: t.At,
					Why: fmt.Sprintf("%s on %d rows, and no legend says what it means", m.Words(), m.Rows),
				})
			}
		}
	}
	return more
}

// announcement returns an announcement of n new ones, nil if there is none.
func announcement(t *bind.Table, n int) *bind.Announced {
	for i := range t.Announced {
		if t.Announced[i].N == n {
			return &t.Announced[i]
		}
	}
	return nil
}

// runMark removes signs and words from the cells and fills the columns that they stand
// for.
func runMark(t *bind.Table) []records.Finding {
	p := t.Profile
	name := t.Col("name")
	s := &marks.Counter{Affixes: p.Affixes()}
	var cells []*document.Cell
	noted := make(map[[2]int]bool, len(t.Footnotes))
	for i := range t.Footnotes {
		noted[[2]int{t.Footnotes[i].Record, t.Footnotes[i].Col}] = true
	}
	for _, r := range t.Rows {
		if r.Role == records.Data {
			cells = rowCells(t, r, noted, cells)
			s.CountRow(cells, r.Src(name))
		}
	}
	rs, found := rules(t, s)
	found = append(found, columnFlags(t)...)
	strip := map[string]*records.Finding{}
	flags := newFlagger(t, rs)
	var signs []string
	for _, r := range t.Rows {
		if r.Role != records.Data && r.Role != records.Section {
			continue
		}
		var word string
		signs, word = stripRow(t, r, s.Affixes, strip, signs[:0])
		if r.Role == records.Data {
			flags.row(r, signs, word, name)
		}
	}
	for _, code := range [...]string{records.CodeMarkSign, records.CodeMarkWord} {
		if f := strip[code]; f != nil {
			found = append(found, *f)
		}
	}
	return append(found, flags.findings()...)
}

// rowCells returns the cells of r that may carry a mark: all but those of the
// group columns, whose marks are not the row's, and those whose mark leads to a note.
func rowCells(t *bind.Table, r *records.Record, noted map[[2]int]bool, buf []*document.Cell) []*document.Cell {
	buf = buf[:0]
	for j := range r.Cells {
		c := &r.Cells[j]
		if c.Src == nil || c.Text == "" || len(noted) > 0 && noted[[2]int{r.ID, j}] {
			continue
		}
		if j < len(t.Columns) && (t.Columns[j].Means() == "region" || t.Columns[j].Means() == "department" || t.Columns[j].Type != records.Text) {
			continue
		}
		buf = append(buf, c.Src)
	}
	return buf
}

// stripRow proposes to remove signs and words from the cells of r. It returns those of
// the cells that say what the row is about, appended to signs.
func stripRow(t *bind.Table, r *records.Record, affixes []marks.Affix, strip map[string]*records.Finding, signs []string) (rowSigns []string, word string) {
	rowSigns = signs
	add := func(code, why string, j int, text string) {
		f := strip[code]
		if f == nil {
			f = &records.Finding{Code: code, Record: r.ID, At: r.At, Why: why}
			strip[code] = f
		}
		f.Edits = t.AppendEdit(f.Edits, records.Edit{Record: int32(r.ID), Col: int32(j), Text: text})
	}
	for j := range r.Cells {
		s := r.Cells[j].Text
		if s == "" || j < len(t.Columns) && t.Columns[j].Type != records.Text {
			continue
		}
		group := j < len(t.Columns) && (t.Columns[j].Means() == "region" || t.Columns[j].Means() == "department")
		stripGiven := func() { // before the built-in signs, which may follow them, and after
			for i := range affixes {
				if rest, ok := affixes[i].Cut(s); ok && !group {
					rowSigns = append(rowSigns, affixes[i].Text)
					add(records.CodeMarkSign, "signs taken off the names that they mark", j, rest)
					strip[records.CodeMarkSign].DropOverwritten()
					s = rest
				}
			}
		}
		stripGiven()
		if c := s[len(s)-1]; !marks.IsWordByte(c) || marks.SignAt(s) != "" {
			rest, sign := marks.CutSign(s)
			if sign != "" && rest == "" && !group && j != t.Col("name") { // a cell of nothing else marks its row too
				rowSigns = append(rowSigns, sign)
			}
			for sign != "" && rest != "" {
				if !group {
					rowSigns = append(rowSigns, sign)
				}
				add(records.CodeMarkSign, "signs taken off the names that they mark", j, rest)
				strip[records.CodeMarkSign].DropOverwritten()
				s = rest
				rest, sign = marks.CutSign(s)
			}
		}
		stripGiven()
		if !group && (marks.MayEndInNewWord(s) || marks.MayBeginWithNewWord(s)) {
			if rest, w := marks.CutNewWord(s); w != "" && rest != "" {
				word = w
				if r.Cells[j].Text != s { // a sign was taken off as well: one edit a cell
					f := strip[records.CodeMarkSign]
					f.Edits[len(f.Edits)-1].Text = rest
				} else {
					add(records.CodeMarkWord, "words taken off the names that they mark", j, rest)
				}
			}
		}
	}
	return rowSigns, word
}
