// This file recognises rules drawn with characters: lines of dashes, the edges of boxes.

package text

import (
	"strings"

	"github.com/pressoir/pressoir/extract/internal/charpage"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// minRule is the least number of characters of a stretch of a rule. One or two dashes are
// typed for a missing value, and sometimes three.
const minRule = 4

// isRule reports whether s only draws a line, whole or in stretches over the columns of a
// table. It separates the lines around it as a blank line does. Dashes between pipes are
// the delimiter row of a pipe table and stay.
func isRule(s string) bool {
	run, least := 0, 0
	for _, r := range s {
		switch {
		case strings.ContainsRune("-=_*─━═—–", r):
			run++
			continue
		case !source.IsBlank(r):
			return false
		}
		if run > 0 && (least == 0 || run < least) {
			least = run
		}
		run = 0
	}
	if run > 0 && (least == 0 || run < least) {
		least = run
	}
	return least >= minRule || len(charpage.Stretches(s)) > 1
}

// isBorder reports whether line is the edge of a box between rows of a table:
// "+-----+----+", "├────┼────┤".
func isBorder(line string) bool {
	corners, dashes := 0, 0
	for _, r := range source.TrimASCIIBlanks(line) {
		switch {
		case strings.ContainsRune("+┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╟╫╢╓╥╖╙╨╜", r):
			corners++
		case strings.ContainsRune("-=:─━═╌", r):
			dashes++
		case corners > 0 && (r == '|' || r == ' ' || boxPipe(r)): // a cell over several rows
		default:
			return false
		}
	}
	return corners >= 2 && dashes >= 2
}

func boxPipe(r rune) bool { return strings.ContainsRune("│┃║", r) }

// plainPipes writes the edges of cells drawn with box characters as pipes.
func plainPipes(line string) string {
	if !strings.ContainsAny(line, "│┃║") {
		return line
	}
	return strings.Map(func(r rune) rune {
		if boxPipe(r) {
			return '|'
		}
		return r
	}, line)
}
