// This file fills the columns that marks decide, with true or false for each record.

package normalize

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/records"
)

// A flagger fills the flag columns row by row.
type flagger struct {
	t     *bind.Table
	rules []rule
	cols  []flagColumn
	split []records.Finding // rows whose marks of one meaning disagree
}

// A flagColumn is one column being filled.
type flagColumn struct {
	name     string
	col      int
	rules    []int // of flagger.rules
	yes, no  []records.Edit
	disagree int
}

func newFlagger(t *bind.Table, rs []rule) *flagger {
	f := &flagger{t: t, rules: rs}
	for i := range rs {
		col := t.Col(rs[i].column)
		if col < 0 || t.Columns[col].Printed >= 0 {
			continue
		}
		k := -1
		for j := range f.cols {
			if f.cols[j].col == col {
				k = j
			}
		}
		if k < 0 {
			k = len(f.cols)
			f.cols = append(f.cols, flagColumn{name: rs[i].column, col: col})
		}
		f.cols[k].rules = append(f.cols[k].rules, i)
	}
	return f
}

// row fills the flags of one record.
func (f *flagger) row(r *records.Record, signs []string, word string, name int) {
	for k := range f.cols {
		fc := &f.cols[k]
		if r.Text(fc.col) != "" {
			continue // filled by a run before
		}
		hits, text := 0, ""
		kinds, hitKinds := 0, 0
		for _, i := range fc.rules {
			ru := &f.rules[i]
			kinds |= 1 << ru.Kind
			if ru.marks(r, signs, word, name) {
				hits++
				hitKinds |= 1 << ru.Kind
				ru.used++
				text = ru.Sign
			}
		}
		if fc.name == "mark" {
			if hits > 0 {
				fc.yes = extend(f.t, fc.yes, r, fc.col, text)
			}
			continue
		}
		if hits > 0 {
			fc.yes = extend(f.t, fc.yes, r, fc.col, "true")
			if kinds != hitKinds {
				fc.disagree++
				if fc.disagree <= maxDisagree {
					f.split = append(f.split, records.Finding{
						Code: records.CodeMarkDisagree, Level: records.Doubt, Record: r.ID,
						Why: fmt.Sprintf("only some of the marks that mean %s are on this row; taken for %s", fc.name, fc.name),
					})
				}
			}
		} else {
			fc.no = extend(f.t, fc.no, r, fc.col, "false")
		}
	}
}

// maxDisagree is how many rows with only some of their marks are reported one by one.
const maxDisagree = 20

// marks reports whether the rule's mark is on the row.
func (ru *rule) marks(r *records.Record, signs []string, word string, name int) bool {
	switch ru.Kind {
	case marks.SignMark:
		for _, s := range signs {
			if s == ru.Sign {
				return true
			}
		}
		return false
	case marks.WordMark:
		return word != "" && ru.Sign == marks.AnyWord || slices.Contains(signs, ru.Sign)
	}
	if r.Src(name) == nil {
		return false
	}
	if r.Cells[name].Src.IsPlain() {
		return false
	}
	st := marks.StyleOf(r.Cells[name].Src.Runs())
	switch ru.Kind {
	case marks.BoldMark:
		return st.Has(document.Bold)
	case marks.ItalicMark:
		return st.Has(document.Italic)
	case marks.FillMark:
		return st.Fill == ru.Color
	case marks.ColorMark:
		return st.Color == ru.Color
	}
	return false
}

// extend adds an edit of col at r, or stretches the last one if r is the next
// row and both were blank before.
func extend(t *bind.Table, edits []records.Edit, r *records.Record, col int, text string) []records.Edit {
	if n := len(edits); n > 0 && r.Text(col) == "" {
		e := &edits[n-1]
		if int(max(e.Record, e.Last)) == r.ID-1 && e.Text == text && int(e.Col) == col {
			e.Last = int32(r.ID)
			return edits
		}
	}
	return t.AppendEdit(edits, records.Edit{Record: int32(r.ID), Col: int32(col), Text: text})
}

// findings returns what was filled, with its evidence.
func (f *flagger) findings() (out []records.Finding) {
	for k := range f.cols {
		fc := &f.cols[k]
		why := ""
		for _, i := range fc.rules {
			if f.rules[i].used == 0 {
				continue
			}
			if why != "" {
				why += "; "
			}
			why += f.rules[i].why
		}
		code := records.CodeMarked
		if fc.name == "mark" {
			code = records.CodeMarkKept
		}
		y := records.Finding{Code: code, Why: why, At: f.rules[fc.rules[0]].at, Edits: fc.yes}
		n := records.Finding{Code: records.CodeUnmarked, Why: "rows without the mark: not " + fc.name, At: f.rules[fc.rules[0]].at, Edits: fc.no}
		for _, g := range [...]*records.Finding{&y, &n} {
			if len(g.Edits) > 0 {
				g.Record = int(g.Edits[0].Record)
				out = append(out, *g)
			}
		}
	}
	return append(out, f.split...)
}

// columnFlags reads the printed columns of crosses: "Nouveau" above "X" and blanks.
func columnFlags(t *bind.Table) (found []records.Finding) {
	for j := range t.Columns {
		if c := &t.Columns[j]; c.Printed >= 0 && c.Type == records.Flag {
			found = append(found, crosses(t, j)...)
		}
	}
	return found
}

// crosses reads one printed column of crosses.
func crosses(t *bind.Table, col int) []records.Finding {
	yes := records.Finding{Code: records.CodeMarked, Why: fmt.Sprintf("the column %q is marked", t.Columns[col].Title)}
	no := records.Finding{Code: records.CodeUnmarked, Why: fmt.Sprintf("the column %q is not marked", t.Columns[col].Title)}
	var odd []records.Finding
	hasNo := false
	for _, r := range t.Rows {
		if r.Role == records.Data && lexicon.NoWords[fold.Words(r.Text(col))] && r.Text(col) != "" {
			hasNo = true
		}
	}
	for _, r := range t.Rows {
		if r.Role != records.Data {
			continue
		}
		s := r.Text(col)
		if s == "true" || s == "false" {
			continue
		}
		w := fold.Words(s)
		switch {
		case w == "" && (s == "" || strings.Trim(s, "-–— ") == ""):
			no.Edits = extend(t, no.Edits, r, col, "false")
		case w == "n" && hasNo, lexicon.NoWords[w]:
			no.Edits = t.AppendEdit(no.Edits, records.Edit{Record: int32(r.ID), Col: int32(col), Text: "false"})
		case lexicon.YesWords[w], w == "": // a sign: *, ✓, ●
			yes.Edits = t.AppendEdit(yes.Edits, records.Edit{Record: int32(r.ID), Col: int32(col), Text: "true"})
		case strings.HasPrefix(w, "nouv"), strings.HasPrefix(w, "new"):
			yes.Edits = t.AppendEdit(yes.Edits, records.Edit{Record: int32(r.ID), Col: int32(col), Text: "true"})
		default:
			odd = append(odd, records.Finding{
				Code: records.CodeFlag, Level: records.Doubt, Record: r.ID,
				Why: fmt.Sprintf("the column %q reads %q: neither yes nor no", t.Columns[col].Title, s),
			})
		}
	}
	if len(yes.Edits) > 0 {
		yes.Record = int(yes.Edits[0].Record)
	}
	if len(no.Edits) > 0 {
		no.Record = int(no.Edits[0].Record)
	}
	return append(withEdits(yes, no), odd...)
}
