// Folding: names compared without case, accents and hyphens.

package gazetteer

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"rennes", "rennes"},
		{"L'Haÿ-les-Roses", "l hay les roses"},
		{"L’Haÿ‑les–Roses", "l hay les roses"},
		{"Île-de-France", "ile de france"},
		{"I\u0302le-de-France", "ile de france"}, // accents on their own
		{"Œuilly", "oeuilly"},
		{"STE-FOY", "sainte foy"},
		{"St. Étienne", "saint etienne"},
		{"Hte-Savoie", "haute savoie"},
		{"Htes Alpes", "hautes alpes"},
		{"(St Malo)", "(saint malo)"},
		{"Est", "est"},
		{"Steenvoorde", "steenvoorde"},
		{"Meurthe & Moselle", "meurthe et moselle"},
		{"Villefranche s/Saône", "villefranche sur saone"},
		{"Villefranche s/ Saône", "villefranche sur saone"},
		{"Fontenay s/s Bois", "fontenay sous bois"},
		{"Villefranche/Saône", "villefranche/saone"},
		{"  Le\u00a0Mans \u202f", "le mans"},
		{"Orl\u00adéans", "orleans"},
		{"Cour-et-Buis – Nord", "cour et buis nord"},
		{"Finistère (29)", "finistere (29)"},
		{"Fla\ufb01n", "flafin"},
		{"8 ^e", "8 ^e"},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	for r := rune(0xC0); r <= 0x17F; r++ {
		if Fold(string(r)) == "" {
			t.Errorf("%c is lost", r)
		}
	}
}

func TestFoldIsItsOwnKey(t *testing.T) {
	for p := range uint16(communeCount) {
		key := Fold(communes().name(p))
		if again := Fold(key); again != key {
			t.Fatalf("Fold(%q) = %q", key, again)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Île-de-France", "s/s & St", "//s/s/s", "\xff\xfe", "ſt Ÿ", "e\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		key := Fold(s)
		if strings.Contains(key, "  ") || strings.TrimSpace(key) != key {
			t.Errorf("Fold(%q) = %q: stray blanks", s, key)
		}
		if !utf8.ValidString(key) {
			t.Errorf("Fold(%q) = %q: not UTF-8", s, key)
		}
		prefix := []byte("st ")
		if got := string(appendFold(prefix, s)[len(prefix):]); got != key {
			t.Errorf("appendFold(%q) after something = %q, alone %q", s, got, key)
		}
	})
}
