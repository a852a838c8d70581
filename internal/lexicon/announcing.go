// Words that announce a list, or say that it is elsewhere, as fold.Letters leaves them
// but for hyphens.

package lexicon

// ListTitles open the title of a list.
var ListTitles = []string{
	"liste des", "liste de", "liste du", "liste d'", "la liste des", "liste complete", "voici la liste",
	"palmares des", "palmares du", "palmares de", "le palmares", "les laureats", "les nommes",
	"list of", "the winners", "the recipients", "the full results", "full list of", "complete list of", "the list of", "here is the list", "below is a list",
	"below is the list",
}

// ListPointers point to a list or a table right here.
var ListPointers = []string{
	"ci dessous", "ci - dessous", "ci apres", "ci - apres", "tableau suivant", "liste suivante", "voici la liste",
	"les voici",
	"is below", "are below", "list below", "table below", "listed below", "as follows", "shown below", "below is",
	"below are",
}

// ListCues announce a list or point to one.
var ListCues = []string{
	"voici la liste", "voici les", "les voici", "liste des", "liste de", "liste du", "liste d'", "liste complete",
	"liste suivante", "tableau suivant", "ci dessous", "ci - dessous", "ci apres", "ci - apres", "du tableau",
	"le tableau", "la liste comprend", "la liste compte", "la liste comporte", "la liste reunit",
	"la liste contient", "la liste rassemble", "figurent dans", "sont presentes", "sont presentees",
	"sont detailles", "sont detaillees",
	"list of", "full list", "complete list", "list below", "table below", "below is", "below are", "are below",
	"is below", "listed below", "here are", "here is the list", "as follows", "the table", "the list has",
	"the list holds", "the list contains", "the list includes", "the list comprises", "are listed", "are set out",
	"are shown",
}

// Elsewhere say that a list lies elsewhere. Phrases, and the first letters of words.
var Elsewhere = []string{
	"disponible", "consultable", "telecharg", "en ligne", "sur le site", "en annexe", "piece jointe",
	"pieces jointes", "ci joint", "ci - joint", "cliqu", "sur demande", "en mairie", "au journal officiel",
	"sera publiee", "sera communiquee",
	"available", "can be found", "can be viewed", "download", "online", "on our website", "on the website",
	"attached", "on request", "click", "will be published", "will be announced", "http",
}

// Navigation opens what is no list of the release.
var Navigation = []string{
	"sommaire", "table des matieres", "a lire aussi", "voir aussi", "liens utiles", "ordre du jour", "agenda",
	"partager", "suivez", "informations pratiques", "infos pratiques", "deroule", "mentions legales",
	"contents", "related", "see also", "contact", "share this", "follow us",
}

// ChosenStems begin the words that make a list what it is: the communes recognised, the
// projects selected.
var ChosenStems = []string{
	"reconnu", "retenu", "choisi", "retien", "selectionn", "design", "distingu", "labellis", "recompens", "prime",
	"decor", "nomm", "certifi", "laureat",
	"select", "award", "chosen", "recogni", "winning",
}

// LostStems begin words about some that were chosen and are listed no longer.
var LostStems = []string{
	"retrait", "retire", "desist", "renonc",
	"withdr", "declin",
}

// MayAnnounce are letters that every line with one of ListCues has, in lower case as
// printed.
var MayAnnounce = []string{
	"list", "voici", "dessous", "apr", "tableau",
	"table", "below", "following", "here are",
}

// AnnouncingStems begin the verbs whose object is what a release is about: "recalls seven
// soups", "a distingué sept agences".
var AnnouncingStems = []string{
	"rappel", "ouvr", "distingu", "recompens", "labellis", "reti", "retenu", "attribu", "nomm", "lanc", "accueill", "devoil", "inaugur",
	"soutien", "soutenu", "financ", "ferm", "selectionn", "choisi", "design", "present", "publi", "remet", "remis", "decern", "rejoign",
	"recrut", "engag", "sanction", "annul", "achet", "acqui", "adopt", "approuv", "autoris", "renov", "deploi", "restaur", "rouvr", "reouvr", "admis", "admet", "elu", "elit", "nomin", "creat", "cree", "signal", "annonc", "reconn",
	"recall", "fined", "fine", "cancel", "buy", "bought", "acquir", "approv", "authori", "restor", "deploy", "open", "reopen", "admit", "add", "nam", "appoint", "launch", "welcom", "unveil", "introduc", "honor", "honour", "award", "select", "choos", "chose",
	"pick", "clos", "list", "publish", "fund", "back", "support", "creat", "elect", "hir", "promot", "announc", "recogni",
}

// GivenTo come between what is given and how many get it.
var GivenTo = wordSet(`a aux faveur pour`,
	`to for`)

// ListNouns are what a list is called: "le palmarès compte six titres".
var ListNouns = wordSet(`liste palmares selection programmation programme promotion classement cuvee edition jury catalogue equipe groupe`,
	`list selection lineup shortlist programme program class cohort register catalogue squad team panel group`)

// Goes are the forms of a verb for money that is given: "will go to nine groups".
var Goes = wordSet(`ira iront va vont`,
	`go goes going went`)
