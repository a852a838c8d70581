// Titles of tables: a caption inside the table, or a line just above or below it
// that says that it is one.

package document

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

const (
	maxCaptionLen    = 400 // letters of a caption; longer text is prose that mentions a table
	maxTitleLen      = 150 // letters of a heading taken as a title by its place alone
	maxCaptionGap    = 40  // points between a table and its caption: two lines
	maxTitleGap      = 24  // points between a table and the heading above it: one line
	maxCaptionBlocks = 3   // blocks of one caption: its number, its title, a unit
)

// captionStart matches the beginning of a caption: "Tableau 2 – ", "Table: ", "Tab. 3 : ".
var captionStart = regexp.MustCompile(`^(?i:(table|tableau|tab\.|exhibit|tabelle|cuadro)\s*(n[o°º]\s*)?([A-Z]?[-–. ]?\d+([.-]\d+)*|[IVX]+|[A-Z])?\s*([.:–—-]\s|$)|(table|tableau|exhibit|tabelle|cuadro)\s+(n[o°º]\s*)?\d)`)

var (
	// bareLabel matches a label without a title, which is then in the next block.
	bareLabel = regexp.MustCompile(`^\S+\s*(n[o°º]\s*)?[\w.-]*\s*[.:–—-]*$`)
	// unitOnly matches the unit of all figures of a table: "[In thousands]".
	unitOnly = regexp.MustCompile(`^([(\[].{1,60}[)\]]|(?i:(en|in)\s.{1,30}))$`)
)

// TableCaption returns the printed title of the table at blocks[i], "" if it has
// none. It does not change the blocks: a title may head more than this table.
func TableCaption(blocks []Block, i int) string {
	t, ok := blocks[i].(*Table)
	if !ok || t.Continues {
		return ""
	}
	if s := singleLine(Plain(t.Caption)); s != "" {
		return s
	}
	if s := captionAbove(blocks[max(0, i-maxCaptionBlocks):i], t); s != "" {
		return s
	}
	if i+1 < len(blocks) {
		if s := captionText(blocks[i+1]); s != "" && !bareLabel.MatchString(s) && distance(blocks[i+1], t) <= maxCaptionGap {
			if i+2 == len(blocks) {
				return s
			}
			next, ok := blocks[i+2].(*Table)
			if !ok || next.Continues || distance(blocks[i+1], t) < distance(blocks[i+1], next) {
				return s
			}
		}
	}
	if i > 0 {
		return headingAbove(blocks[i-1], t)
	}
	return ""
}

// captionAbove returns the caption in the blocks just above t, "" if there is
// none. It may take several blocks: the number, the title, then the unit.
func captionAbove(blocks []Block, t *Table) string {
	var below Block = t
	rest := ""
	for k := len(blocks) - 1; k >= 0; k-- {
		b := blocks[k]
		if _, ok := b.(*Table); ok || distance(b, below) > maxCaptionGap {
			return ""
		}
		text, _ := BlockText(b)
		text = singleLine(text)
		if s := captionText(b); s != "" {
			if rest == "" || bareLabel.MatchString(s) || unitOnly.MatchString(rest) {
				return strings.TrimSpace(s + " " + rest)
			}
			return ""
		}
		if text == "" || utf8.RuneCountInString(text) > maxCaptionLen {
			return ""
		}
		rest = strings.TrimSpace(text + " " + rest)
		below = b
	}
	return ""
}

// captionText returns the text of b if it begins as a caption does, else "".
func captionText(b Block) string {
	text, _ := BlockText(b)
	text = singleLine(text)
	if utf8.RuneCountInString(text) > maxCaptionLen || !captionStart.MatchString(text) {
		return ""
	}
	return text
}

// headingAbove returns the text of b if it is a heading just above t, else "".
func headingAbove(b Block, t *Table) string {
	h, ok := b.(*Heading)
	if !ok || h.Part == Furniture || distance(h, t) > maxTitleGap {
		return ""
	}
	text := singleLine(h.Text())
	if utf8.RuneCountInString(text) > maxTitleLen {
		return ""
	}
	return text
}

// distance returns the gap between two blocks in points, vertical or, on pages
// set sideways, horizontal. It is 0 in formats without boxes and very large for
// blocks on two pages.
func distance(a, b Block) float32 {
	p, q := a.Pos(), b.Pos()
	if p.Page != q.Page {
		const otherPage = 1e6
		return otherPage
	}
	if p.Box == nil || q.Box == nil {
		return 0
	}
	return max(p.Box.X0-q.Box.X1, q.Box.X0-p.Box.X1, p.Box.Y0-q.Box.Y1, q.Box.Y0-p.Box.Y1, 0)
}

// singleLine returns s with every stretch of white space as one blank.
func singleLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// BlockText returns the text of a heading or paragraph, and the block if it is a
// heading. The text of other blocks is "": they neither begin nor end a part of
// the release, and long ones would cost time.
func BlockText(b Block) (string, *Heading) {
	switch b := b.(type) {
	case *Heading:
		return b.Text(), b
	case *Paragraph:
		return b.Text(), nil
	}
	return "", nil
}
