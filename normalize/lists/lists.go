// Read: from the blocks of a document to its lists as tables.

package lists

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/records"
)

// A Severity says what a Note asks of the reader.
type Severity uint8

// The severities, in rising order.
const (
	Noted Severity = iota // decided on printed evidence
	Doubt                 // a person should look
	Fault                 // not read
)

// A Note says what was decided, or what was not read and where it is printed.
type Note struct {
	Code     string // constant: list-poor-text, list-repeated, list-unread ...
	Severity Severity
	At       document.Pos
	Why      string // a sentence with the evidence
	List     int    // index into Result.Lists, -1 if about none
}

// A List is one list read as a table. Every row has a cell for each column;
// cells that nothing prints are blank.
type List struct {
	Block   int // index of its first block in Document.Blocks
	At      document.Pos
	Title   string // the heading above, "" if none
	Part    document.Part
	Columns []string // of the names that outputs have: region, department, commune, name, detail ...
	Rows    []document.Row
	Counts  []Count
}

// A Count is a figure printed beside the head of a group: "Bretagne (12)".
type Count struct {
	Text  string // as printed
	At    document.Pos
	Group string // the group, "" for the whole list
	Value float64
	Rows  int  // rows that stand in the group
	Led   bool // it stands in a sentence that leads into the list
}

// A Result is what Read found.
type Result struct {
	Lists []List // in reading order
	Notes []Note
	Taken []bool // by block: all of it stands in a list or a note
	Poor  []bool // by block: a table of badly recognised text, which a note tells of; nil if there is none
}

// Facts is what the rest of a document, and what is known of its family, say of its
// lists. A nil Facts says nothing.
type Facts interface {
	// ExplainsMark reports whether a line explains a mark ("* nouveaux lauréats");
	// such lines are no members.
	ExplainsMark(line string) bool
	// Announced returns the whole numbers that the prose announces of what the release
	// may list. It is called once at most, where a list asks.
	Announced() []int
	// NamesGroups reports whether GroupColumn knows any heading.
	NamesGroups() bool
	// GroupColumn returns the column that a heading fills if it is known as the name of
	// a group: "Pays de Retz" is a pays. The gazetteer knows the places.
	GroupColumn(heading string) (column string, ok bool)
	// Lead reads the count in a text that ends in a colon and leads into a list of what
	// it counts; false if it has none.
	Lead(text string) (Lead, bool)
}

// noFacts says nothing.
type noFacts struct{}

func (noFacts) ExplainsMark(string) bool          { return false }
func (noFacts) Announced() []int                  { return nil }
func (noFacts) NamesGroups() bool                 { return false }
func (noFacts) GroupColumn(string) (string, bool) { return "", false }
func (noFacts) Lead(string) (Lead, bool)          { return Lead{}, false }

// Read finds the lists of a document. It does not change doc; the cost is
// linear in its text.
func Read(doc *document.Document, facts Facts) *Result {
	r := newReader(doc, facts)
	res := &Result{Taken: make([]bool, len(doc.Blocks))}
	if !r.refused {
		cs := r.find()
		chosen := r.choose(cs)
		neighbours(cs, chosen)
		for _, c := range chosen {
			c.placeByLead(r.titlesAbove(c)...)
		}
		r.addLists(res, chosen)
		r.unreadLists(res, cs)
		r.taken(res)
	}
	res.Notes = append(res.Notes, r.notes...)
	r.poorTables(res)
	return res
}

// A reader is the state of reading one document.
type reader struct {
	scene
	doc     *document.Document
	notes   []Note
	refused bool // too long, or badly recognised text
}

// newReader makes the units of a document.
func newReader(doc *document.Document, facts Facts) *reader {
	if facts == nil {
		facts = noFacts{}
	}
	r := &reader{doc: doc, scene: scene{facts: facts}}
	if n, at := tooMany(doc); n > maxLines {
		r.note(records.CodeListTooLong, Fault, at, fmt.Sprintf("%d lines and tables are printed, and of more than %d no list is read; cut the document, or write the list as a table", n, maxLines))
		r.refused = true
		return r
	}
	ls := flatten(doc)
	for _, l := range ls {
		if len(l.text) > maxLine {
			r.note(records.CodeListUnread, Fault, l.at, fmt.Sprintf("a line of %d bytes: no list is read from lines of more than %d; cut the file into lines", len(l.text), maxLine))
		}
	}
	if r.refused = r.poorDocument(ls); !r.refused {
		r.us = unitsOf(ls, facts, doc.Format != "text")
		r.lookAround()
	}
	return r
}

func (r *reader) note(code string, sev Severity, at document.Pos, why string) {
	r.notes = append(r.notes, Note{Code: code, Severity: sev, At: at, Why: why, List: -1})
}

// clip shortens a text for a message.
func clip(s string) string {
	s = strings.TrimSpace(s)
	const most = 60 // bytes
	if len(s) <= most {
		return s
	}
	i := most
	for i > 0 && s[i]&0xc0 == 0x80 {
		i--
	}
	return s[:i] + "..."
}

// quote quotes a text for a message.
func quote(s string) string { return strconv.Quote(clip(s)) }
