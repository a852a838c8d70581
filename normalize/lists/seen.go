// Seen: stretches that look like lists and became none, which a doubt has to say.

package lists

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/normalize/records"
)

const (
	minGlued    = 5  // amounts in one text without a sentence
	minFigures  = 9  // figures in one text without a sentence: three rows of three
	wordsFigure = 2  // words for each figure that such a text may have
	figuresWord = 4  // figures for each word that it may have: "1 2 3 4 5 6 Next" turns pages
	wordsAVerb  = 40 // words for each verb that such a text may have
	minParallel = 4  // parts of a sentence that are built alike, with brackets or figures
)

// seenLists notes a text of many amounts or figures that is no sentence, and a sentence whose parts
// are built alike with brackets or figures, where neither became rows.
func (r *reader) seenLists(res *Result, chosen []*candidate) {
	read := map[int]bool{}
	for _, c := range chosen {
		for i := c.lo; i < c.hi; i++ {
			read[i] = true
		}
	}
	for i := range r.us {
		u := &r.us[i]
		if read[i] || u.wall || u.touched || len(u.text) < minEnumText || u.block < r.top {
			continue
		}
		why := ""
		if amounts, figures := glued(u.text); amounts >= minGlued {
			why = fmt.Sprintf("%d amounts follow each other in %q, which is no sentence; the list or table in it was not read", amounts, clip(u.text))
		} else if figures >= minFigures {
			why = fmt.Sprintf("%d figures follow each other in %q; the table in it, whose rows had become one line, was not read", figures, clip(u.text))
		} else if n := parallelParts(u.text); n >= minParallel {
			why = fmt.Sprintf("%d parts of the sentence %q are built alike and may be a list; it was not read", n, clip(u.text))
		}
		if why != "" {
			res.Notes = append(res.Notes, Note{Code: records.CodeListUnread, Severity: Doubt, At: u.at, List: -1, Why: why})
			return
		}
	}
}

// glued returns the numbers of amounts and of all figures in a text, as far as it is no
// running text: amounts where it has hardly a verb, figures where it has none and about as
// many words, as a table has whose rows had become one line.
func glued(s string) (amounts, figures int) {
	toks := scanTokens(nil, s)
	words, verbs := 0, 0
	for i, t := range toks {
		switch t.class {
		case moneyClass:
			amounts++
			figures++
		case percentClass, numberClass:
			figures++
		case wordClass:
			words++
			if isVerbAt(s, toks, i) || !t.capital && opensClause(s, toks, i) {
				verbs++
			}
		}
	}
	if verbs*wordsAVerb > words || words < amounts {
		amounts = 0
	}
	if verbs > 0 || words > wordsFigure*figures || figuresWord*words < figures {
		figures = 0
	}
	return amounts, figures
}

// parallelParts returns how many parts of one sentence share a skeleton with brackets
// around words or with a value; 0 if no sentence has such parts.
func parallelParts(s string) (most int) {
	if len(s) > maxScanned {
		return 0
	}
	from := 0
	for _, to := range sentenceEnds(s) {
		t := s[from:to]
		from = to
		count := map[string]int{}
		for _, g := range strings.FieldsFunc(strings.ReplaceAll(t, " et ", ";"), func(r rune) bool { return r == ',' || r == ';' }) {
			k := skeletonOf(scanTokens(nil, g))
			if len(k) < len("w(w)") || !strings.Contains(k, "(") {
				continue
			}
			if count[k]++; count[k] > most {
				most = count[k]
			}
		}
	}
	return most
}
