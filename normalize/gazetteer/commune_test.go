// Communes by printed name, within a department and without.

package gazetteer

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// The table must be the one that official.go was generated with.
func TestTableIsCurrent(t *testing.T) {
	if sum := fmt.Sprintf("%x", sha256.Sum256([]byte(packed))); sum != communesSHA256 {
		t.Errorf("communes.bin has sha256 %s, official.go says %s: run go generate", sum, communesSHA256)
	}
	if n := len(communes().ends); n != communeCount {
		t.Errorf("%d communes, want %d", n, communeCount)
	}
	counts := map[Status]int{}
	for p := range uint16(communeCount) {
		counts[communes().commune(p).Status]++
	}
	// The figures that the publisher of the data gives for this edition.
	want := map[Status]int{Current: 34969, Delegated: 2105, Associated: 471, District: 45}
	if fmt.Sprint(counts) != fmt.Sprint(want) {
		t.Errorf("communes by status: %v, want %v", counts, want)
	}
}

func TestEveryCommuneIsFound(t *testing.T) {
	t.Parallel()
	for p := range uint16(communeCount) {
		c := communes().commune(p)
		if got, ok := CommuneByCode(c.Code); !ok || got.Code != c.Code || got.Status > c.Status {
			t.Fatalf("CommuneByCode(%q) = %v, want %v", c.Code, got, c)
		}
		if !slices.Contains(CommunesNamed(c.Name), c) {
			t.Fatalf("CommunesNamed(%q) has no %v", c.Name, c)
		}
		if !slices.Contains(CommunesNamed(strings.ToUpper(Fold(c.Name))), c) {
			t.Fatalf("CommunesNamed of %q in capitals has no %v", c.Name, c)
		}
		d, ok := DepartmentByCode(c.Department)
		if !ok {
			t.Fatalf("%v lies in no department", c)
		}
		if got, ok := CommuneIn(d, c.Name); !ok || got.Name != c.Name && Fold(got.Name) != Fold(c.Name) {
			t.Fatalf("CommuneIn(%v, %q) = %v", d, c.Name, got)
		}
		if c.Status != Current {
			if into, ok := CommuneByCode(c.Into); !ok || into.Status != Current {
				t.Fatalf("%v lies in %v", c, into)
			}
		}
	}
}

// (department, folded name) is a key: two places share it only where one is the
// seat of the other.
func TestKeyNeverCollides(t *testing.T) {
	seen := map[string]Commune{}
	for p := range uint16(communeCount) {
		c := communes().commune(p)
		key := c.Department + " " + Fold(c.Name)
		if o, ok := seen[key]; ok && o.Code != c.Into && c.Code != o.Into {
			t.Errorf("%v and %v have the key %q", o, c, key)
		}
		seen[key] = c
	}
}

func TestCommunesNamed(t *testing.T) {
	for _, c := range []struct{ printed, codes string }{
		{"Saint-Chamond", "42207"},
		{"ST CHAMOND", "42207"},
		{"St.-Etienne-du-Rouvray", "76575"},
		{"Mans (Le)", "72181"},
		{"Le Mans", "72181"},
		{"Villefranche/Saône", "69264"},
		{"Villefranche s/Saône", "69264"},
		{"Fontenay s/s Bois", "94033"},
		{"L’Haÿ-les-Roses", "94038"},
		{"Paris 12e", "75112"},
		{"Paris 12", "75112"},
		{"Paris XIIe", "75112"},
		{"Paris (12e)", "75112"},
		{"Paris 1er arrondissement", "75101"},
		{"12e arrondissement de Paris", "75112"},
		{"Lyon 8 ^e", "69388"},
		{"Marseille 16ème", "13216"},
		{"Lyon 12e", ""},
		{"Paris 0", ""},
		{"Brest (29)", "29019"},
		{"Brest (42)", ""},
		{"29200 Brest", "29019"},
		{"Saint-Denis 93200", "93066 93066"}, // the commune, and its seat as a delegated one
		{"Saint-Denis (974)", "97411"},
		{"Évry", "89162"},
		{"Ajaccio", "2A004"},
		{"Escaufourt", "02285"}, // associated with a commune of the Nord
		{"Beaulieu", "25050 36014 43021 58026 63031 ..."},
		{"Métropole Stéphanoise", ""},
		{"Château-Chinon", "58062 58063"}, // (Ville) and (Campagne)
		{"Château-Chinon (Ville)", "58062"},
		{"Bors", "16052 16053"},
		{"", ""},
		{"(29)", ""},
		{"x(29)(29)(29)(29)", ""},
	} {
		var codes []string
		for _, p := range CommunesNamed(c.printed) {
			codes = append(codes, p.Code)
		}
		got := strings.Join(codes, " ")
		if rest, ok := strings.CutSuffix(c.codes, " ..."); ok {
			// Several communes have this name: the current ones come first, by code.
			cs := CommunesNamed(c.printed)
			if len(cs) < 5 || !slices.IsSortedFunc(cs, func(a, b Commune) int { return int(min(a.Status, 1)) - int(min(b.Status, 1)) }) {
				t.Errorf("CommunesNamed(%q) = %v, want %s and more, those of today first", c.printed, cs, rest)
			}
			continue
		}
		if got != c.codes {
			t.Errorf("CommunesNamed(%q) = %s, want %s", c.printed, got, c.codes)
		}
	}
}

func TestPostalCodes(t *testing.T) {
	for code, want := range map[string]string{"42400": "Saint-Chamond", "29200": "Brest", "97411": "Saint-Paul"} {
		cs := CommunesOfPostalCode(code)
		if !slices.ContainsFunc(cs, func(c Commune) bool { return c.Name == want }) {
			t.Errorf("CommunesOfPostalCode(%s) = %v, want %s among them", code, cs, want)
		}
	}
	if cs := CommunesOfPostalCode("00000"); cs != nil {
		t.Errorf("00000 serves %v", cs)
	}
	n := 0
	for _, places := range postal() {
		n += len(places)
	}
	if n < 35000 {
		t.Errorf("only %d postal codes", n)
	}
}

func FuzzCommunes(f *testing.F) {
	for _, s := range []string{"Mans (Le)", "Paris 12e", "29200 Brest", "a/b", "e arrondissement de paris", "paris ", "2a (2a)", "x(29)(29)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range CommunesNamed(s) {
			if d, ok := DepartmentByCode(c.Department); !ok {
				t.Errorf("%v lies nowhere", c)
			} else if in, ok := CommuneIn(d, s); ok && in.Department != d.Code {
				t.Errorf("CommuneIn(%v, %q) = %v", d, s, in)
			}
		}
	})
}

// Unpacking happens once in every process that asks about a commune.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		load()
	}
}

func BenchmarkAcceptCommune(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Accept(KindCommune, "Saint-Chamond")
	}
}

func BenchmarkAcceptNoCommune(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Accept(KindCommune, "Métropole Stéphanoise")
	}
}
