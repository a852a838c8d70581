// Words that stand around tables: captions above them, notes and sources below, and the
// names of their totals.

package lexicon

import (
	"regexp"
	"strings"
	"unicode"
)

// Each pattern is tried only where the first word of a line is one of those that it
// begins with, since every line of a page is asked.
var (
	tableCaptions = pattern(`(table|tableau|exhibit|tabelle|cuadro)\s*[A-Z]?[-–. ]?\d`, "table tableau exhibit tabelle cuadro")
	captions      = pattern(`(table|tableau|exhibit|figure|fig\.|chart|graphique|graph|box|encadré|annexe|appendix|tabelle|cuadro)\s*[A-Z]?[-–. ]?\d`,
		"table tableau exhibit figure fig chart graphique graph box encadré annexe appendix tabelle cuadro")
	tableSources = pattern(`(sources?|notes?|lecture|champ|n\.b\.)\s*(\([^)]*\)\s*)?[:–—]`, "source sources note notes lecture champ n")
	tableNotes   = pattern(`(sources?|notes?|n\.?b\.?|lecture|champ|définitions?|abbreviations?|legend|légende|exhibit reads|how to read|see notes|remarks?)\b[ :.\w]`,
		"source sources note notes n nb lecture champ définition définitions abbreviation abbreviations legend légende exhibit how see remark remarks")
	totalLines = pattern(`((sous-)?totaux|(sous-)?total|ensemble|sum|subtotal|grand total)\b`, "sous totaux total ensemble sum subtotal grand")
	signs      = regexp.MustCompile(`^(\* |\*\*|†|‡|\(\*\)|\(\d\d?\)|¹|²)[ :.\w]`)
)

// An opening is a pattern for the beginning of a line, and its first words.
type opening struct {
	re    *regexp.Regexp
	first map[string]bool
}

func pattern(re, first string) opening {
	o := opening{regexp.MustCompile("^(?i:" + re + ")"), map[string]bool{}}
	for _, w := range strings.Fields(first) {
		o.first[w] = true
	}
	return o
}

func (o *opening) match(s string) bool {
	n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if n < 0 {
		n = len(s)
	}
	const longest = 20 // bytes of the longest first word, a capital table of a heading glued to it
	if n == 0 || n > longest {
		return false
	}
	word := strings.ToLower(s[:n])
	return (o.first[word] || o.first[word[:len(word)-1]]) && o.re.MatchString(s) // or "TableA1"
}

// IsCaption reports whether a line begins as the caption of a table or a figure does.
func IsCaption(s string) bool { return captions.match(s) }

// IsTableCaption reports whether a line begins as the caption of a table does.
func IsTableCaption(s string) bool { return tableCaptions.match(s) }

// IsTableNote reports whether a line begins as those below a table do that are no part of it.
func IsTableNote(s string) bool { return tableNotes.match(s) || signs.MatchString(s) }

// IsTableSource reports whether a line says where a table comes from, beyond doubt.
func IsTableSource(s string) bool { return tableSources.match(s) }

// IsTotalLine reports whether the row of a sum begins so.
func IsTotalLine(s string) bool { return totalLines.match(s) }
