// The page's own words, in both languages.

package review

import (
	"fmt"
	"strconv"
)

// Words are the texts of the page.
type Words struct {
	Lang, Review, Printed, Read, Claims, Findings, Table, NoRecords string
	Record, Records, RecordsBy                                      string // "record", "records", "Records by"
	Next, Previous, Looks, Routine                                  string
	Announced, Found                                                string
	Verdicts, Levels                                                map[string]string
	PageNumber, Row, Derived, WasPrinted, Close, Help, NothingToDo  string
}

// Count returns n with the word for records.
func (w *Words) Count(n int) string {
	if n == 1 || n == 0 && w.Lang == "fr" {
		return strconv.Itoa(n) + " " + w.Record
	}
	return strconv.Itoa(n) + " " + w.Records
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
	Findings: "Findings", Table: "Table", NoRecords: "No records were read.",
	Record: "record", Records: "records", RecordsBy: "Records by",
	Next: "Next doubt", Previous: "Previous doubt", Looks: "to look at", Routine: "show routine notes",
	Announced: "announced", Found: "found",
	Verdicts: map[string]string{
		"ok": "agrees", "mismatch": "differs", "contradiction": "contradicts itself", "approximate": "approximate",
		"partial_list": "part of a list", "not_checkable": "cannot be checked", "out_of_scope": "about something else",
	},
	Levels:     map[string]string{"note": "note", "doubt": "doubt", "fault": "fault"},
	PageNumber: "Page", Row: "row", Derived: "derived, not printed", WasPrinted: "printed", Close: "Close",
	Help:        "Click a row or a cell to see where it is printed, and the other way round. Keys: n and p go from doubt to doubt, r goes to the records, arrows move among cells, Enter shows the place, Escape clears it.",
	NothingToDo: "Nothing to look at.",
}

var french = Words{
	Lang: "fr", Review: "Relecture", Printed: "Le communiqué", Read: "Les données lues", Claims: "Chiffres annoncés",
	Findings: "Constats", Table: "Tableau", NoRecords: "Aucune ligne n’a été lue.",
	Record: "ligne", Records: "lignes", RecordsBy: "Lignes par",
	Next: "Doute suivant", Previous: "Doute précédent", Looks: "à vérifier", Routine: "montrer les notes courantes",
	Announced: "annoncé", Found: "trouvé",
	Verdicts: map[string]string{
		"ok": "concorde", "mismatch": "diffère", "contradiction": "se contredit", "approximate": "approximatif",
		"partial_list": "liste partielle", "not_checkable": "invérifiable", "out_of_scope": "autre sujet",
	},
	Levels:     map[string]string{"note": "note", "doubt": "doute", "fault": "erreur"},
	PageNumber: "Page", Row: "ligne", Derived: "déduit, absent du document", WasPrinted: "imprimé", Close: "Fermer",
	Help:        "Cliquez sur une ligne ou une cellule pour voir où elle est imprimée, et inversement. Touches : n et p vont de doute en doute, r va aux lignes, les flèches d’une cellule à l’autre, Entrée montre l’endroit, Échap efface le repère.",
	NothingToDo: "Rien à vérifier.",
}
