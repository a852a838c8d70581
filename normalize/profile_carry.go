// This file says how blanks are filled in the columns that a profile mentions.

package normalize

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/normalize/records"
)

// profiledCarriers changes how blanks are filled in the columns that the profile mentions.
func profiledCarriers(p *profile.Profile, t *bind.Table, cs []carrier) []carrier {
	for j := range t.Columns {
		of := t.Of(j)
		if of == nil || of.Carry == nil && of.Within == "" {
			continue
		}
		k := slices.IndexFunc(cs, func(c carrier) bool { return c.col == j })
		if k < 0 {
			k = len(cs)
			cs = append(cs, carrier{col: j, rank: 3})
		}
		if of.Carry != nil && !*of.Carry {
			cs[k].cells = true // a merged cell still holds in all its rows
			continue
		}
		cs[k].cells, cs[k].profiled, cs[k].within = false, true, nil
		seen := 0
		for of.Within != "" && seen <= len(p.Columns) { // the region ends the department and what lies within it
			cs[k].within = append(cs[k].within, t.Named(of.Within))
			if code := t.Named(of.Within + "_code"); code >= 0 {
				cs[k].within = append(cs[k].within, code)
			}
			if of = p.Column(of.Within); of == nil {
				break
			}
			seen++
		}
		if n := t.Columns[j].Means(); cs[k].rank < 2 && (cs[k].within == nil || n == "department" && t.Of(j).Within == "region") {
			cs[k].profiled = false // region and department have this order anyway
		}
	}
	return cs
}

// rowText returns what a row prints, its cells separated by blanks.
func rowText(r *records.Record) string {
	var cells []string
	var last *document.Cell
	for j := range r.Cells {
		if c := &r.Cells[j]; c.Text != "" && (c.Src != last || c.Src == nil) {
			cells = append(cells, c.Text)
			last = c.Src
		}
	}
	return strings.Join(cells, " ")
}
