// The marks that a profile explains.

package normalize

import (
	"fmt"
	"slices"
	"strings"
)

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
