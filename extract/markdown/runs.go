// Runs: the pieces of a text become runs, neighbours of one style one run.

package markdown

import (
	"fmt"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
)

// A pending is a run that may still grow; any is false if there is none.
type pending struct {
	any      bool
	from, to int // bounds in the source; from < 0 if the text is in inliner.buf
	style    document.Style
}

// emit turns the pieces into runs. Neighbours of one style become one run.
func (in *inliner) emit() {
	var depth [4]int32
	for i := range in.pieces {
		p := &in.pieces[i]
		switch p.kind {
		case tagPiece:
			in.tags.apply(p.tag)
		case delimPiece:
			for k := range depth {
				depth[k] -= p.end[k]
			}
			if p.n > 0 {
				in.appendText(p.to-p.n, p.to, "", in.style(&depth, document.Style{}))
			}
			for k := range depth {
				depth[k] += p.begin[k]
			}
		default:
			in.appendText(p.from, p.to, p.text, in.style(&depth, p.style))
		}
	}
}

// appendText adds text to the runs: src[from:to], or text if from < 0.
func (in *inliner) appendText(from, to int, text string, style document.Style) {
	if from >= 0 {
		text = in.src[from:to]
	}
	if text == "" {
		return
	}
	last := &in.last
	if last.any && last.style != style && len(in.out) >= maxRuns {
		in.reportStylesCut()
		style = last.style
	}
	if !last.any || last.style != style {
		in.endRun()
		*last = pending{any: true, from: from, to: to, style: style}
		if from < 0 {
			in.buf = append(in.buf[:0], text...)
		}
		return
	}
	if last.from >= 0 && from == last.to {
		last.to = to
		return
	}
	if last.from >= 0 {
		in.buf = append(in.buf[:0], in.src[last.from:last.to]...)
		last.from = -1
	}
	in.buf = append(in.buf, text...)
}

// maxRuns is the largest number of runs of one text; the rest of the text keeps the
// style of the last. A run takes ten times the bytes of "**a** ", and a paragraph of
// a release changes its style some ten times.
const maxRuns = 1 << 16

// reportStylesCut adds, once for a text, the issue that its styles are not read to
// the end.
func (in *inliner) reportStylesCut() {
	if !in.stylesCut {
		in.stylesCut = true
		in.doc.Issues = append(in.doc.Issues, document.Issue{At: in.at, Code: document.CodeStylesCut, Why: fmt.Sprintf("the text changes its style more than %d times; from there on no style is read", maxRuns)})
	}
}

// endRun adds the run that is growing to the output.
func (in *inliner) endRun() {
	if !in.last.any {
		return
	}
	in.last.any = false
	var text string
	if in.last.from >= 0 {
		text = in.src[in.last.from:in.last.to]
	} else {
		text = string(in.buf)
	}
	in.out = append(in.out, document.Run{Text: text, Style: in.last.style})
}

// style returns the style that delimiters, tags and the piece itself give. depth
// holds the number of open emphases of each kind.
func (in *inliner) style(depth *[4]int32, pieceStyle document.Style) document.Style {
	s := in.tags.style()
	s.Flags |= pieceStyle.Flags
	if pieceStyle.Fill != 0 {
		s.Fill = pieceStyle.Fill
	}
	for k, flag := range [...]document.StyleFlags{italicDelim: document.Italic, boldDelim: document.Bold, strikeDelim: document.Strike} {
		if depth[k] > 0 {
			s.Flags |= flag
		}
	}
	if depth[markDelim] > 0 {
		s.Fill = markFill
	}
	return s
}

// trimRuns returns the runs without blanks at the ends. Marks may have hidden some.
func (in *inliner) trimRuns() []document.Run {
	out := in.out
	for len(out) > 0 {
		out[0].Text = strings.TrimLeft(out[0].Text, " \t\r\n\f\v")
		if out[0].Text != "" {
			break
		}
		out = out[1:]
	}
	for len(out) > 0 {
		last := &out[len(out)-1]
		last.Text = strings.TrimRight(last.Text, " \t\r\n\f\v")
		if last.Text != "" {
			break
		}
		out = out[:len(out)-1]
	}
	return out
}
