// Siblings: headings of one print, each over items. Where one of them names no country or
// state, the others are sections too: "Germany", "Nordic countries".

package lists

// unplaceNations takes the place from heads that name a state or a country and have a
// sibling that names none, so that all of them fill one column.
func unplaceNations(us []unit) {
	for i := 0; i < len(us); {
		if !overItems(us, i) {
			i++
			continue
		}
		var heads []int
		nations, others := 0, 0
		for overItems(us, i) && (len(heads) == 0 || printedAlike(&us[heads[0]], &us[i])) {
			heads = append(heads, i)
			switch h := us[i].head; {
			case h == nil:
				others++
			case h.nation != "":
				nations++
			}
			for i++; i < len(us) && us[i].kind == itemLine; {
				i++
			}
		}
		if nations == 0 || others == 0 || nations+others < len(heads) {
			continue // regions and departments are places whatever is printed beside them
		}
		for _, k := range heads {
			us[k].head, us[k].place = nil, ""
			us[k].drawn = us[k].drawn && us[heads[1]].drawn
		}
	}
}

// overItems reports whether unit i is a line of its own directly above items.
func overItems(us []unit, i int) bool {
	return i+1 < len(us) && us[i].kind != itemLine && us[i+1].kind == itemLine && !us[i].wall && len(us[i].text) <= maxHead && !endsSentence(&us[i])
}

// printedAlike reports whether two lines are printed in one way. Of headings of plain text no
// level is printed.
func printedAlike(a, b *unit) bool {
	return a.kind == b.kind && (a.depth == b.depth || !a.drawn || !b.drawn) && a.bold == b.bold && a.leads == b.leads && allCapitals(a.text) == allCapitals(b.text)
}
