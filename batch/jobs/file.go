// This file is what a file of jobs may say.

package jobs

import (
	_ "embed"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/robfig/cron/v3"
)

//go:embed jobs.schema.json
var schema []byte

// Schema returns the JSON Schema of a file of jobs, for editors.
func Schema() []byte { return slices.Clone(schema) }

// A File is a file of jobs.
type File struct {
	Jobs []Job `yaml:"jobs"`
}

// A Job is a batch that runs again and again. Paths are relative to the folder of the
// file; what has a flag of batch means the same.
type Job struct {
	Name string `yaml:"name"`

	Inputs   []string  `yaml:"inputs"` // files, folders, patterns, archives, addresses
	Feeds    []string  `yaml:"feeds"`
	Listings []Listing `yaml:"listings"`

	Output      string   `yaml:"output"`
	Formats     []string `yaml:"formats"`
	Table       string   `yaml:"table"`
	Dialect     string   `yaml:"dialect"`
	Provenance  bool     `yaml:"provenance"`
	Merge       bool     `yaml:"merge"`
	PartitionBy []string `yaml:"partition_by"`
	Family      string   `yaml:"family"`
	Key         []string `yaml:"key"`
	Prune       bool     `yaml:"prune"`

	Profiles []string `yaml:"profiles"`
	Skip     []string `yaml:"skip"` // passes and checks

	Every    Span   `yaml:"every"`
	Cron     string `yaml:"cron"`
	TimeZone string `yaml:"time_zone"` // of cron; "" is the machine's

	AtOnce bool `yaml:"at_once"` // run, too, when a file comes or changes in a folder of inputs

	Timeout  Span   `yaml:"timeout"`
	MaxInput string `yaml:"max_input"`
	Parallel int    `yaml:"parallel"` // documents at the same time

	AllowPrivate bool `yaml:"allow_private"`
	Refresh      Span `yaml:"refresh"`
	Delay        Span `yaml:"delay"`

	OnNew     []string `yaml:"on_new"`     // program and arguments, after a run that did a document
	OnFailure []string `yaml:"on_failure"` // after a run in which a document failed, or that could not go on

	schedule cron.Schedule
}

// A Span is a time like 15m or 1h30m, as it is written.
type Span string

// Duration is how long that is; 0 for none, and for one that Parse refuses.
func (s Span) Duration() time.Duration {
	d, _ := time.ParseDuration(string(s))
	return d
}

// A Listing is a page that lists documents.
type Listing struct {
	URL   string `yaml:"url"`
	Links string `yaml:"links"` // CSS selector
}

// Named returns a job, nil if there is none of that name.
func (f *File) Named(name string) *Job {
	for i := range f.Jobs {
		if f.Jobs[i].Name == name {
			return &f.Jobs[i]
		}
	}
	return nil
}

// maxFile is the largest file of jobs, in bytes; a long one has some kilobytes.
const maxFile = 1 << 20

// minEvery is the least time between two runs: a mistake in the unit must not keep a
// machine busy.
const minEvery = time.Second

// Parse reads a file of jobs. name is what mistakes are reported under, one a line with
// its place and the line as written.
func Parse(name string, data []byte) (f *File, err error) {
	defer func() {
		if v := recover(); v != nil { // a fault in the YAML library must not be ours
			f, err = nil, fmt.Errorf("%s: no YAML that can be read: %v", name, v)
		}
	}()
	if len(data) > maxFile {
		return nil, fmt.Errorf("%s: larger than %d bytes", name, maxFile)
	}
	f = &File{}
	if err := yaml.UnmarshalWithOptions(data, f, yaml.Strict()); err != nil {
		var se yaml.Error
		if errors.As(err, &se) && se.GetToken() != nil {
			p := se.GetToken().Position
			return nil, errors.New(place(name, data, p.Line, p.Column, se.GetMessage()))
		}
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	tree, err := parser.ParseBytes(data, 0)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	c := &checker{name: name, data: data, tree: tree}
	c.file(f)
	if len(c.mistakes) > 0 {
		return nil, errors.New(strings.Join(c.mistakes, "\n"))
	}
	return f, nil
}

// place formats a mistake as compilers do, with the line below it.
func place(name string, data []byte, line, column int, why string) string {
	lines := strings.Split(string(data), "\n")
	text := fmt.Sprintf("%s:%d:%d: %s", name, line, column, why)
	if line >= 1 && line <= len(lines) {
		text += fmt.Sprintf("\n  | %s\n  | %s^", lines[line-1], strings.Repeat(" ", max(0, column-1)))
	}
	return text
}

// A checker gathers the mistakes that YAML does not see.
type checker struct {
	name     string
	data     []byte
	tree     *ast.File
	mistakes []string
}

// fail reports a mistake at the node that path names, or above it.
func (c *checker) fail(path, format string, args ...any) {
	line, column := 1, 1
	for at := path; at != ""; {
		if p, err := yaml.PathString(at); err == nil {
			if n, err := p.FilterFile(c.tree); err == nil && n != nil {
				line, column = n.GetToken().Position.Line, n.GetToken().Position.Column
				break
			}
		}
		at = at[:max(0, strings.LastIndexAny(at, ".["))]
	}
	c.mistakes = append(c.mistakes, place(c.name, c.data, line, column, fmt.Sprintf(format, args...)))
}

var jobName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$`)

func (c *checker) file(f *File) {
	if len(f.Jobs) == 0 {
		c.fail("$", "no jobs; want a list under jobs")
	}
	names, outputs := map[string]bool{}, map[string]bool{}
	for i := range f.Jobs {
		j, at := &f.Jobs[i], fmt.Sprintf("$.jobs[%d]", i)
		switch {
		case !jobName.MatchString(j.Name):
			c.fail(at+".name", "a job needs a name of letters, figures, - and _")
		case names[j.Name]:
			c.fail(at+".name", "there are two jobs called %s", j.Name)
		}
		names[j.Name] = true
		out := strings.TrimRight(j.Output, "/")
		switch {
		case out == "" || out == "-":
			c.fail(at+".output", "job %s: where to? output is a folder, with merge a file", j.Name)
		case outputs[out]:
			c.fail(at+".output", "two jobs write to %s", j.Output)
		}
		outputs[out] = true
		c.job(j, at)
	}
}

func (c *checker) job(j *Job, at string) {
	if len(j.Inputs)+len(j.Feeds)+len(j.Listings) == 0 {
		c.fail(at, "job %s: from where? give inputs, feeds or listings", j.Name)
	}
	for k := range j.Inputs {
		if j.Inputs[k] == "-" || j.Inputs[k] == "" {
			c.fail(fmt.Sprintf("%s.inputs[%d]", at, k), "a job cannot read standard input")
		}
	}
	for k := range j.Listings {
		if j.Listings[k].URL == "" {
			c.fail(fmt.Sprintf("%s.listings[%d]", at, k), "a listing needs a url")
		}
	}
	for key, span := range map[string]Span{"every": j.Every, "timeout": j.Timeout, "refresh": j.Refresh, "delay": j.Delay} {
		if d, err := time.ParseDuration(string(span)); span != "" && (err != nil || d < 0) {
			c.fail(at+"."+key, "%s: want a time like 30s, 15m or 24h", span)
			return
		}
	}
	switch {
	case (j.Every != "") == (j.Cron != ""):
		c.fail(at, "job %s: when? give every (15m) or cron (0 6 * * 1-5), one of them", j.Name)
	case j.Cron == "" && j.Every.Duration() < minEvery:
		c.fail(at+".every", "every %s: want at least %s", j.Every, minEvery)
	}
	if j.TimeZone != "" && j.Cron == "" {
		c.fail(at+".time_zone", "time_zone is for cron")
	}
	if j.Cron == "" {
		return
	}
	spec := j.Cron
	if j.TimeZone != "" {
		if _, err := time.LoadLocation(j.TimeZone); err != nil {
			c.fail(at+".time_zone", "%s is no time zone; want one like Europe/Paris", j.TimeZone)
			return
		}
		spec = "CRON_TZ=" + j.TimeZone + " " + spec
	}
	var err error
	if j.schedule, err = cron.ParseStandard(spec); err != nil {
		c.fail(at+".cron", "%s: %v", j.Cron, err)
	} else if j.schedule.Next(time.Now()).IsZero() {
		c.fail(at+".cron", "%s: that never comes", j.Cron)
	}
}
