// This file tells letter-spacing from blanks: on each text of a baseline, how wide the
// gaps inside its words are.

package layout

import "slices"

// minStretchGap in em is the least gap between texts of one baseline that are set each
// with a letter-spacing of its own.
const minStretchGap = 2.5

// stretchEnd returns where the text of a baseline that begins at mark from ends: at a
// wide gap.
func stretchEnd(ms []mark, from int) int {
	last := -1
	for k := from; k < len(ms); k++ {
		if ms[k].blank {
			continue
		}
		if last >= 0 && ms[k].x0-ms[last].x1 > minStretchGap*ms[k].size {
			return k
		}
		last = k
	}
	return len(ms)
}

// blanksPart reports whether a blank follows nearly every letter of a text, though the
// letters stand in words, and the widest gap inside of these, in points: some producers,
// or the engine, put blanks into letter-spaced type.
func (sp *speller) blanksPart(ms []mark) (parted bool, widest float32) {
	const least = 8 // letters
	gaps := sp.gaps[:0]
	n, blanks := 0, 0
	last := -1
	for k := range ms {
		if ms[k].blank {
			if k > 0 && !ms[k-1].blank {
				blanks++
			}
			continue
		}
		n++
		if last >= 0 {
			gaps = append(gaps, ms[k].x0-ms[last].x1)
		}
		last = k
	}
	sp.gaps = gaps
	if n < least || 5*blanks < 3*n {
		return false, 0
	}
	slices.Sort(gaps)
	mid := gaps[len(gaps)/2]
	em := ms[last].size
	wide := 0
	for _, g := range gaps {
		if g > mid+wordGap*em {
			wide++
		}
	}
	// Blanks between words are wider, and words have several letters.
	return wide > 0 && 3*wide <= len(gaps) && mid > minSpacing*em, mid + wordGap*em
}

// gapLimit returns the letter-spacing of a baseline in points (0 as a rule),
// and whether its blanks are printed.
func (sp *speller) gapLimit(ms []mark) (limit float32, printed bool) {
	gaps := sp.gaps[:0]
	n, blanks, narrow := 0, 0, 0
	var last *mark
	seenBlank := false
	for k := range ms {
		m := &ms[k]
		if m.blank {
			blanks++
			seenBlank = true
			continue
		}
		n++
		if last != nil && !seenBlank {
			gap := (m.x0 - last.x1) / min(m.size, last.size)
			if !(gap > minSpacing) {
				narrow++
			}
			gaps = append(gaps, gap)
		}
		seenBlank = false
		last = m
	}
	sp.gaps = gaps
	printed = blanks*12 >= n && blanks > 0
	if len(gaps) < 6 || narrow > len(gaps)/5 {
		return 0, printed
	}
	slices.Sort(gaps)
	// Letter-spaced: even the narrow gaps are wide, and about as wide as each other.
	low, mid := gaps[len(gaps)/5], gaps[len(gaps)/2]
	if low > minSpacing && mid < low+0.12 && mid < 1 {
		return mid * ms[0].size, printed
	}
	return 0, printed
}
