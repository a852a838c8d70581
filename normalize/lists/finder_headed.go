// Headed records: heads of one sign, each with the paragraphs about it below: a
// foundation over what it gave, a site over when it was listed, a project over
// "Applicant: ..." and "Decision: ...".

package lists

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// headedKind is the kind of candidates whose entries are heads with text below.
const headedKind = "headed"

const (
	maxBody       = 8   // units below a head
	maxHeadBytes  = 140 // of a head
	minLabels     = 2   // labels that the records share
	usualLabel    = 0.6 // share of the records that print a label
	maxLabelBytes = 40  // bytes of a label
)

// A headed is one head and the units [lo, hi) below it.
type headed struct{ head, lo, hi int }

// recordSign returns the sign by which heads of records are told from the text below
// them; "" if the unit is no head.
func recordSign(us []unit, i int) string {
	u := &us[i]
	if u.wall || len(u.text) > maxHeadBytes || len(u.toks) == 0 || u.mark != 0 || endsSentence(u) && u.kind != headingLine && !u.bold || u.prose >= 0.5 && u.kind != headingLine {
		return ""
	}
	switch {
	case u.kind == headingLine && !u.drawn && !allCapitals(u.text):
		return "L" + signOf(u)
	case u.kind == headingLine:
		return signOf(u)
	case u.bold, allCapitals(u.text):
		return signOf(u)
	case u.first && i+1 < len(us) && us[i+1].block == u.block && us[i+1].kind == textLine && u.kind == textLine && (i == 0 || us[i-1].kind != headingLine || us[i-1].drawn):
		return "L" + signOf(u)
	}
	return ""
}

// findHeaded finds stretches of heads of one sign with text below each.
func findHeaded(us []unit) (out []*candidate) {
	signs := make([]string, len(us))
	for i := range us {
		signs[i] = recordSign(us, i)
	}
	for i := 0; i < len(us); {
		if signs[i] == "" {
			i++
			continue
		}
		rs := headedFrom(us, signs, i)
		if len(rs) < minRows {
			i++
			continue
		}
		if c := headedTable(us, rs); c != nil {
			out = append(out, c)
		}
		i = rs[len(rs)-1].hi
	}
	return out
}

// headedFrom follows the heads of the sign of unit i.
func headedFrom(us []unit, signs []string, i int) (rs []headed) {
	for j := i; j < len(us) && signs[j] == signs[i]; {
		r := headed{j, j + 1, j + 1}
		for r.hi < len(us) && signs[r.hi] != signs[i] && r.hi-r.lo < maxBody && belongsBelow(&us[r.hi], &us[j]) {
			r.hi++
		}
		if r.hi == r.lo {
			break
		}
		rs = append(rs, r)
		j = r.hi
	}
	return rs
}

// belongsBelow reports whether unit u may be part of what is below a head.
func belongsBelow(u, head *unit) bool {
	if u.wall {
		return false
	}
	if head.kind == headingLine {
		return u.kind != headingLine
	}
	return u.kind == textLine && (head.bold || u.block-head.block <= 1)
}

// headedTable makes a candidate of heads with text below, nil if the text says nothing
// of what they are.
func headedTable(us []unit, rs []headed) *candidate {
	n := len(rs)
	last := &rs[n-1]
	labels := sharedLabels(us, rs)
	if labels == nil && us[rs[0].lo].marker != "" {
		return nil // items are a run by themselves
	}
	if labels == nil && namesBelow(us, rs) {
		return headedNames(us, rs)
	}
	c := &candidate{kind: headedKind, weighed: true, lo: rs[0].head}
	if us[last.head].kind == textLine { // the text that follows the last record is in other paragraphs
		for k := last.lo; k < last.hi; k++ {
			if us[k].block != us[rs[0].lo+min(k-last.lo, rs[0].hi-rs[0].lo-1)].block-us[rs[0].head].block+us[last.head].block {
				last.hi = max(k, last.lo+1)
				break
			}
		}
	}
	c.hi = last.hi
	values, texts := make([]piece, n), make([]piece, n)
	for i, r := range rs {
		u := &us[r.head]
		e := entry{unit: r.head, text: headPiece(u.line), skel: u.skel}
		e.cells = []piece{e.text}
		for _, l := range labels {
			e.cells = append(e.cells, labelled1(us, r, l))
		}
		values[i], texts[i] = openingValue(&us[r.lo]), joined(us, r, labels)
		c.entries = append(c.entries, e)
	}
	c.names = append(append(c.names, piece{}), labels...)
	c.addColumn(texts)
	openings := labels == nil && float64(filled(values)) >= nearlyAlways*float64(n)
	if openings {
		c.addColumn(values)
	}
	c.findLead(us)
	c.weighHeaded(us, rs, len(labels), openings)
	return c
}

// addColumn gives each entry a further cell, unless all are blank.
func (c *candidate) addColumn(cells []piece) {
	if filled(cells) == 0 {
		return
	}
	for i := range c.entries {
		c.entries[i].cells = append(c.entries[i].cells, cells[i])
	}
	c.names = append(c.names, piece{})
}

// namesBelow reports whether what is below the heads are names, a line each, and no text.
func namesBelow(us []unit, rs []headed) bool {
	names, all := 0, 0
	for _, r := range rs {
		for k := r.lo; k < r.hi; k++ {
			all++
			if u := &us[k]; u.prose == 0 && !endsSentence(u) && namesThing(u.text) && len(u.text) <= maxAbove {
				names++
			}
		}
	}
	return float64(names) >= nearlyAll*float64(all)
}

// headedNames makes a candidate of the names below heads: as many as a head counts,
// else another number below each. Where all heads have the same number of lines below,
// those are the cells of a record.
func headedNames(us []unit, rs []headed) *candidate {
	counted, sizes := 0, make([]int, 0, len(rs))
	for _, r := range rs {
		sizes = append(sizes, r.hi-r.lo)
		t := label(us[r.head].text)
		if _, v, ok := cutNumber(t, span{0, len(t)}); ok && int(v) == r.hi-r.lo {
			counted++
		}
	}
	if !differ(sizes) && counted < len(rs) {
		return nil
	}
	last := rs[len(rs)-1]
	c := &candidate{kind: "lines", lo: rs[0].lo, hi: last.hi, grouped: true}
	var gaps []stretch
	signs := map[string]bool{}
	for i, r := range rs {
		signs[signOf(&us[r.head])] = true
		if i > 0 {
			gaps = append(gaps, stretch{len(c.entries), r.head, r.head + 1})
		}
		for k := r.lo; k < r.hi; k++ {
			c.entries = append(c.entries, us[k].entry(k))
		}
	}
	c.findLead(us)
	c.placeHeads(us, gaps, signs)
	return c
}

// sharedLabels returns the labels, "Applicant:", that most records print below their
// heads, in the order of the first record that has them.
func sharedLabels(us []unit, rs []headed) (out []piece) {
	count := map[string]int{}
	var order []piece
	for _, r := range rs {
		seen := map[string]bool{}
		for k := r.lo; k < r.hi; k++ {
			p := labelPiece(&us[k])
			if key := fold.Words(p.text()); !p.blank() && !seen[key] {
				seen[key] = true
				if count[key]++; count[key] == 1 {
					order = append(order, p)
				}
			}
		}
	}
	for _, p := range order {
		if float64(count[fold.Words(p.text())]) >= usualLabel*float64(len(rs)) {
			out = append(out, p)
		}
	}
	if len(out) < minLabels {
		return nil
	}
	return out
}

// labelPiece returns the label with which a unit begins, blank if there is none.
func labelPiece(u *unit) piece {
	for i, t := range u.toks {
		if t.class == ':' && i > 0 && int(t.from) <= maxLabelBytes {
			return piece{u.line, trimSpan(u.text, span{0, int(t.from)})}
		}
		if t.class != wordClass {
			break
		}
	}
	return piece{}
}

// labelled1 returns what a record prints after a label.
func labelled1(us []unit, r headed, label piece) piece {
	for k := r.lo; k < r.hi; k++ {
		if p := labelPiece(&us[k]); !p.blank() && fold.Words(p.text()) == fold.Words(label.text()) {
			t := us[k].text
			return piece{us[k].line, trimSpan(t, span{p.to + strings.IndexByte(t[p.to:], ':') + 1, len(t)})}
		}
	}
	return piece{}
}

// joined returns the text below a head as one line, without what has one of the labels.
func joined(us []unit, r headed, labels []piece) piece {
	var ls []*line
	for k := r.lo; k < r.hi; k++ {
		p := labelPiece(&us[k])
		taken := false
		for _, l := range labels {
			taken = taken || !p.blank() && fold.Words(p.text()) == fold.Words(l.text())
		}
		if !taken {
			ls = append(ls, us[k].line)
		}
	}
	switch len(ls) {
	case 0:
		return piece{}
	case 1:
		return whole(ls[0])
	}
	return whole(joinLines(ls))
}

// joinLines makes one line of several, at the place of the first.
func joinLines(ls []*line) *line {
	out := *ls[0]
	var b strings.Builder
	out.runs = nil
	for i, l := range ls {
		if i > 0 {
			b.WriteByte(' ')
			out.runs = append(out.runs, document.Run{Text: " "})
		}
		b.WriteString(l.text)
		out.runs = append(out.runs, l.runs...)
	}
	out.text = b.String()
	return &out
}

// openingValue returns the amount or date with which the text below a head begins, after
// a word or two: "$12 million over three years", "Inscrit par arrêté du 12 février".
func openingValue(u *unit) piece {
	const words = 5
	for i, t := range u.toks {
		if t.class == moneyClass && i == 0 || t.class == dateClass && i < words {
			return piece{u.line, span{int(t.from), int(t.to)}}
		}
		if i >= words || t.class == '.' {
			break
		}
	}
	return piece{}
}

// The weights of the evidence for headed records.
const (
	forLabelled  = 5.0 // the texts print the same labels
	forOpenings  = 3.0 // nearly all texts begin with an amount or a date
	forBeginning = 2.0 // times the share of texts that begin with the same word as most
	forBuild     = 1.5 // nearly all heads are built of several parts in one way

	againstQuestions = 5.0 // times the share of heads that are questions
	againstChapters  = 3.0 // times the share of heads that begin as chapters do: "Les routes"
)

// sheetWhole reports whether nearly all cells of the labels are filled: labels of which
// each record lacks some are rather those of ranks.
func (c *candidate) sheetWhole() bool {
	blank, all := 0, 0
	for i := range c.entries {
		for _, p := range c.entries[i].cells {
			all++
			if p.blank() {
				blank++
			}
		}
	}
	return float64(blank) <= (1-nearlyAll)*float64(all)
}

// weighHeaded gives headed records their evidence.
func (c *candidate) weighHeaded(us []unit, rs []headed, labels int, openings bool) {
	n := float64(len(rs))
	first := map[string]int{}
	built := map[string]int{}
	questions, chapters, most, parts := 0.0, 0.0, 0, 0
	for _, r := range rs {
		u := &us[r.head]
		if strings.HasSuffix(strings.TrimSpace(u.text), "?") {
			questions++
		}
		w, rest, _ := strings.Cut(strings.TrimSpace(u.text), " ")
		second, _, _ := strings.Cut(rest, " ")
		if lexicon.OpensProse(w) || isInfinitive(w) && (second == "" || governed(second)) {
			chapters++
		}
		w, _, _ = strings.Cut(strings.TrimSpace(us[r.lo].text), " ")
		if w = strings.TrimRight(fold.Words(w), "es"); len(w) > 3 {
			first[w]++
			most = max(most, first[w])
		}
		if strings.ContainsAny(u.skel, "(-,") {
			built[u.skel]++
			parts = max(parts, built[u.skel])
		}
	}
	switch {
	case labels > 0 && c.sheetWhole():
		c.add(forLabelled, "labelled")
	case labels > 0:
		c.add(forOpenings, "labelled")
	case openings:
		c.add(forOpenings, "values first")
	}
	if float64(most) >= nearlyAlways*n && labels == 0 {
		c.add(forBeginning*float64(most)/n, "begin alike")
	}
	if float64(parts) >= nearlyAlways*n {
		c.add(forBuild, "heads built alike")
	}
	if saysList(c.lead.text()) || announcesRecords(us, c.lo, len(rs)) {
		c.add(forListing, "lead says list")
	}
	c.add(-againstQuestions*questions/n, "questions")
	if labels == 0 {
		c.add(-againstChapters*chapters/n, "chapters")
	}
}
