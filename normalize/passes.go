// This file lists the passes in the order they run.

package normalize

import (
	"github.com/pressoir/pressoir/normalize/internal/bind"
	"github.com/pressoir/pressoir/normalize/records"
)

// A pass is a built-in pass. Unlike a records.Pass it sees what binding found out about
// the table.
type pass struct {
	name string // a short word, as in --skip
	doc  string // one line for --help
	run  func(t *bind.Table) []records.Finding
}

// on returns the pass as one that runs on t.
func (p *pass) on(t *bind.Table) records.Pass {
	return records.Pass{Name: p.name, Doc: p.doc, Run: func(*records.Table) []records.Finding { return p.run(t) }}
}

// passes lists the built-in passes in the order they run. The order matters: each
// comment says why a pass comes before the next, and TestOrder has the case.
var passes = []pass{
	footnotePass, // it writes what is left of the printed text, in whatever typography
	spacePass,    // everything below compares text: "Ille et  Vilaine", "8 ^e"
	profilePass,  // or what the profile skips would be a heading, a section or half of a row
	headerPass,   // or a repeated "Région" would be a section
	sectionPass,  // or "Total Bretagne : 5" would be joined to the row above, and carried from
	joinPass,     // or half a row would be aligned as if it were whole
	shiftPass,    // or the mark would be looked for in a column that does not hold the name
	markPass,     // or "Bretagne *" would be carried down with its star
	carryPass,    // or blanks would have no region to take a code from
	officialPass, // or a postal code could not be held against its department
	typePass,     // last: plain forms are for the reader of the output
}
