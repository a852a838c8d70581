// Links, pictures, footnote numbers and attributes inside a line.

package markdown

import (
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/pipes"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// cutImage reads the beginning of ![text](address); cutLink reads the rest.
func (in *inliner) cutImage(i int) int {
	if i+1 >= len(in.src) || in.src[i+1] != '[' {
		return 0
	}
	in.links = append(in.links, len(in.pieces))
	in.pieces = append(in.pieces, piece{kind: openPiece, ch: '!', from: i, to: i + 2})
	return 2
}

// maxFootnoteName is the largest number of bytes of a footnote's name.
const maxFootnoteName = 24

// cutBracket reads a footnote's number, or notes a bracket that may open a link.
func (in *inliner) cutBracket(i int) int {
	if name := footnoteName(in.src[i:]); name != "" {
		in.pieces = append(in.pieces, piece{from: i + 2, to: i + 2 + len(name), style: document.Style{Flags: document.Superscript}})
		return len(name) + 3
	}
	in.links = append(in.links, len(in.pieces))
	in.pieces = append(in.pieces, piece{kind: openPiece, ch: '[', from: i, to: i + 1})
	return 1
}

// footnoteName returns the name in "[^name]" at the start of s, "" if there is none.
func footnoteName(s string) string {
	if !strings.HasPrefix(s, "[^") {
		return ""
	}
	for j := 2; j < len(s) && j-2 <= maxFootnoteName; j++ {
		switch c := s[j]; {
		case c == ']':
			return s[2:j]
		case source.IsASCIIBlank(c) || c == '\n' || pipes.ByteClass[c] != 0:
			return ""
		}
	}
	return ""
}

// cutLink reads from a closing bracket on: a link keeps its text, a picture becomes
// an issue, pandoc's [text]{.mark} gets its style. Other brackets are text.
func (in *inliner) cutLink(i int) int {
	if len(in.links) == 0 {
		return 0
	}
	k := in.links[len(in.links)-1]
	in.links = in.links[:len(in.links)-1]
	open := &in.pieces[k]
	rest := in.src[i+1:]
	if n := destinationLen(rest); n > 0 {
		if open.ch == '!' {
			alt := in.sourceText(k + 1)
			in.pieces = in.pieces[:k]
			in.dropLinksFrom(k)
			in.reportPicture(alt, rest[1:n-1])
			return 1 + n + len(attrBlock(rest[n:]))
		}
		open.to = open.from // a link's brackets are not printed
		return 1 + n + len(attrBlock(rest[n:]))
	}
	if block := attrBlock(rest); block != "" && open.ch == '[' {
		e := tagEvent{name: "[", style: pandocStyle(block)}
		open.kind, open.tag = tagPiece, e
		in.pieces = append(in.pieces, piece{kind: tagPiece, tag: tagEvent{name: "[", end: true}})
		return 1 + len(block)
	}
	return 0
}

// dropLinksFrom forgets the open brackets from piece k on.
func (in *inliner) dropLinksFrom(k int) {
	for len(in.links) > 0 && in.links[len(in.links)-1] >= k {
		in.links = in.links[:len(in.links)-1]
	}
}

// sourceText returns the text of the pieces from k on, without styles.
func (in *inliner) sourceText(k int) string {
	var b strings.Builder
	for _, p := range in.pieces[k:] {
		if p.from >= 0 {
			b.WriteString(in.src[p.from:p.to])
		} else {
			b.WriteString(p.text)
		}
	}
	return b.String()
}

// destinationLen returns the length of "(address)" or "(address "title")" at the
// start of s, 0 if there is none. It does not look past the next bracket, so that a
// page of half links takes linear time.
func destinationLen(s string) int {
	if s == "" || s[0] != '(' {
		return 0
	}
	depth := 0
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				return i + 1
			}
		case '[', ']', '\n':
			return 0
		case ' ', '\t':
			return linkTitleEnd(s, i)
		}
	}
	return 0
}

// linkTitleEnd returns the length of a destination whose address ends at i, 0 if
// neither a title nor the closing parenthesis follows.
func linkTitleEnd(s string, i int) int {
	for i < len(s) && source.IsASCIIBlank(s[i]) {
		i++
	}
	if i < len(s) && (s[i] == '"' || s[i] == '\'') {
		quote := s[i]
		i++
		for i < len(s) && s[i] != quote {
			if s[i] == '[' || s[i] == '\n' {
				return 0
			}
			i++
		}
		i++
		for i < len(s) && source.IsASCIIBlank(s[i]) {
			i++
		}
	}
	if i < len(s) && s[i] == ')' {
		return i + 1
	}
	return 0
}

// maxAttrBlock is the largest number of bytes of {...} after a bracket or heading.
const maxAttrBlock = 300

// attrBlock returns pandoc's attributes "{.mark}" at the start of s, "" if there are
// none.
func attrBlock(s string) string {
	if len(s) < 3 || s[0] != '{' || s[1] != '.' && s[1] != '#' && !source.IsASCIILetter(s[1]) {
		return ""
	}
	end := strings.IndexByte(s[:min(len(s), maxAttrBlock)], '}')
	if end < 0 || strings.ContainsAny(s[1:end], "{\n|") {
		return ""
	}
	if s[1] != '.' && s[1] != '#' && strings.IndexByte(s[:end], '=') < 0 {
		return ""
	}
	return s[:end+1]
}

// pandocStyle returns the style of {.mark .underline style="color:red"}.
func pandocStyle(block string) (s document.Style) {
	for _, class := range strings.Fields(block[1 : len(block)-1]) {
		switch class {
		case ".mark", ".highlight":
			s.Fill = markFill
		case ".underline", ".ul":
			s.Flags |= document.Underline
		}
	}
	attrStyle(&s, "span", block[1:len(block)-1])
	return s
}

// reportPicture adds the issue that a picture was not read.
func (in *inliner) reportPicture(alt, src string) {
	const shown = 80 // bytes; a picture may carry all its pixels in its address
	if len(src) > shown {
		src = strings.ToValidUTF8(src[:shown], "")
	}
	text := alt
	if text == "" {
		text = src
	}
	in.doc.Issues = append(in.doc.Issues, document.Issue{
		At: in.at, Code: document.CodePicture, Text: text,
		Why: "there is a picture here; what it shows was not read",
	})
}
