// Package gazetteer knows the official regions, departments and communes of
// France with their codes, and the spellings that releases use for them.
package gazetteer
