// This file lists words of rows that sum up others, as fold.Words returns them.

package lexicon

import "slices"

// pureTotals open only rows that sum up others.
var pureTotals = [...]string{
	"total", "totaux", "sous total", "sous totaux", "total general", "cumul", "nombre total",
	"totals", "subtotal", "grand total",
}

// NameLikeTotals open rows that sum up others, and names too: "Ensemble orchestral de
// Paris", "Moyenne Durance Habitat".
var NameLikeTotals = [...]string{"ensemble", "moyenne", "mediane", "average", "median"}

// Totals open a row that sums up others.
var Totals = slices.Concat(pureTotals[:], NameLikeTotals[:])

// SureTotals are those of Totals that open nothing but a total.
var SureTotals = [...]string{"sous total", "sous totaux", "total general", "subtotal", "grand total"}

// TotalStems are the first letters of Totals, in lower case as printed.
var TotalStems = [...]string{"tota", "sous", "ense", "gran", "subt", "cumu", "nomb", "moye", "medi", "médi", "aver"}

// BareTotals are a total if the cell prints nothing else and no figure beside it is
// smaller than those above.
var BareTotals = map[string]bool{
	"tous": true, "toutes": true, "tout": true, "toutes categories": true,
	"all": true, "overall": true, "together": true, "all categories": true,
}

// MaxBareTotal is the length of the longest of BareTotals as printed, in bytes.
const MaxBareTotal = 24

// Wholes may follow a word for a total directly: "Total France".
var Wholes = map[string]bool{
	"france": true, "france entiere": true, "france metropolitaine": true, "metropole": true, "outre mer": true, "hexagone": true,
	"monde": true, "europe": true, "union europeenne": true, "national": true, "nationale": true, "ht": true, "ttc": true,
}

// TotalLinks come between a word for a total and what it sums up: "Total général pour
// la région".
var TotalLinks = [...]string{
	"general", "generaux", "generale", "regional", "regionale", "departemental", "departementale",
	"de la", "de l", "du", "des", "de", "pour", "en", "par", "region", "departement", "dans",
	"of", "for", "per",
}

// TotalOf comes before what a total sums up.
var TotalOf = [...]string{"de la ", "de l ", "du ", "des ", "de ", "d ", "pour ", "of ", "for "}

// OpensTotalPhrase are the words after "Ensemble" or "Moyenne" that no name has
// there.
var OpensTotalPhrase = map[string]bool{"des": true, "du": true, "par": true, "de": true, "of": true, "per": true}
