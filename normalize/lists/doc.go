// Package lists finds the lists of a release that no table holds: bullets, lines of one
// form, names in a sentence, records of several lines, headings of places over their
// members. It reads the blocks of a document, so text, Markdown, HTML and PDF give the
// same rows.
//
// [Read] goes in steps. Blocks become lines (lines.go) and these units: texts with a
// skeleton of token classes, the sign by which they are printed, and the place that they
// name as a whole (scan.go, unit.go, place.go). Finders propose candidates,
// which may overlap: runs of like units with the heads between them (finder_run.go),
// members below and beside places (finder_places.go, inline.go, members.go), cells
// printed one a line (finder_cells.go, finder_records.go, finder_flat.go), enumerations
// in a sentence (finder_sentence.go, finder_shared.go). Each candidate is cut into fields
// at the signs that nearly all of its entries have (sheet.go, cutters.go), its columns
// are named by their content (content.go, labels.go), and a score of named evidence
// (score.go, tally.go) decides which of them are lists (choice.go, repeats.go). Those with
// the same columns become one table (assemble.go).
//
// The gazetteer labels and is evidence; no list needs it. What is not certain is a doubt:
// entries that differ, an "et" that may be part of a name, lines beside a list.
//
// To add a kind of list: a finder in a file of its own and one entry in finders
// (recognise.go), or a weight in score.go.
//
// What does not live here: marks, official spellings and codes (normalize).
package lists
