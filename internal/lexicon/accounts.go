// Words of accounts: paragraphs that each begin with the name of a person, a company, a
// work, and tell about it.

package lexicon

import "strings"

var proseOpenings = wordSet(`Le La Les L' L’ Un Une Des De Du D' Au Aux À A En Dans Sur Pour Par Avec Sans Depuis Après Avant Selon Si Mais Et Ou Or Car
	Comme Quand Lorsque Ainsi Enfin Cela Ça Cet Il Elle Ils Elles On Nous Vous Je Tu Ce Cette Ces Son Sa Ses Leur Leurs Notre Nos Votre Vos Mon Ma Mes
	Tout Toute Tous Toutes Chaque Chez Entre Parmi Plus Moins Très Aussi Déjà Désormais Aujourd'hui Aujourd’hui Hier Ici Là Voici Voilà Grâce Outre
	Malgré Pendant Durant Quelque Quelques Plusieurs Certains Certaines Deux Trois Quatre Cinq Six Sept Huit Neuf Dix Cependant Toutefois
	The An This That These Those There Here It He She They We You I Its His Her Their Our Your My In On At For By From With Without Of To As If
	But And Or So When While Since After Before During Under Over Among Between Through About Although However Also Then Now Once Only More Most
	Some Many Few Several All Both Each Every No Not One Two Three Four Five Seven Eight Nine Ten What Who How Why Where Which Meanwhile Finally
	Additionally Yesterday Today Last Next First Other Another According Until`)

// OpensProse reports whether a word opens sentences and rarely names.
func OpensProse(word string) bool {
	if proseOpenings[word] {
		return true
	}
	for _, p := range [...]string{"L'", "L’", "D'", "D’", "C'", "C’", "S'", "S’", "Qu'", "Qu’", "J'", "J’"} {
		if strings.HasPrefix(word, p) {
			return true
		}
	}
	return false
}

// ClosesSeries reports whether a word in small letters opens the last of several accounts.
func ClosesSeries(word string) bool {
	switch word {
	case "finally", "lastly", "enfin":
		return true
	}
	return false
}

var dealVerbs = wordSet(`a ont lève lèvent obtient obtiennent reçoit reçoivent boucle bouclent remporte remportent décroche décrochent réunit rejoint
	prend prendra dirige dirigera succède succédera pilotera assure assurera perçoit percevra recevra gagne
	raised won wins received receives closed closes took takes secured gets got earned will joins joined becomes became leads`)

// IsDealVerb reports whether a word says in an account what somebody got, gave or took over.
func IsDealVerb(word string) bool { return dealVerbs[word] }

var measureWords = wordSet(`revenue revenues sales turnover profit profits loss losses debt income earnings margin margins ebitda ebit orders
	dividend cash capex costs expenses shares shipments production exports imports unemployment inflation operating net gross total adjusted
	chiffre résultat résultats marge ventes bénéfice bénéfices dette trésorerie commandes effectif effectifs dividende endettement production
	recettes dépenses budget coût investissement investissements chômage montant`)

// NamesMeasure reports whether a text in small letters begins with the name of a
// measure: "operating profit", "chiffre d'affaires".
func NamesMeasure(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	return measureWords[first]
}

// recordStems begin words that announce accounts of persons, contracts, deals, folded.
var recordStems = strings.Fields(`awards prizes medals nomination appointment promotion fellow honoree grantee inductee awardee contract transaction levee boursier`)

// AnnouncesRecords reports whether a folded word announces accounts of persons,
// contracts or deals.
func AnnouncesRecords(word string) bool {
	for _, s := range recordStems {
		if strings.HasPrefix(word, s) {
			return true
		}
	}
	return false
}

// NamesGrade reports whether folded words say as what somebody was placed: "runners-up".
func NamesGrade(words string) bool {
	switch words {
	case "winner", "winners", "runner up", "runners up", "finalist", "finalists", "commended", "laureate", "laureates",
		"laureat", "laureats", "finaliste", "finalistes", "gagnant", "gagnante", "gagnants", "mention":
		return true
	}
	return false
}

// adviceWords are words for what is counted and is no list of records: reasons, advice,
// aims, folded. "Conseil" is rather a body that decides.
var adviceWords = wordSet(`raison raisons cause causes reason reasons conseils tip tips advice astuce astuces etape etapes step steps way ways facon facons maniere manieres
	priorite priorites priority priorities axe axes engagement engagements mesure mesures measure measures objectif objectifs aim aims goal goals
	principe principes principle principles question questions defi defis challenge challenges levier leviers pilier piliers pillar pillars
	facteur facteurs factor factors regle regles rule rules idee idees enjeu enjeux theme themes`)

// NamesAdvice reports whether a folded word is one for reasons, advice or aims.
func NamesAdvice(word string) bool { return adviceWords[word] }
