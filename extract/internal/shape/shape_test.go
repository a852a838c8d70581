// How the lines of one text are joined.

package shape

import "testing"

func TestJoinWrapped(t *testing.T) {
	for _, tt := range []struct{ text, next, want string }{
		{"Création d'une média-", "thèque", "Création d'une médiathèque"},
		{"Réhabilitation de l'an-", "cienne gare", "Réhabilitation de l'ancienne gare"},
		{"Saint-Jean-de-", "Maurienne", "Saint-Jean-de-Maurienne"},
		{"Cosne-Cours-", "sur-Loire", "Cosne-Cours-sur-Loire"},
		{"rez-de-", "chaussée", "rez-de-chaussée"},
		{"sous-", "préfecture", "sous-préfecture"},
		{"a long-", "term plan", "a long-term plan"},
		{"Villeneuve-", "d'Ascq", "Villeneuve-d'Ascq"},
		{"2-", "3 places", "2-3 places"},
		{"A-", "b", "A-b"},
		{"l'", "eau", "l'eau"},
		{"Maison", "du lac", "Maison du lac"},
	} {
		if got := JoinWrapped(tt.text, tt.next); got != tt.want {
			t.Errorf("%q and %q make %q, want %q", tt.text, tt.next, got, tt.want)
		}
	}
}
