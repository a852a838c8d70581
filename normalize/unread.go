// This file has the check of lists that a release announces and that did not become
// rows, and of releases without any list.

package normalize

import (
	"fmt"

	"github.com/pressoir/pressoir/normalize/records"
)

// checkUnread reports lists that are announced and were not read. If no row was read
// and nothing announces a list, it notes that.
func checkUnread(res *checked) (found []records.Finding) {
	any := false
	for _, t := range res.tables {
		for _, r := range t.Rows {
			any = any || r.Role == records.Data
		}
	}
	for _, e := range res.prose.Unread(res.facts) {
		f := records.Finding{Code: records.CodeListUnread, Level: records.Doubt, At: e.At}
		said := fmt.Sprintf("%q announces a list", beginning(e.Text))
		switch {
		case e.Picture:
			f.Why = said + "; there is a picture, and what it shows was not read"
		case e.Entries > 0:
			f.Why = fmt.Sprintf("%s; %d entries are printed below and none became a record", said, e.Entries)
		default:
			f.Why = said + "; none was found"
		}
		if found = append(found, f); len(found) == maxReports {
			break
		}
	}
	if len(found) > 0 || saysUnread(res.Findings) {
		return found
	}
	if at, n := res.prose.Seen(res.facts); n > 0 {
		return []records.Finding{{Code: records.CodeListUnread, Level: records.Doubt, At: at, Why: fmt.Sprintf("%d entries that begin here may be a list; none became a record", n)}}
	}
	if any {
		return nil
	}
	return []records.Finding{{Code: records.CodeNoRecords, Level: records.Noted, Why: "no record was read, and nothing announces a list or looks like one"}}
}

// saysUnread reports whether a doubt or a fault says already why there are no records.
func saysUnread(found []records.Finding) bool {
	for i := range found {
		if found[i].Level > records.Noted {
			return true
		}
	}
	return false
}
