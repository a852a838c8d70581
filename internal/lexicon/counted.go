// What is counted: nouns, looked up by their stems.

package lexicon

import "strings"

// Stem takes the plural off a word as fold.Letters leaves it: "structure", "moi" of
// "mois". Only stems are compared with stems.
func Stem(w string) string {
	w = strings.TrimSuffix(w, "'")
	if len(w) > 3 || w == "ans" {
		w = strings.TrimRight(w, "sx")
	}
	if strings.HasSuffix(w, "che") || strings.HasSuffix(w, "she") {
		return w[:len(w)-1] // parishes, branches, fiches
	}
	if cut, ok := strings.CutSuffix(w, "ie"); ok && len(w) > len("pie") {
		return cut + "y" // counties, catégories
	}
	return w
}

// stemSet returns the stems of the words in lists, which blanks separate.
func stemSet(lists ...string) map[string]bool {
	set := map[string]bool{}
	for w := range wordSet(lists...) {
		set[Stem(w)] = true
	}
	return set
}

// Towns are what communes are counted as.
var Towns = stemSet(`commune ville`,
	`town city village municipality`)

// Measures are counted, but never one by one in a list.
var Measures = stemSet(`an annee mois jour journee semaine heure minute seconde nuit euro dollar million milliard millier fois degre pourcent point pour
	kilometre km metre m cm mm m2 hectare ha tonne t litre l kilo kg gramme g kw mw gw kwh mwh mo go to
	habitant visiteur spectateur participant lecteur abonne salarie emploi collegue eleve electeur page place`,
	`year yr month day week hour night mile mph foot ft inch acre ton lb percent time
	reader visitor inhabitant resident employee job passenger`)

// PlaceNouns are counted beside a total and never make it up: places, times, distances.
var PlaceNouns = stemSet(`region departement canton pays an annee mois jour semaine heure minute euro km kilometre millier metre habitant`,
	`country county state province`)

// People are kinds of persons by sex or age. Beside parts of another kind they count the
// same persons again: "24 membres dont 14 femmes et 9 élus".
var People = stemSet(`femme homme fille garcon enfant adulte jeune mineur majeur senior adolescent`,
	`woman women man men girl boy child children adult`)

// AnyNouns can stand for whatever a release lists.
var AnyNouns = stemSet(`structure site lieu espace etablissement projet laureat labellisation label entite implantation membre adherent
	candidature dossier equipement territoire localite element ligne destination beneficiaire decore personne place gagnant gagnante vainqueur finaliste candidat`,
	`winner laureate finalist nominee location entry winner project member facility centre center item`)

// OtherWholes are what a percentage after two counts is of when it is not of the larger:
// "691 sites dont 571 ruraux, soit 12 % du budget".
var OtherWholes = stemSet(`budget montant cout financement depense chiffre population territoire`)

// Pronouns stand for a noun before.
var Pronouns = stemSet(`eux elle`,
	`one them`)

// CountedColumns names the column that holds what is counted, where the two differ.
var CountedColumns = map[string]string{
	"departement": "department", "pay": "country", "etat": "state", "ville": "commune",
	"town": "commune", "city": "commune",
}

// OtherAmounts before an amount say that it is not what is given out below.
var OtherAmounts = wordSet(`budget budgets cout couts chiffre affaires prix investissement dette dotee dote dotes emprunt depenses recettes`,
	`budget budgets cost costs revenue revenues turnover sales price debt loan profit`)
