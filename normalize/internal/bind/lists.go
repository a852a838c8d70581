// Lists as tables: what package lists read becomes fragments and findings.

package bind

import (
	"slices"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/lists"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/normalize/records"
)

// readLists finds the lists of doc that no table holds.
func readLists(doc *document.Document, p *profile.Profile, prose *claims.Prose) *lists.Result {
	return lists.Read(doc, factsFor(p, prose))
}

// SightLists returns every stretch of doc that was looked at as a list, with the
// evidence for and against it.
func SightLists(doc *document.Document, p *profile.Profile, prose *claims.Prose) []lists.Sighting {
	return lists.Sight(doc, factsFor(p, prose))
}

// listFacts is what package lists is told of the document.
type listFacts struct {
	prose  *claims.Prose
	groups func(heading string) (column string, ok bool) // of the profile; nil for none
}

func factsFor(p *profile.Profile, prose *claims.Prose) lists.Facts {
	return listFacts{prose: prose, groups: p.Groups()}
}

// ExplainsMark reports whether a line gives a mark a meaning that has a column:
// "* Micro-Folie Rigny" is a marked name, "* nouvelles labellisations" a legend.
func (listFacts) ExplainsMark(line string) bool {
	return slices.ContainsFunc(marks.ReadLegends(line, document.Pos{}), func(l marks.Legend) bool { return l.Meaning != "" })
}

// Announced returns the whole numbers that the prose announces.
func (f listFacts) Announced() []int { return f.prose.Announced() }

// NamesGroups reports whether the profile names groups.
func (f listFacts) NamesGroups() bool { return f.groups != nil }

// GroupColumn returns the column that the profile says a heading fills.
func (f listFacts) GroupColumn(heading string) (column string, ok bool) {
	if f.groups == nil {
		return "", false
	}
	return f.groups(heading)
}

// Lead returns the count in a text that leads into a list.
func (f listFacts) Lead(text string) (lists.Lead, bool) {
	n, towns, ok := f.prose.Leading(text)
	return lists.Lead{Count: n, Towns: towns}, ok
}

// addLists takes the lists that begin at a block. They are whole: nothing goes
// on from them, and their rows hold the places that their heads name.
func (g *gatherer) addLists(read *lists.Result, block int) {
	for _, i := range g.lists[block] {
		l := &read.Lists[i]
		title := l.Title
		if title == "" {
			title = g.title
		}
		g.frags = append(g.frags, &fragment{
			at: l.At, block: l.Block, method: "list", title: title, part: l.Part, rows: l.Rows, printed: l.Rows, width: len(l.Columns), columns: l.Columns,
			list: i + 1, counts: l.Counts,
		})
		g.above, g.below = nil, false
	}
}

// listsByBlock are the places in read.Lists of the lists that begin at each block.
func listsByBlock(read *lists.Result) map[int][]int {
	at := map[int][]int{}
	for i := range read.Lists {
		b := read.Lists[i].Block
		at[b] = append(at[b], i)
	}
	return at
}

// listFindings turns the notes of package lists into findings.
func listFindings(read *lists.Result, tables []*Table) []records.Finding {
	var out []records.Finding
	id := make(map[int]int, len(tables)) // of the table made of each list
	for _, t := range tables {
		id[t.List] = t.ID
	}
	for _, n := range read.Notes {
		f := records.Finding{Pass: "lists", Code: n.Code, Level: records.Level(n.Severity), At: n.At, Why: n.Why}
		if n.List >= 0 {
			f.Table = id[n.List+1]
		}
		out = append(out, f)
	}
	return out
}

// listTotals are the figures printed beside the heads of a list: "Bretagne (12)".
func listTotals(t *Table) (out []totalRow) {
	for _, c := range t.counts {
		if c.Led && adds(t, c.Value) {
			continue // "Les 20 lauréats se répartissent ainsi :" over "Bretagne : 12" and "Corse : 8"
		}
		out = append(out, totalRow{Text: c.Text, At: c.At, group: c.Group, Value: c.Value, Counts: true, Found: c.Rows, led: c.Led})
	}
	return out
}
