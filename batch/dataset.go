// This file makes one data set of what the ledger keeps of all documents.

package batch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pressoir/pressoir/batch/ledger"
	"github.com/pressoir/pressoir/batch/merge"
	"github.com/pressoir/pressoir/output"
)

// merge makes the data set, unless it is there and nothing has changed.
// The end of ctx ends it; the next run makes it.
func (r *run) merge(ctx context.Context) error {
	state, err := r.mergeState()
	if err != nil {
		return err
	}
	was, err := r.ledger.Noted(mergedNote)
	if err != nil {
		return err
	}
	noted, err := r.ledger.Noted(partsNote)
	if err != nil {
		return err
	}
	old := strings.FieldsFunc(noted, func(c rune) bool { return c == '\n' })
	if was == state && !slices.ContainsFunc(old, func(name string) bool { return !isFile(r.partPath(name)) }) {
		return nil
	}
	if noted == "" && len(r.cfg.Merge.PartitionBy) == 0 && isFile(r.cfg.Out) && !r.cfg.Force {
		return replaces(r.cfg.Out)
	}
	chosen, left, err := r.chooseResults()
	if err != nil {
		return err
	}
	set, err := merge.Scan(r.results(ctx, chosen), *r.cfg.Merge)
	if err != nil {
		return err
	}
	return r.writeSet(set, old, state, left)
}

// mergeState is a hash of all that decides about the data set besides the documents.
func (r *run) mergeState() (string, error) {
	m := r.cfg.Merge
	b, err := json.Marshal([]any{r.cfg.Version, m.Format, m.Output.Table, m.Output.Dialect, m.PartitionBy, m.Compare, m.Family, m.Key, m.Keys})
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:8]), err
}

// chooseResults chooses one document of those that have the same bytes, one that is there
// before one that is gone. It returns their paths, and how many are left out.
func (r *run) chooseResults() (chosen map[string]bool, left int, err error) {
	byBytes := map[string]string{}
	chosen = map[string]bool{}
	for _, gone := range []bool{false, true} {
		err = r.ledger.Each(func(e *ledger.Entry) error {
			if (e.GoneIn != 0) != gone || e.OutputsOf == "" {
				return nil
			}
			if _, ok := byBytes[e.OutputsOf]; ok {
				left++
				return nil
			}
			byBytes[e.OutputsOf] = e.Path
			chosen[e.Path] = true
			return nil
		})
		if err != nil {
			return nil, 0, err
		}
	}
	return chosen, left, nil
}

// results goes over what the documents gave, in the order of their sources.
func (r *run) results(ctx context.Context, chosen map[string]bool) merge.Each {
	return func(yield func([]byte) error) error {
		return r.ledger.Each(func(e *ledger.Entry) error {
			if ctx.Err() != nil || !chosen[e.Path] {
				return ctx.Err()
			}
			res, err := r.ledger.Results(e.Path)
			if err != nil || res == nil {
				return err
			}
			data, err := inflate(res.Now)
			if err == nil {
				err = yield(data)
			}
			if err != nil {
				return fmt.Errorf("%s: %w", e.Source, err)
			}
			return nil
		})
	}
}

// partPath is where the file of a part is.
func (r *run) partPath(name string) string {
	if len(r.cfg.Merge.PartitionBy) == 0 {
		return r.cfg.Out
	}
	return filepath.Join(r.cfg.Out, filepath.FromSlash(name))
}

// partFile is the name of a part's file, as it is noted.
func (r *run) partFile(part string) string {
	if part == "" {
		return filepath.Base(r.cfg.Out)
	}
	i := slices.IndexFunc(output.RowFormats(), func(f output.Format) bool { return f.Name == r.cfg.Merge.Format })
	return part + "/rows" + output.RowFormats()[i].Extensions[0]
}

// writeSet writes all files, then gives them their names, then removes those of parts
// that are no longer there. Whatever of it a crash prevents, the next run does.
func (r *run) writeSet(set *merge.Set, old []string, state string, left int) error {
	tmp := filepath.Join(r.folder.tmp, "merged")
	defer os.RemoveAll(tmp)
	if err := os.MkdirAll(tmp, 0o755); err != nil {
		return machine(tmp, err)
	}
	var names, made []string
	err := set.Write(func(part string) (io.WriteCloser, string, error) {
		path := filepath.Join(tmp, fmt.Sprint(len(made)))
		names, made = append(names, r.partFile(part)), append(made, path)
		f, err := os.Create(path)
		if err != nil {
			return nil, "", machine(path, err)
		}
		return synced{f}, path, nil
	})
	if err != nil {
		return err
	}
	all := slices.Concat(old, names)
	slices.Sort(all)
	if err := r.ledger.Note(partsNote, strings.Join(slices.Compact(all), "\n")); err != nil {
		return err
	}
	for i, name := range names {
		path := r.partPath(name)
		if err := r.folder.ensure(filepath.Dir(path)); err != nil {
			return machine(path, err)
		}
		if err := os.Rename(made[i], path); err != nil {
			return machine(path, err)
		}
	}
	for _, name := range old {
		if slices.Contains(names, name) {
			continue
		}
		if err := r.folder.remove([]string{name}); err != nil {
			return err
		}
	}
	if err := r.ledger.Note(partsNote, strings.Join(names, "\n")); err != nil {
		return err
	}
	if err := r.ledger.Note(mergedNote, state); err != nil {
		return err
	}
	r.sayMerged(set, len(names), left)
	return nil
}

func (r *run) sayMerged(set *merge.Set, files, left int) {
	text := fmt.Sprintf("%s: %d rows of %d documents, %d columns", r.cfg.Out, set.Rows, set.Documents, len(set.Fields))
	if len(r.cfg.Merge.PartitionBy) > 0 {
		text += fmt.Sprintf(", in %d files", files)
	}
	if left > 0 {
		text += fmt.Sprintf("; left out, since they have the bytes of another: %d", left)
	}
	r.notice("%s", text)
	for _, note := range set.Notes {
		r.warn(note)
	}
}

// synced is a file that is on the disk when it is closed.
type synced struct{ *os.File }

func (s synced) Close() error { return errors.Join(s.Sync(), s.File.Close()) }

func isFile(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular() || err != nil && !errors.Is(err, fs.ErrNotExist)
}
