// Words around a count that say what it counts and how, as fold.Letters leaves them. An
// article that is elided keeps its apostrophe.

package lexicon

// EndsCounted are the words that end the noun phrase after a number.
var EndsCounted = wordSet(`qui que dont ou et sont est etait etaient ont a au aux sera seront seraient avait avaient dans en sur pour par
	avec chez vers selon depuis entre parmi ce ces cette ceux celles il elle ils elles se s' y n' ne obtiennent
	obtient rejoignent beneficient beneficieront relevent appartiennent reunissent comptent figurent font ouvriront
	soit ainsi`,
	`and or which that who are is was were have has had will in on for by with from to at as into across including`)

// Articles add nothing to the thing counted.
var Articles = wordSet(`le la les l' de du des d' un une a an`,
	`the of`)

// NewBeforeNoun make a count one of new things where they precede the noun.
var NewBeforeNoun = wordSet(`nouveau nouveaux nouvel nouvelle nouvelles`,
	`new additional newly`)

// NewAfterNoun do so where they follow it.
var NewAfterNoun = wordSet(`nouveau nouveaux nouvel nouvelle nouvelles supplementaire supplementaires additionnel additionnels additionnelle
	additionnelles complementaire complementaires`,
	`new additional`)

// Fillers may come between a number and its noun and change nothing.
var Fillers = wordSet(`autres autre premiers premieres premier premiere derniers dernieres tels petits petites principaux principales nombre`,
	`other first last winning selected number`)

// Labelling words come before figures that number a thing: "article 5".
var Labelling = wordSet(`article articles art page pages p annexe annexes chapitre titre tome volume phase lot loi decret no numero
	niveau version zone ligne route rue avenue boulevard bp cs cedex norme iso axe mesure action figure tableau
	section vague promotion edition`,
	`session table chapter appendix part step`)

// BeforeYear are the words before four figures that are a year.
var BeforeYear = wordSet(`en de depuis fin debut janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
	automne hiver ete printemps annee annees exercice horizon avant apres ici mi des courant d' l' du premier second
	deuxieme troisieme quatrieme semestre trimestre`,
	`in since by until year january february march april may june july august september october november december`)

// OrdinalEndings follow figures that give a rank.
var OrdinalEndings = wordSet(`e er eme ere re nde ieme`,
	`nd st th rd`)

// OpensLead are the words that may precede the count that opens a lead.
var OpensLead = wordSet(`les ces voici soit`,
	`the these`)

// Some say that not all of what is counted follows.
var Some = wordSet(`dont parmi`,
	`including among`)

// Samples say that some of what is counted is listed.
var Samples = wordSet(`notamment extrait extraits extract selection exemple exemples certains certaines quelques`,
	`example examples some`)

// Others after a number count what is not listed.
var Others = wordSet(`autres autre`,
	`other others more`)

// CountVerbs say that a network has a number of members.
var CountVerbs = wordSet(`compte comptent comptera comporte comportent reunit reunissent rassemble rassemblent regroupe regroupent
	totalise totalisent atteint atteignent denombre recense comprend comprennent`,
	`counts includes comprises has`)

// Planned are words about what is planned, not about what is listed.
var Planned = wordSet(`seront sera devraient devrait prevoit prevoient prevus prevue prevues terme`,
	`will`)

// Goals are words about what is aimed at, which no list shows yet.
var Goals = wordSet(`horizon objectif objectifs vise ambition cible`,
	`target goal`)

// Former are words about how things were before.
var Former = wordSet(`deja comptait comptaient reunissait reunissaient rassemblait rassemblaient regroupait avait avaient etait
	etaient precedemment auparavant`,
	`already previously had were was`)

// Founded before a year date a thing, not the count.
var Founded = wordSet(`depuis creee cree creation crees creees ne nee fonde fondee lance lancee lancement`,
	`since founded created launched`)

// Brings a number to a total: "portant leur nombre à 126".
var Brings = wordSet(`porte portent portera porter portant passe passent passant eleve elevent`,
	`bringing brings brought grown grew grows rises rose`)

// Bears before "sur" say what something is about: "Les travaux portent sur sept bassins".
var Bears = wordSet(`porte portent portera porteront portant`)

// Follows point to the list below.
var Follows = wordSet(`suivants suivantes ci`,
	`following below`)

// LeadsToPlace lead from a count to its place, or open a sentence about a place.
var LeadsToPlace = wordSet(`en dans de du des d' pour`,
	`in of across`)

// PlaceArticles may come between these and the name of the place.
var PlaceArticles = wordSet(`le la les l' departement region`,
	`the`)

// MakesPart before a number make it a part of what is chosen.
var MakesPart = wordSet(`sur parmi dont dans pour par avec entre de d' des aux et premiers premieres plus autres`,
	`of among with in and first top`)

// Among open a sentence about a part of what is chosen, or about what was not.
var Among = wordSet(`parmi`,
	`among`)

// Definite precede a count of all there are.
var Definite = wordSet(`les ces nos`,
	`the these all`)

// Copulas come between things and what is said of them.
var Copulas = wordSet(`sont ont viennent etaient furent se`,
	`were are have`)

// LeadsToCause lead to who chose, when, why and out of how many.
var LeadsToCause = wordSet(`par au lors cette qui pour parmi sur`,
	`by this which who for among out`)

// Than after "de plus" compare: "sites de plus de 500 m²", "de plus qu'en 2019".
var Than = wordSet(`de d' que qu'`)

// TakesUp are the words of a sentence that stands for what was counted before: "Les voici :".
var TakesUp = wordSet(`voici voila les la le en ce ceux celles il elle ils elles sont ci dessous apres suivants suivantes`,
	`they these those are here below the following`)

// Addresses the reader, as no entry of a list does.
var Addresses = wordSet(`votre vos vous`,
	`your you yours`)

// BeforeHead are the words of a heading before the noun that it is about: "Liste des
// PIMMS labellisés".
var BeforeHead = wordSet(`liste nom intitule denomination libelle designation du de des d' le la les l' complete nouveaux nouvelles`,
	`list name of the complete`)

// Now say that a count is the one of today.
var Now = wordSet(`desormais dorenavant`,
	`now`)

// AmongThese come between a count and another of some of it: "14 PIMMS, dont 5".
var AmongThese = []string{
	"dont", "parmi lesquels", "parmi lesquelles",
	"including", "of which", "of whom",
}

// LastYear are phrases for the year before that of the release.
var LastYear = []string{
	"l' an dernier", "l' annee derniere", "l' an passe", "annee precedente",
	"last year", "previous year",
}

// AllOf precede a number that is all, though "de" and "of" are before it.
var AllOf = []string{
	"total de", "total d'", "nombre de",
	"total of", "selection of",
}

// OpensSum open a sentence that sums up what is printed before it.
var OpensSum = []string{
	"soit", "au total", "en tout", "soit un total de", "soit au total", "ce sont donc",
	"in total", "in all", "altogether", "that makes", "this makes", "this brings",
}

// Firsts say that a count is of those announced so far, which a list after it shows.
var Firsts = wordSet(`premiers premieres`,
	`first`)

// NameArticles may open a name in an enumeration, as printed.
var NameArticles = [...]string{
	"la ", "le ", "les ", "l'", "l’", "à ", "de ", "d'", "d’",
	"the ",
}

// FollowsPlural are those of Follows that announce several things.
var FollowsPlural = wordSet(`suivants suivantes`,
	`following`)

// Plurals stand for several things named before.
var Plurals = wordSet(`ils elles ceux celles`,
	`they these those`)
