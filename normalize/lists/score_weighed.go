// Evidence for entries that are sentences, or names with text below them: their finders
// weigh how they are built, since a score of likeness would find none.

package lists

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// judgeWeighed adds to what the finder weighed of entries that are sentences or have
// some below them: their number, names, lead and surroundings.
func (c *candidate) judgeWeighed(sc *scene, v *verdict) {
	c.add(forSize*math.Log2(float64(v.rows)), "size")
	names := 0
	for i := range c.entries {
		if c.kind == anchoredKind || namesThing(c.entries[i].text.text()) {
			names++
		}
	}
	c.add(forNames*float64(names)/float64(len(c.entries)), "names")
	if !c.lead.blank() && endsInColon(c.lead.text()) {
		c.add(forLead, "led in")
	}
	c.judgeCount(v.rows)
	if sc.tables && c.kind == "sentence" {
		c.add(-againstSpoken, "beside a table")
	}
	if c.advice() {
		c.add(-againstAdvice, "advice")
	}
	if leadsElsewhere(c.lead.text()) {
		c.add(-againstOther, "no list of records")
	}
	c.add(-againstFacts*c.factShare(), "facts")
	if v.misfits > 0 {
		c.doubts = append(c.doubts, strconv.Itoa(int(math.Round(v.misfits*float64(len(c.entries)))))+" of its entries are unlike the others")
	}
	c.doubts = append(c.doubts, c.sheet.doubts(c)...)
}

// The weights of the evidence for a run of accounts.
const (
	forAmounts   = 3.0 // nearly all print an amount
	forFunctions = 1.5 // nearly all print something between the name and the verb
	forColons    = 1.0 // the names are labels before a colon
	forListing   = 2.5 // what is printed above says that a list follows

	againstSpeech   = 4.0 // times the share of accounts in which somebody says something
	againstMeasures = 6.0 // times the share of names that measure something: "Revenue rose"
	againstAgain    = 4.0 // times the share of names that come again
	againstSingle   = 2.5 // most names are one word before a verb
)

// weigh gives a run of accounts its evidence.
func (w *accountRun) weigh(c *candidate, functions, amounts bool) {
	c.weighed = true
	n := float64(len(w.accounts))
	seen := map[string]bool{}
	speech, measures, again, single, purposes := 0.0, 0.0, 0.0, 0.0, 0.0
	for i, a := range w.accounts {
		u := &w.us[w.units[i]]
		name := a.name.of(u.text)
		if seen[name] {
			again++
		}
		seen[name] = true
		if strings.ContainsAny(u.text, "“”«\"") && !strings.ContainsAny(name, "“”«\"") {
			speech++
		}
		if lexicon.NamesMeasure(strings.ToLower(name)) || strings.IndexFunc(name, unicode.IsLetter) < 0 {
			measures++
		}
		if a.sign == 'f' {
			purposes++
		}
		if a.sign == 'v' && a.words == 1 {
			single++
		}
	}
	if amounts {
		c.add(forAmounts, "amounts")
	}
	if functions {
		c.add(forFunctions, "functions")
	} else if purposes >= nearlyAlways*n {
		c.add(forFunctions, "purposes") // "Tess Gilroy for services to folk music"
	}
	if w.accounts[0].sign == ':' {
		c.add(forColons, "labels")
	}
	if saysList(c.lead.text()) || announcesRecords(w.us, c.lo, len(w.accounts)) {
		c.add(forListing, "lead says list")
	}
	c.add(-againstSpeech*speech/n, "speech")
	c.add(-againstMeasures*measures/n, "measures")
	c.add(-againstAgain*again/n, "names come again")
	if single > fewVerbs*n {
		c.add(-againstSingle, "single words")
	}
	if w.misfits > 0 {
		c.add(-againstMisfits*float64(w.misfits)/n, "misfits")
	}
}

// advice reports whether a lead speaks of measures, reasons or advice and what follows the
// names is said in small letters: "Piscines : remplissage interdit".
func (c *candidate) advice() bool {
	last := c.sheet.fields[len(c.sheet.fields)-1]
	if len(c.sheet.fields) < 2 || last.kind != "" || !endsInColon(c.lead.text()) || !advises(c.lead.text()) {
		return false
	}
	small := 0
	for _, p := range last.cells {
		if unicode.IsLower(firstRune(p.text())) {
			small++
		}
	}
	return float64(small) >= nearlyAlways*float64(len(last.cells))
}
