// Number words: "quarante-neuf", "deux mille trois cents", "une trentaine",
// "twenty-one".

package claims

import "strings"

// wordsAt reads number words: "quarante-neuf", "quatre-vingts", "une trentaine".
func wordsAt(ts []token, i int) (number, bool) {
	n := number{from: i, word: true}
	total, group, j := 0, 0, i
	seen := false
	last := 0 // value of the word before, to tell "deux cents" from "deux, cents"
	for j < len(ts) {
		f := ts[j].fold
		if u, ok := units20[f]; ok && (!seen || last >= 20 || last == 10 && u >= 7 && u <= 9) {
			group += u
			last = u
		} else if t, ok := tens[f]; ok && (!seen || last >= 100 || f == "vingt" && last == 4 || f == "vingts" && last == 4) {
			if (f == "vingt" || f == "vingts") && last == 4 {
				group += 80 - 4
				last = 80
			} else {
				group += t
				last = t
			}
		} else if h, ok := hundreds[f]; ok && (seen || f != "cents" && f != "hundred" && f != "thousand") {
			if h == 1000 {
				total += max(group, 1) * 1000
				group = 0
			} else {
				// deux cents; mille cent; deux mille trois cents
				below := group % 100
				group += max(below, 1)*100 - below
			}
			last = h
		} else if r, ok := roughly[strings.TrimSuffix(f, "s")]; ok {
			if seen && group > 1 { // deux douzaines
				total = group * r
			} else {
				total = r
			}
			group, seen = 0, true
			n.bound = about
			j++
			break
		} else if seen && (ts[j].text == "-" || f == "et" || f == "and") && j+1 < len(ts) && joinsNumber(ts[j], ts[j+1], last) {
			j++
			continue
		} else {
			break
		}
		seen = true
		j++
	}
	if !seen {
		return number{}, false
	}
	n.to = j
	n.value = float64(total + group)
	if n.value == 1 && j == i+1 && n.bound == exact {
		// "un" and "une" are articles far more often; the grammar of parts asks
		// for them by name.
		n.nature = label
	}
	if j < len(ts) {
		if m := magnitudes[ts[j].fold]; m != 0 {
			n.value *= m
			n.scale = m
			n.to++
			n.nature = count
		}
		switch f := ts[min(n.to, len(ts)-1)].fold; {
		case n.to < len(ts) && months[f]:
			n.nature = day
		case n.to < len(ts) && (f == "%" || f == "percent"):
			n.nature = percent
			n.to++
		case n.to+1 < len(ts) && f == "pour" && ts[n.to+1].fold == "cent":
			n.nature = percent
			n.to += 2
		case n.to < len(ts) && isMoney(f):
			n.nature = money
			n.to++
		}
	}
	return n, true
}

// joinsNumber reports whether sign ("-", "et", "and") ties next to a number
// whose last word had the value last: vingt et un, quarante-neuf, soixante et onze.
func joinsNumber(sign, next token, last int) bool {
	u, isUnit := units20[next.fold]
	if sign.text == "-" {
		_, isTen := tens[next.fold]
		_, isHundred := hundreds[next.fold]
		return sign.glued && next.glued && (isUnit || isTen || isHundred)
	}
	if sign.fold == "and" {
		_, isTen := tens[next.fold]
		return last >= 100 && (isUnit || isTen)
	}
	return isUnit && (u == 1 && last >= 20 && last < 100 || u == 11 && last == 60)
}
