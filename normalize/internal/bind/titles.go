// Titles: what headings of columns mean, in French and in English.

package bind

import (
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// maxColumnTitle is the longest heading of a column with a fixed name, in bytes (longer ones
// are sentences).
const maxColumnTitle = 320

// columnNamed returns the name of the column that a heading means, "" if it is
// none of those that have a fixed name.
func columnNamed(title string) string {
	if title == "" || len(title) > maxColumnTitle {
		return ""
	}
	t := fold.Words(title)
	if column, ok := lexicon.ColumnHeadings[t]; ok {
		return column
	}
	// "Nom de la commune" is a commune, "Nom du projet" a name.
	for _, of := range lexicon.NameOf {
		if rest, ok := strings.CutPrefix(t, of); ok {
			switch column := lexicon.ColumnHeadings[rest]; column {
			case "region", "department", "commune":
				return column
			}
			return "name"
		}
	}
	for _, s := range lexicon.ColumnOpenings {
		if strings.HasPrefix(t, s.Words) {
			return s.Column
		}
	}
	if headsNew(t) {
		return "new"
	}
	return ""
}

// headsNew reports whether a folded heading is that of a column of what is new:
// "Nouveau en 2020", "New in 2020".
func headsNew(title string) bool {
	for _, w := range lexicon.NewOpenings {
		rest, ok := strings.CutPrefix(title, w)
		if !ok {
			continue
		}
		for _, next := range lexicon.NewFollowers {
			if strings.HasPrefix(rest, next) {
				return true
			}
		}
	}
	return false
}
