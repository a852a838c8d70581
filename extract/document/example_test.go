// Example of a reader of one's own.

package document_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"log"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
)

// readCSV reads a whole file as one table.
func readCSV(doc *document.Document, data []byte, _ document.Options) error {
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1 // rows stay as long as they are
	records, err := r.ReadAll()
	if err != nil {
		return err
	}
	table := &document.Table{Frame: document.Frame{At: document.Pos{Line: 1}}, Method: "csv"}
	for i, record := range records {
		row := document.Row{At: document.Pos{Line: int32(i) + 1}, Header: i == 0}
		for _, text := range record {
			row.Cells = append(row.Cells, document.NewCell(document.Pos{}, document.Run{Text: text}))
		}
		table.Rows = append(table.Rows, row)
	}
	doc.Blocks = append(doc.Blocks, table)
	return nil
}

func ExampleReader() {
	opt := document.Options{Readers: []document.Reader{
		{Name: "csv", Extensions: []string{".csv"}, Read: readCSV},
	}}
	doc, err := extract.Read("sites.csv", []byte("Région,Ville\nBretagne,Brest\nCorse\n"), opt)
	if err != nil {
		log.Fatal(err)
	}
	for _, row := range doc.Blocks[0].(*document.Table).Rows {
		fmt.Println(row.At, len(row.Cells), row.Cells[0].Text())
	}
	// Output:
	// line 1 2 Région
	// line 2 2 Bretagne
	// line 3 1 Corse
}
