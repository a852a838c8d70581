// Text that has signs inside its words and is not misread for that: paths, commands, names
// of a program, lines set with blanks between their letters.

package forms

import (
	"strings"
	"unicode/utf8"
)

// IsSpaced reports whether a line is set with blanks between its letters: "c o m m u n i
// q u é".
func IsSpaced(text string) bool {
	const least, share = 6, 0.8 // letters alone, of the tokens
	alone, all := 0, 0
	for w := range strings.FieldsSeq(text) {
		if all++; utf8.RuneCountInString(w) == 1 {
			alone++
		}
	}
	return alone >= least && float64(alone) >= share*float64(all)
}

// IsPath reports whether a token names a file, a folder or a page: "/srv/data/q4.csv",
// "C:\Users\logs", "data.example.org/sets/5f3a".
func IsPath(w string) bool {
	w = strings.TrimRight(w, ".,;:)")
	folders := strings.FieldsFunc(w, func(r rune) bool { return r == '/' || r == '\\' })
	if len(folders) < 2 {
		return false
	}
	if w[0] == '/' || w[0] == '~' || w[0] == '.' || strings.HasPrefix(w, `\\`) || len(folders[0]) == 2 && folders[0][1] == ':' {
		return true
	}
	last := strings.LastIndexByte(folders[0], '.')
	return len(folders) > 2 || last > 0 && last < len(folders[0])-2 // a domain
}

// IsCode reports whether a token is of a program or a command: "--out=x", "get_rows()",
// "{id:int}", "a->b", "2.4==x".
func IsCode(w string) bool {
	if strings.HasPrefix(w, "--") && len(w) > 3 || strings.IndexByte(w, '{') >= 0 && strings.IndexByte(w, '}') >= 0 {
		return true
	}
	for _, sign := range [...]string{"()", "->", "=>", "==", "::", "[i]", "|="} {
		if strings.Contains(w, sign) {
			return true
		}
	}
	return false
}
