// Releases without rows: plain ones, and those that announce a list and print none.

package corpus

import "fmt"

var plainRecipes = []recipe{
	{"plain", 12, plainFormats, plain},
	{"missing", 6, plainFormats, missing},
}

// plainFormats has few PDFs, and those of the producer whose files are smallest.
func plainFormats(i int) []string {
	return [][]string{{"txt", "html"}, {"md", "pdf weasyprint"}, {"txt", "md"}, {"md", "html"}}[i%4]
}

// A story is a release in prose.
type story struct {
	lang, title, lead string
	body              []string
	points            []string // sentences as bullets: advice, priorities; no list of records
}

var stories = []story{
	{"fr", "Une nouvelle directrice à la tête de l'organisme", "Le conseil d'administration, réuni mardi, a nommé une nouvelle directrice. Elle prendra ses fonctions en septembre.", []string{
		"Ingénieure de formation, elle a travaillé quinze ans dans l'industrie avant de rejoindre {issuer} en 2014.",
		"Elle succède à son prédécesseur, qui part à la retraite après une longue carrière.",
	}, []string{"ouvrir davantage les ateliers au public, en particulier le week-end ;", "mieux faire connaître les métiers auprès des collégiens ;", "réduire d'un tiers la consommation d'énergie d'ici à 2030."}},
	{"fr", "Canicule : les bons réflexes", "Face aux fortes chaleurs attendues cette semaine, {issuer} rappelle quelques gestes simples.", []string{
		"Les personnes âgées et les jeunes enfants sont les plus exposés. Un numéro vert, le 0 800 00 00 00, est ouvert de 8 h à 20 h.",
	}, []string{"Buvez de l'eau régulièrement, même sans avoir soif.", "Fermez les volets aux heures les plus chaudes de la journée.", "Prenez des nouvelles de vos voisins les plus fragiles."}},
	{"fr", "Travaux sur la ligne littorale", "La circulation sera interrompue du 4 au 17 mai entre deux gares pour le remplacement de 12 kilomètres de rails.", []string{
		"Des autocars assureront la liaison. Le temps de trajet sera allongé de 25 minutes environ.",
		"Le chantier mobilise 180 personnes et représente un investissement de 9,4 millions d'euros.",
	}, nil},
	{"fr", "L'exposition prolongée jusqu'à l'automne", "Devant le succès rencontré, {issuer} prolonge son exposition jusqu'au 30 octobre.", []string{
		"Plus de 48 000 visiteurs ont déjà été accueillis, soit 15 % de plus que l'an dernier. Neuf visiteurs sur dix se déclarent satisfaits.",
		"Des visites en langue des signes sont proposées le premier dimanche du mois.",
	}, nil},
	{"fr", "Un partenariat pour l'apprentissage", "{issuer} et la chambre consulaire signent une convention de trois ans.", []string{
		"Elle prévoit l'accueil d'apprentis, des visites d'ateliers et un prix annuel doté de 5 000 euros.",
	}, []string{"La convention entrera en vigueur le 1er janvier.", "Elle pourra être renouvelée par accord des deux parties."}},
	{"fr", "Rappel d'un lot de confitures", "Par précaution, {issuer} procède au rappel d'un lot de confiture de figues, en raison d'un défaut de fermeture.", []string{
		"Le lot concerné porte le numéro L2291 et une date limite fixée au 12/2025. Aucun autre produit n'est concerné.",
		"Les clients peuvent rapporter le bocal en magasin, où il leur sera remboursé.",
	}, nil},
	{"en", "New chair appointed", "{issuer} has appointed a new chair, who takes up the post in June.", []string{
		"She joined the organisation in 2009 and has led its work on access since 2017.",
		"The outgoing chair will stay on as an adviser until the end of the year.",
	}, []string{"Her first task will be to renew the five-year strategy.", "She will also oversee the move to a smaller head office."}},
	{"en", "Staying safe near the water", "As temperatures rise, {issuer} is asking visitors to take care near rivers and lakes.", []string{
		"Last summer 14 people had to be rescued at the weir, three times as many as the year before.",
	}, []string{"Never swim alone, and tell someone where you are going.", "Cold water can affect even strong swimmers within minutes.", "If you see someone in trouble, call 112 and throw something that floats."}},
	{"en", "Study finds gardens cool cities", "City gardens lower summer temperatures by up to 2.5 degrees, according to a study published today by {issuer}.", []string{
		"Researchers followed 1,240 gardens over six summers. Four in ten had lost trees since 2010.",
		"The authors call for planting to be part of every building permit.",
	}, nil},
	{"en", "Service resumes after storm", "{issuer} will resume normal service on Monday after last week's storm.", []string{
		"Crews worked through the weekend to clear 36 fallen trees and repair 4 miles of cable.",
		"Passengers with tickets for the cancelled services can claim a refund until 31 March.",
	}, nil},
	{"fr", "Les résultats du sondage", "Sept habitants sur dix disent connaître {issuer}, selon un sondage mené en mars auprès de 1 002 personnes.", []string{
		"Ils étaient 58 % il y a cinq ans. Les plus jeunes restent les moins bien informés, avec 41 %.",
		"Le sondage a été réalisé en ligne selon la méthode des quotas.",
	}, nil},
	{"en", "Agreement signed", "{issuer} and three universities have signed an agreement on training.", []string{
		"It covers joint courses, shared laboratories and a bursary of €8,000 a year.",
	}, []string{"Courses will start in the autumn term.", "Applications open on 2 May and close on 14 June."}},
}

func plain(g *gen) {
	s := stories[g.i]
	g.open(s.lang, s.title, s.lead)
	for _, p := range s.body {
		g.body = append(g.body, para(g.named(p)))
	}
	if len(s.points) > 0 {
		g.body = append(g.body, bullets{items: s.points})
	}
}

// missing: the text leads to a list that is not there.
func missing(g *gen) {
	g.truth.Doubt = true
	n := g.between(9, 60)
	switch g.i {
	case 0:
		g.open("fr", "Les sites ouverts cet été", "{issuer} ouvre ses sites au public.")
		g.body = append(g.body, para(fmt.Sprintf("Voici la liste des %d sites :", n)))
	case 1:
		g.open("en", "Store closures", "{issuer} will close stores next month.")
		g.body = append(g.body, para(fmt.Sprintf("The full list of the %d stores that will close is below.", n)))
	case 2:
		g.open("fr", fmt.Sprintf("Les %d communes lauréates", n), "{issuer} annonce les lauréats de son concours.")
		g.body = append(g.body, heading{2, fmt.Sprintf("Liste des %d communes lauréates", n)}, raw{txt: "[image]\n\n", md: "![](laureates.png)\n\n", htm: `<p><img src="laureates.png" alt=""></p>`})
	case 3:
		g.open("fr", "Les entreprises primées", "{issuer} remet ses prix.")
		g.body = append(g.body, para(fmt.Sprintf("Le tableau ci-dessous présente les %d entreprises primées.", n)))
	case 4:
		g.open("en", "Winners announced", "{issuer} has chosen its winners.")
		g.body = append(g.body, para(fmt.Sprintf("The %d winners are:", n)))
	default:
		g.open("fr", "Nouveaux relais", "{issuer} étend son réseau.")
		g.body = append(g.body, heading{2, fmt.Sprintf("Les %d nouveaux relais", n)})
	}
	g.tail = nil
}
