// Tallies: what the entries of a candidate are like, as shares of them.

package lists

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// rowsOf returns the texts that are judged as entries: the names of an enumerated
// column, else the entries.
func (c *candidate) rowsOf() []entry {
	if c.sheet.spread == nil {
		return c.entries
	}
	out := make([]entry, 0, len(c.sheet.spread))
	for _, p := range c.sheet.spread {
		t := scanTokens(nil, p.text())
		out = append(out, entry{text: p, skel: skeletonOf(t), prose: proseOf(p.text(), t)})
	}
	return out
}

// A tally is what the entries of a candidate are like.
type tally struct {
	like, prose, names, long, links, starts, code, actions, misfits, plain, voices, measures float64
}

// tallyOf counts over entries; all but long are shares of them.
func tallyOf(es []entry) (t tally) {
	usual := usualSkeleton(es)
	opens := map[string]bool{} // first words of names: "Cathédrale de Metz ; cathédrale de Nevers"
	for _, e := range es {
		if s := e.text.text(); namesThing(s) {
			opens[firstWord(s)] = true
		}
	}
	for i, e := range es {
		s := e.text.text()
		if i > 0 && e.prose > 0 && sharedStart(s, es[i-1].text.text()) >= 2 {
			t.starts++
		}
		t.like += likeness(e.skel, usual)
		t.prose += e.prose
		t.long += float64(len(s))
		if e.misfit {
			t.misfits++
		}
		if len(e.cells) > 0 || namesThing(s) || firstWord(s) != "" && opens[firstWord(s)] {
			t.names++
		}
		if programText(s) {
			t.code++
		}
		if strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.IndexByte(s, '@') > 0 {
			t.links++
		}
		if strings.IndexFunc(s, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) < 0 {
			t.plain++
		}
		if measures(s) {
			t.measures++
		}
		if isVoice(s) {
			t.voices++
		}
		if opensAction(s) {
			t.actions++
		}
	}
	n := float64(len(es))
	for _, v := range [...]*float64{&t.like, &t.prose, &t.names, &t.long, &t.links, &t.starts, &t.code, &t.actions, &t.misfits, &t.plain, &t.voices, &t.measures} {
		*v /= n
	}
	return t
}

// firstWord returns the first word of a name in small letters, "" if it is too short to
// tell names from sentences.
func firstWord(s string) string {
	const least = 4 // bytes
	word, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	if len(word) < least {
		return ""
	}
	return strings.ToLower(word)
}

// opensAction reports whether an entry opens with an infinitive, or an imperative:
// "Renforcer la présence", "Contactez la mairie".
func opensAction(s string) bool {
	first, rest, _ := strings.Cut(strings.TrimSpace(s), " ")
	second, _, _ := strings.Cut(rest, " ")
	if isInfinitive(first) && (second == "" || governed(second)) {
		return true
	}
	const shortest = 5 // bytes of an imperative or infinitive
	if len(first) < shortest || !governed(second) {
		return false
	}
	of := second == "de" || second == "du" || second == "des" || strings.HasPrefix(second, "d'") || strings.HasPrefix(second, "d’")
	return strings.HasSuffix(first, "ez") || !of && (strings.HasSuffix(first, "er") || strings.HasSuffix(first, "ir") || strings.HasSuffix(first, "re"))
}

// measures reports whether an entry is a sentence about a measure: "Revenue rose 8% to
// $412 million."
func measures(s string) bool {
	const first = 40 // bytes, in which the measure is named
	return strings.HasSuffix(strings.TrimSpace(s), ".") && lexicon.NamesMeasure(strings.ToLower(s[:min(len(s), first)]))
}

// isVoice reports whether a text is what somebody said: a quotation that ends as a
// sentence.
func isVoice(s string) bool {
	s = strings.TrimSpace(s)
	if !strings.HasPrefix(s, "«") && !strings.HasPrefix(s, "“") && !strings.HasPrefix(s, "\"") {
		return false
	}
	s = strings.TrimRight(s, "»”\" \u00a0\u202f")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}

func programText(s string) bool {
	return strings.ContainsAny(strings.TrimLeft(s, "> "), "{}<>`") || strings.Contains(s, "()") || strings.Contains(s, " = ") || strings.Contains(s, "--") && !strings.Contains(s, " -- ")
}

func usualSkeleton(es []entry) string {
	n := map[string]int{}
	best := es[0].skel
	for _, e := range es {
		if n[e.skel]++; n[e.skel] > n[best] {
			best = e.skel
		}
	}
	return best
}

// fewNames reports whether the texts of a column come three times each and more.
func fewNames(cells []piece) bool {
	const times = 3
	if len(cells) < 2*times {
		return false
	}
	seen := map[string]bool{}
	for i, c := range cells {
		if i > 0 && c.text() == cells[i-1].text() {
			return false
		}
		seen[c.text()] = true
	}
	return len(seen) > 1 && times*len(seen) <= len(cells)
}

// opensBold reports whether nearly all entries begin in bold type and go on without.
func (c *candidate) opensBold() bool {
	n := 0
	for i := range c.entries {
		if rs := c.entries[i].text.l.runs; len(rs) > 1 && rs[0].Style.Has(document.Bold) && !c.entries[i].text.l.bold {
			n++
		}
	}
	return float64(n) >= nearlyAll*float64(len(c.entries))
}
