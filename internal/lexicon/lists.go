// This file lists words that introduce lists, and words that introduce something else.

package lexicon

import (
	"slices"
	"strings"
)

// listStems begin words that say that a list follows, folded.
var listStems = strings.Fields(`liste laureat winner finalist suivant following below voici palmares retenu recompens labellis selectionn
	selected awarded recipient beneficiair classement ranking result nomine nominee medaill primes attribue`)

// SaysList reports whether a folded word says that a list follows.
func SaysList(word string) bool {
	if word == "list" || word == "lists" || word == "here" {
		return true
	}
	for _, s := range listStems {
		if strings.HasPrefix(word, s) {
			return true
		}
	}
	return false
}

// otherLists introduce lists of the page, not of the release, folded.
var otherLists = []string{
	"sommaire", "table des matieres", "table of contents", "contents", "plan du site", "lire aussi", "a lire aussi", "voir aussi", "see also",
	"related", "share", "partage", "suivez", "follow us", "contact", "mentions legales", "navigation", "menu", "features", "installation",
	"usage", "contributing", "vous aimerez aussi", "a decouvrir", "en savoir plus", "read more", "documents joints", "a telecharger", "tags",
	"mots cles", "keywords", "themes", "liens utiles", "useful links", "pratique", "infos pratiques", "informations pratiques", "note to editors",
	"notes to editors", "notes aux redactions", "programme de la visite", "deroule", "agenda", "a propos", "about", "pieces a joindre", "les pieces a joindre", "les pieces", "documents a fournir", "les partenaires", "partenaires", "nos partenaires", "partners", "our partners", "etapes", "les etapes", "rendez vous", "nos rendez vous", "les rendez vous", "dates", "calendrier", "prochaines dates", "etaient presents", "en presence", "categories", "archives", "plus d info",
}

// presence are stems of words that introduce the persons present, folded.
var presence = strings.Fields(`participe participaient presents presence attended attending`)

// LeadsElsewhere reports whether a folded lead introduces a list of the page or of the
// persons present.
func LeadsElsewhere(lead string) bool {
	for w := range strings.FieldsSeq(lead) {
		for _, p := range presence {
			if w == p {
				return true
			}
		}
	}
	for _, w := range otherLists {
		if strings.HasPrefix(lead, w) {
			return true
		}
	}
	return false
}

// addressLeads end what leads into an address, folded.
var addressLeads = [...]string{
	"adresse", "adresse suivante",
	"address", "following address",
}

// LeadsIntoAddress reports whether a folded lead ends as one does that an address follows.
func LeadsIntoAddress(lead string) bool {
	for _, w := range addressLeads {
		if strings.HasSuffix(lead, " "+w) {
			return true
		}
	}
	return false
}

var numerals = numeralTable(`deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize`,
	`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen`)

func numeralTable(lines ...string) map[string]int {
	m := map[string]int{
		"dix-sept": 17, "dix-huit": 18, "dix-neuf": 19, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50,
		"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	}
	for _, l := range lines {
		for i, w := range strings.Fields(l) {
			m[w] = i + 2
		}
	}
	return m
}

// Numeral returns the value of a small number in words, 0 if the word is none.
func Numeral(word string) int { return numerals[word] }

// factWords are the labels in the box of facts of a release, folded.
var factWords = strings.Fields(`date dates lieu lieux horaire horaires heure heures tarif tarifs prix adresse acces telephone tel email courriel mail
	site contact contacts inscription inscriptions reservation reservations entree duree publics public organisateur product produit batch lot
	reference marque where when price place venue time phone website address admission tickets opening hours duration organizer best before expiry source
	publication date domaine rubrique theme auteur editeur isbn format pages`)

// NamesFact reports whether a folded text is the label of a fact: "date", "best before".
func NamesFact(text string) bool {
	n := 0
	for w := range strings.FieldsSeq(text) {
		if !slices.Contains(factWords, w) {
			return false
		}
		n++
	}
	return n == 1 || n == 2
}

var (
	phoneLabels   = wordSet(`tel telephone t phone ph mobile portable fax`)
	contactLabels = wordSet(`tel telephone t phone ph mobile portable fax mail email e-mail courriel mel`)
)

// LabelsPhone reports whether a folded word says before figures that they are a telephone
// number: "Phone".
func LabelsPhone(word string) bool { return phoneLabels[word] }

// LabelsContact reports whether a folded word says before a number or an address of mail
// that it is one: "Tél.".
func LabelsContact(word string) bool { return contactLabels[word] }

// PrecedesCount reports whether a small word may stand before a figure and what it counts:
// "pour 3 projets".
func PrecedesCount(word string) bool {
	switch word {
	case "pour", "soit", "avec", "dont", "for", "with":
		return true
	}
	return false
}
