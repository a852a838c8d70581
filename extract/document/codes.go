// The codes of issues, as docs/findings.md lists them.

package document

// What the reader saw.
const (
	// CodeAttachedFiles (note): the file holds other files; they were not read.
	CodeAttachedFiles = "attached-files"
	// CodeCodeBlock (note): a block of program code in the Markdown.
	CodeCodeBlock = "code-block"
	// CodeControlCharacters (doubt): characters that print nothing were taken out.
	CodeControlCharacters = "control-characters"
	// CodeDamagedFile (doubt): the PDF is damaged and was read all the same; parts may be missing.
	CodeDamagedFile = "damaged-file"
	// CodeDocumentCut (fault): more headings, paragraphs, lists and tables (200,000), or tags of a page (400,000), than are read; the rest is missing.
	CodeDocumentCut = "document-cut"
	// CodeDoubtfulText (doubt): two independent readers of the PDF see different letters.
	CodeDoubtfulText = "doubtful-text"
	// CodeDynamicForm (doubt): a form whose pages only Acrobat builds; the file holds a notice instead.
	CodeDynamicForm = "dynamic-form"
	// CodeEncodingContradiction (doubt): the bytes are not in the encoding that the document names.
	CodeEncodingContradiction = "encoding-contradiction"
	// CodeEncodingDoubt (doubt): some bytes are not valid text in the encoding.
	CodeEncodingDoubt = "encoding-doubt"
	// CodeEncodingUnknown (doubt): the document names an encoding that does not exist.
	CodeEncodingUnknown = "encoding-unknown"
	// CodeFewerPages (note): --pages asks for pages past the last.
	CodeFewerPages = "fewer-pages"
	// CodeHiddenText (doubt): text of a PDF that its page does not show.
	CodeHiddenText = "hidden-text"
	// CodeHTMLBroken (doubt): tags that cannot be parsed; their text is kept separately.
	CodeHTMLBroken = "html-broken"
	// CodeHTMLDepth (doubt): tags nested too deep; their text is kept, their structure is not.
	CodeHTMLDepth = "html-depth"
	// CodeHTMLHidden (note): text that the page does not show.
	CodeHTMLHidden = "html-hidden"
	// CodeHTMLLoose (doubt): text between the cells of a table.
	CodeHTMLLoose = "html-loose"
	// CodeHTMLSpans (doubt): cells that span far more places than the table has.
	CodeHTMLSpans = "html-spans"
	// CodeHTMLStyles (doubt): style rules that were not applied: colours may be missing.
	CodeHTMLStyles = "html-styles"
	// CodeHTMLUnclosed (note): tags that are never closed.
	CodeHTMLUnclosed = "html-unclosed"
	// CodeMojibake (doubt): an earlier program spoilt the accents.
	CodeMojibake = "mojibake"
	// CodeNoSecondReading (note): the second reader of the PDF failed.
	CodeNoSecondReading = "no-second-reading"
	// CodeNoTextLayer (fault): the page is a picture; its text was not read.
	CodeNoTextLayer = "no-text-layer"
	// CodeRowCut (doubt): a line holds more cells than are split; the rest is in its last one.
	CodeRowCut = "row-cut"
	// CodeRowTwice (doubt): a row is printed on both sides of a page break; it is counted once.
	CodeRowTwice = "row-twice"
	// CodePageCut (doubt): the page holds more than can be read; the rest is missing.
	CodePageCut = "page-cut"
	// CodePageUnreadable (fault): the page could not be read.
	CodePageUnreadable = "page-unreadable"
	// CodePicture (note): a picture; what it shows was not read.
	CodePicture = "picture"
	// CodePortfolio (fault): a PDF whose contents are in files inside it, which were not read.
	CodePortfolio = "portfolio"
	// CodeProtected (note): the owner of the PDF forbids copying its text; it was read.
	CodeProtected = "protected"
	// CodeRecognisedText (doubt): the text comes from text recognition and may be misread.
	CodeRecognisedText = "recognised-text"
	// CodeStylesCut (doubt): a text changes its style more often than is read (65,536 times); the rest has one style.
	CodeStylesCut = "styles-cut"
	// CodeTableLeftover (doubt): text in a column of a table that is in none of its rows.
	CodeTableLeftover = "table-leftover"
	// CodeTablesBeside (doubt): what was read as one table may be two side by side.
	CodeTablesBeside = "tables-beside"
	// CodeUnreadableFont (doubt): a font does not say which letters it draws.
	CodeUnreadableFont = "unreadable-font"
	// CodeWeekday (doubt): the printed weekday is not that of the printed date.
	CodeWeekday = "weekday"
)
