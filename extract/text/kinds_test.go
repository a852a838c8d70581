// Kinds of tables in text that stand close to other text, or whose cells little sets
// apart.

package text

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
)

func TestTablesAmongText(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"the head of a letter above, no blank line between", `
Ville de Sens                                        20 janvier 2023
12, place de la République                           Accueil : A. Roy

Fréquentation des musées

Les services ont compté les entrées de toute l'année, musée par musée et mois
par mois.
Musée                   Entrées   État         Part
Musée de l'Eau           39 461   ouvert       -4,6
Maison du sel             6 554   prévu        19,6
Palais des arts             817   en travaux    0,1
`, `P Ville de Sens  20 janvier 2023/12, place de la République  Accueil : A. Roy
H Fréquentation des musées
P Les services ont compté les entrées de toute l'année, musée par musée et mois par mois.
T Musée | Entrées | État | Part
T Musée de l'Eau | 39 461 | ouvert | -4,6
T Maison du sel | 6 554 | prévu | 19,6
T Palais des arts | 817 | en travaux | 0,1
`},
		{"headings above the name of a group keep", `
Musée                   Entrées   État

Musées de la région et de ses départements

Musée de l'Eau           39 461   ouvert
Maison du sel             6 554   prévu
Palais des arts             817   en travaux
`, `T Musée | Entrées | État
T Musées de la région et de ses départements
T Musée de l'Eau | 39 461 | ouvert
T Maison du sel | 6 554 | prévu
T Palais des arts | 817 | en travaux
`},
		{"years one blank apart above figures in line", `
Ville                2021 2022 2023
Cosne-sur-Loire      1044  417 1685
Tonnerre              985   61 6238
Avallon               674 3399 9557
`, `T Ville | 2021 | 2022 | 2023
T Cosne-sur-Loire | 1044 | 417 | 1685
T Tonnerre | 985 | 61 | 6238
T Avallon | 674 | 3399 | 9557
`},
		{"tabs that end one blank before a column", "Lieu\t\t\tOuverture\tPlaces\tÉtat\nThéâtre de la Butte\t\t11 octobre 2023\t11 153\touvert\nGare\t\t\t27 juin 2023\t60\tprévu\nMaison des Bateliers\t\t5 mars 2023\t3\touvert\n", `T Lieu | Ouverture | Places | État
T Théâtre de la Butte | 11 octobre 2023 | 11 153 | ouvert
T Gare | 27 juin 2023 | 60 | prévu
T Maison des Bateliers | 5 mars 2023 | 3 | ouvert
`},
		{"tabs, and a row of a name alone", "Lieu\tPlaces\tÉtat\nGare\t60\tprévu\nHalle\nPort\t5\touvert\n", `T Lieu | Places | État
T Gare | 60 | prévu
T Halle
T Port | 5 | ouvert
`},
		{"records that dashes part, some without a value", `
Lieu : Gare
Places : 60
État : prévu
---
Lieu : Halle
État : ouvert
---
Lieu : Port
Places : 5
État : fermé
`, `T Lieu | Places | État
T Gare | 60 | prévu
T Halle |  | ouvert
T Port | 5 | fermé
`},
		{"a box whose first cells have several lines", `
+----------+-----------+--------+
| Lieu     | Date      | Places |
+==========+===========+========+
| Halle    | 19 juin   | 61     |
| aux vins | 2023      |        |
+----------+-----------+--------+
| Gare     | 3 mai     | 422    |
+----------+-----------+--------+
| Port     | 5 mai     | 7      |
|          | 2022      |        |
+----------+-----------+--------+
`, `T Lieu | Date | Places
T Halle aux vins | 19 juin 2023 | 61
T Gare | 3 mai | 422
T Port | 5 mai 2022 | 7
`},
		{"groups of rows whose states begin small", `
Lieu             État         Responsable

Secteur nord
Halle            en travaux   Anne
Gare             en travaux   Zoé
Port             prévu        Luc
Moulin           ouvert       Paul

Secteur sud
Pont             prévu        Yann
Tour             fermé        Odile
Four             ouvert       Inès
`, `T Lieu | État | Responsable
T Secteur nord
T Halle | en travaux | Anne
T Gare | en travaux | Zoé
T Port | prévu | Luc
T Moulin | ouvert | Paul
T Secteur sud
T Pont | prévu | Yann
T Tour | fermé | Odile
T Four | ouvert | Inès
`},
		{"figures that begin as years do", `
Ville                      Part
La Charité ............... 20,2
Le Creusot ............... 19,4
Tonnerre .................. 8,7
Chablis ................... 8,5
`, `T Ville | Part
T La Charité | 20,2
T Le Creusot | 19,4
T Tonnerre | 8,7
T Chablis | 8,5
`},
		{"dates before a blank figure", `
Site                 Date              Indice
Halle                23 janvier 2023     26,9
Gare                 19 octobre 2023      6,2
Port                 8 juin 2023          6,9
Moulin               27 octobre 2023
Pont                 7 janvier 2023      -0,2
`, `T Site | Date | Indice
T Halle | 23 janvier 2023 | 26,9
T Gare | 19 octobre 2023 | 6,2
T Port | 8 juin 2023 | 6,9
T Moulin | 27 octobre 2023 | 
T Pont | 7 janvier 2023 | -0,2
`},
		{"the last row wraps in its first cell", `
Site                     Référent     Montant
Halle                    Anne          49 500
Gare                     Zoé           10 200
Port                     Luc           89 900
Centre social et sportif Paul          27 900
Bellevue
`, `T Site | Référent | Montant
T Halle | Anne | 49 500
T Gare | Zoé | 10 200
T Port | Luc | 89 900
T Centre social et sportif Bellevue | Paul | 27 900
`},
		{"two rankings side by side", `
Filles                  Garçons
1. Louise     (312)     1. Gabriel   (402)
2. Jade       (298)     2. Raphaël   (377)
3. Ambre      (271)     3. Léo       (365)
4. Alma       (255)     4. Louis     (350)
`, `T Filles
T 1. Louise | (312)
T 2. Jade | (298)
T 3. Ambre | (271)
T 4. Alma | (255)
T Garçons
T 1. Gabriel | (402)
T 2. Raphaël | (377)
T 3. Léo | (365)
T 4. Louis | (350)
`},
		{"two tables side by side, a blank line below their names", `
Sport                              Culture

Club                Membres        Lieu           Places
Aviron du Lac           120        Halle             400
Judo                     80        Théâtre           310
Vélo pour tous           45        Gare               60
`, `H Sport  Culture
T Club | Membres
T Aviron du Lac | 120
T Judo | 80
T Vélo pour tous | 45
T Lieu | Places
T Halle | 400
T Théâtre | 310
T Gare | 60
`},
		{"labels and values below a table", `
Candidat                Liste            Voix      %
Sarah Vidal             Centre          1 204   41,3
Jean Noël               Gauche            987   33,9
Priya Roman             Écologie          512   17,6

Participation : 38,4 %   Inscrits : 7 612   Blancs : 11
`, `T Candidat | Liste | Voix | %
T Sarah Vidal | Centre | 1 204 | 41,3
T Jean Noël | Gauche | 987 | 33,9
T Priya Roman | Écologie | 512 | 17,6
H Participation : 38,4 %  Inscrits : 7 612  Blancs : 11
`},
		{"a last row without gaps above the closing rule", `
===================== ======== ======
Projet                Ville    Visites
===================== ======== ======
École Paul-Bert       Nevers   21 612
Jardins du canal      Sens     27 408
Gare                  Toucy    991
Centre social et club Auxerre  52
Maison des habitants  Avallon2 7
===================== ======== ======

Source : services.
`, `T Projet | Ville | Visites
T École Paul-Bert | Nevers | 21 612
T Jardins du canal | Sens | 27 408
T Gare | Toucy | 991
T Centre social et club | Auxerre | 52
T Maison des habitants | Avallon2 | 7
P Source : services.
`},
		{"slashes between cells, a row a paragraph", `
(en millions d'euros) / S1 2023 / 2023 / S1 2024 *

Ventes / 18,6 / 38,0 / 20,9

Résultat net / 1,9 (9,0 %) / 3,4 (9,6 %) / 1,0 (7,4 %)

Effectif / 291 / 298 / 305

* Comptes arrêtés en juin.
`, `T (en millions d'euros) | S1 2023 | 2023 | S1 2024 *
T Ventes | 18,6 | 38,0 | 20,9
T Résultat net | 1,9 (9,0 %) | 3,4 (9,6 %) | 1,0 (7,4 %)
T Effectif | 291 | 298 | 305
L * Comptes arrêtés en juin.
`},
		{"slashes in running text are none", `
Accueil / Actualités / Agenda

Le match / la soirée / le bal auront lieu samedi.

Lundi / mardi / mercredi

Jeudi / vendredi / samedi
`, `H Accueil / Actualités / Agenda
P Le match / la soirée / le bal auront lieu samedi.
H Lundi / mardi / mercredi
H Jeudi / vendredi / samedi
`},
		{"LaTeX", `
Bilan de l'année

\begin{tabular}{lr}
\toprule
Site & Co\^ut (k\euro) \\
\midrule

Halle \& gare & 1\,250 \\
Port & \textbf{910} \\
\bottomrule
\end{tabular}

Les sommes sont arrondies.
`, `H Bilan de l'année
T Site | Coût (k€)
T Halle & gare | 1 250
T Port | 910
P Les sommes sont arrondies.
`},
		{"a box whose borders part groups of rows", `
+----------+-----------+
| Lieu     | Responsable |
+==========+===========+
| Halle    | Anne      |
| Gare     | Zoé       |
+----------+-----------+
| Port     | Luc       |
| Moulin   | Paul      |
+----------+-----------+
`, `T Lieu | Responsable
T Halle | Anne
T Gare | Zoé
T Port | Luc
T Moulin | Paul
`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := readPlain(t, tt.src); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			if !strings.Contains(tt.src, "Lieu : ") { // names of records are printed once
				checkNoLoss(t, []byte(tt.src))
			}
		})
	}
}

// Two names over the columns of what may be two tables are said.
func TestTablesBeside(t *testing.T) {
	doc := &document.Document{}
	src := `Sport                              Culture
Club                Membres        Lieu           Places
Aviron du Lac           120        Halle             400
Judo                     80        Théâtre           310
Vélo pour tous           45        Gare               60
`
	if err := readText(doc, []byte(src), document.Options{}); err != nil {
		t.Fatal(err)
	}
	if len(doc.Issues) != 1 || doc.Issues[0].Code != document.CodeTablesBeside {
		t.Errorf("issues %+v", doc.Issues)
	}
}
