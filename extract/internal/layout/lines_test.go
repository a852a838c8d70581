// How words become lines and segments: baselines, superscripts, and the gaps
// that separate columns.

package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/internal/ink"
	"github.com/pressoir/pressoir/extract/internal/pagetest"
)

// linesText returns the words of each line, lines joined by "|".
func linesText(p *Page) string {
	var lines []string
	for k := range p.Lines {
		var ws []string
		for _, i := range p.Lines[k].Words {
			ws = append(ws, p.Words[i].Text)
		}
		lines = append(lines, strings.Join(ws, " "))
	}
	return strings.Join(lines, "|")
}

func TestBaselines(t *testing.T) {
	// beside sets a word of a size beside "Lyon", maxRaise by some points.
	beside := func(size, up, gap float32, words ...string) func(*pagetest.Sheet) {
		return func(s *pagetest.Sheet) {
			x := s.Text(50, 100, 10, 0, "Lyon") + gap
			for _, w := range words {
				x = s.Text(x, 100-up, size, 0, w) + 0.3*size
			}
		}
	}
	for _, tt := range []struct {
		name string
		set  func(*pagetest.Sheet)
		want string
	}{
		{"one baseline", beside(10, -2.5, 3, "Ain"), "Lyon Ain"},
		{"two baselines", beside(10, -3.1, 3, "Ain"), "Lyon|Ain"},
		{"a superscript", beside(6, 6.5, 0, "e"), "Lyon e"},
		{"too high for one", beside(6, 7.5, 0, "e"), "e|Lyon"},
		{"small enough for one", beside(8, 4, 0, "e"), "Lyon e"},
		{"a mark as large, close by", beside(9.5, 4, 0, "e"), "Lyon e"},
		{"too large and not close", beside(9.5, 4, 3.5, "e"), "e|Lyon"},
		{"too large for a word", beside(9.5, 4, 0, "eme"), "eme|Lyon"},
		{"near enough for one", beside(6, 4, 4.5, "e"), "Lyon e"},
		{"too far for one", beside(6, 4, 5.5, "e"), "e|Lyon"},
		{"two maxRaise words", beside(6, 4, 0, "e", "bis"), "Lyon e bis"},
		{"a line of small type", beside(6, 4, 0, "et", "les", "autres"), "et les autres|Lyon"},
		{"beside small type", func(s *pagetest.Sheet) {
			s.Text(50, 100, 10, 0, "Lyon")
			x := s.Text(200, 100, 6, 0, "Ain")
			s.Text(x, 96, 6, 0, "e")
		}, "e|Lyon Ain"},
		{"beside a bullet", func(s *pagetest.Sheet) {
			x := s.Text(50, 100, 10, 0, "•")
			s.Text(x, 96, 6, 0, "e")
		}, "e|•"},
		{"marks of notes, far apart", func(s *pagetest.Sheet) {
			for k := range 3 {
				x := s.Text(50+100*float32(k), 100, 10, 0, "Lyon")
				s.Text(x, 96, 6, 0, "1")
			}
		}, "Lyon 1 Lyon 1 Lyon 1"},
	} {
		s := pagetest.NewSheet()
		tt.set(s)
		if got := linesText(New(&s.Page)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// The larger type sets the baseline of a line, and most letters the size of a page.
func TestSizes(t *testing.T) {
	s := pagetest.NewSheet()
	s.Text(50, 99, 8, 0, "Les maisons")
	s.Text(120, 100, 12, 0, "Ain")
	p := New(&s.Page)
	if len(p.Lines) != 1 || p.Lines[0].Base != 100 || p.Em != 8 {
		t.Errorf("got %d lines, baseline %v, em %v", len(p.Lines), p.Lines[0].Base, p.Em)
	}
	s.Text(50, 140, 12, 0, "Total des sites")
	if p := New(&s.Page); p.Em != 12 {
		t.Errorf("em %v", p.Em)
	}
	if p := New(&pagetest.NewSheet().Page); p.Em != 10 {
		t.Errorf("a blank page: em %v", p.Em)
	}
}

// Lines of very many words are not searched for the hosts of superscripts: a
// hostile page has thousands of them.
func TestLongLine(t *testing.T) {
	for _, tt := range []struct{ words, lines int }{{380, 1}, {420, 2}} {
		s := pagetest.NewSheet()
		s.Width = 1e4
		for k := range tt.words {
			s.Text(10+20*float32(k), 100, 10, 0, "a")
		}
		s.Text(15, 96, 6, 0, "e")
		if got := len(New(&s.Page).Lines); got != tt.lines {
			t.Errorf("%d words: got %d lines, want %d", tt.words, got, tt.lines)
		}
		// As many superscripts, of which five have a host.
		s = pagetest.NewSheet()
		s.Width = 1e4
		for k := range tt.words {
			if k < 5 {
				s.Text(10+20*float32(k), 100, 10, 0, "a")
			}
			s.Text(15+20*float32(k), 96, 6, 0, "e")
		}
		p := New(&s.Page)
		if got, want := len(p.Lines[len(p.Lines)-1].Words), 15-5*tt.lines; got != want {
			t.Errorf("%d superscripts: got %d words on the line of their hosts, want %d", tt.words, got, want)
		}
	}
}

func TestSegmentGaps(t *testing.T) {
	const full = "unelignepleinedetexte" // 21 letters, 105 points
	// gap sets "un" and "deux" that far apart, in em, and a line 12 points above.
	gap := func(em float32, above ...string) func(*pagetest.Sheet) {
		return func(s *pagetest.Sheet) {
			x := s.Text(50, 100, 10, 0, "un")
			s.Text(x+10*em, 100, 10, 0, "deux")
			for k, line := range above {
				s.Text(50, 88-12*float32(k), 10, 0, line)
			}
		}
	}
	// over sets "un" and "deux" 1 em apart, and above them two words whose gap has
	// a width in em and which are set higher by some em.
	over := func(white, up float32) func(*pagetest.Sheet) {
		return func(s *pagetest.Sheet) {
			gap(1)(s)
			x := s.Text(50, 100-10*up, 10, 0, "pr")
			s.Text(x+10*white, 100-10*up, 10, 0, "troisieme")
		}
	}
	justified := func(first, second float32, words ...string) func(*pagetest.Sheet) {
		return func(s *pagetest.Sheet) {
			x := s.Text(50, 100, 10, 0, words[0])
			x = s.Text(x+first, 100, 10, 0, words[1])
			s.Text(x+second, 100, 10, 0, words[2])
		}
	}
	for _, tt := range []struct {
		name string
		set  func(*pagetest.Sheet)
		want string
	}{
		{"a gap between columns", gap(0.9), "un|deux"},
		{"a wide blank", gap(0.8), "un deux"},
		{"too wide for a blank, whatever is above", gap(2.3, full), full + "|un|deux"},
		{"a gap in a full column", gap(2.1, full), full + "|un deux"},
		{"white above", over(0.33, 1.2), "pr troisieme|un|deux"},
		{"hardly white above", over(0.27, 1.2), "pr troisieme|un deux"},
		{"a line of another column between", func(s *pagetest.Sheet) {
			gap(1)(s)
			s.Text(300, 90, 10, 0, "autre")
			s.Text(50, 80, 10, 0, full)
		}, full + "|autre|un deux"},
		{"the line above near enough", over(0.2, 2.3), "pr troisieme|un deux"},
		{"the line above too far", over(0.2, 2.6), "pr troisieme|un|deux"},
		{"justified", justified(10, 10.18, "un", "deux", "trois"), "un deux trois"},
		{"uneven gaps", justified(10, 10.22, "un", "deux", "trois"), "un|deux|trois"},
		{"even gaps between figures", justified(10, 10, "12", "13", "14"), "12|13|14"},
		{"even gaps beside a figure", justified(10, 10, "12", "deux", "trois"), "12|deux|trois"},
		{"number of an item", func(s *pagetest.Sheet) { x := s.Text(50, 100, 10, 0, "1."); s.Text(x+42, 100, 10, 0, "Ain") }, "1. Ain"},
		{"too far for an item", func(s *pagetest.Sheet) { x := s.Text(50, 100, 10, 0, "1."); s.Text(x+48, 100, 10, 0, "Ain") }, "1.|Ain"},
		{"a typed bullet", func(s *pagetest.Sheet) { x := s.Text(50, 100, 10, 2, "o"); s.Text(x+30, 100, 10, 0, "Ain") }, "o Ain"},
		{"an o of typewriter text", func(s *pagetest.Sheet) { x := s.Text(50, 100, 10, 2, "o"); s.Text(x+30, 100, 10, 2, "Ain") }, "o|Ain"},
		{"an o that is no typewriter's", func(s *pagetest.Sheet) { x := s.Text(50, 100, 10, 0, "o"); s.Text(x+30, 100, 10, 0, "Ain") }, "o|Ain"},
		{"a word of typewriter text", func(s *pagetest.Sheet) { x := s.Text(50, 100, 10, 2, "ou"); s.Text(x+30, 100, 10, 0, "Ain") }, "ou|Ain"},
		{"a nameless bullet", func(s *pagetest.Sheet) { x := s.Text(50, 100, 10, 0, "\uf0fe"); s.Text(x+30, 100, 10, 0, "Ain") }, "\uf0fe Ain"},
	} {
		s := pagetest.NewSheet()
		tt.set(s)
		if got := texts(New(&s.Page)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestMarkers(t *testing.T) {
	for _, s := range []string{"•", "-", "–", "1.", "12.", "a)", "(a)", "(ii)", "iv.", "6.2", "6.2.1.", "12.10"} {
		if !IsMarker(s) {
			t.Errorf("%q is a marker", s)
		}
	}
	for _, s := range []string{"", "--", "12", "a", "1234.", "0.2650", "0.25", "1.2345", "M.", "(Ain)", "(iviv5)", "1,5.", "(12345678)", "()", "é)"} {
		if want := s == "M."; IsMarker(s) != want {
			t.Errorf("%q: got %v", s, !want)
		}
	}
	if IsBullet("••") || IsBullet("") || IsBullet("o") {
		t.Error("a bullet is one sign")
	}
}

// Without leaves lines and segments of the words that are not taken.
func TestWithout(t *testing.T) {
	s := pagetest.NewSheet()
	s.Text(50, 100, 10, 0, "Ain Var")
	s.Text(50, 120, 10, 0, "Lot")
	p := New(&s.Page)
	taken := make([]bool, len(p.Words))
	for i := range p.Words {
		taken[i] = p.Words[i].Text != "Var"
	}
	q := p.Without(taken)
	if got := texts(q); got != "Var" || len(q.Lines) != 1 || q.Lines[0].Box != q.Words[q.Lines[0].Words[0]].Box {
		t.Errorf("got %q, %v", got, fmt.Sprint(q.Lines))
	}
}

// Two marks of notes after a figure stay on its line, on a page with other maxRaise ones.
func TestMarksOfNotes(t *testing.T) {
	s := pagetest.NewSheet()
	x := s.Text(50, 100, 10, 0, "152")
	s.Text(x, 96, 6, 0, "2")
	x = s.Text(120, 100, 10, 0, "204")
	x = s.Text(x, 96, 6, 0, "1")
	s.Text(x+1.5, 96, 6, 0, "2")
	if p := New(&s.Page); len(p.Lines) != 1 || len(p.Lines[0].Words) != 5 {
		t.Errorf("got %d lines: %q", len(p.Lines), texts(p))
	}
}

// TestBlanksInsideWords spaces letters out, with a blank after each.
func TestBlanksInsideWords(t *testing.T) {
	for text, want := range map[string]string{
		"1 2  c a s  d a n s  l e  C h e r": "12 cas dans le Cher",
		"A B C D E F G H I J":               "A B C D E F G H I J", // letters, not words
	} {
		s := pagetest.NewSheet()
		x := float32(50)
		for _, r := range text {
			if r == ' ' {
				s.Glyphs = append(s.Glyphs, ink.Glyph{Rune: ' ', Size: 10, Box: ink.Box{X0: x, Y0: 92, X1: x + 2, Y1: 102}, Origin: ink.Point{X: x, Y: 100}})
				x += 2.2
				continue
			}
			x = s.Text(x, 100, 10, 0, string(r))
		}
		var words []string
		for _, w := range New(&s.Page).Words {
			words = append(words, w.Text)
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%q: got %q", text, got)
		}
	}
}
