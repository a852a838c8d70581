// Package web fetches documents by http and https, and finds them in feeds and listing
// pages.
//
// A [Client] is polite: it asks a host once a second, heeds robots.txt and Retry-After,
// and asks only whether a page has changed where it has it already. It is careful, too:
// sizes, times and redirects have limits, and addresses inside a network are refused,
// whatever name or redirect leads there.
//
// What does not live here: which addresses a command line names (sources), and what
// becomes of a document (batch).
package web
