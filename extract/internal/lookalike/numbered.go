// This file recognises line numbers and program text: the indents and numbers of listings
// make gaps one below another, but no tables.

package lookalike

import (
	"strings"

	"github.com/pressoir/pressoir/extract/internal/layout"
)

const (
	// maxNumberScale is the largest ratio of a line number's size to the text beside it.
	maxNumberScale = 0.9
	// maxNumberStep is the largest step of line numbers: every line, or every fifth.
	maxNumberStep = 5
	// minNumbers is the least number of figures one below another that number lines.
	minNumbers = 3
	// numberEdge in points is how far apart their right edges may be.
	numberEdge = 1.5
)

// LineNumbers marks the words that number the lines beside them: whole numbers
// that count up from line to line, flush right, in smaller type than what they
// number. A column of ranks is set in the type of its table.
func LineNumbers(p *layout.Page) []bool {
	type chain struct {
		words  []int32
		last   int
		edge   float32
		larger int // how many stand before larger type, less those that do not
	}
	var chains []chain
	for k := range p.Lines {
		ws := p.Lines[k].Words
		for n, i := range ws {
			w := &p.Words[i]
			v, ok := wholeNumber(w.Text)
			if !ok {
				continue
			}
			larger := 0
			if n+1 < len(ws) {
				if larger = -1; w.Size <= maxNumberScale*p.Words[ws[n+1]].Size {
					larger = 1
				}
			}
			found := false
			for c := len(chains) - 1; c >= 0 && c >= len(chains)-maxChains && !found; c-- {
				if ch := &chains[c]; abs(ch.edge-w.Box.X1) < numberEdge && v > ch.last && v <= ch.last+maxNumberStep {
					ch.words, ch.last, ch.larger = append(ch.words, i), v, ch.larger+larger
					found = true
				}
			}
			if !found && larger >= 0 {
				chains = append(chains, chain{words: []int32{i}, last: v, edge: w.Box.X1, larger: larger})
			}
		}
	}
	out := make([]bool, len(p.Words))
	for _, ch := range chains {
		if len(ch.words) >= minNumbers && ch.larger*2 > len(ch.words) {
			for _, i := range ch.words {
				out[i] = true
			}
		}
	}
	return out
}

// maxChains is the largest number of columns of numbers that are followed at a time.
const maxChains = 16

// wholeNumber reads a number of at most five digits.
func wholeNumber(s string) (int, bool) {
	if len(s) == 0 || len(s) > 5 {
		return 0, false
	}
	v := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0, false
		}
		v = 10*v + int(r-'0')
	}
	return v, true
}

const (
	// codeShare is the least share of the rows of program text that have its signs.
	codeShare = 0.3
	// wordShare is the share of the rows that a column of words or figures without these
	// signs fills; then the rows are those of a table of commands.
	wordShare = 0.6
	// fewCodes is the largest share of the cells of a column of words that have them.
	fewCodes = 0.1
)

// program reports whether a table is program text cut at its indents: its rows
// hold the signs of programs, and no column is free of them but one of whole
// numbers, which count its lines.
func program(p *layout.Page, t *Table) bool {
	rows := make([]bool, t.Rows)
	filled, codes := make([]int, t.Cols), make([]int, t.Cols)
	counts := make([]int, t.Cols)
	for k := range t.Cells {
		c := &t.Cells[k]
		if len(c.Words) == 0 {
			continue
		}
		filled[c.Col]++
		if _, ok := wholeNumber(p.Words[c.Words[0]].Text); ok && c.Col == 0 {
			counts[c.Col]++
		}
		for _, i := range c.Words {
			if codeWord(p.Words[i].Text) {
				codes[c.Col]++
				rows[c.Row] = true
				break
			}
		}
	}
	n := 0
	for _, code := range rows {
		if code {
			n++
		}
	}
	if float32(n) < codeShare*float32(t.Rows) {
		return false
	}
	for c := range filled {
		if float32(filled[c]) >= wordShare*float32(t.Rows) && float32(codes[c]) <= fewCodes*float32(filled[c]) && counts[c]*2 <= filled[c] {
			return false
		}
	}
	return true
}

// codeWord reports whether a word has signs that only programs have.
func codeWord(s string) bool {
	switch s {
	case "<-", "==", ":=", "->", "=":
		return true
	}
	return strings.ContainsAny(s, "\\{}") || strings.Contains(s, "();") || strings.HasSuffix(s, ");")
}

func abs(x float32) float32 { return max(x, -x) }
