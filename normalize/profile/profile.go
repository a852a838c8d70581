// The parts of a profile.

package profile

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/records"
)

// A Profile narrows what Pressoir infers about a family of releases: it names
// columns, gives marks their meaning, says which rows are no records and what to
// expect. It holds no code. What it leaves out is inferred as without it; nil
// infers everything. [Parse] reads one.
//
// Where a release contradicts its profile, the profile is followed, nothing
// printed is changed for it, and a finding says where they differ.
type Profile struct {
	Name        string          `yaml:"name"`        // of the family: lower case, figures, hyphens
	Description string          `yaml:"description"` // one line for people
	Recognise   Recognition     `yaml:"recognise"`
	Headings    string          `yaml:"headings"` // "none": the tables print none, their first row is a record
	Columns     []Column        `yaml:"columns"`  // in the order in which they are printed
	Key         Words           `yaml:"key"`      // columns that say which row is which in successive releases
	Marks       []Mark          `yaml:"marks"`
	Totals      Words           `yaml:"totals"` // words that open a row that sums up others, besides those known
	Skip        Patterns        `yaml:"skip"`   // rows that are no records
	Claims      []ExpectedClaim `yaml:"claims"` // figures that a release of the family announces

	affixes []marks.Affix // the signs and words of Marks that are not known without the profile
}

// A Recognition says how to recognise a release of the family. One pattern of each
// field that is given must be found.
type Recognition struct {
	Issuer   Patterns `yaml:"issuer"`   // who publishes, or a name in the text
	Title    Patterns `yaml:"title"`    // in the headline
	Headings Patterns `yaml:"headings"` // of a column of some table
	Text     Patterns `yaml:"text"`     // anywhere
}

// A Column is what is known of one column.
type Column struct {
	Name     string `yaml:"name"`     // in the output
	Titles   Words  `yaml:"titles"`   // headings that it is printed under; case, accents and punctuation do not count. Columns under one heading are told by their order
	Type     string `yaml:"type"`     // one of [Types], "" is inferred
	Unit     string `yaml:"unit"`     // of money: "EUR"
	Above    bool   `yaml:"above"`    // printed in headings above the rows, not in a column
	Carry    *bool  `yaml:"carry"`    // whether a blank takes the value printed above; nil is inferred
	Within   string `yaml:"within"`   // the column at whose new value a carried value ends
	Required bool   `yaml:"required"` // every record has a value
	Allowed  Words  `yaml:"allowed"`  // the only values
	Missing  Words  `yaml:"missing"`  // what is printed for no value: "-", "n.d."
}

// A Mark gives one or more marks their meaning.
type Mark struct {
	Sign   string `yaml:"sign"`   // before or after the name: "*"
	Word   string `yaml:"word"`   // before or after the name: "(nouveau)"
	Bold   bool   `yaml:"bold"`   // the name is in bold
	Italic bool   `yaml:"italic"` // the name is in italics
	Fill   string `yaml:"fill"`   // the background has this hue, or "any"
	Color  string `yaml:"color"`  // the text has this hue, or "any"
	Column string `yaml:"column"` // the column under this heading has a cross
	Means  string `yaml:"means"`  // new, renewed, provisional, withdrawn, or a column name of its own
}

// An ExpectedClaim is a figure that releases of the family announce.
type ExpectedClaim struct {
	Kind string `yaml:"kind"` // as of claims.Claim
	Unit string `yaml:"unit"` // what is counted; "" is anything
}

// A Type is a type of column as profiles name it.
type Type struct {
	Name string
	Type records.Type
	kind string // the name of the column that takes the same values (package places)
}

// Types returns the types.
func Types() []Type { return slices.Clone(types) }

var types = []Type{
	{"text", records.Text, ""},
	{"integer", records.Number, "number"},
	{"number", records.Number, "number"},
	{"money", records.Money, "amount"},
	{"date", records.Date, "date"},
	{"flag", records.Flag, ""},
	{"postal_code", records.Code, "postal_code"},
	{"siret", records.Code, "siret"},
	{"email", records.Email, "email"},
	{"phone", records.Phone, "phone"},
	{"region", records.Text, "region"},
	{"department", records.Text, "department"},
	{"commune", records.Text, ""},
	{"code", records.Code, ""},
}

// TypeNamed returns the type called name, nil if there is none.
func TypeNamed(name string) *Type {
	for i := range types {
		if types[i].Name == name {
			return &types[i]
		}
	}
	return nil
}

// Words is one word or phrase, or a list of them, as written: 01 stays "01".
type Words []string

// Has reports whether s is one of the words, whatever its case, accents and
// punctuation. A word that is all punctuation is compared as it is.
func (ws Words) Has(s string) bool {
	if len(ws) == 0 {
		return false
	}
	s = strings.TrimSpace(s)
	f := fold.Words(s)
	for _, w := range ws {
		if s == w || f != "" && f == fold.Words(w) {
			return true
		}
	}
	return false
}

// Patterns is one pattern or a list of them.
type Patterns []Pattern

// A Pattern is words that a text holds, whatever their case, accents and
// punctuation, or between slashes a regular expression (RE2): "/^Page \d+/".
type Pattern struct {
	Text  string // as written
	words string // folded, between blanks; "" if the pattern is an expression
	re    *regexp.Regexp
}

// in reports whether the text holds the pattern. folded is the text, folded,
// between blanks.
func (p *Pattern) in(text, folded string) bool {
	if p.re != nil {
		return p.re.MatchString(text)
	}
	return p.words != "" && strings.Contains(folded, p.words)
}

// In returns the first of the patterns that the text holds, nil if none.
func (ps Patterns) In(text string) *Pattern {
	if len(ps) == 0 || text == "" {
		return nil
	}
	folded := " " + fold.Words(text) + " "
	for i := range ps {
		if ps[i].in(text, folded) {
			return &ps[i]
		}
	}
	return nil
}

// String returns the patterns as a sentence names them.
func (ps Patterns) String() string {
	quoted := make([]string, len(ps))
	for i := range ps {
		quoted[i] = `"` + ps[i].Text + `"`
	}
	return strings.Join(quoted, " or ")
}
