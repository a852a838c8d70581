// Lists whose entries are told: accounts, and heads with text below.

package lists

import (
	"strings"
	"testing"
)

func TestReadTold(t *testing.T) {
	for name, c := range map[string]struct{ format, text, columns, want string }{
		"nominations with a function and a sentence": {
			"txt", "Le conseil annonce les nominations suivantes.\n\nAnne Roux, directrice des achats. Elle a dirigé douze ans le site de Pau.\n\nKarim Saïdi, directeur du réseau. Ancien cheminot, il succède à Paul Morin.\n\nLise Amar, secrétaire générale. Juriste, elle était adjointe depuis 2019.\n",
			"name detail detail_2", "Anne Roux|directrice des achats|Elle a dirigé douze ans le site de Pau.\nKarim Saïdi|directeur du réseau|Ancien cheminot, il succède à Paul Morin\nLise Amar|secrétaire générale|Juriste, elle était adjointe depuis 2019\n",
		},
		"deals with an amount": {
			"txt", "This week in funding\n\nMost of the money went to health.\n\nTarnwell, a maker of sensors, raised $14 million from two funds.\n\nBrightmoor Robotics closed a $27 million round led by a carmaker.\n\nQuill Health, a payroll platform, raised $3.2 million from friends.\n",
			"name amount", "Tarnwell|$14 million\nBrightmoor Robotics|$27 million\nQuill Health|$3.2 million\n",
		},
		"gifts below the names of who gave them": {
			"html", "<h1>Grants roundup</h1><p>Large gifts this month:</p><h3>Delmar Foundation</h3><p>$12 million to a reading project.</p><h3>Ida Crewe Trust</h3><p>$4.5 million for a new ward.</p><p>It had given less before.</p><h3>Northfield Fund</h3><p>$900,000 for libraries.</p>",
			"name amount detail", "Delmar Foundation|$12 million|$12 million to a reading project\nIda Crewe Trust|$4.5 million|$4.5 million for a new ward. It had given less before.\nNorthfield Fund|$900,000|$900,000 for libraries\n",
		},
		"decisions with the same labels": {
			"html", "<h1>Décisions de la commission</h1><h3>Les Voix du fleuve</h3><p><b>Porteur :</b> Compagnie du Bac</p><p><b>Décision :</b> aide de 8 000 €</p><h3>Radio Quartier</h3><p><b>Porteur :</b> Ondes libres</p><p><b>Décision :</b> refus</p><h3>Carnets de marche</h3><p><b>Porteur :</b> Marthe Guillou</p><p><b>Décision :</b> aide de 3 500 €</p>",
			"name porteur decision", "Les Voix du fleuve|Compagnie du Bac|aide de 8 000 €\nRadio Quartier|Ondes libres|refus\nCarnets de marche|Marthe Guillou|aide de 3 500 €\n",
		},
		"names below heads, some with a town": {
			"md", "# The clinics that closed\n\n**Kansas**\n\nHarper Clinic (Anthony)  \nPlains Family Health  \n\n**Missouri**\n\nPike Valley Center  \n\n**Texas**\n\nCaprock Clinic  \nSabine Community Clinic (Hemphill)  \nPalo Duro Health Center  \n",
			"state name detail", "Kansas|Harper Clinic|Anthony\nKansas|Plains Family Health|\nMissouri|Pike Valley Center|\nTexas|Caprock Clinic|\nTexas|Sabine Community Clinic|Hemphill\nTexas|Palo Duro Health Center|\n",
		},
		"as many lines below each head are one record": {
			"md", "# Winners of the prize\n\n**First prize**  \nHarvey Gresham  \nPaper Kingdoms\n\n**Second prize**  \nOpal Marlowe  \nThe Quiet Field\n\n**Third prize**  \nAbigail Inskip  \nCopper Skies\n\n**Audience award**  \nJonah Redmayne  \nWinter Ferry\n\nAll of it is available from the press office on request.\n",
			"name detail detail_2", "First prize|Harvey Gresham|Paper Kingdoms\nSecond prize|Opal Marlowe|The Quiet Field\nThird prize|Abigail Inskip|Copper Skies\nAudience award|Jonah Redmayne|Winter Ferry\n",
		},
		"names below heads that count them": {
			"txt", "The schools of the program\n\nAdams County (3)\nBirch Street School\nMonroe School\nSaint Clare School\n\nBenton County (2)\nHill Valley High\nUnion Elementary\n\nClay County (2)\nEastgate School\nRoosevelt High\n",
			"section name", "Adams County (3)|Birch Street School\nAdams County (3)|Monroe School\nAdams County (3)|Saint Clare School\nBenton County (2)|Hill Valley High\nBenton County (2)|Union Elementary\nClay County (2)|Eastgate School\nClay County (2)|Roosevelt High\n",
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

func TestNotTold(t *testing.T) {
	for name, c := range map[string]struct{ format, text string }{
		"results":   {"md", "# Halden's third quarter\n\n- Revenue rose 8% to $412 million, helped by Asia.\n- Operating profit reached $58 million, up from $51 million.\n- Net debt fell by $20 million to $133 million.\n"},
		"reactions": {"txt", "Réactions après l'accord\n\nMarie Dupont, directrice, salue un compromis. « Nous pouvons travailler », dit-elle.\n\nJean Lambert, délégué, se montre prudent. Il attend les embauches promises.\n\nSophie Tran, maire, a remercié les deux parties de leur effort.\n"},
		"history":   {"txt", "Cent ans de conserves\n\nEn 1956, Yves Bihan ouvre un second atelier à Pau. Il compte alors 80 salariés.\n\nEn 1987, Anne Bihan lance les recettes biologiques et double le chiffre d'affaires.\n\nEn 2010, un incendie détruit l'usine de Tarbes. Elle sera reconstruite pour 6 millions d'euros.\n"},
		"chapters":  {"md", "# Une année au service de tous\n\n## Le logement\n\nLes loyers ont été gelés.\n\n## Les routes\n\nLes ponts sont surveillés.\n\n## La culture\n\nLes festivals sont soutenus.\n"},
		"questions": {"md", "# The new bins\n\n## When do they come?\n\nThey come in June.\n\n## What goes in?\n\nPaper goes in.\n\n## Who pays?\n\nThe county pays.\n"},
	} {
		if r := read(t, c.format, c.text); len(r.Lists) != 0 || len(r.Notes) != 0 {
			t.Errorf("%s: read as a list:\n%s%v", name, rows(r, "name", "detail"), r.Notes)
		}
	}
}
