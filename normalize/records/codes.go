// The codes of findings, as docs/findings.md lists them. Those of the pass read are
// the codes of issues, in extract/document.

package records

// What was mended.
const (
	// CodeBlank (note): blanks, line breaks or signs that come from the layout alone.
	CodeBlank = "blank"
	// CodeCarried (note): a blank cell takes the value last printed above.
	CodeCarried = "carried"
	// CodeCarriedUp (note): a blank region takes the one printed below, where the department lies.
	CodeCarriedUp = "carried-up"
	// CodeCode (note): codes in their plain form.
	CodeCode = "code"
	// CodeCodes (note): codes from the official list.
	CodeCodes = "codes"
	// CodeContinued (note): the table continues the one before it.
	CodeContinued = "continued"
	// CodeDate (note): dates in their plain form.
	CodeDate = "date"
	// CodeDerived (note): a region that is not printed but that the department implies.
	CodeDerived = "derived"
	// CodeEmail (note): e-mail addresses in their plain form.
	CodeEmail = "email"
	// CodeJoined (note): a row broken over lines was put together.
	CodeJoined = "joined"
	// CodeMarkKept (note): rows with a mark that nothing explains, kept in the column mark.
	CodeMarkKept = "mark-kept"
	// CodeMarkSign (note): the sign of a mark was taken off a name.
	CodeMarkSign = "mark-sign"
	// CodeMarkWord (note): the word of a mark was taken off a name.
	CodeMarkWord = "mark-word"
	// CodeMarked (note): rows with the mark, and the legend that says what it means.
	CodeMarked = "marked"
	// CodeMissing (note): a word that, by the profile, is printed for no value was made blank.
	CodeMissing = "missing"
	// CodeMoney (note): amounts in their plain form.
	CodeMoney = "money"
	// CodeNote (note): a row that is a note inside the table, no record.
	CodeNote = "note"
	// CodeNumber (note): numbers in their plain form.
	CodeNumber = "number"
	// CodeSideBySide (note): the same headings are side by side: the rows below each are one table.
	CodeSideBySide = "side-by-side"
	// CodeFootnote (note): the mark of a footnote was taken off a figure or a name: 1 250 (2).
	CodeFootnote = "footnote"
	// CodeFootnoteUnexplained (doubt): the same, but no note begins with that mark: check whether it belongs to the value.
	CodeFootnoteUnexplained = "footnote-unexplained"
	// CodeOrdinal (note): raised letters that conversion separated: 8 ^e.
	CodeOrdinal = "ordinal"
	// CodePhone (note): phone numbers in their plain form.
	CodePhone = "phone"
	// CodeRepeatedHeader (note): a row that prints the headings again.
	CodeRepeatedHeader = "repeated-header"
	// CodeSection (note): a row or heading that names the rows below it.
	CodeSection = "section"
	// CodeShifted (note): cells that had shifted by a column.
	CodeShifted = "shifted"
	// CodeSkipped (note): a row that the profile skips, no record.
	CodeSkipped = "skipped"
	// CodeSpelling (note): the official spelling of a region, department or commune.
	CodeSpelling = "spelling"
	// CodeTotal (note): a row that sums up others, no record.
	CodeTotal = "total"
	// CodeUnmarked (note): rows without the mark.
	CodeUnmarked = "unmarked"
)

// Lists written as prose.
const (
	// CodeListBanner (note): words above or before the rows of a flattened table.
	CodeListBanner = "list-banner"
	// CodeListFigures (note): figures in parentheses: counts or codes, decided once for the whole list.
	CodeListFigures = "list-figures"
	// CodeListFlattened (note): a table whose rows had become one line, one row or one column.
	CodeListFlattened = "list-flattened"
	// CodeListInProse (doubt): communes enumerated with their places in a sentence that does not say that they are a list.
	CodeListInProse = "list-in-prose"
	// CodeListJoined (note): lists with the same columns that are read as one.
	CodeListJoined = "list-joined"
	// CodeListParenthesis (note): a parenthesis that is never closed.
	CodeListParenthesis = "list-parenthesis"
	// CodeListPlace (note): the sentence above says where the entries lie; a doubt where it leaves one out.
	CodeListPlace = "list-place"
	// CodeListPoorText (fault): a list or a table of badly recognised text; it is not read.
	CodeListPoorText = "list-poor-text"
	// CodeListReading (note): which of two readings of an enumeration was taken, and why.
	CodeListReading = "list-reading"
	// CodeListRepeated (note): a list given twice is counted once; a doubt for what only one of them prints.
	CodeListRepeated = "list-repeated"
	// CodeListTooLong (fault): more lines and tables (120,000) than are read for lists; none is read.
	CodeListTooLong = "list-too-long"
	// CodeListUncertain (doubt): a list whose entries differ, or for which there is little evidence: what to look at.
	CodeListUncertain = "list-uncertain"
	// CodeListUnread (doubt): a list that is announced or printed and became no record, or text in one that did not; a picture may stand there.
	CodeListUnread = "list-unread"
	// CodePoorText (doubt): many words are no words: a bad copy.
	CodePoorText = "poor-text"
)

// What is doubtful or contradicted.
const (
	// CodeCountDiffers (doubt): an announced count that the rows do not bear out, where it may count something else or entries were not read.
	CodeCountDiffers = "count-differs"
	// CodeBlankColumn (note): columns that hold nothing and are left out of the output.
	CodeBlankColumn = "blank-column"
	// CodeCommuneContradicted (doubt): the commune lies in another department; the printed value stays.
	CodeCommuneContradicted = "commune-contradicted"
	// CodeDuplicate (doubt): records that print the same as one before them; one finding a table.
	CodeDuplicate = "duplicate"
	// CodeFlag (doubt): a value in a column of marks that is neither a mark nor blank.
	CodeFlag = "flag"
	// CodeInternal (fault): an edit that could not be made: please report it.
	CodeInternal = "internal"
	// CodeLoneName (doubt): a row that prints only a name where all others have figures: a line of the name below it, a group, or a record.
	CodeLoneName = "lone-name"
	// CodeMarkDisagree (doubt): two marks of one row say different things.
	CodeMarkDisagree = "mark-disagree"
	// CodeMarkUnexplained (doubt): a mark without a legend; new is left empty.
	CodeMarkUnexplained = "mark-unexplained"
	// CodeMarkUnseen (doubt): a legend whose mark no row shows; new is left empty.
	CodeMarkUnseen = "mark-unseen"
	// CodeNamesAlike (doubt): several records have the same name, and nothing says which group each is of.
	CodeNamesAlike = "names-alike"
	// CodeNoHeadings (doubt): a table whose columns have no headings: is its first row a record?
	CodeNoHeadings = "no-headings"
	// CodeNoName (doubt): a record without a name.
	CodeNoName = "no-name"
	// CodeNoRecords (note): no record was read, and nothing announces a list or looks like one.
	CodeNoRecords = "no-records"
	// CodeNothingToCarry (doubt): a blank cell with nothing above it.
	CodeNothingToCarry = "nothing-to-carry"
	// CodePostalContradicted (doubt): the postal code belongs to another department.
	CodePostalContradicted = "postal-contradicted"
	// CodeRecordsApart (doubt): records in other tables than the one with the most, which a file of one table leaves out; a note if their columns differ and they are fewer, a fault if the prose counts them together.
	CodeRecordsApart = "records-apart"
	// CodeRegionContradicted (doubt): the department lies in another region.
	CodeRegionContradicted = "region-contradicted"
	// CodeSurplusCell (fault): a row has more cells than the table has columns.
	CodeSurplusCell = "surplus-cell"
	// CodeStruckOut (doubt): a record whose name is struck out; it is kept.
	CodeStruckOut = "struck-out"
	// CodeTablesTooMany (fault): more tables (100,000) than are read; those beyond are not.
	CodeTablesTooMany = "tables-too-many"
	// CodeTotalDiffers (doubt): a printed total is not the number of its rows.
	CodeTotalDiffers = "total-differs"
	// CodeType (doubt): a value that is not of the type of its column; kept as printed.
	CodeType = "type"
	// CodeUnknownPlace (doubt): a region or department that no official list has.
	CodeUnknownPlace = "unknown-place"
)

// What differs from the profile.
const (
	// CodeProfileBlank (doubt): a blank in a column in which every record should have a value.
	CodeProfileBlank = "profile-blank"
	// CodeProfileClaim (doubt): the family announces a figure that this release does not.
	CodeProfileClaim = "profile-claim"
	// CodeProfileColumn (fault): the table does not have a column that the profile requires.
	CodeProfileColumn = "profile-column"
	// CodeProfileFamily (doubt): the release does not look like one of the profile's family.
	CodeProfileFamily = "profile-family"
	// CodeProfileMark (doubt): the legend gives a mark another meaning; the profile was followed.
	CodeProfileMark = "profile-mark"
	// CodeProfileTable (fault): no table has the columns that the profile describes.
	CodeProfileTable = "profile-table"
	// CodeProfileValue (doubt): a value that the profile does not allow; kept as printed.
	CodeProfileValue = "profile-value"
)
