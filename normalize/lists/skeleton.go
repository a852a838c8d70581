// Skeletons: the classes of a text's tokens in order, and how alike two of them are.

package lists

import (
	"strings"
)

// maxSkeleton is the largest number of classes that are compared; a longer text is
// rarely an entry.
const maxSkeleton = 40

// skeletonOf returns the text with each stretch of words as one w, repeated "w," as one,
// and without the punctuation at its end.
func skeletonOf(toks []token) string {
	var buf [maxSkeleton]byte
	b := buf[:0]
	for _, t := range toks {
		c := byte(t.class)
		switch t.class {
		case '*', '!', '?', '.', quoteClass:
			if t.class != quoteClass {
				continue
			}
			c = byte(wordClass)
		}
		if n := len(b); n > 0 && b[n-1] == c && (c == byte(wordClass) || c == byte(gapClass) || c == byte(leaderClass)) {
			continue
		}
		b = append(b, c)
		if n := len(b); n >= 4 && b[n-1] == b[n-3] && b[n-2] == b[n-4] && b[n-1] == ',' {
			b = b[:n-2]
		}
		if len(b) == maxSkeleton {
			break
		}
	}
	return strings.TrimRight(string(b), ",;")
}

// likeness returns how alike two skeletons are, from 0 to 1: twice their longest common subsequence
// over their length together.
func likeness(a, b string) float64 {
	if a == b {
		return 1
	}
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	var rows [2][maxSkeleton + 1]int
	for i := 1; i <= len(a); i++ {
		prev, cur := &rows[(i-1)&1], &rows[i&1]
		for j := 1; j <= len(b); j++ {
			if a[i-1] == b[j-1] {
				cur[j] = prev[j-1] + 1
			} else {
				cur[j] = max(prev[j], cur[j-1])
			}
		}
	}
	return 2 * float64(rows[len(a)&1][len(b)]) / float64(len(a)+len(b))
}
