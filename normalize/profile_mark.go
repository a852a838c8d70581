// The marks that a profile explains.

package normalize

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/pressoir/pressoir/extract/document"
)

// anyWord is the Sign of word marks by which a row says itself that it is new.
const anyWord = "nouveau"

// marks returns the marks that a row can carry; a column of crosses is none.
func (m *ProfileMark) marks() (out []Mark) {
	hue := func(s string) string {
		if s == "any" {
			return ""
		}
		return s
	}
	if m.Sign != "" {
		out = append(out, Mark{Kind: SignMark, Sign: strings.TrimSpace(m.Sign)})
	}
	if m.Word != "" {
		sign := fold(m.Word)
		if newWords[sign] {
			sign = anyWord
		}
		out = append(out, Mark{Kind: WordMark, Sign: sign})
	}
	if m.Bold {
		out = append(out, Mark{Kind: BoldMark})
	}
	if m.Italic {
		out = append(out, Mark{Kind: ItalicMark})
	}
	if m.Fill != "" {
		out = append(out, Mark{Kind: FillMark, Hue: hue(m.Fill)})
	}
	if m.Color != "" {
		out = append(out, Mark{Kind: ColorMark, Hue: hue(m.Color)})
	}
	return out
}

// legends returns the marks of the profile as legends, one a meaning.
func (p *Profile) legends() (out []Legend) {
	if p == nil {
		return nil
	}
	for i := range p.Marks {
		m := &p.Marks[i]
		marks := m.marks()
		if len(marks) == 0 {
			continue
		}
		k := slices.IndexFunc(out, func(l Legend) bool { return l.Meaning == m.Means })
		if k < 0 {
			k = len(out)
			out = append(out, Legend{Meaning: m.Means, Profile: p.Name})
		}
		out[k].Marks = append(out[k].Marks, marks...)
	}
	for i := range out {
		words := make([]string, len(out[i].Marks))
		for j := range out[i].Marks {
			words[j] = out[i].Marks[j].words()
		}
		out[i].Text = strings.Join(words, " or ") + ": " + out[i].Meaning
	}
	return out
}

// words names a mark in a sentence.
func (mk *Mark) words() string {
	switch mk.Kind {
	case SignMark, WordMark:
		return mk.Sign
	case BoldMark:
		return "bold"
	case ItalicMark:
		return "italic"
	case FillMark, ColorMark:
		what := "fill"
		if mk.Kind == ColorMark {
			what = "colour"
		}
		return strings.TrimSpace(mk.Hue + " " + what)
	}
	return "column"
}

// says is where a legend stands and what it says, in a sentence.
func (l *Legend) says() string {
	if l.Profile != "" {
		return fmt.Sprintf("the profile %s says %q", l.Profile, l.Text)
	}
	return fmt.Sprintf("the legend says %q", l.Text)
}

// meanings returns the meanings of marks that only the profile knows.
func (p *Profile) meanings() (out []string) {
	if p == nil {
		return nil
	}
	for i := range p.Marks {
		if m := p.Marks[i].Means; fixedTypes[m] == "" && !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	return out
}

// markColumn returns the meaning of the crosses under a heading, "" for none.
func (p *Profile) markColumn(title string) string {
	if p == nil || title == "" {
		return ""
	}
	for i := range p.Marks {
		if c := p.Marks[i].Column; c != "" && fold(c) == fold(title) {
			return p.Marks[i].Means
		}
	}
	return ""
}

// contradicted reports the legends of a release that give a mark another
// meaning than its profile does.
func (p *Profile) contradicted(legends []Legend) (found []Finding) {
	ours := p.legends()
	for i := range legends {
		l := &legends[i]
		for j := range ours {
			if l.Meaning == "" || l.Meaning == ours[j].Meaning {
				continue
			}
			for k := range l.Marks {
				if slices.Contains(ours[j].Marks, l.Marks[k]) {
					found = append(found, Finding{
						Code: "profile-mark", Level: Doubt, At: l.At,
						Why: fmt.Sprintf("%s, but the release prints %q; the profile was followed", ours[j].says(), l.Text),
					})
					break
				}
			}
		}
	}
	return found
}

// An affix is a sign or a word beside names that only the profile knows.
type affix struct {
	kind MarkKind
	text string // of a word: folded
}

// ownAffixes returns the signs and words that are not known without the profile.
func (p *Profile) ownAffixes() (out []affix) {
	for i := range p.Marks {
		for _, m := range p.Marks[i].marks() {
			switch {
			case m.Kind == SignMark && !slices.Contains(signs[:], m.Sign):
				out = append(out, affix{SignMark, m.Sign})
			case m.Kind == WordMark && m.Sign != anyWord:
				out = append(out, affix{WordMark, m.Sign})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b affix) int { return len(b.text) - len(a.text) }) // "##" before "#"
	return out
}

// signsOf returns the affixes of p, nil for no profile.
func (p *Profile) signsOf() []affix {
	if p == nil {
		return nil
	}
	return p.affixes
}

// cut takes the affix off s. ok is false if s does not carry it or is nothing else.
func (a *affix) cut(s string) (rest string, ok bool) {
	s = strings.TrimSpace(s)
	if a.kind == SignMark {
		if rest, ok = strings.CutSuffix(s, a.text); !ok {
			rest, ok = strings.CutPrefix(s, a.text)
		}
		rest = strings.TrimSpace(rest)
		return rest, ok && rest != ""
	}
	// A word stands in brackets or behind a dash, or is the last or first one.
	if len(s) > maxMarked {
		return s, false
	}
	folded := fold(s)
	before := ' '
	for i, c := range s {
		switch {
		case i == 0:
		case !isWordRune(before) && (isWordRune(c) || c == '(' || c == '[') && strings.HasSuffix(folded, a.text) && fold(s[i:]) == a.text:
			rest = strings.TrimRight(s[:i], " \u00a0([,:–—-")
			return rest, rest != ""
		case !isWordRune(c) && strings.HasPrefix(folded, a.text) && fold(s[:i]) == a.text:
			rest = strings.TrimLeft(s[i:], " \u00a0)],:–—-")
			return rest, rest != ""
		}
		before = c
	}
	return s, false
}

// maxMarked is how long a text may be to carry a word of a profile, in bytes: a
// name, not a paragraph.
const maxMarked = 400

func isWordRune(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// own counts the profile's own marks of one row.
func (s *sighter) own(cells []*document.Cell) {
	for _, c := range cells {
		if c == nil || c.IsBlank() {
			continue
		}
		text, cut := c.Text(), false
		for i := range s.affixes {
			if rest, ok := s.affixes[i].cut(text); ok {
				s.count(s.affixes[i].kind, s.affixes[i].text, 0)
				text, cut = rest, true
			}
		}
		if _, sign := cutSign(text); cut && sign != "" {
			s.count(SignMark, sign, 0) // it stood behind ours
		}
	}
}
