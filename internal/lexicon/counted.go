// What is counted: stems of nouns, as claims takes them: folded, without the plural.

package lexicon

// Towns are what communes are counted as.
var Towns = wordSet(`commune ville`,
	`town city village municipality`)

// Measures are counted, but never one by one in a list.
var Measures = wordSet(`an annee mois jour journee semaine heure minute seconde nuit euro dollar million milliard millier kilometre km
	metre hectare tonne litre kilo point pour habitant visiteur spectateur participant lecteur abonne salarie emploi
	collegue eleve electeur fois page ligne place degre pourcent`,
	`year month day week hour night mile foot acre ton percent time reader visitor inhabitant resident employee job
	people`)

// PlaceNouns are counted beside a total and never make it up: places, times, distances.
var PlaceNouns = wordSet(`region departement canton pays an annee mois jour semaine heure minute euro km kilometre millier metre habitant`,
	`country`)

// People are kinds of persons by sex or age. Beside parts of another kind they count the
// same persons again: "24 membres dont 14 femmes et 9 élus".
var People = wordSet(`femme homme fille garcon enfant adulte jeune mineur majeur senior adolescent`,
	`woman women man men girl boy child children adult`)

// AnyNouns can stand for whatever a release lists.
var AnyNouns = wordSet(`structure site lieu espace etablissement projet laureat labellisation label entite implantation membre adherent
	candidature dossier equipement territoire localite element ligne destination beneficiaire decore personne place`,
	`nominee location entry winner project member facility centre center item`)

// OtherWholes are what a percentage after two counts is of when it is not of the larger:
// "691 sites dont 571 ruraux, soit 12 % du budget".
var OtherWholes = wordSet(`budget montant cout financement depense chiffre population territoire`)

// Pronouns stand for a noun before.
var Pronouns = wordSet(`eux elle`,
	`one them`)

// CountedColumns names the column that holds what is counted, where the two differ.
var CountedColumns = map[string]string{
	"departement": "department", "pay": "country", "etat": "state", "ville": "commune",
	"countrie": "country", "town": "commune", "city": "commune", "citie": "commune",
}
