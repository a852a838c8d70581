// Package html reads HTML and XHTML pages as a person sees them in a browser:
// spans and style sheets count, markup that shows nothing does not.
//
// [Reader] is the reader; package extract calls it. [ReadFragment] reads a piece of
// HTML inside another document, such as a table in Markdown. A page goes through
// these files: html.go decodes and parses it, stamp.go gives lines to the parsed
// elements, measure.go separates the release from the page around it, walk.go turns
// elements into blocks, with tables, lists and text in files of those names. style.go
// finds what an element looks like; css.go, cssvalues.go and select.go read the style
// sheets, match.go finds the rules that apply.
//
// Nothing is fetched: pictures, scripts and linked style sheets are not read.
package html
