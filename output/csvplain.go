// Rows of CSV that need no quotes: they are copied, and only the others are spelled.

package output

import "unicode/utf8"

// A plainRow writes rows in which nothing needs quotes. Nearly all are such, and copying
// a field takes a third of the time that encoding/csv takes to inspect it; many fields
// are also the same as in the row before.
type plainRow struct {
	comma   byte
	lineEnd string
	last    []string // fields that were found plain, by column
	quoted  [256]bool
}

func newPlainRow(d *Dialect, width int) *plainRow {
	p := &plainRow{comma: d.Comma, lineEnd: "\n", last: make([]string, width)}
	if d.CRLF {
		p.lineEnd = "\r\n"
	}
	for _, c := range []byte{d.Comma, '"', '\r', '\n'} {
		p.quoted[c] = true
	}
	return p
}

// append appends fields as a line of CSV to dst. ok is false if one of them may
// need quotes.
func (p *plainRow) append(dst []byte, fields []string) (line []byte, ok bool) {
	for j, s := range fields {
		if s != p.last[j] {
			if !p.isPlain(s) {
				return dst, false
			}
			p.last[j] = s
		}
		if j > 0 {
			dst = append(dst, p.comma)
		}
		dst = append(dst, s...)
	}
	return append(dst, p.lineEnd...), true
}

// isPlain reports whether s surely needs no quotes. What encoding/csv quotes besides
// signs of CSV are a blank at the front, of whatever kind, and the words \. alone.
func (p *plainRow) isPlain(s string) bool {
	if s == "" {
		return true
	}
	if c := s[0]; c <= ' ' || c == '\\' || c >= utf8.RuneSelf && c != 0xc3 { // U+00C0 to U+00FF are no blanks
		return false
	}
	for i := 0; i < len(s); i++ {
		if p.quoted[s[i]] {
			return false
		}
	}
	return true
}
