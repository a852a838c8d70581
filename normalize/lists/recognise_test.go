// What the recogniser reads by form: lists in which no place need be known, and texts
// that look like lists and are none.

package lists

import (
	"strings"
	"testing"
)

func TestReadByForm(t *testing.T) {
	for name, c := range map[string]struct{ format, text, columns, want string }{
		"bullets of a name, a place and an amount": {
			"md", "# Aides\n\n## Les librairies soutenues\n\n* **Librairie du Canal** (Castelnaudary) : 12 000 €\n* **La Page blanche** (Albi) : 8 500 €\n* **Chez Marcelle** (Foix) : 4 200 €\n",
			"name commune amount", "Librairie du Canal|Castelnaudary|12 000 €\nLa Page blanche|Albi|8 500 €\nChez Marcelle|Foix|4 200 €\n",
		},
		"amounts before and after their names": {
			"txt", "Le conseil a voté : 50 € à la chasse, 300 € aux cyclos, le tennis : 900 €, 1 100 € à la danse.\n",
			"name amount", "la chasse|50 €\ncyclos|300 €\nle tennis|900 €\nla danse|1 100 €\n",
		},
		"titles in quotation marks": {
			"txt", "Les lauréats du prix sont : « Le Chat du phare » de Marie Aubin (Lune), « Trois jours sans lune » de Paul Serrat (Chêne) et « La Cabane » d'Inès Morel (Pluie).\n",
			"name detail", "« Le Chat du phare » de Marie Aubin|Lune\n« Trois jours sans lune » de Paul Serrat|Chêne\n« La Cabane » d'Inès Morel|Pluie\n",
		},
		"records of labelled lines": { // in plain text the reader of text makes a table of them
			"html", "<h1>Les références rappelées</h1><p>Référence : 8842-A<br>Marque : Belle Ferme<br>Date : 12/05/2024</p><p>Référence : 8843-B<br>Marque : Les Prés<br>Date : 14/05/2024</p><p>Référence : 9001-C<br>Marque : Val Vert<br>Date : 20/05/2024</p>",
			"reference marque date", "8842-A|Belle Ferme|12/05/2024\n8843-B|Les Prés|14/05/2024\n9001-C|Val Vert|20/05/2024\n",
		},
		"an item beside a head is not below it": {
			"md", "Les 4 structures retenues :\n\n- Réseau Un\n  - Maison A\n  - Maison B\n- Centre seul\n- Réseau Deux\n  - Maison C\n",
			"section name", "Réseau Un|Maison A\nRéseau Un|Maison B\n|Centre seul\nRéseau Deux|Maison C\n",
		},
		"sections": {
			"md", "# Medals\n\n### Freestyle\n1. Jack Lowell (Bath) 49.81\n2. Amir Haddad (Leeds) 50.02\n\n### Butterfly\n1. Leo Marsh (Leeds) 57.20\n2. Sam Orton (Derby) 58.02\n",
			"section name detail number", "Freestyle|Jack Lowell|Bath|49.81\nFreestyle|Amir Haddad|Leeds|50.02\nButterfly|Leo Marsh|Leeds|57.20\nButterfly|Sam Orton|Derby|58.02\n",
		},
		"rows of figures below a heading": {
			"txt", "Subventions votées :\n\nAssociation Subvention\nAmicale bouliste 900\nRugby club 29 000\nTennis club 12 000\nHarmonie municipale 6 000\n",
			"association subvention", "Amicale bouliste|900\nRugby club|29 000\nTennis club|12 000\nHarmonie municipale|6 000\n",
		},
		"cells one a line, some below zero, and a note after them": {
			"txt", "Prix |\nPoids |\nVariation |\nEnsemble (1)\n|\n10 000\n|\n- 0,3 %\n|\nViande\n|\n1 507\n|\n+ 0,2 %\n|\nFruits\n|\n185\n|\n- 2,3 %\n|\nTabac\n|\n177\n|\n0,0 %\n|\nPain\n|\n90\n|\n- 1,0 %\n|\n1 :\n|\nCorrigé. |\n",
			"prix poids variation", "Ensemble (1)|10 000|- 0,3 %\nViande|1 507|+ 0,2 %\nFruits|185|- 2,3 %\nTabac|177|0,0 %\nPain|90|- 1,0 %\n",
		},
		"states and their towns": {
			"txt", "Stores to close:\n\n- Arizona: Goodyear\n- California: Alhambra, Arcadia and La Verne\n- Texas: Fort Worth (Overton and Green Oaks), Katy\n",
			"state name", "Arizona|Goodyear\nCalifornia|Alhambra\nCalifornia|Arcadia\nCalifornia|La Verne\nTexas|Fort Worth (Overton and Green Oaks)\nTexas|Katy\n",
		},
		"addresses": {
			"txt", "Les piscines ouvertes :\n\nPiscine du Parc : 4 rue de l'Étang, 03 88 11 22 44\nPiscine Victor-Hugo : 85 boulevard Victor-Hugo, 03 88 11 22 55\nPiscine des Deux-Rives : 1 quai du Rhin, 03 88 11 22 66\n",
			"name address phone", "Piscine du Parc|4 rue de l'Étang|03 88 11 22 44\nPiscine Victor-Hugo|85 boulevard Victor-Hugo|03 88 11 22 55\nPiscine des Deux-Rives|1 quai du Rhin|03 88 11 22 66\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := read(t, c.format, c.text)
			if got := rows(r, strings.Fields(c.columns)...); got != c.want {
				t.Errorf("got\n%swant\n%snotes %v", got, c.want, r.Notes)
			}
		})
	}
}

func TestNoListByForm(t *testing.T) {
	for name, text := range map[string]string{
		"advice":     "What to do:\n\n- Keep the doors closed\n- Switch off the heaters\n- Report fallen lines\n",
		"reasons":    "Five reasons to come\n\n1. The light. Photographers come for the low sun.\n2. The food. Oysters are at their best.\n3. The museum. A new wing has opened.\n",
		"facts":      "Informations\n\nDate : 3 mai\nLieu : salle des fêtes\nTarif : 8 €\nHoraires : 10 h à 18 h\n",
		"in passing": "Le groupe emploie 2 100 personnes à Lyon, Turin, Barcelone et Stuttgart.\n",
		"voices":     "Ce qu'ils en disent\n\n« On le lit d'une traite. »\nAnne Roy, libraire\n\n« Un grand livre ! »\nPaul Vidal, critique\n\n« Il faut le lire. »\nLéa Marin, lectrice\n",
		"goals":      "Trois priorités :\n\n- poursuivre la rénovation des écoles d'ici à 2030\n- développer les transports qui relient les quartiers\n- donner à chacun la possibilité de se former\n",
	} {
		if r := read(t, "txt", text); len(r.Lists) != 0 {
			t.Errorf("%s: read as a list:\n%s", name, rows(r, "name", "detail"))
		}
	}
}

// Where entries differ a doubt says so, and nothing is cut off.
func TestEntriesThatDiffer(t *testing.T) {
	r := read(t, "txt", "Les établissements choisis :\n\n- Clinique du Parc, Autun\n- Centre hospitalier de Bastia\n- Hôpital Foch, Suresnes\n- Institut Bergonié, Bordeaux\n")
	if got, want := rows(r, "name", "commune"), "Clinique du Parc|Autun\nCentre hospitalier de Bastia|\nHôpital Foch|Suresnes\nInstitut Bergonié|Bordeaux\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if len(r.Notes) != 1 || r.Notes[0].Severity != Doubt || !strings.Contains(r.Notes[0].Why, "Bastia") {
		t.Errorf("no doubt about the entry without a town: %v", r.Notes)
	}
}
