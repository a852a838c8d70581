// The comparison of selectors with elements.

package html

import (
	"strings"

	"golang.org/x/net/html"
)

// matches reports whether i, counted from 1, is one of an+b.
func (n cssNth) matches(i int) bool {
	if n.a == 0 {
		return i == n.b
	}
	d := i - n.b
	return d%n.a == 0 && d/n.a >= 0
}

// matches reports whether the selector matches the last frame. Each comparison with an
// element takes one off steps; when there are none left, nothing matches.
func (sel *cssSelector) matches(frames []frame, steps *int) bool {
	return matchParts(sel.parts, frames, len(frames)-1, steps)
}

// matchParts reports whether parts match frames[i] and the frames around it.
func matchParts(parts []cssPart, frames []frame, i int, steps *int) bool {
	for {
		if *steps--; *steps < 0 || i < 0 || !parts[0].matches(&frames[i]) {
			return false
		}
		if len(parts) == 1 {
			return true
		}
		join := parts[0].join
		parts = parts[1:]
		switch join {
		case '>':
			i--
		case '+':
			before := frames[i].node.PrevSibling
			for before != nil && before.Type != html.ElementNode {
				before = before.PrevSibling
			}
			if before == nil || len(parts) > 1 || *steps < 0 {
				return false // a longer path through neighbours is not followed
			}
			f := newFrame(before, frames[i].nth-1)
			return parts[0].matches(&f)
		default:
			for i--; i >= 0; i-- {
				if matchParts(parts, frames, i, steps) {
					return true
				}
				if *steps < 0 {
					return false
				}
			}
			return false
		}
	}
}

// matches reports whether the part matches the element of f.
func (p *cssPart) matches(f *frame) bool {
	if p.tag != "" && p.tag != f.node.Data || p.id != "" && p.id != f.id {
		return false
	}
	for _, c := range p.classes {
		if !hasWord(f.class, c) {
			return false
		}
	}
	for _, n := range p.nths {
		if !n.matches(f.nth) {
			return false
		}
	}
	if p.last {
		// Text and comments may follow; the search ends after a few.
		for s, n := f.node.NextSibling, 0; s != nil; s, n = s.NextSibling, n+1 {
			if s.Type == html.ElementNode || n > maxSelectorParts {
				return false
			}
		}
	}
	for _, a := range p.attrs {
		if !a.matches(f.node) {
			return false
		}
	}
	for i := range p.not {
		if p.not[i].matches(f) {
			return false
		}
	}
	return true
}

// matches reports whether n has the attribute.
func (a *cssAttr) matches(n *html.Node) bool {
	for i := range n.Attr {
		if n.Attr[i].Key != a.key || a.key == lineAttr {
			continue
		}
		v := n.Attr[i].Val
		switch a.op {
		case 0:
			return true
		case '=':
			return v == a.val
		case '~':
			return hasWord(v, a.val)
		case '^':
			return a.val != "" && strings.HasPrefix(v, a.val)
		case '$':
			return a.val != "" && strings.HasSuffix(v, a.val)
		case '*':
			return a.val != "" && strings.Contains(v, a.val)
		case '|':
			return v == a.val || strings.HasPrefix(v, a.val+"-")
		}
	}
	return false
}

// hasWord reports whether word is one of the blank-separated words of list.
func hasWord(list, word string) bool {
	if word == "" {
		return false
	}
	for i := 0; ; {
		j := strings.Index(list[i:], word)
		if j < 0 {
			return false
		}
		start, end := i+j, i+j+len(word)
		if (start == 0 || isSpace(list[start-1])) && (end == len(list) || isSpace(list[end])) {
			return true
		}
		i = end
	}
}

// isSpace reports whether c is white space in HTML's sense.
func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }
