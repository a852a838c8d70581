// This file reads legends in parentheses: "dont 4 nouveaux (en gras ci-dessous)", "Les
// nouvelles agences (★) :", "(★ = nouvelle)".

package marks

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/internal/lexicon"
)

const (
	// maxAsides is the largest length of a text whose parentheses are read, in bytes:
	// more than a legend has, since a lead says it in passing.
	maxAsides = 4000
	// maxClause is the largest distance, in bytes, from a parenthesis back to the words
	// that it is about.
	maxClause = 80
)

// ReadAsides returns the legends in parentheses. If a parenthesis has only a mark or the
// name of one, the words before it are the meaning.
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
			for i := range found { // a whole legend
				found[i].Aside = true
			}
			return found
		}
	}
	if !alone && !lexicon.OpensWithMark(fold.Words(inner)) {
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
	meaning := lexicon.MarkMeaning(fold.Words(before))
	if len(marks) == 0 || meaning == "" || meaning == MeansNew && alone && !lexicon.SpeaksOfSeveralNew(fold.Words(before)) {
		return nil
	}
	text, _ := forms.Tidy(before + "(" + inner + ")")
	return []Legend{{Marks: marks, Meaning: meaning, Text: text, At: at, Aside: true}}
}
