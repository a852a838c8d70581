// Honours: names below the grade they are given, "Au grade de chevalier :" over
// "M. Alain Besse, artisan". No place tells that such lines are a list; the grades do.

package lists

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/gazetteer"
	"github.com/pressoir/pressoir/normalize/records"
)

const (
	// minHonoured is how many names make a list: a sentence over two is a sentence.
	minHonoured = 3
	// maxGrade is the length in bytes of a line that names a grade alone: "Sont
	// promus au grade de commandeur dans l'ordre des Palmes académiques :".
	maxGrade = 120
	// maxHonoured is the length in bytes of a name with what its bearer does.
	maxHonoured = 400
)

// gradeHead reads a line that ends with a grade, or with the order that gives it.
// A verb of a sentence ("a été promu au grade d'officier en 2012.") does not begin it.
var gradeHead = regexp.MustCompile(`(?i)^(?:(?:sont|est) (?:promue?s?|nommée?s?|élevée?s?)(?: et nommée?s?)? )?(?:au (?:grade|rang)|(?:à )?la dignité) (?:de |d['’])[^.:;,0-9]+:?$`)

// civility begins the name of a person, and not that of a place or a body.
var civility = regexp.MustCompile(`^(?:M\.|MM\.|Mme|Mlle|Mmes|Dr|Docteur|Me|Maître|Pr|Professeur|Monsieur|Madame|Mademoiselle|Général|Colonel|Commandant|Capitaine|Lieutenant|Major|Adjudant|Sergent)[ \x{a0}\x{202f}]`)

// readHonours takes the names below grades that follow each other.
func (r *reader) readHonours() {
	for i := 0; i < len(r.lines); i++ {
		if r.isGrade(i) {
			i = r.honoured(i) - 1
		}
	}
}

func (r *reader) isGrade(i int) bool {
	l := r.lines[i].line
	t := strings.TrimSpace(l.text)
	return !l.touched && l.kind != tableLine && len(t) <= maxGrade && gradeHead.MatchString(t)
}

// honoured reads the list whose first grade is line i and returns the line behind
// it. The names below each grade are of one kind: bullets, or lines.
func (r *reader) honoured(i int) int {
	f := &found{run: &run{title: r.first}}
	if i > 0 && r.lines[i-1].line.kind == headingLine {
		f.run.title = r.lines[i-1].line
	}
	var grade *line
	kind := textLine
	more := false // the next line may go on with the last name
	k := i
	for ; k < len(r.lines); k++ {
		s := r.lines[k]
		switch {
		case r.isGrade(k):
			grade, more = s.line, false
			s.use(span{0, len(s.text)})
			if k+1 < len(r.lines) {
				kind = r.lines[k+1].line.kind
			}
		case more && s.line.kind == textLine && goesOn(f.records[len(f.records)-1], s.text):
			appendDetail(&f.records[len(f.records)-1], s.line)
		case s.line.kind == kind && !s.legend && s.kind != totalShape && isHonoured(s.line):
			f.records = append(f.records, honour(s.line, grade))
			more = true
		default:
			return r.takeHonours(f, i, k)
		}
		f.lines = append(f.lines, s)
	}
	return r.takeHonours(f, i, k)
}

// takeHonours keeps the list if it is one; grades without names below are text.
func (r *reader) takeHonours(f *found, from, to int) int {
	if len(f.records) < minHonoured || poorText((&run{lines: f.lines}).text()) != "" {
		for k := from; k < to; k++ {
			r.lines[k].used = nil
		}
		if n := len(f.records); n > 0 {
			r.note(records.CodeListUnread, Doubt, f.lines[0].at, "names stand below "+clip(f.lines[0].text)+", too few for a list; they are not read")
		}
		return to
	}
	for k := from; k < to; k++ {
		r.lines[k].touched, r.lines[k].kind = true, proseShape
	}
	f.run.lines = f.lines
	f.headed, f.negative = true, isNegative(f.run)
	r.found = append(r.found, f)
	return to
}

// isHonoured reports whether a line begins with the name of a person: a civility,
// or two words with capitals and a comma behind.
func isHonoured(l *line) bool {
	t := strings.TrimSpace(l.text)
	if len(t) > maxHonoured || endsInColon(t) {
		return false
	}
	if civility.MatchString(t) {
		return true
	}
	name, _, _ := strings.Cut(t, ",")
	name, _, _ = strings.Cut(name, "(")
	words := strings.Fields(name)
	const mostWords = 6 // "Marie-Anne de la Tour du Pin"
	if len(words) < 2 || len(words) > mostWords || strings.HasSuffix(t, ".") && name == t {
		return false
	}
	return unicode.IsUpper(firstRune(words[0])) && unicode.IsUpper(firstRune(words[len(words)-1]))
}

// GoesOn reports whether text is the rest of a record that a line break cut:
// nobody's name begins with a small letter, and no entry ends in a comma.
func goesOn(rec record, text string) bool {
	text = strings.TrimSpace(text)
	if text == "" || len(text) > maxHonoured {
		return false
	}
	if unicode.IsLower(firstRune(text)) {
		return !strings.HasSuffix(text, ":")
	}
	last := rec.cells[colDetail]
	return last != nil && strings.HasSuffix(last.Text(), ",") && !civility.MatchString(text)
}

// honour makes the record of a line: the name, and what stands behind its comma.
func honour(l, grade *line) record {
	name, detail := span{0, len(l.text)}, span{}
	if c := strings.IndexByte(l.text, ','); c >= 0 {
		name, detail = span{0, c}, span{c + 1, len(l.text)}
	}
	rec := record{at: l.at, key: gazetteer.Fold(name.of(l.text))}
	rec.cells[colSection] = plainCell(grade.at, label(grade.text))
	rec.cells[colName] = styledCell(l.at, l.cut(name))
	if runs := l.cut(detail); runs != nil {
		rec.cells[colDetail] = styledCell(l.at, runs)
	}
	l.use(span{0, len(l.text)})
	return rec
}

// appendDetail adds a line to what is printed behind a name, or to the name
// where no comma stands behind it.
func appendDetail(rec *record, l *line) {
	c := colDetail
	if rec.cells[c] == nil {
		c = colName
	}
	last := rec.cells[c]
	runs := append(slices.Clone(last.Runs()), document.Run{Text: " "})
	rec.cells[c] = styledCell(last.At(rec.at), append(runs, l.cut(span{0, len(l.text)})...))
	l.use(span{0, len(l.text)})
}
