// What a file of jobs may say, and when a job is due.

package jobs

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

const whole = `# all keys
jobs:
  - name: sites
    inputs: [inbox/, "more/**/*.pdf"]
    feeds: ["https://example.org/rss.xml"]
    listings:
      - url: https://example.org/presse
        links: main a
    output: all.parquet
    formats: [parquet]
    table: 1
    dialect: plain
    provenance: false
    merge: true
    partition_by: []
    family: sites
    key: [commune_code, name]
    prune: true
    profiles: [france-services]
    skip: [carry]
    cron: "0 6 * * 1-5"
    time_zone: Europe/Paris
    at_once: true
    timeout: 1m30s
    max_input: 64MB
    parallel: 2
    allow_private: true
    refresh: 24h
    delay: 2s
    on_new: [notify, "new rows"]
    on_failure: [notify]
  - name: other
    inputs: [x]
    output: out
    every: 15m
`

func TestParse(t *testing.T) {
	f, err := Parse("jobs.yaml", []byte(whole))
	if err != nil {
		t.Fatal(err)
	}
	j := f.Named("sites")
	if j == nil || j.Timeout.Duration() != 90*time.Second || j.Listings[0].Links != "main a" || j.OnNew[1] != "new rows" || j.Table != "1" || f.Named("nope") != nil {
		t.Errorf("%+v", j)
	}
}

func TestMistakes(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"    merge: true", "    merged: true", `jobs.yaml:14:5: unknown field "merged"`},
		{"prune: true", "prune: yes please", "jobs.yaml:18:12: "},
		{"timeout: 1m30s", "timeout: soon", "jobs.yaml:24:14: soon: want a time like 30s"},
		{"name: other", "name: sites", "jobs.yaml:32:11: there are two jobs called sites"},
		{"name: other", "name: the other", "jobs.yaml:32:11: a job needs a name of letters"},
		{"output: out\n", "output: all.parquet/\n", "two jobs write to all.parquet/"},
		{"    output: out\n", "", "job other: where to?"},
		{"inputs: [x]", "inputs: []", "job other: from where?"},
		{"inputs: [x]", `inputs: ["-"]`, "jobs.yaml:33:14: a job cannot read standard input"},
		{"every: 15m", "every: 15ms", "jobs.yaml:35:12: every 15ms: want at least 1s"},
		{"    every: 15m\n", "", "job other: when?"},
		{"every: 15m", "every: 15m\n    cron: 0 6 * * *", "job other: when?"},
		{"every: 15m", "every: 15m\n    time_zone: Europe/Paris", "time_zone is for cron"},
		{"0 6 * * 1-5", "0 6 * *", "jobs.yaml:21:11: 0 6 * *: "},
		{"0 6 * * 1-5", "0 6 31 2 *", "that never comes"},
		{"Europe/Paris", "Europe/Lutece", "jobs.yaml:22:16: Europe/Lutece is no time zone"},
		{"url: https://example.org/presse", `url: ""`, "a listing needs a url"},
		{whole, "", "no jobs"},
		{whole, "jobs: [", "jobs.yaml:1:"},
		{whole, "jobs: &a [*a]", "jobs.yaml"},
	} {
		text := strings.Replace(whole, c.old, c.new, 1)
		if text == whole {
			t.Fatalf("%q is not there", c.old)
		}
		if _, err := Parse("jobs.yaml", []byte(text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.new, err, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(whole))
	f.Add([]byte("jobs: &a [*a]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 4<<10 {
			return // the YAML library is quadratic in depth
		}
		file, err := Parse("jobs.yaml", data)
		if err != nil {
			return
		}
		now := time.Now()
		for i := range file.Jobs {
			if next := file.Jobs[i].Next(now, now, now); next.Before(now) {
				t.Errorf("due before now: %s", next)
			}
		}
	})
}

// The schema has the keys that the parser takes, and no others, and takes the example.
func TestSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("jobs.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("jobs.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	asJSON, err := yaml.YAMLToJSON([]byte(whole))
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(asJSON))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(v); err != nil {
		t.Error(err)
	}
	items := doc.(map[string]any)["properties"].(map[string]any)["jobs"].(map[string]any)["items"].(map[string]any)
	var have, want []string
	for key := range items["properties"].(map[string]any) {
		have = append(have, key)
	}
	typ := reflect.TypeFor[Job]()
	for i := range typ.NumField() {
		if key := typ.Field(i).Tag.Get("yaml"); key != "" {
			want = append(want, key)
			if !strings.Contains(whole, key+":") {
				t.Errorf("the example of this test does not have %s", key)
			}
		}
	}
	slices.Sort(have)
	slices.Sort(want)
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("keys (- parser, + schema):\n%s", diff)
	}
}

func TestNext(t *testing.T) {
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	at := func(s string) time.Time {
		when, err := time.ParseInLocation(time.DateTime, s, paris)
		if err != nil {
			t.Fatal(err)
		}
		return when
	}
	job := func(schedule string) *Job {
		f, err := Parse("x", []byte("jobs: [{name: a, inputs: [x], output: o, "+schedule+"}]"))
		if err != nil {
			t.Fatal(err)
		}
		return &f.Jobs[0]
	}
	cron := func(spec string) *Job { return job("cron: '" + spec + "', time_zone: Europe/Paris") }
	now := at("2026-03-10 12:00:00")
	for _, c := range []struct {
		name              string
		job               *Job
		last, since, want time.Time
	}{
		{"every, never run", job("every: 1h"), time.Time{}, now, now},
		{"every", job("every: 1h"), at("2026-03-10 11:30:00"), now, at("2026-03-10 12:30:00")},
		{"every, missed often", job("every: 1h"), at("2026-03-01 11:30:00"), now, now},
		{"every, the clock was set back", job("every: 1h"), at("2026-03-20 11:30:00"), now, at("2026-03-10 13:00:00")},
		{"cron, never run", cron("0 6 * * *"), time.Time{}, now, at("2026-03-11 06:00:00")},
		{"cron, done today", cron("0 6 * * *"), at("2026-03-10 06:00:00"), now, at("2026-03-11 06:00:00")},
		{"cron, missed for days", cron("0 6 * * *"), at("2026-03-07 06:00:00"), now, now},
		{"cron, came up while it was waiting for its first time", cron("0 6 * * *"), time.Time{}, at("2026-03-10 05:59:00"), now},
		{"cron, the clock was set back", cron("0 6 * * *"), at("2026-03-20 06:00:00"), now, at("2026-03-11 06:00:00")},
		{"cron, weekdays", cron("0 6 * * 1-5"), at("2026-03-10 06:00:00"), now, at("2026-03-11 06:00:00")},
	} {
		if got := c.job.Next(c.last, c.since, now); !got.Equal(c.want) {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	// Six o'clock in Paris is another hour of the world after the clock has changed.
	j := cron("0 6 * * *")
	before := j.Next(at("2026-03-27 12:00:00"), now, at("2026-03-27 12:00:00"))
	after := j.Next(at("2026-03-28 12:00:00"), now, at("2026-03-28 12:00:00"))
	if after.Sub(before) != 23*time.Hour || after.In(paris).Hour() != 6 {
		t.Errorf("%s, then %s", before, after)
	}
}

func TestState(t *testing.T) {
	file := filepath.Join(t.TempDir(), "jobs.yaml")
	if s, err := Load(file); err != nil || !s.Of("a").Started.IsZero() {
		t.Errorf("%v, %v where nothing is", s, err)
	}
	if err := os.Mkdir(Folder(file), 0o755); err != nil {
		t.Fatal(err)
	}
	s, err := Load(file)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Now().Round(time.Millisecond)
	*s.Of("a") = Ran{Started: now, Finished: now, LastSuccess: now, Status: 3, Line: "x"}
	if err := s.Save(); err != nil {
		t.Fatal(err)
	}
	again, err := Load(file)
	if err != nil || !again.Of("a").Started.Equal(now) || again.Of("a").Line != "x" {
		t.Errorf("%+v, %v", again, err)
	}
	if err := os.WriteFile(s.path, []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(file); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("%v", err)
	}
}
