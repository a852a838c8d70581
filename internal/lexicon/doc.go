// Package lexicon holds the lists of words that readers, passes and checks use, French
// and English side by side, one file for each subject. How words follow each other is
// decided where they are read; numbers, dates and codes are in internal/forms.
//
// Words are listed in the form that fold.Words returns, or fold.Text where signs count;
// each list says which.
package lexicon
