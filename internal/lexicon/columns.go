// This file lists headings that mean one of the columns with fixed names, and words
// that say what the rows of a table are about.

package lexicon

import "strings"

// columnHeadings are the whole headings that mean a column, folded.
var columnHeadings = []struct{ column, french, english string }{
	{
		"region",
		"region, regions, nom region, region administrative",
		"region, regions",
	},
	{
		"region_code",
		"code region, no region",
		"region code",
	},
	{
		"department",
		"departement, departements, dpt, dept, dep, dpts, departement s",
		"department, departments",
	},
	{
		"department_code",
		"code departement, no departement, no dep, no dept, no dpt, numero departement, num dep, n dep, code dep, code dept, code dpt, " +
			"n departement, numero du departement, no de departement, numero de departement, code du departement",
		"department code",
	},
	{
		"commune",
		"commune, communes, ville, villes, localite, commune s, ville s",
		"municipality, town, city",
	},
	{
		"commune_code",
		"code commune, code insee, insee, code insee commune",
		"insee code",
	},
	{
		"postal_code",
		"code postal, cp, c p, codes postaux",
		"postal code, postcode, zip, zip code",
	},
	{
		"name",
		"nom, noms, intitule, denomination, libelle, designation, raison sociale",
		"name, site name",
	},
	{
		"new",
		"nouveau, nouveaux, nouvelle, nouvelles, nouveaute, nouveau nouvelle, nouvelle labellisation, nouvelles labellisations, " +
			"nouveau labellise, nouveau site, nouvelle structure, nouveau label, nouveaux labellises, nouvel entrant",
		"new, is new",
	},
	{
		"number",
		"no, n, numero, num, rang, no d ordre, numero d ordre, no ordre",
		"no, number, rank",
	},
	{
		"siret",
		"siret, no siret, siren, numero siret, siret siren",
		"",
	},
	{
		"email",
		"email, e mail, courriel, mail, adresse mail, adresse e mail, mel, adresse electronique",
		"email, e mail, mail",
	},
	{
		"phone",
		"telephone, tel, no de telephone, numero de telephone, tel contact",
		"telephone, phone",
	},
	{
		"date",
		"date, jour",
		"date",
	},
}

// ColumnHeadings gives the column that a heading means as a whole, folded.
var ColumnHeadings = func() map[string]string {
	m := map[string]string{}
	for _, h := range columnHeadings {
		for _, list := range [...]string{h.french, h.english} {
			for w := range strings.SplitSeq(list, ", ") {
				if w != "" {
					m[w] = h.column
				}
			}
		}
	}
	return m
}()

// ColumnOpenings gives the column that a heading means by its first words, folded.
var ColumnOpenings = [...]struct{ Words, Column string }{
	{"date ", "date"},
	{"region ", "region"},
	{"departement ", "department"},
	{"department ", "department"},
	{"commune ", "commune"},
	{"ville ", "commune"},
	{"town ", "commune"},
	{"code postal ", "postal_code"},
	{"montant", "amount"},
	{"subvention", "amount"},
	{"dotation", "amount"},
	{"aide accordee", "amount"},
	{"aide attribuee", "amount"},
	{"cout", "amount"},
	{"financement", "amount"},
	{"budget", "amount"},
	{"amount", "amount"},
	{"grant", "amount"},
	{"funding", "amount"},
	{"nom ", "name"},
	{"noms ", "name"},
	{"intitule ", "name"},
	{"denomination ", "name"},
	{"libelle ", "name"},
	{"designation ", "name"},
	{"name ", "name"},
}

// NewOpenings open the headings of columns that mark what is new, folded, if one of
// NewFollowers comes next: "Nouveau en 2020", but not "Nouveau nom".
var NewOpenings = [...]string{"nouveau ", "nouveaux ", "nouvelle ", "nouvelles ", "new "}

// NewFollowers follow NewOpenings.
var NewFollowers = [...]string{"en ", "label", "20", "in "}

// NameOf opens headings of names of what comes next, folded: "Nom de la commune".
var NameOf = [...]string{"nom de la ", "nom du ", "nom de l ", "nom des ", "nom de ", "name of the ", "name of "}

// RowSubjects are headings that say what a row is about, folded, in a table without
// the heading "Nom"; the likeliest comes first.
var RowSubjects = [...]string{
	"structure", "etablissement", "site", "laureat", "beneficiaire", "projet", "organisme", "association", "entreprise",
	"lieu", "quartier", "monument", "label", "candidat", "equipement", "ecole", "college", "lycee", "musee", "maison",
	"winner", "project", "school", "organisation", "organization", "company", "beneficiary", "venue", "titre", "title", "objet", "libelle",
	"enseigne", "commune", "ville",
}

// SubjectDetails are words of headings above details of a row's subject, folded. Their
// column is not the subject, however long and different its values are.
var SubjectDetails = [...]string{
	"adresse", "contact", "observation", "commentaire", "remarque", "horaire", "description", "detail", "precision", "site internet", "site web",
	"address", "comment", "website",
}
