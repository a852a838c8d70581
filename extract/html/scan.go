// Tags in the source of a page: as much as the stamper needs to know where a tag
// begins and ends.

package html

import "strings"

// endAfter returns the index after the first end in s, the length of s if there is
// none.
func endAfter(s, end string) int {
	if i := strings.Index(s, end); i >= 0 {
		return i + len(end)
	}
	return len(s)
}

// commentLen returns the length of the comment that begins s, by the rules of the
// standard.
func commentLen(s string) int {
	if strings.HasPrefix(s, "<!-->") {
		return len("<!-->")
	}
	if strings.HasPrefix(s, "<!--->") {
		return len("<!--->")
	}
	a, b := endAfter(s, "-->"), endAfter(s[:min(len(s), endAfter(s, "-->"))], "--!>")
	return min(a, b)
}

// HasTagName reports whether s begins with prefix ("<" or "</") and the tag name
// name, in upper or lower case.
func HasTagName(s, prefix, name string) bool {
	n := len(prefix) + len(name)
	if len(s) <= n || s[:len(prefix)] != prefix || !strings.EqualFold(s[len(prefix):n], name) {
		return false
	}
	return strings.IndexByte(" \n\r\t\f/>", s[n]) >= 0
}

// tagEnd returns the index after the tag whose name ends at i. As in the standard, a
// ">" inside quotes does not end it.
func tagEnd(s string, i int) int {
	for i < len(s) {
		switch s[i] {
		case '>':
			return i + 1
		case '=':
			for i++; i < len(s) && strings.IndexByte(" \n\r\t\f", s[i]) >= 0; i++ {
			}
			if i < len(s) && (s[i] == '"' || s[i] == '\'') {
				q := strings.IndexByte(s[i+1:], s[i])
				if q < 0 {
					return len(s)
				}
				i += q + 2
			} else {
				for i < len(s) && strings.IndexByte(" \n\r\t\f>", s[i]) < 0 {
					i++
				}
			}
		default:
			i++
		}
	}
	return len(s)
}

// tagName returns the tag name at i, in lower case.
func tagName(s string, i int) string {
	j := i
	for j < len(s) && strings.IndexByte(" \n\r\t\f/>", s[j]) < 0 {
		j++
	}
	name := s[i:j]
	for k := range len(name) {
		if 'A' <= name[k] && name[k] <= 'Z' {
			return strings.ToLower(name)
		}
	}
	return name
}
