// What is said where a list was announced and did not become rows, and where none was.

package normalize

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
)

func TestUnread(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"nothing", "# Une visite\n\nLa ministre a visité trois ateliers lundi.\n", "no-records"},
		{"announced, nothing follows", "# Les sites ouverts\n\nVoici la liste des 18 sites :\n\nContact presse : 01 99 00 12 34\n", "list-unread: none was found"},
		{"a heading over nothing", "# Nouveaux relais\n\nLe réseau grandit.\n\n## Les 19 nouveaux relais\n\n## Contact\n\nAnne Leroy\n", "list-unread: none was found"},
		{"a picture", "# Concours\n\nLe jury a rendu son verdict.\n\n## Liste des 44 communes lauréates\n\n![](carte.png)\n", "list-unread: there is a picture"},
		{"below, in English", "# Closures\n\nThe full list of the 19 stores that will close is below.\n", "list-unread: none was found"},
		{"elsewhere", "# Concours\n\nLa liste des lauréats est disponible sur le site de la ville.\n", "no-records"},
		{"bullets of orders", "# Conseils\n\nIl est recommandé de :\n\n- Limiter les sorties\n- Couvrir les enfants\n- Ne pas boucher les aérations\n- Vérifier la chaudière\n- Prendre des nouvelles des voisins\n- Garder une couverture\n", "no-records"},
		{"bullets of sentences", "# Conseils\n\nQuelques gestes utiles :\n\n- fermer les volets aux heures les plus chaudes de la journée et aérer la nuit ;\n- boire de l'eau souvent, sans attendre d'avoir soif, et ne pas boire d'alcool ;\n- prendre des nouvelles des personnes âgées ou isolées de son entourage ;\n", "no-records"},
		{"nominations in paragraphs", "Le conseil annonce les nominations suivantes :\n\nMme Claire Vasseur, sous-préfète, est nommée secrétaire générale, où elle succède à M. Duroc, appelé à d'autres fonctions.\n\nM. Karim Belhadj est nommé sous-préfet. Il rejoindra son poste le 1er avril.\n", "list-unread: nominations suivantes"},
		{"as follows, without a count", "The award winners are as follows.\n\nAnn Baker took first place for her essay, which the judges called a delight.\nTom Cole, who came second, wrote about his farm.\n", "list-unread: none was found"},
		{"a colon over a picture", "Les gagnants sont :\n\n![Les gagnants](g.png)\n\nBravo à tous.\n", "list-unread: a picture"},
		{"spread over states, and a picture", "<h1>Openings</h1><p>This spring brings 47 stores across 25 states.</p><img src=map.png alt=Map><p>The company was founded in 1972.</p>", "list-unread: a picture"},
		{"a logo is none", "<h1>Openings</h1><p>This spring brings 47 stores across 25 states.</p><img src=map.png width=48><p>The company was founded in 1972.</p>", "no-records"},
		{"a list by another name", "# Trophée\n\nLe jury a délibéré hier soir, dans une ambiance chaleureuse, devant un public nombreux.\n\n## Palmarès des entreprises\n\nLa soirée a été ouverte par le maire, qui a remercié les partenaires et les bénévoles de leur engagement.\n", "list-unread: Palmarès des entreprises"},
		{"paragraphs with labels", "The commission filled seats at its meeting on Tuesday after a long debate.\n\nConfirmed after the vote were:\n\nPilotage board -- Ann Baker and Tom Cole, both alternates, were elevated to full membership. Two seats are vacant.\n\nMoorings agency -- Kay Lund was kept for a term of three years. Her alternate is to be named at a later meeting.\n\nBeaches board -- Lee Marsh was moved up to fill an unexpired term, and two of the members were kept on until June.\n", "list-unread"},
		{"a statement is no list", "The spokesman made the following statement:\n\nWe regret the delay. It will be made up for.\n", "no-records"},
		{"aims are no list", "La Ville poursuit les objectifs suivants :\n\nRéduire les nuisances, mieux partager la rue et planter des arbres partout où cela est possible.\n", "no-records"},
	} {
		file := "a.md"
		if strings.HasPrefix(tt.text, "<") {
			file = "a.html"
		}
		doc, err := extract.Read(file, []byte(tt.text), document.Options{})
		if err != nil {
			t.Fatal(err)
		}
		res := normalized(doc, Options{})
		got := ""
		for i := range res.Findings {
			if f := &res.Findings[i]; f.Code == "no-records" || f.Code == "list-unread" {
				got += f.Code + ": " + f.Why
			}
		}
		code, why, _ := strings.Cut(tt.want, ": ")
		if !strings.HasPrefix(got, code) || !strings.Contains(got, why) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
