// Package forms reads values as releases print them, for readers and passes
// alike. Call [ParseDate] for a text that should be a date, [FindDates] for the
// dates in a sentence. Word lists and folding are in other packages.
package forms
