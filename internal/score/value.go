// Values: when a cell of the product holds a value of the truth.
//
// A value and a cell each give keys; they agree if they share one. Keys, not a
// comparison, because columns are matched by counting the values they share.

package score

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// alike makes one of the signs that producers of documents choose between.
var alike = strings.NewReplacer(
	"’", "'", "‘", "'", "ʼ", "'", "“", `"`, "”", `"`,
	"–", "-", "—", "-", "−", "-", "‐", "-", "‑", "-",
	"\u00a0", " ", "\u202f", " ", "\u2009", " ",
)

// fold makes blanks, quotes and dashes alike; case and accents stay.
func fold(s string) string { return strings.Join(strings.Fields(alike.Replace(s)), " ") }

// tight is fold without any blank.
func tight(s string) string { return strings.ReplaceAll(fold(s), " ", "") }

// plainWords returns s in lower case without accents, all else than letters and
// figures being blanks.
func plainWords(s string) string {
	s = strings.NewReplacer("œ", "oe", "Œ", "oe", "æ", "ae").Replace(s)
	bare, _, err := transform.String(transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn))), s)
	if err != nil {
		bare = s
	}
	return strings.Join(strings.FieldsFunc(strings.ToLower(bare), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

// noValue lists what is printed where there is no value.
var noValue = []string{"", "-", "n.d.", "nd", "n/a", "na", "n.c.", "nc", "*****", "..."}

var (
	signBefore = regexp.MustCompile(`^(-?)[$€£]\s*`)
	signAfter  = regexp.MustCompile(`\s*([€$£%]|EUR|USD|GBP)$`)
	plainForm  = regexp.MustCompile(`^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$`)
)

// number reads a cell in plain form: 1234.5, -3, 12 %, 1234 EUR. What is
// printed otherwise is text: "1 234,5" was not read as a number.
func number(s string) (float64, bool) {
	s = signAfter.ReplaceAllString(signBefore.ReplaceAllString(fold(s), "$1"), "")
	if !plainForm.MatchString(s) {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}

// numberKey is the key of a figure. Beyond 100,000 a thousandth is kept, below
// it a millionth: that is what sums of printed figures are good for.
func numberKey(v float64) string {
	scale := 1e6
	if math.Abs(v) >= 1e5 {
		scale = 1e3
	}
	v = math.Round(v*scale)/scale + 0 // no negative zero
	return "n:" + strconv.FormatFloat(v, 'f', -1, 64)
}

// textKey is the key of a text, as columns of the type compare it.
func textKey(s, typ string) string {
	switch typ {
	case "loose":
		return "t:" + strings.ToLower(fold(s))
	case "date", "number", "percent", "money":
		return "t:" + tight(s)
	case "phone":
		digits := strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' || r == '+' {
				return r
			}
			return -1
		}, s)
		if rest, french := strings.CutPrefix(digits, "+33"); french {
			digits = "0" + strings.TrimPrefix(rest, "0")
		}
		return "t:" + digits
	}
	return "t:" + fold(s)
}

// cellKeys returns the keys of a cell of the product.
func cellKeys(s, typ string) []string {
	keys := []string{textKey(s, typ)}
	switch typ {
	case "number", "percent", "money":
		if v, ok := number(s); ok {
			keys = append(keys, numberKey(v))
		}
	case "loose":
		if v, err := strconv.ParseFloat(fold(s), 64); err == nil && plainNumber.MatchString(fold(s)) {
			keys = append(keys, numberKey(v))
		}
	}
	return keys
}

// wantKeys returns the keys of a value of the truth. printed is "" where it is
// printed in its plain form.
func wantKeys(v any, printed, typ string) []string {
	switch v := v.(type) {
	case nil:
		keys := []string{textKey(printed, typ)}
		for _, s := range noValue {
			keys = append(keys, textKey(s, typ))
		}
		return keys
	case bool:
		return []string{textKey(strconv.FormatBool(v), typ)}
	case float64:
		keys := []string{numberKey(v)}
		if typ == "percent" {
			keys = append(keys, numberKey(v/100))
			if printed != "" {
				keys = append(keys, textKey(printed, typ))
			}
		}
		return keys
	case string:
		keys := []string{textKey(v, typ)}
		if typ == "date" && printed != "" {
			keys = append(keys, textKey(printed, typ))
		}
		return keys
	}
	return nil
}

// meet reports whether two sets of keys share one.
func meet(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}
