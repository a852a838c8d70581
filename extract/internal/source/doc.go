// Package source turns the bytes of a text file into text: the readers of plain
// text, Markdown and HTML call [Decode] first.
//
// Here are encodings, the recognition of files that are no text ([Magic],
// [CheckText]), and what counts as a blank. What the text means is the readers'
// business. Nothing is repaired: text that an earlier program has spoilt ("Ã©" for
// "é") is reported and left as it is.
package source
