// This file compares the rows of the documents of a folder in two runs: which were
// added, removed and changed.

package batch

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/batch/ledger"
	"github.com/pressoir/pressoir/output/schema"
)

// A Difference is what a document gave in the last run, against the run before that
// worked on it.
type Difference struct {
	Source  string    `json:"source"`
	State   string    `json:"state"` // new, changed, gone, failed
	Why     string    `json:"why,omitempty"`
	Came    []RowDiff `json:"came"`
	Went    []RowDiff `json:"went"`
	Changed []RowDiff `json:"changed"`
}

// A RowDiff is a row that was added, removed or changed.
type RowDiff struct {
	Table   int      `json:"table"` // in the newer result, if it is there
	Columns []string `json:"columns"`
	Values  []string `json:"values"`        // as they are now; of a row that went, as they were
	Was     []string `json:"was,omitempty"` // of a row that changed, in the same columns
}

// Diff compares the documents that the last run worked on or found gone. only is a
// source or a path of one document, "" for all. A document whose rows are the same is left
// out.
func Diff(out, only string) (_ []Difference, err error) {
	defer func() { err = ledger.Plain(LedgerPath(out), err) }()
	l, err := OpenLedger(out)
	if err != nil {
		return nil, err
	}
	defer l.Close()
	run, err := l.LastRun()
	if err != nil || run == nil {
		return nil, err
	}
	diffs := []Difference{}
	found := only == ""
	err = l.Each(func(e *ledger.Entry) error {
		if only != "" && e.Source != only && e.Path != only {
			return nil
		}
		found = true
		if e.Run != run.ID && e.GoneIn != run.ID {
			return nil
		}
		r, err := l.Results(e.Path)
		if err != nil {
			return err
		}
		d, err := difference(e, r, run.ID)
		if err != nil {
			return fmt.Errorf("%s: %w", e.Source, err)
		}
		if d.State != "changed" || len(d.Came)+len(d.Went)+len(d.Changed) > 0 {
			diffs = append(diffs, *d)
		}
		return nil
	})
	if err == nil && !found {
		err = fmt.Errorf("%s: no batch into %s has worked on it", only, out)
	}
	return diffs, err
}

func difference(e *ledger.Entry, r *ledger.Results, run int64) (*Difference, error) {
	d := &Difference{Source: e.Source, State: "changed", Came: []RowDiff{}, Went: []RowDiff{}, Changed: []RowDiff{}}
	var now, before *schema.Result
	var err error
	switch {
	case e.GoneIn == run:
		d.State = "gone"
		if r != nil {
			before, err = unpack(r.Now)
		}
	case e.Status == ledger.Failed:
		d.State, d.Why = "failed", e.Error
	case r != nil:
		if now, err = unpack(r.Now); err != nil {
			return nil, err
		}
		if before, err = unpack(r.Before); before == nil {
			d.State = "new"
		}
	}
	if err != nil {
		return nil, err
	}
	d.compare(before, now)
	return d, nil
}

// unpack returns a result that a worker packed, nil for none.
func unpack(packed []byte) (*schema.Result, error) {
	if len(packed) == 0 {
		return nil, nil
	}
	data, err := inflate(packed)
	if err != nil {
		return nil, err
	}
	var res schema.Result
	if err := json.Unmarshal(data, &res); err != nil {
		return nil, err
	}
	return &res, nil
}

// inflate returns the JSON of a result that a worker packed.
func inflate(packed []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// compare pairs the tables, then their rows. Tables are paired by name, the others by
// their order.
func (d *Difference) compare(before, now *schema.Result) {
	var old, new []schema.Table
	if before != nil {
		old = slices.Clone(before.Tables)
	}
	if now != nil {
		new = now.Tables
	}
	var rest []schema.Table
	for _, t := range new {
		i := slices.IndexFunc(old, func(o schema.Table) bool { return t.Name != "" && o.Name == t.Name })
		if i < 0 {
			rest = append(rest, t)
			continue
		}
		d.rows(&old[i], &t)
		old = slices.Delete(old, i, i+1)
	}
	for i := range max(len(old), len(rest)) {
		o, n := &schema.Table{}, &schema.Table{}
		if i < len(old) {
			o = &old[i]
		}
		if i < len(rest) {
			n = &rest[i]
		}
		d.rows(o, n)
	}
}

// rows pairs the rows of two tables: first those that are the same, then those with the
// same key. The others were added or removed.
func (d *Difference) rows(old, new *schema.Table) {
	columns := columnsOf(old, new)
	oldRows, newRows := pointers(old), pointers(new)
	_, oldRows, newRows = pair(oldRows, newRows, columns)
	pairs, went, came := pair(oldRows, newRows, keyColumns(old, new))
	for _, p := range pairs {
		d.Changed = append(d.Changed, RowDiff{Table: new.ID, Columns: columns, Values: valuesOf(p[1], columns), Was: valuesOf(p[0], columns)})
	}
	for _, r := range came {
		d.Came = append(d.Came, RowDiff{Table: new.ID, Columns: columns, Values: valuesOf(r, columns)})
	}
	for _, r := range went {
		d.Went = append(d.Went, RowDiff{Table: old.ID, Columns: columns, Values: valuesOf(r, columns)})
	}
}

func pointers(t *schema.Table) []*schema.Record {
	rows := make([]*schema.Record, len(t.Records))
	for i := range rows {
		rows[i] = &t.Records[i]
	}
	return rows
}

// pair pairs rows that are the same in some columns, in their order, and returns the
// others.
func pair(old, new []*schema.Record, columns []string) (pairs [][2]*schema.Record, oldLeft, newLeft []*schema.Record) {
	waiting := map[string][]*schema.Record{}
	for _, r := range old {
		k := rowText(r, columns)
		waiting[k] = append(waiting[k], r)
	}
	taken := map[*schema.Record]bool{}
	for _, r := range new {
		k := rowText(r, columns)
		if len(waiting[k]) == 0 {
			newLeft = append(newLeft, r)
			continue
		}
		o := waiting[k][0]
		waiting[k], taken[o] = waiting[k][1:], true
		pairs = append(pairs, [2]*schema.Record{o, r})
	}
	for _, r := range old {
		if !taken[r] {
			oldLeft = append(oldLeft, r)
		}
	}
	return pairs, oldLeft, newLeft
}

// columnsOf returns the columns of both tables, those of the newer first.
func columnsOf(old, new *schema.Table) (names []string) {
	for _, t := range []*schema.Table{new, old} {
		for i := range t.Columns {
			if !slices.Contains(names, t.Columns[i].Name) {
				names = append(names, t.Columns[i].Name)
			}
		}
	}
	return names
}

// keyColumns are the columns that say which row is which: the subject, the codes of
// places and the groups; all columns where there are none.
func keyColumns(old, new *schema.Table) (keys []string) {
	for _, name := range columnsOf(old, new) {
		if name == string(new.Subject) || name == string(old.Subject) ||
			strings.HasSuffix(name, "_code") || strings.HasPrefix(name, "section") || name == "commune" {
			keys = append(keys, name)
		}
	}
	if keys == nil {
		return columnsOf(old, new)
	}
	return keys
}

func valuesOf(r *schema.Record, columns []string) []string {
	values := make([]string, len(columns))
	for i, name := range columns {
		values[i] = valueText(r.Values[name])
	}
	return values
}

func rowText(r *schema.Record, columns []string) string {
	return strings.Join(valuesOf(r, columns), "\x00")
}

func valueText(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	}
	b, _ := json.Marshal(v) // it came from JSON
	return string(b)
}
