// Package merge makes one data set of the results of many documents.
//
// Every row has the columns of leadFields, then those of all tables: columns of one name
// are one column. Rows are in the order of the documents.
//
// [Scan] goes over the results once and finds the columns and their types; [Set.Write]
// goes over them again and writes the rows. Neither holds more than one document, but for
// a number a row where releases are compared. The same results in the same order give
// the same bytes.
//
// What does not live here: which results there are, and files that appear whole (batch);
// the formats (output).
package merge
