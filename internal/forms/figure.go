// This file recognises figures, units and periods, which separate headings from values.

package forms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
)

// maxFigure is the largest length of a figure with its unit and a second figure, in bytes.
const maxFigure = 40

// IsFigure reports whether s is a figure, with or without its unit or a second figure:
// "57 (27)", "1,7912 €/L", "(8.9)%%", "8 h 30", "3e", "< 5".
func IsFigure(s string) bool {
	if isThousands(s) {
		return false
	}
	s = strings.TrimLeft(s, "+-−–(~≈<>≤≥€$£ \u00a0\u202f")
	if s == "" || len(s) > maxFigure {
		return false
	}
	if s[0] == '.' || s[0] == ',' {
		s = s[1:]
	}
	if s == "" || !IsDigit(s[0]) {
		return false
	}
	words := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) {
			i += size
			continue
		}
		from := i
		for i < len(s) {
			r, size := utf8.DecodeRuneInString(s[i:])
			if !unicode.IsLetter(r) {
				break
			}
			i += size
		}
		if words++; words > maxFigureWords || i-from > maxBareUnit && !unitWords[fold.Words(s[from:i])] {
			return false
		}
	}
	return true
}

const (
	maxFigureWords = 3 // "8 h 30 min", "1,2 Md d'€"
	maxBareUnit    = 3 // letters of a unit that need not be known: "km", "kWh"
)

// unitWords are words for units and rates, folded.
var unitWords = map[string]bool{
	"euro": true, "euros": true, "dollar": true, "dollars": true, "million": true, "millions": true, "milliard": true, "milliards": true, "millier": true,
	"milliers": true, "thousand": true, "thousands": true, "billion": true, "billions": true, "tonne": true, "tonnes": true, "tons": true, "metres": true,
	"heure": true, "heures": true, "minute": true, "minutes": true, "seconde": true, "secondes": true, "jour": true, "jours": true, "mois": true, "ans": true,
	"hours": true, "days": true, "months": true, "years": true, "points": true, "point": true, "litre": true, "litres": true, "eur": true, "usd": true, "gbp": true,
	"percent": true, "pourcent": true, "pourcentage": true, "nombre": true, "number": true, "habitants": true, "unites": true, "units": true, "miles": true,
	"hectares": true, "hectare": true, "acres": true, "k": true, "m": true, "md": true, "mds": true, "bn": true, "t": true, "kg": true, "g": true, "km": true,
	"km2": true, "m2": true, "m3": true, "ha": true, "h": true, "min": true, "mn": true, "s": true, "co2": true, "eq": true, "sq": true, "ft": true, "kwh": true,
	"mwh": true, "gwh": true, "twh": true, "kw": true, "mw": true, "gw": true, "l": true, "nb": true, "pts": true, "pt": true, "cm": true, "mm": true, "teq": true,
	"kt": true, "mt": true, "c": true, "de": true, "d": true, "of": true, "par": true, "per": true, "en": true, "in": true, "a": true, "hab": true, "tco2": true,
	"ttc": true, "ht": true, "us": true,
}

// maxUnit is the largest length of a unit alone in its cell, in bytes: "(en milliers
// d'euros)".
const maxUnit = 48

// IsUnit reports whether s is a unit and nothing else: "€", "t CO2", "(en millions
// d'euros)", "In thousands".
func IsUnit(s string) bool {
	if s == "" || len(s) > maxUnit {
		return false
	}
	if isThousands(s) {
		return true
	}
	signs := strings.ContainsAny(s, "%€$£°")
	words := strings.Fields(fold.Words(s))
	sure := signs
	for _, w := range words {
		if !unitWords[w] {
			return false
		}
		sure = sure || w != "a" && w != "c" && w != "s" && w != "d" && w != "de" && w != "en" && w != "in"
	}
	return sure
}

// isThousands reports whether s is a currency counted by the thousand or the million, as
// accounts head their columns: "£000", "$'000", "€m".
func isThousands(s string) bool {
	rest := strings.TrimLeft(s, "€$£")
	if len(rest) == len(s) {
		return false
	}
	switch strings.TrimLeft(rest, " '’\u00a0") {
	case "000", "000s", "m", "mn", "bn", "k":
		return true
	}
	return false
}

// IsPeriod reports whether s names a year, a part of one, a season: "2023", "T1 2023",
// "2Q23", "2022-2023", "Nov. 23", "Oct.", "FY24".
func IsPeriod(s string) bool {
	if i := strings.Index(s, " ("); i > 0 && s[len(s)-1] == ')' && IsUnit(s[i+1:]) {
		s = s[:i] // "2023 (€)"
	}
	if len(s) < 2 || len(s) > 24 {
		return false
	}
	if _, ok := Year(s); ok {
		return true
	}
	if i := strings.IndexAny(s, "-/–"); i == 4 {
		if _, ok := Year(s[:4]); ok {
			rest := strings.TrimLeft(s[4:], "-/– ")
			_, whole := Year(rest)
			return whole || IsFigures(rest, 2, 2)
		}
	}
	words := strings.Fields(fold.Words(s))
	switch {
	case len(words) == 1:
		_, isMonth := lexicon.Months[words[0]]
		return isMonth || isPartOfYear(words[0])
	case len(words) == 2:
		year := isShortYear(words[1])
		_, isMonth := lexicon.Months[words[0]]
		return year && (isMonth || isPartOfYear(words[0])) || isShortYear(words[0]) && isPartOfYear(words[1])
	}
	return false
}

func isShortYear(s string) bool {
	_, ok := Year(s)
	return ok || IsFigures(s, 2, 2)
}

// isPartOfYear reports whether s, folded, is a quarter or a half of a year, by itself
// or with the year: "t1", "q3", "1s", "2q23", "fy24", "9m23".
func isPartOfYear(s string) bool {
	for _, w := range [...]string{"fy", "ytd"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return rest == "" || isShortYear(rest)
		}
	}
	if len(s) < 2 {
		return false
	}
	letter, figure := s[0], s[1]
	if IsDigit(letter) {
		letter, figure = figure, letter
	}
	if strings.IndexByte("tqshm", letter) < 0 || figure < '1' || figure > '9' || letter == 'm' && !IsDigit(s[0]) {
		return false
	}
	return len(s) == 2 || isShortYear(s[2:])
}

// IsDayOfMonth reports whether s is a day without its year: "5 avril", "1er mai",
// "April 5".
func IsDayOfMonth(s string) bool {
	if len(s) < 4 || len(s) > 24 {
		return false
	}
	words := strings.Fields(fold.Words(s))
	if len(words) != 2 {
		return false
	}
	day, month := words[0], words[1]
	if _, ok := lexicon.Months[day]; ok {
		day, month = month, day
	}
	_, ok := lexicon.Months[month]
	return ok && len(day) <= 4 && IsDigit(day[0])
}
