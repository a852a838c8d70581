// Score: the evidence for and against each candidate.

package lists

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// The weights of the evidence. A candidate is a list from accepted on.
const (
	forMarkup   = 1.0 // bullets
	forBold     = 2.0 // nearly all bullets begin in bold type, go on without, and have three fields
	forOrder    = 0.5 // numbered in order
	forLikeness = 3.0 // times (mean likeness to the usual skeleton - 0.5)
	forLead     = 1.0 // a heading or a text with a colon right above
	forListWord = 0.7 // which says that a list follows
	forCount    = 1.0 // and how many entries it has: breaks ties
	forFields   = 1.5 // times the share of rows with all fields, if there are two
	forType     = 0.5 // for each column of a kind of its own, thrice at most
	forPlaces   = 1.0 // a column of known places
	forSize     = 0.4 // times log2 of the rows
	forStart    = 2.0 // times the share of long entries that begin with the words of the one before
	forHeadings = 4.5 // the columns have printed headings
	forLabels   = 2.0 // the records print a label before each value
	forGroups   = 2.0 // the heads have another number of entries below each
	forNames    = 1.0 // times the share of entries that begin like names
	forBelow    = 3.0 // two places or more name groups
	forMembers  = 0.5 // and each text below them was looked at by itself
	forKnown    = 1.5 // times the share of names that lie where their heads say
	forChosen   = 3.0 // the sentence, that leads in no other way, says that what it enumerates was chosen

	againstProse   = 3.0 // times the mean likeness to sentences
	againstActions = 6.0 // times the share of entries that open with a verb: "Renforcer la présence"
	againstTop     = 1.5 // above the headline
	againstBare    = 1.5 // one text column, no bullet and no lead
	againstOther   = 5.0 // below "Sommaire", "Lire aussi"
	againstText    = 1.0 // one column of text that nothing calls a list
	againstLines   = 2.0 // the same without bullets
	againstCode    = 2.5 // times the share of entries with signs of program text
	againstAside   = 3.0 // an enumeration inside a sentence that leads into nothing
	againstLong    = 1.0 // entries of more than longEntry bytes on average
	againstMisfits = 2.0 // times their share
	againstHoles   = 1.0 // times the share of blank fields
	againstLinks   = 2.0 // times the share of links and addresses of the web
	againstLabels  = 3.0 // the names are few and come again and again: labels of records
	againstFacts   = 3.0 // times the share of names that are labels: "Date", "Tarif"
	againstFew     = 2.0 // less than minRows rows
	againstTable   = 1.5 // the release has a table or a sure list, and this has no bullets
	againstSpoken  = 3.0 // the same of an enumeration in a sentence
	againstPlace   = 6.0 // most communes lie elsewhere than their heads say
	againstNothing = 4.0 // no column names anything
	againstStrays  = 5.0 // times the share of lines between the entries that belong to none
	againstPlain   = 1.5 // times the share of entries without a capital or a figure
	againstVoices  = 3.0 // times the share of entries that are a quoted sentence
	againstVisit   = 7.0 // names with their places in a sentence that does not say that they were chosen
	againstRows    = 4.0 // heads are printed again though they are in force: cells of a table
	againstAlone   = 3.0 // a place with a single member
	againstRefused = 6.0 // the sentence says that what it enumerates was not chosen
	againstContact = 2.0 // names with telephone numbers, and few of them

	accepted  = 4.0
	unsure    = 2.0 // above accepted: below that a person should look; a third of the misread lists lie there
	doubted   = 2.0 // below accepted: a text that is led in as a list is worth a doubt
	longEntry = 160 // bytes
	minRows   = 3   // least rows of a list, unless its lead announces fewer
)

func (c *candidate) add(weight float64, name string) {
	if math.Abs(weight) < 0.005 {
		return
	}
	c.score += weight
	c.why = append(c.why, reason{weight, name})
}

// A scene is what the evidence asks of the document.
type scene struct {
	us     []unit
	top    int  // block of the headline
	tables bool // the release has a table of two rows and more
	facts  Facts
	counts []int // that the prose announces; nil until asked for
}

// announces reports whether the release announces n of something.
func (sc *scene) announces(n int) bool {
	if sc.counts == nil {
		sc.counts = append([]int{0}, sc.facts.Announced()...)
	}
	return n > 0 && slices.Contains(sc.counts, n)
}

// judge gives a candidate its score.
func (c *candidate) judge(sc *scene) {
	es := c.rowsOf()
	t := tallyOf(es)
	starts := t.starts * float64(len(es))
	v := verdict{
		tally:   t,
		rows:    len(c.sheet.from),
		listed:  saysList(c.lead.text()),
		regular: starts+1 >= 0.7*float64(len(es)) && starts > 1,
	}
	if c.weighed {
		c.judgeWeighed(sc, &v)
		return
	}
	c.judgeBuild(&v)
	c.judgeWording(sc, &v)
	c.judgeTexts(sc, &v)
	c.judgeSurroundings(sc, &v)
	c.judgeEntries(&v)
	if k := int(math.Round(t.misfits * float64(len(es)))); k > 0 {
		c.doubts = append(c.doubts, strconv.Itoa(k)+" of its entries are unlike the others")
	}
	c.doubts = append(c.doubts, c.sheet.doubts(c)...)
}

// A verdict is what the steps of judge share.
type verdict struct {
	tally
	rows    int
	listed  bool // the lead says that a list follows
	regular bool // most entries begin with the words of the one before
}

// judgeBuild weighs how a candidate is built: its likeness, bullets, lead, columns, size.
func (c *candidate) judgeBuild(v *verdict) {
	c.add(forLikeness*(v.like-0.5), "alike")
	if c.kind == "bullets" {
		c.add(forMarkup, "bullets")
	}
	if c.kind == "bullets" && len(c.sheet.fields) > 2 && c.opensBold() {
		c.add(forBold, "bold names")
	}
	if c.sheet.fields[0].kind == "rank" {
		c.add(forOrder, "numbered")
	}
	if v.listed {
		c.add(forListWord, "lead says list")
	}
	c.judgePlaces(v.names)
	if c.led || c.split && c.below {
		c.add(forLead, "led in")
	}
	c.judgeCount(v.rows)
	c.judgeFields(v.rows)
	if c.graded {
		c.add(forGrades, "grades come again")
	} else if c.inGroups() {
		c.add(forGroups, "groups")
	}
	c.add(forSize*math.Log2(float64(v.rows)), "size")
}

// judgeWording weighs whether the entries read as names or as sentences, and what
// they are printed below.
func (c *candidate) judgeWording(sc *scene, v *verdict) {
	c.add(forNames*v.names, "names")
	c.add(forStart*v.starts, "begin alike")
	if !v.regular {
		c.add(-againstProse*v.prose, "sentences")
	}
	c.add(-againstActions*v.actions, "actions")
	if c.entries[0].text.l.block < sc.top {
		c.add(-againstTop, "above the headline")
	}
	if leadsElsewhere(c.lead.text()) {
		c.add(-againstOther, "no list of records")
	}
}

// judgeTexts weighs against entries that are texts without values, and against long ones.
func (c *candidate) judgeTexts(sc *scene, v *verdict) {
	fields := c.sheet.fields
	typed := slices.ContainsFunc(fields, func(f field) bool { return f.kind != "" })
	texts := (len(fields) == 1 || c.kind == "records" && !c.hasValues()) && !typed && !c.graded && !c.inGroups()
	if texts && !c.counted && !v.regular && !v.listed && !c.below {
		w := againstText
		if c.kind != "bullets" {
			w = againstLines
		}
		c.add(-w, "texts only")
	}
	if c.kind == "sentence" {
		c.judgeSentence(sc, v)
	}
	if (texts || c.kind == "records" && !typed) && c.kind != "bullets" && !c.led && !c.below {
		c.add(-againstBare, "bare")
	}
	if v.long > longEntry && !v.regular {
		c.add(-againstLong, "long entries")
	}
}

// judgeSentence weighs whether a sentence lists what it enumerates.
func (c *candidate) judgeSentence(sc *scene, v *verdict) {
	if c.chosen && !c.led {
		c.add(forChosen, "chosen")
	}
	if c.refused {
		c.add(-againstRefused, "not chosen")
	}
	switch {
	case c.placed && !c.led && !c.chosen && !(v.rows >= minRows && sc.announces(v.rows)):
		c.add(-againstVisit, "places in passing")
	case c.placed && (c.led || c.chosen):
	case !c.counted && (!c.led || len(c.sheet.fields) == 1 && !c.colon):
		c.add(-againstAside, "in passing")
	}
}

// judgeSurroundings weighs against few rows, rows beside a table, and places that lie
// elsewhere than their heads say.
func (c *candidate) judgeSurroundings(sc *scene, v *verdict) {
	if v.rows < minRows && !c.counted {
		c.add(-againstFew, "few")
	}
	if v.rows == 1 && c.split && !c.counted {
		c.add(-againstAlone, "alone")
	}
	if sc.tables && c.kind == "sentence" {
		c.add(-againstSpoken, "beside a table")
	} else if sc.tables && c.kind != "bullets" {
		c.add(-againstTable, "beside a table")
	}
	if c.mostlyElsewhere() {
		c.add(-againstPlace, "places elsewhere")
	}
}

// judgeEntries weighs the shares of entries that no list of records has.
func (c *candidate) judgeEntries(v *verdict) {
	c.add(-againstFacts*c.factShare(), "facts")
	c.add(-againstCode*v.code, "program text")
	c.add(-againstMisfits*v.misfits, "misfits")
	c.add(-againstLinks*v.links, "links")
	c.add(-againstPlain*v.plain, "no names in it")
	c.add(-againstVoices*v.voices, "quoted sentences")
	c.add(-againstMeasures*v.measures, "measures")
	c.add(-againstStrays*float64(c.strays)/float64(len(c.entries)), "lines between")
}

// factShare returns the share of entries whose first text is the label of a fact.
func (c *candidate) factShare() float64 {
	cells := c.sheet.fields[0].cells
	if len(c.sheet.fields) < 2 || len(cells) > maxFacts {
		return 0
	}
	n := 0
	for _, p := range cells {
		if lexicon.NamesFact(fold.Words(p.text())) {
			n++
		}
	}
	return float64(n) / float64(len(cells))
}

// maxFacts is the largest number of facts in a box of a release.
const maxFacts = 15

// hasValues reports whether most records print a figure.
func (c *candidate) hasValues() bool {
	n := 0
	for i := range c.entries {
		for _, p := range c.entries[i].cells {
			if strings.IndexFunc(p.text(), isDigit) >= 0 {
				n++
				break
			}
		}
	}
	return 2*n > len(c.entries)
}

// judgeCount holds the count in the lead against the rows.
func (c *candidate) judgeCount(n int) {
	c.counted = c.counted || c.headsAgree()
	for _, v := range countsIn(c.lead.text()) {
		if v == n || v == len(c.entries) {
			c.counted = true
		}
	}
	if c.counted {
		c.add(forCount, "count fits")
	}
}

// countsIn returns the whole numbers of a text that may count entries.
func countsIn(s string) (out []int) {
	const longest = 400 // bytes of a lead
	if len(s) > longest {
		s = s[len(s)-longest:]
	}
	toks := scanTokens(nil, s)
	for i, t := range toks {
		switch t.class {
		case numberClass:
			if i > 1 && toks[i-1].class == '(' && toks[i-2].to == toks[i-1].from {
				continue // the mark of a footnote, "Quarter(4)"
			}
			if v, err := strconv.Atoi(t.of(s)); err == nil && v > 1 && (v < 1900 || v > 2100) {
				out = append(out, v)
			}
		case wordClass:
			if v := numeral(strings.ToLower(t.of(s))); v > 1 {
				out = append(out, v)
			}
		}
	}
	return out
}

// judgeFields weighs the columns.
func (c *candidate) judgeFields(n int) {
	s := c.sheet
	whole, holes := s.fullRows()
	columns := len(s.fields)
	if s.raised || c.split && c.below {
		columns++ // their heads are a column
	}
	if columns > 1 {
		c.add(forFields*float64(whole)/float64(n), "fields")
		c.add(-againstHoles*float64(holes)/float64(n*len(s.fields)), "blank fields")
	}
	if (c.kind == "lines" || c.kind == "bullets") && s.spread == nil && !c.hasHeads() && fewNames(s.fields[0].cells) && len(s.fields) > 1 {
		c.add(-againstLabels, "labels come again")
	}
	c.judgeKinds(n)
}

// fullRows counts the rows without a blank, and the blanks.
func (s *sheet) fullRows() (full, blanks int) {
	for i := range s.from {
		before := blanks
		for _, f := range s.fields {
			if f.cells[i].blank() {
				blanks++
			}
		}
		if blanks == before {
			full++
		}
	}
	return full, blanks
}

// judgeKinds weighs what the columns are of.
func (c *candidate) judgeKinds(n int) {
	s := c.sheet
	typed, places, subject, contact := 0, false, false, false
	for k, f := range s.fields {
		if f.kind != "" {
			typed++
		}
		subject = subject || f.kind == "" || placeKinds[f.kind] || f.kind == "address"
		contact = contact || f.kind == "phone" || f.kind == "email"
		places = places || placeKinds[f.kind] || k > 0 && f.kind == "" && s.fields[k-1].kind == "commune"
	}
	c.add(forType*float64(min(typed, 3)), "typed")
	if places {
		c.add(forPlaces, "places")
	}
	if c.kind == "records" && len(c.names) == len(s.fields) && subject {
		c.add(forHeadings, "headings")
	}
	if c.kind == "records" && s.labels > 1 {
		c.add(forLabels, "labelled")
		subject = true
	}
	if !subject {
		c.add(-againstNothing, "no names")
	}
	if contact && n < 2*minRows && len(s.fields) < 4 {
		c.add(-againstContact, "contacts")
	}
}

func (c *candidate) hasHeads() bool {
	return len(c.entries[len(c.entries)-1].heads) > 0
}
