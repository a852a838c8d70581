// Legends in parentheses: "dont 4 nouveaux (en gras ci-dessous)", "Les nouvelles
// agences (★) :", "(★ = nouvelle)".

package marks

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
)

const (
	// maxAsides is how long a text is whose parentheses are looked at, in bytes:
	// longer than a legend, since a lead says it in passing.
	maxAsides = 4000
	// maxClause is how far before a parenthesis the words stand that it speaks
	// of, in bytes.
	maxClause = 80
)

// ReadAsides reads the legends that parentheses hold. A mark that stands there
// alone, or is named there, belongs to the words before it.
func ReadAsides(line string, at document.Pos) (out []Legend) {
	if len(line) > maxAsides {
		return nil
	}
	for i := 0; i < len(line); {
		open := strings.IndexByte(line[i:], '(')
		if open < 0 {
			return out
		}
		open += i
		end := strings.IndexByte(line[open:], ')')
		if end < 0 {
			return out
		}
		inner := line[open+1 : open+end]
		out = append(out, aside(line[:open], inner, at)...)
		i = open + end
	}
	return out
}

// aside reads one parenthesis and the words before it.
func aside(before, inner string, at document.Pos) []Legend {
	inner = strings.TrimSpace(inner)
	if len(inner) > maxLegend || len(inner) == 0 {
		return nil
	}
	sign := SignAt(inner)
	alone := sign != "" && sign == inner
	if !alone {
		if found := ReadLegends(inner, at); len(found) > 0 && found[0].Meaning != "" {
			for i := range found { // it says all
				found[i].Aside = true
			}
			return found
		}
	}
	if !alone && !describesMark(inner) {
		return nil
	}
	marks := legendMarks(inner)
	if alone {
		marks = []Mark{{Kind: SignMark, Sign: sign}}
	}
	if i := strings.LastIndexAny(before, ".;:!?)(\n"); i >= 0 {
		before = before[i+1:]
	}
	if len(before) > maxClause {
		before = strings.ToValidUTF8(before[len(before)-maxClause:], "")
	}
	meaning := meaningOf(before)
	if len(marks) == 0 || meaning == "" || meaning == MeansNew && alone && !speaksOfSeveral(before) {
		return nil
	}
	text, _ := forms.Tidy(before + "(" + inner + ")")
	return []Legend{{Marks: marks, Meaning: meaning, Text: text, At: at, Aside: true}}
}

// speaksOfSeveral reports whether words speak of new ones, not of one: "Le nouveau
// dispositif (*)" calls a footnote.
func speaksOfSeveral(s string) bool {
	f := " " + fold.Words(s) + " "
	for _, w := range [...]string{" nouveaux ", " nouvelles ", " new ", " nouveautes "} {
		if strings.Contains(f, w) {
			return true
		}
	}
	return false
}

// describesMark reports whether the words of a parenthesis are about a mark:
// "en gras dans la liste", "signalées par une étoile", "surlignées en jaune".
func describesMark(s string) bool {
	f := fold.Words(s)
	for _, w := range describes {
		if strings.HasPrefix(f, strings.TrimSpace(w)) {
			return true
		}
	}
	return opensLegend(f)
}
