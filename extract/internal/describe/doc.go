// Package describe finds what a release says about itself: which part each block
// belongs to (lead, body, boilerplate, press contact, running lines), the
// language, and the Meta of the document. It works on blocks, so it does the same
// for every format.
//
// [Document] does all of that once a reader is done. The predicates
// ([IsContactLine], [IsPageNumber], [RunningKey]) also serve readers that have to
// recognise such lines before there are blocks.
//
// Every value found is printed text with its place. What is not printed stays
// empty, and what the reader has set stays as it is.
package describe
