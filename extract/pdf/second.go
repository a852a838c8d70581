// This file has a PDF read a second time, by another program, and reports where the
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
	// The longest time for a second reading is baseTime and timePerPage for each of
	// maxTimedPages at most. A page takes some 3 ms; files that the reader loops in
	// take all the time there is.
	baseTime      = 5 * time.Second
	timePerPage   = 50 * time.Millisecond
	maxTimedPages = 100

	// Two readings of one text layer agree to the letter; in good files one of the
	// two counts a letter twice or leaves it out. A page is doubtful if so many, and
	// such a share, of the letters that the second reader is sure of are not in the
	// first reading. For figures, which nobody can guess from their neighbours, fewer
	// are enough.
	minLostLetters = 20
	maxLostShare   = 0.05
	minLostFigures = 4
	maxLostFigures = 0.02 // share

	// maxSample is the largest number of differing letters that an Issue prints.
	maxSample = 24
)

// SecondReading reads data, of which doc was read, with a second reader and returns
// an Issue for each page where the two readings differ, and one if pages could not
// be compared. It returns nil if doc was not a PDF. extract.Read calls it if
// Options.SecondReader is set.
//
// It takes ten seconds at most, but a hostile file may make it ask for all the
// memory there is: run it in a process that may be killed, as the command line does.
func SecondReading(doc *document.Document, data []byte, opt document.Options) []document.Issue {
	if doc.Format != "pdf" || len(doc.Pages) == 0 {
		return nil
	}
	first, err := open(data, opt)
	if err != nil {
		return []document.Issue{NoSecondReading(err.Error())}
	}
	defer first.Close()
	second, err := secondreader.Open(first.data, opt.Password, time.Now().Add(baseTime+time.Duration(min(len(doc.Pages), maxTimedPages))*timePerPage))
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
			continue // the first reading reported it
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

// NoSecondReading returns the Issue that [SecondReading] gives if the readings could
// not be compared, for callers whose process for it ended early. It casts no doubt
// on the document.
func NoSecondReading(why string) document.Issue {
	return document.Issue{Code: document.CodeNoSecondReading, Why: "the text layer was not compared with a second reading: " + why}
}

// compareReadings looks in the first reading for each letter of the second, and
// reports whether too many are missing. The other way round shows nothing: the second
// reader leaves out what it does not know. Letters outside the page are only in the
// second.
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
	byLetters := lost >= minLostLetters && float64(lost) > maxLostShare*float64(total)
	byFigures := lostFigures-p.Outside >= minLostFigures && float64(lostFigures) > maxLostFigures*float64(figures)
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
		At: document.Pos{Page: int32(p.Number)}, Code: document.CodeDoubtfulText, Text: string(missing[:min(len(missing), maxSample)]),
		Why: fmt.Sprintf("the text layer is doubtful: two programs read the page differently; %d of %d letters and %d of %d figures that the second reads are not in the first reading; compare the page with what it shows", lostLetters, letters, lostFigures, figures),
	}, true
}

// disputedGlyphs reports letters for which the font and the map to Unicode disagree.
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
		At: document.Pos{Page: int32(page)}, Code: document.CodeDoubtfulText, Text: strings.Join(pairs[:min(len(pairs), maxSample)], ", "),
		Why: fmt.Sprintf("the text layer is doubtful: %d letters or figures are drawn with glyphs that the file names otherwise; compare the page with what it shows", total),
	}, true
}

// tallyLetters adds n to the count of each letter and figure of s, with ligatures
// taken apart.
func tallyLetters(bag map[rune]int, s string, n int) {
	for _, c := range norm.NFKD.String(s) {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			bag[c] += n
		}
	}
}
