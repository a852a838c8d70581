// Lists in running text: lines that open with a bullet, and what is indented below
// them.

package text

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/bullet"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// oddBullet returns the letter or sign that a line opens with and that may be a bullet of
// a symbol font: "n ", "q ", "> ", "✅"; "" if there is none.
func oddBullet(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n >= len(s) {
		return ""
	}
	switch {
	case r == 'n' || r == 'q' || r == 'v' || r == 'ü' || r == 'Ø' || r == '§' || r == '>' || r == '»':
		if next, _ := utf8.DecodeRuneInString(s[n:]); source.IsBlank(next) {
			return s[:n]
		}
	case r >= 0x2600 && r < 0x2800 || r >= 0x1F300: // dingbats and emoji
		if next, w := utf8.DecodeRuneInString(s[n:]); next == 0xFE0F {
			n += w
		}
		return s[:n]
	}
	return ""
}

// bulletOf returns the bullet that a line opens with, "" if none.
func (t *textPage) bulletOf(s string) string {
	if m := bullet.Of(s); m != "" {
		if t.starMark && m == "*" {
			return ""
		}
		return m
	}
	if t.bullets != nil {
		if m := oddBullet(s); t.bullets[m] {
			return m
		}
	}
	return ""
}

// opensCount reports whether a number in parentheses may open an item: (1), or the one
// after the item before it. "(74)" at the start of a line is a code.
func opensCount(m, before string) bool {
	if m[0] != '(' || len(m) < 4 {
		return true
	}
	n, err := strconv.Atoi(strings.Trim(m, "()"))
	last, err2 := strconv.Atoi(strings.Trim(before, "()"))
	return err != nil || err2 == nil && n == last+1
}

// indented returns how many of ls, counted from the first, are the items of a list whose
// bullets were lost: lines with one indent, broken by their author.
func (t *textPage) indented(ls []flowLine) int {
	n := 0
	for n < len(ls) && ls[n].marker == "" && ls[n].indent == ls[0].indent && (t.wrap == 0 || runeLen(ls[n].text) <= 2*t.wrap) && !isSentence(ls[n].text) {
		n++
	}
	if n < len(ls) && ls[n].indent > 0 && ls[n].marker == "" { // minCentred lines differ in indent
		return 0
	}
	if n == 1 && (ls[0].indent >= minCentred || !t.afterLead()) {
		return 0
	}
	return n
}

// emitList emits items, nested by their indents.
func (t *textPage) emitList(ls []flowLine) {
	list := &document.List{Frame: document.Frame{At: ls[0].at}}
	// Bullets separated by blank lines are one list.
	if n := len(t.doc.Blocks); n > 0 && ls[0].marker != "" {
		if l, ok := t.doc.Blocks[n-1].(*document.List); ok && len(l.Items) > 0 && l.Items[len(l.Items)-1].Marker != "" && ls[0].indent <= l0indent(l, ls[0]) {
			list = l
		} else {
			t.emit(list)
		}
	} else {
		t.emit(list)
	}
	appendItems(&list.Items, ls, 0)
}

// l0indent is the indent that lets ls join l; lists that were nested stay separate.
func l0indent(l *document.List, first flowLine) int {
	if l.Items[0].Marker == first.marker || bullet.IsNumber(l.Items[0].Marker) && bullet.IsNumber(first.marker) {
		return first.indent
	}
	return -1
}

// maxNesting is the largest depth of nested lists; deeper items stay on the last level.
const maxNesting = 12

func appendItems(items *[]document.Item, ls []flowLine, depth int) {
	for i := 0; i < len(ls); {
		j := i + 1
		for j < len(ls) && ls[j].indent > ls[i].indent+1 && depth < maxNesting {
			j++
		}
		it := document.Item{At: ls[i].at, Marker: ls[i].marker, Runs: []document.Run{{Text: ls[i].text}}}
		if j > i+1 {
			appendItems(&it.Sub, ls[i+1:j], depth+1)
		}
		*items = append(*items, it)
		i = j
	}
}
