// This file does a whole document in a worker: it is read, mended and written.

package worker

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/extract/pdf"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/profile"
	"github.com/pressoir/pressoir/normalize/records"
	"github.com/pressoir/pressoir/output"
)

// Work is what the workers of a pool do with a document after reading it.
type Work struct {
	Skip     []string // passes and checks not to run
	Profiles [][]byte // YAML
	Choose   bool     // follow the first profile that recognises the document, not the only one
	Formats  []string // names of output.Formats

	Table      int // as in output.Options
	Provenance bool
	Dialect    string
}

// Done is the outcome of a document.
type Done struct {
	Files    []File
	Records  int
	New      int       // records that are marked as new
	Doubts   int       // findings and claims that a person should look at
	Findings []Finding // each code and level once, in the order of the document
	Accusing bool      // a claim is contradicted
	Said     []string  // where values could not be written as they are, for people
	Result   []byte    // the whole result as JSON, packed by gzip
}

// A File is an output of a document.
type File struct {
	Suffix    string // of the name, before the extension: "-table2"
	Extension string // with the dot
	Data      []byte
}

// A Finding says that there are some of a code.
type Finding struct {
	Code  string
	Level records.Level
}

// finished is the answer for work.
type finished struct {
	Done *Done
	Err  string
	Kind int // as in answer
	Last bool
}

// Do has a document read, mended and written by a worker, as Config.Work says. It
// fails as Read does; the timeout is for all of it.
func (p *Pool) Do(ctx context.Context, name string, data []byte, opt document.Options) (*Done, error) {
	if dir := p.cfg.CacheDir; extract.Isolate(name, data, opt) && !pdf.Prepared(dir) && pdf.CanCache(dir) {
		p.starting.Lock() // one worker compiles the engine, the others wait
		defer p.starting.Unlock()
	}
	return served(ctx, p, request{name, opt}, data, (*process).work)
}

// work has one document worked on. keep says whether the worker may serve another.
func (w *process) work(ctx context.Context, q request, data []byte, timeout time.Duration) (done *Done, keep bool, err error) {
	f, keep, err := w.ask(ctx, q, data, timeout)
	if err != nil {
		return nil, keep, err
	}
	var a finished
	switch f.kind {
	case kindFinished:
	case kindFailure:
		return nil, false, fmt.Errorf("%s: %s", q.Name, f.data)
	default:
		return nil, false, fmt.Errorf("%s: the worker sent %q for an answer", q.Name, f.kind)
	}
	if err := w.link.value(f.data, &a); err != nil {
		return nil, false, fmt.Errorf("%s: %w", q.Name, err)
	}
	if a.Done == nil {
		return nil, !a.Last, remoteError{a.Err, knownErrors[min(max(a.Kind, 0), len(knownErrors)-1)]}
	}
	return a.Done, !a.Last, nil
}

// A labourer does Work in a worker.
type labourer struct {
	work     Work
	profiles []*profile.Profile
	formats  []output.Format
	read     func(name string, data []byte, opt document.Options) (*document.Document, error)
}

func newLabourer(work Work, do tasks) (*labourer, error) {
	l := &labourer{work: work, read: do.read}
	for _, source := range work.Profiles {
		p, err := profile.Parse(source)
		if err != nil {
			return nil, err
		}
		l.profiles = append(l.profiles, p)
	}
	for _, name := range work.Formats {
		for _, f := range output.Formats() {
			if f.Name == name {
				l.formats = append(l.formats, f)
			}
		}
	}
	if len(l.formats) != len(work.Formats) {
		return nil, fmt.Errorf("formats %q: one is not known", work.Formats)
	}
	return l, nil
}

// do is the whole way.
func (l *labourer) do(name string, data []byte, opt document.Options) (*Done, error) {
	second := opt.SecondReader
	opt.SecondReader = false
	doc, err := l.read(name, data, opt)
	if err != nil {
		return nil, err
	}
	if second {
		doc.Issues = append(doc.Issues, secondReading(doc, data, opt)...)
	}
	res, err := normalize.Normalize(doc, normalize.Options{Skip: l.work.Skip, Profile: l.profileOf(doc)})
	if err != nil {
		return nil, err
	}
	return l.write(res)
}

// secondReading is bounded in time: what loops on is left to itself until the
// worker ends.
func secondReading(doc *document.Document, data []byte, opt document.Options) []document.Issue {
	found := make(chan []document.Issue, 1)
	go func() {
		issues, err := guard(doc.Name, func() ([]document.Issue, error) { return pdf.SecondReading(doc, data, opt), nil })
		if err != nil {
			issues = []document.Issue{pdf.NoSecondReading(err.Error())}
		}
		found <- issues
	}()
	select {
	case issues := <-found:
		return issues
	case <-time.After(doubtTimeout):
		return []document.Issue{pdf.NoSecondReading(fmt.Sprintf("it took longer than %s", plain(doubtTimeout)))}
	}
}

func (l *labourer) profileOf(doc *document.Document) *profile.Profile {
	switch {
	case l.work.Choose:
		return profile.Choose(doc, l.profiles)
	case len(l.profiles) == 1:
		return l.profiles[0]
	}
	return nil
}

func (l *labourer) write(res *normalize.Result) (*Done, error) {
	d := &Done{}
	opt := output.Options{Table: l.work.Table, Provenance: l.work.Provenance, Dialect: l.work.Dialect}
	opt.Report = func(text string) { d.Said = append(d.Said, text) }
	if opt.Table > 0 && len(output.Chosen(res, opt)) == 0 {
		return nil, fmt.Errorf("%s: %w", res.Document.Name, output.NoTable(opt.Table, len(res.Tables)))
	}
	docs := []*normalize.Result{res}
	for i := range l.formats {
		f := &l.formats[i]
		for _, part := range output.Parts(res, f, opt) {
			var b bytes.Buffer
			if err := f.Write(&b, docs, part.Options); err != nil {
				return nil, err
			}
			d.Files = append(d.Files, File{part.Suffix, f.Extensions[0], b.Bytes()})
		}
	}
	d.count(res)
	var err error
	d.Result, err = pack(docs)
	return d, err
}

// pack is the whole result of a document, in little room.
func pack(docs []*normalize.Result) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		return nil, err
	}
	err = errors.Join(output.JSON(z, docs, output.Options{Table: output.AllTables}), z.Close())
	return b.Bytes(), err
}

// count counts what users ask for first.
func (d *Done) count(res *normalize.Result) {
	for _, t := range res.Tables {
		d.Records += output.CountRecords(t)
		col := t.Col("new")
		if col < 0 {
			continue
		}
		for _, r := range t.Rows {
			if r.Role == records.Data && r.Text(col) == "true" {
				d.New++
			}
		}
	}
	seen := map[Finding]bool{}
	for i := range res.Findings {
		f := Finding{res.Findings[i].Code, res.Findings[i].Level}
		if f.Level >= records.Doubt {
			d.Doubts++
		}
		if !seen[f] {
			seen[f] = true
			d.Findings = append(d.Findings, f)
		}
	}
	for i := range res.Claims {
		if res.Claims[i].Accuses() {
			d.Doubts++
			d.Accusing = true
		}
	}
}
