// This file turns a page whose text does not read upright as displayed: a wide table
// set sideways, a page upside down, a page scanned askew. ink.Page.Displayed gives
// places as they are displayed.

package pdfium

import (
	"math"

	"github.com/pressoir/pressoir/extract/internal/ink"
)

const (
	// minTurnedRatio is the ratio, of letters in one direction to all others, above
	// which the page is turned. A table with long upright headings stays as it is; a
	// page with a table set sideways has only its number upright.
	minTurnedRatio = 2
	// minTurnedLetters is the least number of letters in that direction: fewer are a
	// stamp, or the title of an axis beside a picture.
	minTurnedLetters = 20
	// minSkew is the least skew, in degrees, that matters: a line over the whole page
	// climbs by a quarter of its size. maxSkew is the largest by which a page is laid
	// askew by mistake.
	minSkew, maxSkew = 0.25, 10
	// maxSkewSpread is the largest difference, in degrees, between the slopes of words
	// of a page askew, as text recognition measures them; minEvenShare is the least
	// share of letters within it.
	maxSkewSpread, minEvenShare = 1.0, 0.8
	// skewStep is the step in which slopes are counted, in degrees.
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

// upright returns the clockwise turn, in degrees, after which most letters read
// upright; 0 if they do already, or if no turn makes them.
func (s slopes) upright() float64 {
	const quarter, full = 90 / skewStep, 360 / skewStep
	var letters [4]int // by quarter turn
	all := 0
	off := func(k, q int) int { // steps from quarter turn q to slope k
		d := k - q*quarter
		return (d%full+full+full/2)%full - full/2
	}
	for k, n := range s {
		all += n
		for q := range letters {
			if d := off(k, q); d <= maxSkew/skewStep && -d <= maxSkew/skewStep {
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
	if letters[best] < minTurnedLetters || letters[best] <= minTurnedRatio*(all-letters[best]) {
		return 0
	}
	turn := -float64(best * 90)
	skew, below := 0, 0
	for d := -maxSkew / skewStep; d <= maxSkew/skewStep; d++ { // the median
		below += s.count(int(d) + best*quarter)
		if 2*below >= letters[best] {
			skew = int(d)
			break
		}
	}
	near := 0
	for k, n := range s {
		if d := off(k, best) - skew; d <= maxSkewSpread/skewStep && -d <= maxSkewSpread/skewStep {
			near += n
		}
	}
	if by := float64(skew) * skewStep; math.Abs(by) >= minSkew && float64(near) >= minEvenShare*float64(letters[best]) {
		turn -= by
	}
	return turn
}

// count returns the number of letters of slope k, in steps, which may be off by a full
// turn.
func (s slopes) count(k int) int {
	const full = 360 / skewStep
	n := s[k]
	for _, o := range [2]int{k - full, k + full} {
		n += s[o]
	}
	return n
}

// turn has the page read as if it were turned clockwise by degrees.
func (r *pageReader) turn(degrees float64) {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	if q := degrees / 90; q == math.Trunc(q) { // exact for quarter turns
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
