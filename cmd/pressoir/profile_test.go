// Profiles on the command line: drafted, checked, listed.

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/output"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// sourcesUnder returns the sources of the golden cases that match a pattern.
func sourcesUnder(t *testing.T, pattern string) []string {
	t.Helper()
	sources, err := filepath.Glob(filepath.Join(fixtures, pattern, "source.*"))
	if err != nil || len(sources) == 0 {
		t.Fatalf("no sources under %s: %v", pattern, err)
	}
	return sources
}

func resultWith(t *testing.T, path string, p *profile.Profile) *normalize.Result {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := extract.Read(filepath.Base(path), data, optionsOf(t, filepath.Dir(path)))
	if err != nil {
		t.Fatal(err)
	}
	res, err := normalize.Normalize(doc, normalize.Options{Profile: p})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// A draft says what was inferred: with it the records are the same, and the
// release that it was drafted from fits it.
func TestDraftsChangeNothing(t *testing.T) {
	t.Parallel()
	schema := compileSchema(t, profile.Schema())
	for _, source := range sourcesUnder(t, "*/*") {
		t.Run(filepath.Base(filepath.Dir(source)), func(t *testing.T) {
			without := resultWith(t, source, nil)
			draft := normalize.DraftProfile(without, output.Main(without))
			p, err := profile.Parse(draft)
			if err != nil {
				t.Fatalf("%v\n%s", err, draft)
			}
			holdToSchema(t, schema, draft)
			with := resultWith(t, source, p)
			if diff := cmp.Diff(string(written(t, output.CSV, without)), string(written(t, output.CSV, with))); diff != "" {
				t.Errorf("records (- without, + with):\n%s\n%s", diff, draft)
			}
			for _, f := range ofProfile(with).Findings {
				t.Errorf("%s: %s\n%s", f.Code, f.Why, draft)
			}
			if again := normalize.DraftProfile(resultWith(t, source, nil), output.Main(without)); !bytes.Equal(draft, again) {
				t.Error("two drafts of one release differ")
			}
		})
	}
}

// Each profile among the fixtures is there because its release comes out wrong
// without it.
func TestProfilesDoWork(t *testing.T) {
	for _, source := range sourcesUnder(t, "profiles/*") {
		with := written(t, output.CSV, resultOf(t, source))
		without := written(t, output.CSV, resultWith(t, source, nil))
		if bytes.Equal(with, without) {
			t.Errorf("%s: the profile changes nothing", source)
		}
	}
}

// The shipped profile of France Services fits the releases that it is made for,
// recognises them and no others, and takes nothing from what is right without it.
func TestShippedProfiles(t *testing.T) {
	t.Parallel()
	schema := compileSchema(t, profile.Schema())
	for _, p := range profile.Shipped() {
		source, _ := profile.ShippedSource(p.Name)
		holdToSchema(t, schema, source)
		if p.Description == "" {
			t.Errorf("%s has no description", p.Name)
		}
	}
	p := profile.Shipped()[slices.Index(profile.ShippedNames(), "france-services")]
	for _, source := range sourcesUnder(t, "*/*") {
		ours := strings.Contains(source, "pimms") || strings.Contains(source, "france-services") || strings.Contains(source, "pdf/seed-")
		res := resultWith(t, source, p)
		if got := p.Recognises(res.Document); got != ours {
			t.Errorf("%s: recognised: %v", source, got)
		}
		if !ours {
			continue
		}
		for _, f := range ofProfile(res).Findings {
			t.Errorf("%s: %s: %s", source, f.Code, f.Why)
		}
		if strings.Contains(source, "pimms") {
			if diff := cmp.Diff(string(written(t, output.CSV, resultWith(t, source, nil))), string(written(t, output.CSV, res))); diff != "" {
				t.Errorf("%s (- without, + with):\n%s", source, diff)
			}
		}
	}
}

// docs/profiles.md shows profiles: each parses and keeps to the schema, and the
// page names every key.
func TestProfilePage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "profiles.md"))
	if err != nil {
		t.Fatal(err)
	}
	schema := compileSchema(t, profile.Schema())
	blocks := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllSubmatch(page, -1)
	if len(blocks) == 0 {
		t.Fatal("no example")
	}
	for _, b := range blocks {
		if _, err := profile.Parse(b[1]); err != nil {
			t.Errorf("%v\n%s", err, b[1])
		}
		holdToSchema(t, schema, b[1])
	}
	for _, key := range yamlKeys(reflect.TypeOf(profile.Profile{})) {
		if !bytes.Contains(page, []byte("`"+key[strings.LastIndex(key, ".")+1:]+"`")) {
			t.Errorf("docs/profiles.md does not name the key %s", key)
		}
	}
}

// The schema has the keys that the parser takes, and no others.
func TestProfileSchemaHasTheKeys(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(profile.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	var walk func(v any, path string)
	walk = func(v any, path string) {
		m, _ := v.(map[string]any)
		props, _ := m["properties"].(map[string]any)
		for key, sub := range props {
			keys = append(keys, path+key)
			walk(sub, path+key+".")
		}
		if items, ok := m["items"]; ok {
			walk(items, path)
		}
	}
	walk(doc, "")
	slices.Sort(keys)
	want := yamlKeys(reflect.TypeOf(profile.Profile{}))
	slices.Sort(want)
	if diff := cmp.Diff(want, keys); diff != "" {
		t.Errorf("keys (- parser, + schema):\n%s", diff)
	}
}

// yamlKeys returns the keys of a type and of the types within it: "marks.sign".
func yamlKeys(typ reflect.Type) (keys []string) {
	for i := range typ.NumField() {
		f := typ.Field(i)
		key := f.Tag.Get("yaml")
		if key == "" {
			continue
		}
		keys = append(keys, key)
		inner := f.Type
		if inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		if inner.Kind() == reflect.Struct {
			for _, k := range yamlKeys(inner) {
				keys = append(keys, key+"."+k)
			}
		}
	}
	return keys
}

func holdToSchema(t *testing.T, s *jsonschema.Schema, source []byte) {
	t.Helper()
	asJSON, err := yaml.YAMLToJSON(source)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(asJSON))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("schema: %v\n%s", err, source)
	}
}
