// SQLite: a database of records, documents, claims and findings.

package output

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"

	_ "modernc.org/sqlite" // the driver, in Go

	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/normalize/records"
)

// recordsTable is the table of a database that holds the records.
const recordsTable = "records"

// SQLite writes a database. Its table records has the rows that CSV writes; what CSV
// leaves out is in tables of its own, table_2 of one document, other_tables of many.
// The tables documents, claims and findings have the rest. Numbers are numbers, flags 1
// and 0, days text like 2020-10-14; a column with values of several types is text.
func SQLite(w io.Writer, docs []*normalize.Result, opt Options) error {
	if err := opt.check(docs); err != nil {
		return err
	}
	b, err := newDatabase(":memory:")
	if err != nil {
		return err
	}
	defer b.drop()
	if err := b.addSheet(recordsTable, newSheet(docs, opt)); err != nil {
		return err
	}
	if opt.Table == MainTable {
		if err := b.addOthers(docs, opt); err != nil {
			return err
		}
	}
	for _, t := range []*plainTable{documentsOf(docs), claimsOf(docs), findingsOf(docs)} {
		if err := b.addPlain(t); err != nil {
			return err
		}
	}
	return b.writeTo(w)
}

// addOthers adds the tables besides the main ones.
func (b *database) addOthers(docs []*normalize.Result, opt Options) error {
	return eachOther(docs, opt, len(docs) == 1 && !opt.Many, func(id int, s *sheet) error {
		if id == 0 {
			return b.addSheet("other_tables", s)
		}
		return b.addSheet("table_"+strconv.Itoa(id), s)
	})
}

// A database is one that is being written.
type database struct {
	db   *sql.DB
	conn *sql.Conn
}

// newDatabase makes a database in the file path, which must not be there, or in memory.
// Nothing is safe on the disk before Close.
func newDatabase(path string) (*database, error) {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return nil, err
	}
	conn, err := db.Conn(context.Background())
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	b := &database{db, conn}
	// What is being written is given its name when it is whole: it needs no journal.
	for _, text := range []string{"pragma journal_mode = off", "pragma synchronous = off", "begin"} {
		if err := b.exec(text); err != nil {
			b.drop()
			return nil, err
		}
	}
	return b, nil
}

func (b *database) exec(text string) error {
	_, err := b.conn.ExecContext(context.Background(), text)
	return err
}

// drop ends the work on the database, whole or not.
func (b *database) drop() { _ = errors.Join(b.conn.Close(), b.db.Close()) }

// writeTo writes a database that is in memory.
func (b *database) writeTo(w io.Writer) error {
	if err := b.exec("commit"); err != nil {
		return err
	}
	var data []byte
	err := b.conn.Raw(func(c any) (err error) {
		s, ok := c.(interface{ Serialize() ([]byte, error) })
		if !ok {
			return errors.New("this SQLite cannot hand over a database in memory")
		}
		data, err = s.Serialize()
		return err
	})
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// addSheet adds a table of records.
func (b *database) addSheet(name string, s *sheet) error {
	t, err := b.table(name, s.fields(typed))
	if err != nil {
		return err
	}
	if err := s.each(t.Write); err != nil {
		return err
	}
	return t.Close()
}

func (b *database) addPlain(p *plainTable) error {
	t, err := b.table(p.Name, p.Fields)
	if err != nil {
		return err
	}
	for _, row := range p.rows {
		if err := t.Write(row); err != nil {
			return err
		}
	}
	return t.Close()
}

// A sqliteTable is a table that is being filled.
type sqliteTable struct {
	fields []Field
	insert *sql.Stmt
	args   []any
}

// maxSQLiteColumns is how many columns SQLite takes in a table.
const maxSQLiteColumns = 2000

// table adds a table to the database.
func (b *database) table(name string, fields []Field) (*sqliteTable, error) {
	if len(fields) > maxSQLiteColumns {
		return nil, fmt.Errorf("%d columns; SQLite takes %d", len(fields), maxSQLiteColumns)
	}
	var columns, marks []string
	for i, column := range sqliteNames(fields) {
		columns = append(columns, column+" "+sqliteTypes[fields[i].Type])
		marks = append(marks, "?")
	}
	if err := b.exec("create table " + quoteName(name) + " (" + strings.Join(columns, ", ") + ")"); err != nil {
		return nil, err
	}
	insert, err := b.conn.PrepareContext(context.Background(), "insert into "+quoteName(name)+" values ("+strings.Join(marks, ", ")+")")
	return &sqliteTable{fields, insert, make([]any, len(fields))}, err
}

// sqliteTypes are declared types: with them SQLite compares numbers as numbers and
// leaves text as it is.
var sqliteTypes = map[records.Type]string{records.Number: "numeric", records.Flag: "boolean", records.Date: "text", records.Text: "text"}

// sqliteNames are the names of columns, quoted. SQLite takes A and a for the same.
func sqliteNames(fields []Field) []string {
	var lower, quoted []string
	for _, name := range namesOf(fields) {
		if slices.Contains(lower, strings.ToLower(name)) {
			name = FreeName(strings.ToLower(name), lower)
		}
		lower = append(lower, strings.ToLower(name))
		quoted = append(quoted, quoteName(name))
	}
	return quoted
}

func quoteName(name string) string { return `"` + strings.ReplaceAll(valid(name), `"`, `""`) + `"` }

func (t *sqliteTable) Write(row []Value) error {
	for j := range row {
		v, err := sqliteValue(t.fields[j].Type, row[j].Text)
		if err != nil {
			return fmt.Errorf("column %s: %w", t.fields[j].Name, err)
		}
		t.args[j] = v
	}
	_, err := t.insert.Exec(t.args...)
	return err
}

func (t *sqliteTable) Close() error { return t.insert.Close() }

func sqliteValue(t records.Type, text string) (driver.Value, error) {
	switch {
	case text == "":
		return nil, nil
	case t == records.Number:
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			return n, nil
		}
		return strconv.ParseFloat(text, 64)
	case t == records.Flag:
		b, err := strconv.ParseBool(text)
		if b {
			return int64(1), err
		}
		return int64(0), err
	}
	return valid(text), nil
}

// A sqliteRows is a database of one table that comes row by row.
type sqliteRows struct {
	*sqliteTable
	b *database
	w io.Writer // nil if the database is a file
}

func sqliteOf(w io.Writer, fields []Field, _ Options) (RowWriter, error) {
	return newSQLiteRows(":memory:", w, fields)
}

// sqliteFile is the one writer that opens its file itself: SQLite does.
func sqliteFile(path string, fields []Field, _ Options) (RowWriter, error) {
	return newSQLiteRows("file:"+(&url.URL{Path: path}).EscapedPath(), nil, fields)
}

func newSQLiteRows(name string, w io.Writer, fields []Field) (RowWriter, error) {
	b, err := newDatabase(name)
	if err != nil {
		return nil, err
	}
	t, err := b.table(recordsTable, fields)
	if err != nil {
		b.drop()
		return nil, err
	}
	return &sqliteRows{t, b, w}, nil
}

// Table adds a table.
func (r *sqliteRows) Table(name string, fields []Field) (RowWriter, error) {
	return r.b.table(name, fields)
}

func (r *sqliteRows) Close() error {
	defer r.b.drop()
	if err := r.sqliteTable.Close(); err != nil {
		return err
	}
	if r.w == nil {
		return r.b.exec("commit")
	}
	return r.b.writeTo(r.w)
}
