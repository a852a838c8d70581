// Selectors of style sheets: type, class, id, attributes, :nth-child and the like,
// joined as descendant, child and neighbour. match.go compares them with elements.

package html

import (
	"strconv"
	"strings"

	"github.com/pressoir/pressoir/extract/internal/source"
)

// A cssSelector is one selector, its parts in reverse: parts[0] is the element that
// the rule applies to.
type cssSelector struct {
	parts  []cssPart
	spec   uint32 // specificity: numbers of ids, classes and types, a byte each
	pseudo string // "before" or "after", "" for the element itself
}

// A cssPart is what a selector says of one element.
type cssPart struct {
	tag     string
	id      string
	classes []string
	attrs   []cssAttr
	nths    []cssNth
	not     []cssPart
	last    bool // it is the last element of its parent
	join    byte // relation to the part on the left: ' ', '>', '+', 0 for none
}

// A cssAttr is [key], [key=val], [key~=val], [key^=val], [key$=val], [key*=val] or [key|=val].
type cssAttr struct {
	key, val string
	op       byte // the sign before "=", or '='; 0 if presence is enough
}

// A cssNth is :nth-child(an+b).
type cssNth struct{ a, b int }

// maxSelectorParts is the largest number of parts of a selector; longer ones are void.
const maxSelectorParts = 16

// parseSelector reads one selector. It is not ok if a part is not understood, or never
// applies to a page that nobody touches (:hover).
func parseSelector(text string) (cssSelector, bool) {
	text = strings.TrimSpace(text)
	var sel cssSelector
	var parts []cssPart
	join := byte(0)
	for text != "" {
		part, rest, pseudo, ok := parsePart(text)
		if !ok || sel.pseudo != "" || len(parts) >= maxSelectorParts {
			return cssSelector{}, false
		}
		part.join = join
		sel.pseudo = pseudo
		parts = append(parts, part)
		sel.spec += part.specificity()
		trimmed := strings.TrimLeft(rest, " \t\r\n\f")
		switch {
		case trimmed == "":
			text = ""
		case trimmed[0] == '>' || trimmed[0] == '+':
			join = trimmed[0]
			if text = strings.TrimLeft(trimmed[1:], " \t\r\n\f"); text == "" {
				return cssSelector{}, false
			}
		case len(trimmed) < len(rest):
			join, text = ' ', trimmed
		default:
			return cssSelector{}, false
		}
	}
	if len(parts) == 0 {
		return cssSelector{}, false
	}
	for i := len(parts) - 1; i >= 0; i-- {
		sel.parts = append(sel.parts, parts[i])
	}
	return sel, true
}

// specificity returns the specificity of the part, see cssSelector.
func (p *cssPart) specificity() uint32 {
	n := uint32(min(len(p.classes)+len(p.attrs)+len(p.nths), 255)) << 8
	if p.last {
		n += 1 << 8
	}
	if p.id != "" {
		n += 1 << 16
	}
	if p.tag != "" {
		n++
	}
	for i := range p.not {
		n += p.not[i].specificity()
	}
	return n
}

// parsePart reads "td.new[lang]:first-child" from the start of text.
func parsePart(text string) (part cssPart, rest, pseudo string, ok bool) {
	if text[0] == '*' {
		text = text[1:]
	} else {
		part.tag, text = parseIdent(text)
		part.tag = strings.ToLower(part.tag)
		if part.tag == "" && (text == "" || strings.IndexByte(".#[:", text[0]) < 0) {
			return part, "", "", false
		}
	}
	for text != "" {
		var name string
		switch text[0] {
		case '.':
			if name, text = parseIdent(text[1:]); name == "" {
				return part, "", "", false
			}
			part.classes = append(part.classes, name)
		case '#':
			if name, text = parseIdent(text[1:]); name == "" {
				return part, "", "", false
			}
			part.id = name
		case '[':
			end := strings.IndexByte(text, ']')
			if end < 0 {
				return part, "", "", false
			}
			part.attrs = append(part.attrs, parseAttrSelector(text[1:end]))
			text = text[end+1:]
		case ':':
			if text, pseudo, ok = part.parsePseudo(text); !ok {
				return part, "", "", false
			}
			if pseudo != "" {
				return part, text, pseudo, true
			}
		default:
			return part, text, "", true
		}
	}
	return part, "", "", true
}

// parsePseudo reads ":name(argument)". pseudo is "before" or "after" for those pseudo
// elements, else "".
func (p *cssPart) parsePseudo(text string) (rest, pseudo string, ok bool) {
	text = strings.TrimLeft(text, ":")
	name, text := parseIdent(text)
	var arg string
	if strings.HasPrefix(text, "(") {
		end := strings.IndexByte(text, ')')
		if end < 0 {
			return "", "", false
		}
		arg, text = strings.TrimSpace(text[1:end]), text[end+1:]
	}
	switch strings.ToLower(name) {
	case "before", "after":
		return text, strings.ToLower(name), true
	case "first-child", "first-of-type":
		p.nths = append(p.nths, cssNth{0, 1})
	case "last-child", "last-of-type":
		p.last = true
	case "nth-child", "nth-of-type":
		n, ok := parseNth(arg)
		if !ok {
			return "", "", false
		}
		p.nths = append(p.nths, n)
	case "root":
		p.tag = "html"
	case "link", "any-link":
		p.attrs = append(p.attrs, cssAttr{key: "href"})
	case "not":
		if arg == "" || strings.ContainsAny(arg, " ,>+~:") && !strings.HasPrefix(arg, ":") {
			return "", "", false
		}
		part, rest, pseudo, ok := parsePart(arg)
		if !ok || rest != "" || pseudo != "" {
			return "", "", false
		}
		p.not = append(p.not, part)
	default:
		return "", "", false
	}
	return text, "", true
}

// parseNth reads odd, even, 3, 2n, 2n+1, -n+3.
func parseNth(arg string) (cssNth, bool) {
	arg = strings.ToLower(strings.ReplaceAll(arg, " ", ""))
	switch arg {
	case "odd":
		return cssNth{2, 1}, true
	case "even":
		return cssNth{2, 0}, true
	}
	a, b, isStep := strings.Cut(arg, "n")
	if !isStep {
		n, err := strconv.Atoi(arg)
		return cssNth{0, n}, err == nil
	}
	var n cssNth
	var err error
	switch a {
	case "", "+":
		n.a = 1
	case "-":
		n.a = -1
	default:
		if n.a, err = strconv.Atoi(a); err != nil {
			return n, false
		}
	}
	if b != "" {
		if n.b, err = strconv.Atoi(b); err != nil {
			return n, false
		}
	}
	return n, true
}

// parseAttrSelector reads the inside of the square brackets.
func parseAttrSelector(s string) cssAttr {
	i := strings.IndexByte(s, '=')
	if i < 0 {
		return cssAttr{key: strings.ToLower(strings.TrimSpace(s))}
	}
	a := cssAttr{key: s[:i], val: strings.Trim(strings.TrimSpace(s[i+1:]), `"'`), op: '='}
	if i > 0 && strings.IndexByte("~^$*|", s[i-1]) >= 0 {
		a.op, a.key = s[i-1], s[:i-1]
	}
	a.key = strings.ToLower(strings.TrimSpace(a.key))
	return a
}

// parseIdent splits a name off s; escaped characters lose their backslash.
func parseIdent(s string) (name, rest string) {
	escaped := false
	i := 0
	for i < len(s) {
		c := s[i]
		if c == '\\' && i+1 < len(s) {
			escaped = true
			i += 2
			continue
		}
		if !(source.IsASCIILetter(c) || c >= '0' && c <= '9' || c == '-' || c == '_' || c >= 0x80) {
			break
		}
		i++
	}
	if escaped {
		return strings.ReplaceAll(s[:i], `\`, ""), s[i:]
	}
	return s[:i], s[i:]
}
