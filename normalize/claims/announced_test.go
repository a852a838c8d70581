// Counts that the prose announces, and those that lead into a list.

package claims

import (
	"slices"
	"strings"
	"testing"
)

func TestAnnounced(t *testing.T) {
	p := Read(release("En 2019, 53 PIMMS et 12 sites ouvrent, soit 31 % de plus, pour 40 euros.\nEnviron 200 agents y travaillent, et 12 sites un peu plus loin."))
	if got, want := p.Announced(), []int{12, 53}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestLeading(t *testing.T) {
	for _, tt := range []struct {
		text      string
		n         int
		towns, ok bool
	}{
		{"Huit communes au titre de la sécheresse :", 8, true, true},
		{"C'est fait. Les huit communes de 2019 :", 8, true, true},
		{"Voici les 12 lauréats :", 12, false, true},
		{"Les 12 maires :", 12, false, false},
		{"Huit communes au titre de la sécheresse", 0, false, false},
		{"Huit communes : une liste.", 0, false, false},
		{"Huit communes, notamment :", 0, false, false},
		{"Huit communes, après un retrait :", 0, false, false},
		{"Huit communes, dont :", 0, false, false},
		{"Huit communes et trois villes :", 0, false, false},
		{"Plus de huit communes :", 0, false, false},
		{"Une commune :", 0, false, false},
		{"Aujourd'hui huit communes :", 0, false, false},
		{"Huit euros :", 0, false, false},
		{"Une trentaine de communes :", 0, false, false},
		{strings.Repeat("mot ", maxSentence/4) + "fin. Huit communes :", 0, false, false},
	} {
		n, towns, ok := Read(release("")).Leading(tt.text)
		if !ok {
			n, towns = 0, false // whatever they are
		}
		want := tt.n
		if !tt.ok {
			want = 0
		}
		if n != want || towns != tt.towns || ok != tt.ok {
			t.Errorf("%q: got %d %v %v", tt.text, n, towns, ok)
		}
	}
}
