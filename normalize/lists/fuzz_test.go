// Every letter of a list ends in an entry or is reported (fuzzed).

package lists

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
)

// FuzzLoss holds that reading never panics, that every row has a cell for each
// column, and that each letter of a block that a list took stands in a cell or
// a note, or is one of the words between members.
func FuzzLoss(f *testing.F) {
	sources, _ := filepath.Glob("../../fixtures/lists/*/source.*")
	if len(sources) == 0 {
		f.Fatal("no seeds under fixtures/lists")
	}
	for _, name := range sources {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(strings.TrimPrefix(filepath.Ext(name), "."), string(data))
	}
	f.Fuzz(func(t *testing.T, format, text string) {
		switch format {
		case "txt", "md", "html":
		default:
			format = "txt"
		}
		doc, err := extract.Read("a."+format, []byte(text), document.Options{})
		if err != nil {
			t.Skip()
		}
		r := &reader{facts: noFacts{}, doc: doc}
		for _, l := range flatten(doc) {
			r.lines = append(r.lines, shapeOf(l, noFacts{}))
		}
		for _, u := range r.runs() {
			r.readRun(u)
		}
		for _, found := range r.found {
			checkLetters(t, found)
		}
		res := Read(doc, nil)
		if len(res.Taken) != len(doc.Blocks) {
			t.Fatalf("%d blocks, %d told", len(doc.Blocks), len(res.Taken))
		}
		for i := range res.Lists {
			for _, row := range res.Lists[i].Rows {
				if len(row.Cells) != len(res.Lists[i].Columns) {
					t.Fatalf("a row of %d cells under %d columns", len(row.Cells), len(res.Lists[i].Columns))
				}
			}
		}
	})
}

// checkLetters holds that the words of a list's lines stand in its cells, its
// heads, its notes, or are words that part members.
func checkLetters(t *testing.T, f *found) {
	var b strings.Builder
	for i := range f.records {
		for _, c := range f.records[i].cells {
			if c != nil {
				b.WriteString(c.Text() + " ")
			}
		}
		for _, c := range f.records[i].extra {
			if c != nil {
				b.WriteString(c.Text() + " ")
			}
		}
	}
	for i := range f.lines {
		l := &f.lines[i]
		if l.kind == headShape || l.kind == totalShape {
			b.WriteString(l.text + " ")
		}
		for _, g := range l.groups {
			b.WriteString(g.head.at.of(l.text) + " ")
		}
		if l.lead.to > 0 {
			b.WriteString(l.lead.of(l.text) + " ")
		}
		if l.body.from > 0 {
			b.WriteString(l.text[:l.body.from] + " ")
		}
	}
	for _, n := range f.notes {
		if n.Severity >= Doubt || strings.HasPrefix(n.Code, "list-") {
			b.WriteString(n.Why + " ")
		}
	}
	held := letters(b.String())
	for i := range f.lines {
		l := &f.lines[i]
		covered := make([]bool, len(l.text))
		for _, u := range l.used {
			for k := u.from; k < u.to && k < len(covered); k++ {
				covered[k] = true
			}
		}
		if f.period > 0 {
			continue // headings and the lines behind a break are in notes, by place
		}
		text := l.text
		if len(l.groups) > 0 && l.groups[0].form == "glued" {
			text = unglue(text)
		}
		for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if parting[strings.ToLower(w)] || strings.Contains(held, letters(w)) {
				continue
			}
			if at := strings.Index(l.text, w); at >= 0 && !covered[at] {
				continue // unread reports it
			}
			t.Errorf("%q of %q is in no cell and no note", w, l.text)
		}
	}
}

// unglue puts blanks before capitals that follow small letters.
func unglue(s string) string {
	var b strings.Builder
	var before rune
	for _, r := range s {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

// parting are the words between members, and articles that a name takes back.
var parting = map[string]bool{"et": true, "and": true, "ainsi": true, "que": true, "d": true, "de": true, "du": true, "des": true, "la": true, "le": true, "les": true, "l": true}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
