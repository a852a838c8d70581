// This file decides when a column of the product has the heading of the truth.

package score

import (
	"regexp"
	"slices"
	"strings"
)

var (
	inParentheses = regexp.MustCompile(`\s*\(.*?\)`)
	inPercent     = regexp.MustCompile(`\s*(en %|^% )`)
	noteMark      = regexp.MustCompile(`\s*(\*+|[¹²³]|\(\d\)|\[\d\])$`)
)

// fixedNames are the output names that may replace a printed heading, by type.
var fixedNames = map[string][]string{
	"text": {"name", "region", "department", "commune"},
	"code": {"postal_code"},
	"date": {"date"},
}

// titled reports whether an output name is right for a column: the words of its
// heading, a span above and a row of units joined in any order, or a name that
// the truth or the product's contract allows.
func titled(c *Column, name string) bool {
	if slices.Contains(c.Names, name) {
		return true
	}
	if c.Title == "" && c.Span == "" {
		return len(c.Names) == 0
	}
	got := sortedWords(name)
	title := noteMark.ReplaceAllString(c.Title, "")
	for _, form := range []string{c.Title, title, inParentheses.ReplaceAllString(title, ""), inPercent.ReplaceAllString(title, "")} {
		if got == sortedWords(form+" "+c.Span) || got == sortedWords(form+" "+c.Span+" "+c.Unit) {
			return true
		}
		if sortedWords(form+" "+c.Span) == "" && name != "" {
			return true // "%" alone is no word
		}
	}
	return slices.Contains(fixedNames[c.Type], name) || c.Type == "money" && name == "amount"
}

// sortedWords returns the words of s in the order of the alphabet.
func sortedWords(s string) string {
	words := strings.Fields(plainWords(strings.ReplaceAll(s, "_", " ")))
	slices.Sort(words)
	return strings.Join(words, " ")
}
