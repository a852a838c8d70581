// This file keeps the ledger in a SQLite file.

package ledger

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	_ "modernc.org/sqlite" // the driver, in Go
)

// schemaVersion is the version of the tables below: PRAGMA user_version.
const schemaVersion = 1

const schema = `
create table document (
	path text primary key, source text not null, place text not null,
	sha256 text not null, size integer not null, stamp text not null,
	options text not null, version text not null,
	status text not null, error text not null, outputs blob not null, outputs_of text not null,
	records integer not null, new integer not null, doubts integer not null,
	seconds real not null, finished integer not null, run integer not null, gone_in integer not null
) without rowid;
create index document_sha256 on document (sha256);
create index document_source on document (source);
create table result (path text primary key, run integer not null, now blob not null, before blob);
create table run (
	id integer primary key, started integer not null, finished integer not null,
	version text not null, folder text not null, inputs blob not null, list text not null
);
create table leftover (path text primary key) without rowid;
create table note (key text primary key, value text not null) without rowid;
pragma user_version = 1;
`

const columns = `path, source, place, sha256, size, stamp, options, version, status, error, outputs, outputs_of,
	records, new, doubts, seconds, finished, run, gone_in`

type sqliteLedger struct {
	db                     *sql.DB
	get, withBytes, result *sql.Stmt
}

// Open opens the ledger that is the file path, and makes it if it is not there.
// With readOnly it must be there, and may be in use.
func Open(path string, readOnly bool) (Ledger, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(abs)}
	q := url.Values{"_pragma": {"busy_timeout(10000)"}}
	if readOnly {
		q.Set("mode", "ro")
	} else {
		// FULL: what Commit has returned from survives a power cut, too.
		q["_pragma"] = append(q["_pragma"], "journal_mode(WAL)", "synchronous(FULL)")
		q.Set("_txlock", "immediate")
	}
	u.RawQuery = q.Encode()
	l, err := openURL(u, readOnly)
	if err != nil && readOnly && settled(abs) {
		// A folder that nobody can write has no room for the file that readers and
		// writers share; where nobody writes, it is not needed.
		q.Set("immutable", "1")
		u.RawQuery = q.Encode()
		l, err = openURL(u, readOnly)
	}
	if err != nil {
		if plain := Plain(path, err); plain != err {
			return nil, plain
		}
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return l, nil
}

// settled reports whether nothing of a ledger waits in SQLite's log beside it.
func settled(path string) bool {
	info, err := os.Stat(path + "-wal")
	return errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0
}

func openURL(u url.URL, readOnly bool) (Ledger, error) {
	db, err := sql.Open("sqlite", u.String())
	if err != nil {
		return nil, err
	}
	l := &sqliteLedger{db: db}
	if err := l.prepare(readOnly); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return l, nil
}

func (l *sqliteLedger) prepare(readOnly bool) error {
	var version int
	if err := l.db.QueryRow("pragma user_version").Scan(&version); err != nil {
		return err
	}
	switch {
	case version > schemaVersion:
		return fmt.Errorf("it was made by a newer version of Pressoir")
	case version == 0 && readOnly:
		return errors.New("not a ledger")
	case version == 0:
		if err := l.transact(func(tx *sql.Tx) error { _, err := tx.Exec(schema); return err }); err != nil {
			return err
		}
	}
	for _, s := range []struct {
		stmt **sql.Stmt
		text string
	}{
		{&l.get, "select " + columns + " from document where path = ?"},
		{&l.withBytes, "select " + columns + " from document where sha256 = ? order by source"},
		{&l.result, "select now, before, run from result where path = ?"},
	} {
		var err error
		if *s.stmt, err = l.db.Prepare(s.text); err != nil {
			return err
		}
	}
	return nil
}

func (l *sqliteLedger) Close() error { return l.db.Close() }

func (l *sqliteLedger) transact(f func(tx *sql.Tx) error) error {
	tx, err := l.db.Begin()
	if err != nil {
		return err
	}
	if err := f(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

func scan(row interface{ Scan(...any) error }) (*Entry, error) {
	var e Entry
	var outputs []byte
	var finished int64
	err := row.Scan(&e.Path, &e.Source, &e.Place, &e.SHA256, &e.Size, &e.Stamp, &e.Options, &e.Version, &e.Status, &e.Error, &outputs, &e.OutputsOf,
		&e.Records, &e.New, &e.Doubts, &e.Seconds, &finished, &e.Run, &e.GoneIn)
	if err != nil {
		return nil, err
	}
	e.Finished = fromMillis(finished)
	e.Outputs = split(outputs)
	return &e, nil
}

// Times are kept in milliseconds since 1970, 0 for none.
func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func fromMillis(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.UnixMilli(n)
}

// Lists of names are kept with a NUL after each: names need not be UTF-8, so JSON
// would change some.
func join(list []string) []byte {
	b := []byte{}
	for _, s := range list {
		b = append(append(b, s...), 0)
	}
	return b
}

func split(b []byte) (list []string) {
	for len(b) > 0 {
		name, rest, _ := bytes.Cut(b, []byte{0})
		list, b = append(list, string(name)), rest
	}
	return list
}

func (l *sqliteLedger) Get(path string) (*Entry, error) {
	e, err := scan(l.get.QueryRow(path))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return e, err
}

func (l *sqliteLedger) WithBytes(sha256 string) (all []Entry, err error) {
	rows, err := l.withBytes.Query(sha256)
	if err != nil {
		return nil, err
	}
	return all, each(rows, func(e *Entry) error {
		all = append(all, *e)
		return nil
	})
}

func (l *sqliteLedger) Each(f func(*Entry) error) error {
	rows, err := l.db.Query("select " + columns + " from document order by source, path")
	if err != nil {
		return err
	}
	return each(rows, f)
}

func each(rows *sql.Rows, f func(*Entry) error) error {
	defer rows.Close()
	for rows.Next() {
		e, err := scan(rows)
		if err != nil {
			return err
		}
		if err := f(e); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (l *sqliteLedger) Results(path string) (*Results, error) {
	var r Results
	err := l.result.QueryRow(path).Scan(&r.Now, &r.Before, &r.Run)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return &r, err
}

func (l *sqliteLedger) Begin(run *Run) error {
	r, err := l.db.Exec("insert into run (started, finished, version, folder, inputs, list) values (?, 0, ?, ?, ?, ?)",
		millis(run.Started), run.Version, run.Folder, join(run.Inputs), run.List)
	if err != nil {
		return err
	}
	run.ID, err = r.LastInsertId()
	return err
}

func (l *sqliteLedger) End(id int64, at time.Time) error {
	_, err := l.db.Exec("update run set finished = ? where id = ?", millis(at), id)
	return err
}

func (l *sqliteLedger) LastRun() (*Run, error) {
	var r Run
	var started, finished int64
	var inputs []byte
	err := l.db.QueryRow("select id, started, finished, version, folder, inputs, list from run order by id desc limit 1").
		Scan(&r.ID, &started, &finished, &r.Version, &r.Folder, &inputs, &r.List)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	r.Started, r.Finished = fromMillis(started), fromMillis(finished)
	r.Inputs = split(inputs)
	return &r, nil
}

func (l *sqliteLedger) Commit(changes []Change) error {
	return l.transact(func(tx *sql.Tx) error {
		for i := range changes {
			if err := commit(tx, &changes[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

func commit(tx *sql.Tx, c *Change) error {
	e := &c.Entry
	_, err := tx.Exec("insert or replace into document ("+columns+") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		e.Path, e.Source, e.Place, e.SHA256, e.Size, e.Stamp, e.Options, e.Version, e.Status, e.Error, join(e.Outputs), e.OutputsOf,
		e.Records, e.New, e.Doubts, e.Seconds, millis(e.Finished), e.Run, e.GoneIn)
	if err != nil {
		return err
	}
	if c.Result != nil {
		// The result of before is that of an earlier run, not one of this run.
		_, err := tx.Exec(`insert into result (path, run, now) values (?1, ?2, ?3)
			on conflict (path) do update set before = iif(run < ?2, now, before), run = ?2, now = ?3`, e.Path, e.Run, c.Result)
		if err != nil {
			return err
		}
	}
	if err := leave(tx, c.Drop); err != nil {
		return err
	}
	for _, p := range e.Outputs {
		if _, err := tx.Exec("delete from leftover where path = ?", p); err != nil {
			return err
		}
	}
	return nil
}

func (l *sqliteLedger) Remove(paths []string) error {
	return l.transact(func(tx *sql.Tx) error {
		for _, p := range paths {
			if err := remove(tx, p); err != nil {
				return err
			}
		}
		return nil
	})
}

func remove(tx *sql.Tx, path string) error {
	var outputs []byte
	err := tx.QueryRow("select outputs from document where path = ?", path).Scan(&outputs)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := leave(tx, split(outputs)); err != nil {
		return err
	}
	for _, text := range []string{"delete from document where path = ?", "delete from result where path = ?"} {
		if _, err := tx.Exec(text, path); err != nil {
			return err
		}
	}
	return nil
}

// leave notes outputs that are no longer made.
func leave(tx *sql.Tx, outputs []string) error {
	for _, p := range outputs {
		if _, err := tx.Exec("insert or ignore into leftover (path) values (?)", p); err != nil {
			return err
		}
	}
	return nil
}

func (l *sqliteLedger) Leftovers() (paths []string, err error) {
	rows, err := l.db.Query("select path from leftover order by path")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var p string
		if err := rows.Scan(&p); err != nil {
			return nil, err
		}
		paths = append(paths, p)
	}
	return paths, rows.Err()
}

func (l *sqliteLedger) Cleared(paths []string) error {
	return l.transact(func(tx *sql.Tx) error {
		for _, p := range paths {
			if _, err := tx.Exec("delete from leftover where path = ?", p); err != nil {
				return err
			}
		}
		return nil
	})
}

func (l *sqliteLedger) Note(key, value string) error {
	_, err := l.db.Exec("insert or replace into note (key, value) values (?, ?)", key, value)
	return err
}

func (l *sqliteLedger) Noted(key string) (value string, err error) {
	err = l.db.QueryRow("select value from note where key = ?", key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, err
}
