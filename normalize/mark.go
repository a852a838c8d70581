// The mark pass: what stars, colours and bold type say of a row.
package normalize

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/normalize/claims"
)

var markPass = Pass{
	Name: "mark",
	Doc:  "turn marks (a star, a word, colour, bold) into columns, as the legend says",
	Run:  runMark,
}

// An announced is a number of new ones that the prose gives.
type announced struct {
	n    int
	text string
	at   extract.Pos
}

// announcedNew returns how many new ones the prose of doc announces. What is
// counted is told from the names of the first rows.
func announcedNew(doc *extract.Document, tables []*Table) (out []announced) {
	var fs claims.Facts
	for _, t := range tables {
		fs.Tables = append(fs.Tables, tableFacts(t, sampleRows))
	}
	for _, c := range claims.Check(doc, fs) {
		if n := int(c.Value); c.Kind == claims.New && c.Status != claims.OutOfScope && float64(n) == c.Value && n > 0 {
			out = append(out, announced{n, c.Text, c.At})
		}
	}
	return out
}

// speaksOfNew reports whether the prose says that something is new.
func speaksOfNew(doc *extract.Document) bool {
	for _, b := range doc.Blocks {
		var s string
		switch b := b.(type) {
		case *extract.Paragraph:
			s = b.Text()
		case *extract.Heading:
			s = b.Text()
		case *extract.List:
			for i := range b.Items {
				s += b.Items[i].Text() + " "
			}
		}
		s = strings.ToLower(s)
		if strings.Contains(s, "nouve") || strings.Contains(s, "supplémentaire") || strings.Contains(s, "new") || strings.Contains(s, "additional") {
			return true
		}
	}
	return false
}

// A sighting is one mark as seen on rows, and on how many.
type sighting struct {
	kind  MarkKind
	sign  string        // of signs and words
	color extract.Color // of fills and text colours
	rows  int
	turns int // rows at which it begins or ends: stripes turn at each
	last  int // place of the last row seen with it
}

// A sighter counts the marks of rows.
type sighter struct {
	seen    []sighting
	rows    int
	affixes []affix // signs and words that the profile knows
}

// look counts the marks of one row: of all its cells for signs and words, of
// the cell that says what the row is about for type and colour.
func (s *sighter) look(cells []*extract.Cell, subject *extract.Cell) {
	s.rows++
	for _, c := range cells {
		if c == nil || len(c.Runs) == 0 {
			continue
		}
		if sign := edgeSign(c.Runs); sign != "" {
			s.count(SignMark, sign, 0)
		}
		if last := c.Runs[len(c.Runs)-1].Text; mayEndInWord(last) || mayBeginWithWord(c.Runs[0].Text) {
			if _, word := cutWord(c.Text()); word != "" {
				s.count(WordMark, "nouveau", 0)
			}
		}
	}
	if len(s.affixes) > 0 {
		s.own(cells)
	}
	if subject == nil || plainRuns(subject.Runs) {
		return
	}
	st := styleOf(subject.Runs)
	if st.Has(extract.Bold) {
		s.count(BoldMark, "", 0)
	}
	if st.Has(extract.Italic) {
		s.count(ItalicMark, "", 0)
	}
	if st.Fill != 0 {
		s.count(FillMark, "", st.Fill)
	}
	if st.Color != 0 {
		s.count(ColorMark, "", st.Color)
	}
}

// maxSightings bounds the kinds of marks told apart; a table in more colours
// marks nothing.
const maxSightings = 64

func (s *sighter) count(kind MarkKind, sign string, color extract.Color) {
	for i := range s.seen {
		m := &s.seen[i]
		if m.kind != kind || m.sign != sign || m.color != color {
			continue
		}
		if m.last == s.rows {
			return // twice in one row
		}
		if m.last != s.rows-1 {
			m.turns++
		}
		m.rows++
		m.last = s.rows
		return
	}
	if len(s.seen) < maxSightings {
		s.seen = append(s.seen, sighting{kind: kind, sign: sign, color: color, rows: 1, turns: 1, last: s.rows})
	}
}

// plainRuns reports whether no run has a style.
func plainRuns(runs []extract.Run) bool {
	for i := range runs {
		if runs[i].Style != (extract.Style{}) {
			return false
		}
	}
	return true
}

// styleOf returns the style that most of the letters of runs have, flag by flag
// and colour by colour.
func styleOf(runs []extract.Run) (st extract.Style) {
	if len(runs) == 1 {
		return runs[0].Style
	}
	all := 0
	for i := range runs {
		all += letters(runs[i].Text)
	}
	most := func(has func(extract.Style) bool) bool {
		n := 0
		for i := range runs {
			if has(runs[i].Style) {
				n += letters(runs[i].Text)
			}
		}
		return 2*n > all
	}
	for _, flag := range [...]extract.StyleFlags{extract.Bold, extract.Italic, extract.Underline, extract.Strike} {
		if most(func(s extract.Style) bool { return s.Has(flag) }) {
			st.Flags |= flag
		}
	}
	for i := range runs {
		if c := runs[i].Style.Fill; c != 0 && most(func(s extract.Style) bool { return s.Fill == c }) {
			st.Fill = c
		}
		if c := runs[i].Style.Color; c != 0 && most(func(s extract.Style) bool { return s.Color == c }) {
			st.Color = c
		}
	}
	return st
}

func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// edgeSign returns the sign at the beginning or the end of a cell.
func edgeSign(runs []extract.Run) string {
	if first := strings.TrimLeft(runs[0].Text, " \u00a0\n"); first != "" {
		if sign := signAt(first); sign != "" && sign[0] != '(' {
			return sign
		}
	}
	last := runs[len(runs)-1].Text
	if last == "" || last[len(last)-1] < 0x80 && isWordByte(last[len(last)-1]) {
		return "" // most cells end here
	}
	if len(runs) > 1 {
		last = extract.Plain(runs)
	}
	return endSign(last)
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// endSign returns the sign at the end of s.
func endSign(s string) string {
	s = strings.TrimRight(s, " \u00a0\n")
	inner, paren := strings.CutSuffix(s, ")")
	for _, sign := range signs {
		if strings.HasSuffix(s, sign) {
			return sign
		}
		if paren && strings.HasSuffix(inner, "("+sign) {
			return sign
		}
	}
	return ""
}

// signForms are the signs as they stand beside names, bare and in parentheses.
var signForms = func() (forms [][2]string) {
	for _, g := range signs {
		if g[0] != '(' {
			forms = append(forms, [2]string{g, g}, [2]string{"(" + g + ")", g})
		}
	}
	return forms
}()

// cutSign takes a sign off one end of s: "* Bron", "Bron *", "Bron (*)".
func cutSign(s string) (rest, sign string) {
	rest = strings.TrimSpace(s)
	for _, form := range signForms {
		if r, ok := strings.CutPrefix(rest, form[0]); ok {
			return strings.TrimSpace(r), form[1]
		}
		if r, ok := strings.CutSuffix(rest, form[0]); ok {
			return strings.TrimSpace(r), form[1]
		}
	}
	return rest, ""
}

// newWords are words that say by themselves that a row is new, folded.
var newWords = map[string]bool{
	"nouveau": true, "nouvelle": true, "nouveaux": true, "nouvelles": true, "new": true, "nouveaute": true,
	"nouvelle labellisation": true, "nouveau label": true, "nouveau site": true, "nouvelle structure": true, "nouvel": true,
}

func mayEndInWord(s string) bool {
	s = strings.TrimRight(s, " ")
	if s == "" {
		return false
	}
	switch s[len(s)-1] {
	case ')', ']', '!':
		return true
	}
	return hasWordSuffix(s)
}

func hasWordSuffix(s string) bool {
	if len(s) < 3 {
		return false
	}
	switch s[len(s)-2:] { // most names end here
	case "ew", "EW", "au", "AU", "ux", "UX", "le", "LE", "es", "ES":
	default:
		return false
	}
	for _, w := range [...]string{"NEW", "New", "new", "eau", "EAU", "eaux", "EAUX", "elle", "ELLE", "elles", "ELLES"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

func mayBeginWithWord(s string) bool {
	return s != "" && (s[0] == '(' || s[0] == '[' || s[0] == 'N')
}

// cutWord takes a word that says "new" off s: in brackets, after a dash, or in
// capitals beside a name that is not. word is "" if there is none.
func cutWord(s string) (rest, word string) {
	s = strings.TrimSpace(s)
	trimmed := strings.TrimRight(s, " !")
	for _, b := range [...][2]string{{"(", ")"}, {"[", "]"}} {
		if strings.HasSuffix(trimmed, b[1]) {
			if i := strings.LastIndex(trimmed, b[0]); i >= 0 && newWords[fold(trimmed[i:])] {
				return strings.TrimSpace(trimmed[:i]), trimmed[i:]
			}
		}
		if strings.HasPrefix(s, b[0]) {
			if i := strings.Index(s, b[1]); i > 0 && newWords[fold(s[:i])] {
				return strings.TrimSpace(s[i+1:]), s[:i+1]
			}
		}
	}
	i := strings.LastIndexAny(trimmed, " -–")
	if i <= 0 {
		return s, ""
	}
	last := trimmed[i:]
	last = strings.TrimLeft(last, " -–—")
	if newWords[fold(last)] {
		before := strings.TrimRight(trimmed[:len(trimmed)-len(last)], " ")
		bare := strings.TrimRight(before, " -–—,:")
		capital := last == strings.ToUpper(last) && bare != strings.ToUpper(bare)
		if bare != "" && (capital || bare != before && !strings.HasSuffix(before, "-") || strings.HasSuffix(before, " -")) {
			return bare, last
		}
	}
	for _, w := range [...]string{"NEW", "NOUVEAU", "NOUVELLE"} {
		if after, ok := strings.CutPrefix(s, w); ok && after != "" && (after[0] == ' ' || after[0] == ':') {
			bare := strings.TrimLeft(after, " :!-–")
			if bare != "" && bare != strings.ToUpper(bare) {
				return bare, w
			}
		}
	}
	return s, ""
}

// striped reports whether a fill or colour is decoration: it turns at nearly
// every row, as zebra stripes do, or most rows have it.
func (m *sighting) striped(rows int) bool {
	return 2*m.rows > rows && rows > 3 || m.rows >= 3 && m.turns >= m.rows-1 && 5*m.rows >= 2*rows
}

// fits reports whether what was seen is what the legend describes.
func (m *sighting) fits(mk *Mark, rows int) bool {
	if m.kind != mk.Kind {
		return false
	}
	switch m.kind {
	case SignMark:
		return m.sign == mk.Sign
	case WordMark: // the words of a legend are not always those beside the names
		return m.sign == anyWord || m.sign == mk.Sign
	case FillMark, ColorMark:
		if mk.Hue == "" {
			return !m.striped(rows) && hueOf(m.color) != ""
		}
		return sameHue(m.color, mk.Hue)
	case BoldMark, ItalicMark:
		return m.rows < rows || rows <= 3
	}
	return false
}

// A rule says which column a sighting fills and on what evidence.
type rule struct {
	sighting
	column string
	why    string
	at     extract.Pos
	used   int
}

// rules decides what the marks seen in t mean.
func rules(t *Table, s *sighter) (rs []rule, found []Finding) {
	explained := func(m *sighting) bool {
		for i := range rs {
			if r := &rs[i]; r.kind == m.kind && r.sign == m.sign && r.color == m.color {
				return true
			}
		}
		return false
	}
	for i := range t.Legends {
		l := &t.Legends[i]
		seen := false
		for j := range s.seen {
			m := &s.seen[j]
			for k := range l.Marks {
				if m.fits(&l.Marks[k], s.rows) && !explained(m) {
					column := l.Meaning
					if column == "" {
						column = "mark"
					}
					rs = append(rs, rule{sighting: *m, column: column, at: l.At, why: m.words() + "; " + l.says()})
					seen = true
				} else if m.fits(&l.Marks[k], s.rows) {
					seen = true
				}
			}
		}
		if m := everywhere(s, l); !seen && m != nil {
			if a := announcement(t, m.rows); a != nil && l.Meaning == MeansNew {
				rs = append(rs, rule{sighting: *m, column: l.Meaning, at: l.At, why: fmt.Sprintf("%s; %s, and the release announces %d", m.words(), l.says(), a.n)})
			} else if l.Meaning != "" {
				found = append(found, Finding{Code: "mark-unseen", Level: Doubt, At: l.At,
					Why: fmt.Sprintf("%s, but every row looks so: it marks nothing; %s is left empty", l.says(), l.Meaning)})
			}
		} else if !seen && l.Meaning != "" && !t.marks.carries(l) {
			level := Doubt
			if l.Profile != "" {
				level = Noted // a family has releases without new ones
			}
			found = append(found, Finding{Code: "mark-unseen", Level: level, At: l.At,
				Why: fmt.Sprintf("%s, but no row shows that mark; %s is left empty", l.says(), l.Meaning)})
		}
	}
	for j := range s.seen {
		if m := &s.seen[j]; m.kind == WordMark && m.sign == anyWord && !explained(m) {
			rs = append(rs, rule{sighting: *m, column: MeansNew, why: "the word beside the name says so"})
		}
	}
	return append(rs, unexplained(t, s, rs, explained, &found)...), found
}

// everywhere returns the mark of a legend that all rows show, nil if there is none.
func everywhere(s *sighter, l *Legend) *sighting {
	for j := range s.seen {
		for k := range l.Marks {
			m := &s.seen[j]
			if m.kind != l.Marks[k].Kind || m.rows < s.rows || m.kind == SignMark {
				continue
			}
			if (m.kind == FillMark || m.kind == ColorMark) && l.Marks[k].Hue != "" && !sameHue(m.color, l.Marks[k].Hue) {
				continue
			}
			return m
		}
	}
	return nil
}

// unexplained looks at the marks that no legend explains. Where the release
// announces as many new ones as rows have one of them, that is what it means.
func unexplained(t *Table, s *sighter, rs []rule, explained func(*sighting) bool, found *[]Finding) (more []rule) {
	isNew := t.Col(MeansNew) >= 0 && t.Columns[t.Col(MeansNew)].printed >= 0
	for i := range rs {
		isNew = isNew || rs[i].column == MeansNew
	}
	for j := range s.seen {
		m := &s.seen[j]
		if explained(m) || m.kind != SignMark && m.striped(s.rows) {
			continue
		}
		if a := announcement(t, m.rows); a != nil && !isNew && m.rows < s.rows {
			more = append(more, rule{
				sighting: *m, column: MeansNew, at: a.at,
				why: fmt.Sprintf("the release announces %d new ones (%q), and %s on %d rows", a.n, a.text, m.words(), m.rows),
			})
			continue
		}
		switch m.kind {
		case SignMark:
			more = append(more, rule{sighting: *m, column: "mark", why: "no legend explains it; kept as printed"})
			*found = append(*found, Finding{
				Code: "mark-unexplained", Level: Doubt, At: t.At,
				Why: fmt.Sprintf("%d rows carry %q, and no legend says what it means", m.rows, m.sign),
			})
		case FillMark, ColorMark:
			if h := hueOf(m.color); h != "" && h != "grey" && !isNew && len(t.Legends) == 0 {
				*found = append(*found, Finding{
					Code: "mark-unexplained", Level: Doubt, At: t.At,
					Why: fmt.Sprintf("%s on %d rows, and no legend says what it means", m.words(), m.rows),
				})
			}
		}
	}
	return more
}

// announcement returns an announcement of n new ones, nil if there is none.
func announcement(t *Table, n int) *announced {
	for i := range t.announced {
		if t.announced[i].n == n {
			return &t.announced[i]
		}
	}
	return nil
}

// words names a mark in a sentence.
func (m *sighting) words() string {
	switch m.kind {
	case SignMark:
		return fmt.Sprintf("%q stands beside the name", m.sign)
	case WordMark:
		return "a word stands beside the name"
	case BoldMark:
		return "the name is in bold"
	case ItalicMark:
		return "the name is in italics"
	case FillMark:
		return fmt.Sprintf("the background is %s (%s)", hueOf(m.color), m.color)
	case ColorMark:
		return fmt.Sprintf("the text is %s (%s)", hueOf(m.color), m.color)
	}
	return "the column is marked"
}

// marksSeen are the marks seen anywhere in the document: a mark that another
// table shows could be shown here.
type marksSeen struct {
	all  []sighting
	rows int
}

func (ms *marksSeen) carries(l *Legend) bool {
	if ms == nil {
		return false
	}
	for i := range ms.all {
		for k := range l.Marks {
			if ms.all[i].fits(&l.Marks[k], ms.rows) {
				return true
			}
		}
	}
	return false
}

// runMark strips signs and words from the cells and fills the columns that they
// stand for.
func runMark(t *Table, p *Profile) []Finding {
	name := t.Col("name")
	s := &sighter{affixes: p.signsOf()}
	var cells []*extract.Cell
	for _, r := range t.Rows {
		if r.Role == Data {
			cells = rowCells(t, r, cells)
			s.look(cells, r.Cells[name].Src)
		}
	}
	rs, found := rules(t, s)
	found = append(found, columnFlags(t)...)
	strip := map[string]*Finding{}
	flags := newFlagger(t, rs)
	for _, r := range t.Rows {
		if r.Role != Data && r.Role != Section {
			continue
		}
		signs, word := stripRow(t, r, s.affixes, strip)
		if r.Role == Data {
			flags.row(r, signs, word, name)
		}
	}
	for _, code := range [...]string{"mark-sign", "mark-word"} {
		if f := strip[code]; f != nil {
			found = append(found, *f)
		}
	}
	return append(found, flags.findings()...)
}

// rowCells returns the cells of r that may carry a mark: all but those of the
// group columns, whose marks are not the row's.
func rowCells(t *Table, r *Record, buf []*extract.Cell) []*extract.Cell {
	buf = buf[:0]
	for j := range r.Cells {
		c := &r.Cells[j]
		if c.Src == nil || c.Text == "" {
			continue
		}
		if j < len(t.Columns) && (t.Columns[j].Name == "region" || t.Columns[j].Name == "department" || t.Columns[j].Type != Text) {
			continue
		}
		buf = append(buf, c.Src)
	}
	return buf
}

// stripRow proposes to take signs and words off the cells of r, and returns
// those of the cells that speak for the row.
func stripRow(t *Table, r *Record, affixes []affix, strip map[string]*Finding) (rowSigns []string, word string) {
	add := func(code, why string, j int, text string) {
		f := strip[code]
		if f == nil {
			f = &Finding{Code: code, Record: r.ID, At: r.At, Why: why}
			strip[code] = f
		}
		f.Edits = append(f.Edits, Edit{Record: int32(r.ID), Col: int32(j), Text: text})
	}
	for j := range r.Cells {
		s := r.Cells[j].Text
		if s == "" || j < len(t.Columns) && t.Columns[j].Type != Text {
			continue
		}
		group := j < len(t.Columns) && (t.Columns[j].Name == "region" || t.Columns[j].Name == "department")
		if c := s[len(s)-1]; !isWordByte(c) || signAt(s) != "" {
			rest, sign := cutSign(s)
			for sign != "" && rest != "" {
				if !group {
					rowSigns = append(rowSigns, sign)
				}
				add("mark-sign", "signs taken off the names that they mark", j, rest)
				strip["mark-sign"].dropOlder()
				s = rest
				rest, sign = cutSign(s)
			}
		}
		if !group && (mayEndInWord(s) || mayBeginWithWord(s)) {
			if rest, w := cutWord(s); w != "" && rest != "" {
				word = w
				if r.Cells[j].Text != s { // a sign was taken off as well: one edit a cell
					f := strip["mark-sign"]
					f.Edits[len(f.Edits)-1].Text = rest
				} else {
					add("mark-word", "words taken off the names that they mark", j, rest)
				}
				s = rest
			}
		}
		for i := range affixes {
			a := &affixes[i]
			rest, ok := a.cut(s)
			if !ok || group {
				continue
			}
			rowSigns = append(rowSigns, a.text)
			code := "mark-sign"
			if strip["mark-word"].edits(r, j) {
				code = "mark-word"
			}
			add(code, "signs taken off the names that they mark", j, rest)
			strip[code].dropOlder()
			s = rest
		}
	}
	return rowSigns, word
}

// edits reports whether the last edit of f is of the cell at r, col.
func (f *Finding) edits(r *Record, col int) bool {
	if f == nil || len(f.Edits) == 0 {
		return false
	}
	e := &f.Edits[len(f.Edits)-1]
	return int(e.Record) == r.ID && int(e.Col) == col
}

// dropOlder keeps the last of two edits of one cell at the end of f.
func (f *Finding) dropOlder() {
	if n := len(f.Edits); n > 1 && f.Edits[n-1].Record == f.Edits[n-2].Record && f.Edits[n-1].Col == f.Edits[n-2].Col {
		f.Edits[n-2] = f.Edits[n-1]
		f.Edits = f.Edits[:n-1]
	}
}

// sightAll counts the marks on the rows of all fragments, before any is bound:
// which cell says what a row is about is not known yet, so the last one that
// prints words stands for it.
func sightAll(frags []*fragment, affixes []affix) *marksSeen {
	s := &sighter{affixes: affixes}
	var cells []*extract.Cell
	for _, f := range frags {
		for i := f.header; i < len(f.rows); i++ {
			cells = cells[:0]
			var subject *extract.Cell
			r := &f.rows[i]
			for j := range r.Cells {
				if c := &r.Cells[j]; len(c.Runs) > 0 {
					cells = append(cells, c)
					if subject == nil || !plainRuns(c.Runs) {
						subject = c
					}
				}
			}
			if len(cells) > 0 {
				s.look(cells, subject)
			}
		}
	}
	return &marksSeen{s.seen, s.rows}
}
