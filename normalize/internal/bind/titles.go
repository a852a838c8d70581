// Titles: what headings of columns mean, in French and in English.

package bind

import (
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/normalize/internal/places"
)

// titleNames gives the column name of a heading, folded, where the whole
// heading says it.
var titleNames = map[string]string{
	"region": "region", "regions": "region", "nom region": "region", "region administrative": "region",
	"code region": "region_code", "region code": "region_code", "no region": "region_code",
	"departement": "department", "departements": "department", "department": "department", "departments": "department",
	"dpt": "department", "dept": "department", "dep": "department", "dpts": "department", "departement s": "department",
	"code departement": "department_code", "no departement": "department_code", "no dep": "department_code",
	"no dept": "department_code", "no dpt": "department_code", "numero departement": "department_code",
	"num dep": "department_code", "n dep": "department_code", "code dep": "department_code", "code dept": "department_code",
	"code dpt": "department_code", "department code": "department_code", "n departement": "department_code",
	"numero du departement": "department_code", "no de departement": "department_code", "numero de departement": "department_code",
	"code du departement": "department_code",
	"commune":             "commune", "communes": "commune", "ville": "commune", "villes": "commune", "localite": "commune", "municipality": "commune",
	"town": "commune", "city": "commune", "commune s": "commune", "ville s": "commune",
	"code commune": "commune_code", "code insee": "commune_code", "insee": "commune_code", "code insee commune": "commune_code", "insee code": "commune_code",
	"code postal": "postal_code", "cp": "postal_code", "c p": "postal_code", "codes postaux": "postal_code",
	"postal code": "postal_code", "postcode": "postal_code", "zip": "postal_code", "zip code": "postal_code",
	"nom": "name", "name": "name", "noms": "name", "intitule": "name", "denomination": "name", "libelle": "name", "designation": "name",
	"raison sociale": "name", "site name": "name",
	"nouveau": "new", "nouveaux": "new", "nouvelle": "new", "nouvelles": "new", "new": "new", "nouveaute": "new", "nouveau nouvelle": "new",
	"nouvelle labellisation": "new", "nouvelles labellisations": "new", "nouveau labellise": "new", "nouveau site": "new",
	"nouvelle structure": "new", "nouveau label": "new", "nouveaux labellises": "new", "is new": "new", "nouvel entrant": "new",
	"no": "number", "n": "number", "numero": "number", "num": "number", "rang": "number", "rank": "number",
	"number": "number", "no d ordre": "number", "numero d ordre": "number", "no ordre": "number",
	"siret": "siret", "no siret": "siret", "siren": "siret", "numero siret": "siret", "siret siren": "siret",
	"email": "email", "e mail": "email", "courriel": "email", "mail": "email", "adresse mail": "email", "adresse e mail": "email", "mel": "email", "adresse electronique": "email",
	"telephone": "phone", "tel": "phone", "phone": "phone", "no de telephone": "phone", "numero de telephone": "phone", "tel contact": "phone",
	"date": "date", "jour": "date",
}

// titleStarts gives the column name of a heading by its first words, folded,
// longest first.
var titleStarts = []struct{ words, name string }{
	{"date ", "date"},
	{"nouveau ", "new?"},
	{"nouveaux ", "new?"},
	{"nouvelle ", "new?"},
	{"nouvelles ", "new?"},
	{"new ", "new?"},
	{"region ", "region"},
	{"departement ", "department"},
	{"department ", "department"},
	{"commune ", "commune"},
	{"ville ", "commune"},
	{"town ", "commune"},
	{"code postal ", "postal_code"},
	{"montant", "amount"},
	{"subvention", "amount"},
	{"amount", "amount"},
	{"dotation", "amount"},
	{"budget", "amount"},
	{"aide accordee", "amount"},
	{"aide attribuee", "amount"},
	{"cout", "amount"},
	{"financement", "amount"},
	{"grant", "amount"},
	{"funding", "amount"},
	{"nom ", "name"},
	{"noms ", "name"},
	{"name ", "name"},
	{"intitule ", "name"},
	{"denomination ", "name"},
	{"libelle ", "name"},
	{"designation ", "name"},
}

// subjects are words that say what a row is about, where no heading says "Nom":
// the earlier, the likelier.
var subjects = []string{
	"structure", "etablissement", "site", "laureat", "beneficiaire", "projet", "organisme", "association", "entreprise",
	"lieu", "quartier", "monument", "label", "candidat", "equipement", "ecole", "college", "lycee", "musee", "maison",
	"winner", "project", "school", "organisation", "organization", "company", "beneficiary", "venue", "titre", "title", "objet", "libelle",
	"enseigne", "commune", "ville",
}

// besides are words of headings over what goes with the subject of a row, however
// long and different it is.
var besides = [...]string{"adresse", "address", "contact", "observation", "commentaire", "comment", "remarque", "horaire", "description", "detail", "precision", "site internet", "site web", "website"}

// columnNamed returns the name of the column that a heading means, "" if it is
// none of those that have a fixed name.
func columnNamed(title string) string {
	if len(title) > places.MaxPlace || title == "" {
		if len(title) > 4*places.MaxPlace {
			return ""
		}
	}
	t := fold.Words(title)
	if n, ok := titleNames[t]; ok {
		return n
	}
	// "Nom de la commune" is a commune, "Nom du projet" a name.
	for _, of := range [...]string{"nom de la ", "nom du ", "nom de l ", "nom des ", "nom de ", "name of the ", "name of "} {
		if rest, ok := strings.CutPrefix(t, of); ok {
			switch n := titleNames[rest]; n {
			case "region", "department", "commune":
				return n
			}
			return "name"
		}
	}
	for _, s := range titleStarts {
		if strings.HasPrefix(t, s.words) {
			if s.name == "new?" { // a heading like "Nouveau" in 2020 ...; "Nouveau nom" is another thing
				rest := t[len(s.words):]
				if strings.HasPrefix(rest, "en ") || strings.HasPrefix(rest, "label") || strings.HasPrefix(rest, "20") || strings.HasPrefix(rest, "in ") {
					return "new"
				}
				return ""
			}
			return s.name
		}
	}
	return ""
}

// subjectRank returns how likely a heading says what a row is about: 0 is the
// likeliest, len(subjects) not at all, more that it does not.
func subjectRank(title string) int {
	t := " " + fold.Words(title) + " "
	for _, s := range besides {
		if strings.HasPrefix(t, " "+s+" ") || strings.HasPrefix(t, " "+s+"s ") {
			return len(subjects) + 1
		}
	}
	for i, s := range subjects {
		if strings.HasPrefix(t, " "+s+" ") || strings.HasPrefix(t, " "+s+"s ") {
			return i
		}
	}
	return len(subjects)
}
