// Numbers in figures and words.

package claims

import (
	"fmt"
	"strings"
	"testing"
)

// show prints the numbers of a sentence as value, nature and bound.
func show(s string, english bool) string {
	var out []string
	for _, n := range numbers(tokenize(blank(s)), english) {
		v := figure(n.value)
		switch n.nature {
		case percent:
			v += "%"
		case money:
			v += "€"
		case year:
			v += "y"
		case ordinal:
			v += "th"
		case day:
			v += "d"
		case label:
			v += "#"
		case decimal:
			v += "dec"
		}
		out = append(out, [...]string{"", "~", ">", "<"}[n.bound]+v)
	}
	return strings.Join(out, " ")
}

func TestNumbers(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"1 784 739 démarches et 1\u202f252\u00a0766 actes", "1784739 1252766"},
		{"1.580 emplois, 12,5 millions d'euros", "1580 12500000€"},
		{"26.8% et 99,4 % et douze pour cent", "26.8% 99.4% 12%"},
		{"230M€, 12 M €, 900 M d'€, 3 Md€, 150 000 euros", "230000000€ 12000000€ 900000000€ 3000000000€ 150000€"},
		{"1,046 milliard d'euros en 2018", "1046000000€ 2018y"},
		{"treize, quarante-neuf, quatre-vingt-dix-neuf, soixante et onze, vingt et un", "13 49 99 71 21"},
		{"deux cent trente-quatre mille cinq cents, mille deux cents", "234500 1200"},
		{"quatre-vingts sites, soixante-dix-sept lieux, cent vingt", "80 77 120"},
		{"une trentaine de communes, une centaine, deux douzaines", "~30 ~100 ~24"},
		{"plus de 50 sites, près de 40, environ 30, au moins 12, jusqu'à 9", ">50 ~40 ~30 >12 <9"},
		{"le 1er janvier 2020, le 14 octobre 2020", "1th 2020y 14d 2020y"},
		{"à l'automne 2020, en 2019, les 2019 communes", "2020y 2019y 2019"},
		{"la norme XP X60-600, article 5, n° 2005-102, Roubaix (59)", "60# 600# 5# 59#"},
		{"1,252,766 démarches, douze euros, deux millions d'euros", "1252766 12€ 2000000€"},
		{"vingt et deux, cent et trois, quatre trente", "20 2 100 3 4 30"},
		{"12 45 sites, 1 234 5678", "12 45 1234 5678"},
		{"40+13 sites, 40/13, 40-13", "40 13 40# 13# 40# 13#"},
		{"Paris (75056), le siège (7505) et le parc (750561)", "75056# 7505 750561"},
		{"06 78 61 38 26 puis 13 sites", "13"},
		{"12ème partenaire, 8e Mermoz, 3e vague", "12th 8th 3th"},
		{"53 structures, 2 800 France services", "53 2800"},
		{"à 20 h 30, le 25/05/2021, a@b12.fr", ""},
		{"un nouveau site, une commune", "1# 1#"},
		{"68 se trouvent en ruralité et 102 en QPV.", "68 102"},
		{"3 millions de visiteurs", "3000000"},
	} {
		want := strings.Join(strings.Fields(tt.want), " ")
		if got := show(tt.in, false); got != want {
			t.Errorf("%q: got %s, want %s", tt.in, got, want)
		}
	}
	for _, tt := range []struct{ in, want string }{
		{"1,252,766 jobs, 13,500 sites, 6.3 percent", "1252766 13500 6.3%"},
		{"two hundred and thirty-four, twenty-one, a dozen", "234 21 ~12"},
		{"more than 50 sites, nearly 40, up to 9", ">50 ~40 <9"},
		{"Friday, February 5, 2021", "5d 2021y"},
	} {
		if got := show(tt.in, true); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.in, got, tt.want)
		}
	}
}

// TestNumberWords writes the words of every number to 9,999 and reads them back.
func TestNumberWords(t *testing.T) {
	for n := 2; n < 10000; n++ {
		w := inWords(n)
		if got := show(w, false); got != fmt.Sprint(n) {
			t.Fatalf("%d is %q, read as %s", n, w, got)
		}
	}
}

// inWords writes n in the traditional spelling.
func inWords(n int) string {
	small := strings.Fields("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf")
	ten := strings.Fields("- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")
	switch {
	case n < 20:
		return small[n]
	case n < 100:
		t, u := n/10, n%10
		if t == 7 || t == 9 {
			u += 10
		}
		switch {
		case u == 0 && t == 8:
			return "quatre-vingts"
		case u == 0:
			return ten[t]
		case (u == 1 || u == 11) && t < 8:
			return ten[t] + " et " + small[u]
		}
		return ten[t] + "-" + small[u]
	case n < 1000:
		h, rest := n/100, n%100
		s := "cent"
		if h > 1 {
			s = small[h] + " cent"
			if rest == 0 {
				return s + "s"
			}
		}
		if rest == 0 {
			return s
		}
		return s + " " + inWords(rest)
	}
	s := "mille"
	if n/1000 > 1 {
		s = inWords(n/1000) + " mille"
	}
	if n%1000 == 0 {
		return s
	}
	return s + " " + inWords(n%1000)
}

// TestEcho holds that figures in brackets that repeat a number in words are no number of
// their own.
func TestEcho(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{"Cinq (5) patients de trois villages": 2, "Cinq (3 graves) patients": 2, "cinq agents (5)": 2} {
		if got := len(parse(sentence{text: text}, false).numbers); got != want {
			t.Errorf("%q: %d numbers, want %d", text, got, want)
		}
	}
}
