// This file reads what stands in Markdown besides Markdown: HTML tags and
// entities, links and pictures, and the LaTeX that some converters write for a
// raised letter.

package extract

import (
	"html"
	"strings"
)

// A tagEvent is an HTML tag that begins or ends a style.
type tagEvent struct {
	name  string // "" if the piece is no tag
	end   bool
	style Style
}

// tagState is the styles that the open tags give, innermost last.
type tagState struct {
	open []tagEvent
}

func (t *tagState) reset() { t.open = t.open[:0] }

// maxOpenTags is how deep styles nest. Nobody sees the difference beyond.
const maxOpenTags = 64

func (t *tagState) apply(e tagEvent) {
	if !e.end {
		if len(t.open) < maxOpenTags {
			t.open = append(t.open, e)
		}
		return
	}
	for i := len(t.open) - 1; i >= 0; i-- {
		if t.open[i].name == e.name {
			t.open = append(t.open[:i], t.open[i+1:]...)
			return
		}
	}
}

func (t *tagState) style() (s Style) {
	for i := range t.open {
		e := &t.open[i].style
		s.Flags |= e.Flags
		if e.Color != 0 {
			s.Color = e.Color
		}
		if e.Fill != 0 {
			s.Fill = e.Fill
		}
	}
	return s
}

// tagFlags are the tags that set a type style.
var tagFlags = map[string]StyleFlags{
	"b": Bold, "strong": Bold, "th": Bold,
	"i": Italic, "em": Italic, "cite": Italic, "var": Italic, "dfn": Italic,
	"u": Underline, "ins": Underline,
	"s": Strike, "strike": Strike, "del": Strike,
	"sup": Superscript, "sub": Subscript,
	"mark": 0, "span": 0, "font": 0,
}

// breakTags begin a new line; plainTags say nothing that the eye sees here. Both
// are markup. A word in angle brackets that stands in neither list is text.
var (
	breakTags = tagSet("br p div li tr ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre table hr section article header footer figure figcaption caption details summary address center main aside nav")
	plainTags = tagSet("a abbr small big code kbd samp tt q time thead tbody tfoot td col colgroup input label form button wbr bdi bdo body html head object picture source video audio iframe svg path noscript data page")
)

func tagSet(names string) map[string]bool {
	set := map[string]bool{}
	for _, n := range strings.Fields(names) {
		set[n] = true
	}
	return set
}

// cutTag reads a tag, a comment or an address in angle brackets.
func (in *inliner) cutTag(i int) int {
	s := in.src
	if strings.HasPrefix(s[i:], "<!--") {
		return in.cutComment(i)
	}
	if i+1 >= len(s) || !isASCIILetter(s[i+1]) && s[i+1] != '/' {
		return 0
	}
	gt := in.closing(i)
	if gt < 0 {
		return 0
	}
	body := s[i+1 : gt]
	if strings.IndexByte(body, '<') >= 0 {
		return 0
	}
	n := gt + 1 - i
	name, attrs, end := splitTag(body)
	if flags, ok := tagFlags[name]; ok {
		e := tagEvent{name: name, end: end, style: Style{Flags: flags}}
		if !end {
			if strings.HasSuffix(attrs, "/") {
				return n
			}
			if name == "mark" {
				e.style.Fill = markFill
			}
			attrStyle(&e.style, name, attrs)
		}
		in.pieces = append(in.pieces, piece{kind: tagPiece, tag: e})
		return n
	}
	switch {
	case breakTags[name]:
		if name == "br" || !in.atLineStart() {
			in.spelled("\n", Style{})
		}
		return n
	case name == "img":
		in.picture(attr(attrs, "alt"), attr(attrs, "src"))
		return n
	case plainTags[name]:
		return n
	case isAddress(body):
		in.text(i+1, gt)
		return n
	}
	return 0
}

// atLineStart reports whether nothing stands in the line yet.
func (in *inliner) atLineStart() bool {
	const lookBack = 16 // pieces; beyond, a line of tags alone may get a break too many
	for k := len(in.pieces) - 1; k >= max(0, len(in.pieces)-lookBack); k-- {
		p := &in.pieces[k]
		text := p.text
		if p.from >= 0 {
			text = in.src[p.from:p.to]
		}
		if p.kind == tagPiece || text == "" {
			continue
		}
		return strings.HasSuffix(text, "\n")
	}
	return len(in.pieces) <= lookBack
}

// closing returns the place of the next '>' after i, -1 if there is none.
func (in *inliner) closing(i int) int {
	if in.noGT {
		return -1
	}
	if in.nextGT <= i {
		k := strings.IndexByte(in.src[i:], '>')
		if k < 0 {
			in.noGT = true
			return -1
		}
		in.nextGT = i + k
	}
	return in.nextGT
}

// cutComment reads a comment: it is not printed. Converters write one where a
// picture stands.
func (in *inliner) cutComment(i int) int {
	if in.closing(i) < 0 {
		return 0
	}
	end := strings.Index(in.src[i:], "-->")
	if end < 0 {
		in.noGT = true
		return 0
	}
	if body := trimBlanks(in.src[i+4 : max(i+4, i+end)]); body == "image" || body == "picture" {
		in.picture("", "")
	}
	return end + 3
}

// splitTag divides the inside of a tag into its name in lower case and its attributes.
func splitTag(body string) (name, attrs string, end bool) {
	if strings.HasPrefix(body, "/") {
		body, end = body[1:], true
	}
	n := 0
	for n < len(body) && (isASCIILetter(body[n]) || n > 0 && body[n] >= '0' && body[n] <= '9') {
		n++
	}
	if n < len(body) && !isBlank(body[n]) && body[n] != '\n' && body[n] != '/' {
		return "", "", false
	}
	return strings.ToLower(body[:n]), strings.TrimSpace(body[n:]), end
}

// attr returns the value of an attribute, "" if there is none.
func attr(attrs, name string) string {
	for rest := attrs; rest != ""; {
		eq := strings.IndexByte(rest, '=')
		if eq < 0 {
			return ""
		}
		key := rest[:eq]
		if k := strings.LastIndexAny(strings.TrimRight(key, " \t\n"), " \t\n/"); k >= 0 {
			key = key[k+1:]
		}
		rest = strings.TrimLeft(rest[eq+1:], " \t\n")
		var value string
		if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
			end := strings.IndexByte(rest[1:], rest[0])
			if end < 0 {
				return ""
			}
			value, rest = rest[1:1+end], rest[2+end:]
		} else {
			end := strings.IndexAny(rest, " \t\n")
			if end < 0 {
				end = len(rest)
			}
			value, rest = rest[:end], rest[end:]
		}
		if strings.EqualFold(strings.TrimSpace(key), name) {
			return html.UnescapeString(value)
		}
	}
	return ""
}

// isAddress reports whether s is a web or mail address.
func isAddress(s string) bool {
	return !strings.ContainsAny(s, " \t\n") &&
		(strings.Contains(s, "://") || strings.HasPrefix(s, "mailto:") || strings.IndexByte(s, '@') > 0)
}

// maxEntity is the longest entity in bytes: "&CounterClockwiseContourIntegral;".
const maxEntity = 33

// cutEntity reads &nbsp; &amp; &#8217; and their kin.
func (in *inliner) cutEntity(i int) int {
	s := in.src[i:min(len(in.src), i+maxEntity)]
	end := strings.IndexByte(s, ';')
	if end < 2 || !isASCIILetter(s[1]) && s[1] != '#' {
		return 0
	}
	text := html.UnescapeString(s[:end+1])
	if text == s[:end+1] || strings.HasSuffix(text, ";") && text != ";" {
		return 0
	}
	in.spelled(text, Style{})
	return end + 1
}

// cutImage reads ![text](address).
func (in *inliner) cutImage(i int) int {
	if i+1 >= len(in.src) || in.src[i+1] != '[' {
		return 0
	}
	in.links = append(in.links, len(in.pieces))
	in.pieces = append(in.pieces, piece{kind: openPiece, ch: '!', from: i, to: i + 2})
	return 2
}

// maxNoteName is the longest name of a footnote, in bytes.
const maxNoteName = 24

// cutBracket reads a footnote's number, or notes a bracket that may open a link.
func (in *inliner) cutBracket(i int) int {
	if name := noteName(in.src[i:]); name != "" {
		in.pieces = append(in.pieces, piece{from: i + 2, to: i + 2 + len(name), style: Style{Flags: Superscript}})
		return len(name) + 3
	}
	in.links = append(in.links, len(in.pieces))
	in.pieces = append(in.pieces, piece{kind: openPiece, ch: '[', from: i, to: i + 1})
	return 1
}

// noteName returns the name in "[^name]", "" if s does not begin so.
func noteName(s string) string {
	if !strings.HasPrefix(s, "[^") {
		return ""
	}
	for j := 2; j < len(s) && j-2 <= maxNoteName; j++ {
		switch c := s[j]; {
		case c == ']':
			return s[2:j]
		case isBlank(c) || c == '\n' || pipeClass[c] != 0:
			return ""
		}
	}
	return ""
}

// cutLink closes a bracket: a link keeps its text, a picture becomes an issue,
// pandoc's [text]{.mark} gets its style, and all else is printed brackets.
func (in *inliner) cutLink(i int) int {
	if len(in.links) == 0 {
		return 0
	}
	k := in.links[len(in.links)-1]
	in.links = in.links[:len(in.links)-1]
	open := &in.pieces[k]
	rest := in.src[i+1:]
	if n := destination(rest); n > 0 {
		if open.ch == '!' {
			alt := in.printed(k + 1)
			in.pieces = in.pieces[:k]
			in.dropLinks(k)
			in.picture(alt, rest[1:n-1])
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

func (in *inliner) dropLinks(k int) {
	for len(in.links) > 0 && in.links[len(in.links)-1] >= k {
		in.links = in.links[:len(in.links)-1]
	}
}

// printed returns the text of the pieces from k on.
func (in *inliner) printed(k int) string {
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

// destination returns the length of "(address)" or "(address "title")" at the
// start of s, 0 if there is none. It never looks past the next bracket, which
// keeps a page of half links linear.
func destination(s string) int {
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
			return title(s, i)
		}
	}
	return 0
}

// title finishes a destination whose address ends at i.
func title(s string, i int) int {
	for i < len(s) && isBlank(s[i]) {
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
		for i < len(s) && isBlank(s[i]) {
			i++
		}
	}
	if i < len(s) && s[i] == ')' {
		return i + 1
	}
	return 0
}

// maxAttrBlock is the longest {...} after a bracket or heading, in bytes.
const maxAttrBlock = 300

// attrBlock returns pandoc's attributes "{.mark}" at the start of s.
func attrBlock(s string) string {
	if len(s) < 3 || s[0] != '{' || s[1] != '.' && s[1] != '#' && !isASCIILetter(s[1]) {
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

// pandocStyle is the style in "{.mark .underline style="color:red"}".
func pandocStyle(block string) (s Style) {
	for _, class := range strings.Fields(block[1 : len(block)-1]) {
		switch class {
		case ".mark", ".highlight":
			s.Fill = markFill
		case ".underline", ".ul":
			s.Flags |= Underline
		}
	}
	attrStyle(&s, "span", block[1:len(block)-1])
	return s
}

// picture reports a picture: what it shows is printed, and nobody has read it.
func (in *inliner) picture(alt, src string) {
	const shown = 80 // bytes; a picture may carry all its pixels in its address
	if len(src) > shown {
		src = strings.ToValidUTF8(src[:shown], "")
	}
	text := alt
	if text == "" {
		text = src
	}
	in.doc.Issues = append(in.doc.Issues, Issue{
		At: in.at, Code: "picture", Text: text,
		Why: "a picture stands here; what it shows was not read",
	})
}
