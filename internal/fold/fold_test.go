// The levels beside each other, and held to what Unicode says of letters.

package fold

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestLevels(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ printed, letters, text, words, name string }{
		// The example of the package doc.
		{"« L’ŒUVRE  n° 2 » S/ST-Étienne", "« l’oeuvre  n° 2 » s/st-etienne", "« l'oeuvre n° 2 » s/st-etienne", "l oeuvre no 2 s st etienne", "« l oeuvre n° 2 » sur saint etienne"},

		{"", "", "", "", ""},
		{"rennes", "rennes", "rennes", "rennes", "rennes"},
		{"-- ", "-- ", "--", "", ""},
		{"Sous-total", "sous-total", "sous-total", "sous total", "sous total"},
		{"I\u0302le-de-France", "ile-de-france", "ile-de-france", "ile de france", "ile de france"}, // an accent of its own
		{"  Le\u00a0Mans \u202f", "  le\u00a0mans \u202f", "le mans", "le mans", "le mans"},
		{"L’Haÿ‑les–Roses", "l’hay‑les–roses", "l'hay‑les–roses", "l hay les roses", "l hay les roses"},
		{"Œuilly, ÆGIR", "oeuilly, aegir", "oeuilly, aegir", "oeuilly aegir", "oeuilly, aegir"},
		{"Łódź, Groß, Ærø", "lodz, gross, aero", "lodz, gross, aero", "lodz gross aero", "lodz, gross, aero"},
		{"Bucureşti (Iași)", "bucuresti (iasi)", "bucuresti (iasi)", "bucuresti iasi", "bucuresti (iasi)"}, // beyond the table
		{"Fla\ufb01n", "flafin", "flafin", "flafin", "flafin"},
		{"Orl\u00adéans", "orl\u00adeans", "orl\u00adeans", "orl eans", "orleans"},
		{"STE-FOY, St. Étienne", "ste-foy, st. etienne", "ste-foy, st. etienne", "ste foy st etienne", "sainte foy, saint etienne"},
		{"Hte-Savoie", "hte-savoie", "hte-savoie", "hte savoie", "haute savoie"},
		{"Meurthe & Moselle", "meurthe & moselle", "meurthe & moselle", "meurthe moselle", "meurthe et moselle"},
		{"Fontenay s/s Bois", "fontenay s/s bois", "fontenay s/s bois", "fontenay s s bois", "fontenay sous bois"},
		{"Villefranche/Saône", "villefranche/saone", "villefranche/saone", "villefranche saone", "villefranche/saone"},
		{"≠ 8 ^e", "≠ 8 ^e", "≠ 8 ^e", "8 e", "≠ 8 ^e"},
		{"8 ^e", "8 ^e", "8 ^e", "8 e", "8 ^e"},
		{"1 234,50 €", "1 234,50 €", "1 234,50 €", "1 234 50", "1 234,50 €"},
		{"Αθήνα", "αθηνα", "αθηνα", "αθηνα", "αθηνα"},
		{"\xffa", "\ufffda", "\ufffda", "a", "\ufffda"},
	} {
		for _, level := range []struct {
			name string
			fold func(string) string
			want string
		}{{"Letters", Letters, c.letters}, {"Text", Text, c.text}, {"Words", Words, c.words}, {"Name", Name, c.name}} {
			if got := level.fold(c.printed); got != level.want {
				t.Errorf("%s(%q) = %q, want %q", level.name, c.printed, got, level.want)
			}
		}
	}
}

func TestName(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ printed, want string }{
		{"STE-FOY", "sainte foy"},
		{"Htes Alpes", "hautes alpes"},
		{"(St Malo)", "(saint malo)"},
		{"Est", "est"},
		{"Steenvoorde", "steenvoorde"},
		{"Villefranche s/Saône", "villefranche sur saone"},
		{"Villefranche s/ Saône", "villefranche sur saone"},
		{"Cour-et-Buis – Nord", "cour et buis nord"},
		{"Finistère (29)", "finistere (29)"},
	} {
		if got := Name(c.printed); got != c.want {
			t.Errorf("Name(%q) = %q, want %q", c.printed, got, c.want)
		}
	}
}

// TestBareLetters holds the table to NFD where NFD takes an accent off.
func TestBareLetters(t *testing.T) {
	t.Parallel()
	for r := rune(firstAccented); r <= lastAccented; r++ {
		got := Letters(string(r))
		if got == "" || strings.ToLower(got) != got {
			t.Errorf("%c becomes %q", r, got)
		}
		if first, n := utf8.DecodeRuneInString(norm.NFD.String(string(r))); n == 1 && got != strings.ToLower(string(first)) {
			t.Errorf("%c becomes %q, want %q", r, got, unicode.ToLower(first))
		}
	}
}

// TestWordsOfUnicode holds Words to what NFD says of every letter and sign, alone and
// before an accent of its own.
func TestWordsOfUnicode(t *testing.T) {
	t.Parallel()
	slow := func(s string) string {
		var b strings.Builder
		for _, r := range norm.NFD.String(s) {
			switch {
			case unicode.Is(unicode.Mn, r):
			case firstAccented <= r && r <= lastAccented && unicode.IsLetter(r): // letters that NFD leaves
				b.WriteString(bare[r-firstAccented])
			case r == '°' || r == 'º':
				b.WriteByte('o')
			case unicode.IsLetter(r) || unicode.IsDigit(r):
				b.WriteRune(unicode.ToLower(r))
			default:
				b.WriteByte(' ')
			}
		}
		return strings.Join(strings.Fields(b.String()), " ")
	}
	for r := rune(1); r < 0x3400; r++ {
		if strings.ContainsFunc(norm.NFD.String(string(r)), func(r rune) bool { return unicode.Is(unicode.Mc, r) }) {
			continue // vowels of Indian scripts
		}
		for _, s := range []string{string(r), "É" + string(r) + "b", string(r) + "\u0301x"} {
			if got, want := Words(s), slow(s); got != want {
				t.Fatalf("Words(%q) is %q, want %q", s, got, want)
			}
		}
	}
}

func FuzzLevels(f *testing.F) {
	for _, s := range []string{"Île-de-France", "s/s & St", "//s/s/s", "\xff\xfe", "ſt Ÿ", "e\u0301", "ﬃ ế"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, level := range map[string]func(string) string{"Letters": Letters, "Text": Text, "Words": Words, "Name": Name} {
			got := level(s)
			if !utf8.ValidString(got) && utf8.ValidString(s) {
				t.Errorf("%s(%q) = %q: not UTF-8", name, s, got)
			}
			if name != "Letters" && strings.TrimSpace(got) != got {
				t.Errorf("%s(%q) = %q: blanks at an end", name, s, got)
			}
			if name != "Letters" && strings.Contains(got, "  ") {
				t.Errorf("%s(%q) = %q: two blanks", name, s, got)
			}
		}
		key, prefix := Name(s), []byte("st ")
		if got := string(AppendName(prefix, s)[len(prefix):]); got != key {
			t.Errorf("AppendName(%q) after something = %q, alone %q", s, got, key)
		}
	})
}

func BenchmarkLevels(b *testing.B) {
	for _, level := range []struct {
		name string
		fold func(string) string
	}{{"Letters", Letters}, {"Text", Text}, {"Words", Words}, {"Name", Name}} {
		b.Run(level.name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				for _, s := range [...]string{"Saint-Étienne-du-Rouvray", "Loire-Atlantique", "Nouvelle librairie « L’Œuvre au noir »"} {
					_ = level.fold(s)
				}
			}
		})
	}
}
