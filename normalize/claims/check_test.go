// Claims and their verdicts, sentence by sentence.

package claims

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
)

// release makes a document of paragraphs, a title first. A line that starts
// with "- " is an item of a list; a line that starts with "# " is a heading.
func release(text string) *document.Document {
	doc := &document.Document{Language: "fr", Meta: document.Meta{Date: document.Date{ISO: "2020-10-14"}}}
	var list *document.List
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		line = strings.TrimSpace(line)
		at := document.Frame{At: document.Pos{Line: int32(i + 1)}}
		switch {
		case line == "":
		case strings.HasPrefix(line, "- "):
			if list == nil {
				list = &document.List{Frame: at}
				doc.Blocks = append(doc.Blocks, list)
			}
			list.Items = append(list.Items, document.Item{At: at.At, Marker: "-", Runs: []document.Run{{Text: line[2:]}}})
			continue
		case strings.HasPrefix(line, "# "):
			doc.Blocks = append(doc.Blocks, &document.Heading{Frame: at, Level: 1, Runs: []document.Run{{Text: line[2:]}}})
		default:
			doc.Blocks = append(doc.Blocks, &document.Paragraph{Frame: at, Runs: []document.Run{{Text: line}}})
		}
		list = nil
	}
	return doc
}

// network makes facts of rows named "PIMMS ...", the first marked of them new.
func network(rows, marked int) Facts {
	t := TableFacts{ID: 1, Name: "Liste des PIMMS labellisés France Services", NameTitle: "Nom du PIMMS labellisé France Services"}
	for i := range rows {
		isNew := i < marked
		t.Rows = append(t.Rows, RowFacts{ID: i + 1, Name: fmt.Sprintf("PIMMS Ville-%d", i), Region: []string{"Bretagne", "Corse"}[i%2], New: &isNew})
	}
	return Facts{Tables: []TableFacts{t}}
}

// verdicts prints claims as kind, value and status.
func verdicts(cs []Claim) string {
	var out []string
	for _, c := range cs {
		out = append(out, fmt.Sprintf("%s %s %s", c.Kind, figure(c.Value), c.Status))
	}
	return strings.Join(out, "; ")
}

var seedProse = `# 13 PIMMS supplémentaires obtiennent la labellisation France Services
Suite au comité de pilotage ministériel national France Services qui s'est tenu le mercredi 30 septembre 2020, 13 nouveaux PIMMS ont obtenu la labellisation France Services. Au total, ce sont désormais 53 PIMMS qui sont labellisés France Services.
Ce comité de pilotage a permis de dresser le bilan de déploiement des structures à l'automne 2020. Au total, ce seront 856 espaces labellisés France Services réparties sur 674 cantons. Sur ces 856 sites labellisés : 11 seront portés par l'Etat, 154 par des associations, 131 par le Groupe La Poste, 19 par la Mutualité sociale agricole (MSA) et 544 par des collectivités territoriales.
Avec les 13 nouveaux sites labellisés, le réseau des PIMMS comporte désormais 53 structures labellisées France Services, dont une partie importante est située dans des Quartiers prioritaires de la politique de la ville (QPV).
Contact : 06 78 61 38 26`

func TestCheckAgainstRows(t *testing.T) {
	const seedBreakdown = "total 856 out_of_scope; breakdown 856 contradiction"
	for _, tt := range []struct {
		name, prose  string
		rows, marked int
		want         string
	}{
		{"as printed", seedProse, 53, 13, "new 13 ok; new 13 ok; total 53 ok; " + seedBreakdown + "; new 13 ok; total 53 ok"},
		{"a row lost", seedProse, 52, 13, "new 13 ok; new 13 ok; total 53 mismatch; " + seedBreakdown + "; new 13 ok; total 53 mismatch"},
		{"a mark lost", seedProse, 53, 12, "new 13 mismatch; new 13 mismatch; total 53 ok; " + seedBreakdown + "; new 13 not_checkable; total 53 ok"},
		{"no marks to be seen", seedProse, 53, 0, "new 13 not_checkable; new 13 not_checkable; total 53 ok; " + seedBreakdown + "; new 13 not_checkable; total 53 ok"},
		{"only the new ones are listed", "34 nouveaux PIMMS sont labellisés. Au total, on compte désormais 80 PIMMS.", 34, 0, "new 34 ok; total 80 out_of_scope"},
		{"approximate", "Désormais, plus de 50 PIMMS sont labellisés. Au total, près de 60 PIMMS.", 53, 0, "total 50 approximate; total 60 approximate"},
		{"a bound that does not hold", "Désormais, plus de 60 PIMMS sont labellisés.", 53, 0, "total 60 mismatch"},
		{"another year", "En 2019, le réseau comptait au total 40 PIMMS.", 53, 0, "total 40 out_of_scope"},
		{"planned", "Au total, 100 PIMMS seront labellisés d'ici 2022.", 53, 0, "total 100 out_of_scope"},
		{"brings their number to", "Trois ouvertures portent leur nombre à 53.", 53, 0, "total 53 ok"},
		{"English", "13 new PIMMS have joined, for a total of 53 PIMMS.", 53, 13, "new 13 ok; total 53 ok"},
		{"other units", "Le réseau emploie 1 200 salariés et a reçu 12 nouveaux agents dans 674 cantons.", 53, 13, ""},
		{"a list heading", "# Liste des 52 PIMMS labellisés", 53, 0, "total 52 mismatch"},
		{"number words", "Treize nouveaux PIMMS ouvrent ; au total, cinquante-trois PIMMS sont labellisés.", 53, 13, "new 13 ok; total 53 ok"},
		{"new among all", "On compte 14 PIMMS, dont 5 nouveaux.", 14, 4, "new 5 mismatch; total 14 ok"},
		{"new beside all", "14 PIMMS sont là et 5 nouveaux.", 14, 4, "new 5 not_checkable; total 14 ok"},
		{"all that were chosen, wherever", "Les 55 PIMMS sélectionnés sont en zone de montagne.", 53, 0, "total 55 mismatch"},
		{"some that were chosen", "55 PIMMS sélectionnés sont en zone de montagne.", 53, 0, ""},
		{"a network that is not named", "Le réseau comporte désormais 55 structures.", 53, 0, "total 55 out_of_scope"},
		{"those that follow", "Les 55 PIMMS suivants ouvrent leurs portes.", 53, 0, "total 55 mismatch"},
		{"founded in a year", "Le réseau, créé en 1998, compte au total 55 PIMMS.", 53, 0, "total 55 mismatch"},
		{"more than so many new", "Plus de 10 nouveaux PIMMS ouvrent.", 53, 13, "new 10 approximate"},
		{"one new", "Un nouveau PIMMS ouvre ses portes.", 53, 1, "new 1 ok"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := verdicts(Check(release(tt.prose), network(tt.rows, tt.marked)))
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// A table without a row has nothing to count.
func TestEmptyTable(t *testing.T) {
	if got := verdicts(Check(release("Au total, 53 PIMMS sont labellisés. 53 PIMMS sont labellisés."), network(0, 0))); got != "total 53 not_checkable" {
		t.Errorf("got %s", got)
	}
}

func TestBoilerplateIsNotRead(t *testing.T) {
	doc := release("En 2020, les 68 PIMMS ont désormais au total 12 nouveaux sites.")
	doc.Blocks[0].SetPart(document.Boilerplate)
	if got := Check(doc, network(53, 13)); len(got) > 0 {
		t.Errorf("got %s", verdicts(got))
	}
}

func TestBreakdowns(t *testing.T) {
	for _, tt := range []struct{ name, prose, want string }{
		{"colon, adds up", "Sur ces 212 sites : 60 sont portés par l'État, 89 par des associations et 63 par des collectivités.", "breakdown 212 ok"},
		{"colon, does not", "Sur ces 105 sites : 17 sont portés par l'État, 11 par des associations et 78 par des collectivités.", "breakdown 105 contradiction"},
		{"dont, complete", "Elle compte 691 personnes dont 571 chevaliers, 95 officiers, 19 commandeurs, cinq grands officiers et un grand'croix.", "breakdown 691 ok"},
		{"dont, two words", "Elle compte 544 personnes dont 431 chevaliers, 82 officiers, 25 commandeurs, quatre grands officiers et deux grand’croix.", "breakdown 544 ok"},
		{"dont, too many", "Elle compte 544 personnes dont 431 chevaliers, 82 officiers, 35 commandeurs, quatre grands officiers et deux grand'croix.", "breakdown 544 contradiction"},
		{"dont, only some", "Le réseau compte 53 sites dont 12 en Bretagne et 8 en Corse.", "breakdown 53 partial_list"},
		{"a part larger than the whole", "Le réseau ouvre 53 sites, dont 61 sites en Bretagne.", "breakdown 53 contradiction"},
		{"dont, overlapping", "La promotion compte 120 élèves dont 70 filles et 65 boursiers.", ""},
		{"examples", "Sur ces 200 projets : 12 en Bretagne, 8 en Corse, notamment.", "breakdown 200 partial_list"},
		{"items", "Les 80 lauréats se répartissent ainsi :\n- 48 fabriques de territoire ;\n- 32 fabriques numériques.", "breakdown 80 ok"},
		{"items, total before", "Les 80 lauréats sont connus. Les lauréats se répartissent ainsi :\n- 48 fabriques de territoire ;\n- 31 fabriques numériques.", "breakdown 80 contradiction"},
		{"items with figures behind", "Les 20 lauréats se répartissent ainsi :\n- Bretagne : 12\n- Corse : 8", "breakdown 20 ok"},
		{"summed up", "48 fabriques et 32 fabriques numériques, soit un total de 81 lauréats.", "breakdown 81 contradiction"},
		{"more than before", "12 sites et 40 agents, soit 15 de plus qu'en 2019.", ""},
		{"added", "13 sites s'ajoutent aux 40 déjà labellisés, portant leur nombre à 53.", "breakdown 53 ok"},
		{"added wrongly", "13 sites s'ajoutent aux 40 déjà labellisés, portant leur nombre à 54.", "breakdown 54 contradiction"},
		{"echoed", "170 tiers-lieux se sont vus labellisés. Fidèle à la volonté d'aider, 68 se trouvent en ruralité et 102 en QPV.", "breakdown 170 ok"},
		{"not exhaustive", "La labellisation des 34 nouvelles vient compléter le maillage. 11 sont situées en espaces ruraux et 11 ouvriront leurs portes dans un quartier.", ""},
		{"300 of which", "Il vise 300 fabriques de territoire, dont 150 seront implantées en quartiers et 150 dans les territoires ruraux.", "breakdown 300 ok"},
		{"places", "Ils comptent 174 destinations réparties dans 14 régions et 70 départements.", ""},
		{"nested", "Sur ces 20 sites : 12 sont ruraux, dont 3 nouveaux et 2 mobiles, 5 sont urbains et 3 itinérants.", "breakdown 20 ok"},
		{"of these, exclusive", "Sur ces 170 sites, 68 se trouvent en ruralité et 104 en QPV.", "breakdown 170 contradiction"},
		{"brackets", "Les 53 sites (40 anciens et 13 nouveaux) sont ouverts.", "breakdown 53 ok"},
		{"English", "Of these 856 sites: 312 are run by the state and 544 by councils.", "breakdown 856 ok"},
		{"same total twice", "Les 53 sites se répartissent en 20 sites ruraux et 33 sites urbains. Sur ces 53 sites : 40 sont anciens et 12 sont nouveaux.", "breakdown 53 ok; breakdown 53 contradiction"},
		{"percentages", "31.4% relèvent de l'économie, 23.3% de la fonction publique, 12.2% de la santé, 12% de la recherche, 7.4% de la culture, 6.1% sont des élus, et les 7.6% restant se répartissent.", "share 100 ok"},
		{"percentages that miss", "41.4% relèvent de l'économie, 33.3% de la fonction publique, et les 15.6% restants sont des élus.", "share 100 contradiction"},
		{"unrelated percentages", "Le chômage recule de 12 %, la production gagne 4 % et les ventes 3 %.", ""},
		{"ratio", "571 chevaliers sur 691 décorés, soit 82,6 % de la promotion.", "share 82.6 ok"},
		{"wrong ratio", "571 chevaliers sur 691 décorés, soit 72,6 % de la promotion.", "share 72.6 contradiction"},
		{"either or", "Ils sont soit 20 ruraux, soit 12 urbains et 8 mixtes.", ""},
		{"a colon after places", "Les 10 projets se répartissent entre les volets : 6 ruraux et 4 urbains.", "breakdown 10 ok"},
		{"summed up in another unit", "12 sites et 40 agents, soit 60 personnes.", ""},
		{"summed up beside money", "Pour 100 euros, 12 sites et 40 sites, soit 52 sites.", "breakdown 52 ok"},
		{"a share at the end of the text", "Sur les 1 245 candidats, 987 ont été admis, soit 89,3 %", "share 89.3 contradiction"},
		{"rounded amounts", "Le fonds de 12,5 M€ se répartit en 4,2 M€ pour les routes et 8,2 M€ pour le rail.", "breakdown 12500000 approximate"},
		{"figures in brackets, far off", "Les 100 maisons de santé : Aisne (40), Nord (30), Oise (48).", ""},
		{"persons and roles", "Sur ces 24 membres : 14 femmes et 9 élus.", ""},
		{"closed by et", "Sur ces 20 sites : 12 sont ruraux et 6 sont urbains et fiers.", "breakdown 20 contradiction"},
		{"open by and", "Of these 48 sites: 20 are run by councils, 18 by charities and some by libraries.", "breakdown 48 partial_list"},
		{"after two colons", "Bilan : sur ces 20 sites, ouverts à ce jour : 12 ruraux, 7 urbains.", "breakdown 20 contradiction"},
		{"explained in brackets", "Sur ces 20 sites : 12 ruraux (3 nouveaux, 2 mobiles), 5 urbains et 4 itinérants.", "breakdown 20 contradiction"},
		{"dont for two", "Sur ces 20 sites : 12 sont ruraux, dont 3 nouveaux et 9 mobiles, 5 sont urbains et 4 itinérants.", "breakdown 20 contradiction"},
		{"dont for one", "Sur ces 20 sites : 12 sont ruraux, dont 3 nouveaux, et 9 sont urbains.", "breakdown 20 contradiction"},
		{"the rest has no figure", "31 % relèvent de l'économie, 23 % de la santé, 12 % de la culture et le reste se répartit.", "share 100 partial_list"},
		{"a share of nothing said", "1 245 candidats présents, 987 admis, soit 89,3 %.", ""},
		{"a share of change", "Sur les 1 245 candidats, 987 ont été admis, soit 5 % de plus.", ""},
		{"parts of another total", "3 450 titres pour 3 120 demandeurs : 2 210 hommes et 1 240 femmes.", "breakdown 3450 ok"},
		{"more than the double", "Les 20 sites se répartissent en 30 sites ruraux et 33 sites urbains.", ""},
		{"less than half", "Les 20 sites se répartissent en 4 sites ruraux et 5 sites urbains.", ""},
		{"a larger number of something else", "Le réseau ouvre 53 sites, dont 61 agents sont fiers.", ""},
		{"money and dates", "En 2020, 12 millions d'euros : 3 millions en mars, 4 en avril et 2 en mai.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := verdicts(Check(release(tt.prose), Facts{})); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestTotalRows(t *testing.T) {
	f := network(4, 0)
	f.Tables[0].Totals = []TotalFacts{{Text: "Total Bretagne : 2", Group: "Bretagne", Value: 2, Found: 2}, {Text: "TOTAL GÉNÉRAL : 5", Value: 5, Found: 4}}
	want := "group_total 2 ok; total 5 mismatch"
	if got := verdicts(Check(release("Rien."), f)); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A printed total in a sentence that was judged already is not judged again.
func TestTotalsInSentences(t *testing.T) {
	f := network(53, 0)
	f.Tables[0].Totals = []TotalFacts{{Text: "Au total, 53 PIMMS", Value: 53, Found: 53, Led: true}}
	for prose, want := range map[string]string{
		"Au total, 53 PIMMS sont labellisés.": "total 53 ok",
		"Rien.":                               "total 53 ok",
		"Au total, 60 PIMMS sont labellisés.": "total 60 mismatch; total 53 ok",
	} {
		if got := verdicts(Check(release(prose), f)); got != want {
			t.Errorf("%s: got %s, want %s", prose, got, want)
		}
	}
}

// FuzzCheck holds the readers of prose to their promise never to panic and to
// print only what the text says.
func FuzzCheck(f *testing.F) {
	f.Add(seedProse)
	f.Add("Sur ces 3 sites : 1 et 2\n- 1 a\n- 2 b")
	f.Add("quatre-vingt mille et un cent (((")
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range Check(release(s), network(3, 1)) {
			if !strings.Contains(s, c.Text) && !strings.Contains(strings.ReplaceAll(s, "\r", ""), c.Text) {
				t.Errorf("claim %q is not printed in %q", c.Text, s)
			}
			if c.Why == "" || c.Status == "" {
				t.Errorf("no verdict: %+v", c)
			}
		}
	})
}
