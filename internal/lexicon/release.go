// This file lists words with which a release describes itself, as fold.Text returns
// them.

package lexicon

import (
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
)

// Kickers name the kind of text, such as "Communiqué de presse"; they are no title.
var Kickers = [...]string{
	"communique de presse", "communique", "communiques de presse", "dossier de presse", "information presse", "information a la presse",
	"informations presse", "note aux redactions", "invitation presse", "invitation a la presse", "note de presse", "pour diffusion immediate",
	"diffusion immediate", "embargo", "sous embargo", "infos presse", "info presse", "point presse", "transcription", "cp ",
	"press release", "news release", "for immediate release", "media advisory", "media release",
}

// ContactOpenings begin a contact block, a longer one before those that begin it.
var ContactOpenings = [...]string{
	"contact presse", "contacts presse", "contact medias", "contacts medias", "contact media", "contacts media",
	"contact de presse", "contacts de presse", "contact communication", "contacts communication", "contact pour la presse", "contacts pour la presse",
	"contact(s) presse", "votre contact presse", "vos contacts presse", "relations presse", "relation presse", "relations avec la presse", "relations medias",
	"service de presse", "service presse", "attachee de presse", "attache de presse", "bureau de presse",
	"press contact", "press contacts", "media contact", "media contacts", "press office", "media relations", "press enquiries", "media inquiries",
	"for more information, contact", "for further information",
	"contacts", "contact", "informations presse", "pour tout renseignement", "pour toute information",
}

// aboutOpenings come before the name of the issuer in the heading of its boilerplate.
var aboutOpenings = [...]string{"a propos de ", "a propos d'", "a propos du ", "a propos des ", "a propos : ", "about "}

// AboutWhom returns what follows "à propos de" in a folded line, or the line itself if
// it is only "à propos" or "about us"; "" for other lines.
func AboutWhom(line string) string {
	for _, opening := range aboutOpenings {
		if rest, ok := strings.CutPrefix(line, opening); ok {
			return rest
		}
	}
	switch line {
	case "a propos", "about", "about us":
		return line
	}
	return ""
}

// partLetters are the first letters of ContactOpenings and aboutOpenings.
var partLetters = func() (letters [256]bool) {
	for _, lists := range [...][]string{ContactOpenings[:], aboutOpenings[:]} {
		for _, s := range lists {
			letters[s[0]] = true
		}
	}
	return letters
}()

// MayOpenPart reports whether a contact block or a boilerplate may begin with the letter
// r: it rules out most lines.
func MayOpenPart(r rune) bool {
	var room [4]byte
	folded := fold.AppendLetter(room[:0], r)
	return len(folded) > 0 && partLetters[folded[0]]
}

// organisationOpenings begin the names of offices.
var organisationOpenings = [...]string{
	"ministere", "prefecture", "prefet", "prefete", "secretariat d'etat", "secretaire d'etat", "republique francaise", "premier ministre",
	"agence nationale", "agence ", "conseil departemental", "conseil regional", "region ", "departement ", "mairie", "ville de",
	"union nationale", "federation", "grande chancellerie", "direction ", "service de presse", "cabinet", "institut ", "banque de",
	"caisse ", "groupe ", "association ", "fondation ", "universite ", "commission europeenne",
	"ministry", "department of", "u.s. department", "office ", "bureau of", "european commission",
}

// OpensOrganisation reports whether a folded line begins like the name of an office.
func OpensOrganisation(line string) bool { return hasPrefix(line, organisationOpenings[:]) }

// dateLeads only introduce the date of the release.
var dateLeads = [...]string{
	"publie", "publication", "date", "mis en ligne", "communique", "fait", "le", "du", "dossier de presse", "information presse",
	"published", "press release", "release date", "posted", "on",
}

// OpensDateLead reports whether a folded text begins like an introduction of the date.
func OpensDateLead(text string) bool { return hasPrefix(text, dateLeads[:]) }

// annexOpenings begin the heading of an annex.
var annexOpenings = [...]string{"annexe", "liste d", "la liste d", "appendix", "list of"}

// OpensAnnex reports whether a folded line introduces an annex: "Liste des sites :".
func OpensAnnex(line string) bool { return hasPrefix(line, annexOpenings[:]) }

// hasPrefix reports whether s begins with one of prefixes.
func hasPrefix(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
