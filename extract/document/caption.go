// This file finds what is printed as the title of a table: a caption of its own,
// or a line right above or below it that says it is one.

package document

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

const (
	// captionLong is how many letters a caption has at most; titleLong is how many
	// a title has that is told by its place alone.
	captionLong, titleLong = 400, 150
	// captionNear in points is how far from its table a caption stands, titleNear
	// how far above it a title does: two lines, and one.
	captionNear, titleNear = 40, 24
	// captionBlocks is how many blocks a caption has: its number, its title, a unit.
	captionBlocks = 3
)

// captioned matches how captions of tables begin: "Tableau 2 – ", "Table: ", "Tab. 3 : ".
var captioned = regexp.MustCompile(`^(?i:(table|tableau|tab\.|exhibit|tabelle|cuadro)\s*(n[o°º]\s*)?([A-Z]?[-–. ]?\d+([.-]\d+)*|[IVX]+|[A-Z])?\s*([.:–—-]\s|$)|(table|tableau|exhibit|tabelle|cuadro)\s+(n[o°º]\s*)?\d)`)

var (
	// bareLabel matches a label whose title is set as a block of its own.
	bareLabel = regexp.MustCompile(`^\S+\s*(n[o°º]\s*)?[\w.-]*\s*[.:–—-]*$`)
	// unitOnly matches what is said of all figures below a title: "[In thousands]".
	unitOnly = regexp.MustCompile(`^([(\[].{1,60}[)\]]|(?i:(en|in)\s.{1,30}))$`)
)

// TableCaption is what is printed as the title of the table at blocks[i], "" if
// nothing is. The blocks stay as they are: a title may head more than its table.
func TableCaption(blocks []Block, i int) string {
	t, ok := blocks[i].(*Table)
	if !ok || t.Continues {
		return ""
	}
	if s := oneCaption(Plain(t.Caption)); s != "" {
		return s
	}
	if s := captionAbove(blocks[max(0, i-captionBlocks):i], t); s != "" {
		return s
	}
	if i+1 < len(blocks) {
		if s := captionText(blocks[i+1]); s != "" && !bareLabel.MatchString(s) && apart(blocks[i+1], t) <= captionNear {
			if i+2 == len(blocks) {
				return s
			}
			next, ok := blocks[i+2].(*Table)
			if !ok || next.Continues || apart(blocks[i+1], t) < apart(blocks[i+1], next) {
				return s
			}
		}
	}
	if i > 0 {
		return titleAbove(blocks[i-1], t)
	}
	return ""
}

// captionAbove joins the blocks right above t from one that says it is a caption:
// its number alone, the title, then the unit.
func captionAbove(blocks []Block, t *Table) string {
	var below Block = t
	rest := ""
	for k := len(blocks) - 1; k >= 0; k-- {
		b := blocks[k]
		if _, ok := b.(*Table); ok || apart(b, below) > captionNear {
			return ""
		}
		text, _ := BlockText(b)
		text = oneCaption(text)
		if s := captionText(b); s != "" {
			if rest == "" || bareLabel.MatchString(s) || unitOnly.MatchString(rest) {
				return strings.TrimSpace(s + " " + rest)
			}
			return ""
		}
		if text == "" || utf8.RuneCountInString(text) > captionLong {
			return ""
		}
		rest = strings.TrimSpace(text + " " + rest)
		below = b
	}
	return ""
}

// captionText is the text of b if it says that it is a caption.
func captionText(b Block) string {
	text, _ := BlockText(b)
	text = oneCaption(text)
	if utf8.RuneCountInString(text) > captionLong || !captioned.MatchString(text) {
		return ""
	}
	return text
}

// titleAbove is the text of b if it is a heading right above t.
func titleAbove(b Block, t *Table) string {
	h, ok := b.(*Heading)
	if !ok || h.Part == Furniture || apart(h, t) > titleNear {
		return ""
	}
	text := oneCaption(h.Text())
	if utf8.RuneCountInString(text) > titleLong {
		return ""
	}
	return text
}

// apart is how many points stand between two blocks, above each other or, on
// pages set sideways, beside: 0 where the format has no places, many where they
// are on two pages.
func apart(a, b Block) float32 {
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

func oneCaption(s string) string { return strings.Join(strings.Fields(s), " ") }

// BlockText returns a block's text, and the block if it is a heading. Only what
// may begin or end a part is looked at, so long lists cost nothing.
func BlockText(b Block) (string, *Heading) {
	switch b := b.(type) {
	case *Heading:
		return b.Text(), b
	case *Paragraph:
		return b.Text(), nil
	}
	return "", nil
}
