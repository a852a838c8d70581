// Package lexicon holds the lists of words that readers, passes and checks go by,
// French and English side by side, one file a subject. Grammar, which is how words
// follow each other, is where it is read; numbers, dates and codes are in
// internal/forms.
//
// Words are listed as fold.Words leaves them, or as fold.Text does where signs count;
// each list says which.
package lexicon
