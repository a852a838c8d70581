// This file finds the marks that a legend describes.

package marks

import (
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// mayNameMark reports whether a line may describe a mark: legendMarks finds none in a
// line where it is false. It costs a tenth of legendMarks, and tables have many lines.
func mayNameMark(line string) bool {
	for i := 0; i < len(line); i++ {
		if beginsSign[line[i]] && SignAt(line[i:]) != "" {
			return true
		}
	}
	return lexicon.MayNameMark(line)
}

// legendMarks returns the marks that a line describes.
func legendMarks(line string) []Mark {
	words := strings.Fields(fold.Words(line))
	marks := signMarks(line, words)
	if lexicon.Bold.In(words) >= 0 {
		marks = append(marks, Mark{Kind: BoldMark})
	}
	if lexicon.Italic.In(words) >= 0 {
		marks = append(marks, Mark{Kind: ItalicMark})
	}
	marks = append(marks, colourMarks(words)...)
	if word := quotedWord(line); word != "" && lexicon.Labelled.In(words) >= 0 {
		marks = append(marks, Mark{Kind: WordMark, Sign: word})
	}
	return marks
}

// signMarks returns the sign that a line begins with, names, or shows.
func signMarks(line string, words []string) []Mark {
	if sign := SignAt(strings.TrimLeft(line, " (\"«[")); sign != "" {
		return []Mark{{Kind: SignMark, Sign: sign}}
	}
	if lexicon.Asterisk.In(words) >= 0 {
		return []Mark{{Kind: SignMark, Sign: "*"}}
	}
	if lexicon.Star.In(words) >= 0 {
		return []Mark{{Kind: SignMark, Sign: "*"}, {Kind: SignMark, Sign: "★"}}
	}
	for i := range line { // "signalés par *", "(†)"
		if sign := SignAt(line[i:]); sign != "" && i > 0 && (line[i-1] == ' ' || line[i-1] == '(' || line[i-1] == '"') {
			return []Mark{{Kind: SignMark, Sign: sign}}
		}
	}
	return nil
}

// colourMarks returns the fill or the text colour that a line names. "En rouge" alone
// may be either.
func colourMarks(words []string) []Mark {
	if i := lexicon.Fill.In(words); i >= 0 {
		hue := hueNear(words, i)
		if hue == "" {
			hue = hueNear(words, max(0, i-2))
		}
		return []Mark{{Kind: FillMark, Hue: hue}}
	}
	for k := range len(words) - 1 {
		hue := lexicon.Hue(words[k+1])
		if !lexicon.IsColoured(words[k]) || hue == "" {
			continue
		}
		marks := []Mark{{Kind: ColorMark, Hue: hue}}
		if lexicon.Lettering.In(words) < 0 {
			marks = append(marks, Mark{Kind: FillMark, Hue: hue})
		}
		return marks
	}
	return nil
}

// maxHueWords is the largest number of words from a word for a fill to its colour:
// "surlignées dans le tableau en jaune".
const maxHueWords = 4

// hueNear returns the first hue among words[i] and the words after it.
func hueNear(words []string, i int) string {
	for _, w := range words[i:min(len(words), i+maxHueWords+1)] {
		if hue := lexicon.Hue(w); hue != "" {
			return hue
		}
	}
	return ""
}

// maxQuoted is the length, in bytes, that a quoted word stays below to be a mark.
const maxQuoted = 24

// quotedWord returns the first text in quotation marks if it may be a word that marks
// rows: "portent la mention « nouveau »".
func quotedWord(line string) string {
	i := strings.IndexAny(line, "«\"“")
	if i < 0 {
		return ""
	}
	rest := strings.TrimLeft(line[i:], "«\"“ \u00a0")
	end := strings.IndexAny(rest, "»\"”")
	if end <= 0 || end >= maxQuoted {
		return ""
	}
	word := strings.Trim(rest[:end], " \u00a0()")
	if SignAt(word) != "" {
		return ""
	}
	return word
}
