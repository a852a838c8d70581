// Subjects: what the tables of a document list, all together. A document may
// have thousands of tables, and each figure is asked of all of them at once.

package claims

import (
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// subjects are the subjects of all tables.
type subjects struct {
	prefixes map[string]bool // the stems of subject.prefix, joined by blanks
	longest  int             // stems in the longest prefix
	heads    map[string]bool
}

func newSubjects() subjects {
	return subjects{prefixes: map[string]bool{}, heads: map[string]bool{}}
}

func (ss *subjects) add(s subject) {
	if len(s.prefix) > 0 {
		ss.prefixes[strings.Join(s.prefix, " ")] = true
		ss.longest = max(ss.longest, len(s.prefix))
	}
	for h := range s.heads {
		ss.heads[h] = true
	}
}

// counts says how surely u counts what one of the tables lists.
func (ss *subjects) counts(u unit) scope {
	switch {
	case u.head != "" && ss.heads[u.head], ss.prefixIn(u.words):
		return strong
	case u.head == "" || lexicon.AnyNouns[u.head]:
		return weak
	}
	return other
}

// namedIn reports whether tokens name a subject.
func (ss *subjects) namedIn(ts []token) bool {
	var ws []string
	for _, t := range ts {
		if t.isWord() && !lexicon.Articles[t.fold] {
			ws = append(ws, lexicon.Stem(t.fold))
		}
	}
	if ss.prefixIn(ws) {
		return true
	}
	for _, w := range ws {
		if ss.heads[w] && !lexicon.AnyNouns[w] {
			return true
		}
	}
	return false
}

// prefixIn reports whether a prefix stands in ws as a run.
func (ss *subjects) prefixIn(ws []string) bool {
	for i := range ws {
		run := ""
		for k := i; k < min(len(ws), i+ss.longest); k++ {
			if run += ws[k]; ss.prefixes[run] {
				return true
			}
			run += " "
		}
	}
	return false
}
