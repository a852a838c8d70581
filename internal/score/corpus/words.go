// Words: issuers, people and the prose around lists and tables.

package corpus

import (
	"fmt"
	"slices"
	"strings"
)

var (
	firstFR = []string{"Agathe", "Baptiste", "Clarisse", "Damien", "Elsa", "Fabrice", "Gaëlle", "Hugo", "Inès", "Joachim", "Katell", "Ludovic", "Mathilde", "Noé", "Odile", "Quentin", "Rosalie", "Samir", "Tiphaine", "Yannick"}
	lastFR  = []string{"Abgrall", "Berthollet", "Cazenave", "Delarue", "Escudier", "Ferrand", "Guyonvarc'h", "Hamelin", "Jacquinot", "Kerviel", "Lescure", "Marchadier", "Noiret", "Ollivier", "Pasquet", "Rabouin", "Sauvageot", "Thévenet", "Vasseur", "Zeller"}
	firstEN = []string{"Abigail", "Bernard", "Cora", "Desmond", "Edith", "Felix", "Gwen", "Harvey", "Iris", "Jonah", "Keira", "Leonard", "Maggie", "Neville", "Opal", "Preston", "Rhoda", "Silas", "Thea", "Winston"}
	lastEN  = []string{"Ashdown", "Bramley", "Colbeck", "Dunstan", "Ellwood", "Farrow", "Gresham", "Holloway", "Inskip", "Jessop", "Kendrick", "Lathom", "Marlowe", "Norwood", "Oakley", "Penrose", "Quayle", "Redmayne", "Stannard", "Tolliver"}

	issuersFR = []string{"la Fédération des ateliers partagés", "l'Agence du littoral vivant", "le Réseau Boussole", "la Fondation Terres hautes", "l'Union des maisons de quartier", "l'Office des savoir-faire", "la Mutuelle Passerelle", "la Ligue des vergers", "l'Observatoire des rivières", "le Syndicat des artisans verriers", "le Groupe Mélinet", "l'Institut Chanteclair"}
	issuersEN = []string{"Harbour Lane Trust", "Fenwick Rail", "The Lantern Foundation", "Tidewell Energy", "National Orchard Council", "Brightmoor Bank", "Cedar Row Housing", "Institute of Field Studies", "Copperline Stores", "Northgate Museums", "Alderbrook Foods", "Skylark Mobility"}

	citiesFR = []string{"Paris", "Rennes", "Lyon", "Bordeaux", "Strasbourg", "Lille", "Toulouse", "Nantes"}
	citiesEN = []string{"London", "Leeds", "Boston", "Chicago", "Bristol", "Denver", "Glasgow", "Toronto"}

	companiesFR = []string{"Savonnerie des Embruns", "Voltige & Cie", "Lumen Atelier", "Biscuiterie Tanguy", "Cartonnages Roussel", "Hydralis", "Menuiserie Castan", "Novaterre", "Papeterie du Moulin", "Saveurs d'Ossau", "Tissages Vermorel", "Verrerie Aubagnac", "Cycles Ardent", "Granulats de l'Ouest", "Filature Beaulieu", "Optima Santé", "Robinetterie Sénéchal", "Chantiers Kermadec", "Alpages Bio", "Moulins Lavigne"}
	companiesEN = []string{"Amber Forge", "Bluestone Labs", "Cobalt Freight", "Dovetail Joinery", "Elmwood Foods", "Foxglove Health", "Granite Peak Software", "Hazel & Byrne", "Ironbridge Tools", "Juniper Optics", "Kestrel Aero", "Lockhart Ceramics", "Meadowlark Dairy", "Nimbus Storage", "Oakhaven Care", "Pinnacle Robotics", "Quarrymen Stone", "Riverbend Solar", "Saltmarsh Brewing", "Thornfield Textiles"}
	worksFR     = []string{"Les Marées lentes", "L'Atelier du soir", "Une saison à Valmer", "Le Dernier Phare", "Carnets d'argile", "La Route des tilleuls", "Nuit blanche au port", "Les Heures bleues", "Trois Collines", "Le Chant du gravier", "Petite Forge", "L'Hiver des cigales", "Sous les halles", "Vents contraires"}
	worksEN     = []string{"The Slow Tide", "A Lantern for Ruth", "Copper Skies", "Letters to the Weir", "The Glass Orchard", "Northbound", "Paper Kingdoms", "The Beekeeper's Map", "Winter Ferry", "Salt and Cedar", "The Quiet Field", "Harvest Moon Road"}
	projectsFR  = []string{"Jardin partagé", "Atelier vélo", "Maison des aînés", "Fab lab", "Épicerie solidaire", "Verger participatif", "Ludothèque", "Recyclerie", "Chaufferie bois", "Halte fluviale", "Tiers-lieu", "Crèche associative", "Cinéma itinérant", "Café des voisins"}
	projectsEN  = []string{"Community orchard", "Bike workshop", "Flood barrier", "Village hall", "Reading room", "Footbridge", "Youth club", "Repair café", "Heat network", "Nature trail", "Boat house", "Allotments", "Skate park", "Bandstand"}
	streetsFR   = []string{"rue des Lavandières", "avenue Jean-Macé", "place du Marché-Neuf", "boulevard de la Liberté", "quai des Bateliers", "impasse du Four", "chemin des Vignes", "rue Pasteur"}
	restosFR    = []string{"L'Ardoise", "La Table d'Émile", "Le Petit Comptoir", "Auberge des Trois Ponts", "Chez Lucienne", "Le Grain de sel", "Maison Pourpre", "La Cabane à huîtres", "Les Mirabelles", "Bistrot du Parvis", "L'Oseille", "Le Relais Saint-Roch"}

	quotesFR = []string{
		"« Cette étape récompense le travail de toutes les équipes de terrain », se réjouit %s.",
		"« Nous avons voulu une démarche simple et proche des habitants », explique %s.",
		"« Rien n'aurait été possible sans nos partenaires locaux », rappelle %s.",
		"« Le calendrier a été tenu et nous en sommes fiers », déclare %s.",
	}
	quotesEN = []string{
		"“We are proud of what our teams have achieved,” said %s.",
		"“None of this would have happened without local partners,” said %s.",
		"“This is a practical step that people will notice,” commented %s.",
		"“We set ourselves a demanding timetable and we kept to it,” said %s.",
	}
	tailsFR = []string{
		"Le dossier complet peut être demandé au service de presse.",
		"Un bilan sera rendu public à la fin de l'année prochaine.",
		"Les personnes intéressées trouveront les conditions sur le site de l'organisme.",
		"La prochaine réunion du comité se tiendra au printemps.",
	}
	tailsEN = []string{
		"Full documentation is available from the press office on request.",
		"A progress report will be published at the end of next year.",
		"Further details can be found on our website.",
		"The committee will meet again in the spring.",
	}
)

var (
	monthsFR = []string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}
	monthsEN = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

// person returns an invented name.
func (g *gen) person() string {
	if g.english() {
		return pick(g, firstEN) + " " + pick(g, lastEN)
	}
	return pick(g, firstFR) + " " + pick(g, lastFR)
}

// people returns n names, each once.
func (g *gen) people(n int) []string {
	first, last := firstFR, lastFR
	if g.english() {
		first, last = firstEN, lastEN
	}
	var out []string
	for i, l := range some(g, last, n) {
		out = append(out, first[(i*7+len(l))%len(first)]+" "+l)
	}
	return out
}

// open begins a release: who publishes it, where and when, in which style.
func (g *gen) open(lang, title, lead string) {
	g.truth.Lang = lang
	g.title = title
	g.style = style{width: []int{0, 76, 88}[g.IntN(3)], bullet: pick(g, []string{"-", "•", "*", "–"}), under: []byte{0, '=', '-', 0}[g.IntN(4)], web: g.IntN(2) == 0}
	day, month, year := g.between(1, 28), g.IntN(12), g.between(2016, 2024)
	if g.english() {
		g.issuer = pick(g, issuersEN)
		g.the = g.issuer
		g.dated = fmt.Sprintf("%s, %d %s %d", pick(g, citiesEN), day, monthsEN[month], year)
		g.about = fmt.Sprintf("%s has worked with local communities since %d.", g.issuer, g.between(1921, 2005))
		g.contact = []string{"Press office", g.person(), "press@" + domain(g.issuer)}
	} else {
		the := pick(g, issuersFR)
		g.issuer = withoutArticle(the)
		g.the = the
		g.dated = fmt.Sprintf("%s, le %s", pick(g, citiesFR), french(day, month, year))
		g.about = fmt.Sprintf("Depuis %d, %s accompagne les acteurs locaux dans leurs projets.", g.between(1921, 2005), the)
		g.contact = []string{"Contact presse", g.person(), "presse@" + domain(g.issuer)}
	}
	g.lead = append(g.lead, g.named(lead))
	if g.IntN(3) > 0 {
		g.lead = append(g.lead, g.quote())
	}
	if g.IntN(2) == 0 {
		g.tail = append(g.tail, pick(g, map[bool][]string{true: tailsEN, false: tailsFR}[g.english()]))
	}
}

// french writes a date in French; month counts from 0.
func french(day, month, year int) string {
	first := ""
	if day == 1 {
		first = "er"
	}
	return fmt.Sprintf("%d%s %s %d", day, first, monthsFR[month], year)
}

// named puts the issuer's name, with its article, in the place of {issuer}.
func (g *gen) named(s string) string {
	if rest, first := strings.CutPrefix(s, "{issuer}"); first {
		s = capital(g.the) + rest
	}
	return strings.ReplaceAll(s, "{issuer}", g.the)
}

// capital returns s with a capital first letter.
func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func withoutArticle(s string) string {
	for _, article := range []string{"la ", "le ", "l'"} {
		if rest, ok := strings.CutPrefix(s, article); ok {
			return rest
		}
	}
	return s
}

// civil returns the title that goes with a French first name: in firstFR the
// names of women and of men take turns.
func civil(first string) string {
	if slices.Index(firstFR, first)%2 == 0 {
		return "Mme"
	}
	return "M."
}

func (g *gen) quote() string {
	if g.english() {
		return fmt.Sprintf(pick(g, quotesEN), g.person())
	}
	return fmt.Sprintf(pick(g, quotesFR), g.person())
}

// domain makes an address under example.org of an issuer's name.
func domain(issuer string) string {
	ascii := strings.NewReplacer("é", "e", "è", "e", "î", "i", "ô", "o", "'", "", " ", "-").Replace(strings.ToLower(issuer))
	return ascii + ".example.org"
}
