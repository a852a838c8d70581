// What prints nothing.

package document

import "unicode"

// IsBlank reports whether s prints nothing.
func IsBlank(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff' && r != '\u00ad' {
			return false
		}
	}
	return true
}

// Lone returns the index of the only printed cell of the row, -1 if there is none
// or more than one.
func (r *Row) Lone() int {
	at := -1
	for i := range r.Cells {
		if IsBlank(r.Cells[i].Text()) {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}
