// Tables of the kinds that programs and people write without drawing them.

package text

import "testing"

func TestPlainTables(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"psql", `
 commune   | tonnage | évolution
-----------+---------+-----------
 Auxerre   |    1234 |      12,5
 Nevers    |     980 |      -3,1
 Sens      |    2310 |       0,4
(3 rows)
`, `T commune | tonnage | évolution
T Auxerre | 1234 | 12,5
T Nevers | 980 | -3,1
T Sens | 2310 | 0,4
P (3 rows)
`},
		{"pipes without edges or rule", `
Commune | Tonnage | Évolution
Auxerre | 1234 | 12,5
Nevers | 980 | -3,1
Sens | 2310 | 0,4
`, `T Commune | Tonnage | Évolution
T Auxerre | 1234 | 12,5
T Nevers | 980 | -3,1
T Sens | 2310 | 0,4
`},
		{"a box whose cells have several lines", `
+---------+------------------+
| Commune | Site             |
+=========+==================+
| Auxerre | Maison des       |
|         | associations     |
+---------+------------------+
| Nevers  | Salle du Lac     |
+---------+------------------+
| Sens    | Centre Jean      |
|         | Moulin           |
+---------+------------------+
`, `T Commune | Site
T Auxerre | Maison des associations
T Nevers | Salle du Lac
T Sens | Centre Jean Moulin
`},
		{"reStructuredText's rules", `
=========  =======  =========
Commune    Tonnage  Évolution
=========  =======  =========
Auxerre       1234       12,5
Nevers         980       -3,1
Sens          2310        0,4
=========  =======  =========
`, `T Commune | Tonnage | Évolution
T Auxerre | 1234 | 12,5
T Nevers | 980 | -3,1
T Sens | 2310 | 0,4
`},
		{"pandoc's rows of several lines", `
--------------------------------------------
Commune      Site                  Montant
             retenu                (€)
-----------  -----------------  ------------
Auxerre      Maison des                1 200
             associations

Nevers       Salle du Lac                900

Sens         Centre Jean               2 100
             Moulin
--------------------------------------------
`, `T Commune | Site retenu | Montant (€)
T Auxerre | Maison des associations | 1 200
T Nevers | Salle du Lac | 900
T Sens | Centre Jean Moulin | 2 100
`},
		{"dots that lead to figures", `
Auxerre ................. 1 234
Nevers .................... 980
Sens .................... 2 310
Joigny ..................... 45
`, `T Auxerre | 1 234
T Nevers | 980
T Sens | 2 310
T Joigny | 45
`},
		{"two columns of leaders below headings", `
Commune               Tonnage    Sites
Auxerre ............... 1 234 ...... 12
Nevers .................. 980 ....... 3
Sens .................. 2 310 ....... 7
`, `T Commune | Tonnage | Sites
T Auxerre | 1 234 | 12
T Nevers | 980 | 3
T Sens | 2 310 | 7
`},
		{"gaps of two blanks, in line with nothing", `
Nom  Ville  Montant
Anne Martin  Lyon  1 200
Zoé Petit  Lille  900
Paul Durand  Paris  2 100
Luc Moreau  Brest  450
`, `T Nom | Ville | Montant
T Anne Martin | Lyon | 1 200
T Zoé Petit | Lille | 900
T Paul Durand | Paris | 2 100
T Luc Moreau | Brest | 450
`},
		{"figures that single blanks part", `
Site 2022 2023
Auxerre 1234 1300
Nevers 980 1002
Sens 2310 2250
Joigny 45 51
`, `T Site | 2022 | 2023
T Auxerre | 1234 | 1300
T Nevers | 980 | 1002
T Sens | 2310 | 2250
T Joigny | 45 | 51
`},
		{"records of names and values", `
Commune : Auxerre
Tonnage : 1234
Date : 12/03/2023

Commune : Nevers
Tonnage : 980
Date : 14/03/2023

Commune : Sens
Tonnage : 2310
Date : 15/03/2023
`, `T Commune | Tonnage | Date
T Auxerre | 1234 | 12/03/2023
T Nevers | 980 | 14/03/2023
T Sens | 2310 | 15/03/2023
`},
		{"negative figures in parentheses, a name in parentheses", `
Département          2022      2023     Écart
Yonne               1 200     1 100     (100)
Nièvre                900       950        50
(hors métropole)      120       110      (10)
Côte-d'Or           2 300     2 250      (50)
`, `T Département | 2022 | 2023 | Écart
T Yonne | 1 200 | 1 100 | (100)
T Nièvre | 900 | 950 | 50
T (hors métropole) | 120 | 110 | (10)
T Côte-d'Or | 2 300 | 2 250 | (50)
`},
		{"rows in small letters", `
Produit            Quantité   Origine
pommes de terre         120   bretagne
carottes                 80   picardie
poireaux                 45   val de loire
choux                    60   alsace
`, `T Produit | Quantité | Origine
T pommes de terre | 120 | bretagne
T carottes | 80 | picardie
T poireaux | 45 | val de loire
T choux | 60 | alsace
`},
		{"only words", `
Commune          Site retenu             Porteur
Auxerre          Maison des jeunes       Ville
Nevers           Salle du Lac            Association
Sens             Centre Jean Moulin      Agglomération
Joigny           Bibliothèque            Ville
Avallon          Maison de quartier      Ville
`, `T Commune | Site retenu | Porteur
T Auxerre | Maison des jeunes | Ville
T Nevers | Salle du Lac | Association
T Sens | Centre Jean Moulin | Agglomération
T Joigny | Bibliothèque | Ville
T Avallon | Maison de quartier | Ville
`},
		{"headings that span columns", `
                      2022                 2023
Commune        Entrées   Sorties    Entrées   Sorties
Auxerre          1 234       990      1 300     1 010
Nevers             980       870      1 002       900
Sens             2 310     2 200      2 250     2 100
`, `T Commune | 2022 | ^ | 2023 | ^
T ^ | Entrées | Sorties | Entrées | Sorties
T Auxerre | 1 234 | 990 | 1 300 | 1 010
T Nevers | 980 | 870 | 1 002 | 900
T Sens | 2 310 | 2 200 | 2 250 | 2 100
`},
		{"rules over the figures of a sum", `
Club                          Or  Argent  Total
Aviron du Lac                  3       2      5
Cercle nautique de l'ouest     1       4      5
rame libre                     2       0      2
                              --  ------  -----
Ensemble                       6       6     12
`, `T Club | Or | Argent | Total
T Aviron du Lac | 3 | 2 | 5
T Cercle nautique de l'ouest | 1 | 4 | 5
T rame libre | 2 | 0 | 2
T Ensemble | 6 | 6 | 12
`},
		{"two tables below each other", `
Commune          Site retenu             Montant

Auxerre          Maison des jeunes         1 200
Nevers           Salle du Lac                900


Organisme                Objet           Année   Montant
Club nautique            Bateau           2021     4 500
Foyer rural              Toiture          2022    12 000
Vélo pour tous           Atelier          2022       800
`, `T Commune | Site retenu | Montant
T Auxerre | Maison des jeunes | 1 200
T Nevers | Salle du Lac | 900
T Organisme | Objet | Année | Montant
T Club nautique | Bateau | 2021 | 4 500
T Foyer rural | Toiture | 2022 | 12 000
T Vélo pour tous | Atelier | 2022 | 800
`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := readPlain(t, tt.src); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// Lines of prose that end in figures, and labels of one block, are no tables.
func TestNoPlainTable(t *testing.T) {
	for _, src := range []string{
		"Le musée ouvre en 2022 2023\nIl a reçu 12 000 visiteurs\nLa ville compte 3 400 habitants\n",
		"Contact :  Anne\nTél : 01 02 03 04 05\n",
		"Lieu : Brest\nDate : 12 mars\n\nDate : 14 mars\nLieu : Lyon\n",
		"Accueil | Contact\nUne phrase\n",
	} {
		if got := readPlain(t, src); got != "" && got[0] == 'T' {
			t.Errorf("%q is a table:\n%s", src, got)
		}
	}
}
