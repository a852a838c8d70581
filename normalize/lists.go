// Lists as tables: headings that name places over bullets.
package normalize

import "github.com/pressoir/pressoir/extract"

// list takes a bullet list that stands right below a place: each item is a row.
// Items that name a place and have items of their own are headings to these.
// Other lists are prose and stay where they are.
func (g *gatherer) list(l *extract.List) {
	if len(l.Items) == 0 {
		return
	}
	for _, legend := range readLegends(listText(l), l.At) {
		if legend.Meaning != "" {
			return // "* nouvelles labellisations" looks like a bullet
		}
	}
	if !g.below && !g.nested(l.Items) {
		g.prose = true
		return
	}
	g.items(l.Items, l.At, l.Part)
}

// listText is the text of a list of one item, with its marker; "" for longer lists.
func listText(l *extract.List) string {
	if len(l.Items) != 1 || len(l.Items[0].Sub) > 0 {
		return ""
	}
	return l.Items[0].Marker + " " + l.Items[0].Text()
}

// nested reports whether all items name places that have items of their own.
func (g *gatherer) nested(items []extract.Item) bool {
	for i := range items {
		if len(items[i].Sub) == 0 || g.placeKind(items[i].Text(), paragraphLevel) == "" {
			return false
		}
	}
	return true
}

func (g *gatherer) items(items []extract.Item, at extract.Pos, part extract.Part) {
	var rows []extract.Row
	flush := func() {
		if len(rows) > 0 {
			g.add(&fragment{at: at, method: "list", part: part, rows: rows, width: 1, columns: []string{"name"}})
			rows = nil
		}
	}
	for i := range items {
		it := &items[i]
		if len(it.Sub) > 0 && g.place(it.Runs, it.At, it.Text(), paragraphLevel) {
			above := g.above
			g.above = above[:len(above)-1]
			flush()
			g.above = append(g.above, above[len(above)-1])
			g.items(it.Sub, it.At, part)
			continue
		}
		rows = append(rows, extract.Row{At: it.At, Cells: []extract.Cell{{At: it.At, Runs: it.Runs}}})
		for k := range it.Sub {
			rows = append(rows, extract.Row{At: it.Sub[k].At, Cells: []extract.Cell{{At: it.Sub[k].At, Runs: it.Sub[k].Runs}}})
		}
	}
	flush()
}
