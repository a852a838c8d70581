// Groups behind: members before their place, "Bar-le-Duc et Verdun dans la
// Meuse ; Épinal dans les Vosges".

package lists

import (
	"strings"

	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// knownBehind is the share of members that the gazetteer must know in the place
// behind them: sentences tell of places in the same words.
const knownBehind = 0.8

// behind finds groups whose place stands behind the members. By itself a line
// must have two of them; one is a sentence as often as a list.
func (s *shaped) behind(in span) bool {
	text := s.text
	if !strings.Contains(in.of(text), " en ") && !strings.Contains(in.of(text), " dans ") && !strings.Contains(in.of(text), " in ") {
		return false
	}
	var groups []group
	from := in.from
	for _, hit := range gazetteer.Scan(0, in.of(text)) {
		place := span{in.from + hit.Start, in.from + hit.End}
		if place.from < from || s.inside[place.from] {
			continue
		}
		lead := placeLead(text[from:place.from])
		if lead < 0 {
			continue // a name that holds one, "La Roche-Bretagne"
		}
		h, ok := parseHead(text, place)
		if !ok || h.level > departmentLevel || !endsGroup(text[place.to:in.to]) {
			return false
		}
		h.at = span{from + lead, place.to}
		body := dropLeadingAnd(text, trimMember(text, span{from, h.at.from}))
		ctx := context{dept: h.code}
		if h.level == regionLevel {
			ctx = context{region: h.code}
		}
		if body.from >= body.to || isProse(body.of(text)) || !s.knownIn(ctx, body) {
			return false
		}
		groups = append(groups, group{h, body, "behind"})
		from = place.to
	}
	if len(groups) == 0 || len(groups) == 1 && s.line.kind != itemLine || hasLetter(text[from:in.to]) {
		return false
	}
	s.groups = groups
	return true
}

// knownIn reports whether the gazetteer knows the first member of a body where
// ctx says, and most others. A sentence opens with other words than a name.
func (s *shaped) knownIn(ctx context, body span) bool {
	there := func(t string) bool { return known(ctx, t) }
	members := enumerate(s.text, body, s.inside, there, 0).members
	return len(members) > 0 && there(members[0].of(s.text)) && mostly(s.text, members, there, knownBehind)
}

// placeLead returns where the words that lead to a place begin at the end of s:
// "dans la", "en", "in". -1 if s does not end so.
func placeLead(s string) int {
	t := strings.TrimSuffix(s, " ")
	for _, article := range [...]string{" la", " le", " les", " l'", " l’", " the"} {
		if cut, ok := strings.CutSuffix(t, article); ok {
			t = cut
			break
		}
	}
	for _, word := range [...]string{" dans", " en", " in"} {
		if cut, ok := strings.CutSuffix(t, word); ok {
			return len(cut)
		}
	}
	return -1
}

// endsGroup reports whether a group can end before rest.
func endsGroup(rest string) bool {
	t := strings.TrimLeft(rest, " \u00a0")
	return t == "" || strings.IndexByte(";,.*", t[0]) >= 0 || hasAnyPrefix(t, "et ", "and ", "ainsi que ")
}
