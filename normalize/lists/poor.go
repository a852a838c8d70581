// Poor text: what an optical reader made of a bad copy is refused, not guessed at.

package lists

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/records"
)

const (
	// poorShare is the share of tokens that are no words from which a text is
	// poor. Clean releases have under one in a hundred, reference numbers included.
	poorShare = 0.12
	// poorLeast is how many such tokens there must be.
	poorLeast = 4
	// poorWindow is the length in tokens of the piece of a document that is
	// looked at: a page may be clean below a ruined head.
	poorWindow = 40
	// poorInWindow is how many tokens of such a piece must be no words.
	poorInWindow = 6
)

// poorText says why a text is poor, "" if it is not.
func poorText(s string) string {
	odd, all := 0, 0
	example, before := "", ""
	for w := range strings.FieldsSeq(s) {
		all++
		fell := fellApart(before, w)
		before = w
		if isOdd(w) || fell {
			odd++
			if example == "" || len(example) < 40 {
				example += " " + w
			}
		}
	}
	if odd < poorLeast || float64(odd) < poorShare*float64(all) {
		return ""
	}
	return fmt.Sprintf("%d of its %d words are no words (%s)", odd, all, strings.TrimSpace(example))
}

// poorDocument reports and says where the text of the whole document is poor.
func (r *reader) poorDocument(ls []*line) bool {
	odd, all := 0, 0
	var window [poorWindow]bool
	inWindow, worst := 0, 0
	var at document.Pos
	example := ""
	for _, l := range ls {
		if forms.IsSpaced(l.text) {
			continue
		}
		before := ""
		for w := range strings.FieldsSeq(l.text) {
			k := all % poorWindow
			if window[k] {
				inWindow--
			}
			window[k] = isOdd(w) || fellApart(before, w)
			before = w
			all++
			if window[k] {
				inWindow++
				odd++
				if len(example) < 40 {
					example += " " + w
				}
				if odd == 1 {
					at = l.at
				}
			}
			worst = max(worst, inWindow)
		}
	}
	switch {
	case odd >= poorLeast && float64(odd) >= poorShare*float64(all):
		r.note(records.CodePoorText, Fault, at, fmt.Sprintf("%d of the %d words are no words (%s): a bad copy; no list is read from it", odd, all, strings.TrimSpace(example)))
		return true
	case worst >= poorInWindow:
		r.note(records.CodePoorText, Doubt, at, fmt.Sprintf("%d of %d words here are no words (%s): the text layer is poor", worst, poorWindow, strings.TrimSpace(example)))
	}
	return false
}

// maxPoorTable is how much of a table is looked at, in bytes: a bad copy is bad
// from its first rows on.
const maxPoorTable = 32 << 10

// poorTable says why the text of a table is poor, "" if it is not. Only tables
// that gaps made are asked: what an optical reader loses are letters, and what is
// left looks like cells.
func poorTable(t *document.Table) string {
	if t.Method != "columns" {
		return ""
	}
	var b strings.Builder
	for i := range t.Rows {
		if b.Len() > maxPoorTable {
			break
		}
		for k := range t.Rows[i].Cells {
			b.WriteString(t.Rows[i].Cells[k].Text())
			b.WriteByte('\n')
		}
	}
	return poorText(b.String())
}

// fellApart reports whether w is the rest of a word whose second letter is lost,
// and before its first: "C ermont", "M llau". A letter alone that is a word, a
// name's initial or a mark has no such rest behind it.
func fellApart(before, w string) bool {
	if len(before) != 1 || strings.IndexByte("BCDFGHJKLMNPQRSTVWZ", before[0]) < 0 || !unicode.IsLower(firstRune(w)) {
		return false
	}
	return !lexicon.AfterLetter[strings.Trim(w, ".,;:!?()")]
}

// isOdd reports whether a token is no word, number or reference: signs inside
// letters, figures inside a word, signs alone that no text has.
func isOdd(w string) bool {
	if isTechnical(w) {
		return false
	}
	if strings.Contains(w, "\\") {
		return true
	}
	if len(w) == 1 && strings.Contains("bcdfjklpqrstvz", w) {
		return true // "p érennis ée": words fell apart
	}
	if len(w) > 2 && w[0] == '.' && isDigit(rune(w[1])) {
		return true
	}
	if isDigit(rune(w[0])) && len(w) > 5 && lettersOnly(w[1:]) {
		return true // "8eaucaire"; ordinals and units are shorter
	}
	letters, digits, strange, inner, signs := 0, 0, 0, 0, 0
	upper, lower := 0, 0
	rs := []rune(strings.TrimFunc(w, func(r rune) bool {
		return strings.ContainsRune(".,;:!?()[]«»\"“”'’*…•-–—/|%€°>< \u00a0", r)
	}))
	if len(rs) == 0 {
		for _, r := range w {
			signs++
			if strings.ContainsRune("\\\"'`~^_{}|=<>", r) {
				strange++
			}
		}
		return signs >= 3 && strange > 0 && !strings.ContainsAny(w, "_=<>") || w == "'." || w == ",'"
	}
	for i, r := range rs {
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			letters++
			if unicode.IsUpper(r) {
				upper++
			} else {
				lower++
			}
		case unicode.IsDigit(r):
			digits++
			if i > 0 && i+1 < len(rs) && unicode.IsLetter(rs[i-1]) && unicode.IsLetter(rs[i+1]) {
				inner++ // MINI5TÈRE, H4ute
			}
		case strings.ContainsRune("\\~^{}|`@=_", r):
			strange++
		case r == '.' || r == ',' || r == ';' || r == ':' || r == '!':
			if i > 0 && i+1 < len(rs) && (unicode.IsLetter(rs[i-1]) || unicode.IsDigit(rs[i-1])) && unicode.IsLetter(rs[i+1]) && !initials(rs) {
				inner++ // RÉPUBUQ.UB, Pr41,mltl
			}
		}
	}
	switch {
	case strange > 0 && letters > 0 && !strings.ContainsAny(w, "_=&") && !strings.HasPrefix(w, "@") && string(rs) != "^e" && !strings.Contains(w, "^"):
		return true
	case inner > 0 && letters > 2 && !isReference(lower, digits):
		return true
	case strange > 0 && letters == 0 && digits > 0 && strings.ContainsAny(w, "\\|~`"):
		return true
	case digits > 0 && lower > 1 && upper > 0 && startsLetterDigits(rs):
		return true
	}
	return false
}

// isTechnical reports whether a token has signs inside it that are meant: an address, a
// path, a piece of code.
func isTechnical(w string) bool {
	const longest = 200 // bytes of a word
	return len(w) > longest || strings.Contains(w, "://") || strings.Contains(w, "@") && strings.Contains(w, ".") || strings.Contains(w, "www.") || forms.IsPath(w) || forms.IsCode(w)
}

// lettersOnly reports whether s is small letters, with final punctuation at most.
func lettersOnly(s string) bool {
	s = strings.TrimRight(s, ".,;:)")
	return len(s) > 4 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLower(r) }) < 0
}

// initials reports whether the dots of a token part single letters: "C.C.A.S".
func initials(rs []rune) bool {
	run := 0
	for _, r := range rs {
		if unicode.IsLetter(r) {
			if run++; run > 3 {
				return false
			}
		} else {
			run = 0
		}
	}
	return true
}

// isReference accepts references: capitals and figures, INTE9900544A.
func isReference(lower, digits int) bool { return lower == 0 && digits > 2 }

// startsLetterDigits reports whether figures stand inside small letters: "M0uz0n", "Ai5ne".
func startsLetterDigits(rs []rune) bool {
	for i := 1; i+1 < len(rs); i++ {
		if unicode.IsDigit(rs[i]) && unicode.IsLower(rs[i+1]) && unicode.IsLetter(rs[i-1]) {
			return true
		}
	}
	return false
}

// poorTables tells the tables that are not to be read.
func (r *reader) poorTables(res *Result) {
	for i, b := range r.doc.Blocks {
		t, ok := b.(*document.Table)
		if !ok {
			continue
		}
		if why := poorTable(t); why != "" {
			if res.Poor == nil {
				res.Poor = make([]bool, len(r.doc.Blocks))
			}
			res.Poor[i] = true
			res.Notes = append(res.Notes, Note{Code: records.CodeListPoorText, Severity: Fault, At: t.At, Why: "what looks like a table here is not read: " + why, List: -1})
		}
	}
}
