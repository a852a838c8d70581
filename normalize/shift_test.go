// Rows whose cells slid.

package normalize

import "testing"

// TestShiftCovered: no cell moves into a place under a cell that spans into it.
func TestShiftCovered(t *testing.T) {
	tab := grid(head + "Grand Est|Aube|A")
	spans(&tab.Rows[1].Cells[0], 2, 0)
	tab.Rows = append(tab.Rows, row("\x00", "Bretagne", "B"))
	res := normalized(docOf(tab), Options{})
	none(t, res.Findings, "shifted")
}
