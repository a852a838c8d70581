// This file finds leaders: dots or dashes in a row that lead the eye from a name to
// its figure, or are a typed rule.

package layout

import "github.com/pressoir/pressoir/extract/internal/ink"

const (
	// maxLeaderPitch in em is the largest distance of the dots of a leader. Dots that
	// fill blank cells are farther apart.
	maxLeaderPitch = 1
	// maxPitchShift in em is how far the distances of its dots may differ.
	maxPitchShift = 0.08
)

// leaderRun returns how many marks, counted from the first, are evenly spaced dots,
// with or without blanks between them: the leader between the names and the figures
// of a table, as TeX and typewriters set it. It returns 0 if they are no leader.
func leaderRun(p *ink.Page, ms []mark) int {
	dot := p.Glyphs[ms[0].i].Rune
	if dot != '.' && dot != '·' {
		return 0
	}
	dots, end := 1, 1
	last, pitch := &ms[0], float32(0)
	for k := 1; k < len(ms); k++ {
		m := &ms[k]
		if m.blank {
			continue
		}
		step := m.x0 - last.x0
		if p.Glyphs[m.i].Rune != dot || step > maxLeaderPitch*m.size || dots > 1 && max(step-pitch, pitch-step) > maxPitchShift*m.size {
			break
		}
		pitch, last = step, m
		dots++
		end = k + 1
	}
	if dots < minLeader {
		return 0
	}
	return end
}

// minLeader is how many signs in a row make a leader or a typed rule.
const minLeader = 4

func isLeader(r rune) bool {
	switch r {
	case '.', '_', '-', '=', '…', '·', '–', '—', '~', '*':
		return true
	}
	return false
}

// onlyLeaders reports whether all marks are signs of a leader: "-12-" is a figure
// between dashes.
func (sp *speller) onlyLeaders(ms []mark) bool {
	for _, m := range ms {
		if !isLeader(sp.p.Glyphs[m.i].Rune) {
			return false
		}
	}
	return true
}

// splitLeaders cuts the marks of a word into leaders and the rest.
func (sp *speller) splitLeaders(ms []mark) [][]mark {
	if len(ms) == 0 {
		return nil
	}
	p, out := sp.p, sp.parts[:0]
	from := 0
	for k := 0; k < len(ms); {
		r := p.Glyphs[ms[k].i].Rune
		n := k + 1
		for n < len(ms) && p.Glyphs[ms[n].i].Rune == r {
			n++
		}
		if isLeader(r) && n-k >= minLeader {
			if k > from {
				out = append(out, ms[from:k])
			}
			out = append(out, ms[k:n])
			from = n
		}
		k = n
	}
	if from < len(ms) {
		out = append(out, ms[from:])
	}
	sp.parts = out
	return out
}
