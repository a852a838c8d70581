// Tables in plain text: columns by gaps and signs, broken rows, rules, headings.

package text

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/internal/doctest"
)

func TestTables(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"wrapped cells and a heading of two lines", `
 Région        Département   Nom du site                          Montant
                                                                  (€)
 Bretagne      Finistère     Site Brest (porté par la ville       290 638
                             et ses partenaires)
               Morbihan      Site Vannes                          1 741 326
 Total Bretagne : 2
 Normandie     Seine         Site Rouen                           12 000
               Maritime
`, `T Région | Département | Nom du site | Montant (€)
T Bretagne | Finistère | Site Brest (porté par la ville et ses partenaires) | 290 638
T  | Morbihan | Site Vannes | 1 741 326
T Total Bretagne : 2
T Normandie | Seine Maritime | Site Rouen | 12 000
`},
		{"a long cell touches the next column", `
Nom                               Code postal    Commune
Site Brest                        29200          Brest
Site Vannes                       56000          Vannes
Site Saint-Jean-des-Monts 85160                  Saint-Jean
Site Redon                        35600          Redon
`, `T Nom | Code postal | Commune
T Site Brest | 29200 | Brest
T Site Vannes | 56000 | Vannes
T Site Saint-Jean-des-Monts | 85160 | Saint-Jean
T Site Redon | 35600 | Redon
`},
		{"figures aligned to the right", `
Département            Communes        Dotation
Ain                          12       1 200 300
Aisne                         7         980 000
Allier                       21          45 120
`, `T Département | Communes | Dotation
T Ain | 12 | 1 200 300
T Aisne | 7 | 980 000
T Allier | 21 | 45 120
`},
		{"a column that is seldom filled", `
Nom              Nouveau    Ville
Anne Martin                 Lyon
Zoé Petit        X          Lille
Paul Durand                 Paris
Luc Moreau                  Brest
Eva Simon        X          Nantes
Jean Michel                 Dijon
Marc Garcia                 Reims
`, `T Nom | Nouveau | Ville
T Anne Martin |  | Lyon
T Zoé Petit | X | Lille
T Paul Durand |  | Paris
T Luc Moreau |  | Brest
T Eva Simon | X | Nantes
T Jean Michel |  | Dijon
T Marc Garcia |  | Reims
`},
		{"rows of a region across the table", `
Département          Nom du site                         Montant (€)
Bretagne
Finistère            Site Quimper                             12 500
Morbihan             Site Vannes                               9 800
Normandie
Eure                 Site Évreux                               3 200
`, `T Département | Nom du site | Montant (€)
T Bretagne
T Finistère | Site Quimper | 12 500
T Morbihan | Site Vannes | 9 800
T Normandie
T Eure | Site Évreux | 3 200
`},
		{"a page break inside, columns shift, the footer stays out", "" +
			"Région      Département    Nom\n" +
			"Bretagne    Finistère      Site Brest\n" +
			"            Morbihan       Site Vannes\n" +
			"            Morbihan       Site Auray\n" +
			"\n                Communiqué – 1/2\n\f" +
			"               Morbihan         Site Lorient\n" +
			"               Ille-et-Vilaine  Site Rennes\n" +
			"               Ille-et-Vilaine  Site Redon\n" +
			"\n                Communiqué – 2/2\n", `T Région | Département | Nom
T Bretagne | Finistère | Site Brest
T  | Morbihan | Site Vannes
T  | Morbihan | Site Auray
F Communiqué – 1/2
+  | Morbihan | Site Lorient
+  | Ille-et-Vilaine | Site Rennes
+  | Ille-et-Vilaine | Site Redon
F Communiqué – 2/2
`},
		{"rows set apart by blank lines", `
Région             Nom du site          Date

Bretagne           Site Brest -         12/03/2021
                   Centre

                   Site Vannes          04/07/2021

Normandie          Site Rouen           15/11/2020
`, `T Région | Nom du site | Date
T Bretagne | Site Brest - Centre | 12/03/2021
T  | Site Vannes | 04/07/2021
T Normandie | Site Rouen | 15/11/2020
`},
		{"a merged cell wraps beside the next row", `
Département      Nom            Code
Territoire de    Site Croix     90100
Belfort          Site Grandvil  90200
Côtes-d'Armor    Site Pordic    22590
(22)             Site Rospez    22300
Vosges           Site Épinal    88000
`, `T Département | Nom | Code
T Territoire de Belfort | Site Croix | 90100
T ^ | Site Grandvil | 90200
T Côtes-d'Armor (22) | Site Pordic | 22590
T ^ | Site Rospez | 22300
T Vosges | Site Épinal | 88000
`},
		{"semicolons part cells", "La liste :\n\nRégion;Nom;Montant\nBretagne;Brest;12\n;Quimper;3\n\nSont élus : A ; B ; C ;\n", "H La liste :\nT Région | Nom | Montant\nT Bretagne | Brest | 12\nT  | Quimper | 3\nP Sont élus : A ; B ; C ;\n"},
		{"tabs part cells", "Nom\tVille\tDate\nAnne\tLyon\t01/02/2021\nZoé\tLille\t03/04/2021\n", "T Nom | Ville | Date\nT Anne | Lyon | 01/02/2021\nT Zoé | Lille | 03/04/2021\n"},
		{"small letters are no wrap where a column has nothing else", `
Commune             Lycée                        Statut       Internat
Brest               Lycée de l'Iroise            public       oui
Quimper             Lycée Le Likès               privé        non
Morlaix             Lycée Tristan-Corbière       public       non
`, `T Commune | Lycée | Statut | Internat
T Brest | Lycée de l'Iroise | public | oui
T Quimper | Lycée Le Likès | privé | non
T Morlaix | Lycée Tristan-Corbière | public | non
`},
		{"a value below a whole number is not its end", `
Région                        2022      2023      2024
Auvergne-Rhône-Alpes          12,5      13,0      14,25
Bretagne                       3,0       3,5      4
Centre-Val de Loire              -       1,2       1,3
Corse                          0,5       n.c.      0,6
`, `T Région | 2022 | 2023 | 2024
T Auvergne-Rhône-Alpes | 12,5 | 13,0 | 14,25
T Bretagne | 3,0 | 3,5 | 4
T Centre-Val de Loire | - | 1,2 | 1,3
T Corse | 0,5 | n.c. | 0,6
`},
		{"a line with something in every column is a row, whatever word it begins with", `
Jour              Matin                        Après-midi
Lundi 18          RD 323 Le Mans               RD 338 Ecommoy
Mardi 19          RD 357 Saint-Calais          A11 La Ferté-Bernard
Mercredi 20       RD 300 Ballon                RD 301 Bonnétable
Jeudi 21          RD 304 Mulsanne              -
Vendredi 22       -                            RD 338 Beaumont-sur-Sarthe
`, `T Jour | Matin | Après-midi
T Lundi 18 | RD 323 Le Mans | RD 338 Ecommoy
T Mardi 19 | RD 357 Saint-Calais | A11 La Ferté-Bernard
T Mercredi 20 | RD 300 Ballon | RD 301 Bonnétable
T Jeudi 21 | RD 304 Mulsanne | -
T Vendredi 22 | - | RD 338 Beaumont-sur-Sarthe
`},
		{"a letterhead is no row, and rules part rows from headings", `
MINISTÈRE DE LA CULTURE                                            Paris, le 8 juillet 2024

                                   COMMUNIQUÉ DE PRESSE

  Festival                         Ville                 Dates
  ------------------------------------------------------------------------------
  Festival d'Avignon               Avignon               Du 29 juin au 21 juillet
  Rencontres d'Arles               Arles                 En été
  Les Vieilles Charrues            Carhaix-Plouguer      Mi-juillet
  ------------------------------------------------------------------------------
  Jazz à Vienne                    Vienne                Du 27 juin au 12 juillet
`, `P MINISTÈRE DE LA CULTURE  Paris, le 8 juillet 2024
H COMMUNIQUÉ DE PRESSE
T Festival | Ville | Dates
T Festival d'Avignon | Avignon | Du 29 juin au 21 juillet
T Rencontres d'Arles | Arles | En été
T Les Vieilles Charrues | Carhaix-Plouguer | Mi-juillet
T Jazz à Vienne | Vienne | Du 27 juin au 12 juillet
`},
		{"rules between all rows part them as blank lines do", `
Nom                       Ville               Département
---------------------------------------------------------
Maison Bleue des          Brest               Finistère
Habitants
---------------------------------------------------------
Maison Rouge              Vannes              Morbihan
---------------------------------------------------------
Maison Verte              Rennes              Ille-et-Vilaine
---------------------------------------------------------
Maison Noire              Lannion             Côtes-d'Armor
---------------------------------------------------------
`, `T Nom | Ville | Département
T Maison Bleue des Habitants | Brest | Finistère
T Maison Rouge | Vannes | Morbihan
T Maison Verte | Rennes | Ille-et-Vilaine
T Maison Noire | Lannion | Côtes-d'Armor
`},
		{"a box of signs", `
+----------+-------------+----+
| Région   | Département | No |
+----------+-------------+----+
| Bretagne | Finistère   | 12 |
|          | Morbihan    | 3  |
+----------+-------------+----+
| Corse    | Haute-Corse | 1  |
+----------+-------------+----+
`, `T Région | Département | No
T Bretagne | Finistère | 12
T  | Morbihan | 3
T Corse | Haute-Corse | 1
`},
		{
			"a box of lines", "┌────────┬───────┐\n│ Région │ Nom   │\n├────────┼───────┤\n│ Corse  │ A *   │\n└────────┴───────┘\n* nouveau\n",
			"T Région | Nom\nT Corse | A *\nP * nouveau\n",
		},
		{
			"padded pipes without dashes", "| Région        | Département       | Nom      |\n| Bretagne      | Finistère         | Site A   |\n|               | Morbihan          | Site B   |\n",
			"T Région | Département | Nom\nT Bretagne | Finistère | Site A\nT  | Morbihan | Site B\n",
		},
		{
			"tabs of a spreadsheet, in line with nothing", "La liste :\nRégion\tDépartement\tNom\tMontant\nBretagne\tFinistère\tSite de Brest avec un nom très long\t12\n\t\tSite B\t3\n\tMorbihan\tSite de Vannes\n\nContact :\tJean\nTél :\t01 02 03 04 05\n",
			"H La liste :\nT Région | Département | Nom | Montant\nT Bretagne | Finistère | Site de Brest avec un nom très long | 12\nT  |  | Site B | 3\nT  | Morbihan | Site de Vannes\nP Contact : Jean/Tél : 01 02 03 04 05\n",
		},
		{"pipes", "| A | B |\n|---|---|\n| 1 | 2 | 3 |\n", "T A | B\nT 1 | 2 | 3\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := readPlain(t, tt.src); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// Headings that a blank line parts from their rows, years among them, are headings;
// rows that no blank line parts are rows, and so is the total; a signature below is none.
func TestHeadingsApart(t *testing.T) {
	const text = "Subventions versées aux écoles\n\n" +
		"                              Crédits (M€)\n" +
		"Département             2022          2023\n\n" +
		"Aisne                    1,2           1,5\n" +
		"Nord                     3,4           3,9\n" +
		"Oise                     0,8           0,7\n\n" +
		"Total                    5,4           6,1\n\n" +
		"Fait à Paris, le 3 mars 2023             Contact presse : Julie Martin\n" +
		"                                         01 40 00 00 00\n"
	doc, err := doctest.Read(Reader, []byte(text), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range doc.Blocks {
		if tab, ok := b.(*document.Table); ok {
			for _, r := range tab.Rows {
				for _, c := range r.Cells {
					got = append(got, c.Text())
				}
			}
		}
	}
	want := "Département 2022 2023 Aisne 1,2 1,5 Nord 3,4 3,9 Oise 0,8 0,7 Total 5,4 6,1"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("cells: %s\nwant   %s", s, want)
	}
}
