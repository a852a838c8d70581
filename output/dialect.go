// Dialects: how a CSV file is spelled for the program that opens it.

package output

import "strings"

// A Dialect is a way to spell CSV.
type Dialect struct {
	Name  string
	Doc   string // one line for --help
	Comma byte
	CRLF  bool
	BOM   bool // byte order mark, by which Excel knows UTF-8
	// DecimalComma writes 12.5 as 12,5 in columns of numbers.
	DecimalComma bool
	// Guard puts an apostrophe before a text that the program would run as a formula.
	Guard bool
}

// Dialects lists the dialects; the first is the default.
var Dialects = []Dialect{
	{Name: "plain", Doc: "UTF-8, comma, LF", Comma: ','},
	{
		Name: "excel-fr", Doc: "for Excel in French: BOM, semicolon, CRLF, decimal comma, formulas guarded",
		Comma: ';', CRLF: true, BOM: true, DecimalComma: true, Guard: true,
	},
}

// dialect returns the dialect called name, the default for "".
func dialect(name string) *Dialect {
	for i := range Dialects {
		if Dialects[i].Name == name {
			return &Dialects[i]
		}
	}
	return &Dialects[0]
}

// runsAsFormula reports whether a spreadsheet may take text for a formula: it
// begins with one of the signs that OWASP lists for CSV injection.
func runsAsFormula(text string) bool {
	return len(text) > 1 && strings.IndexByte("=+-@\t\r\n", text[0]) >= 0
}
