// The right side: claims, findings and records, as the template shows them.

package review

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/claims"
	"github.com/pressoir/pressoir/normalize/records"
	"github.com/pressoir/pressoir/output"
)

// A page is what the template shows.
type page struct {
	Words          *Words
	Title, Source  string
	Details        []string // date, place, issuer
	Policy         string
	Style          template.CSS
	Script         template.JS
	Printed        template.HTML
	HasPages       bool
	Records, Looks int // number of records, and of things to look at
	Claims         []claimView
	Groups         []groupView // of findings
	Routine        int         // findings that nobody need look at
	Tables         []tableView

	print *printer
}

type claimView struct {
	N                          int
	Verdict, Class, Text, Why  string
	Kind, Value, Found, Anchor string
}

// A groupView is findings of one code: doubts alone, notes together.
type groupView struct {
	Code     string
	Routine  bool
	Findings []findingView
}

type findingView struct {
	N                              int
	Level, Class, Code, Why, Where string
	Anchor, Row                    string // Row is the id of the row that shows it
	RowNumber, Changes             int
}

type tableView struct {
	ID, Records int
	Name, Class string
	Columns     []columnView
	Chunks      []chunkView
	Bars        []barsView
	width       []int
}

type columnView struct {
	Name, Title string
	Derived     bool
	Figures     bool
	Chart       template.HTML
}

type chunkView struct{ Rows []rowView }

type rowView struct {
	N          int
	ID, Anchor string
	Class      string
	Cells      []cellView
}

type cellView struct {
	Text, Class, Anchor string
	Findings            string // numbers, with blanks between
	Printed             string // where it differs from Text
}

// chunkRows is the number of rows that are laid out together, when they come into view.
const chunkRows = 50

func newPage(res *normalize.Result, opt Options, words *Words) *page {
	d := res.Document
	p := &page{Words: words, Title: d.Meta.Title.Text, Source: d.Name, print: newPrinter()}
	for _, s := range []string{d.Meta.Date.Text, d.Meta.Place.Text, d.Meta.Issuer.Text} {
		if s != "" {
			p.Details = append(p.Details, s)
		}
	}
	if p.Title == "" {
		p.Title = d.Name
	}
	if len(d.Pages) > 0 && len(opt.Pictures) > 0 {
		p.HasPages = true
		p.print.pages(d, opt.Pictures, words)
	} else {
		p.print.blocks(d)
	}
	p.print.seal()
	p.Printed = p.print.html()
	for i := range res.Claims {
		p.addClaim(&res.Claims[i])
	}
	rows := map[[2]int]rowRef{}
	for _, t := range res.Tables {
		p.addTable(res, t, rows)
	}
	for i := range res.Findings {
		p.addFinding(i, &res.Findings[i], rows)
	}
	slices.SortStableFunc(p.Groups, func(a, b groupView) int { return cmp.Compare(a.rank(), b.rank()) })
	return p
}

// A rowRef is a row of the page.
type rowRef struct {
	id string
	n  int
}

func (p *page) addClaim(c *claims.Claim) {
	v := claimView{
		N: len(p.Claims), Text: c.Text, Why: c.Why, Kind: string(c.Kind), Value: number(c.Value),
		Verdict: p.Words.Verdicts[string(c.Status)], Anchor: p.print.anchor(nil, c.At), Class: "quiet",
	}
	if v.Verdict == "" {
		v.Verdict = string(c.Status)
	}
	if c.Found != nil {
		v.Found = number(*c.Found)
	}
	switch {
	case c.Status == claims.OK:
		v.Class = "good"
	case c.Accuses():
		v.Class = "bad look"
		p.Looks++
	case c.Doubt != "":
		v.Class = "doubtful look"
		p.Looks++
	}
	p.Claims = append(p.Claims, v)
}

func (p *page) addFinding(i int, f *records.Finding, rows map[[2]int]rowRef) {
	v := findingView{
		N: i, Level: p.Words.Levels[f.Level.String()], Code: f.Code, Why: f.Why, Where: f.At.String(),
		Anchor: p.print.anchor(nil, f.At), Class: "quiet",
	}
	ref, ok := rows[[2]int{f.Table, f.Record}]
	if !ok && len(f.Edits) > 0 {
		ref, ok = rows[[2]int{f.Table, int(f.Edits[0].Record)}]
	}
	if ok {
		v.Row, v.RowNumber = ref.id, ref.n
	}
	for k := range f.Edits {
		v.Changes += f.Edits[k].Rows()
	}
	switch f.Level {
	case records.Doubt:
		v.Class = "doubtful look"
		p.Looks++
	case records.Fault:
		v.Class = "bad look"
		p.Looks++
	default:
		p.addNote(v, output.Routine(f))
		return
	}
	p.Groups = append(p.Groups, groupView{Findings: []findingView{v}})
}

// addNote adds a note to those of its code.
func (p *page) addNote(v findingView, routine bool) {
	if routine {
		p.Routine++
	}
	i := slices.IndexFunc(p.Groups, func(g groupView) bool { return g.Code == v.Code && g.Routine == routine })
	if i < 0 {
		i = len(p.Groups)
		p.Groups = append(p.Groups, groupView{Code: v.Code, Routine: routine})
	}
	p.Groups[i].Findings = append(p.Groups[i].Findings, v)
}

// rank is the order of groups: what to look at, what is rare, what repeats, routine.
func (g *groupView) rank() int {
	switch {
	case g.Code == "":
		return 0
	case g.Routine:
		return 3
	case len(g.Findings) == 1:
		return 1
	}
	return 2
}

// addTable adds a table and notes the ids of its rows.
func (p *page) addTable(res *normalize.Result, t *records.Table, rows map[[2]int]rowRef) {
	v := tableView{ID: t.ID, Name: t.Name, Class: "t" + strconv.Itoa(t.ID)}
	var shown []int // columns of the table
	subject := 0
	for j := range t.Columns {
		c := &t.Columns[j]
		if c.Dropped {
			continue
		}
		if c.Means() == "name" {
			subject = len(shown)
		}
		shown = append(shown, j)
		v.Columns = append(v.Columns, columnView{Name: c.Name, Title: c.Title, Derived: c.Derived, Figures: c.Type == records.Number || c.Type == records.Money})
		v.width = append(v.width, utf8.RuneCountInString(c.Name))
	}
	place := slices.Repeat([]int{-1}, len(t.Columns)) // column of the table -> place in shown
	for i, j := range shown {
		place[j] = i
	}
	walk := output.NewRemarkWalk(res, t)
	for _, r := range t.Rows {
		if r.Role != records.Data {
			continue
		}
		v.Records++
		row := rowView{N: v.Records, ID: fmt.Sprintf("r%d-%d", t.ID, v.Records), Anchor: p.print.anchor(nil, r.At)}
		rows[[2]int{t.ID, r.ID}] = rowRef{row.ID, v.Records}
		row.Cells = make([]cellView, len(shown))
		for i, j := range shown {
			row.Cells[i] = p.cell(r, j)
			v.width[i] = max(v.width[i], utf8.RuneCountInString(row.Cells[i].Text))
		}
		for _, m := range walk.Of(r) {
			f := &res.Findings[m.Finding]
			i := subject
			if m.Col >= 0 {
				if m.Col >= len(place) || place[m.Col] < 0 {
					continue
				}
				i = place[m.Col]
			}
			if i < len(row.Cells) {
				row.Cells[i].add(m.Finding, f)
			}
		}
		if n := len(v.Chunks); n == 0 || len(v.Chunks[n-1].Rows) == chunkRows {
			v.Chunks = append(v.Chunks, chunkView{})
		}
		last := &v.Chunks[len(v.Chunks)-1]
		last.Rows = append(last.Rows, row)
	}
	p.Records += v.Records
	v.addCharts(t, shown)
	p.Tables = append(p.Tables, v)
}

// cell returns the cell of r in column j of the table.
func (p *page) cell(r *records.Record, j int) cellView {
	c := cellView{Text: r.Text(j)}
	if j < len(r.Cells) && r.Cells[j].Src != nil && !r.Cells[j].Src.Covered() {
		src := r.Cells[j].Src
		if at := src.At(r.At); !at.Same(r.At) || at.Line > 0 {
			c.Anchor = p.print.anchor(src, at)
		}
		if text := src.Text(); text != c.Text {
			c.Printed = text
		}
	}
	return c
}

// add says that a finding is about the cell.
func (c *cellView) add(i int, f *records.Finding) {
	if c.Findings != "" {
		c.Findings += " "
	}
	c.Findings += strconv.Itoa(i)
	switch {
	case f.Level > records.Noted:
		c.Class = "doubtful"
	case f.Code == records.CodeCarried && c.Class == "":
		c.Class = "carried" // quiet: a merged cell repeats in every row
	case !output.Routine(f) && f.Code != records.CodeCarried && c.Class != "doubtful":
		c.Class = "mended"
	}
}

// css returns the classes that depend on the document: colours, widths of columns.
func (p *page) css() string {
	const minWidth, maxWidth = 6, 40 // in ch, the width of a zero; most letters are narrower
	var b strings.Builder
	b.WriteString(p.print.css())
	for i := range p.Tables {
		t := &p.Tables[i]
		fmt.Fprintf(&b, ".%s .row{grid-template-columns:3.5rem", t.Class)
		sum := 0
		for _, w := range t.width {
			w = min(max(w*9/10+2, minWidth), maxWidth)
			fmt.Fprintf(&b, " minmax(%[1]dch,%[1]dfr)", w)
			sum += w
		}
		// Not left to the rows: those that are not laid out yet have no width, and what
		// is wider than the grid is not drawn.
		fmt.Fprintf(&b, "}\n.%s{width:max(100%%,calc(3.5rem + %dch + 2px))}\n", t.Class, sum)
		for i := range t.Columns {
			if t.Columns[i].Figures {
				fmt.Fprintf(&b, ".%s .row>:nth-child(%d){text-align:right}\n", t.Class, i+2) // after the number of the row
			}
		}
	}
	return b.String()
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
