// Package lists finds the lists of a release that no table holds: headings with
// bullets, "Aisne (Berny-Rivière, Montigny-Lengrain) ;", "34 - Hérault" over a
// paragraph of names, one cell per line. It reads the blocks of a document, so
// text, Markdown, HTML and PDF give the same rows.
//
// [Read] goes in steps: blocks become lines (lines.go); each line gets a shape
// (shape.go): a heading that names a place, groups with their members, an
// enumeration, a single name, prose; neighbouring lines of such shapes are a run
// (run.go); a run is read as the layout for which there is evidence (headed.go,
// flat.go, departments.go, period.go), and what is accepted becomes a table (table.go).
// Evidence is the gazetteer, the announced counts and the regularity of the
// layout. Without it a run stays prose; where some of it is there, a note says
// what was not read. Every letter of an accepted run ends in a cell or in a note.
//
// Beside these readers of single layouts, which need a known place, [Read] has a
// recogniser that goes by form (recognise.go): lines become units with skeletons of
// token classes (scan.go, unit.go); finders propose candidates that may overlap
// (finder_run.go, finder_cells.go, finder_sentence.go); each is cut into fields at the
// signs that nearly all entries have (sheet.go, cutters.go), its columns are named by
// content (content.go), and a score of named evidence decides (score.go, choice.go).
// A layout that the recogniser reads as well needs no reader of its own: those that
// are left go one by one.
//
// What does not live here: columns, marks and official spellings (normalize).
package lists
