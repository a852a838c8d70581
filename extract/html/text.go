// Text of a block: white space collapsed as in browsers, stretches of one style as
// runs.

package html

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/slab"
)

// A textBuilder collects the runs of one block.
type textBuilder struct {
	runs   []document.Run
	blank  bool // the last run ends with collapsed white space
	breaks int  // line breaks before the next letter
	line   int  // source line of the first letter; 0 before there is one

	lineStart int // index of the first run after the last line break
	startLine int // source line of that run
}

// addText appends the text of one node. space is the white-space property: which
// white space stays.
func (t *textBuilder) addText(s string, style document.Style, space uint8, line int) {
	switch space {
	case spacePre, spaceLines:
		for i, l := range strings.Split(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"), "\n") {
			if i > 0 {
				t.preBreak(space == spacePre)
			}
			if space == spaceLines {
				t.fold(l, style, line+i)
			} else if l != "" {
				t.appendPiece(l, style, line+i)
				t.blank = false
			}
		}
	default:
		t.fold(s, style, line)
	}
}

// preBreak adds a line end of preformatted text. keep reports whether blank lines stay.
func (t *textBuilder) preBreak(keep bool) {
	if len(t.runs) == 0 {
		return
	}
	t.trimBlank()
	if t.breaks++; !keep {
		t.breaks = 1
	}
}

// fold appends s with its white space collapsed.
func (t *textBuilder) fold(s string, style document.Style, line int) {
	start := 0
	for start < len(s) && isSpace(s[start]) {
		if s[start] == '\n' {
			line++
		}
		start++
	}
	lead := start > 0
	if start == len(s) {
		if lead && len(t.runs) > 0 && !t.blank && t.breaks == 0 {
			t.appendPiece(" ", style, line)
			t.blank = true
		}
		return
	}
	end := len(s)
	for isSpace(s[end-1]) {
		end--
	}
	trail := end < len(s)
	wantLead := lead && len(t.runs) > 0 && !t.blank && t.breaks == 0
	if isFolded(s[start:end]) {
		if wantLead && s[start-1] == ' ' {
			start-- // s has the blank, so there is no need to copy
		} else if wantLead {
			t.appendPiece(" ", style, line)
		}
		if trail && s[end] == ' ' {
			end++
		}
		t.appendPiece(s[start:end], style, line)
		if t.blank = s[end-1] == ' '; trail && !t.blank {
			t.appendPiece(" ", style, line)
			t.blank = true
		}
		return
	}
	var b strings.Builder
	b.Grow(end - start + 2)
	if wantLead {
		b.WriteByte(' ')
	}
	blank := false
	for i := start; i < end; i++ {
		if c := s[i]; isSpace(c) {
			blank = true
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteByte(s[i])
	}
	if trail {
		b.WriteByte(' ')
	}
	t.appendPiece(b.String(), style, line)
	t.blank = trail
}

// isFolded reports whether the only white space in s is single blanks. s neither
// begins nor ends with a blank.
func isFolded(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c <= ' ' && isSpace(c) && (c != ' ' || s[i+1] == ' ') {
			return false
		}
	}
	return true
}

// appendPiece appends s as it is, after the line breaks that come before it.
func (t *textBuilder) appendPiece(s string, style document.Style, line int) {
	style = visibleStyle(style)
	if t.breaks > 0 {
		if len(t.runs) > 0 {
			t.runs = append(t.runs, document.Run{Text: strings.Repeat("\n", t.breaks), Style: t.runs[len(t.runs)-1].Style})
			t.lineStart, t.startLine = len(t.runs), line
		}
		t.breaks = 0
	}
	if t.line == 0 {
		t.line = line
	}
	t.runs = append(t.runs, document.Run{Text: s, Style: style})
}

// lineBreak adds a <br>.
func (t *textBuilder) lineBreak() {
	if len(t.runs) > 0 {
		t.trimBlank()
		t.breaks++
	}
}

// blockEdge adds the start or the end of a block inside a cell or an item.
func (t *textBuilder) blockEdge() {
	if len(t.runs) > 0 {
		t.trimBlank()
		t.breaks = max(t.breaks, 1)
	}
}

// trimBlank cuts collapsed white space off the end.
func (t *textBuilder) trimBlank() {
	if !t.blank {
		return
	}
	t.blank = false
	last := &t.runs[len(t.runs)-1]
	if last.Text = last.Text[:len(last.Text)-1]; last.Text == "" {
		t.runs = t.runs[:len(t.runs)-1]
	}
}

// take returns the runs, those of one style joined, and empties t. It allocates them
// in *store.
func (t *textBuilder) take(store *[]document.Run) []document.Run {
	t.trimBlank()
	out := joinRuns(t.runs)
	*t = textBuilder{runs: t.runs[:0]}
	if len(out) == 0 {
		return nil
	}
	return slab.Keep(store, out)
}

// isBlank reports whether the text shows nothing.
func (t *textBuilder) isBlank() bool {
	for _, r := range t.runs {
		if strings.TrimFunc(r.Text, isUnseen) != "" {
			return false
		}
	}
	return true
}

// isUnseen reports whether r shows nothing: blanks of all widths, also of none.
func isUnseen(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\u2060' || r == '\ufeff' || r == '\u00ad'
}

// joinRuns joins neighbours of one style, in place.
func joinRuns(runs []document.Run) []document.Run {
	n := 0
	for i := 0; i < len(runs); {
		j := i + 1
		for j < len(runs) && runs[j].Style == runs[i].Style {
			j++
		}
		r := runs[i]
		if j > i+1 {
			r.Text = document.Plain(runs[i:j])
		}
		runs[n] = r
		n++
		i = j
	}
	return runs[:n]
}
