// This file finds legends: lines that say what a mark means.

package marks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/forms"
)

// A Legend is a sentence that gives marks their meaning.
type Legend struct {
	Marks   []Mark // any of them marks the row
	Meaning string // one of the constants above, "" for any other
	Text    string // as printed
	At      document.Pos
	Profile string // name of the profile that has the legend; "" if the release prints it

	Aside bool // said in passing: a table may lack the mark
}

// maxLegend is the largest length of a legend, in bytes; longer lines are prose that
// mentions a colour by chance.
const maxLegend = 320

// FindLegends returns the legends that the paragraphs, headings, lists and tables of
// doc hold, in reading order, and after them what is said in passing.
func FindLegends(doc *document.Document) (out []Legend) {
	var asides []Legend
	for _, b := range doc.Blocks {
		switch b.InPart() {
		case document.Header, document.Footer, document.Furniture:
			continue
		}
		switch b := b.(type) {
		case *document.Paragraph:
			text := b.Text()
			for _, line := range strings.Split(text, "\n") {
				out = append(out, ReadLegends(line, b.At)...)
			}
			asides = append(asides, ReadAsides(text, b.At)...)
		case *document.Heading:
			out = append(out, ReadLegends(b.Text(), b.At)...)
			asides = append(asides, ReadAsides(b.Text(), b.At)...)
		case *document.List:
			// One line after a star looks like a bullet; a real list does not explain marks.
			for _, l := range ReadLegends(lastItem(b), b.At) {
				if l.Meaning != "" {
					out = append(out, l)
				}
			}
		case *document.Table:
			out = append(out, ReadLegends(document.Plain(b.Caption), b.At)...)
			asides = append(asides, ReadAsides(document.Plain(b.Caption), b.At)...)
			out = append(out, legendRows(b)...)
		}
	}
	for _, l := range asides { // a separate line outweighs what is said in passing
		if !slices.ContainsFunc(out, func(o Legend) bool { return o.Meaning == l.Meaning && slices.Equal(o.Marks, l.Marks) }) {
			out = append(out, l)
		}
	}
	return out
}

// legendRows returns the legends that are rows of a table.
func legendRows(t *document.Table) (out []Legend) {
	for i := range t.Rows {
		r := &t.Rows[i]
		if len(r.Cells) > 1 && !r.Cells[0].IsBlank() && !r.Cells[1].IsBlank() {
			continue // most rows end here
		}
		j := r.Lone()
		if j < 0 {
			continue
		}
		for _, l := range ReadLegends(r.Cells[j].Text(), r.At) {
			// A name beside a column with a star is marked; it is not a legend.
			if l.Meaning != "" || j == 0 && (len(r.Cells) == 1 || r.Cells[0].Span().Cols > 1) {
				out = append(out, l)
			}
		}
	}
	return out
}

// IsLegend reports whether a line says what a mark means.
func IsLegend(s string) bool { return len(ReadLegends(s, document.Pos{})) > 0 }

// ReadLegends reads one line. A line may explain several marks: "* nouveaux,
// ** renouvelés" holds two legends; "surlignées en jaune et marquées d'un
// astérisque" is one legend with two marks.
func ReadLegends(line string, at document.Pos) (out []Legend) {
	line = strings.TrimSpace(line)
	if len(line) < 3 || len(line) > maxLegend || !mayNameMark(line) {
		return nil
	}
	for _, part := range legendParts(line) {
		marks := legendMarks(part)
		if len(marks) == 0 {
			continue
		}
		meaning, ok := legendMeaning(part)
		if !ok {
			continue
		}
		text, _ := forms.Tidy(strings.Trim(strings.TrimSpace(part), ",;"))
		out = append(out, Legend{Marks: marks, Meaning: meaning, Text: text, At: at})
	}
	return out
}

// legendParts splits a line where another mark is explained: at ";" and before
// a sign that follows a comma or a full stop.
func legendParts(line string) []string {
	parts := strings.Split(line, ";")
	var out []string
	for _, p := range parts {
		start := 0
		for i := 1; i < len(p); i++ {
			if SignAt(p[i:]) == "" || i < 2 {
				continue
			}
			before := strings.TrimRight(p[:i], " (")
			if len(before) > start && before != "" && (strings.HasSuffix(before, ",") || strings.HasSuffix(before, ".") || strings.HasSuffix(before, " -") || strings.HasSuffix(before, " –")) {
				out = append(out, p[start:i])
				start = i
			}
			i += len(SignAt(p[i:])) - 1
		}
		out = append(out, p[start:])
	}
	return out
}

// lastItem returns the last item of a list with its marker, if that may be a legend:
// the item is alone, or its marker is not that of the item before ("* new entries"
// after bullets). Otherwise it returns "".
func lastItem(l *document.List) string {
	n := len(l.Items)
	if n == 0 || len(l.Items[n-1].Sub) > 0 || n > 1 && l.Items[n-1].Marker == l.Items[n-2].Marker {
		return ""
	}
	return l.Items[n-1].Marker + " " + l.Items[n-1].Text()
}

// Says returns what the legend says as a clause for findings.
func (l *Legend) Says() string {
	if l.Profile != "" {
		return fmt.Sprintf("the profile %s says %q", l.Profile, l.Text)
	}
	return fmt.Sprintf("the legend says %q", l.Text)
}
