// Check: each announced figure is held against the rows, or against the other
// figures of its sentence.

package claims

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract"
)

// Check reads the claims of doc and compares them with facts.
// It returns them in the order in which they are printed, then the printed
// totals of the tables.
func Check(doc *extract.Document, facts Facts) []Claim {
	j := newJudge(doc, facts)
	ss := sentences(doc)
	// The new ones first: where the list turns out to hold only them, a total
	// speaks of more than the list.
	verdicts := make([][]Claim, len(ss))
	for i := range ss {
		verdicts[i] = j.newOnes(&ss[i])
	}
	var out []Claim
	for i := range ss {
		out = append(out, verdicts[i]...)
		out = append(out, j.totals(&ss[i])...)
		out = append(out, breakdowns(ss, i)...)
		out = append(out, shares(&ss[i])...)
	}
	for _, t := range facts.Tables {
		for _, total := range t.Totals {
			out = append(out, judgeTotalRow(total))
		}
	}
	return out
}

// A judge holds what claims are compared with.
type judge struct {
	tables   []table
	subjects subjects     // of all tables
	counts   map[int]bool // of rows, by table
	news     map[int]bool // of rows marked as new, by table
	rows     int          // over all tables
	newRows  int
	newKnown bool
	released int  // year of the release, 0 if unknown
	onlyNew  bool // the list holds only the new ones
}

type table struct {
	TableFacts
	new int // rows marked as new
}

func newJudge(doc *extract.Document, facts Facts) *judge {
	j := &judge{subjects: newSubjects(), counts: map[int]bool{}, news: map[int]bool{}}
	for _, t := range facts.Tables {
		tab := table{TableFacts: t, new: t.New}
		j.subjects.add(subjectOf(t))
		j.newKnown = j.newKnown || t.NewKnown
		for _, r := range t.Rows {
			if t.Records == 0 && r.New != nil {
				j.newKnown = true
				if *r.New {
					tab.new++
				}
			}
		}
		j.rows += t.records()
		j.newRows += tab.new
		j.counts[t.records()], j.news[tab.new] = true, true
		j.tables = append(j.tables, tab)
	}
	if len(doc.Meta.Date.ISO) >= 4 {
		j.released, _ = strconv.Atoi(doc.Meta.Date.ISO[:4])
	}
	return j
}

// scope says how surely u, in sentence s before token n, speaks of the rows.
func (j *judge) scope(s *sentence, u unit, n int) scope {
	if len(j.tables) == 0 {
		return other
	}
	sc := j.subjects.counts(u)
	if sc == weak && hasAny(s.tokens[:n], countVerbs) && j.subjects.namedIn(s.tokens[:n]) {
		return strong // le réseau des PIMMS comporte désormais 53 structures
	}
	return sc
}

// rowsMatching returns the row count that equals v: of one table, or of all together.
func (j *judge) rowsMatching(v float64) (int, bool) {
	if n := int(v); float64(n) == v && j.counts[n] {
		return n, true
	}
	return j.rows, float64(j.rows) == v && j.rows > 0
}

// newMatching returns the count of new rows that equals v, and how many are new in all.
func (j *judge) newMatching(v float64) (int, bool) {
	if n := int(v); float64(n) == v && n > 0 && j.news[n] {
		return n, true
	}
	return j.newRows, float64(j.newRows) == v && j.newRows > 0
}

// countVerbs say that a network has so many members.
var countVerbs = words("compte comptent comptera comporte comportent reunit reunissent rassemble rassemblent regroupe regroupent totalise totalisent atteint atteignent denombre recense comprend comprennent counts includes comprises has")

// futureWords tell of what is planned, not of what is listed.
var futureWords = words("ici horizon objectif objectifs terme prevoit prevoient prevus prevue prevues vise ambition cible seront sera devraient devrait will target goal by")

// foundedWords before a year date a thing, not the count.
var foundedWords = words("depuis creee cree creation crees creees ne nee fonde fondee lance lancee lancement since founded created launched")

// bringWords bring a number to a total: "portant leur nombre à 126".
var bringWords = words("porte portent portera porter portant passe passent passant eleve elevent")

// followWords point to the list below.
var followWords = words("suivants suivantes ci following below")

func hasAny(ts []token, set map[string]bool) bool {
	for _, t := range ts {
		if set[t.fold] {
			return true
		}
	}
	return false
}

// otherYear returns the year that sentence s speaks of before token n, if it is
// not the release's own: "En 2019, ...". "Créé en 1998" dates a thing, not the count.
func (j *judge) otherYear(s *sentence, n int) (int, bool) {
	for _, x := range s.numbers {
		if x.nature != year || x.from == 0 || int(x.value) == j.released || j.released == 0 {
			continue
		}
		before := s.tokens[:x.from]
		if !endsWith(before, "en") && !endsWith(before, "in") && !endsWith(before, "ici") && !endsWith(before, "fin") && !endsWith(before, "annee") {
			continue
		}
		if x.from >= 2 && hasAny(s.tokens[max(0, x.from-4):x.from], foundedWords) {
			continue
		}
		return int(x.value), true
	}
	return 0, false
}

// claim starts a claim on number n of sentence s.
func claim(s *sentence, n number, u unit, k Kind) Claim {
	return Claim{Text: s.text, Kind: k, Value: n.value, Unit: u.text, At: s.at}
}

// newOnes judges what s says of new records.
func (j *judge) newOnes(s *sentence) []Claim {
	var out []Claim
	for _, n := range s.numbers {
		if !countable(n) && !(n.word && n.value == 1) {
			continue
		}
		u := unitAt(s.tokens, n.to)
		if !isNew(s, n, u) {
			continue
		}
		sc := j.scope(s, u, n.from)
		if sc == other {
			continue
		}
		c := claim(s, n, u, New)
		found, equal := j.newMatching(n.value)
		rows, rowsEqual := j.rowsMatching(n.value)
		switch y, past := j.otherYear(s, n.from); {
		case len(j.tables) == 0:
			c.Status, c.Why = NotCheckable, "no list was found to count in"
		case equal:
			c.Status, c.Found = OK, value(found)
			c.Why = fmt.Sprintf("%d rows are marked as new", found)
		case rowsEqual && found == 0:
			c.Status, c.Found = OK, value(rows)
			c.Why = fmt.Sprintf("the list holds %d rows, none marked: it is the list of the new ones", rows)
			j.onlyNew = true
		case past:
			c.Status, c.Why = OutOfScope, fmt.Sprintf("speaks of %d", y)
		case n.bound != exact:
			c.Status, c.Why = Approximate, bounded(n, found, "rows marked as new")
			c.Found = value(found)
		case !j.newKnown || found == 0:
			c.Status, c.Why = NotCheckable, "no row is marked as new in what could be read"
		case sc == strong:
			c.Status, c.Found = Mismatch, value(found)
			c.Why = fmt.Sprintf("announces %s new, %d rows are marked as new", figure(n.value), found)
		default:
			c.Status, c.Why = NotCheckable, fmt.Sprintf("%q may count something else; %d rows are marked as new", u.text, found)
		}
		out = append(out, c)
	}
	return out
}

// isNew reports whether number n with unit u announces new records.
func isNew(s *sentence, n number, u unit) bool {
	for k := n.to; k < min(n.to+2, len(s.tokens)); k++ {
		if newBefore[s.tokens[k].fold] {
			return true
		}
	}
	for k := n.to; k < min(u.to+1, len(s.tokens)); k++ {
		if newBehind[s.tokens[k].fold] {
			return true
		}
	}
	return endsWith(s.tokens[:min(u.to+2, len(s.tokens))], "de plus") && u.head != ""
}

// totals judges what s says of all records.
func (j *judge) totals(s *sentence) []Claim {
	var out []Claim
	for i, n := range s.numbers {
		if !countable(n) || n.value < 2 {
			continue
		}
		u := unitAt(s.tokens, n.to)
		if isNew(s, n, u) {
			continue
		}
		cue := totalCue(s, i, u)
		if cue == noCue {
			continue
		}
		sc := j.scope(s, u, n.from)
		if sc == other || sc == weak && u.head == "" && cue != saidTotal {
			continue
		}
		c := claim(s, n, u, Total)
		if j.judgeTotal(&c, s, n, u, sc, cue) {
			out = append(out, c)
		}
	}
	return out
}

// farOff is how many times more or fewer rows there may be than announced
// before the claim is taken to speak of more than this list.
const farOff = 3

// judgeTotal fills in the verdict of c; false means that nothing is worth saying.
func (j *judge) judgeTotal(c *Claim, s *sentence, n number, u unit, sc scope, cue cue) bool {
	found, equal := j.rowsMatching(n.value)
	y, past := j.otherYear(s, n.from)
	switch {
	case j.rows == 0:
		c.Status, c.Why = NotCheckable, "no list was found to count in"
		return cue == saidTotal
	case equal && n.bound == exact:
		c.Status, c.Found, c.Why = OK, value(found), fmt.Sprintf("the list holds %d rows", found)
	case past:
		c.Status, c.Why = OutOfScope, fmt.Sprintf("speaks of %d", y)
	case cue == hinted:
		return false // without a word for "in all" only agreement tells anything
	case sc == weak:
		c.Status, c.Why = OutOfScope, fmt.Sprintf("counts %q, which the list need not be", strings.TrimSpace(u.text))
	case hasAny(s.tokens, futureWords):
		c.Status, c.Why = OutOfScope, "speaks of what is planned"
	case n.bound != exact:
		c.Status, c.Found, c.Why = Approximate, value(found), bounded(n, found, "rows")
		if n.bound == atLeast && float64(found) < n.value && float64(found)*farOff >= n.value {
			c.Status = Mismatch
		}
	case j.onlyNew:
		c.Status, c.Why = OutOfScope, "the list holds only the new ones"
	case float64(found)*farOff < n.value || n.value*farOff < float64(found):
		c.Status, c.Found = NotCheckable, value(found)
		c.Why = fmt.Sprintf("%d rows are too far from %s to be the same list", found, figure(n.value))
	default:
		c.Status, c.Found = Mismatch, value(found)
		c.Why = fmt.Sprintf("announces %s, the list holds %d rows", figure(n.value), found)
	}
	return true
}

// A cue says how surely a number is the total of a list.
type cue uint8

const (
	noCue     cue = iota
	hinted        // "compte 53 PIMMS", a title that opens with the number
	saidTotal     // "au total", "désormais", "liste des 53"
)

// totalCues stand before a total, within cueReach words.
var totalCues = []string{
	"au total", "en tout", "total de", "total of", "total d'", "in total", "desormais", "dorenavant", "now", "aujourd' hui",
	"nombre a", "total a", "effectif a", "liste des", "list of the", "list of", "voici les", "ci dessous les",
}

// cueReach is how many words may stand between a cue and its number: "Au total,
// ce sont désormais 53", "Désormais, « Les Plus Beaux Villages de France » comptent 174".
const cueReach = 12

// totalCue looks for a cue around number i of s.
func totalCue(s *sentence, i int, u unit) cue {
	n := s.numbers[i]
	from := max(0, n.from-cueReach)
	if i > 0 {
		from = max(from, s.numbers[i-1].to) // a cue belongs to the next number
	}
	before := s.tokens[from:n.from]
	if k := lastBreak(before); k >= 0 {
		before = before[k+1:]
	}
	for k := range before {
		for _, cue := range totalCues {
			if endsWith(before[:k+1], cue) {
				return saidTotal
			}
		}
	}
	// portant leur nombre à 126; passe à 53
	if endsWith(before, "a") && hasAny(before, bringWords) {
		return saidTotal
	}
	after := s.tokens[u.to:min(u.to+4, len(s.tokens))]
	for k := range after {
		if endsWith(after[:k+1], "au total") || endsWith(after[:k+1], "en tout") || endsWith(after[:k+1], "in total") {
			return saidTotal
		}
	}
	if hasAny(u.tokens(s, n), followWords) {
		return saidTotal
	}
	if n.from <= 1 && (s.title || s.heading) || hasAny(before, countVerbs) || n.from == 0 {
		return hinted
	}
	return noCue
}

// tokens returns the tokens of u behind number n, and the one after.
func (u unit) tokens(s *sentence, n number) []token {
	return s.tokens[n.to:min(max(u.to+1, n.to), len(s.tokens))]
}

// lastBreak returns the index of the last sign that ends a clause, -1 if none.
func lastBreak(ts []token) int {
	for k := len(ts) - 1; k >= 0; k-- {
		if ts[k].text == ";" || ts[k].text == ":" || ts[k].text == "(" {
			return k
		}
	}
	return -1
}

// countable reports whether n can be a count of things.
func countable(n number) bool {
	return n.nature == count && !math.IsNaN(n.value) && n.value == math.Trunc(n.value)
}

// judgeTotalRow compares a printed "Total ..." row with the rows of its group.
func judgeTotalRow(t TotalFacts) Claim {
	c := Claim{Text: t.Text, Kind: GroupTotal, Value: t.Value, Unit: t.Group, Found: value(t.Found), At: t.At}
	if t.Group == "" {
		c.Kind = Total
	}
	if float64(t.Found) == t.Value {
		c.Status, c.Why = OK, fmt.Sprintf("its group holds %d rows", t.Found)
	} else {
		c.Status, c.Why = Mismatch, fmt.Sprintf("prints %s, its group holds %d rows", figure(t.Value), t.Found)
	}
	return c
}

// bounded says how a bound stands to what was found.
func bounded(n number, found int, of string) string {
	word := map[bound]string{about: "about", atLeast: "at least", atMost: "at most"}[n.bound]
	return fmt.Sprintf("announces %s %s, found %d %s", word, figure(n.value), found, of)
}

// value returns n as a Claim carries it.
func value(n int) *float64 {
	v := float64(n)
	return &v
}

// figure prints v in plain form: 856, 31.4.
func figure(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
