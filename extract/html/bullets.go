// Bullets that an author typed: "- Gex<br>- Nantua", or, from word processors, a
// paragraph for each item. Two or more in a row are a list.

package html

import (
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/bullet"
)

// splitTypedItem makes the line that ends here a paragraph if it begins with a
// bullet, so that its place is known.
func (w *walker) splitTypedItem() {
	t := &w.text
	if w.flatDepth > 0 || t.lineStart == 0 || t.lineStart >= len(t.runs) || bullet.Of(leadingText(t.runs[t.lineStart:])) == "" {
		return
	}
	last := *t
	last.runs = append([]document.Run(nil), t.runs[t.lineStart:]...)
	last.line, last.lineStart = t.startLine, 0
	t.runs = t.runs[:t.lineStart-1] // without the line break
	t.blank, t.breaks = false, 0
	w.paragraph()
	*t = last
}

// bulletHead is the number of bytes of a line searched for a bullet; the longest,
// "(999)", has five.
const bulletHead = 16

// leadingText returns the first bulletHead bytes, or a few more, of the text of runs.
func leadingText(runs []document.Run) string {
	var b strings.Builder
	for _, r := range runs {
		if b.WriteString(r.Text[:min(len(r.Text), bulletHead)]); b.Len() >= bulletHead {
			break
		}
	}
	return b.String()
}

// joinTypedItems replaces neighbouring paragraphs that begin with the same bullet by
// lists.
func joinTypedItems(blocks []document.Block) []document.Block {
	out := blocks[:0]
	for i := 0; i < len(blocks); {
		j := i
		marker := bulletOfBlock(blocks[i])
		for j < len(blocks) && marker != "" && sameBullet(marker, bulletOfBlock(blocks[j])) && blocks[j].InPart() == blocks[i].InPart() {
			j++
		}
		if j-i < 2 {
			out = append(out, blocks[i])
			i++
			continue
		}
		list := &document.List{Frame: blocks[i].(*document.Paragraph).Frame}
		for _, b := range blocks[i:j] {
			p := b.(*document.Paragraph)
			m := bulletOfBlock(b)
			list.Items = append(list.Items, document.Item{At: p.At, Marker: m, Runs: trimBullet(p.Runs, m)})
		}
		out = append(out, list)
		i = j
	}
	return out
}

// bulletOfBlock returns the bullet that begins a paragraph, "" if there is none.
func bulletOfBlock(b document.Block) string {
	p, ok := b.(*document.Paragraph)
	if !ok {
		return ""
	}
	return bullet.Of(leadingText(p.Runs))
}

// sameBullet reports whether two bullets may belong to one list.
func sameBullet(a, b string) bool {
	return a == b || b != "" && bullet.IsNumber(a) && bullet.IsNumber(b)
}

// trimBullet cuts the bullet and the blanks after it off runs.
func trimBullet(runs []document.Run, bullet string) []document.Run {
	for i := range runs {
		n := min(len(bullet), len(runs[i].Text))
		runs[i].Text, bullet = runs[i].Text[n:], bullet[n:]
		if bullet == "" {
			if runs[i].Text = strings.TrimLeftFunc(runs[i].Text, unicode.IsSpace); runs[i].Text != "" {
				return runs[i:]
			}
		}
	}
	return nil
}
