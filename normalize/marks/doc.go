// Package marks reads how a release marks rows, and what it says that the marks mean:
// a star beside a name, "(nouveau)", bold type, a fill, and the legend below the table.
//
// [FindLegends] returns the legends of a document, [CountMarks] the marks that rows
// show; [Occurrence.Matches] says which legend is about which mark. [CutSign] and
// [CutNewWord] take a mark off a name. What a marked row is worth, the mark pass
// decides (normalize).
package marks
