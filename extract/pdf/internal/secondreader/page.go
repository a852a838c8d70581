// This file goes through the content of a page and collects the letters shown.

package secondreader

import (
	"fmt"
	"math"

	"github.com/ledongthuc/pdf"
)

// A Reading is what the second reader read of a page.
type Reading struct {
	Text   string // the letters that it is sure of, in painting order
	Unsure int    // number of codes whose letters it does not know
	Why    string // why it stopped before the end of the page, "" if it did not
	// Disputed counts the letters whose glyph has another name than the file's map to
	// Unicode gives. The keys are like "1 for 7".
	Disputed map[string]int

	text []byte
}

// dispute counts a letter that is named one way and mapped another.
func (r *Reading) dispute(name, text string) {
	if r.Disputed == nil {
		r.Disputed = map[string]int{}
	}
	r.Disputed[name+" for "+text]++
}

const (
	maxOps    = 5_000_000 // largest number of operators of a page
	maxStates = 50_000    // largest number of saved graphics states
	maxText   = 4 << 20   // largest text of a page, in bytes
	maxForms  = 10        // largest depth of forms within forms
)

// Page reads page n, 1-based. An error says that nothing of it could be read.
func (d *Doc) Page(n int) (r Reading, err error) {
	defer rescue(&err)
	p := d.r.Page(n)
	if p.V.IsNull() {
		return r, fmt.Errorf("it does not find page %d", n)
	}
	w := &walk{d: d, out: &r, shown: map[showing]bool{}}
	w.run(p.V.Key("Contents"), p.Resources(), 0)
	r.Text, r.text = string(r.text), nil
	return r, nil
}

// A showing is a string at a place. The same string painted twice at one place is a
// shadow or fake bold, and is read once, as the first reader does.
type showing struct {
	raw  string
	x, y int // steps of showingGrid
}

// showingGrid is the step, in points, by which places of a showing are compared.
const showingGrid = 2

// affine is a matrix as in the content stream.
type affine [6]float64

func (m affine) then(n affine) affine {
	return affine{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// graphics is the part of the graphics state that is needed here.
type graphics struct {
	ctm  affine
	font *font
}

// A walk goes through the content of a page.
type walk struct {
	d     *Doc
	out   *Reading
	ops   int
	shown map[showing]bool
	fonts map[string]*font // of this content's resources, by name

	state graphics
	line  affine // the text line matrix
	lead  float64
}

// run reads one content stream. If the library cannot continue, it keeps what was read.
func (w *walk) run(content, resources pdf.Value, depth int) {
	fonts := w.fonts
	w.fonts = map[string]*font{}
	if err := w.interpret(content, resources, depth); err != nil && w.out.Why == "" {
		w.out.Why = err.Error()
	}
	w.fonts = fonts
}

func (w *walk) interpret(content, resources pdf.Value, depth int) (err error) {
	defer rescue(&err)
	if depth == 0 {
		w.state.ctm = affine{1, 0, 0, 1, 0, 0}
	}
	if k := content.Kind(); k != pdf.Stream && k != pdf.Array {
		return nil
	}
	var saved []graphics
	pdf.Interpret(content, func(stk *pdf.Stack, op string) {
		if w.ops++; w.ops > maxOps || len(w.out.text) > maxText {
			panic(ErrBudget)
		}
		if w.ops%1024 == 0 {
			w.d.src.check()
		}
		args := popAll(stk)
		switch op {
		case "q":
			if len(saved) < maxStates {
				saved = append(saved, w.state)
			}
		case "Q":
			if n := len(saved); n > 0 {
				w.state, saved = saved[n-1], saved[:n-1]
			}
		case "cm":
			if m, ok := matrixOf(args); ok {
				w.state.ctm = m.then(w.state.ctm)
			}
		case "Do":
			if len(args) == 1 && depth < maxForms {
				w.form(resources.Key("XObject").Key(args[0].Name()), resources, depth)
			}
		case "BI":
			panic(fmt.Errorf("it does not read past pictures inside the text"))
		default:
			w.textOp(op, args, resources)
		}
	})
	return nil
}

// form reads a form, a content stream of its own.
func (w *walk) form(x, resources pdf.Value, depth int) {
	if x.Key("Subtype").Name() != "Form" {
		return
	}
	if res := x.Key("Resources"); res.Kind() == pdf.Dict {
		resources = res
	}
	outer, line, lead := w.state, w.line, w.lead
	if m := x.Key("Matrix"); m.Len() == 6 {
		var args []pdf.Value
		for i := range 6 {
			args = append(args, m.Index(i))
		}
		if m, ok := matrixOf(args); ok {
			w.state.ctm = m.then(w.state.ctm)
		}
	}
	w.run(x, resources, depth+1)
	w.state, w.line, w.lead = outer, line, lead
}

// textOp executes an operator of text.
func (w *walk) textOp(op string, args []pdf.Value, resources pdf.Value) {
	switch op {
	case "BT":
		w.line = affine{1, 0, 0, 1, 0, 0}
	case "Tf":
		if len(args) == 2 {
			w.state.font = w.font(resources, args[0].Name())
		}
	case "TL":
		if len(args) == 1 {
			w.lead = args[0].Float64()
		}
	case "Td", "TD":
		if len(args) == 2 {
			x, y := args[0].Float64(), args[1].Float64()
			if op == "TD" {
				w.lead = -y
			}
			w.move(x, y)
		}
	case "T*":
		w.move(0, -w.lead)
	case "Tm":
		if m, ok := matrixOf(args); ok {
			w.line = m
		}
	case "Tj":
		w.show(args)
	case "'", "\"":
		w.move(0, -w.lead)
		w.show(args)
	case "TJ":
		if len(args) == 1 {
			var parts []pdf.Value
			for i := range args[0].Len() {
				if s := args[0].Index(i); s.Kind() == pdf.String {
					parts = append(parts, s)
				}
			}
			w.showParts(parts)
		}
	}
}

// move starts a line at x, y from the start of the last one.
func (w *walk) move(x, y float64) { w.line = affine{1, 0, 0, 1, x, y}.then(w.line) }

// show reads the string that is the last operand.
func (w *walk) show(args []pdf.Value) {
	if n := len(args); n > 0 && args[n-1].Kind() == pdf.String {
		w.showParts(args[n-1:])
	}
}

// showParts reads the strings of one operator.
func (w *walk) showParts(parts []pdf.Value) {
	var raw string
	for _, p := range parts {
		raw += p.RawString()
	}
	if raw == "" {
		return
	}
	m := w.line.then(w.state.ctm)
	here := showing{raw, int(math.Floor(m[4] / showingGrid)), int(math.Floor(m[5] / showingGrid))}
	for dx := -1; dx <= 1; dx++ {
		for dy := -1; dy <= 1; dy++ {
			if w.shown[showing{raw, here.x + dx, here.y + dy}] {
				return
			}
		}
	}
	w.shown[here] = true
	if w.state.font == nil {
		w.out.Unsure += len(raw)
		return
	}
	w.state.font.decode(raw, w.out)
}

func matrixOf(args []pdf.Value) (m affine, ok bool) {
	if len(args) != 6 {
		return m, false
	}
	for i, a := range args {
		m[i] = a.Float64()
	}
	return m, true
}

// font returns a font of the resources, or nil.
func (w *walk) font(resources pdf.Value, name string) *font {
	if f, ok := w.fonts[name]; ok {
		return f
	}
	f := w.d.font(resources, name)
	w.fonts[name] = f
	return f
}

// font returns a font of the resources, which it reads once a document, or nil.
func (d *Doc) font(resources pdf.Value, name string) *font {
	v := resources.Key("Font").Key(name)
	if v.Kind() != pdf.Dict {
		return nil
	}
	// The library has no identity for objects; how it prints one, with the references
	// inside, is one.
	key := v.String()
	f, ok := d.fonts[key]
	if !ok {
		var err error
		if f, err = readFont(v, d.src.check); err != nil {
			f = &font{width: 1, text: map[string]string{}}
		}
		d.fonts[key] = f
	}
	return f
}

func readFont(v pdf.Value, check func()) (f *font, err error) {
	defer rescue(&err)
	return newFont(v, check), nil
}
