// Words that tie a total to its parts, as fold.Letters leaves them.

package lexicon

// Whole say that the percentages of a sentence are all there are.
var Whole = wordSet(`restant restants restante restantes repartissent repartit repartition`,
	`remaining breakdown split`)

// Changes are words about percentages of change, which make no whole.
var Changes = wordSet(`hausse baisse augmente augmentent augmentation recule reculent recul progresse progressent progression
	croissance diminue diminuent diminution`,
	`rise rises rose fell falls fall increase increased decrease decreased growth up down`)

// SpreadOver lead to places, not to parts: "réparties sur 674 cantons", "dans 14
// régions et 70 départements".
var SpreadOver = wordSet(`dans sur entre au aux a`,
	`across over in among`)

// Between are those of SpreadOver that can lead to parts as well.
var Between = wordSet(`entre`,
	`between among`)

// CountsTwice say that one thing may count several times, or that some parts are taken
// off: gains offset by losses. Phrases, and the first letters of words.
var CountsTwice = []string{
	"pertes", "compens", "deduction", "plusieurs reponses", "plusieurs choix", "choix multiples", "a la fois",
	"cumul",
	"offset", "losses", "multiple answers", "more than one",
}

// Rest are phrases for parts without a figure.
var Rest = []string{
	"les autres", "d'autres", "le reste", "le solde", "le restant", "autres etant",
	"the others", "the rest", "others",
}

// OpenEnded say that a list of parts is not complete.
var OpenEnded = []string{
	"notamment", "par exemple", "entre autres", "non exhaustive", "en particulier", "principalement",
	"such as", "for example",
}

// PartsOf precede a total whose parts follow: "sur ces 856 sites".
var PartsOf = []string{
	"sur ces", "sur les", "parmi ces", "parmi les", "sur un total de", "de ces", "sur",
	"of these", "of the", "among the", "among these", "out of",
}

// SumCues say that an amount is that of all entries.
var SumCues = []string{
	"au total", "en tout", "total de", "total d'", "montant total", "montant global", "enveloppe",
	"enveloppe globale", "somme totale", "somme de", "se partagent", "se repartissent", "ensemble",
	"in all", "in total", "combined", "total of", "adds up to", "add up to", "altogether", "together", "share", "come to",
	"comes to", "worth", "totaling", "totalling", "sum of",
}

// GivenStems begin the words that say that money is given out.
var GivenStems = []string{
	"attribu", "accord", "allou", "vers", "distribu", "repart", "partag", "subvention", "aide", "dotation", "prix",
	"recoi", "recev", "donn", "mobilis", "consacr", "debloqu", "engag", "faveur",
	"notifi", "octroi", "octroy",
	"award", "grant", "distribut", "shar", "fund", "goes", "given", "gave", "provid", "invest", "receiv", "paid", "alloc", "prize",
}

// TotalCues precede a total of all entries.
var TotalCues = []string{
	"au total", "en tout", "total de", "total d'", "desormais", "dorenavant", "aujourd' hui", "nombre a", "total a",
	"effectif a", "liste des", "voici les", "ci dessous les",
	"total of", "in total", "now", "list of the", "list of",
}

// PartialTies bind a total to parts that need not be all.
var PartialTies = []string{
	"dont", "parmi lesquels", "parmi lesquelles", "y compris",
	"including", "of which", "of whom", "among them",
}

// WholeTies bind a total to parts that are all.
var WholeTies = []string{
	"soit", "a savoir", "ainsi repartis", "ainsi reparties", "se repartissent", "se repartissant", "se decomposent",
	"se decompose", "se repartit", "se divisent", "se ventilent", "se composent", "se partagent", "se partage",
	"se compose", "se ventile", "repartis", "reparties", "reparti", "repartie", "ventiles", "ventilees",
	"composes de", "composees de", "compose de", "composee de", "comprenant",
	"namely", "made up of", "comprising", "split into", "divided into", "broken down", "split", "shared",
}

// SumsUp precede a total after its parts.
var SumsUp = []string{
	"soit un total de", "soit au total", "pour un total de",
	"for a total of",
}

// InAll say that a number is a total.
var InAll = wordSet(`total tout`,
	`total all`)

// Compares a number with another: "soit 15 de plus qu'en 2019".
var Compares = wordSet(`plus moins`,
	`more fewer`)

// Adds some things to others.
var Adds = wordSet(`ajoutent ajoute ajouter ajoutant`)

// BringsTotal come between those and the total that they make.
var BringsTotal = wordSet(`porte portent portant total nombre`)
