// Package review writes the page on which a release and its rows are side by side: one
// HTML file without anything from the network.
//
// Call [Write] with a result; for a PDF, with pictures of its pages too. Left is what is
// printed (print.go), right what was read from it: claims, findings and records
// (page.go). The script beside them (page.js) lights the place of a record, and the
// record of a place. Everything that comes from a document is escaped, and the page's
// Content-Security-Policy runs nothing but the script of this package.
package review
