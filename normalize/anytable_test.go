// Tables of any family: what their headings, groups, totals and values become.

package normalize

import (
	"testing"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize/records"
)

func TestTablesOfAnyFamily(t *testing.T) {
	runTableTests(t, []tableTest{
		{
			"a heading names its column, whole", "Rang|Usine (site)|Rejets (t CO2)|Part (%)\n1|Aval|1 204|48,2\n2|Amont|803|51,8", "rang usine_site rejets_t_co2 part",
			"1|Aval|1204|48.2\n2|Amont|803|51.8", "", "",
		},
		{
			"units in a row of their own", "Poste|Crédits|Hausse\n|k€|%\nÉtudes|120,5|3,1\nTravaux|880,0|-1,2", "poste credits_k hausse",
			"Études|120.5|3.1\nTravaux|880.0|-1.2", "", "",
		},
		{
			"years over figures", "Site|2022|2023\nBrest|120|131\nCaen|98|90", "site 2022 2023", "Brest|120|131\nCaen|98|90", "", "",
		},
		{
			"rows with a lone first cell are groups", "Zone|Cas|Décès\nNord||\nBunia|212|20\nBeni|14|10\nSud||\nKatwa|21|12", "section zone cas",
			"Nord|Bunia|212\nNord|Beni|14\nSud|Katwa|21", "section", "",
		},
		{
			"an index that opens with the whole", "Poste|Mars 2023|Mars 2024\nEnsemble|112,4|115,0\nPain|120,1|124,9\nGaz|98,0|101,2\nLoyers|105,3|107,7", "poste mars_2024",
			"Ensemble|115.0\nPain|124.9\nGaz|101.2\nLoyers|107.7", "", "total",
		},
		{
			"a total above its parts", "Poste|Coût\nEnsemble|600\nPain|100\nGaz|200\nLoyers|300", "poste", "Pain\nGaz\nLoyers", "total", "",
		},
		{
			"headings again in another order, and in their own", "Ville|Prix (€)|Stock|Écart\nPau|12|3|1,5\nLens|14|4|2,5\nVire|12|3|1,5\nBray|14|4|2,5\nBourg|Écart|Prix (€)|Stock\nUzès|3,5|16|5\nDax|4,5|18|6\nVille|Prix (€)|Stock|Écart\nAlbi|20|7|5,5",
			"prix stock ecart", "12|3|1.5\n14|4|2.5\n12|3|1.5\n14|4|2.5\n16|5|3.5\n18|6|4.5\n20|7|5.5", "repeated-header", "type",
		},
		{
			"one heading that is a value", "Poste|Nom|Chef\nAide|Chef|Anne Petit\nChef|Luc Morel|Nom", "poste nom chef", "Aide|Chef|Anne Petit\nChef|Luc Morel|Nom", "", "repeated-header",
		},
		{
			"one name among rows of figures", "Zone|Cas|Décès\nBunia|212|20\nAfrique et Moyen||\nOrient|14|10\nAsie|15|9", "zone cas", "Bunia|212\nAfrique et Moyen|\nOrient|14\nAsie|15", "lone-name", "section",
		},
		{
			"one row with a lone first cell is a record", "Zone|Cas|Décès\nBunia|212|20\nNord||\nBeni|14|10", "zone cas", "Bunia|212\nNord|\nBeni|14", "", "section",
		},
		{
			"a row that fills the left columns holds for those below", "Date|Lot|Article|Coût\n2/3/24|A||\n||Banc|120\n||Lampe|45\n3/3/24|B||\n||Table|300", "lot article cout",
			"A|Banc|120\nA|Lampe|45\nB|Table|300", "section", "",
		},
		{
			"a total that its column does not make", "Poste|Montant (€)\nÉtudes|1 200\nTravaux|3 400\nTotal|4 800", "poste montant", "Études|1200\nTravaux|3400", "total total-differs", "",
		},
		{
			"a subtotal and a total", "Poste|Montant (€)\nÉtudes|1 200\nPlans|300\nSous-total conception|1 500\nTravaux|3 400\nTotal|4 900", "poste montant",
			"Études|1200\nPlans|300\nTravaux|3400", "total", "total-differs",
		},
		{
			"a mean is no sum", "Ville|Prix (€)\nBrest|1 200\nCaen|1 400\nEnsemble|1 290", "prix", "1200\n1400", "total", "total-differs",
		},
		{
			"words after total, and no sum", "Indicateur|Nord|Sud\nContacts du jour|15|2\nTotal cumulé des contacts|72|29\nTests faits|3|1", "indicateur nord",
			"Contacts du jour|15\nTotal cumulé des contacts|72\nTests faits|3", "", "total",
		},
		{
			"another column tells it", "Xyz|Q|R\nAb|6,287|12.5\nCd|4,441|13.25", "q r", "6287|12.5\n4441|13.25", "", "type",
		},
		{
			"shares", "Zone|Hausse\nNord|+3,5 %\nSud|(1,2) %", "hausse", "3.5\n-1.2", "", "",
		},
		{
			"one order of dates a column", "Xyz|Opened\nAb|10/18/2012\nCd|1/2/2012", "opened", "2012-10-18\n2012-01-02", "", "type",
		},
		{
			"one odd cell among figures", "Zone|Prix\nNord|12,5\nSud|gratuit\nEst|13,5\nOuest|14,5", "prix", "12.5\ngratuit\n13.5\n14.5", "type", "",
		},
		{
			"ranks with dots are no departments", "Rang|Club|Points\n1.|Les Hérons|28\n2.|Le Val|26\n3.|Aviron|21", "club points", "Les Hérons|28\nLe Val|26\nAviron|21", "", "derived codes",
		},
		{
			"a source alone at the end is no record", "Secteur|2021|2022\nBois|120|118\nTextile|90|85\nSource : observatoire, 2024||", "secteur 2021", "Bois|120\nTextile|90", "note", "",
		},
		{
			"groups named in the first column", "Quartier|Chantier|Semaines\nCentre|Rue Haute|4\n|Place du Puits|6\n|Quai Sud|3\nFaubourg|Pont-Neuf|12\n|Allée|2",
			"quartier chantier semaines", "Centre|Rue Haute|4\nCentre|Place du Puits|6\nCentre|Quai Sud|3\nFaubourg|Pont-Neuf|12\nFaubourg|Allée|2", "carried", "no-name",
		},
		{
			"a name whose detail goes on below it is no group", "Projet|Objet|Coût\nHalle|Réfection du toit|120\n|et des murs|\nDojo|Tatamis|30", "projet cout", "Halle|120\n|\nDojo|30", "no-name", "carried",
		},
		{
			"credits are no postal codes", "Programme|AE|CP\nÉcoles|22900|15000\nVoirie|31200|29500", "programme ae cp", "Écoles|22900|15000\nVoirie|31200|29500", "", "",
		},
		{
			"grouped credits are none either", "Programme|CP\nÉcoles|22 900\nVoirie|31 200", "programme cp", "Écoles|22900\nVoirie|31200", "", "",
		},
		{
			"one amount in another currency", "Club|Aide\nRugby|6 172,73 €\nJudo|500 €\nVoile|300 €\nGolf|80 $", "club aide", "Rugby|6172.73\nJudo|500\nVoile|300\nGolf|80 $", "type", "",
		},
		{
			"counts in parentheses", "Prénom|Nombre\nLouise|(312)\nJade|(298)\nAlma|(19)", "nombre", "312\n298\n19", "", "type",
		},
		{
			"amounts that are all in parentheses", "Poste|Résultat\nNord|(1 200,5)\nSud|(800,0)", "resultat", "(1 200,5)\n(800,0)", "type", "",
		},
		{
			"no value", "Poste|Écart\nNord|12,5\nSud|n.m.\nEst|n.r.\nOuest|8,5", "ecart", "12.5\nn.m.\nn.r.\n8.5", "", "type",
		},
		{
			"columns without headings", "12|Nord|a|3\n13|Sud|b|4", "name", "Nord\nSud", "no-headings", "",
		},
		{
			"units of accounts", "|2024|2023\n|£000|£000\nTurnover|12 450|11 980\nCost of sales|(8 120)|(7 900)", "2024_gbp_000", "12450\n-8120", "", "type",
		},
		{
			"one odd cell of three", "Zone|Prix\nNord|12,5\nSud|gratuit\nEst|13,5", "prix", "12.5\ngratuit\n13.5", "type", "",
		},
		{
			"groups in a column of their own", "Axe|Projet|Coût\n1. Mobilité||\n|Piste|120\n|Parking|80\n2. Énergie||\n|Chaufferie|340", "axe projet cout",
			"1. Mobilité|Piste|120\n1. Mobilité|Parking|80\n2. Énergie|Chaufferie|340", "section", "no-name",
		},
		{
			"a total with figures in parentheses", "Zone|Cas|Décès\nBeni|212|104 (2)\nButembo|45|21 (0)\nTotal|257|125 (2)", "zone cas", "Beni|212\nButembo|45", "total", "total-differs",
		},
		{
			"a limit among figures", "Lot|Résultat (µg/L)\nA|0,12\nB|<0,05\nC|0,61", "resultat_ug_l", "0.12\n<0,05\n0.61", "type", "",
		},
		{
			"ties", "Rang|Pays|Or\n1|Norvège|16\n2=|Suède|12\n2=|Suisse|12", "rang pays", "1|Norvège\n2|Suède\n2|Suisse", "", "type",
		},
		{
			"dashes before figures", "Zone|Écart\nNord|– 3,5\nSud|+ 1,5\nEst|—", "ecart", "-3.5\n1.5\n—", "", "type",
		},
		{
			"prices in several units stay as printed", "Tranche|Prix\n0 à 30|1,20 €/m³\n31 à 120|1,85 €/m³\nAbonnement|45 €", "prix", "1,20 €/m³\n1,85 €/m³\n45 €", "", "type",
		},
		{
			"tables side by side", "Code|Lot|Code|Lot\nA1|Banc|B1|Table\nA2|Lampe||", "code lot", "A1|Banc\nA2|Lampe\nB1|Table", "side-by-side", "",
		},
		{
			"a cell under no heading", "Zone|Cas|Note|\nNord|12|a|\nSud|13|b|c\nEst|14|d|\nOuest|15|e|", "cas", "12\n13\n14\n15", "surplus-cell", "",
		},
		{
			"a blank name alone does not show that a row slid", "Zone|Code|Total\nNord|100|5\n|200|6\nSud|300|7", "code total", "100|5\n200|6\n300|7", "", "shifted",
		},
	})
}

// A figure stays as printed if neither values nor the language show how to read it.
func TestNothingTells(t *testing.T) {
	for _, c := range [...][2]string{
		{"Xyz|Q\nAb|6,287\nCd|4,441", "6,287\n4,441"},
		{"Xyz|Q\nAb|1/2/2012\nCd|3/4/2012", "1/2/2012\n3/4/2012"},
	} {
		doc := docOf(grid(c[0]))
		doc.Language = ""
		res := normalized(doc, Options{})
		want(t, show(res.Tables[0], "q"), c[1])
		if res.Worst() != records.Doubt {
			t.Errorf("%q: nothing is doubted", c[0])
		}
	}
}

// What is set in other type than the rows below is a heading, or names a group.
func TestTypeSetsOff(t *testing.T) {
	bold := func(r *document.Row) {
		for j := range r.Cells {
			if c := &r.Cells[j]; c.Printed != "" {
				c.SetRuns([]document.Run{{Text: c.Printed, Style: document.Style{Flags: document.Bold}}})
			}
		}
	}
	tab := grid("Alpha|Beta\nNord|\nun|deux\ntrois|quatre\nSud|\ncinq|six")
	tab.Rows[0].Header = false
	for _, i := range [...]int{0, 1, 4} {
		bold(&tab.Rows[i])
	}
	res := normalized(docOf(tab), Options{})
	want(t, show(res.Tables[0], "section alpha beta"), "Nord|un|deux\nNord|trois|quatre\nSud|cinq|six")
}

func TestFootnotes(t *testing.T) {
	raised := func(c *document.Cell, mark string) {
		c.SetRuns([]document.Run{{Text: c.Printed}, {Text: mark, Style: document.Style{Flags: document.Superscript}}})
	}
	tab := grid("Site (2)|Rejets|Aire\nAval|1 250 (1)|12 m\nAmont|840|57 (27)\nDelta|930*|3 m")
	raised(&tab.Rows[1].Cells[2], "2") // m²
	raised(&tab.Rows[2].Cells[1], "1")
	res := normalized(docOf(tab, paragraph("(1) Chiffre révisé."), paragraph("(2) Au 31 décembre.")), Options{})
	want(t, show(res.Tables[0], "site rejets aire"), "Aval|1250|12 m2\nAmont|840|57 (27)\nDelta|930|3 m")
	if r := res.Tables[0].Records()[0]; r.Cells[res.Tables[0].Named("rejets")].Src.Text() != "1 250 (1)" {
		t.Error("what was printed is lost")
	}
	unexplained := 0
	for _, f := range res.Findings {
		if f.Code == "footnote-unexplained" {
			unexplained++
		}
	}
	if unexplained != 1 {
		t.Errorf("%d findings on the star that no note explains, want 1", unexplained)
	}
}

// Raised marks of several notes, in headings too.
func TestSeveralFootnotes(t *testing.T) {
	raised := func(c *document.Cell, mark string) {
		c.SetRuns([]document.Run{{Text: c.Printed}, {Text: mark, Style: document.Style{Flags: document.Superscript}}})
	}
	tab := grid("Site|2022|2023\nQuai|120|118\nMont|95|90")
	tab.Rows[0].Header = false
	raised(&tab.Rows[0].Cells[2], "2 3")
	raised(&tab.Rows[1].Cells[2], "1,2")
	note := func(mark, text string) *document.Paragraph {
		return &document.Paragraph{Runs: []document.Run{{Text: mark, Style: document.Style{Flags: document.Superscript}}, {Text: text}}}
	}
	res := normalized(docOf(tab, note("1", " Provisoire."), note("2", " Corrigé."), note("3", " Partiel.")), Options{})
	want(t, show(res.Tables[0], "site 2022 2023"), "Quai|120|118\nMont|95|90")
	none(t, res.Findings, "footnote-unexplained")
}

// "$", ")" and "%" in columns of their own belong to the figures beside them.
func TestFiguresInPieces(t *testing.T) {
	tab := grid("(in thousands)|2024|\x00|\x00|2023|\x00|\x00\nRevenue|$|30,592||$|28,635|\nProvision||(410|)||600|\nNet income|$|8,704||$|7,762|\nReturn||1.30|%||1.19|%")
	tab.Rows[0].Cells[1].Printed, tab.Rows[0].Cells[4].Printed = "2024", "2023"
	spans(&tab.Rows[0].Cells[1], 1, 3)
	spans(&tab.Rows[0].Cells[4], 1, 3)
	for _, j := range [...]int{2, 3, 5, 6} {
		tab.Rows[0].Cells[j] = document.Cell{More: document.CoveredPlace}
	}
	doc := docOf(tab)
	doc.Language = "en"
	res := normalized(doc, Options{})
	want(t, show(res.Tables[0], "2024 2023"), "30592|28635\n-410|600\n8704|7762\n1.30%|1.19%")
	if cell := &res.Tables[0].Records()[1].Cells[1]; cell.Src.Text() != "(410)" {
		t.Errorf("printed %q", cell.Src.Text())
	}
}

// A letter after figures leads to a note that begins with it.
func TestLetterNotes(t *testing.T) {
	res := normalized(docOf(grid("Zone|Janv.|Févr.|Durée\nNord|5,1|4,9p|8h\nSud|4,8|4,7p|9h"), paragraph("p : provisoire")), Options{})
	want(t, show(res.Tables[0], "zone janv fevr duree"), "Nord|5.1|4.9|8h\nSud|4.8|4.7|9h")
}

// A heading over some columns is part of theirs though the stub has none.
func TestHeadingOverSome(t *testing.T) {
	tab := grid("|Taux (%)|\x00\n|2023|2022\nEnsemble des prix|3,9|10,7\nAliments|9,2|16,4")
	spans(&tab.Rows[0].Cells[1], 1, 2)
	tab.Rows[0].Cells[1].Printed = "Taux (%)"
	tab.Rows[1].Header = true
	res := normalized(docOf(tab), Options{})
	want(t, show(res.Tables[0], "taux_percent_2023 taux_percent_2022"), "3.9|10.7\n9.2|16.4")
}

// A star that leads to a note marks no row, and bold group rows mark nothing.
func TestNoMarks(t *testing.T) {
	res := normalized(docOf(grid("Départ|Bateau\n08:15|Goéland\n11:00*|Sterne\n15:30|Goéland"), paragraph("* Piétons uniquement")), Options{})
	want(t, show(res.Tables[0], "depart bateau"), "08:15|Goéland\n11:00|Sterne\n15:30|Goéland")
	none(t, res.Findings, "mark-unexplained")

	tab := grid("Ligne|Premier\nNord|\nA – B|06:40\nA – C|07:20\nSud|\nD – E|07:00")
	for _, i := range [...]int{1, 4} {
		c := &tab.Rows[i].Cells[0]
		c.SetRuns([]document.Run{{Text: c.Printed, Style: document.Style{Flags: document.Bold}}})
	}
	res = normalized(docOf(paragraph("Un nouveau bateau entre en service."), tab), Options{})
	if res.Tables[0].Named("new") >= 0 {
		t.Error("bold group rows make a column new")
	}
}

func TestPartsOfACell(t *testing.T) {
	for _, c := range [...][2]string{
		{"Brest\nQuimper", "Brest / Quimper"},
		{"Maison de la mer\nde Brest", "Maison de la mer de Brest"},
		{"Espace de\nBrest", "Espace de Brest"},
		{"Le Port\n(annexe)", "Le Port (annexe)"},
		{"12\n%", "12 %"},
	} {
		if got := partsOf(c[0]); got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
}

// A table of figures says which column its records are about.
func TestSubject(t *testing.T) {
	res := normalized(docOf(grid("Année|Produits\n2022|57,3\n2023|61,8")), Options{})
	tab := res.Tables[0]
	if got := tab.Columns[tab.Subject()].Name; got != "annee" || tab.Named("name") >= 0 {
		t.Errorf("subject %q, columns %+v", got, tab.Columns)
	}
}

// The unit of amounts is that of the heading, or the one that all of them print.
func TestUnits(t *testing.T) {
	for _, c := range [...][3]string{
		{"Club|Aide\nRugby|6172,73 €\nJudo|500 €", "aide", "EUR"},
		{"Club|Aide\nRugby|6172,73 €\nJudo|500 $", "aide", ""},
		{"Station|Gazole\nPort|1,679 €/L\nNord|1,702 €/L", "gazole", "EUR/L"},
		{"Ville|Dette (€)\nArs|120 € par habitant\nMur|98 € par habitant", "dette", "EUR/habitant"},
		{"Ville|Part (%)\nArs|12,5\nMur|9,8", "part", "%"},
	} {
		tab := normalized(docOf(grid(c[0])), Options{}).Tables[0]
		if got := tab.Columns[tab.Named(c[1])].Unit; got != c[2] {
			t.Errorf("%q: unit %q, want %q", c[0], got, c[2])
		}
	}
}
