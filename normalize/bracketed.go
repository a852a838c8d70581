// Columns whose figures are all in parentheses: counts, or the losses of an account.

package normalize

import (
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

// A bracketing is what parentheses around figures mean in a column.
type bracketing uint8

const (
	negatives bracketing = iota // others have none, or accounts set losses so in another column
	counts                      // "Louise (312)", one in each row
	unclear
)

const (
	minBracketed   = 2 // rows that show that all figures are set so
	maxCountFigure = 4 // digits of a count that is set in parentheses; more are amounts
)

// bracketsOf returns what parentheses around the figures of column j mean.
func bracketsOf(t *bind.Table, j int) bracketing {
	bracketed, plain := 0, true
	for i, r := range t.Rows {
		if i == bind.SampleRows {
			break
		}
		s := r.Text(j)
		if r.Role != records.Data || s == "" {
			continue
		}
		if s[0] != '(' {
			return negatives // most columns end here
		}
		bracketed++
		plain = plain && s[len(s)-1] == ')' && forms.IsFigures(s[1:len(s)-1], 1, maxCountFigure)
	}
	switch {
	case bracketed < minBracketed:
		return negatives
	case plain && j > 0 && t.Columns[j-1].Type == records.Text:
		return counts
	}
	return unclear
}
