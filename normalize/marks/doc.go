// Package marks finds the marks of rows (a star beside a name, "(nouveau)", bold type, a
// fill) and the legends that say what they mean.
//
// [FindLegends] returns the legends of a document, [CountMarks] the marks that rows
// show; [Occurrence.Matches] reports whether a legend is about a mark. [CutSign] and
// [CutNewWord] remove a mark from a name. What a mark does to its row is decided by the
// mark pass of package normalize.
package marks
