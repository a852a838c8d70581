// Totals: rows that sum up others, told by their words and by their figures.

package normalize

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/records"
)

// totalCell returns the cell of r whose words open a total, -1 if there is none:
// the first that it prints, or, of "Bretagne | Total | 12", the one behind its place.
func totalCell(t *bound, r *records.Record, first int) int {
	if mayTotal(t.places, r.Cells[first].Text) {
		return first
	}
	for first < len(t.Columns) && (t.Columns[first].Name == "region" || t.Columns[first].Name == "department") {
		src := r.Cells[first].Src
		for first++; first < len(r.Cells) && (r.Cells[first].Text == "" || r.Cells[first].Src == src); first++ {
		}
		if first < len(r.Cells) && isTotal(t.places, r.Cells[first].Text) {
			return first
		}
	}
	return -1
}

// mayTotal reports whether the words of a cell may open a total.
func mayTotal(p *places.Places, s string) bool {
	_, _, how := readTotal(p, s)
	return how >= maybeTotal
}

// isPart reports whether a row is part of the total right above it: "dont État".
func isPart(text string, above *records.Record, totals []records.Edit) bool {
	if len(totals) == 0 || above == nil || int(totals[len(totals)-1].Record) != above.ID {
		return false
	}
	return strings.HasPrefix(fold.Words(text), "dont ")
}

// restAreFigures reports whether all printed cells of r from the one that opens
// the total on are numbers.
func restAreFigures(t *bound, r *records.Record, first int) bool {
	for j := first + 1; j < len(r.Cells); j++ {
		if r.Cells[j].Text == "" || saysMissing(r.Cells[j].Text) {
			continue
		}
		if _, ok := forms.ParseNumber(r.Cells[j].Text, t.style()); !ok && r.Cells[j].Src != r.Cells[first].Src {
			return false
		}
	}
	return true
}

// totalWords open a row that sums up others, folded.
var totalWords = [...]string{
	"total", "totaux", "totals", "sous total", "sous totaux", "total general", "grand total", "subtotal", "cumul", "nombre total",
	"ensemble", "moyenne", "mediane", "average", "median",
}

// nameWords are those of totalWords that names open with too: "Ensemble orchestral
// de Paris", "Moyenne Durance Habitat".
var nameWords = totalWords[len(totalWords)-5:]

// wholes are what a total may be of without a word between, folded.
var wholes = map[string]bool{
	"france": true, "france entiere": true, "france metropolitaine": true, "metropole": true, "outre mer": true, "hexagone": true,
	"monde": true, "europe": true, "union europeenne": true, "national": true, "nationale": true, "ht": true, "ttc": true,
}

// A totalWord says how surely the words of a cell open a row that sums up others.
type totalWord uint8

const (
	notTotal    totalWord = iota
	maybeTotal            // "Total Énergies", "Ensemble vocal": only if the figures are sums
	likelyTotal           // "Total exprimés": unless the figures are too small for it
	sureTotal             // "Total", "Total Bretagne : 12"
)

// isTotal reports whether a cell opens a row that sums up others: "Total",
// "Total Bretagne : 12", "TOTAL GÉNÉRAL", "Sous-total du Finistère". A total
// says of what, or how many: "Total Direct Énergie" is a name.
func isTotal(p *places.Places, s string) bool {
	_, _, how := readTotal(p, s)
	return how >= likelyTotal
}

// readTotal reads the words of a total row: the group that it sums up, "" for
// all, and the figure after it, "" if none.
func readTotal(p *places.Places, s string) (group, figure string, how totalWord) {
	if len(s) < 3 || len(s) > 160 {
		return "", "", notTotal
	}
	own := p.Totals
	if len(own) == 0 && !opensTotal(s) {
		return "", "", notTotal // most names end here
	}
	t := fold.Words(s)
	rest, found := afterWord(t, totalWords[:])
	if !found {
		rest, found = afterWord(t, own)
	}
	if !found {
		return "", "", notTotal
	}
	_, nameLike := afterWord(t, nameWords)
	rest = strings.TrimSpace(rest)
	words := rest
	ok := wholes[rest]
	// The figure stands last, after a colon or in parentheses or bare.
	printed := strings.TrimRight(s, " .)")
	end := len(printed)
	for end > 0 && (forms.IsDigit(printed[end-1]) || printed[end-1] == ' ' || printed[end-1] == ',' || printed[end-1] == '.' || printed[end-1] == 0xa0 || printed[end-1] == 0xc2 || printed[end-1] == 0xaf || printed[end-1] == 0x80 || printed[end-1] == 0xe2) {
		end--
	}
	figure = strings.TrimSpace(printed[end:])
	group = strings.TrimRight(printed[:end], " :=(-–")
	for {
		cut := rest
		for _, w := range [...]string{"general", "generaux", "generale", "regional", "regionale", "departemental", "departementale", "de la", "de l", "du", "des", "de", "pour", "en", "par", "region", "departement", "dans", "of", "for", "per"} {
			if r, found := strings.CutPrefix(rest, w); found && (r == "" || r[0] == ' ') {
				cut = strings.TrimSpace(r)
			}
		}
		if cut == rest {
			break
		}
		rest, ok = cut, true
	}
	for group != "" { // the printed words of the group: those that name a place
		if f := fold.Words(group); p.Region(group).How != 0 || p.Department(group).How != 0 || !strings.HasSuffix(rest, f) && !strings.Contains(f, " ") {
			break
		}
		i := strings.IndexAny(group, " -\u2013")
		if i < 0 {
			group = ""
			break
		}
		group = strings.TrimLeft(group[i+1:], " -(")
	}
	place := group != "" && (p.Region(group).How != 0 || p.Department(group).How != 0)
	if !place {
		group = ""
	}
	switch {
	case nameLike && (rest == "" || place && strings.HasSuffix(fold.Words(group), rest) || wholes[rest]),
		!nameLike && (ok || place || rest == "" || figure != ""), nameLike && figure != "" && (place || fold.Words(figure) == rest):
		how = sureTotal
	case ok, !nameLike && startsLower(strings.TrimLeft(afterWords(s, t, words), " ")):
		how = likelyTotal
	default:
		how = maybeTotal
	}
	return group, figure, how
}

// afterWords returns the end of s, of which t is the folded form, that prints as
// many words as rest, the end of t, has.
func afterWords(s, t, rest string) string {
	skip := len(strings.Fields(t)) - len(strings.Fields(rest))
	for i, r := range s {
		if skip == 0 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return s[i:]
		}
		if strings.ContainsRune(" -\u00a0\u202f\n", r) && i > 0 {
			skip = max(0, skip-1)
		}
	}
	return ""
}

// afterWord returns what stands behind the first of the words that s begins with.
func afterWord(s string, words []string) (rest string, found bool) {
	for _, w := range words {
		if rest, found = strings.CutPrefix(s, w); found && (rest == "" || rest[0] == ' ') {
			return rest, true
		}
	}
	return "", false
}

// opensTotal reports whether s begins with the first letters of a word for a
// total, whatever their case, behind signs or not.
func opensTotal(s string) bool {
	for len(s) > 0 && !marks.IsWordByte(s[0]) && s[0] < 0x80 {
		s = s[1:]
	}
	for _, w := range [...]string{"tota", "sous", "ense", "gran", "subt", "cumu", "nomb", "moye", "medi", "médi", "aver"} {
		if len(s) >= len(w) && s[0]|0x20 == w[0] && strings.EqualFold(s[:len(w)], w) {
			return true
		}
	}
	return false
}

// A summer tells from its figures whether a row sums up the rows above it. It
// looks at the rows once, and only in tables that have a row to be told.
type summer struct {
	t    *bound
	next int // the row to be added next
	cols []sums
}

// sums are those of one column.
type sums struct{ since, all span }

// A span is some rows: since the last total, or all of the table.
type span struct {
	n          int
	sum, least float64
	most       float64
}

func (s *span) add(v float64) {
	if s.n == 0 {
		s.least, s.most = v, v
	}
	s.n++
	s.sum += v
	s.least, s.most = min(s.least, v), max(s.most, v)
}

// isTotal reports whether the row at index i, whose cell opens is worded like a
// total, is one. A row that prints nothing else has words alone to tell.
func (s *summer) isTotal(i, opens int, only bool, declared []records.Edit) bool {
	_, _, how := readTotal(s.t.places, s.t.Rows[i].Cells[opens].Text)
	if how == sureTotal || only {
		return how == sureTotal
	}
	agrees, contradicts := s.totals(i, declared)
	return agrees || how == likelyTotal && !contradicts
}

// totals reports whether the figures of r, the row at index at, sum up the rows
// above: agrees if one does, contradicts if all are too small to.
func (s *summer) totals(at int, declared []records.Edit) (agrees, contradicts bool) {
	if s.cols == nil {
		s.cols = make([]sums, len(s.t.Columns))
	}
	for ; s.next < at; s.next++ {
		s.add(s.t.Rows[s.next], declared)
	}
	figures, small := 0, 0
	r := s.t.Rows[at]
	for j := range s.cols {
		v, half, ok := s.figure(r, j)
		if c := &s.cols[j]; ok && c.all.n > 0 {
			figures++
			if c.since.sums(v, half) || c.all.sums(v, half) {
				agrees = true
			}
			if v < c.since.most && v < c.all.sum {
				small++
			}
		}
	}
	return agrees, figures > 0 && small == figures && !agrees
}

func (s *summer) add(r *records.Record, declared []records.Edit) {
	role := r.Role
	if _, ok := slices.BinarySearchFunc(declared, r.ID, func(e records.Edit, id int) int { return int(e.Record) - id }); ok {
		role = records.Total
	}
	for j := range s.cols {
		c := &s.cols[j]
		switch role {
		case records.Total, records.Section:
			c.since = span{}
		case records.Data:
			if v, _, ok := s.figure(r, j); ok {
				c.since.add(v)
				c.all.add(v)
			}
		}
	}
}

// figure returns the figure in a column that may be summed up, and half of its
// last decimal place.
func (s *summer) figure(r *records.Record, j int) (v, half float64, ok bool) {
	switch c := &s.t.Columns[j]; {
	case c.Type == records.Code, c.Type == records.Date, c.Type == records.Phone, c.Name == "number", r.Text(j) == "":
		return 0, 0, false
	}
	n, ok := forms.ParseNumber(r.Text(j), s.t.style())
	if !ok {
		return 0, 0, false
	}
	v, err := strconv.ParseFloat(n.Plain, 64)
	half = .5
	if i := strings.IndexByte(n.Plain, '.'); i >= 0 {
		half *= math.Pow10(-(len(n.Plain) - i - 1))
	}
	return v, half, err == nil
}

// sums reports whether v is the sum or the mean of the rows, two at least, but
// for what rounding takes.
func (s *span) sums(v, half float64) bool {
	if s.n < 2 || s.least == 0 && s.most == 0 {
		return false
	}
	const noise = 1e-6 // of adding floats, of the sum
	near := func(want, slack float64) bool {
		return math.Abs(v-want) <= slack+noise*math.Abs(want)
	}
	rounding := 0.0 // whole figures are added, not rounded
	if half < .5 {
		rounding = half * float64(min(s.n, 10))
	}
	return near(s.sum, rounding) || s.least < s.most && near(s.sum/float64(s.n), half)
}
