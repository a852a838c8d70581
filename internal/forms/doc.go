// Package forms reads values as releases print them: dates, numbers and money,
// codes, addresses and phone numbers, and typography that conversion broke. It is
// for readers and passes alike. Start with [ParseDate] for a text that should be a
// date and [FindDates] for the dates in a sentence; the other files name what they
// read.
//
// Word lists are in internal/lexicon, the folding of text in internal/fold.
package forms
