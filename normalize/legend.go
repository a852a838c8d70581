// Legends: what the release says its marks mean.
package normalize

import "github.com/pressoir/pressoir/extract"

// A MarkKind is a way to mark a row.
type MarkKind uint8

// The ways to mark a row.
const (
	SignMark   MarkKind = iota // "*" before or after the name
	WordMark                   // "(nouveau)", "NEW"
	BoldMark                   // bold type
	ItalicMark                 // italic type
	FillMark                   // a coloured background
	ColorMark                  // coloured text
	ColumnMark                 // an X in a column of its own
)

// A Mark is one way to mark a row, as a legend describes it.
type Mark struct {
	Kind MarkKind
	Sign string // the sign or the word; "" if the legend names none
	Hue  string // "yellow", "red" ...; "" if the legend names none
}

// The meanings of marks that have a column of their own.
const (
	MeansNew         = "new"
	MeansRenewed     = "renewed"
	MeansProvisional = "provisional"
	MeansWithdrawn   = "withdrawn"
)

// A Legend is a sentence that gives marks their meaning.
type Legend struct {
	Marks   []Mark // any of them marks the row
	Meaning string // one of the constants above, "" for any other
	Text    string // as printed
	At      extract.Pos
}
