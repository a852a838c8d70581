// Legends: what the release says its marks mean.

package marks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/forms"
)

// A MarkKind is a way to mark a row.
type MarkKind uint8

// The ways to mark a row.
const (
	SignMark   MarkKind = iota // "*" before or after the name
	WordMark                   // "(nouveau)", "NEW"
	BoldMark                   // bold type
	ItalicMark                 // italic type
	FillMark                   // a coloured background
	ColorMark                  // coloured text
)

// A Mark is one way to mark a row, as a legend describes it.
type Mark struct {
	Kind MarkKind
	Sign string // the sign or the word; "" if the legend names none
	Hue  string // "yellow", "red" ...; "" if the legend names none
}

// The meanings of marks that have a column of their own.
const (
	MeansNew         = "new"
	MeansRenewed     = "renewed"
	MeansProvisional = "provisional"
	MeansWithdrawn   = "withdrawn"
)

// A Legend is a sentence that gives marks their meaning.
type Legend struct {
	Marks   []Mark // any of them marks the row
	Meaning string // one of the constants above, "" for any other
	Text    string // as printed
	At      document.Pos
	Profile string // the name of the profile that says so; "" for the release

	Aside bool // said in passing: nothing is missed where no row shows the mark
}

// maxLegend is how long a legend may be, in bytes; longer ones are prose that
// happens to mention a colour.
const maxLegend = 320

// FindLegends returns the legends that the paragraphs, headings and lists of doc
// hold, in reading order.
func FindLegends(doc *document.Document) (out []Legend) {
	var asides []Legend
	for _, b := range doc.Blocks {
		switch b.InPart() {
		case document.Header, document.Footer, document.Furniture:
			continue
		}
		switch b := b.(type) {
		case *document.Paragraph:
			text := b.Text()
			for _, line := range strings.Split(text, "\n") {
				out = append(out, ReadLegends(line, b.At)...)
			}
			asides = append(asides, ReadAsides(text, b.At)...)
		case *document.Heading:
			out = append(out, ReadLegends(b.Text(), b.At)...)
			asides = append(asides, ReadAsides(b.Text(), b.At)...)
		case *document.List:
			// One line behind a star looks like a bullet; a real list does not explain marks.
			for _, l := range ReadLegends(listText(b), b.At) {
				if l.Meaning != "" {
					out = append(out, l)
				}
			}
		case *document.Table:
			out = append(out, ReadLegends(document.Plain(b.Caption), b.At)...)
			asides = append(asides, ReadAsides(document.Plain(b.Caption), b.At)...)
			for i := range b.Rows {
				r := &b.Rows[i]
				if len(r.Cells) > 1 && !r.Cells[0].IsBlank() && !r.Cells[1].IsBlank() {
					continue // most rows end here
				}
				j := r.Lone()
				if j < 0 {
					continue
				}
				for _, l := range ReadLegends(r.Cells[j].Text(), r.At) {
					// A name behind a star in a column of its own is marked, and explains nothing.
					if l.Meaning != "" || j == 0 && (len(r.Cells) == 1 || r.Cells[0].Span().Cols > 1) {
						out = append(out, l)
					}
				}
			}
		}
	}
	for _, l := range asides { // a line of its own speaks before what is said in passing
		if !slices.ContainsFunc(out, func(o Legend) bool { return o.Meaning == l.Meaning && slices.Equal(o.Marks, l.Marks) }) {
			out = append(out, l)
		}
	}
	return out
}

// IsLegend reports whether a line says what a mark means.
func IsLegend(s string) bool { return len(ReadLegends(s, document.Pos{})) > 0 }

// ReadLegends reads one line. A line may explain several marks: "* nouveaux,
// ** renouvelés" holds two legends; "surlignées en jaune et marquées d'un
// astérisque" is one legend with two marks.
func ReadLegends(line string, at document.Pos) (out []Legend) {
	line = strings.TrimSpace(line)
	if len(line) < 3 || len(line) > maxLegend {
		return nil
	}
	for _, part := range legendParts(line) {
		marks := legendMarks(part)
		if len(marks) == 0 {
			continue
		}
		meaning, ok := legendMeaning(part)
		if !ok {
			continue
		}
		text, _ := forms.Tidy(strings.Trim(strings.TrimSpace(part), ",;"))
		out = append(out, Legend{Marks: marks, Meaning: meaning, Text: text, At: at})
	}
	return out
}

// legendParts splits a line where another mark is explained: at ";" and before
// a sign that follows a comma or a full stop.
func legendParts(line string) []string {
	parts := strings.Split(line, ";")
	var out []string
	for _, p := range parts {
		start := 0
		for i := 1; i < len(p); i++ {
			if SignAt(p[i:]) == "" || i < 2 {
				continue
			}
			before := strings.TrimRight(p[:i], " (")
			if len(before) > start && before != "" && (strings.HasSuffix(before, ",") || strings.HasSuffix(before, ".") || strings.HasSuffix(before, " -") || strings.HasSuffix(before, " –")) {
				out = append(out, p[start:i])
				start = i
			}
			i += len(SignAt(p[i:])) - 1
		}
		out = append(out, p[start:])
	}
	return out
}

// Signs are the signs that mark rows. Longer ones stand before their beginnings.
var Signs = [...]string{"***", "**", "*", "★", "☆", "†", "‡", "¤", "✓", "✔", "●", "■", "▲", "►", "◆", "✱", "∗", "⭐", "🆕", "(n)", "(N)"}

// SignAt returns the sign at the front of s, "" if there is none.
func SignAt(s string) string {
	if s == "" || s[0] >= 'A' && s[0] <= 'Z' || s[0] >= 'a' && s[0] <= 'z' || s[0] == ' ' {
		return ""
	}
	for _, sign := range Signs {
		if strings.HasPrefix(s, sign) {
			return sign
		}
	}
	return ""
}

// hues by the words for them, folded.
var hues = []struct{ word, hue string }{
	{"jaune", "yellow"},
	{"yellow", "yellow"},
	{"rouge", "red"},
	{"red", "red"},
	{"vert", "green"},
	{"green", "green"},
	{"bleu", "blue"},
	{"blue", "blue"},
	{"orange", "orange"},
	{"rose", "pink"},
	{"pink", "pink"},
	{"violet", "violet"},
	{"purple", "violet"},
	{"gris", "grey"},
	{"grey", "grey"},
	{"gray", "grey"},
	{"fluo", "yellow"},
}

// legendMarks returns the marks that a line describes.
func legendMarks(s string) (out []Mark) {
	words := strings.Fields(fold.Words(s))
	has := func(stems ...string) int {
		for i, w := range words {
			for _, stem := range stems {
				if w == stem || len(stem) >= 5 && strings.HasPrefix(w, stem) {
					return i
				}
			}
		}
		return -1
	}
	hueAfter := func(i int) string {
		if i < 0 {
			return ""
		}
		for k := i; k < len(words) && k <= i+4; k++ {
			for _, h := range hues {
				if strings.HasPrefix(words[k], h.word) {
					return h.hue
				}
			}
		}
		return ""
	}
	trimmed := strings.TrimLeft(s, " (\"«[")
	switch sign := SignAt(trimmed); {
	case sign != "":
		out = append(out, Mark{Kind: SignMark, Sign: sign})
	case has("asterisque", "asterisk") >= 0:
		out = append(out, Mark{Kind: SignMark, Sign: "*"})
	case has("etoile", "etoiles", "star", "stars") >= 0:
		out = append(out, Mark{Kind: SignMark, Sign: "*"}, Mark{Kind: SignMark, Sign: "★"})
	default:
		for i := range s { // "signalés par *", "(†)"
			if sign := SignAt(s[i:]); sign != "" && i > 0 && (s[i-1] == ' ' || s[i-1] == '(' || s[i-1] == '"') {
				out = append(out, Mark{Kind: SignMark, Sign: sign})
				break
			}
		}
	}
	if has("gras", "grasses", "bold", "boldface") >= 0 {
		out = append(out, Mark{Kind: BoldMark})
	}
	if has("italique", "italiques", "italic", "italics") >= 0 {
		out = append(out, Mark{Kind: ItalicMark})
	}
	if i := has("surlign", "highlight", "fond", "trame", "tramee", "grise", "grisee", "grisees", "grises", "shaded", "background", "cellule", "cellules"); i >= 0 {
		hue := hueAfter(i)
		if hue == "" && i > 0 {
			hue = hueAfter(max(0, i-2))
		}
		if w := words[i]; hue == "" && strings.HasPrefix(w, "gris") {
			hue = "grey"
		}
		out = append(out, Mark{Kind: FillMark, Hue: hue})
	} else if i := has("en", "in", "couleur", "colour", "color", "caracteres", "police", "texte"); i >= 0 {
		for k, w := range words { // "en rouge" alone may be the text or what is behind it
			if w != "en" && w != "in" && w != "couleur" && w != "colour" && w != "color" {
				continue
			}
			if k+1 < len(words) {
				if hue := hueAfter(k + 1); hue != "" && strings.HasPrefix(hueWord(words[k+1]), hue) {
					out = append(out, Mark{Kind: ColorMark, Hue: hue})
					if has("caracteres", "police", "texte", "text", "type", "lettres") < 0 {
						out = append(out, Mark{Kind: FillMark, Hue: hue})
					}
					break
				}
			}
		}
	}
	if i := strings.IndexAny(s, "«\"“"); i >= 0 && has("mention", "marque", "signal", "indique", "marked", "labelled") >= 0 {
		rest := strings.TrimLeft(s[i:], "«\"“ \u00a0")
		if end := strings.IndexAny(rest, "»\"”"); end > 0 && end < 24 {
			if word := strings.Trim(rest[:end], " \u00a0()"); word != "" && SignAt(word) == "" {
				out = append(out, Mark{Kind: WordMark, Sign: word})
			}
		}
	}
	return out
}

// hueWord returns the hue that a word names.
func hueWord(w string) string {
	for _, h := range hues {
		if strings.HasPrefix(w, h.word) {
			return h.hue
		}
	}
	return ""
}

// meanings of legends by the words for them, folded, the first that occurs wins.
var meanings = []struct{ stem, meaning string }{
	{"renouvel", MeansRenewed},
	{"renewed", MeansRenewed},
	{"reconduit", MeansRenewed},
	{"reconduct", MeansRenewed},
	{"nouveau", MeansNew},
	{"nouvel", MeansNew},
	{"new", MeansNew},
	{"newly", MeansNew},
	{"recemment", MeansNew},
	{"entrant", MeansNew},
	{"provisoire", MeansProvisional},
	{"provisional", MeansProvisional},
	{"sous reserve", MeansProvisional},
	{"en cours", MeansProvisional},
	{"retire", MeansWithdrawn},
	{"retrait", MeansWithdrawn},
	{"ferme", MeansWithdrawn},
	{"withdrawn", MeansWithdrawn},
	{"closed", MeansWithdrawn},
	{"supprime", MeansWithdrawn},
}

// describes are words by which a line that is no footnote says that it explains
// a mark: without one of them "en gras" or "en jaune" is just prose.
var describes = []string{
	"surlign", "marqu", "signal", "indiqu", "figur", "apparai", "mention", "highlight", "marked", "shown", "indicated", "printed",
	"sont en", "est en", "are in", "is in", "suivi", "preced", " fond ", "legende", "denote", "identifi", "repere", "grise",
	"design", "correspond", "distingu", "accompagn", "represent", "symbol", "soulign",
}

// legendMeaning says what a line gives its mark for meaning. ok is false for a
// line that explains nothing.
func legendMeaning(s string) (meaning string, ok bool) {
	f := fold.Words(s)
	trimmed := strings.TrimLeft(s, " (\"«[")
	sign := SignAt(trimmed)
	footnote := sign != "" && len(f) > 0 && len(strings.Fields(f)) <= maxFootnote && !endsInSign(s)
	if !footnote && !opensLegend(f) {
		said := equatesSign(s)
		for _, w := range describes {
			said = said || strings.Contains(f, w)
		}
		if !said {
			return "", false
		}
	}
	if meaning = meaningIn(f); meaning != "" {
		return meaning, true
	}
	// "* femmes" explains the star, though with a meaning of its own.
	return "", footnote
}

// opensLegend reports whether a folded line begins as legends do: "En gras : les
// nouveaux", "En jaune, les ...".
func opensLegend(f string) bool {
	for _, w := range [...]string{"en gras", "en jaune", "en rouge", "en vert", "en bleu", "en orange", "en italique", "in bold", "in yellow", "in red", "gras", "fond jaune", "surlign", "legende"} {
		if strings.HasPrefix(f, w) {
			return true
		}
	}
	return false
}

// equatesSign reports whether a line has a sign and what it stands for: "★ = nouvelle".
func equatesSign(s string) bool {
	for i := range s {
		if sign := SignAt(s[i:]); sign != "" {
			rest := strings.TrimLeft(s[i+len(sign):], " \u00a0)\"»")
			if strings.HasPrefix(rest, "=") || strings.HasPrefix(rest, ":") && len(rest) > 2 {
				return true
			}
		}
	}
	return false
}

// meaningOf returns the meaning of the mark that a text speaks of, "" if none.
func meaningOf(s string) string { return meaningIn(fold.Words(s)) }

// meaningIn is meaningOf for a folded text.
func meaningIn(f string) (meaning string) {
	padded := " " + f
	best := len(padded)
	for _, m := range meanings {
		if i := strings.Index(padded, " "+m.stem); i >= 0 && i < best {
			if m.stem == "new" && !strings.HasPrefix(padded[i:]+" ", " new ") && !strings.HasPrefix(padded[i:], " newly") {
				continue
			}
			best, meaning = i, m.meaning
		}
	}
	return meaning
}

// maxFootnote is how many words a footnote may have to explain a mark by itself.
const maxFootnote = 25

// endsInSign reports whether a line is a bullet that carries a mark rather than
// a footnote: "* Rennes *".
func endsInSign(s string) bool { return strings.HasSuffix(strings.TrimRight(s, " "), "*") }

// listText is the text, with its marker, of the last item of a list where that
// may be a legend: the item stands alone, or has another sign than the one before
// it ("* new entries" behind bullets); else "".
func listText(l *document.List) string {
	n := len(l.Items)
	if n == 0 || len(l.Items[n-1].Sub) > 0 || n > 1 && l.Items[n-1].Marker == l.Items[n-2].Marker {
		return ""
	}
	return l.Items[n-1].Marker + " " + l.Items[n-1].Text()
}

// Words names a mark in a sentence.
func (mk *Mark) Words() string {
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

// Says is where a legend stands and what it says, in a sentence.
func (l *Legend) Says() string {
	if l.Profile != "" {
		return fmt.Sprintf("the profile %s says %q", l.Profile, l.Text)
	}
	return fmt.Sprintf("the legend says %q", l.Text)
}
