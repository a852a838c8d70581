// Package pipes reads tables drawn with pipes, line by line, for the readers of
// Markdown and of plain text.
//
// Ask [StartsTable] whether a line begins a table, give its lines to
// [Table.AddRow], and take the finished table from [Table.End]. The marks inside a
// cell belong to the caller: see [Table].Styled.
//
// A Markdown library would pad short rows and drop the cells after the last
// heading, and so hide the rows that are broken. Here a row is as long as it is
// printed.
package pipes
