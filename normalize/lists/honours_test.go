// Names below grades.

package lists

import (
	"slices"
	"testing"
)

func TestHonours(t *testing.T) {
	const want = "Sont promus au grade d'officier|M. Pierre Durand|directeur d'hôpital\n" +
		"Sont promus au grade d'officier|Mme Claire Lefort|professeure des universités\n" +
		"Au grade de chevalier|M. Alain Besse|artisan boulanger\n"
	for name, c := range map[string][2]string{
		"lines":        {"txt", "Promotion du 15 mai\n\nSont promus au grade d'officier :\n\nM. Pierre Durand, directeur d'hôpital\nMme Claire Lefort, professeure des universités\n\nAu grade de chevalier\n\nM. Alain Besse, artisan boulanger\n"},
		"cut lines":    {"txt", "Promotion du 15 mai\n\nSont promus au grade d'officier :\n\nM. Pierre Durand, directeur\nd'hôpital\nMme Claire Lefort, professeure\ndes universités\n\nAu grade de chevalier\n\nM. Alain Besse, artisan boulanger\n"},
		"bold, lines":  {"md", "# Promotion\n\n**Sont promus au grade d'officier :**\n\nM. Pierre Durand, directeur d'hôpital\nMme Claire Lefort, professeure des universités\n\n**Au grade de chevalier**\n\nM. Alain Besse, artisan boulanger\n"},
		"html bullets": {"html", "<h1>Promotion</h1><p>Sont promus au grade d'officier :</p><ul><li>M. Pierre Durand, directeur d'hôpital</li><li>Mme Claire Lefort, professeure des universités</li></ul><h3>Au grade de chevalier</h3><ul><li>M. Alain Besse, artisan boulanger</li></ul>"},
	} {
		if got := rows(read(t, c[0], c[1]), "section", "name", "detail"); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
	r := read(t, "txt", "Décès\n\nIl fut promu au grade d'officier :\n\nM. Alain Besse, artisan\nM. Karim Saïd, maire\nMme Lucie Noir, juge\n")
	if len(r.Lists) != 1 || slices.Contains(r.Lists[0].Columns, "section") {
		t.Errorf("a sentence about a grade made a section: %+v", r.Lists)
	}
}
