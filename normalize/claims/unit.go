// Units: what a number counts, and whether that is what the rows are about.

package claims

import (
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// A unit is the noun phrase behind a number.
type unit struct {
	text  string   // as printed
	words []string // folded stems without articles
	head  string   // stem of the noun itself, "" where the number stands alone
	to    int      // token behind the phrase
}

// maxUnitWords is how far a noun phrase is followed: "structures Point conseil
// labellisées France Services" has five words, longer ones run into the verb.
const maxUnitWords = 7

// unitAt reads the noun phrase that starts at token i.
func unitAt(ts []token, i int) unit {
	u := unit{to: i}
	from := -1
	for j := i; j < len(ts) && len(u.words) < maxUnitWords; j++ {
		t := ts[j]
		if t.text == "-" && t.glued || (t.text == "«" || t.text == "»" || t.text == "\"" || t.text == "“" || t.text == "”") {
			continue
		}
		if !t.isWord() || lexicon.EndsCounted[t.fold] {
			break
		}
		if from < 0 {
			from = j
		}
		u.to = j + 1
		if lexicon.Articles[t.fold] {
			continue
		}
		w := lexicon.Stem(t.fold)
		if u.head == "" && !lexicon.NewBeforeNoun[t.fold] && !lexicon.Fillers[t.fold] {
			u.head = w
		}
		u.words = append(u.words, w)
	}
	if from >= 0 {
		u.text = textOf(ts, from, u.to)
	}
	return u
}

// textOf returns the words of tokens [from, to) with the blanks as printed.
func textOf(ts []token, from, to int) string {
	var b strings.Builder
	for j := from; j < to; j++ {
		if j > from && !ts[j].glued {
			b.WriteByte(' ')
		}
		b.WriteString(ts[j].text)
	}
	return b.String()
}

// A scope says how surely a claim speaks of the rows.
type scope uint8

const (
	other  scope = iota // counts something else
	weak                // a word that could mean anything listed
	strong              // names what the rows are
)

// A subject is what the rows of one table are about.
type subject struct {
	prefix []string        // stems of the words most names begin with
	heads  map[string]bool // stems of the nouns of the table's heading and its name column
}

// prefixShare is the share of names that must begin with the same words before
// these words name the kind of thing listed.
const prefixShare = 0.6

// minNames is how few names can show a common beginning.
const minNames = 3

// maxNames is how many names are read for it, about.
const maxNames = 500

// maxPrefix is how many words the common beginning may have.
const maxPrefix = 4

// subjectOf finds what t lists.
func subjectOf(t TableFacts) subject {
	s := subject{heads: map[string]bool{}}
	s.prefix = commonPrefix(t.Rows)
	for _, title := range append([]string{t.Name, t.NameTitle}, t.Units...) {
		if h := headOf(title); h != "" {
			s.heads[h] = true
		}
	}
	communes := 0
	for _, r := range t.Rows {
		if r.Commune != "" && r.Commune == r.Name {
			communes++
		}
	}
	if communes > 0 && communes*2 >= len(t.Rows) {
		s.heads["commune"] = true
		s.heads["ville"] = true
	}
	return s
}

// headOf returns the noun that a heading is about: PIMMS in "Liste des PIMMS
// labellisés" and in "Nom du PIMMS".
func headOf(title string) string {
	ts := tokenize(title)
	for i, t := range ts {
		if t.digits || !t.isWord() || lexicon.BeforeHead[t.fold] {
			continue
		}
		return unitAt(ts, i).head
	}
	return ""
}

func commonPrefix(rows []RowFacts) []string {
	if len(rows) < minNames {
		return nil
	}
	// A share is as well known from some of the rows, taken evenly: a million
	// names need not all be read.
	step := (len(rows) + maxNames - 1) / maxNames
	var names [][]string // the first stems of each name
	for i := 0; i < len(rows); i += step {
		names = append(names, stems(rows[i].Name, maxPrefix))
	}
	var best []string
	for n := 1; n <= maxPrefix; n++ {
		counts := map[string]int{}
		top := ""
		for _, ws := range names {
			if len(ws) < n {
				continue
			}
			k := strings.Join(ws[:n], " ")
			counts[k]++
			if counts[k] > counts[top] || counts[k] == counts[top] && k < top {
				top = k
			}
		}
		if top == "" || float64(counts[top]) < prefixShare*float64(len(names)) {
			break
		}
		best = strings.Fields(top)
	}
	if len(best) > 0 && (len(best[0]) == 1 || lexicon.Months[best[0]] > 0 || lexicon.Weekdays[best[0]] > 0) {
		return nil // dates and numbers (N1, N2), not names
	}
	return best
}

// stems returns the first n stems of s, articles left out.
func stems(s string, n int) []string {
	var ws []string
	for _, t := range tokenize(s) {
		if t.isWord() && !lexicon.Articles[t.fold] {
			if ws = append(ws, lexicon.Stem(t.fold)); len(ws) == n {
				break
			}
		}
	}
	return ws
}
