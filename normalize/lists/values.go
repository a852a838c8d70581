// Values: what a line by itself may be as a cell of a table: a region, a
// department, a figure, a date, the heading of a column.

package lists

import (
	"strings"

	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// A valueKind is a set of what a line's value may be.
type valueKind uint8

const (
	isRegionValue valueKind = 1 << iota
	isDepartmentValue
	isNumberValue
	isCodeValue
	isDateValue
	isOtherValue

	isPlaceValue  = isRegionValue | isDepartmentValue
	isFigureValue = isNumberValue | isCodeValue | isDateValue
)

func isHeadingWord(s string) bool {
	f := gazetteer.Fold(s)
	if len(f) > 40 {
		return false
	}
	for _, w := range lexicon.PeriodHeadings {
		if f == w || strings.HasPrefix(f, w+" ") || f == w+"s" {
			return true
		}
	}
	return false
}

// valueOf tells what the value of a line may be.
func valueOf(text string) valueKind {
	t := strings.TrimSpace(text)
	if allDigits(t) && len(t) == 5 {
		return isCodeValue | isNumberValue
	}
	plain := strings.Map(func(r rune) rune {
		if r == ' ' || r == '\u00a0' || r == '\u202f' || r == ',' || r == '.' || r == '€' || r == '%' {
			return -1
		}
		return r
	}, t)
	if allDigits(plain) {
		return isNumberValue
	}
	if strings.Count(t, "/") == 2 && allDigits(strings.ReplaceAll(t, "/", "")) {
		return isDateValue
	}
	h, ok := parseHead(t, span{0, len(t)})
	if !ok || h.level > departmentLevel || h.level == sectionLevel || h.hasNumber && !h.coded {
		return isOtherValue
	}
	k := isDepartmentValue
	if h.level == regionLevel {
		k = isRegionValue
		if h.both {
			k |= isDepartmentValue
		}
	}
	if h.commune && h.plain {
		k |= isOtherValue
	}
	return k
}

// narrow picks one kind of those that all values of a column allow.
func narrow(k valueKind) valueKind {
	for _, one := range [...]valueKind{isRegionValue, isDepartmentValue, isDateValue, isCodeValue, isNumberValue, isOtherValue} {
		if k&one != 0 {
			return one
		}
	}
	return 0
}

// kindWords says what the columns of a row hold.
func kindWords(kinds []valueKind) string {
	var ws []string
	for _, k := range kinds {
		w := "a name"
		switch k {
		case isRegionValue:
			w = "a region"
		case isDepartmentValue:
			w = "a department"
		case isNumberValue, isCodeValue:
			w = "a figure"
		case isDateValue:
			w = "a date"
		}
		ws = append(ws, w)
	}
	return strings.Join(ws, ", ")
}
