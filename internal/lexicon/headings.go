// This file lists words of column headings.

package lexicon

import (
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
)

// frenchHeadings are words that head a column by themselves or open its heading, folded.
// Plurals in s are not listed.
var frenchHeadings = wordSet(`
nom noms prenom intitule libelle denomination designation titre objet sujet theme thematique domaine secteur filiere discipline
categorie type nature statut etat niveau grade corps fonction role poste mission metier profession qualite membre titulaire suppleant
structure organisme etablissement association entreprise societe operateur porteur beneficiaire laureat candidat candidate liste
projet programme action mesure dispositif operation travaux chantier ouvrage equipement materiel materiau produit article modele reference
site lieu adresse commune ville departement region pays canton arrondissement quartier secteur zone territoire academie district bassin
code numero no n rang position place classement equipe club joueur athlete auteur editeur oeuvre genre pavillon domaine appellation
date jour mois annee trimestre semestre periode exercice saison horaire heure debut fin duree echeance ouverture fermeture livraison arrivee depart
montant cout prix tarif budget credit subvention aide dotation financement depense recette produit charge solde valeur total somme
nombre effectif quantite volume surface superficie longueur distance part taux pourcentage evolution variation ecart indice score note point temps
inscrit votant exprime voix suffrage siege population habitant logement eleve etudiant place emploi salarie agent
lot ligne section troncon itineraire route axe station gare arret direction terminus trajet
client fournisseur prestataire partenaire contact telephone courriel email site observation remarque commentaire precision description detail motif
indicateur statistique unite devise monnaie composante formation specialite diplome
`)

// englishHeadings are the same in English.
var englishHeadings = wordSet(`
name first last title subject theme topic field sector category type kind status state level grade role position job member
organization organisation institution company recipient beneficiary winner awardee grantee applicant candidate party project program programme
site location place venue address city town county state country region district borough ward area zone
code number no id rank place team club player athlete author publisher title work
date day month year quarter period season time start end opening closing delivery deadline departure arrival duration
amount cost price fee budget grant funding award value total sum revenue expense balance
count quantity volume area length distance share rate percent percentage change variation difference index score points
votes voters turnout seats population inhabitants housing students staff employees headcount
route line station stop direction customer client supplier partner contact phone email website note notes remarks comments description details reason
indicator measure unit currency model item product store school department division branch
`)

// wordSet returns the set of the words in lists, which blanks separate.
func wordSet(lists ...string) map[string]bool {
	set := map[string]bool{}
	for _, list := range lists {
		for w := range strings.FieldsSeq(list) {
			set[w] = true
		}
	}
	return set
}

// maxHeadingWords is the largest number of words of a heading that is recognised by its
// words alone; longer ones are values.
const maxHeadingWords = 6

// IsHeading reports whether s opens with a word that heads columns: "Montant
// accordé", "Opening date".
func IsHeading(s string) bool {
	french, english := headingIn(s)
	return french || english
}

// HeadingLanguage returns the language of headings, "fr" or "en", or "" if their words
// are of both or of none.
func HeadingLanguage(titles []string) string {
	n := 0
	for _, s := range titles {
		french, english := headingIn(s)
		switch {
		case french && !english:
			n++
		case english && !french:
			n--
		}
	}
	switch {
	case n > 0:
		return "fr"
	case n < 0:
		return "en"
	}
	return ""
}

// headingIn reports whether s opens or ends with a word that heads columns.
func headingIn(s string) (french, english bool) {
	words := strings.Fields(fold.Words(s))
	if len(words) == 0 || len(words) > maxHeadingWords {
		return false, false
	}
	for _, w := range [...]string{words[0], words[len(words)-1]} {
		one := w
		if len(w) > 3 {
			one = strings.TrimSuffix(w, "s")
		}
		french = french || frenchHeadings[w] || frenchHeadings[one]
		english = english || englishHeadings[w] || englishHeadings[one]
	}
	return french, english
}

// Continued are the words, folded, that end the heading of what goes on from the page
// before, the longest first.
var Continued = [...]string{"suite et fin", "suite", "fin", "continued", "cont d", "cont"}
