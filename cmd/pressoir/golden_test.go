// Golden cases: each folder fixtures/FAMILY/CASE holds one source and what is
// expected of it.
//
//	source.*     the release
//	profile.yaml what is known of its family, where it is there
//	want.csv     what extract prints; make golden renews it
//	want.json    what extract --format json prints, where it is there
//	flags.txt    flags that the reading of the source needs: --password=...
//	records.csv  the rows that a person reads in the source, never renewed from
//	             the output: the columns it has must be there, row by row
//
// fixtures/known.txt lists what fails today. It is guarded both ways: a listed
// check that passes fails too, so the list can only shrink.

package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/output"
	"github.com/pressoir/pressoir/output/schema"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

var update = flag.Bool("update", false, "renew the expected outputs under fixtures")

const fixtures = "../../fixtures"

func TestUpdateIsOffInCI(t *testing.T) {
	if *update && os.Getenv("CI") == "true" {
		t.Fatal("-update in continuous integration would make every golden test pass")
	}
}

func TestGolden(t *testing.T) {
	t.Parallel()
	if *update && os.Getenv("CI") == "true" {
		t.Skip("not renewed in continuous integration")
	}
	known := readKnown(t)
	compiled := compileSchema(t, schema.JSON())
	sources, err := filepath.Glob(filepath.Join(fixtures, "*", "*", "source.*"))
	if err != nil || len(sources) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, source := range sources {
		dir := filepath.Dir(source)
		name := filepath.ToSlash(strings.TrimPrefix(dir, filepath.Clean(fixtures)+string(filepath.Separator)))
		t.Run(name, func(t *testing.T) {
			res := resultOf(t, source)
			asCSV := written(t, output.CSV, res)
			asJSON := written(t, output.JSON, res)
			validate(t, compiled, asJSON)
			g := golden{known: known, name: name, dir: dir}
			g.compare(t, "want.csv", asCSV, true)
			g.compare(t, "want.json", asJSON, false)
			g.records(t, asCSV)
		})
	}
	if flag.Lookup("test.run").Value.String() == "" {
		for check, seen := range known {
			if !*seen {
				t.Errorf("known.txt lists %s, which is not there", check)
			}
		}
	}
}

// A golden compares the outputs of one case.
type golden struct {
	known     map[string]*bool
	name, dir string
}

// compare holds got against a file; a file that is not there is made if needed.
func (g *golden) compare(t *testing.T, file string, got []byte, needed bool) {
	path := filepath.Join(g.dir, file)
	want, err := os.ReadFile(path)
	missing := os.IsNotExist(err)
	if missing && !needed {
		return
	}
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if missing {
		g.verdict(t, file, "the file is not there; make golden writes it")
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	g.verdict(t, file, cmp.Diff(string(want), string(got)))
}

// records compares the CSV with the rows that a person read in the source.
func (g *golden) records(t *testing.T, got []byte) {
	data, err := os.ReadFile(filepath.Join(g.dir, "records.csv"))
	if err != nil {
		t.Fatalf("%v: write down what you read in the source, without a look at want.csv", err)
	}
	want, have := readCSV(t, data), readCSV(t, got)
	at := map[string]int{}
	for i, c := range have[0] {
		at[c] = i
	}
	var picked [][]string
	for _, row := range have {
		var fields []string
		for _, c := range want[0] {
			if i, ok := at[c]; ok {
				fields = append(fields, row[i])
			}
		}
		picked = append(picked, fields)
	}
	g.verdict(t, "records.csv", cmp.Diff(want, picked))
}

// verdict reports a difference, or its absence where one is known.
func (g *golden) verdict(t *testing.T, file, diff string) {
	t.Helper()
	check := g.name + "/" + file
	seen, isKnown := g.known[check]
	if isKnown {
		*seen = true
	}
	switch {
	case diff != "" && isKnown:
		t.Logf("%s differs, as known", check)
	case diff != "":
		t.Errorf("%s (- want, + got):\n%s", check, diff)
	case isKnown:
		t.Errorf("%s passes: take it off known.txt", check)
	}
}

// readKnown reads known.txt: a check a line, a blank, the reason.
func readKnown(t *testing.T) map[string]*bool {
	data, err := os.ReadFile(filepath.Join(fixtures, "known.txt"))
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]*bool{}
	for i, line := range strings.Split(string(data), "\n") {
		line, _, _ = strings.Cut(line, "#")
		check, why, _ := strings.Cut(strings.TrimSpace(line), " ")
		if check == "" {
			continue
		}
		if strings.TrimSpace(why) == "" {
			t.Errorf("known.txt:%d: %s: say why", i+1, check)
		}
		known[check] = new(bool)
	}
	return known
}

// resultOf reads and mends a file in this process.
func resultOf(t testing.TB, path string) *normalize.Result {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := extract.Read(filepath.Base(path), data, optionsOf(t, filepath.Dir(path)))
	if err != nil {
		t.Fatal(err)
	}
	var opt normalize.Options
	if source, err := os.ReadFile(filepath.Join(filepath.Dir(path), "profile.yaml")); err == nil {
		if opt.Profile, err = profile.Parse(source); err != nil {
			t.Fatal(err)
		}
	}
	res, err := normalize.Normalize(doc, opt)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// optionsOf reads the flags of a case, if it has any.
func optionsOf(t testing.TB, dir string) (o document.Options) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "flags.txt"))
	if os.IsNotExist(err) {
		return o
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, flag := range strings.Fields(string(data)) {
		password, ok := strings.CutPrefix(flag, "--password=")
		if !ok {
			t.Fatalf("%s/flags.txt: %s is not known here", dir, flag)
		}
		o.Password = password
	}
	return o
}

func written(t testing.TB, write func(io.Writer, []*normalize.Result, output.Options) error, docs ...*normalize.Result) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, docs, output.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readCSV(t testing.TB, data []byte) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// compileSchema makes a schema that is embedded in the program ready to validate with.
func compileSchema(t testing.TB, source []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	const url = "mem:///schema.json"
	if err := c.AddResource(url, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(url)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t testing.TB, s *jsonschema.Schema, data []byte) {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("not JSON: %v", err)
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("schema: %v", err)
	}
}

// TestFixturesAreDescribed holds fixtures/README.md to the folders that are there.
func TestFixturesAreDescribed(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(fixtures, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	err = fs.WalkDir(os.DirFS(fixtures), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.Count(path, "/") == 1 {
			if !bytes.Contains(readme, []byte(fmt.Sprintf("`%s`", path))) {
				t.Errorf("fixtures/README.md does not say where %s comes from", path)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
