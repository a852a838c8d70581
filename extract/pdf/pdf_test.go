// PDF pages to blocks, and that every glyph ends in one (fuzzed).

package pdf

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/internal/layout"
	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

// readSheets reads made-up pages as a document.
func readSheets(sheets ...*pagetest.Sheet) *document.Document {
	r := &docBuilder{doc: &document.Document{}}
	for k, s := range sheets {
		s.Number = k + 1
		r.doc.Pages = append(r.doc.Pages, document.Page{Number: k + 1, Width: s.Width, Height: s.Height})
		r.page(&s.Page)
	}
	r.finish()
	return r.doc
}

// outline prints a document: one line a block, runs with their styles.
func outline(doc *document.Document) string {
	runs := func(rs []document.Run) string {
		var b strings.Builder
		for _, r := range rs {
			mark := ""
			for f, m := range map[document.StyleFlags]string{document.Bold: "b", document.Superscript: "^"} {
				if r.Style.Has(f) {
					mark += m
				}
			}
			if r.Style.Color != 0 {
				mark += r.Style.Color.String()
			}
			if r.Style.Fill != 0 {
				mark += "/" + r.Style.Fill.String()
			}
			if mark != "" {
				fmt.Fprintf(&b, "{%s %s}", mark, r.Text)
			} else {
				b.WriteString(r.Text)
			}
		}
		return b.String()
	}
	var out []string
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Heading:
			out = append(out, fmt.Sprintf("h%d %s", b.Level, runs(b.Runs)))
		case *document.Paragraph:
			out = append(out, "p "+strings.ReplaceAll(runs(b.Runs), "\n", "\\n"))
		case *document.List:
			for _, i := range b.Items {
				out = append(out, "li "+i.Marker+" "+runs(i.Runs))
			}
		case *document.Table:
			more := ""
			if b.Continues {
				more = "+"
			}
			for _, r := range b.Rows {
				var cells []string
				for _, c := range r.Cells {
					cells = append(cells, runs(c.Runs()))
				}
				out = append(out, "t"+more+" "+strings.Join(cells, "|"))
			}
		}
	}
	return strings.Join(out, "\n")
}

func TestPDFBlocks(t *testing.T) {
	s := pagetest.NewSheet()
	s.Text(50, 60, 18, 1, "Treize nouveaux sites")
	s.Text(50, 100, 10, 0, "Le comité national a retenu treize sites nouveaux en Bourgogne-")
	s.Text(50, 112, 10, 0, "Franche-Comté et ailleurs, qui ouvriront leurs portes au public.")
	s.Text(50, 124, 10, 0, "Ils sont ici.")
	s.Text(60, 150, 10, 0, "•")
	s.Text(75, 150, 10, 0, "Maison de Bourg, ouverte en 2020 avec le concours du")
	s.Text(75, 162, 10, 0, "conseil départemental")
	s.Text(60, 174, 10, 0, "•")
	x := s.Text(75, 174, 10, 0, "Lyon 8")
	s.Text(x, 170, 6, 0, "e")
	s.Text(50, 210, 10, 0, "Contact")
	s.Text(50, 222, 10, 0, "presse@example.org")
	got := outline(readSheets(s))
	want := `h1 Treize nouveaux sites
p Le comité national a retenu treize sites nouveaux en Bourgogne-Franche-Comté et ailleurs, qui ouvriront leurs portes au public. Ils sont ici.
li • Maison de Bourg, ouverte en 2020 avec le concours du conseil départemental
li • Lyon 8{^ e}
p Contact\npresse@example.org`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestPDFTableStyles(t *testing.T) {
	s := pagetest.NewSheet()
	for _, x := range []float32{50, 200, 400} {
		s.Rule(x, 100, x, 160)
	}
	for _, y := range []float32{100, 120, 140, 160} {
		s.Rule(50, y, 400, y)
	}
	s.Text(55, 114, 10, 1, "Département")
	s.Text(205, 114, 10, 1, "Nom")
	s.Fill(200, 120, 400, 140, 0xffffff00)
	s.Text(55, 134, 10, 0, "Ain")
	x := s.Text(205, 134, 10, 0, "Maison ")
	s.Text(x, 134, 10, 0, "*")
	s.Glyphs[len(s.Glyphs)-1].Color = 0xffe00000
	s.Text(55, 154, 10, 0, "Isère")
	s.Text(205, 154, 10, 0, "Relais")
	want := "t {b Département}|{b Nom}\nt Ain|{/#ffff00 Maison }{#e00000/#ffff00 *}\nt Isère|Relais"
	if got := outline(readSheets(s)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A row that the page break cut is one row; the next page repeats the headings.
func TestPDFCutRow(t *testing.T) {
	row := func(s *pagetest.Sheet, y float32, font int32, cells ...string) {
		for c, text := range cells {
			s.Text(55+150*float32(c), y, 10, font, text)
		}
	}
	one, two := pagetest.NewSheet(), pagetest.NewSheet()
	row(one, 660, 1, "Département", "Nom", "Montant")
	for i := range 4 {
		row(one, 684+24*float32(i), 0, "Ain", "Maison "+string(rune('A'+i)), "12")
	}
	row(one, 780, 0, "Isère", "Relais (antenne", "9")
	row(two, 60, 1, "Département", "Nom", "Montant")
	row(two, 84, 0, "", "mobile)", "")
	row(two, 108, 0, "Rhône", "Halte", "7")
	got := outline(readSheets(one, two))
	want := `t {b Département}|{b Nom}|{b Montant}
t Ain|Maison A|12
t Ain|Maison B|12
t Ain|Maison C|12
t Ain|Maison D|12
t Isère|Relais (antenne mobile)|9
t+ {b Département}|{b Nom}|{b Montant}
t+ Rhône|Halte|7`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A cell that does not fit below a row moves whole to the next page; there it completes
// the row.
func TestPDFCellMoved(t *testing.T) {
	sheet := func(top float32, rows ...[3]string) *pagetest.Sheet {
		s := pagetest.NewSheet()
		for k, r := range rows {
			y := top + 20*float32(k)
			for c, text := range r {
				s.Text(55+150*float32(c), y+13, 10, 0, text)
				s.Rule(50+150*float32(c), y, 50+150*float32(c), y+20)
			}
			s.Rule(50, y, 500, y)
			s.Rule(50, y+20, 500, y+20)
			s.Rule(500, y, 500, y+20)
		}
		return s
	}
	got := outline(readSheets(
		sheet(700, [3]string{"Club", "Projet", "Montant"}, [3]string{"Foyer", "Repas", "12"}, [3]string{"Cercle", "Contes", "14"}, [3]string{"", "Ponton", "9"}),
		sheet(60, [3]string{"Compagnie du Pas", "", ""}, [3]string{"Atelier", "Chant", "7"}, [3]string{"Moulin", "Visite", "8"})))
	const want = `t Club|Projet|Montant
t Foyer|Repas|12
t Cercle|Contes|14
t Compagnie du Pas|Ponton|9
t+ Atelier|Chant|7
t+ Moulin|Visite|8`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A row painted on both pages of a break counts once, and an Issue says so; in a table
// that repeats rows elsewhere it stays.
func TestPDFRowTwice(t *testing.T) {
	page := func(top float32, rows ...string) *pagetest.Sheet {
		s := pagetest.NewSheet()
		for k, name := range rows {
			s.Text(60, top+20*float32(k), 10, 0, name)
			s.Text(200, top+20*float32(k), 10, 0, "12")
			s.Text(300, top+20*float32(k), 10, 0, "34,5")
		}
		return s
	}
	for _, tt := range []struct {
		name   string
		second []string
		rows   int
		issues int
	}{
		{"painted twice", []string{"Drôme", "Gard", "Isère", "Lot"}, 7, 1},
		{"another row", []string{"Eure", "Gard", "Isère", "Lot"}, 8, 0},
		{"a table of like rows", []string{"Drôme", "Gard", "Gard", "Lot"}, 8, 0},
	} {
		doc := readSheets(page(700, "Ain", "Cher", "Doubs", "Drôme"), page(60, tt.second...))
		if rows := strings.Count(outline(doc), "\n") + 1; rows != tt.rows || len(doc.Issues) != tt.issues {
			t.Errorf("%s: %d rows, %d issues\n%s", tt.name, rows, len(doc.Issues), outline(doc))
		}
	}
}

// Signs of leaders around a figure are no leader.
func TestPDFFigureBetweenDashes(t *testing.T) {
	s := pagetest.NewSheet()
	for i, figure := range []string{"12", "-13-", "*14*", "_15_", "16"} {
		y := 100 + 20*float32(i)
		s.Text(60, y, 10, 0, "Ain")
		s.Text(160, y, 10, 0, "Maison")
		s.Text(260, y, 10, 0, figure)
	}
	got := outline(readSheets(s))
	want := `t Ain|Maison|12
t Ain|Maison|-13-
t Ain|Maison|*14*
t Ain|Maison|_15_
t Ain|Maison|16`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// lettersOf counts the letters and digits of a page's glyphs that are no
// doubles, and of what a document says.
func lettersIn(p *ink.Page) map[rune]int {
	n := map[rune]int{}
	held := layout.Words(p)
	for k := range held {
		for _, r := range held[k].Text {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				n[r]++
			}
		}
	}
	return n
}

func lettersOut(doc *document.Document) map[rune]int {
	n := map[rune]int{}
	count := func(s string) {
		for _, r := range s {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				n[r]++
			}
		}
	}
	var items func([]document.Item)
	items = func(list []document.Item) {
		for _, i := range list {
			count(i.Marker + i.Text())
			items(i.Sub)
		}
	}
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Heading:
			count(b.Text())
		case *document.Paragraph:
			count(b.Text())
		case *document.List:
			items(b.Items)
		case *document.Table:
			count(document.Plain(b.Caption))
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					count(c.Text())
				}
			}
		}
	}
	for _, i := range doc.Issues {
		count(i.Text)
	}
	return n
}

// Every letter of a page ends in a block, whatever is printed where; and every visible
// glyph ends in a word, except letters painted twice.
func FuzzPDFLoss(f *testing.F) {
	f.Add([]byte("\x10\x20\x09A\x40\x20\x09B\x10\x30\x09C\x40\x30\x09D"), []byte{10, 10, 200, 10, 10, 10, 10, 91})
	// "_x•-", cut by a rule beside a table: it was taken for a typed rule.
	f.Add([]byte{72, 72, 19, 47, 69, 69, 100, 210, 75, 183, 70, 79, 75, 81, 71, 99}, []byte{77, 70, 190, 70, 48, 102, 209, 21})
	f.Fuzz(func(t *testing.T, text, rules []byte) {
		if len(text) > 3000 || len(rules) > 1500 {
			return
		}
		s, next := pagetest.NewSheet(), pagetest.NewSheet()
		for k := 0; k+3 < len(text); k += 4 {
			on := s
			if text[k+2] > 200 {
				on = next
			}
			from := len(on.Glyphs)
			on.Text(float32(text[k])*2, float32(text[k+1])*3+10, 4+float32(text[k+2]%12), int32(text[k+2])%3, string(rune('0'+text[k+3]%75))+"x•-.."[:text[k+3]%6])
			if text[k+2]%29 == 0 {
				for g := from; g < len(on.Glyphs); g++ {
					on.Glyphs[g].Angle = 90
				}
			}
		}
		for k := 0; k+3 < len(rules); k += 4 {
			x, y := float32(rules[k])*2, float32(rules[k+1])*3
			switch rules[k+3] % 3 {
			case 0:
				s.Rule(x, y, x+float32(rules[k+2])*2, y)
			case 1:
				s.Rule(x, y, x, y+float32(rules[k+2])*2)
			default:
				s.Fill(x, y, x+float32(rules[k+2]), y+float32(rules[k+3]), 0xffd0e0f0)
			}
		}
		want := lettersIn(&s.Page)
		for r, n := range lettersIn(&next.Page) {
			want[r] += n
		}
		got := lettersOut(readSheets(s, next))
		for r, n := range want {
			if got[r] != n {
				t.Fatalf("%q: %d printed, %d read", r, n, got[r])
			}
		}
	})
}

func BenchmarkPDFPage(b *testing.B) {
	s := pagetest.NewSheet()
	for i := range 50 {
		for c := range 6 {
			s.Text(50+85*float32(c), 60+14*float32(i), 9, 0, fmt.Sprintf("%d %d", i*c, 1000+i))
		}
	}
	for b.Loop() {
		readSheets(s)
	}
}
