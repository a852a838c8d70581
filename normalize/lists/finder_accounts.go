// Accounts: paragraphs or items of sentences that each begin with the name of what
// they are about: "Lucie Ferrand, directrice des opérations. Elle ...", "Tarnwell, a
// maker of sensors, raised $14 million ...", "Jardin partagé : un potager sera ...".

package lists

import (
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
)

// accountKind is the kind of candidates whose entries are accounts.
const accountKind = "accounts"

const (
	minAccount    = 30   // bytes; a shorter unit is no sentence about something
	maxSubject    = 90   // bytes of the name that an account begins with
	mostSubject   = 10   // words of it
	nearlyAlways  = 0.75 // share of the accounts that have what makes a column
	fewVerbs      = 0.5  // share of accounts in which a verb follows the name, from which single words are no names
	maxBetween    = 2    // units between two accounts: heads, or one that is no account
	maxMiddle     = 120  // bytes between a name and the verb: a function, a place
	maxFirstWords = 2    // words that open an account before its name: "And finally,"
)

// findAccounts finds runs of accounts. Each unit is in one run at most.
func findAccounts(us []unit) (out []*candidate) {
	for i := 0; i < len(us); {
		a, ok := accountOf(&us[i])
		if !ok {
			i++
			continue
		}
		c, next := accountsFrom(us, i, a)
		if c != nil {
			out = append(out, c)
		}
		i = next
	}
	return out
}

// An accountRun follows one run of accounts.
type accountRun struct {
	us       []unit
	accounts []account
	units    []int
	gaps     []stretch
	signs    map[string]bool
	misfits  int
}

// accountsFrom follows the run that begins at unit i with account a; next is the unit
// from which to look on.
func accountsFrom(us []unit, i int, a account) (c *candidate, next int) {
	w := &accountRun{us: us, accounts: []account{a}, units: []int{i}, signs: map[string]bool{}}
	j := i + 1
	for j < len(us) {
		k := j
		var b account
		ok := false
		for k < len(us) && k-j <= maxBetween {
			if b, ok = accountOf(&us[k]); ok && w.joins(k, b) {
				break
			}
			ok = false
			k++
		}
		if !ok || !w.passes(j, k) {
			break
		}
		w.accounts, w.units = append(w.accounts, b), append(w.units, k)
		j = k + 1
	}
	half := w.units[len(w.units)/2]
	w.dropLead()
	w.dropEnds()
	if len(w.units) < minRows || !w.tells() {
		return nil, max(i+1, half) // half of it, or long lists would be followed from each entry
	}
	return w.candidate(), max(i+1, w.units[len(w.units)-1]+1)
}

// dropLead drops the first account where all others begin in bold type and it does not, or
// it announces the others: "Calder Water has made four appointments."
func (w *accountRun) dropLead() {
	bold, announced := 0, 0
	for _, k := range w.units {
		if opensInBold(w.us[k].line) {
			bold++
		}
		if announces(w.us[k].text) {
			announced++
		}
	}
	first := &w.us[w.units[0]]
	if first.mark != 0 || len(w.units) <= minRows || !(bold == len(w.units)-1 && !opensInBold(first.line)) && !(announced == 1 && announces(first.text)) {
		return
	}
	if len(w.gaps) > 0 && w.gaps[0].entry == 1 {
		w.gaps = w.gaps[1:]
	}
	w.accounts, w.units = w.accounts[1:], w.units[1:]
	for i := range w.gaps {
		w.gaps[i].entry--
	}
}

// dropEnds drops accounts without an amount from both ends of a run in which nearly all
// others print one: the paragraph that leads into it begins with a capital too.
func (w *accountRun) dropEnds() {
	amounts := 0
	for _, k := range w.units {
		if hasMoney(&w.us[k]) {
			amounts++
		}
	}
	if float64(amounts) < nearlyAlways*float64(len(w.units)-1) || w.us[w.units[0]].mark != 0 {
		return
	}
	lo, hi := 0, len(w.units)
	for lo < hi && !hasMoney(&w.us[w.units[lo]]) {
		lo++
	}
	for hi > lo && !hasMoney(&w.us[w.units[hi-1]]) {
		hi--
	}
	w.accounts, w.units = w.accounts[lo:hi], w.units[lo:hi]
	gaps := w.gaps[:0]
	for _, g := range w.gaps {
		if g.entry > lo && g.entry < hi {
			gaps = append(gaps, stretch{g.entry - lo, g.lo, g.hi})
		}
	}
	w.gaps = gaps
}

// tells reports whether most accounts are sentences.
func (w *accountRun) tells() bool {
	n := 0
	for _, k := range w.units {
		if u := &w.us[k]; endsSentence(u) || u.prose > 0 {
			n++
		}
	}
	return 2*n > len(w.units)
}

// joins reports whether unit k with account b continues the run.
func (w *accountRun) joins(k int, b account) bool {
	u, first := &w.us[k], &w.us[w.units[0]]
	return (u.kind == first.kind || !u.isItem() && !first.isItem()) && u.mark == first.mark && u.depth == first.depth && b.family() == w.accounts[0].family() &&
		(u.mark != 0 || u.first == first.first)
}

// isItem reports whether a unit is an item of a list.
func (u *unit) isItem() bool { return u.kind == itemLine }

// passes reports whether the run may go on after units [j, k): heads, or one unit
// that is no account, which is an entry as a whole.
func (w *accountRun) passes(j, k int) bool {
	if j == k {
		return true
	}
	first := &w.us[w.units[0]]
	if u := &w.us[j]; k-j == 1 && !u.wall && u.kind == first.kind && u.mark == first.mark && len(u.text) >= minAccount && len(u.text) <= maxEntry && (u.mark != 0 || hasMoney(u)) {
		w.accounts, w.units = append(w.accounts, account{name: trimSpan(u.text, span{0, len(u.text)})}), append(w.units, j)
		w.misfits++
		return true
	}
	for n := j; n < k; n++ {
		if u := &w.us[n]; !canHead(u) || u.wall || u.prose > 0 && !u.leads || u.mark != 0 {
			return false
		}
		w.signs[signOf(&w.us[n])] = true
	}
	w.gaps = append(w.gaps, stretch{len(w.units), j, k})
	return true
}

// candidate makes entries of the accounts: the name, what is between it and the verb,
// the rest, and the first amount of each.
func (w *accountRun) candidate() *candidate {
	n := len(w.units)
	c := &candidate{kind: accountKind, lo: w.units[0], hi: w.units[n-1] + 1}
	middles, split := w.middles()
	rest := make([]piece, n)
	for i, a := range w.accounts {
		l := w.us[w.units[i]].line
		rest[i] = piece{l, a.rest}
		if split && middles[i].to > middles[i].from {
			rest[i] = afterStop(piece{l, trimSpan(l.text, span{middles[i].to, a.rest.to})})
		}
	}
	amounts := w.amounts()
	for i, a := range w.accounts {
		u := &w.us[w.units[i]]
		e := entry{unit: w.units[i], text: piece{u.line, a.name}, skel: "account", misfit: a.sign == 0}
		e.cells = []piece{e.text}
		if split {
			e.cells = append(e.cells, piece{u.line, middles[i]})
		}
		e.cells = append(e.cells, rest[i])
		if amounts != nil {
			e.cells = append(e.cells, amounts[i])
		}
		c.entries = append(c.entries, e)
	}
	c.findLead(w.us)
	c.placeHeads(w.us, w.gaps, w.signs)
	w.weigh(c, split, amounts != nil)
	return c
}

// afterStop returns a piece without the full stop with which it begins.
func afterStop(p piece) piece {
	if strings.HasPrefix(p.text(), ".") {
		p.span = trimSpan(p.l.text, span{p.from + 1, p.to})
	}
	return p
}

// middles returns what is between the names and the sentences about them, a function
// or a place, and whether nearly all accounts have it.
func (w *accountRun) middles() (out []span, split bool) {
	out = make([]span, len(w.accounts))
	found := 0
	for i, a := range w.accounts {
		out[i] = span{a.rest.from, a.rest.from}
		if a.sign != ',' {
			continue
		}
		if to := middleEnd(&w.us[w.units[i]], a.rest.from); to > a.rest.from {
			out[i] = trimSpan(w.us[w.units[i]].text, span{a.rest.from, to})
			found++
		}
	}
	return out, float64(found) >= nearlyAlways*float64(len(out))
}

// middleEnd returns where what follows a name and its comma ends: at a full stop, at a
// comma before a verb, else before the first verb; from if that is not to be seen.
func middleEnd(u *unit, from int) int {
	verb := from
	for k, t := range u.toks {
		at := int(t.from)
		if at <= from {
			continue
		}
		if at-from > maxMiddle {
			break
		}
		switch t.class {
		case '.':
			if (k+1 == len(u.toks) || u.toks[k+1].capital) && endsWord(u.text, at) {
				if verb > from {
					return verb
				}
				return at
			}
		case ',':
			if k+1 < len(u.toks) && !u.toks[k+1].capital && opensClause(u.text, u.toks, k+1) {
				return at
			}
		case wordClass:
			if verb == from && !t.capital && opensClause(u.text, u.toks, k) {
				verb = at
			}
		}
	}
	return verb
}

// endsWord reports whether a full stop at i ends a word that is no abbreviation.
func endsWord(s string, i int) bool {
	w := s[strings.LastIndexAny(s[:i], " \u00a0")+1 : i]
	return len(w) > 3
}

// opensClause reports whether token k is a verb with which a sentence goes on after its
// subject: a common one, one of what somebody got or gave, or one that its ending shows.
func opensClause(s string, toks []token, k int) bool {
	w := toks[k].of(s)
	if isVerbAt(s, toks, k) || lexicon.IsDealVerb(w) {
		return true
	}
	for _, end := range [...]string{"ed", "ra", "ront", "ait", "aient"} {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// hasMoney reports whether a unit prints an amount.
func hasMoney(u *unit) bool {
	for _, t := range u.toks {
		if t.class == moneyClass {
			return true
		}
	}
	return false
}

// amounts returns the first amount of each account, nil if not nearly all have one.
func (w *accountRun) amounts() []piece {
	out := make([]piece, len(w.units))
	found := 0
	for i, k := range w.units {
		u := &w.us[k]
		for _, t := range u.toks {
			if t.class == moneyClass {
				out[i] = piece{u.line, span{int(t.from), int(t.to)}}
				found++
				break
			}
		}
	}
	if float64(found) < nearlyAlways*float64(len(out)) {
		return nil
	}
	return out
}
