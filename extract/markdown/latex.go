// LaTeX that converters write for raised and lowered letters: $^{e}$,
// $8^{\text{ème}}$, $12^e$. Other formulas stay as they are written.

package markdown

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// maxFormula is the largest number of bytes of such a formula; longer ones are
// mathematics.
const maxFormula = 64

// cutFormula reads $...$ if it holds only letters, some of them raised or lowered.
func (in *inliner) cutFormula(i int) int {
	s := in.src
	end := strings.IndexByte(s[i+1:min(len(s), i+1+maxFormula)], '$')
	if end < 1 {
		return 0
	}
	body := s[i+1 : i+1+end]
	if !strings.ContainsAny(body, "^_\\") {
		return 0
	}
	before := len(in.pieces)
	if !in.cutLaTeX(i+1, i+1+end, document.Style{}, 0) {
		in.pieces = in.pieces[:before]
		return 0
	}
	return end + 2
}

// cutLaTeX adds the pieces of src[from:to]. It reports false at what it does not
// know; the caller then drops the pieces.
func (in *inliner) cutLaTeX(from, to int, style document.Style, depth int) bool {
	const maxDepth = 4
	if depth > maxDepth {
		return false
	}
	s := in.src
	for i := from; i < to; {
		switch c := s[i]; {
		case c == '^' || c == '_':
			flag := document.Superscript
			if c == '_' {
				flag = document.Subscript
			}
			a, b := latexGroup(s, i+1, to)
			if a == b || !in.cutLaTeX(a, b, document.Style{Flags: style.Flags | flag}, depth+1) {
				return false
			}
			i = b
			if s[a-1] == '{' {
				i++
			}
		case c == '\\':
			n := 1
			for i+n < to && source.IsASCIILetter(s[i+n]) {
				n++
			}
			switch s[i : i+n] {
			case `\text`, `\textrm`, `\mathrm`, `\mathit`, `\rm`, `\textsuperscript`:
				a, b := latexGroup(s, i+n, to)
				if s[a-1] != '{' {
					return false
				}
				inner := style
				if s[i:i+n] == `\textsuperscript` {
					inner.Flags |= document.Superscript
				}
				if !in.cutLaTeX(a, b, inner, depth+1) {
					return false
				}
				i = b + 1
			case `\`:
				if i+1 >= to || !isASCIIPunct(s[i+1]) && s[i+1] != ' ' {
					return false
				}
				if s[i+1] != ',' { // \, is a thin blank
					in.pieces = append(in.pieces, piece{from: i + 1, to: i + 2, style: style})
				}
				i += 2
			default:
				return false
			}
		case c == '{' || c == '}':
			return false
		default:
			in.pieces = append(in.pieces, piece{from: i, to: i + 1, style: style})
			i++
		}
	}
	return true
}

// latexGroup returns the bounds of the inside of {...} at i, or of the one letter
// there. They are equal if there is neither.
func latexGroup(s string, i, to int) (from, end int) {
	for i < to && s[i] == ' ' {
		i++
	}
	if i >= to {
		return i, i
	}
	if s[i] != '{' {
		n := 1
		for i+n < to && s[i+n]&0xc0 == 0x80 {
			n++
		}
		return i, i + n
	}
	depth := 0
	for j := i; j < to; j++ {
		switch s[j] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1, j
			}
		}
	}
	return i, i
}
