// Examples of reading a release.

package extract_test

import (
	"fmt"
	"log"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
)

func ExampleRead() {
	const release = `Paris, mercredi 14 octobre 2020

# Deux lieux ouvrent

| Région   | Ville  |
|----------|--------|
| Bretagne | Brest  |
|          | Rennes |
| Corse    |
`
	doc, err := extract.Read("release.md", []byte(release), document.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(doc.Format, doc.Meta.Date.ISO, doc.Meta.Place.Text)
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Heading:
			fmt.Printf("%v: heading %q\n", b.Pos(), b.Text())
		case *document.Paragraph:
			fmt.Printf("%v: paragraph %q\n", b.Pos(), b.Text())
		case *document.Table:
			for _, row := range b.Rows {
				fmt.Printf("%v: %d cells", row.At, len(row.Cells))
				for i := range row.Cells {
					fmt.Printf(" %q", row.Cells[i].Text())
				}
				fmt.Println()
			}
		}
	}
	for _, issue := range doc.Issues {
		fmt.Println(issue.At, issue.Code, issue.Why)
	}
	// Output:
	// markdown 2020-10-14 Paris
	// line 1: paragraph "Paris, mercredi 14 octobre 2020"
	// line 3: heading "Deux lieux ouvrent"
	// line 5: 2 cells "Région" "Ville"
	// line 7: 2 cells "Bretagne" "Brest"
	// line 8: 2 cells "" "Rennes"
	// line 9: 1 cells "Corse"
}

func ExampleReaders() {
	for _, r := range extract.Readers() {
		fmt.Println(r.Name, r.Extensions)
	}
	// Output:
	// pdf [.pdf]
	// html [.html .htm .xhtml .xht]
	// markdown [.md .markdown .mdown .mkd .qmd]
	// text [.txt .text]
}
