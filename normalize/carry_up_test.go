// Tests of blanks above the name of their group.

package normalize

import "testing"

func TestCarryUp(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{ // printed in the middle of its rows
			"|Finistère|A\nBretagne|Morbihan|B\n|Morbihan|C\n|Aube|D\nGrand Est|Aube|E\n|Marne|F",
			"Bretagne|Finistère|A\nBretagne|Morbihan|B\nBretagne|Morbihan|C\nGrand Est|Aube|D\nGrand Est|Aube|E\nGrand Est|Marne|F",
		},
		{ // the department is printed once too
			"Bretagne|Finistère|A\n|Aube|B\n||C\nGrand Est|Marne|D",
			"Bretagne|Finistère|A\nGrand Est|Aube|B\nGrand Est|Aube|C\nGrand Est|Marne|D",
		},
		{ // a department that lies in neither: the one above holds, as printed
			"Bretagne|Finistère|A\n|Ain|B\nGrand Est|Marne|C",
			"Bretagne|Finistère|A\nBretagne|Ain|B\nGrand Est|Marne|C",
		},
		{ // one row between lies elsewhere: nothing is sure
			"Bretagne|Finistère|A\n|Aube|B\n|Morbihan|C\nGrand Est|Marne|D",
			"Bretagne|Finistère|A\nBretagne|Aube|B\nBretagne|Morbihan|C\nGrand Est|Marne|D",
		},
	} {
		doc := docOf(grid("Région|Département|Nom\n" + c.in))
		res := normalized(doc, Options{})
		want(t, show(res.Tables[0], "region department name"), c.want)
		none(t, res.Findings, "internal")
		checkLedger(t, doc, res)
	}
}
