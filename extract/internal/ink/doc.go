// Package ink is the model of a page as the eye sees it: glyphs, rules, fills,
// links and pictures, each with its place. Package pdfium fills a [Page];
// packages layout and grid read it.
//
// All geometry is in points from the top left corner of the page as displayed:
// /Rotate, the crop box and the matrices of forms are applied, and what is clipped
// is cut off. A page whose text does not read upright when displayed is turned
// until it does; [Page.Displayed] gives places back as they are displayed.
//
// [Box] is the rectangle of the model. [Rect] and [Matrix] compute places in
// float64 before they are stored.
package ink
