// Package claims reads the figures that the prose of a release announces ("13 nouveaux",
// "au total 53") and compares them with the rows that were found.
//
// Call [Read] for the prose of a document and its method Check with the facts of the
// tables; normalize.Normalize does both and returns the claims in its Result. Nothing is
// mended: a [Claim] keeps its printed words, its verdict and the figures that were
// compared. Kinds and verdicts may be added; those that exist keep their meaning.
package claims

import (
	"github.com/pressoir/pressoir/extract/document"
)

// A Kind says what a claim announces.
type Kind string

// The kinds of claims.
const (
	Total      Kind = "total"
	New        Kind = "new"
	Breakdown  Kind = "breakdown"
	GroupTotal Kind = "group_total"
	Share      Kind = "share"
)

// A Status is the verdict on a claim.
type Status string

// The verdicts.
const (
	OK            Status = "ok"
	Mismatch      Status = "mismatch"      // the rows say otherwise
	Contradiction Status = "contradiction" // the prose contradicts itself
	Approximate   Status = "approximate"   // more than, nearly, about
	PartialList   Status = "partial_list"  // "notamment", "dont": never a mismatch
	NotCheckable  Status = "not_checkable"
	OutOfScope    Status = "out_of_scope" // boilerplate, another year, another unit
)

// A Claim is one announced figure.
type Claim struct {
	Text   string // the sentence or phrase as printed
	Kind   Kind
	Value  float64 // as announced
	Unit   string  // what is counted, as printed: "PIMMS", "sites labellisés"
	Status Status
	Found  *float64  // what it was compared with; nil if nothing
	Parts  []float64 // of a breakdown
	Why    string    // a sentence: what was compared with what, where
	At     document.Pos

	// Doubt says why a person should look though the verdict does not accuse: the
	// figure may count something else, or entries that were not read; "" for nothing.
	Doubt string
	// Tables are the IDs of the tables that hold the entries only together, nil
	// where one does.
	Tables []int

	head string // stem of what is counted
	soft bool   // a mismatch that another count of as many as there are explains away
}

// Accuses reports whether the verdict says that something is wrong: the rows or the
// prose itself say otherwise. A claim that does not may still have a Doubt.
func (c *Claim) Accuses() bool { return c.Status == Mismatch || c.Status == Contradiction }

// Facts are what the rows say, for claims to be held against.
type Facts struct {
	Tables []TableFacts
}

// TableFacts are the countable facts of one table.
type TableFacts struct {
	ID   int
	Name string // heading or caption
	// NameTitle is the printed heading of the name column: "Nom du PIMMS".
	NameTitle string
	// FirstTitle is that of the first column.
	FirstTitle string
	// Units are what the rows are, where that is known beforehand: "sites labellisés".
	Units  []string
	At     document.Pos
	Block  int // number of its first block in the document, from 1; 0 if not known
	Rows   []RowFacts
	Totals []TotalFacts
	// Columns are those whose values can be counted or summed up.
	Columns []ColumnFacts
	// Of a long table Rows is a sample. Records and New are then how many records
	// and new ones it has, and NewKnown whether it tells; 0 means that Rows is whole.
	Records, New int
	NewKnown     bool
}

// records returns how many records the table has.
func (t *TableFacts) records() int { return max(t.Records, len(t.Rows)) }

// RowFacts are the facts of one record.
type RowFacts struct {
	ID                                int
	At                                document.Pos
	Region, Department, Commune, Name string
	New                               *bool             // nil where the document does not tell
	Values                            map[string]string // other typed columns, nil if none
}

// ColumnFacts are the values of one column over all records.
type ColumnFacts struct {
	Name   string         // as in the output
	Title  string         // as printed, "" if it has none
	Values map[string]int // how many records print each; nil if nearly every record has its own
	Money  bool           // its figures are amounts
	Sum    float64        // of its figures
	Most   float64        // the largest of them
	Summed int            // how many records have one; 0 for a column of text
}

// TotalFacts are a printed "Total ..." row and how many records stand in its group.
type TotalFacts struct {
	Text  string
	At    document.Pos
	Group string // "Bretagne"; "" for the whole table
	Value float64
	Found int  // records in the group
	Led   bool // it stands in a sentence of the prose, which may be judged already
}
