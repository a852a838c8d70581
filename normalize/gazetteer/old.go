// This file lists the regions abolished in 2016, by their departments.

package gazetteer

import (
	"slices"
	"strings"
)

// oldRegions are the regions that the law of 16 January 2015 merged, by their
// folded names, with the codes of their departments.
var oldRegions = map[string]string{
	"alsace":               "67 68",
	"aquitaine":            "24 33 40 47 64",
	"auvergne":             "03 15 43 63",
	"basse normandie":      "14 50 61",
	"bourgogne":            "21 58 71 89",
	"champagne ardenne":    "08 10 51 52",
	"franche comte":        "25 39 70 90",
	"haute normandie":      "27 76",
	"languedoc roussillon": "11 30 34 48 66",
	"limousin":             "19 23 87",
	"lorraine":             "54 55 57 88",
	"midi pyrenees":        "09 12 31 32 46 65 81 82",
	"nord pas de calais":   "59 62",
	"picardie":             "02 60 80",
	"poitou charentes":     "16 17 79 86",
	"rhone alpes":          "01 07 26 38 42 69 73 74",
}

// oldSpellings are other names of theirs.
var oldSpellings = map[string]string{
	"burgundy": "bourgogne", "champagne ardennes": "champagne ardenne", "npdc": "nord pas de calais",
	"picardy": "picardie", "poitou charente": "poitou charentes",
}

// DepartmentsOfOld returns the departments of a region abolished in 2016 ("Lorraine"),
// sorted by code, followed by the collectivities that represent some of them. It
// returns nil if the printed name is no such region.
func DepartmentsOfOld(printed string) []Department {
	name := Fold(printed)
	if usual, ok := oldSpellings[name]; ok {
		name = usual
	}
	var ds []Department
	for code := range strings.FieldsSeq(oldRegions[name]) {
		d, _ := DepartmentByCode(code)
		ds = append(ds, d)
	}
	for _, c := range collectivities {
		if slices.ContainsFunc(ds, func(d Department) bool { return c.Covers(d.Code) }) {
			ds = append(ds, c)
		}
	}
	return ds
}
