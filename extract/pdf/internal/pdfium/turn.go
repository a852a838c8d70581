// This file turns a page whose text does not read upright as displayed: a wide
// table set sideways, a page upside down, a page that lay askew. It is read as
// if turned back; Displayed gives the places where its parts are.

package pdfium

import (
	"math"

	"github.com/pressoir/pressoir/extract/internal/ink"
)

const (
	// turnedLetters is how many times as many letters as all others must read in
	// one direction for the page to be turned: a table with long headings set
	// upwards is upright, a page with a table set sideways has but its number upright.
	turnedLetters = 2
	// fewTurned letters are a stamp or the title of an axis beside a picture, no page.
	fewTurned = 20
	// leastSkew in degrees parts the lines of a page: beyond it a line over all of
	// the page climbs by a quarter of its size or more. mostSkew is as crooked as
	// a page is laid by mistake.
	leastSkew, mostSkew = 0.25, 10
	// alikeSkew in degrees is how far the words of a page askew differ, as text
	// recognition measures them; evenSkew is the share of letters that do not differ more.
	alikeSkew, evenSkew = 1.0, 0.8
	// skewStep in degrees is how finely slopes are counted.
	skewStep = 0.05
)

// slopes counts letters by the slope of their baselines, in steps of skewStep.
type slopes map[int]int

// add counts n letters whose baselines run along m.
func (s slopes) add(m ink.Matrix, n int) {
	a := math.Atan2(m.B, m.A) * 180 / math.Pi
	if n > 0 && !math.IsNaN(a) {
		s[int(math.Round(a/skewStep))] += n
	}
}

// upright is the clockwise turn in degrees after which most letters read upright;
// 0 if they do, or if there is no such turn.
func (s slopes) upright() float64 {
	const quarter, full = 90 / skewStep, 360 / skewStep
	var letters [4]int // by quarter turn
	all := 0
	off := func(k, q int) int { // from quarter turn q, in steps
		d := k - q*quarter
		return (d%full+full+full/2)%full - full/2
	}
	for k, n := range s {
		all += n
		for q := range letters {
			if d := off(k, q); d <= mostSkew/skewStep && -d <= mostSkew/skewStep {
				letters[q] += n
			}
		}
	}
	best := 0
	for q, n := range letters {
		if n > letters[best] {
			best = q
		}
	}
	if letters[best] < fewTurned || letters[best] <= turnedLetters*(all-letters[best]) {
		return 0
	}
	turn := -float64(best * 90)
	skew, below := 0, 0
	for d := -mostSkew / skewStep; d <= mostSkew/skewStep; d++ { // the median
		below += s.at(int(d) + best*quarter)
		if 2*below >= letters[best] {
			skew = int(d)
			break
		}
	}
	near := 0
	for k, n := range s {
		if d := off(k, best) - skew; d <= alikeSkew/skewStep && -d <= alikeSkew/skewStep {
			near += n
		}
	}
	if by := float64(skew) * skewStep; math.Abs(by) >= leastSkew && float64(near) >= evenSkew*float64(letters[best]) {
		turn -= by
	}
	return turn
}

// at is how many letters have slope k, whichever way round it was counted.
func (s slopes) at(k int) int {
	const full = 360 / skewStep
	n := s[k]
	for _, o := range [2]int{k - full, k + full} {
		n += s[o]
	}
	return n
}

// turn makes the page be read as if turned clockwise by degrees.
func (r *pageReader) turn(degrees float64) {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	if q := degrees / 90; q == math.Trunc(q) { // no rounding where none is due
		sin, cos = math.Round(sin), math.Round(cos)
	}
	m := ink.Matrix{A: cos, B: sin, C: -sin, D: cos, E: 0, F: 0}
	v := m.MapRect(r.visible)
	m.E, m.F = -v.X0, -v.Y0
	r.page.Turn = &ink.Turn{Matrix: m, Visible: r.visible}
	r.show = r.show.Then(m)
	r.visible = ink.Rect{X0: 0, Y0: 0, X1: v.Width(), Y1: v.Height()}
	r.page.Width, r.page.Height = float32(v.Width()), float32(v.Height())
	for i := range r.page.Links {
		r.page.Links[i].Box = m.MapBox(r.page.Links[i].Box)
	}
	for i := range r.page.Fills {
		r.page.Fills[i].Box = m.MapBox(r.page.Fills[i].Box)
	}
}
