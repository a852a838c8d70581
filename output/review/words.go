// The page's own words, in both languages.

package review

import "fmt"

// Words are the texts of the page.
type Words struct {
	Lang, Review, Printed, Read, Claims, Findings, Records, NoRecords string
	Next, Previous, Doubts, ShowNotes, Announced, Found, Where        string
	Verdicts, Levels                                                  map[string]string
	PageNumber, Row, Derived, WasPrinted, Place, Hidden, Help, By     string
	NothingToDo                                                       string
}

// wordsOf returns the texts in a language, English for "".
func wordsOf(lang string) (*Words, error) {
	switch lang {
	case "", "en":
		return &english, nil
	case "fr":
		return &french, nil
	}
	return nil, fmt.Errorf("no language %q: want en or fr", lang)
}

var english = Words{
	Lang: "en", Review: "Review", Printed: "The release as printed", Read: "What was read", Claims: "Announced figures",
	Findings: "Findings", Records: "records", NoRecords: "No records were read.",
	Next: "Next doubt", Previous: "Previous doubt", Doubts: "to look at", ShowNotes: "show notes",
	Announced: "announced", Found: "found", Where: "Show in the release",
	Verdicts: map[string]string{
		"ok": "agrees", "mismatch": "differs", "contradiction": "contradicts itself", "approximate": "approximate",
		"partial_list": "part of a list", "not_checkable": "cannot be checked", "out_of_scope": "about something else",
	},
	Levels:     map[string]string{"note": "mended", "doubt": "doubt", "fault": "fault"},
	PageNumber: "Page", Row: "row", Derived: "derived", WasPrinted: "printed", Place: "place",
	Hidden: "Pictures of the pages are missing.", By: "by",
	Help:        "Click a row or a cell to see where it is printed, and the other way round. Keys: n and p go from doubt to doubt, arrows move among cells, Enter shows the place.",
	NothingToDo: "Nothing to look at.",
}

var french = Words{
	Lang: "fr", Review: "Relecture", Printed: "Le communiqué tel qu’imprimé", Read: "Ce qui a été lu", Claims: "Chiffres annoncés",
	Findings: "Constats", Records: "lignes", NoRecords: "Aucune ligne n’a été lue.",
	Next: "Doute suivant", Previous: "Doute précédent", Doubts: "à vérifier", ShowNotes: "montrer les notes",
	Announced: "annoncé", Found: "trouvé", Where: "Montrer dans le communiqué",
	Verdicts: map[string]string{
		"ok": "concorde", "mismatch": "diffère", "contradiction": "se contredit", "approximate": "approximatif",
		"partial_list": "liste partielle", "not_checkable": "invérifiable", "out_of_scope": "autre sujet",
	},
	Levels:     map[string]string{"note": "corrigé", "doubt": "doute", "fault": "faute"},
	PageNumber: "Page", Row: "ligne", Derived: "déduit", WasPrinted: "imprimé", Place: "lieu",
	Hidden: "Les images des pages manquent.", By: "par",
	Help:        "Cliquez sur une ligne ou une case pour voir où elle est imprimée, et inversement. Touches : n et p vont de doute en doute, les flèches d’une case à l’autre, Entrée montre le lieu.",
	NothingToDo: "Rien à vérifier.",
}
