// The mark pass: what stars, colours and bold type say of a row.

package normalize

import (
	"fmt"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/claims"
)

var markPass = pass{
	name: "mark",
	doc:  "turn marks (a star, a word, colour, bold) into columns, as the legend says",
	run:  runMark,
}

// An announced is a number of new ones that the prose gives.
type announced struct {
	n    int
	text string
	at   document.Pos
}

// announcedNew returns how many new ones the prose announces. What is
// counted is told from the names of the first rows.
func announcedNew(prose *claims.Prose, tables []*bound) (out []announced) {
	var fs claims.Facts
	for _, t := range tables {
		fs.Tables = append(fs.Tables, tableFacts(t, sampleRows))
	}
	for _, c := range prose.Check(fs) {
		if n := int(c.Value); c.Kind == claims.New && c.Status != claims.OutOfScope && float64(n) == c.Value && n > 0 {
			out = append(out, announced{n, c.Text, c.At})
		}
	}
	return out
}

// A rule says which column a sighting fills and on what evidence.
type rule struct {
	sighting
	column string
	why    string
	at     document.Pos
	used   int
}

// rules decides what the marks seen in t mean.
func rules(t *bound, s *sighter) (rs []rule, found []Finding) {
	explained := func(m *sighting) bool {
		for i := range rs {
			if r := &rs[i]; r.kind == m.kind && r.sign == m.sign && r.color == m.color {
				return true
			}
		}
		return false
	}
	for i := range t.Legends {
		l := &t.Legends[i]
		seen := false
		for j := range s.seen {
			m := &s.seen[j]
			for k := range l.Marks {
				if m.fits(&l.Marks[k], s.rows) && !explained(m) {
					column := l.Meaning
					if column == "" {
						column = "mark"
					}
					rs = append(rs, rule{sighting: *m, column: column, at: l.At, why: m.words() + "; " + l.says()})
					seen = true
				} else if m.fits(&l.Marks[k], s.rows) {
					seen = true
				}
			}
		}
		if m := everywhere(s, l); !seen && m != nil {
			if a := announcement(t, m.rows); a != nil && l.Meaning == MeansNew {
				rs = append(rs, rule{sighting: *m, column: l.Meaning, at: l.At, why: fmt.Sprintf("%s; %s, and the release announces %d", m.words(), l.says(), a.n)})
			} else if l.Meaning != "" {
				found = t.pushFinding(found, Finding{
					Code: "mark-unseen", Level: Doubt, At: l.At,
					Why: fmt.Sprintf("%s, but every row looks so: it marks nothing; %s is left empty", l.says(), l.Meaning),
				})
			}
		} else if !seen && l.Meaning != "" && !t.marks.carries(l) {
			level := Doubt
			if l.Profile != "" {
				level = Noted // a family has releases without new ones
			}
			found = t.pushFinding(found, Finding{
				Code: "mark-unseen", Level: level, At: l.At,
				Why: fmt.Sprintf("%s, but no row shows that mark; %s is left empty", l.says(), l.Meaning),
			})
		}
	}
	for j := range s.seen {
		if m := &s.seen[j]; m.kind == WordMark && m.sign == anyWord && !explained(m) {
			rs = append(rs, rule{sighting: *m, column: MeansNew, why: "the word beside the name says so"})
		}
	}
	return append(rs, unexplained(t, s, rs, explained, &found)...), found
}

// everywhere returns the mark of a legend that all rows show, nil if there is none.
func everywhere(s *sighter, l *Legend) *sighting {
	for j := range s.seen {
		for k := range l.Marks {
			m := &s.seen[j]
			if m.kind != l.Marks[k].Kind || m.rows < s.rows || m.kind == SignMark {
				continue
			}
			if (m.kind == FillMark || m.kind == ColorMark) && l.Marks[k].Hue != "" && !sameHue(m.color, l.Marks[k].Hue) {
				continue
			}
			return m
		}
	}
	return nil
}

// unexplained looks at the marks that no legend explains. Where the release
// announces as many new ones as rows have one of them, that is what it means.
func unexplained(t *bound, s *sighter, rs []rule, explained func(*sighting) bool, found *[]Finding) (more []rule) {
	isNew := t.Col(MeansNew) >= 0 && t.Columns[t.Col(MeansNew)].printed >= 0
	for i := range rs {
		isNew = isNew || rs[i].column == MeansNew
	}
	for j := range s.seen {
		m := &s.seen[j]
		if explained(m) || m.kind != SignMark && m.striped(s.rows) {
			continue
		}
		if a := announcement(t, m.rows); a != nil && !isNew && m.rows < s.rows {
			more = append(more, rule{
				sighting: *m, column: MeansNew, at: a.at,
				why: fmt.Sprintf("the release announces %d new ones (%q), and %s on %d rows", a.n, a.text, m.words(), m.rows),
			})
			continue
		}
		switch m.kind {
		case SignMark:
			more = append(more, rule{sighting: *m, column: "mark", why: "no legend explains it; kept as printed"})
			*found = append(*found, Finding{
				Code: "mark-unexplained", Level: Doubt, At: t.At,
				Why: fmt.Sprintf("%d rows carry %q, and no legend says what it means", m.rows, m.sign),
			})
		case FillMark, ColorMark:
			if h := hueOf(m.color); h != "" && h != "grey" && !isNew && len(t.Legends) == 0 {
				*found = append(*found, Finding{
					Code: "mark-unexplained", Level: Doubt, At: t.At,
					Why: fmt.Sprintf("%s on %d rows, and no legend says what it means", m.words(), m.rows),
				})
			}
		}
	}
	return more
}

// announcement returns an announcement of n new ones, nil if there is none.
func announcement(t *bound, n int) *announced {
	for i := range t.announced {
		if t.announced[i].n == n {
			return &t.announced[i]
		}
	}
	return nil
}

// runMark strips signs and words from the cells and fills the columns that they
// stand for.
func runMark(t *bound) []Finding {
	p := t.profile
	name := t.Col("name")
	s := &sighter{affixes: p.signsOf()}
	var cells []*document.Cell
	for _, r := range t.Rows {
		if r.Role == Data {
			cells = rowCells(t, r, cells)
			s.look(cells, r.Cells[name].Src)
		}
	}
	rs, found := rules(t, s)
	found = append(found, columnFlags(t)...)
	strip := map[string]*Finding{}
	flags := newFlagger(t, rs)
	var signs []string
	for _, r := range t.Rows {
		if r.Role != Data && r.Role != Section {
			continue
		}
		var word string
		signs, word = stripRow(t, r, s.affixes, strip, signs[:0])
		if r.Role == Data {
			flags.row(r, signs, word, name)
		}
	}
	for _, code := range [...]string{"mark-sign", "mark-word"} {
		if f := strip[code]; f != nil {
			found = append(found, *f)
		}
	}
	return append(found, flags.findings()...)
}

// rowCells returns the cells of r that may carry a mark: all but those of the
// group columns, whose marks are not the row's.
func rowCells(t *bound, r *Record, buf []*document.Cell) []*document.Cell {
	buf = buf[:0]
	for j := range r.Cells {
		c := &r.Cells[j]
		if c.Src == nil || c.Text == "" {
			continue
		}
		if j < len(t.Columns) && (t.Columns[j].Name == "region" || t.Columns[j].Name == "department" || t.Columns[j].Type != Text) {
			continue
		}
		buf = append(buf, c.Src)
	}
	return buf
}

// stripRow proposes to take signs and words off the cells of r, and returns
// those of the cells that speak for the row, appended to signs.
func stripRow(t *bound, r *Record, affixes []affix, strip map[string]*Finding, signs []string) (rowSigns []string, word string) {
	rowSigns = signs
	add := func(code, why string, j int, text string) {
		f := strip[code]
		if f == nil {
			f = &Finding{Code: code, Record: r.ID, At: r.At, Why: why}
			strip[code] = f
		}
		f.Edits = t.push(f.Edits, Edit{Record: int32(r.ID), Col: int32(j), Text: text})
	}
	for j := range r.Cells {
		s := r.Cells[j].Text
		if s == "" || j < len(t.Columns) && t.Columns[j].Type != Text {
			continue
		}
		group := j < len(t.Columns) && (t.Columns[j].Name == "region" || t.Columns[j].Name == "department")
		own := func() { // before the signs that all know, which may stand behind them, and after
			for i := range affixes {
				if rest, ok := affixes[i].cut(s); ok && !group {
					rowSigns = append(rowSigns, affixes[i].text)
					add("mark-sign", "signs taken off the names that they mark", j, rest)
					strip["mark-sign"].dropOlder()
					s = rest
				}
			}
		}
		own()
		if c := s[len(s)-1]; !isWordByte(c) || signAt(s) != "" {
			rest, sign := cutSign(s)
			for sign != "" && rest != "" {
				if !group {
					rowSigns = append(rowSigns, sign)
				}
				add("mark-sign", "signs taken off the names that they mark", j, rest)
				strip["mark-sign"].dropOlder()
				s = rest
				rest, sign = cutSign(s)
			}
		}
		own()
		if !group && (mayEndInWord(s) || mayBeginWithWord(s)) {
			if rest, w := cutWord(s); w != "" && rest != "" {
				word = w
				if r.Cells[j].Text != s { // a sign was taken off as well: one edit a cell
					f := strip["mark-sign"]
					f.Edits[len(f.Edits)-1].Text = rest
				} else {
					add("mark-word", "words taken off the names that they mark", j, rest)
				}
			}
		}
	}
	return rowSigns, word
}
