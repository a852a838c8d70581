// Dialects: CSV for the program that opens it.

package output

import (
	"fmt"
	"slices"
	"strings"
)

// A Dialect is a way to write CSV.
type Dialect struct {
	Name  string
	Doc   string // one line for --help
	Comma byte
	CRLF  bool
	BOM   bool // begins with a byte order mark, by which Excel recognises UTF-8
	// DecimalComma writes 12.5 as 12,5 in columns of numbers.
	DecimalComma bool
	// Guard puts an apostrophe before a text that the program would run as a formula.
	Guard bool
}

// Dialects returns the dialects; the first is the default.
func Dialects() []Dialect { return slices.Clone(dialects) }

var dialects = []Dialect{
	{Name: "plain", Doc: "UTF-8, comma, LF", Comma: ','},
	{
		Name: "excel-fr", Doc: "for Excel in French: BOM, semicolon, CRLF, decimal comma, formulas guarded",
		Comma: ';', CRLF: true, BOM: true, DecimalComma: true, Guard: true,
	},
}

// dialectNamed returns the dialect called name, the default for "".
func dialectNamed(name string) (*Dialect, error) {
	if name == "" {
		return &dialects[0], nil
	}
	i := slices.IndexFunc(dialects, func(d Dialect) bool { return d.Name == name })
	if i < 0 {
		return nil, fmt.Errorf("no dialect %q", name)
	}
	return &dialects[i], nil
}

// runsAsFormula reports whether a spreadsheet may run text as a formula: whether it
// begins with a sign that OWASP lists for CSV injection.
func runsAsFormula(text string) bool {
	return len(text) > 1 && strings.IndexByte("=+-@\t\r\n", text[0]) >= 0
}
