// Package bind decides which printed pieces are one table, which lists are tables,
// and what each column means.
package bind

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/normalize/records"
)

// bind returns the logical tables of doc with every printed row as a record,
// and findings about what it had to decide. It does not change doc.
//
// A fragment goes on from the one before it where the reader saw that it does,
// where it prints the same headings, or where it has blank headings or none and
// nothing but page furniture stands between. A heading that names a region or a
// department may stand between: it becomes a Section row. Any other heading
// begins a new table.
func Document(doc *document.Document, p *profile.Profile, prose *claims.Prose) ([]*Table, []records.Finding) {
	b := &binder{known: &known{Places: places.New(p.TotalWords()), Profile: p, english: doc.Language == "en", french: doc.Language == "fr", dates: documentOrder(doc)}, legends: marks.FindLegends(doc)}
	var (
		tables []*Table
		all    []records.Finding
	)
	b.speaksNew = marks.SpeaksOfNew(doc)
	read := readLists(doc, p, prose)
	gathered := gather(doc, b.known, read)
	frags := gathered.frags
	all = append(all, gathered.tooMany()...)
	for _, f := range p.Contradicted(b.legends) {
		f.Pass = "bind"
		all = append(all, f)
	}
	b.legends = append(p.Legends(), b.legends...)
	b.Marks = marks.CountMarks(bodies(frags), p.Affixes())
	b.legends = slices.DeleteFunc(b.legends, func(l marks.Legend) bool { return l.Aside && !b.Marks.Shows(&l) })
	for len(frags) > 0 {
		n := 1
		first := titled(frags[:n])
		for n < len(frags) && goesOn(b.Places, frags[:n], first, frags[n]) {
			if n++; first == nil {
				first = titled(frags[n-1 : n])
			}
		}
		t, found := b.table(frags[:n])
		if t != nil {
			t.ID = len(tables) + 1
			for i := range found {
				found[i].Pass, found[i].Table = "bind", t.ID
			}
			tables = append(tables, t)
			all = append(all, found...)
		}
		clear(frags[:n])
		frags = frags[n:]
	}
	if b.speaksNew && len(b.Marks.Found) > 0 {
		b.Announced = announcedNew(prose, tables)
	}
	return tables, append(all, listFindings(read, tables)...)
}

// bodies returns the rows of each fragment below its header rows.
func bodies(frags []*fragment) [][]document.Row {
	rows := make([][]document.Row, len(frags))
	for i, f := range frags {
		rows[i] = f.rows[min(f.header, len(f.rows)):]
	}
	return rows
}

// A binder builds the tables of one document.
type binder struct {
	*known
	legends     []marks.Legend
	inNames     bool // of the table at hand: bound.SectionsInNames
	speaksNew   bool // the prose says "nouveau" or "new" somewhere
	plainGroups bool // of the table at hand: bound.PlainGroups
	lastID      int
}

// GoesOn reports whether f continues the table made of the fragments before it,
// of which first is the first that prints headings, nil if none does.
func goesOn(p *places.Places, before []*fragment, first, f *fragment) bool {
	if f.list > 0 || before[len(before)-1].list > 0 && !f.total {
		return false
	}
	if f.total {
		return true
	}
	last := before[len(before)-1]
	for i := len(before) - 2; last.total && i >= 0; i-- {
		last = before[i]
	}
	if f.continues {
		if f.titles == nil && f.width < last.width && len(before[0].rows) > 0 {
			f.cols, _ = alignColumns(p, before[0], f)
		}
		return true
	}
	if f.apart || (f.method == "list") != (last.method == "list") || f.part != last.part {
		return false
	}
	if f.method == "list" {
		return len(f.above) > 0 || !f.prose
	}
	if f.titles != nil {
		if first == nil {
			return false
		}
		cols, ok := alignTitles(p, first, f)
		f.cols = cols
		return ok
	}
	if first == nil {
		first = before[0]
	}
	if f.width == last.width && last.cols != nil {
		f.cols = last.cols // the next page in the same layout
	}
	switch {
	case f.header > 0: // blank headings: a converter's mark of a cut table
		return f.width == last.width
	case f.prose || f.width > first.width:
		return false
	case f.width == last.width:
		return fits(p, first, f)
	}
	cols, ok := alignColumns(p, first, f)
	f.cols = cols
	return ok
}

// titled returns the first fragment that prints headings, nil if none does.
func titled(frags []*fragment) *fragment {
	for _, f := range frags {
		if f.titles != nil {
			return f
		}
	}
	return nil
}

// fits reports whether the values of f, which has no headings, could stand
// under those of first: no column that is known rejects most of them.
func fits(p *places.Places, first, f *fragment) bool {
	for j := range f.width {
		k := f.column(j)
		if k < 0 || k >= len(first.titles) {
			continue
		}
		name := columnNamed(first.titles[k])
		ok, bad := 0, 0
		for i := range min(len(f.rows), SampleRows) {
			if j >= len(f.rows[i].Cells) {
				continue
			}
			s := strings.TrimSpace(f.rows[i].Cells[j].Text())
			if s == "" {
				continue
			}
			if accepted, known := p.Accepts(name, s); !known || accepted {
				ok++
			} else {
				bad++
			}
		}
		if bad > ok+1 {
			return false
		}
	}
	return true
}

// table builds one logical table of fragments.
func (b *binder) table(frags []*fragment) (*Table, []records.Finding) {
	first := frags[0]
	width := 0
	for _, f := range frags {
		for j := range f.width {
			width = max(width, f.column(j)+1)
		}
	}
	t := &Table{
		Table: &records.Table{At: first.at, Name: first.title, Method: first.method}, known: b.known,
		Block: first.block, List: first.list, counts: first.counts,
	}
	var titles []string
	if f := titled(frags); f != nil {
		titles = f.titles
	}
	if first.list == 0 {
		b.plainGroups = false
		if t.ParentColumns = b.findParents(frags, width); t.ParentColumns == 0 {
			b.findGroups(frags, width)
		}
	}
	cs := takeCensus(b.Places, frags, width)
	given, fits := profiledColumns(b.Profile, b.Places, frags, titles, width)
	cols := b.nameColumns(frags, titles, given, cs)
	if f := titled(frags); f != nil && len(f.notes) > 0 {
		for j := range cols {
			if j < len(f.asPrinted) {
				cols[j].Title = f.asPrinted[j]
			}
		}
	}
	narrow(b.Profile, cols)
	t.Profiled = fits
	t.Columns = b.layout(cols, frags)
	t.SectionsInNames, t.PlainGroups = b.inNames, b.plainGroups
	b.rows(t, frags, width)
	if len(t.Rows) == 0 {
		return nil, nil
	}
	t.Legends = b.legends
	var found []records.Finding
	for _, f := range frags {
		if f.stacked {
			found = append(found, records.Finding{Code: records.CodeSideBySide, Level: records.Noted, At: f.at, Why: "the same headings stand side by side: the rows below each are one table"})
		}
	}
	for _, f := range frags[1:] {
		if f.total {
			continue
		}
		found = append(found, records.Finding{Code: records.CodeContinued, Level: records.Noted, At: f.at, Why: whyJoined(f)})
	}
	return t, found
}

func whyJoined(f *fragment) string {
	switch {
	case f.continues:
		return "the table goes on from the one before it: it was cut by a page"
	case len(f.above) > 0 && f.method == "list":
		return fmt.Sprintf("the list below %q goes on from the one before it", places.PlaceText(f.above[0].text))
	case f.titles != nil && len(f.above) > 0:
		return fmt.Sprintf("the table below %q prints the same headings as the one before it", places.PlaceText(f.above[0].text))
	case f.titles != nil:
		return "the table prints the same headings as the one before it"
	case f.header > 0:
		return "the table has blank headings: it goes on from the one before it"
	}
	return "the table has no headings and as many columns as the one before it"
}

// layout returns all columns of the table: the printed ones, those that
// headings and section rows fill, and those that are derived.
func (b *binder) layout(cols []records.Column, frags []*fragment) []records.Column {
	has := map[string]bool{}
	for i := range cols {
		has[cols[i].Means()] = true
	}
	add := func(name string, derived bool) {
		if !has[name] {
			has[name] = true
			cols = append(cols, records.Column{Name: name, Kind: name, Derived: derived, Type: columnTypes[name], Printed: -1})
		}
	}
	kinds := b.sectionKinds(frags, cols)
	for _, kind := range [...]string{"section", "section_2", "region", "department"} {
		if kinds[kind] {
			add(kind, false)
		}
	}
	if has["department_code"] {
		add("department", true)
	}
	if has["region_code"] || has["department"] {
		add("region", true)
	}
	if has["region"] {
		add("region_code", true)
	}
	if has["department"] {
		add("department_code", true)
	}
	if has["commune"] && has["department"] {
		add("commune_code", true)
	}
	flags := b.marksIn()
	if has["region"] || has["department"] || has["commune"] || has["postal_code"] || has[marks.MeansNew] || frags[0].list > 0 || len(frags[0].columns) > 0 || speakOfRows(flags) {
		add("name", true)
		nameSubject(cols)
	}
	for _, m := range flags {
		add(m, true)
	}
	narrow(b.Profile, cols)
	return ordered(unique(cols))
}

// speakOfRows reports whether flags hold one that says something of a row, which a
// star without a legend does not.
func speakOfRows(flags []string) bool {
	return slices.ContainsFunc(flags, func(f string) bool { return f != "mark" })
}

// nameSubject calls the column that rows are about "name", if it holds text and no
// profile calls it otherwise.
func nameSubject(cols []records.Column) {
	for j := range cols {
		if c := &cols[j]; c.Kind == "name" && c.Type == records.Text {
			c.Name = "name"
		}
	}
}

// unique gives columns of one name different ones: first by the units of their
// headings, then by numbers. Fixed names stay.
func unique(cols []records.Column) []records.Column {
	count := map[string]int{}
	for i := range cols {
		count[cols[i].Name]++
	}
	for i := range cols {
		if c := &cols[i]; count[c.Name] > 1 && c.Title != "" && c.Name == fold.Snake(c.Title) {
			c.Name = fold.SnakeUnit(c.Title)
		}
	}
	used := map[string]bool{}
	for i := range cols {
		if cols[i].Fixed() {
			used[cols[i].Name] = true
		}
	}
	for i := range cols {
		if c := &cols[i]; !c.Fixed() {
			c.Name = UnusedName(c.Name, i, used)
			used[c.Name] = true
		}
	}
	return cols
}

// ordered puts the columns that have fixed names first, in their order.
func ordered(cols []records.Column) []records.Column {
	out := make([]records.Column, 0, len(cols))
	for _, name := range columnOrder {
		for _, c := range cols {
			if c.Name == name && c.Fixed() {
				out = append(out, c)
			}
		}
	}
	for _, c := range cols {
		fixed := false
		for _, name := range columnOrder {
			fixed = fixed || c.Name == name && c.Fixed()
		}
		if !fixed {
			out = append(out, c)
		}
	}
	return out
}

// rows makes the records: one for every printed row, and one for every heading
// above a fragment that names a place. They come from two slabs, since a table
// may have a million rows.
func (b *binder) rows(t *Table, frags []*fragment, width int) {
	col := make([]int, width)           // printed column -> column of t
	name, nameFrom := t.Col("name"), -1 // a name that is not printed is what the row is about
	for j := range t.Columns {
		if k := t.Columns[j].Printed; k >= 0 {
			col[k] = j
		}
	}
	if name >= 0 && t.Columns[name].Printed < 0 {
		nameFrom = subject(t.Columns)
	}
	n := 0
	for i, f := range frags {
		n += len(f.rows) + len(f.groups(i == 0))
	}
	store := make([]records.Record, 0, n)
	cells := make([]records.Cell, n*len(t.Columns))
	t.Rows = make([]*records.Record, 0, n)
	add := func(at document.Pos, role records.Role) *records.Record {
		b.lastID++
		store = append(store, records.Record{ID: b.lastID, At: at, Role: role, Cells: cells[:len(t.Columns):len(t.Columns)]})
		cells = cells[len(t.Columns):]
		r := &store[len(store)-1]
		t.Rows = append(t.Rows, r)
		return r
	}
	for i, f := range frags {
		for _, g := range f.groups(i == 0) {
			r := add(g.at, records.Section)
			r.Cells[t.Col(g.kind)] = records.Cell{Text: g.text, Src: g.cell}
		}
		if i > 0 && f.header < len(f.rows) {
			t.Cuts = append(t.Cuts, b.lastID+1+f.header)
		}
		for k := range f.rows {
			row := &f.printed[k]
			role := records.Data
			if k < f.header {
				role = records.Head
			}
			r := add(row.At, role)
			if f.parents[k] {
				if t.ParentRows == nil {
					t.ParentRows = map[int]bool{}
				}
				t.ParentRows[r.ID] = true
			}
			if depth := f.groupRows[k]; depth > 0 {
				if t.GroupRows == nil {
					t.GroupRows = map[int]uint8{}
				}
				t.GroupRows[r.ID] = depth
			}
			printed := false
			line := k
			var surplus []string // what a narrowed table keeps in one cell
			for j := range row.Cells {
				c := &row.Cells[j]
				k := f.column(j)
				stands := j < f.width && k >= 0 && k < width
				if c.IsBlank() && !c.Covered() && c.Span() == (document.Span{}) {
					if stands {
						r.Cells[col[k]].Src = c // printed blank, which is not nothing
					}
					continue
				}
				text := c.Text()
				printed = printed || !document.IsBlank(text)
				if stands {
					r.Cells[col[k]] = records.Cell{Text: text, Src: c}
					if note, ok := f.notes[[2]int{line, j}]; ok && role == records.Data {
						t.Footnotes = append(t.Footnotes, Footnote{Record: r.ID, Col: col[k], Text: f.rows[line].Cells[j].Text(), Mark: note.mark, Explained: note.explained})
					}
				} else if f.narrowed && len(r.Cells) > len(t.Columns) {
					surplus = append(surplus, text)
				} else if !document.IsBlank(text) {
					r.Cells = append(r.Cells, records.Cell{Text: text, Src: c})
				}
			}
			if surplus != nil {
				c := &r.Cells[len(t.Columns)]
				c.Text += " | " + strings.Join(surplus, " | ")
			}
			if !printed && role == records.Data {
				r.Role = records.Blank
			}
			if nameFrom >= 0 && role == records.Data {
				r.Cells[name] = r.Cells[nameFrom]
			}
		}
	}
}

// groups returns the places named above a fragment that its rows lie in: for
// the first fragment of a table all that hold, then only new ones.
func (f *fragment) groups(first bool) []group {
	if first {
		return f.context
	}
	return f.above
}

// subject returns the printed column that says what a row is about: the one
// for names; in a table without one the commune, the department or the region;
// else the first that holds text.
func subject(cols []records.Column) int {
	for _, name := range [...]string{"name", "commune", "department", "region"} {
		for j := range cols {
			if cols[j].Means() == name && cols[j].Printed >= 0 {
				return j
			}
		}
	}
	best := -1
	for j := range cols {
		if cols[j].Printed >= 0 && (best < 0 || cols[j].Type == records.Text && cols[best].Type != records.Text) {
			best = j
		}
	}
	return best
}
