// The space pass: typography that conversion broke.

package normalize

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var spacePass = Pass{
	Name: "space",
	Doc:  `mend typography: "8 ^e" is "8e", one plain blank between words, none before "," and ")"`,
	Run:  runSpace,
}

func runSpace(t *Table, _ *Profile) []Finding {
	ordinals := Finding{Code: "ordinal", Why: "raised letters that conversion set apart: %s"}
	blanks := Finding{Code: "blank", Why: "blanks, line breaks or signs that only layout made: %s"}
	for _, r := range t.Rows {
		for j := range r.Cells {
			s := r.Cells[j].Text
			if s == "" || !untidy(s) {
				continue
			}
			tidied, ordinal := tidy(s)
			if tidied == s {
				continue
			}
			f := &blanks
			if ordinal {
				f = &ordinals
			}
			if len(f.Edits) == 0 {
				f.Record, f.At = r.ID, r.At
				f.Why = fmt.Sprintf(f.Why, fmt.Sprintf("%q for %q", tidied, s))
			}
			f.Edits = t.push(f.Edits, Edit{Record: int32(r.ID), Col: int32(j), Text: tidied})
		}
	}
	return withEdits(ordinals, blanks)
}

// withEdits returns the findings that hold an edit.
func withEdits(found ...Finding) []Finding {
	var out []Finding
	for _, f := range found {
		if len(f.Edits) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// untidy reports whether tidy has anything to look at. Most cells have not, and
// this is all that they cost.
func untidy(s string) bool {
	prev := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch c {
		case ' ':
			if prev == ' ' || prev == '(' {
				return true
			}
		case ',', ')':
			if prev == ' ' {
				return true
			}
		case '^', '\t', '\n', '\r', '\v', '\f', '\b', 0x7f, 0:
			return true
		case 'e', 'E': // "8 e", "1 er"
			if prev == ' ' && i >= 2 && isDigit(s[i-2]) {
				return true
			}
		case 0xc2, 0xcc, 0xcd, 0xef: // no-break blank, soft hyphen; combining marks; forms
			return true
		case 0xe2: // U+2000 to U+20FF: blanks of other widths, zero width, line separator
			if i+1 < len(s) && s[i+1] != 0x82 && (s[i+1] == 0x81 || i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] < 0x90 || s[i+2] >= 0xa8)) {
				return true
			}
		}
		prev = c
	}
	return prev == ' '
}

// tidy returns s in good typography, and whether raised letters were joined.
// It is a fixed point: tidy(tidy(s)) is tidy(s).
func tidy(s string) (tidied string, ordinal bool) {
	if !evenBlanks(s) {
		s = oneBlank(norm.NFC.String(s))
	}
	for {
		next, joined := joinOrdinal(s)
		if !joined {
			break
		}
		s, ordinal = next, true
	}
	for _, p := range [...][2]string{{" ,", ","}, {" )", ")"}, {"( ", "("}} {
		for strings.Contains(s, p[0]) {
			s = strings.ReplaceAll(s, p[0], p[1])
		}
	}
	return strings.TrimSpace(s), ordinal
}

// evenBlanks reports whether neither NFC nor oneBlank would change s: single plain
// blanks between words of ASCII and Latin letters, and no others.
func evenBlanks(s string) bool {
	prev := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ' ':
			if prev == ' ' {
				return false
			}
		case c < ' ' || c == 0x7f:
			return false
		case c == 0xc3 || c == 0xc5: // U+00C0 to U+00FF, U+0140 to U+017F
			if i++; i == len(s) || s[i]&0xc0 != 0x80 {
				return false
			}
		case c >= utf8.RuneSelf:
			return false
		}
		prev = c
	}
	return prev != ' '
}

// oneBlank makes every run of blanks one plain blank and drops what prints
// nothing. A line break after a hyphen between letters is no blank at all.
func oneBlank(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank, broken := false, false
	last := rune(0)
	for _, r := range s {
		switch {
		case r == '\n' || r == '\u2028' || r == '\u2029':
			blank, broken = true, true
			continue
		case unicode.IsSpace(r):
			blank = true
			continue
		case r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff' || r == '\u200e' || r == '\u200f':
			continue
		case unicode.IsControl(r):
			blank = true
			continue
		}
		if blank && b.Len() > 0 && !(broken && last == '-' && unicode.IsLetter(r) && !hyphenAfterBlank(b.String())) {
			b.WriteByte(' ')
		}
		blank, broken = false, false
		if r == '\u2011' { // no-break hyphen
			r = '-'
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// hyphenAfterBlank reports whether s ends in a dash that stands by itself: "Lyon -".
func hyphenAfterBlank(s string) bool {
	return s == "-" || strings.HasSuffix(s, " -")
}

// ordinals are the raised endings that stand after a figure, longest first.
var ordinals = [...]string{"ième", "ieme", "ème", "eme", "ère", "ere", "nde", "er", "re", "nd", "th", "st", "rd", "es", "e", "E", "d", "o", "°"}

// joinOrdinal joins the first ordinal ending that stands apart: "8 ^e", "8^e",
// "8 e", "1 er". With the caret, the sign that it was raised is printed; without
// it, only e, er and ère after a figure are ordinals, and only as whole words.
func joinOrdinal(s string) (string, bool) {
	// Most values hold neither: two scans in machine code spare the walk below.
	if strings.IndexByte(s, '^') < 0 && !strings.Contains(s, " e") && !strings.Contains(s, " è") {
		return s, false
	}
	for i := 0; i < len(s); i++ {
		caret := s[i] == '^'
		if !caret && (s[i] != ' ' || i == 0 || !isDigit(s[i-1])) {
			continue
		}
		rest := s[i+1:]
		if !caret && !strings.HasPrefix(rest, "e") && !strings.HasPrefix(rest, "è") {
			continue
		}
		before := strings.TrimRight(s[:i], " ")
		if before == "" {
			continue
		}
		if caret {
			rest = strings.TrimLeft(rest, " {(")
			last, _ := utf8.DecodeLastRuneInString(before)
			if !unicode.IsLetter(last) && !unicode.IsDigit(last) {
				continue
			}
		}
		for _, o := range ordinals {
			if !caret && o != "e" && o != "er" && o != "ère" && o != "ème" {
				continue
			}
			after, found := strings.CutPrefix(rest, o)
			if !found {
				continue
			}
			if caret && strings.HasPrefix(after, "}") {
				after = after[1:]
			}
			if next, _ := utf8.DecodeRuneInString(after); after != "" && (unicode.IsLetter(next) || unicode.IsDigit(next) || !caret && (next == '-' || next == '\'' || next == '’' || next == '.')) {
				continue
			}
			return before + o + after, true
		}
	}
	return s, false
}
