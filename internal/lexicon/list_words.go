// Words by which lists are told from prose, and what their parts are. Accents count in
// those of sentences; the others are as fold.Text leaves them.

package lexicon

// SentenceVerbs are words that names do not hold and sentences do, in small letters.
var SentenceVerbs = wordSet(`est sont était étaient sera seront serait ont avait avaient aura auront fut furent été être avoir
	a peut peuvent doit doivent permet permettent permettra vise visent compte comptent concerne concernent bénéficie bénéficient bénéficieront
	annonce annoncé participé viennent vient fait font reçoit reçoivent recevra recevront commence commenceront commencera
	qui que dont où lorsque afin ainsi notamment nous vous ils elles elle il on ce cette ces leur leurs`,
	`is are was were will has have had be been which that who their they we can must should`)

// VerbsInIerOir are the verbs in -ier and -oir that open items of prose; most words with
// these endings are nouns.
var VerbsInIerOir = wordSet(`étudier publier initier concilier confier relier remédier allier associer négocier apprécier
	bénéficier varier trier plier copier orienter recevoir prévoir pouvoir avoir savoir concevoir percevoir promouvoir pourvoir devoir vouloir`)

// NounsInEr end like infinitives and are nouns.
var NounsInEr = wordSet(`foyer centre verger clocher rocher plaisir avenir hiver enfer désir saphir élixir bûcher boucher berger horloger potager rucher`)

// Governed words may follow an infinitive: "Renforcer la présence". A noun with the same
// ending is followed by an adjective or a name.
var Governed = wordSet(`le la les un une des de du ce cette cet ces son sa ses leur leurs notre nos votre vos
	à au aux en et ou sur pour par dans avec vers chez entre plus mieux ainsi tous toutes tout toute chaque plusieurs davantage`)

// AfterLetter are words that may follow a letter that is a word, an initial or a mark;
// others are the rest of a word that fell apart.
var AfterLetter = wordSet(`a à au aux avec comme dans de des du en est et la le les ou par pour sur d'une d'un`,
	`by for in is of on or to and`)

// OpensCommunes begin lines about communes.
var OpensCommunes = []string{"commune", "les communes", "ville", "arrondissement", "canton"}

// NewInParentheses say in parentheses that a member is new.
var NewInParentheses = map[string]bool{
	"nouveau": true, "nouvelle": true, "nouveaux": true, "nouvelles": true, "nouveaute": true, "nouvelle labellisation": true, "n": true,
	"new": true,
}

// Awards begin the words of a sentence that says of what it enumerates that it was
// chosen.
var Awards = []string{
	"remporte", "laureat", "labellis", "labelis", "retenu", "selectionne", "recompense", "rejoign", "rejoint", "integre", "obtien", "obtenu",
	"distingue", "reconnu", "designe", "beneficier", "sont concernees", "sont classe", "admis", "recoivent", "adhere",
	"awarded", "selected", "joined", "winners",
}

// Refusals say that those of a sentence were not chosen, with a blank before.
var Refusals = []string{" n ont pas", " ne sont pas", " n a pas"}

// NotAccepted are in a title or a lead over those that were not accepted.
var NotAccepted = []string{
	"non reconnu", "non retenu", "rejet", "refus", "non laureat", "defavorable", "non selectionn", "ecartee", "ecartes", "pas ete ", "ne sont pas ",
	"not selected", "unsuccessful", "rejected",
}

// PeriodHeadings open the headings of columns of tables printed one cell a line.
var PeriodHeadings = []string{
	"region", "departement", "dept", "dpt", "commune", "ville", "nom", "structure", "site", "lieu", "laureat", "adresse", "code", "date",
	"nombre", "montant", "porteur", "projet", "label", "beneficiaire", "n°", "numero", "type", "territoire",
	"name", "department", "town", "city", "project", "winner", "postcode", "amount", "opening",
}

// TownHeadings open the heading of a column of communes.
var TownHeadings = []string{
	"commune", "ville",
	"town", "city",
}

// DetailHeadings open the headings of columns that hold something else of a record than
// its name.
var DetailHeadings = []string{
	"adresse", "type", "porteur", "territoire", "montant", "date",
	"amount", "opening",
}

// PostalHeadings open the headings of columns of postal codes.
var PostalHeadings = []string{
	"code postal",
	"postcode", "postal",
}

// CommuneCodeHeadings open the headings of columns of official codes of communes.
var CommuneCodeHeadings = []string{"code insee", "code commune", "code de la commune"}

// Scales are the words and signs of millions and thousands, as printed before a currency
// or alone. A longer one comes before those that begin it.
var Scales = [...]string{"millions", "million", "milliards", "milliard", "billions", "billion", "milliers", "bn", "Mds", "Md", "M", "k", "K", "G"}

// Currencies are the words and signs of currencies, as printed.
var Currencies = [...]string{"€", "euros", "euro", "dollars", "dollar", "$", "£", "EUR", "USD", "GBP", "CHF"}
