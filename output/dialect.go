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
	// Guard writes ="01" for a text that a spreadsheet would run as a formula or turn
	// into another value: a number, a date, a fraction.
	Guard bool
}

// Dialects returns the dialects; the first is the default.
func Dialects() []Dialect { return slices.Clone(dialects) }

var dialects = []Dialect{
	{Name: "plain", Doc: "UTF-8, comma, LF", Comma: ','},
	{
		Name: "excel", Doc: "for spreadsheets in English: BOM, comma, CRLF; texts that would change are written as =\"01\"",
		Comma: ',', CRLF: true, BOM: true, Guard: true,
	},
	{
		Name: "excel-fr", Doc: "for spreadsheets in French: the same with semicolon and decimal comma",
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
		names := make([]string, len(dialects))
		for i := range dialects {
			names[i] = dialects[i].Name
		}
		return nil, fmt.Errorf("no dialect %q; there are %s", name, strings.Join(names, ", "))
	}
	return &dialects[i], nil
}
