// Examples of writing results, and of reading the JSON again.

package output_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/output"
	"github.com/pressoir/pressoir/output/schema"
)

// result reads and normalizes a release.
func result() *normalize.Result {
	const release = `| Région   | Département | Agence  |
|----------|-------------|---------|
| Bretagne | Finistère   | Brest   |
|          |             | Quimper |
`
	doc, err := extract.Read("release.md", []byte(release), document.Options{})
	if err != nil {
		log.Fatal(err)
	}
	res, err := normalize.Normalize(doc, normalize.Options{})
	if err != nil {
		log.Fatal(err)
	}
	return res
}

func ExampleCSV() {
	opt := output.Options{Provenance: true}
	if err := output.CSV(os.Stdout, []*normalize.Result{result()}, opt); err != nil {
		log.Fatal(err)
	}
	// Output:
	// region,region_code,department,department_code,name,source,source_page,source_row,source_box,table,row,repairs
	// Bretagne,53,Finistère,29,Brest,release.md,,3,,1,1,official
	// Bretagne,53,Finistère,29,Quimper,release.md,,4,,1,2,carry official
}

// A program that reads the JSON decodes it into the structs of package schema.
func ExampleJSON() {
	var b bytes.Buffer
	if err := output.JSON(&b, []*normalize.Result{result()}, output.Options{}); err != nil {
		log.Fatal(err)
	}
	var res schema.Result
	if err := json.Unmarshal(b.Bytes(), &res); err != nil {
		log.Fatal(err)
	}
	for _, r := range res.Tables[0].Records {
		fmt.Printf("line %d: department %q, printed %q\n", r.At.Line, r.Values["department"], r.Raw["department"])
	}
	for _, f := range res.Findings {
		fmt.Println(f.Level, f.Code)
	}
	// Output:
	// line 3: department "Finistère", printed "Finistère"
	// line 4: department "Finistère", printed ""
	// note carried
	// note carried
	// note codes
}
