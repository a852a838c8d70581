// The census of a column: of what kind the values are that its first rows print.

package bind

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/internal/places"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/records"
)

const (
	// SampleRows is how many rows are read to find what a column holds (enough for a
	// share to a few percent).
	SampleRows = 200
	// minShare is the least share of printed values of one kind that makes an untitled
	// column one of that kind (slid rows and typing errors take some).
	minShare = 0.6
)

// A census counts the kinds of values that the first rows print in one column.
type census struct {
	printed, distinct         int // values, and different ones
	length                    int // of all values, in bytes
	region, department, codes int
	date, number, money       int
	postal, email, phone      int
	siret, commune            int
	accounting, ordinal       int // "(1 200)", "1er"
	saysNew, saysOld          int // "NOUVEAU", "existant"
	fiveFigures               int // may be postal codes: "29200", "1000" that lost its zero
	grouped                   int // may be postal codes or amounts: "29 200"
	zeros                     int // figures that begin with 0: no number does
	signs                     int // "$" or "€" alone
	sign                      string
	unit                      string // of amounts, as countMoney finds it
	units                     int
	measures                  int  // what begins with a figure: "8 h", "12 bis"
	shares                    int  // figures with a sign for per cent
	unlike                    int  // words without a figure, or a limit: "< 5"
	counting                  bool // 1, 2, 3 ...: row numbers
}

// takeCensus counts the values of the first rows of the fragments, by column.
func takeCensus(p *places.Places, frags []*fragment, width int) []census {
	cs := make([]census, width)
	seen := make([]map[string]bool, width)
	last := make([]int, width)
	for j := range cs {
		seen[j], cs[j].counting = map[string]bool{}, true
	}
	rows := 0
	for _, f := range frags {
		for i := f.header; i < len(f.rows) && rows < SampleRows; i++ {
			r := &f.rows[i]
			if f.groupRows[i] > 0 {
				continue
			}
			if j := r.Lone(); j >= 0 && width > 1 && (isWide(r, j, width) || heads(p, r.Cells[j].Text())) {
				continue // a section or a total
			}
			rows++
			total := false
			for j := range r.Cells {
				s := strings.TrimSpace(r.Cells[j].Text())
				k := f.column(j)
				if total {
					break // the figures of a total are no values of their columns
				}
				total = IsTotal(p, s)
				if s == "" || len(s) > 4096 || k < 0 || k >= width {
					continue
				}
				c := &cs[k]
				if n, err := strconv.Atoi(s); err != nil || n != last[k]+1 && n != 1 {
					c.counting = false
				} else {
					last[k] = n
				}
				c.count(p, s, seen[k])
			}
		}
	}
	return cs
}

// isWide reports whether the cell at j spans the table, or is the only one of its row.
func isWide(r *document.Row, j, width int) bool {
	return int(r.Cells[j].Span().Cols) >= width || len(r.Cells) == 1
}

// heads reports whether a text that is alone in its row heads or sums up others.
func heads(p *places.Places, text string) bool {
	s, _ := forms.Tidy(text)
	return places.Found(p.Region(s).How) || places.Found(p.Department(s).How) || IsTotal(p, s)
}

// isCurrencySign reports whether s is the sign of a currency and nothing else.
func isCurrencySign(s string) bool { return s == "$" || s == "€" || s == "£" }

// parseAccounting reads a negative figure in parentheses, in French or English style.
func parseAccounting(s string) (forms.PrintedNumber, bool) {
	n, ok := forms.ParseAccounting(s, forms.French)
	if !ok {
		n, ok = forms.ParseAccounting(s, forms.English)
	}
	return n, ok
}

// count counts one printed value; seen holds those before it.
func (c *census) count(p *places.Places, s string, seen map[string]bool) {
	if lexicon.SaysMissing(s) {
		return // "n.c." among figures says nothing about the column
	}
	c.printed++
	c.length += len(s)
	if !seen[s] {
		seen[s] = true
		c.distinct++
	}
	c.countPlaces(p, s)
	if forms.IsFigure(s) {
		c.measures++
	}
	if isCurrencySign(s) {
		c.signs++
		c.sign = s
	}
	if _, ok := forms.ParseDate(s); ok {
		c.date++
	}
	if len(s) > 1 && s[0] == '0' && forms.IsDigit(s[1]) {
		c.zeros++
	}
	switch {
	case forms.IsFigures(s, 4, 5):
		c.fiveFigures++
	case len(s) == len("29 200"):
		c.grouped++
	}
	if strings.IndexFunc(s, unicode.IsNumber) < 0 || strings.ContainsAny(s[:1], "<>") {
		c.unlike++
	}
	c.countForm(s)
	if _, ok := forms.ParseEmail(s); ok {
		c.email++
	}
}

// countPlaces counts s as a region, a department and a commune, whichever it names.
func (c *census) countPlaces(p *places.Places, s string) {
	if h := p.Region(s); places.Found(h.How) {
		c.region++
	}
	h := p.Department(s)
	if places.Found(h.How) {
		c.department++
	} else if h.How == gazetteer.Coded {
		c.codes++
	}
	if c.printed <= SampleRows/4 {
		if s, _ = forms.Tidy(s); gazetteer.CommunesNamed(s) != nil {
			c.commune++
		}
	}
}

// countForm counts s as the first of the forms of codes, numbers and words that it has.
func (c *census) countForm(s string) {
	if _, ok := forms.ParsePostal(s); ok && forms.IsFigures(s, 5, 5) {
		c.number++
		if len(gazetteer.CommunesOfPostalCode(s)) > 0 {
			c.postal++
		}
	} else if _, ok := forms.ParseSIRET(s); ok {
		c.siret++
	} else if _, ok := forms.ParsePhone(s); ok {
		c.phone++
	} else if n, ok := forms.ParseAnyNumber(s); ok {
		c.number++
		switch n.Unit {
		case "":
		case "%":
			c.shares++
		default:
			c.countMoney(n.Unit)
		}
	} else if n, ok := parseAccounting(s); ok {
		c.accounting++
		if n.Unit == "%" {
			c.shares++
		}
	} else if _, ok := forms.ParseOrdinal(s); ok {
		c.ordinal++
	} else if marks.IsNewWord(s) {
		c.saysNew++
	} else if len(s) <= lexicon.MaxNoWord && lexicon.NoWords[fold.Words(s)] {
		c.saysOld++
	}
}

// countMoney counts an amount in unit, and whether it is that of the others: units holds
// the lead of the most common unit over the others (a majority vote).
func (c *census) countMoney(unit string) {
	c.money++
	switch {
	case c.unit == unit:
		c.units++
	case c.units == 0:
		c.unit, c.units = unit, 1
	default:
		c.units--
	}
}

// moneyUnit returns the unit that at least three quarters of the amounts print, "" if there is
// none.
func (c *census) moneyUnit() string {
	if 2*c.units >= c.money {
		return c.unit
	}
	return ""
}

// mostlyCommunes reports whether the first values are names of communes.
func (c *census) mostlyCommunes() bool {
	looked := min(c.printed, SampleRows/4)
	return looked > 0 && float64(c.commune) >= minShare*float64(looked)
}

// onlySigns reports whether a column prints nothing but signs of a currency.
func (c *census) onlySigns() bool { return c.printed > 0 && c.signs == c.printed }

// mostly reports whether n values are enough to make the column one of their kind.
func (c *census) mostly(n int) bool {
	return c.printed > 0 && float64(n) >= minShare*float64(c.printed)
}

// kind returns the name of the column that the values suggest, "" if none.
func (c *census) kind() string {
	switch {
	case c.printed == 0:
		return ""
	case c.mostly(c.department) && c.department >= c.region:
		return "department"
	case c.mostly(c.region):
		return "region"
	case c.mostly(c.date):
		return "date"
	case c.mostly(c.postal):
		return "postal_code"
	case c.mostly(c.siret):
		return "siret"
	case c.mostly(c.phone):
		return "phone"
	case c.mostly(c.email):
		return "email"
	case c.mostly(c.money):
		return "amount"
	}
	return ""
}

// minFigures is the least share of figures among the values of a column of figures
// (the odd cell is kept as printed).
const minFigures = 0.75

// valueType returns what the values of a column are, whatever its heading says.
func valueType(c *census) records.Type {
	switch {
	case c.printed == 0:
		return records.Text
	case c.mostly(c.date):
		return records.Date
	case c.mostly(c.siret), c.zeros > 0 && c.zeros+c.number >= c.printed && c.money == 0:
		return records.Code
	case c.mostly(c.phone):
		return records.Phone
	case c.mostly(c.email):
		return records.Email
	case c.number+c.accounting >= 2 && float64(c.number+c.accounting) >= minFigures*float64(c.printed), c.number > 0 && c.number == c.printed:
		return records.Number
	case c.number+c.accounting == 2 && c.printed == 3 && c.unlike == 1:
		return records.Number // "120 | 98 | fermé" in a short table
	}
	return records.Text
}

// flags reports whether a column prints nothing but words that say that a row is
// new, or that it is not: a mark, whatever its heading is.
func (c *census) flags() bool {
	return c.saysNew > 0 && c.saysNew+c.saysOld == c.printed
}
