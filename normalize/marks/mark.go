// This file has the types of marks and their meanings.

package marks

import (
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// A Kind is a way to mark a row.
type Kind uint8

// The ways to mark a row.
const (
	SignMark   Kind = iota // "*" before or after the name
	WordMark               // "(nouveau)", "NEW"
	BoldMark               // bold type
	ItalicMark             // italic type
	FillMark               // a coloured background
	ColorMark              // coloured text
)

// A Mark is one way to mark a row, as a legend describes it.
type Mark struct {
	Kind Kind
	Sign string // the sign or the word; "" if the legend names none
	Hue  string // "yellow", "red" ...; "" if the legend names none
}

// AnyWord is the Sign of a word mark that needs no legend, such as "(nouveau)".
const AnyWord = "nouveau"

// The meanings that have a column.
const (
	MeansNew         = lexicon.New
	MeansRenewed     = lexicon.Renewed
	MeansProvisional = lexicon.Provisional
	MeansWithdrawn   = lexicon.Withdrawn
)

// Words names the mark in a sentence: "yellow fill", "bold", the sign.
func (mk *Mark) Words() string {
	switch mk.Kind {
	case SignMark, WordMark:
		return mk.Sign
	case BoldMark:
		return "bold"
	case ItalicMark:
		return "italic"
	case FillMark, ColorMark:
		what := "fill"
		if mk.Kind == ColorMark {
			what = "colour"
		}
		return strings.TrimSpace(mk.Hue + " " + what)
	}
	return "column"
}
