// Words of numbers, as fold.Letters leaves them.

package lexicon

// NumberUnits are the numbers below twenty.
var NumberUnits = map[string]int{
	"zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
	"dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}

// NumberTens are the tens.
var NumberTens = map[string]int{
	"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "octante": 80, "huitante": 80, "nonante": 90,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// NumberHundreds are a hundred and a thousand.
var NumberHundreds = map[string]int{
	"cent": 100, "cents": 100, "mille": 1000,
	"hundred": 100, "thousand": 1000,
}

// CollectiveNumbers are nouns for about a number, without the plural: "une trentaine".
var CollectiveNumbers = map[string]int{
	"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50,
	"soixantaine": 60, "centaine": 100, "millier": 1000,
	"dozen": 12,
}

// Magnitudes are words that multiply the figure before them.
var Magnitudes = map[string]float64{
	"million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9,
	"billion": 1e9, "billions": 1e9,
}

// ShortMagnitudes do so between a figure and its money.
var ShortMagnitudes = map[string]float64{"k": 1e3, "keur": 1e3, "k€": 1e3, "m": 1e6, "meur": 1e6, "m€": 1e6, "md": 1e9, "mds": 1e9, "mrd": 1e9}

// Monies are monies and their signs.
var Monies = wordSet(`€ euro euros eur keur meur m€ k€`,
	`$ £ dollar dollars`)

// AtLeast before a number say that there may be more.
var AtLeast = []string{
	"plus de", "plus d'", "au moins", "pas moins de", "pas moins d'",
	"more than", "over", "at least", "no fewer than",
}

// AtMost before a number say that there may be fewer. AtLeast has longer phrases that end
// alike.
var AtMost = []string{
	"moins de", "moins d'", "au plus", "jusqu' a", "au maximum",
	"less than", "fewer than", "up to", "at most",
}

// About before a number say that it is not exact.
var About = []string{
	"pres de", "pres d'", "environ", "quelque", "quelques", "autour de", "a peu pres", "presque", "quasiment",
	"around", "about", "nearly", "almost", "some", "approximately", "roughly",
}

// SignMagnitudes do so after a figure that follows the sign of its money: "£2.35m".
var SignMagnitudes = map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9}
