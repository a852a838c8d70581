// Lines of names: lines or paragraphs that enumerate names and nothing else, another number
// on each: codes of zones, numbers of flights, schools.

package lists

import (
	"strings"
	"unicode"
)

const (
	minNames   = 4   // names of such a list
	maxOneName = 60  // bytes
	meanNames  = 4   // names of a line on average, that are no codes: fewer are fields
	forCodes   = 2.5 // codes, which no sentence has
	forBare    = 1.5 // names
)

// findNameLines finds stretches of lines that enumerate names.
func findNameLines(us []unit) (out []*candidate) {
	for i := 0; i < len(us); {
		j := i
		var parts [][]span
		codes := true
		for j < len(us) && us[j].kind != itemLine && !(us[j].kind == headingLine && us[j].drawn) && (j == i || us[j].bold == us[i].bold) {
			p, code := namesOfLine(&us[j])
			if len(p) == 0 || len(p) == 1 && !code || j > i && code != codes {
				break
			}
			codes = code
			parts = append(parts, p)
			j++
		}
		if c := nameLines(us, i, parts, codes); c != nil {
			out = append(out, c)
		}
		i = max(j, i+1)
	}
	return out
}

// namesOfLine cuts a line at its commas; nil unless all of it are names, or all codes.
func namesOfLine(u *unit) (out []span, codes bool) {
	if u.wall || len(u.text) > maxEntry || len(u.toks) == 0 || u.leads {
		return nil, false
	}
	for i := range u.toks {
		if u.toks[i].class == wordClass && isVerbAt(u.text, u.toks, i) {
			return nil, false
		}
	}
	s := strings.TrimRight(u.text, " .;")
	n := 0
	for _, g := range segmentsOf(s, ",;") {
		t := g.of(s)
		if t == "" {
			continue
		}
		if len(t) > maxOneName || !namesThing(t) {
			return nil, false
		}
		if isCode(t) {
			n++
		}
		out = append(out, g.span)
	}
	if n > 0 && n < len(out) {
		return nil, false
	}
	return out, n > 0
}

// isCode reports whether a text is one word with letters and figures: "BEN-E001D", "KL1001".
func isCode(s string) bool {
	return !strings.Contains(s, " ") && strings.IndexFunc(s, isDigit) > 0 && unicode.IsUpper(firstRune(s)) && s == strings.ToUpper(s)
}

// nameLines makes a candidate of the names of lines, nil if they are too few or each line
// has as many: those would be the fields of records.
func nameLines(us []unit, lo int, parts [][]span, codes bool) *candidate {
	total, most, same := 0, 0, true
	for _, p := range parts {
		total += len(p)
		most = max(most, len(p))
		same = same && len(p) == len(parts[0])
	}
	if c := builtNames(us, lo, parts); c != nil {
		return c
	}
	if total < minNames || most < minEnum || len(parts) < 2 || !codes && (same || total < meanNames*len(parts)) {
		return nil
	}
	c := &candidate{kind: "names", lo: lo, hi: lo + len(parts), weighed: true}
	for k, p := range parts {
		for _, s := range p {
			c.entries = append(c.entries, entry{unit: lo + k, text: piece{us[lo+k].line, s}, skel: "name"})
		}
	}
	c.findLead(us)
	if codes {
		c.add(forCodes, "codes")
	} else {
		c.add(forBare, "names alone")
		if !c.lead.blank() && c.led && !endsInColon(c.lead.text()) {
			c.add(forLead, "heading")
		}
	}
	return c
}

// builtNames makes a candidate of one line of names that are all built of two parts:
// "Champion Hen - Emma Boothby, Champion Turkey - Casey Buford". Nil if they are not.
func builtNames(us []unit, lo int, parts [][]span) *candidate {
	if len(parts) != 1 || len(parts[0]) < minEnum || lo == 0 || !us[lo-1].leads && us[lo-1].kind != headingLine {
		return nil
	}
	c := &candidate{kind: "names", lo: lo, hi: lo + 1, weighed: true}
	built := 0
	for _, p := range parts[0] {
		t := piece{us[lo].line, p}
		k := skeletonOf(scanTokens(nil, t.text()))
		if strings.ContainsAny(k, "-(:") {
			built++
		}
		c.entries = append(c.entries, entry{unit: lo, text: t, skel: k})
	}
	if float64(built) < nearlyAll*float64(len(parts[0])) {
		return nil
	}
	c.findLead(us)
	c.add(forBuild, "built alike")
	c.add(forLead, "heading")
	return c
}
