// Places: real regions, departments and communes, for invented releases.

package corpus

import "slices"

// A department with communes that lie in it.
type department struct {
	name, code, region string
	communes           []string
}

var departments = []department{
	{"Ain", "01", "Auvergne-Rhône-Alpes", []string{"Ambérieu-en-Bugey", "Bourg-en-Bresse", "Gex", "Meximieux", "Miribel", "Nantua", "Trévoux"}},
	{"Drôme", "26", "Auvergne-Rhône-Alpes", []string{"Crest", "Die", "Dieulefit", "Montélimar", "Nyons", "Pierrelatte", "Romans-sur-Isère"}},
	{"Haute-Loire", "43", "Auvergne-Rhône-Alpes", []string{"Brioude", "Craponne-sur-Arzon", "Langeac", "Monistrol-sur-Loire", "Yssingeaux"}},
	{"Côte-d'Or", "21", "Bourgogne-Franche-Comté", []string{"Auxonne", "Beaune", "Châtillon-sur-Seine", "Montbard", "Nuits-Saint-Georges", "Saulieu"}},
	{"Jura", "39", "Bourgogne-Franche-Comté", []string{"Arbois", "Champagnole", "Dole", "Lons-le-Saunier", "Morez", "Poligny"}},
	{"Yonne", "89", "Bourgogne-Franche-Comté", []string{"Auxerre", "Avallon", "Chablis", "Joigny", "Sens", "Tonnerre"}},
	{"Côtes-d'Armor", "22", "Bretagne", []string{"Dinan", "Guingamp", "Lannion", "Loudéac", "Paimpol", "Tréguier"}},
	{"Finistère", "29", "Bretagne", []string{"Carhaix-Plouguer", "Châteaulin", "Concarneau", "Landerneau", "Morlaix", "Quimperlé"}},
	{"Morbihan", "56", "Bretagne", []string{"Auray", "Gourin", "Josselin", "Lorient", "Ploërmel", "Pontivy"}},
	{"Cher", "18", "Centre-Val de Loire", []string{"Aubigny-sur-Nère", "Bourges", "Mehun-sur-Yèvre", "Sancerre", "Vierzon"}},
	{"Loiret", "45", "Centre-Val de Loire", []string{"Beaugency", "Gien", "Montargis", "Orléans", "Pithiviers", "Sully-sur-Loire"}},
	{"Ardennes", "08", "Grand Est", []string{"Charleville-Mézières", "Fumay", "Givet", "Rethel", "Revin", "Vouziers"}},
	{"Meuse", "55", "Grand Est", []string{"Bar-le-Duc", "Commercy", "Ligny-en-Barrois", "Stenay", "Verdun"}},
	{"Vosges", "88", "Grand Est", []string{"Épinal", "Gérardmer", "Neufchâteau", "Remiremont", "Saint-Dié-des-Vosges", "Vittel"}},
	{"Nord", "59", "Hauts-de-France", []string{"Avesnes-sur-Helpe", "Cambrai", "Douai", "Dunkerque", "Hazebrouck", "Maubeuge"}},
	{"Somme", "80", "Hauts-de-France", []string{"Abbeville", "Albert", "Amiens", "Doullens", "Ham", "Péronne"}},
	{"Calvados", "14", "Normandie", []string{"Bayeux", "Falaise", "Honfleur", "Lisieux", "Vire Normandie"}},
	{"Orne", "61", "Normandie", []string{"Alençon", "Argentan", "Domfront en Poiraie", "Flers", "L'Aigle"}},
	{"Charente", "16", "Nouvelle-Aquitaine", []string{"Angoulême", "Barbezieux-Saint-Hilaire", "Cognac", "Confolens", "Ruffec"}},
	{"Dordogne", "24", "Nouvelle-Aquitaine", []string{"Bergerac", "Nontron", "Périgueux", "Ribérac", "Sarlat-la-Canéda", "Terrasson-Lavilledieu"}},
	{"Landes", "40", "Nouvelle-Aquitaine", []string{"Aire-sur-l'Adour", "Dax", "Hagetmau", "Mimizan", "Mont-de-Marsan", "Parentis-en-Born"}},
	{"Aveyron", "12", "Occitanie", []string{"Decazeville", "Espalion", "Millau", "Rodez", "Saint-Affrique"}},
	{"Gers", "32", "Occitanie", []string{"Auch", "Condom", "Fleurance", "Lectoure", "Mirande"}},
	{"Hérault", "34", "Occitanie", []string{"Agde", "Béziers", "Clermont-l'Hérault", "Lodève", "Pézenas", "Sète"}},
	{"Lot", "46", "Occitanie", []string{"Cahors", "Figeac", "Gourdon", "Gramat", "Souillac"}},
	{"Mayenne", "53", "Pays de la Loire", []string{"Château-Gontier-sur-Mayenne", "Ernée", "Évron", "Laval", "Mayenne"}},
	{"Vendée", "85", "Pays de la Loire", []string{"Challans", "Fontenay-le-Comte", "Les Herbiers", "Luçon", "Les Sables-d'Olonne"}},
	{"Var", "83", "Provence-Alpes-Côte d'Azur", []string{"Brignoles", "Draguignan", "Fréjus", "Hyères", "Toulon"}},
	{"Vaucluse", "84", "Provence-Alpes-Côte d'Azur", []string{"Apt", "Avignon", "Carpentras", "Cavaillon", "Orange", "Pertuis"}},
}

// A town is a large commune with its department, region and postal code.
type town struct{ name, department, region, postal string }

var towns = []town{
	{"Lille", "Nord", "Hauts-de-France", "59000"},
	{"Rennes", "Ille-et-Vilaine", "Bretagne", "35000"},
	{"Nantes", "Loire-Atlantique", "Pays de la Loire", "44000"},
	{"Grenoble", "Isère", "Auvergne-Rhône-Alpes", "38000"},
	{"Dijon", "Côte-d'Or", "Bourgogne-Franche-Comté", "21000"},
	{"Nancy", "Meurthe-et-Moselle", "Grand Est", "54000"},
	{"Tours", "Indre-et-Loire", "Centre-Val de Loire", "37000"},
	{"Limoges", "Haute-Vienne", "Nouvelle-Aquitaine", "87000"},
	{"Perpignan", "Pyrénées-Orientales", "Occitanie", "66000"},
	{"Rouen", "Seine-Maritime", "Normandie", "76000"},
	{"Amiens", "Somme", "Hauts-de-France", "80000"},
	{"Brest", "Finistère", "Bretagne", "29200"},
	{"Angers", "Maine-et-Loire", "Pays de la Loire", "49000"},
	{"Annecy", "Haute-Savoie", "Auvergne-Rhône-Alpes", "74000"},
	{"Colmar", "Haut-Rhin", "Grand Est", "68000"},
	{"Poitiers", "Vienne", "Nouvelle-Aquitaine", "86000"},
	{"Nîmes", "Gard", "Occitanie", "30000"},
	{"Toulon", "Var", "Provence-Alpes-Côte d'Azur", "83000"},
	{"Chartres", "Eure-et-Loir", "Centre-Val de Loire", "28000"},
	{"Vannes", "Morbihan", "Bretagne", "56000"},
}

// states of the United States with cities.
var states = map[string][]string{
	"Arizona":        {"Flagstaff", "Mesa", "Tempe", "Yuma"},
	"California":     {"Bakersfield", "Fresno", "Oxnard", "Redding", "Stockton"},
	"Georgia":        {"Athens", "Macon", "Savannah", "Valdosta"},
	"Iowa":           {"Ames", "Davenport", "Dubuque", "Sioux City"},
	"Louisiana":      {"Houma", "Lafayette", "Monroe", "Shreveport"},
	"New York":       {"Albany", "Buffalo", "Ithaca", "Utica"},
	"North Carolina": {"Asheville", "Durham", "Hickory", "Wilmington"},
	"Ohio":           {"Akron", "Dayton", "Lima", "Toledo"},
	"Oregon":         {"Bend", "Eugene", "Medford", "Salem"},
	"Texas":          {"Abilene", "Amarillo", "Laredo", "Tyler", "Waco"},
	"Virginia":       {"Danville", "Norfolk", "Roanoke", "Suffolk"},
	"Wisconsin":      {"Appleton", "Eau Claire", "Green Bay", "Racine"},
}

var stateNames = []string{"Arizona", "California", "Georgia", "Iowa", "Louisiana", "New York", "North Carolina", "Ohio", "Oregon", "Texas", "Virginia", "Wisconsin"}

// countries in English and in French.
var countries = [][2]string{
	{"Austria", "Autriche"},
	{"Belgium", "Belgique"},
	{"Canada", "Canada"},
	{"Chile", "Chili"},
	{"Denmark", "Danemark"},
	{"Egypt", "Égypte"},
	{"Finland", "Finlande"},
	{"Germany", "Allemagne"},
	{"India", "Inde"},
	{"Ireland", "Irlande"},
	{"Italy", "Italie"},
	{"Japan", "Japon"},
	{"Mexico", "Mexique"},
	{"Morocco", "Maroc"},
	{"Norway", "Norvège"},
	{"Poland", "Pologne"},
	{"Senegal", "Sénégal"},
	{"Spain", "Espagne"},
	{"Sweden", "Suède"},
	{"Vietnam", "Viêt Nam"},
}

// departmentsOf draws n departments in the order of their regions.
func (g *gen) departmentsOf(n int) []department {
	at := g.Perm(len(departments))[:n]
	slices.Sort(at)
	out := make([]department, 0, n)
	for _, i := range at {
		out = append(out, departments[i])
	}
	return out
}

// someInOrder draws n of the values and keeps their order.
func someInOrder[T any](g *gen, values []T, n int) []T {
	at := g.Perm(len(values))[:min(n, len(values))]
	slices.Sort(at)
	out := make([]T, 0, len(at))
	for _, i := range at {
		out = append(out, values[i])
	}
	return out
}
