// Examples of normalizing, with a pass and a check of one's own.

package normalize_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
)

const release = `Paris, le 14 octobre 2020

# Des agences ouvrent

Le réseau compte désormais 4 agences, dont 2 nouvelles (*).

| Région   | Département     | Agence             |
|----------|-----------------|--------------------|
| Bretagne | Finistère       | Agence de Brest *  |
|          | Ille-et-Vilaine | Agence de Rennes   |
|          |                 | Agence de Fougères |
| Corse    | Corse-du-Sud    | Agence d'Ajaccio * |
`

// read reads the release as extract.Read would from a file.
func read() *document.Document {
	doc, err := extract.Read("release.md", []byte(release), document.Options{})
	if err != nil {
		log.Fatal(err)
	}
	return doc
}

func ExampleNormalize() {
	res, err := normalize.Normalize(read(), normalize.Options{})
	if err != nil {
		log.Fatal(err)
	}
	for _, t := range res.Tables {
		region, department, isNew := t.Col("region"), t.Col("department"), t.Col("new")
		for _, r := range t.Records() {
			fmt.Println(r.At, r.Text(region), r.Text(department), r.Text(isNew))
		}
	}
	for _, f := range res.Findings {
		if f.Code == records.CodeCarried {
			fmt.Printf("%s: %s (%d cells)\n", f.Level, f.Why, f.Edits[0].Rows())
		}
	}
	for _, c := range res.Claims {
		fmt.Println(c.Status, c.Kind, c.Value)
	}
	// Output:
	// line 9 Bretagne Finistère true
	// line 10 Bretagne Ille-et-Vilaine false
	// line 11 Bretagne Ille-et-Vilaine false
	// line 12 Corse Corse-du-Sud true
	// note: region is blank; "Bretagne" is printed above (line 9) (2 cells)
	// note: department is blank; "Ille-et-Vilaine" is printed above (line 10) (1 cells)
	// ok new 2
	// ok total 4
}

// A pass of one's own returns findings with edits; it changes nothing itself.
func ExampleOptions_passes() {
	short := records.Pass{
		Name: "short", Doc: "names without the words that most begin with",
		Run: func(t *records.Table) []records.Finding {
			f := records.Finding{Code: "short-name", Why: "nearly all names begin with Agence de"}
			name := t.Col("name")
			for _, r := range t.Records() {
				if rest, ok := strings.CutPrefix(r.Text(name), "Agence de "); ok {
					f.Edits = append(f.Edits, records.Edit{Record: int32(r.ID), Col: int32(name), Text: rest})
				}
			}
			if f.Edits == nil {
				return nil
			}
			return []records.Finding{f}
		},
	}
	res, err := normalize.Normalize(read(), normalize.Options{Passes: []records.Pass{short}})
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range res.Tables[0].Records() {
		fmt.Println(r.Text(res.Tables[0].Col("name")))
	}
	for _, f := range res.Findings {
		if f.Pass == "short" {
			fmt.Printf("%s: %d names, %q before\n", f.Why, len(f.Edits), f.Edits[0].Was)
		}
	}
	// Output:
	// Brest
	// Rennes
	// Fougères
	// Agence d'Ajaccio
	// nearly all names begin with Agence de: 3 names, "Agence de Brest" before
}

// A check of one's own sees the whole result and mends nothing.
func ExampleOptions_checks() {
	perRegion := normalize.Check{
		Name: "regions", Doc: "regions with a single agency",
		Run: func(res *normalize.Result) (found []records.Finding) {
			for _, t := range res.Tables {
				region, count := t.Col("region"), map[string]int{}
				for _, r := range t.Records() {
					count[r.Text(region)]++
				}
				for _, r := range t.Records() {
					if name := r.Text(region); count[name] == 1 {
						found = append(found, records.Finding{
							Code: "lone-region", Level: records.Doubt, Table: t.ID, Record: r.ID, At: r.At,
							Why: "only one agency in " + name,
						})
					}
				}
			}
			return found
		},
	}
	res, err := normalize.Normalize(read(), normalize.Options{Checks: []normalize.Check{perRegion}})
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range res.Findings {
		if f.Level == records.Doubt {
			fmt.Printf("%v: %s [%s]\n", f.At, f.Why, f.Code)
		}
	}
	// Output:
	// line 12: only one agency in Corse [lone-region]
}
