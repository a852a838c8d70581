// HTML inside a line: tags, comments and entities.

package markdown

import (
	"html"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/source"
)

// A tagEvent is an HTML tag that begins or ends a style.
type tagEvent struct {
	name  string // in lower case; "[" for pandoc's [text]{...}
	end   bool
	style document.Style
}

// A tagState holds the styles of the open tags, innermost last.
type tagState struct {
	open []tagEvent
}

// reset closes all tags.
func (t *tagState) reset() { t.open = t.open[:0] }

// maxOpenTags is the largest number of open tags; nobody sees the difference beyond.
const maxOpenTags = 64

// apply opens or closes the tag of e.
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

// style returns the style that the open tags give together.
func (t *tagState) style() (s document.Style) {
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

// tagFlags holds the tags that may set a style.
var tagFlags = map[string]document.StyleFlags{
	"b": document.Bold, "strong": document.Bold, "th": document.Bold,
	"i": document.Italic, "em": document.Italic, "cite": document.Italic, "var": document.Italic, "dfn": document.Italic,
	"u": document.Underline, "ins": document.Underline,
	"s": document.Strike, "strike": document.Strike, "del": document.Strike,
	"sup": document.Superscript, "sub": document.Subscript,
	"mark": 0, "span": 0, "font": 0,
}

// breakTags begin a new line; plainTags show nothing here. Other words in angle
// brackets are text.
var (
	breakTags = tagSet("br p div li tr ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre table hr section article header footer figure figcaption caption details summary address center main aside nav")
	plainTags = tagSet("a abbr small big code kbd samp tt q time thead tbody tfoot td col colgroup input label form button wbr bdi bdo body html head object picture source video audio iframe svg path noscript data page")
)

// tagSet returns the set of the names in a string.
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
	if i+1 >= len(s) || !source.IsASCIILetter(s[i+1]) && s[i+1] != '/' {
		return 0
	}
	gt := in.findGT(i)
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
		e := tagEvent{name: name, end: end, style: document.Style{Flags: flags}}
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
			in.addDecoded("\n", document.Style{})
		}
		return n
	case name == "img":
		in.reportPicture(attr(attrs, "alt"), attr(attrs, "src"))
		return n
	case plainTags[name]:
		return n
	case isAddress(body):
		in.addText(i+1, gt)
		return n
	}
	return 0
}

// atLineStart reports whether the line has no text yet.
func (in *inliner) atLineStart() bool {
	const lookBack = 16 // pieces; after a longer line of tags alone there may be a break too many
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

// findGT returns the index of the next '>' after i, -1 if there is none.
func (in *inliner) findGT(i int) int {
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

// cutComment reads a comment, which is not printed. Converters write one in the
// place of a picture.
func (in *inliner) cutComment(i int) int {
	if in.findGT(i) < 0 {
		return 0
	}
	end := strings.Index(in.src[i:], "-->")
	if end < 0 {
		in.noGT = true
		return 0
	}
	if body := source.TrimASCIIBlanks(in.src[i+4 : max(i+4, i+end)]); body == "image" || body == "picture" {
		in.reportPicture("", "")
	}
	return end + 3
}

// splitTag splits the inside of a tag into its name, in lower case, and its
// attributes. end reports an end tag.
func splitTag(body string) (name, attrs string, end bool) {
	if strings.HasPrefix(body, "/") {
		body, end = body[1:], true
	}
	n := 0
	for n < len(body) && (source.IsASCIILetter(body[n]) || n > 0 && body[n] >= '0' && body[n] <= '9') {
		n++
	}
	if n < len(body) && !source.IsASCIIBlank(body[n]) && body[n] != '\n' && body[n] != '/' {
		return "", "", false
	}
	return strings.ToLower(body[:n]), strings.TrimSpace(body[n:]), end
}

// attr returns the value of the named attribute, "" if there is none.
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

// maxEntity is the number of bytes of the longest entity,
// "&CounterClockwiseContourIntegral;".
const maxEntity = 33

// cutEntity reads an entity: &nbsp; &amp; &#8217;
func (in *inliner) cutEntity(i int) int {
	s := in.src[i:min(len(in.src), i+maxEntity)]
	end := strings.IndexByte(s, ';')
	if end < 2 || !source.IsASCIILetter(s[1]) && s[1] != '#' {
		return 0
	}
	text := html.UnescapeString(s[:end+1])
	if text == s[:end+1] || strings.HasSuffix(text, ";") && text != ";" {
		return 0
	}
	in.addDecoded(text, document.Style{})
	return end + 1
}
