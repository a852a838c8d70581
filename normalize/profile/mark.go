// The marks that a profile explains.

package profile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/marks"
	"github.com/pressoir/pressoir/normalize/records"
)

// marks returns the marks that a row can carry; a column of crosses is none.
func (m *Mark) marks() (out []marks.Mark) {
	hue := func(s string) string {
		if s == "any" {
			return ""
		}
		return s
	}
	if m.Sign != "" {
		out = append(out, marks.Mark{Kind: marks.SignMark, Sign: strings.TrimSpace(m.Sign)})
	}
	if m.Word != "" {
		sign := fold.Words(m.Word)
		if lexicon.SaysNew(sign) {
			sign = marks.AnyWord
		}
		out = append(out, marks.Mark{Kind: marks.WordMark, Sign: sign})
	}
	if m.Bold {
		out = append(out, marks.Mark{Kind: marks.BoldMark})
	}
	if m.Italic {
		out = append(out, marks.Mark{Kind: marks.ItalicMark})
	}
	if m.Fill != "" {
		out = append(out, marks.Mark{Kind: marks.FillMark, Hue: hue(m.Fill)})
	}
	if m.Color != "" {
		out = append(out, marks.Mark{Kind: marks.ColorMark, Hue: hue(m.Color)})
	}
	return out
}

// Legends returns the marks of the profile as legends, one a meaning.
func (p *Profile) Legends() (out []marks.Legend) {
	if p == nil {
		return nil
	}
	for i := range p.Marks {
		m := &p.Marks[i]
		ours := m.marks()
		if len(ours) == 0 {
			continue
		}
		k := slices.IndexFunc(out, func(l marks.Legend) bool { return l.Meaning == m.Means })
		if k < 0 {
			k = len(out)
			out = append(out, marks.Legend{Meaning: m.Means, Profile: p.Name})
		}
		out[k].Marks = append(out[k].Marks, ours...)
	}
	for i := range out {
		words := make([]string, len(out[i].Marks))
		for j := range out[i].Marks {
			words[j] = out[i].Marks[j].Words()
		}
		out[i].Text = strings.Join(words, " or ") + ": " + out[i].Meaning
	}
	return out
}

// Meanings returns the meanings of marks that only the profile knows.
func (p *Profile) Meanings() (out []string) {
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

// MarkColumn returns the meaning of the crosses under a heading, "" for none.
func (p *Profile) MarkColumn(title string) string {
	if p == nil || title == "" {
		return ""
	}
	for i := range p.Marks {
		if c := p.Marks[i].Column; c != "" && fold.Words(c) == fold.Words(title) {
			return p.Marks[i].Means
		}
	}
	return ""
}

// Contradicted reports the legends of a release that give a mark another
// meaning than its profile does.
func (p *Profile) Contradicted(legends []marks.Legend) (found []records.Finding) {
	ours := p.Legends()
	for i := range legends {
		l := &legends[i]
		for j := range ours {
			if l.Meaning == "" || l.Meaning == ours[j].Meaning {
				continue
			}
			for k := range l.Marks {
				if slices.Contains(ours[j].Marks, l.Marks[k]) {
					found = append(found, records.Finding{
						Code: records.CodeProfileMark, Level: records.Doubt, At: l.At,
						Why: fmt.Sprintf("%s, but the release prints %q; the profile was followed", ours[j].Says(), l.Text),
					})
					break
				}
			}
		}
	}
	return found
}

// newAffixes returns the signs and words that are not known without the profile.
func (p *Profile) newAffixes() (out []marks.Affix) {
	for i := range p.Marks {
		for _, m := range p.Marks[i].marks() {
			switch {
			case m.Kind == marks.SignMark && !slices.Contains(marks.Signs[:], m.Sign):
				out = append(out, marks.Affix{Kind: marks.SignMark, Text: m.Sign})
			case m.Kind == marks.WordMark && m.Sign != marks.AnyWord:
				out = append(out, marks.Affix{Kind: marks.WordMark, Text: m.Sign})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b marks.Affix) int { return len(b.Text) - len(a.Text) }) // "##" before "#"
	return out
}

// Affixes returns the signs and words that p adds to those known, nil for no profile.
func (p *Profile) Affixes() []marks.Affix {
	if p == nil {
		return nil
	}
	return p.affixes
}
