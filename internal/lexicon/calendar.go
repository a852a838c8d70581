// Months and weekdays.

package lexicon

import (
	"strings"
	"unicode/utf8"
)

// Months maps the names of months, folded, to 1 to 12.
var Months = numberWords(`janvier janv jan january
	fevrier fevr fev february feb
	mars march mar
	avril avr april apr
	mai may
	juin june jun
	juillet juil juill july jul
	aout august aug
	septembre sept september sep
	octobre oct october
	novembre nov november
	decembre dec december`, 1)

// Weekdays maps the names of weekdays, folded, to the numbers of time.Weekday.
var Weekdays = numberWords(`dimanche dim sunday sun
	lundi lun monday mon
	mardi mar tuesday tue tues
	mercredi mer wednesday wed
	jeudi jeu thursday thu thurs
	vendredi ven friday fri
	samedi sam saturday sat`, 0)

// FrenchWeekdays are the names of weekdays in the order of time.Weekday.
var FrenchWeekdays = [...]string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"}

// calendarStarts has the first letters of Months and Weekdays, as markStarts has others.
var calendarStarts = func() (starts [1 << (5 * startLetters)]bool) {
	for _, names := range [...]map[string]int{Months, Weekdays} {
		for name := range names {
			starts[startOf(name)] = true
		}
	}
	return starts
}()

// MayBeCalendar reports whether a printed word of three bytes or more may be one of
// Months or Weekdays, by how it begins: false is certain.
func MayBeCalendar(word string) bool {
	return (word[0]|word[1]|word[2])&utf8.RuneSelf != 0 || calendarStarts[startOf(word)]
}

// numberWords maps the words of each line to its number, from first on.
func numberWords(lines string, first int) map[string]int {
	table := map[string]int{}
	for i, line := range strings.Split(lines, "\n") {
		for _, w := range strings.Fields(line) {
			table[w] = first + i
		}
	}
	return table
}
