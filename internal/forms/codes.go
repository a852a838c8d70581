// Codes, addresses and phone numbers as releases print them, and their plain form.

package forms

import "strings"

// DigitsOf returns the figures of s and whether s holds nothing else but
// blanks, dots and hyphens between them.
func DigitsOf(s string) (string, bool) {
	plain := true
	for i := 0; i < len(s); i++ {
		if !IsDigit(s[i]) {
			plain = false
			break
		}
	}
	if plain {
		return s, s != ""
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case r == ' ' || r == '.' || r == '-' || r == '\u00a0' || r == '\u202f':
		default:
			return "", false
		}
	}
	return b.String(), b.Len() > 0
}

// ParsePostal reads a French postal code: five figures.
func ParsePostal(s string) (string, bool) {
	d, ok := DigitsOf(s)
	return d, ok && len(d) == 5 && d > "00999" && d < "99000"
}

// ParseSIRET reads the 14 figures of an establishment or the 9 of a company,
// whose last figure is a check digit (Luhn; La Poste, 356000000, has its own rule).
func ParseSIRET(s string) (string, bool) {
	d, ok := DigitsOf(s)
	if !ok || len(d) != 14 && len(d) != 9 {
		return "", false
	}
	return d, luhn(d) || strings.HasPrefix(d, "356000000")
}

func luhn(d string) bool {
	sum := 0
	for i := 0; i < len(d); i++ {
		n := int(d[len(d)-1-i] - '0')
		if i%2 == 1 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0
}

// ParsePhone reads a French phone number in its usual forms and returns it as
// +33612345678, the form that needs no country beside it (E.164).
func ParsePhone(s string) (string, bool) {
	s = strings.TrimSpace(s)
	abroad := strings.HasPrefix(s, "+33") || strings.HasPrefix(s, "0033")
	if abroad {
		s = strings.TrimPrefix(strings.TrimPrefix(s, "+33"), "0033")
		s = strings.TrimPrefix(strings.TrimSpace(s), "(0)")
	}
	d, ok := DigitsOf(s)
	if !ok {
		return "", false
	}
	if abroad && len(d) == 9 {
		return "+33" + d, d[0] != '0'
	}
	return "+33" + d[min(1, len(d)):], len(d) == 10 && d[0] == '0' && d[1] != '0'
}

// ParseEmail reads one e-mail address.
func ParseEmail(s string) (string, bool) {
	s = strings.TrimPrefix(strings.TrimSpace(s), "mailto:")
	local, host, ok := strings.Cut(s, "@")
	if !ok || local == "" || strings.ContainsAny(s, " ,;<>()\t") || strings.Contains(host, "@") {
		return "", false
	}
	dot := strings.LastIndexByte(host, '.')
	return s, dot > 0 && dot < len(host)-2
}
