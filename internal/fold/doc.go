// Package fold turns printed text into the form in which it is compared. There
// are four levels, each coarser than the one before:
//
//	             printed  « L’ŒUVRE  n° 2 » S/ST-Étienne
//	[Letters]    « l’oeuvre  n° 2 » s/st-etienne    lower case, no accents, ligatures opened
//	[Text]       « l'oeuvre n° 2 » s/st-etienne     Letters; blanks and apostrophes made plain
//	[Words]      l oeuvre no 2 s st etienne         letters and figures alone, one blank between words
//	[Name]       « l oeuvre n° 2 » sur saint etienne    the key of a place name: hyphens are blanks, short forms written out
//
// Choose Letters where signs and blanks must stay as they are, Text to look for
// phrases in prose, Words to compare cells, headings and titles, Name for regions,
// departments and communes. [Snake] turns a heading into the name of a column.
//
// All levels use one table of bare letters (bare.go). A letter that is not in it loses
// the accents that Unicode separates; other scripts stay as they are, in lower case.
// Bytes that are not UTF-8 become U+FFFD.
package fold
