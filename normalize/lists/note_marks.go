// Marks of notes: "[^1]" and "(1)" after an entry lead to a note and are no part of it.

package lists

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/records"
)

// raisedFigures are the figures that have raised letters.
const raisedFigures = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// noteMarkOf returns the mark of a note with which a text ends, and where it begins; "" if
// it ends in none.
func noteMarkOf(t string) (mark string, at int) {
	switch {
	case strings.HasSuffix(t, "]"):
		if i := strings.LastIndexByte(t, '['); i > 0 && forms.IsFigures(strings.TrimPrefix(t[i+1:len(t)-1], "^"), 1, 2) {
			return t[i:], i
		}
	case strings.HasSuffix(t, ")"):
		if i := strings.LastIndexByte(t, '('); i > 0 && forms.IsFigures(t[i+1:len(t)-1], 1, 2) {
			return t[i:], i
		}
	default:
		i := len(strings.TrimRight(t, raisedFigures))
		if r, _ := utf8.DecodeLastRuneInString(t[:i]); i > 0 && i < len(t) && (r == ')' || unicode.IsSpace(r)) {
			return t[i:], i
		}
	}
	return "", 0
}

// cutNoteMark takes the mark of a note off the end of an entry, and says so once. Figures in round brackets,
// and raised ones right after a letter ("m²"), are one only where a note below begins with
// them.
func (c *candidate) cutNoteMark(p piece) piece {
	t := p.text()
	m, at := noteMarkOf(t)
	if raised := p.raisedEnd(); m == "" && raised != "" {
		m, at = raised, len(t)-len(raised)
		if r, _ := utf8.DecodeLastRuneInString(t[:at]); unicode.IsLetter(r) && !c.noted[m] {
			return p
		}
	}
	if m == "" || m[0] == '(' && !c.noted[m] {
		return p
	}
	if !slices.ContainsFunc(c.notes, func(n Note) bool { return n.Code == records.CodeFootnote }) {
		c.notes = append(c.notes, Note{Code: records.CodeFootnote, Severity: Noted, At: p.l.at, Why: fmt.Sprintf("%q after %s leads to a note and is no part of the entry", m, quote(t[:at]))})
	}
	return trimField(p.sub(0, at))
}

// raisedEnd returns the raised figures with which a piece ends after other text, "" if it
// ends in none.
func (p piece) raisedEnd() string {
	if p.l == nil || len(p.l.runs) < 2 || p.to < len(strings.TrimRight(p.l.text, " \u00a0")) {
		return ""
	}
	last := p.l.runs[len(p.l.runs)-1]
	if t := strings.TrimSpace(last.Text); last.Style.Has(document.Superscript) && forms.IsFigures(t, 1, 2) && len(t) < len(p.text()) && strings.HasSuffix(p.text(), t) {
		return t
	}
	return ""
}

// findNotes notes the marks, raised or in round brackets, with which lines below a
// candidate begin. Where nearly all entries end in figures in brackets, those count.
func (c *candidate) findNotes(us []unit) {
	const far = 12 // units
	c.noted = map[string]bool{}
	ends := 0
	for i := range c.entries {
		if m, _ := noteMarkOf(strings.TrimRight(c.entries[i].text.text(), " .;,")); m != "" && m[0] == '(' {
			ends++
		}
	}
	counts := float64(ends) >= nearlyAll*float64(len(c.entries))
	for i := c.hi; i < min(len(us), c.hi+far); i++ {
		t := strings.TrimSpace(us[i].marker + " " + us[i].text)
		if end := strings.IndexByte(t, ')'); end > 1 && !counts && t[0] == '(' && forms.IsFigures(t[1:end], 1, 2) {
			c.noted[t[:end+1]] = true
		} else if rs := us[i].runs; len(rs) > 1 && rs[0].Style.Has(document.Superscript) {
			c.noted[strings.TrimSpace(rs[0].Text)] = true
		}
	}
}
