// Figures: how numbers, amounts, shares and dates are printed.

package corpus

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A show prints a value of the truth; nil is a blank cell.
type show func(v any) string

// grouped prints a number with separators between thousands and d decimals.
func grouped(v float64, sep, comma string, d int) string {
	s := strconv.FormatFloat(math.Abs(v), 'f', d, 64)
	whole, part, _ := strings.Cut(s, ".")
	var b strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(sep)
		}
		b.WriteRune(r)
	}
	if part != "" {
		b.WriteString(comma + part)
	}
	return b.String()
}

// numbers prints numbers in the language of the release.
func (g *gen) numbers(decimals int) show {
	sep, comma := "\u00a0", ","
	if g.english() {
		sep, comma = ",", "."
	}
	return func(v any) string {
		f, ok := v.(float64)
		if !ok {
			return ""
		}
		sign := ""
		if f < 0 {
			sign = "-"
		}
		return sign + grouped(f, sep, comma, decimals)
	}
}

// inParens prints negative numbers in parentheses.
func inParens(s show) show {
	return func(v any) string {
		words := s(v)
		if rest, negative := strings.CutPrefix(words, "-"); negative {
			return "(" + rest + ")"
		}
		return words
	}
}

// with prints a unit before and after a number.
func with(before string, s show, after string) show {
	return func(v any) string {
		words := s(v)
		if words == "" {
			return ""
		}
		if rest, negative := strings.CutPrefix(words, "-"); negative {
			return "-" + before + rest + after
		}
		return before + words + after
	}
}

// signed prints a plus before numbers that are not negative.
func signed(s show) show {
	return func(v any) string {
		if f, ok := v.(float64); ok && f >= 0 {
			return "+" + s(v)
		}
		return s(v)
	}
}

// orElse prints words where there is no value.
func orElse(s show, words string) show {
	return func(v any) string {
		if v == nil {
			return words
		}
		return s(v)
	}
}

// percent prints shares: "12,5 %" or "12.5%".
func (g *gen) percent() show {
	if g.english() {
		return with("", g.numbers(1), "%")
	}
	return with("", g.numbers(1), "\u00a0%")
}

// euros prints amounts: "12 000 €" or "€12,000".
func (g *gen) euros() show {
	if g.english() {
		return with("€", g.numbers(0), "")
	}
	return with("", g.numbers(0), "\u00a0€")
}

// asIs prints text.
func asIs(v any) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}

// ymd takes apart "2023-05-04".
func ymd(v any) (y, m, d int) {
	_, err := fmt.Sscanf(asIs(v), "%d-%d-%d", &y, &m, &d)
	if err != nil {
		return 0, 0, 0
	}
	return y, m, d
}

// dayFirst prints 04/05/2023, monthFirst 05/04/2023, inWords "4 mai 2023".
func dayFirst(v any) string {
	y, m, d := ymd(v)
	return fmt.Sprintf("%02d/%02d/%d", d, m, y)
}

func monthFirst(v any) string {
	y, m, d := ymd(v)
	return fmt.Sprintf("%02d/%02d/%d", m, d, y)
}

func (g *gen) inWords() show {
	return func(v any) string {
		y, m, d := ymd(v)
		if g.english() {
			return fmt.Sprintf("%d %s %d", d, monthsEN[m-1], y)
		}
		return french(d, m-1, y)
	}
}

// day draws a date of a year.
func (g *gen) day(year int) string {
	return fmt.Sprintf("%d-%02d-%02d", year, g.between(1, 12), g.between(1, 28))
}

// amount draws a round amount.
func (g *gen) amount() float64 { return float64(g.between(8, 940) * 500) }

// tenths draws a number with one decimal from a to b.
func (g *gen) tenths(a, b float64) float64 {
	return math.Round((a+g.Float64()*(b-a))*10) / 10
}

// whole is a number of the truth.
func whole(n int) float64 { return float64(n) }

// phone draws a telephone number of the range that is kept for fiction.
func (g *gen) phone() string {
	return fmt.Sprintf("02 61 91 %02d %02d", g.IntN(100), g.IntN(100))
}
