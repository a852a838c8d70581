// What the text of a cell looks like, as the package shape has it.

package text

import "github.com/pressoir/pressoir/extract/internal/shape"

const (
	textShape   = shape.Text
	numberShape = shape.Number
	postalShape = shape.Postal
	markShape   = shape.Mark
	shapes      = shape.Kinds
)

func shapeOf(s string) shape.Kind          { return shape.Of(s) }
func firstWord(s string) string            { return shape.FirstWord(s) }
func opensLow(s string) bool               { return shape.OpensLow(s) }
func opensDash(s string) bool              { return shape.OpensDash(s) }
func dangles(s string) bool                { return shape.Dangles(s) }
func isTotal(s string) bool                { return shape.IsTotal(s) }
func entryStart(s string) bool             { return shape.EntryStart(s) }
func joinWrapped(text, next string) string { return shape.JoinWrapped(text, next) }
func glues(text string) bool               { return shape.Glues(text) }
func lastWord(s string) string             { return shape.LastWord(s) }
func squeeze(s string) string              { return shape.Squeeze(s) }
