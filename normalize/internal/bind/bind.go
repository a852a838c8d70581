// Package bind decides which printed pieces are one table, which lists are tables,
// and what each column means.
package bind

import (
	"fmt"
	"slices"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/normalize/records"
)

// Document returns the logical tables of doc with every printed row as a record,
// and findings about what it had to decide. It does not change doc.
//
// A fragment continues the one before it where the reader saw that it does, where
// it prints the same headings, or where it has blank headings or none and only page
// furniture lies between. A heading that names a region or a department may lie
// between: it becomes a Section row. Any other heading begins a new table.
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
	if severalApart(frags) {
		findParts(frags, prose.Announced())
	}
	frags, wide := joinWide(frags)
	for i := range wide {
		wide[i].Pass = "bind"
	}
	all = append(all, wide...)
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
		for n < len(frags) && continuesTable(b.Places, frags[:n], first, frags[n]) {
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

// table builds one logical table from fragments, and returns nil if it has no rows.
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
			deepen(frags)
			b.findValued(frags, width)
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
		if f.inPieces {
			found = append(found, records.Finding{Code: records.CodeJoined, Level: records.Noted, At: f.at, Why: `signs in columns of their own ("$", ")", "%") are joined to the figures beside them`})
		}
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

// whyJoined says why f was taken for the continuation of the table before it.
func whyJoined(f *fragment) string {
	switch {
	case f.rejoined:
		return fmt.Sprintf("the table below %q is a part of the one before it", places.PlaceText(f.title))
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
