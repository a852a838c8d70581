// Sheets: the entries of a candidate cut into fields, column by column, at the
// signs that nearly all of them have, until none is common.

package lists

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// A field is one column of a sheet.
type field struct {
	name   string
	kind   string // what its content is: commune, amount, date ...; "" for text
	by     string // the sign that cut it off, "" if it is the whole entry
	cells  []piece
	copied bool // another field prints the same
}

// A sheet is a candidate cut into fields. Row i is of entry from[i].
type sheet struct {
	fields  []field
	from    []int
	headed  bool    // the entries have heads
	raised  bool    // a column became their heads
	spread  []piece // the names of an enumerated column
	torn    []int   // rows whose entry lacks a sign that the others have
	labels  int     // columns named by a label that each entry prints
	marks   []piece // signs and words after the entries, "*", "(nouveau)"; by row
	shared  bool    // some names have the origin of the next
	halfCut string  // a sign that many entries have, too few to cut at it
}

const (
	common  = 0.7 // share of the entries that have a sign at which they are cut
	almost  = 0.4 // share from which a sign that is not common is worth a doubt
	maxCuts = 12
	// mostSpoken is the largest mean, from 0 to 1, of how much the cells of a column
	// read as sentences if it is cut further.
	mostSpoken = 0.3
)

// cutEntries cuts the entries of a candidate.
func cutEntries(c *candidate) *sheet {
	s := &sheet{}
	for i := range c.entries {
		s.from = append(s.from, i)
		s.headed = s.headed || len(c.entries[i].heads) > 0
	}
	if n := len(c.entries[0].cells); n > 0 {
		for k := range n {
			f := field{by: "cell"}
			for i := range c.entries {
				var p piece
				if cells := c.entries[i].cells; k < len(cells) {
					p = trimField(cells[k])
				}
				f.cells = append(f.cells, p)
			}
			s.fields = append(s.fields, f)
		}
		switch c.kind {
		case "records":
			s.cutAll(c.entries)
		case anchoredKind:
			s.cutAll(c.entries)
		case accountKind, headedKind:
			s.cutHead()
		case "sentence":
			for k := range s.fields {
				s.cutUnit(k, probeOf(s.fields[k].cells))
			}
		}
	} else {
		f := field{}
		for i := range c.entries {
			p, mark := cutMark(c.cutNoteMark(trimField(c.entries[i].text)))
			f.cells, s.marks = append(f.cells, p), append(s.marks, mark)
		}
		s.fields = []field{f}
		if c.split {
			s.spread = f.cells
		}
		s.cutAll(c.entries)
	}
	s.labelHeads(c.entries)
	s.fields = slices.DeleteFunc(s.fields, func(f field) bool { return filled(f.cells) == 0 })
	for k := range s.fields {
		s.fields[k].dropLabel()
	}
	slices.Sort(s.torn)
	s.torn = slices.Compact(s.torn)
	return s
}

// cutMark takes the sign or the word off the end of an entry that marks it: "Brest (29) *",
// "Caen (nouveau)".
func cutMark(p piece) (bare, mark piece) {
	t := p.text()
	at := len(strings.TrimRight(t, signRunes))
	if strings.HasSuffix(t, ")") {
		if i := strings.LastIndexByte(t, '('); i > 0 && isNewWord(t[i+1:len(t)-1]) {
			at = i
		}
	}
	if at == len(t) || strings.TrimSpace(t[:at]) == "" {
		return p, piece{}
	}
	return trimField(p.sub(0, at)), p.sub(at, len(t))
}

func (s *sheet) cutAll(entries []entry) {
	cuts := 0
	for k := 0; k < len(s.fields); {
		if cuts < maxCuts && (s.expand(k, entries) || s.share(k) || k+1 < len(s.fields) && s.expand(k+1, entries) || s.cut(k)) {
			cuts++
			continue
		}
		k++
	}
}

// cutHead cuts the first column and its parts, and leaves the others whole.
func (s *sheet) cutHead() {
	others := len(s.fields) - 1
	for k, cuts := 0, 0; k < len(s.fields)-others; {
		if cuts < maxCuts && s.cut(k) {
			cuts++
			continue
		}
		k++
	}
}

// trimField takes separators off both ends of a field: they separate, they say nothing.
func trimField(p piece) piece {
	if p.l == nil {
		return p
	}
	for {
		before := p.span
		p.span = trimSpan(p.l.text, p.span)
		t := p.text()
		if t == "" {
			return p
		}
		switch r := firstRune(t); {
		case forms.IsMinus(t) && strings.Trim(p.l.text[:p.from], "| ") == "":
			// A cell of its own: a value below zero.
		case strings.ContainsRune(",;|•·>:", r), r == '-' && strings.HasPrefix(t, "- "), r == '–' || r == '—' || r == '→' || r == '⇒':
			p.from += len(string(r))
		case strings.HasPrefix(t, "et "), strings.HasPrefix(t, "-- "):
			p.from += len("et ")
		case strings.HasPrefix(t, "and "):
			p.from += len("and ")
		}
		t = p.text()
		switch r, n := lastRune(t); {
		case strings.ContainsRune(",;|", r), r == ':', r == '–' || r == '—', r == '-' && strings.HasSuffix(t, " -"):
			p.to -= n
		case r == '.' && len(t) < 90 && isOnlyStop(t) && !endsInAbbreviation(t):
			p.to -= n
		}
		if p.span == before {
			return p
		}
	}
}

// isOnlyStop reports whether the stops of a text but the last are those of abbreviations:
// "Dr. Ana Costa."
func isOnlyStop(t string) bool {
	for i := range len(t) - 1 {
		if t[i] == '.' && !lexicon.EndsInAbbreviation(t[:i]) {
			return false
		}
	}
	return true
}

// endsInAbbreviation reports whether a final period belongs to the last word: "Mo.", "Inc.".
func endsInAbbreviation(t string) bool {
	w := t[strings.LastIndexAny(t, " \u00a0")+1:]
	return len(w) <= 4 && len(w) > 1 && unicode.IsUpper(firstRune(w)) && len(w) < len(t)
}

func filled(cells []piece) (n int) {
	for _, c := range cells {
		if !c.blank() {
			n++
		}
	}
	return n
}

func (s *sheet) replace(k int, parts [][]piece, by string) {
	var fs []field
	for i, p := range parts {
		if filled(p) == 0 {
			continue
		}
		f := field{by: by, cells: p}
		if i == 0 {
			f.by = cmpOr(s.fields[k].by, "first")
		}
		fs = append(fs, f)
	}
	s.fields = slices.Replace(s.fields, k, k+1, fs...)
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// doubts returns what a person should look at: entries that lack what the others have.
func (s *sheet) doubts(c *candidate) (out []string) {
	if n := len(s.torn); n > 0 {
		first := c.entries[s.from[min(s.torn[0], len(s.from)-1)]]
		out = append(out, strconv.Itoa(n)+" of its "+strconv.Itoa(len(c.entries))+" entries are not divided as the others are, such as "+strconv.Quote(clip(first.text.text())))
	}
	if s.shared {
		out = append(out, "names without a country or region of their own have that of the name after them")
	}
	if s.halfCut != "" && len(s.torn) == 0 {
		out = append(out, "some of its entries have a "+s.halfCut+" and some have none; they are not divided there")
	}
	return out
}
