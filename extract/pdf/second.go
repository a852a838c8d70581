// This file has a PDF read a second time by another program, and says where the
// two readings differ.

package pdf

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
	"time"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/pdf/internal/secondreader"
	"golang.org/x/text/unicode/norm"
)

const (
	// secondBudget and secondPerPage are the longest time for a second reading.
	// A page takes some 3 ms; files that the reader loops in take all there is.
	secondBudget  = 5 * time.Second
	secondPerPage = 50 * time.Millisecond
	secondMost    = 100 // pages counted
	// Two readings of one text layer agree to the letter; what differs in good
	// files are letters that one of the two counts twice or leaves out. A page
	// is doubtful where more than doubtfulShare of the letters that the second
	// reader is sure of, and at least doubtfulLetters, are not in the first
	// reading; for figures, which nobody can guess from their neighbours, less
	// is enough.
	doubtfulShare   = 0.05
	doubtfulLetters = 20
	doubtfulFigures = 4
	figuresShare    = 0.02
	// sampleLetters is how many of the letters that differ an Issue prints.
	sampleLetters = 24
)

// SecondReading reads data, which gave doc, with the second reader of its
// format and returns an Issue for each page where the two readings differ. It
// is nil for formats that have one reader only. It takes ten seconds at
// most; but a hostile file may make it ask for all the memory there is, so the
// command line runs it in a worker.
func SecondReading(doc *document.Document, data []byte, opt document.Options) []document.Issue {
	if doc.Format != "pdf" || len(doc.Pages) == 0 {
		return nil
	}
	first, err := openPDF(data, opt)
	if err != nil {
		return []document.Issue{NoSecondReading(err.Error())}
	}
	defer first.Close()
	second, err := secondreader.Open(first.data, opt.Password, time.Now().Add(secondBudget+time.Duration(min(len(doc.Pages), secondMost))*secondPerPage))
	if err != nil {
		return []document.Issue{NoSecondReading("the second reader could not open the file: " + err.Error())}
	}
	var issues []document.Issue
	unread, why := 0, ""
	for _, page := range doc.Pages {
		r, err := second.Page(page.Number)
		if err != nil {
			unread, why = unread+1, err.Error()
			continue
		}
		if r.Text == "" && (r.Why != "" || r.Unsure > 0) {
			unread, why = unread+1, r.Why
			continue
		}
		p, err := first.Page(page.Number)
		if err != nil {
			continue // said already by the first reading
		}
		if is, doubt := compareReadings(p, r); doubt {
			issues = append(issues, is)
		}
		if is, doubt := disputedGlyphs(page.Number, r); doubt {
			issues = append(issues, is)
		}
	}
	if unread > 0 {
		if why == "" {
			why = "its fonts are of a kind that it does not know"
		}
		issues = append(issues, NoSecondReading(fmt.Sprintf("the second reader could not read %d of %d pages: %s", unread, len(doc.Pages), why)))
	}
	return issues
}

// NoSecondReading is the Issue that says why the second reader gave nothing.
// It is no doubt about the document.
func NoSecondReading(why string) document.Issue {
	return document.Issue{Code: "no-second-reading", Why: "the text layer was not compared with a second reading: " + why}
}

// compareReadings looks in the first reading for each letter of the second. The
// other way round says nothing: the second reader leaves out what it does not
// know. Letters outside the page are only in the second.
func compareReadings(p *ink.Page, r secondreader.Reading) (is document.Issue, doubt bool) {
	have := map[rune]int{}
	for i := range p.Glyphs {
		tallyLetters(have, string(p.Glyphs[i].Rune), 1)
	}
	var letters, figures int
	need := map[rune]int{}
	tallyLetters(need, r.Text, 1)
	var missing []rune
	var lostLetters, lostFigures int
	for c, n := range need {
		lost := max(0, n-have[c])
		if unicode.IsDigit(c) {
			figures += n
			lostFigures += lost
		} else {
			letters += n
			lostLetters += lost
		}
		if lost > 0 {
			missing = append(missing, c)
		}
	}
	total := letters + figures
	lost := lostLetters + lostFigures - p.Outside
	byLetters := lost >= doubtfulLetters && float64(lost) > doubtfulShare*float64(total)
	byFigures := lostFigures-p.Outside >= doubtfulFigures && float64(lostFigures) > figuresShare*float64(figures)
	if !byLetters && !byFigures {
		return is, false
	}
	sort.Slice(missing, func(i, j int) bool {
		a, b := missing[i], missing[j]
		if x, y := need[a]-have[a], need[b]-have[b]; x != y {
			return x > y
		}
		return a < b
	})
	return document.Issue{
		At: document.Pos{Page: int32(p.Number)}, Code: "doubtful-text", Text: string(missing[:min(len(missing), sampleLetters)]),
		Why: fmt.Sprintf("the text layer is doubtful: two programs read the page differently; %d of %d letters and %d of %d figures that the second reads are not in the first reading; compare the page with what it shows", lostLetters, letters, lostFigures, figures),
	}, true
}

// disputedGlyphs says where the file contradicts itself on what a glyph means.
func disputedGlyphs(page int, r secondreader.Reading) (is document.Issue, doubt bool) {
	total := 0
	pairs := slices.Sorted(maps.Keys(r.Disputed))
	for i, p := range pairs {
		total += r.Disputed[p]
		pairs[i] = fmt.Sprintf("%s (%d times)", p, r.Disputed[p])
	}
	if total == 0 {
		return is, false
	}
	return document.Issue{
		At: document.Pos{Page: int32(page)}, Code: "doubtful-text", Text: strings.Join(pairs[:min(len(pairs), sampleLetters)], ", "),
		Why: fmt.Sprintf("the text layer is doubtful: %d letters or figures are drawn with glyphs that the file names otherwise; compare the page with what it shows", total),
	}, true
}

// tallyLetters adds n for each letter and figure of s, ligatures taken apart.
func tallyLetters(bag map[rune]int, s string, n int) {
	for _, c := range norm.NFKD.String(s) {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			bag[c] += n
		}
	}
}
