// Expected lists: what a release says it lists, whether a list follows or not.

package claims

import (
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// An Expected is a list that the prose announces.
type Expected struct {
	Text  string
	At    document.Pos
	Block int // index in the document
	// Entries are how many entries are printed below, 0 if none are seen there.
	Entries int
	// Picture says that a picture stands where the list should.
	Picture bool
}

// Unread returns the lists that the prose announces and that none of the tables
// in facts begins below: "Voici la liste des 18 sites :" with nothing or a picture
// below it, or with entries that were not read.
func (p *Prose) Unread(facts Facts) (out []Expected) {
	j := newJudge(p, facts)
	ss := p.read()
	last := -1 // block of the one before
	for i := range ss {
		s := &ss[i]
		if s.block == last || !j.announcesList(ss, i) {
			continue
		}
		_, scope := j.below(ss, i)
		rows, entries := 0, 0
		for _, k := range scope {
			rows += j.rowsIn(&j.outline.printed[k])
			if e := &j.outline.printed[k]; !e.prose {
				entries += e.n
			}
		}
		if rows > 0 || j.countedElsewhere(s) {
			continue
		}
		out = append(out, Expected{Text: s.text, At: s.at, Block: s.block, Entries: entries, Picture: entries == 0 && p.pictureBelow(s.block)})
		last = s.block
	}
	return out
}

// announcesList reports whether sentence i announces a list that it stands over
// or leads into. A list that lies elsewhere is none.
func (j *judge) announcesList(ss []sentence, i int) bool {
	s := &ss[i]
	if elsewhereList(s) || isPlanned(s.tokens) && !introduces(*s) && !pointing(s) {
		return false
	}
	if listHeading(s) {
		return s.heading || s.pseudo || introduces(*s) || len(s.tokens) <= maxListTitle
	}
	if s.heading && !s.title && j.emptySection(s) && opensWithCount(s) {
		return true // "Les 19 nouveaux relais", and nothing below
	}
	named, counted := namesListed(s.tokens), countsListed(s)
	if (named && introduces(*s) || spreadOver(s)) && j.prose.pictureBelow(s.block) {
		return true // "Les gagnants sont :", "47 stores across 25 states", over a picture
	}
	switch {
	case introduces(*s) && named && hasAny(s.tokens, lexicon.FollowsPlural) && !hasAny(s.tokens, lexicon.Some):
		return true // "annonce les nominations suivantes :", whatever follows
	case pointing(s):
		return counted || introduces(*s) || named
	case introduces(*s) && counted && !hasAny(s.tokens, lexicon.Some):
		kind, scope := j.below(ss, i)
		return len(scope) == 0 || kind == leadsIn && !j.outline.printed[scope[0]].prose
	}
	return false
}

// countsListed reports whether s counts what may be listed.
func countsListed(s *sentence) bool {
	for _, n := range s.numbers {
		u := unitOf(s, n)
		if countable(n) && n.value >= 2 && u.head != "" && !lexicon.Measures[u.head] && !lexicon.PlaceNouns[u.head] && (lexicon.AnyNouns[u.head] || s.hasChosen(n) || pointing(s)) {
			return true
		}
	}
	return false
}

// namesListed reports whether ts names what may be listed: winners, appointments, sites.
func namesListed(ts []token) bool {
	for _, t := range ts {
		if lexicon.AnyNouns[lexicon.Stem(t.fold)] || lexicon.ListNouns[t.fold] || choosing(t) || strings.HasSuffix(t.fold, "s") && announcing(t) {
			return true
		}
	}
	return false
}

// spreadOver reports whether s counts things over a count of places: "47 stores across 25
// states".
func spreadOver(s *sentence) bool {
	for k := range s.numbers[:max(0, len(s.numbers)-1)] {
		n, over := s.numbers[k], s.numbers[k+1]
		u := unitOf(s, over)
		if countable(n) && countable(over) && over.from > 0 && lexicon.SpreadOver[s.tokens[over.from-1].fold] && (lexicon.PlaceNouns[u.head] || lexicon.CountedColumns[u.head] != "") {
			return true
		}
	}
	return false
}

// opensWithCount reports whether s counts things in its first words: "Les 19
// nouveaux relais".
func opensWithCount(s *sentence) bool {
	if len(s.numbers) == 0 {
		return false
	}
	n := s.numbers[0]
	u := unitOf(s, n)
	return countable(n) && n.value >= 2 && n.from <= 1 && (n.from == 0 || lexicon.Definite[s.tokens[0].fold]) && u.head != "" && !lexicon.Measures[u.head] && !lexicon.PlaceNouns[u.head]
}

// emptySection reports whether nothing is printed below the heading s but other
// headings, or a picture.
func (j *judge) emptySection(s *sentence) bool {
	sec := j.outline.sectionAt(s.block, len(j.doc.Blocks))
	for b := sec.from + 1; b < sec.to; b++ {
		switch b := j.doc.Blocks[b].(type) {
		case *document.Heading:
		case *document.Paragraph:
			if spoken(b) && !document.IsBlank(b.Text()) && !pictureMark(b.Text()) {
				return false
			}
		default:
			if spoken(b) {
				return false
			}
		}
	}
	return true
}

// maxListTitle is how many words a line may have to be the title of a list.
const maxListTitle = 14

// hasChosen reports whether what n counts was chosen.
func (s *sentence) hasChosen(n number) bool {
	for _, t := range s.tokens[n.to:] {
		if choosing(t) {
			return true
		}
	}
	return false
}

// listHeading reports whether s opens as the title of a list does.
func listHeading(s *sentence) bool {
	for _, w := range lexicon.ListTitles {
		if n := strings.Count(w, " ") + 1; len(s.tokens) > n && endsWith(s.tokens[:n], w) {
			return true
		}
	}
	return false
}

// pointing reports whether s points to a list right here.
func pointing(s *sentence) bool {
	for k := range s.tokens {
		if endsWithAny(s.tokens[:k+1], lexicon.ListPointers) {
			return true
		}
	}
	return false
}

// elsewhereList reports whether s says that the list lies elsewhere.
func elsewhereList(s *sentence) bool {
	f := strings.ReplaceAll(fold.Letters(s.text), "-", " ")
	for _, w := range lexicon.Elsewhere {
		if strings.Contains(f, w) {
			return true
		}
	}
	return false
}

// countedElsewhere reports whether rows read elsewhere bear out a count of s: the
// list was read, in another place than below.
func (j *judge) countedElsewhere(s *sentence) bool {
	for _, n := range s.numbers {
		if countable(n) && n.value >= 2 {
			if _, ok := j.rowsMatching(n.value); ok {
				return true
			}
		}
	}
	return j.rows > 0 && len(s.numbers) == 0
}

// Seen returns where entries are printed that no table holds and that read like
// a list, though nothing announces one: six short items or lines or more, and no
// fewer than there are rows.
func (p *Prose) Seen(facts Facts) (at document.Pos, n int) {
	j := newJudge(p, facts)
	rowsIn := p.blocksWithRows(facts)
	for i := range j.outline.printed {
		e := &j.outline.printed[i]
		entries := max(e.n, e.deep)
		if e.prose || e.counted || len(e.tables) > 0 || entries < max(minSeen, j.rows) || p.navigates(e.from) || rowsIn == nil && j.rows > 0 {
			continue
		}
		if k, _ := slices.BinarySearch(rowsIn, e.from); k < len(rowsIn) && rowsIn[k] < e.to {
			continue
		}
		if entries > n {
			at, n = e.at, entries
		}
	}
	return at, n
}

// blocksWithRows returns the blocks that hold rows, rising; nil where the lines of
// the rows do not tell.
func (p *Prose) blocksWithRows(facts Facts) (blocks []int) {
	var lines []int32 // where blocks begin
	for _, b := range p.doc.Blocks {
		at := b.Pos()
		if at.Page > 0 || at.Line == 0 || len(lines) > 0 && at.Line < lines[len(lines)-1] {
			return nil
		}
		lines = append(lines, at.Line)
	}
	for i := range facts.Tables {
		for k := range facts.Tables[i].Rows {
			r := &facts.Tables[i].Rows[k]
			b, found := slices.BinarySearch(lines, r.At.Line)
			if !found {
				b--
			}
			for b > 0 && lines[b-1] == lines[b] {
				b--
			}
			for ; b >= 0 && b < len(lines) && lines[b] <= r.At.Line; b++ { // several blocks may stand on one line
				if n := len(blocks); n == 0 || blocks[n-1] != b {
					blocks = append(blocks, b)
				}
			}
		}
	}
	slices.Sort(blocks)
	return slices.Compact(blocks)
}

// minSeen is how few entries are a list that nothing announces.
const minSeen = 6

// navigates reports whether the entries at block are a table of contents, advice
// to read on, or how to reach someone.
func (p *Prose) navigates(block int) bool {
	for b := block - 1; b >= max(0, block-2); b-- {
		text, _ := document.BlockText(p.doc.Blocks[b])
		f := fold.Letters(text)
		for _, w := range lexicon.Navigation {
			if strings.Contains(f, w) {
				return true
			}
		}
	}
	return false
}

// pictureBelow reports whether a picture stands below block, before the next text.
func (p *Prose) pictureBelow(block int) bool {
	end := document.Pos{}
	for _, b := range p.doc.Blocks[block+1:] {
		if para, ok := b.(*document.Paragraph); ok && pictureMark(para.Text()) {
			return true
		}
		if !spoken(b) {
			continue
		}
		end = b.Pos()
		break
	}
	at := p.doc.Blocks[block].Pos()
	for _, is := range p.doc.Issues {
		if is.Code != document.CodePicture || is.At.Page != at.Page || is.At.Line < at.Line {
			continue
		}
		if end == (document.Pos{}) || end.Page > at.Page || is.At.Line <= end.Line {
			return true
		}
	}
	return false
}

// pictureMark reports whether a line stands for a picture: "[image]".
func pictureMark(text string) bool {
	switch strings.Trim(fold.Letters(text), "[]()<>* \u00a0") {
	case "image", "picture", "photo", "carte", "map", "infographie", "infographic", "visuel", "figure":
		return true
	}
	return false
}
