// Running headers, footers and page numbers of paged text: lines that are the same on
// every page except for their figures, or that number the pages.

package text

import (
	"regexp"
	"strings"
	"sync"

	"github.com/pressoir/pressoir/extract/internal/source"
)

// pageCount is a line that numbers the page: "Communiqué de presse – 1/2",
// "Page 3", "- 3 -", "3".
var pageCount = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:.{0,80}\b\d{1,3}\s*/\s*\d{1,3}|(?:.{0,60}\s)?page\s+\d{1,4}(?:\s*(?:/|sur|of|de)\s*\d{1,4})?|[-–—]?\s*\d{1,4}\s*[-–—]?)$`)
})

// maxFurniture is the largest number of lines at each edge of a page that are furniture.
const maxFurniture = 3

// findFurniture returns the starts of lines that are running headers or footers.
func findFurniture(text string, lines []textLine) map[int32]bool {
	found := map[int32]bool{}
	if len(lines) == 0 {
		return found
	}
	heads, feet := map[string]int{}, map[string]int{}
	pages := pageRanges(lines)
	// Lines are compared without their figures: "1/3" and "2/3" are the same.
	for _, p := range pages {
		for i := p[0]; i < min(p[0]+maxFurniture, p[1]); i++ {
			heads[withoutFigures(lineText(text, lines[i]))]++
		}
		for i := p[1] - 1; i >= max(p[1]-maxFurniture, p[0]); i-- {
			feet[withoutFigures(lineText(text, lines[i]))]++
		}
	}
	for k, p := range pages {
		// From the edge inwards, and only if a blank line or the edge of the page follows on
		// the inner side.
		lo, hi := p[0], p[1]
		for i := lo; i < min(lo+maxFurniture, hi) && len(pages) > 1; i++ {
			s := lineText(text, lines[i])
			apart := i+1 == hi || lines[i+1].num > lines[i].num+1
			if heads[withoutFigures(s)] < 2 || !apart || len(pages) > 2 && heads[withoutFigures(s)] < len(pages)/2 {
				break
			}
			for ; lo <= i; lo++ {
				found[lines[lo].start] = true
			}
		}
		for i := hi - 1; i >= max(hi-maxFurniture, lo); i-- {
			s := lineText(text, lines[i])
			again := len(pages) > 1 && feet[withoutFigures(s)] >= 2 && (k > 0 || len(pages) > 1)
			counts := len(s) <= 100 && strings.ContainsAny(s, "0123456789") && pageCount().MatchString(s) && (len(pages) > 1 || strings.Contains(s, "/") || strings.Contains(strings.ToLower(s), "page"))
			apart := i == lo || lines[i].num > lines[i-1].num+1
			if !again && !counts || !apart && !(again && counts) {
				break
			}
			found[lines[i].start] = true
		}
	}
	return found
}

// pageRanges returns the ranges [lo, hi) of lines of each page that has any.
func pageRanges(lines []textLine) [][2]int {
	var rs [][2]int
	for i := 0; i < len(lines); {
		j := i + 1
		for j < len(lines) && lines[j].page == lines[i].page {
			j++
		}
		rs = append(rs, [2]int{i, j})
		i = j
	}
	return rs
}

// withoutFigures returns s with one # for each number and one blank for each gap.
func withoutFigures(s string) string {
	if len(s) > 200 { // bytes; no header or footer is so long
		return s[:200]
	}
	var b strings.Builder
	last := rune(0)
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			r = '#'
		case source.IsBlank(r):
			r = ' '
		}
		if r != last || r != '#' && r != ' ' {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}
