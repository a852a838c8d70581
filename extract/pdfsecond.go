// This file has a PDF read a second time by another program, and says where the
// two readings differ.

package extract

// SecondReading reads data, which gave doc, with the second reader of its
// format and returns an Issue for each page where the two readings differ. It
// is nil for formats that have one reader only.
func SecondReading(doc *Document, data []byte, opt Options) []Issue {
	return nil
}

// NoSecondReading is the Issue that says why the second reader gave nothing.
// It is no doubt about the document.
func NoSecondReading(why string) Issue {
	return Issue{Code: "no-second-reading", Why: "the text layer was not compared with a second reading: " + why}
}
