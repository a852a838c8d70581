// Own heads: names of groups that only the caller knows, from its profile of a
// family of releases.

package lists

import "strings"

// ownHead reads a line as the name of a group that the caller knows, with or
// without a count: "Pays de Retz (2)".
func ownHead(text string, facts Facts) (head, bool) {
	if !facts.NamesGroups() || len(text) > maxHead {
		return head{}, false
	}
	all := span{0, len(text)}
	h := head{at: all, name: trimSpan(text, all)}
	for h.name.to > h.name.from && strings.IndexByte(":.*", text[h.name.to-1]) >= 0 {
		h.name.to--
		h.name = trimSpan(text, h.name)
	}
	column, ok := facts.GroupColumn(h.name.of(text))
	if !ok {
		name, number, counted := cutNumber(text, h.name)
		if !counted {
			return head{}, false
		}
		if column, ok = facts.GroupColumn(name.of(text)); !ok {
			return head{}, false
		}
		h.number, h.hasNumber, h.numberText, h.name = number, true, h.name.of(text), name
	}
	switch column {
	case columnNames[colRegion]:
		h.level = regionLevel
	case columnNames[colDepartment]:
		h.level = departmentLevel
	}
	h.own = column
	return h, true
}
