// Which lines that name a place are heads, and which are members called so.

package lists

import "strings"

// acceptHeads tells heads from members that are called like a department. A
// bare name of both kinds (Vienne, Paris) is a head only in the form that the
// other heads have.
func acceptHeads(ls []shaped) []bool {
	type form struct {
		kind              lineKind
		depth             int
		bold, caps, colon bool
	}
	formOf := func(s *shaped) form {
		t := strings.TrimSpace(s.text)
		return form{s.line.kind, s.depth, s.bold, t == strings.ToUpper(t), strings.HasSuffix(t, ":")}
	}
	sure := map[form]bool{}
	n, members := 0, map[form]bool{}
	for i := range ls {
		switch {
		case ls[i].kind != headShape:
			members[formOf(&ls[i])] = true
		case !ls[i].head.commune || !ls[i].head.plain || ls[i].line.kind == headingLine:
			sure[formOf(&ls[i])] = true
			n++
		}
	}
	ok := make([]bool, len(ls))
	for i := range ls {
		if ls[i].kind != headShape {
			continue
		}
		h, f := &ls[i].head, formOf(&ls[i])
		follows := i+1 < len(ls) // by something that can stand below it
		switch {
		case !h.plain || ls[i].line.kind == headingLine:
			ok[i] = true
		case !h.commune:
			ok[i] = follows
			if ls[i].line.kind == itemLine && members[f] && i+1 < len(ls) && ls[i+1].depth <= ls[i].depth && n <= 1 {
				ok[i] = false // one bullet of many that happens to be called so
			}
		default:
			ok[i] = follows && sure[f] && (!members[f] || !sameAsNeighbours(ls, i)) || follows && n == 0 && !members[f] && ls[i+1].kind != headShape
		}
	}
	dept := ""
	for i := range ls {
		if !ok[i] {
			continue
		}
		if h := &ls[i].head; h.commune && h.plain && ls[i].line.kind != headingLine && dept != "" && isMember(ls, ok, i, dept) {
			ok[i] = false
			continue
		}
		if h := &ls[i].head; h.level == departmentLevel {
			dept = h.code
		} else if h.level == regionLevel {
			dept = ""
		}
	}
	return ok
}

// isMember reports whether a name of both kinds is rather a commune of the
// department in force: it lies there, and the line below it does not lie in the
// department of that name.
func isMember(ls []shaped, ok []bool, i int, dept string) bool {
	if !isCommune(ls[i].text, "", dept) {
		return false
	}
	if i+1 >= len(ls) || ok[i+1] || ls[i+1].kind == groupsShape {
		return true
	}
	next := ls[i+1].text
	if ls[i+1].kind == enumShape {
		next, _, _ = strings.Cut(next, ",")
	}
	return !isCommune(next, "", ls[i].head.code)
}

// sameAsNeighbours reports whether the lines around i are members of one line
// each, among which a head would look no different.
func sameAsNeighbours(ls []shaped, i int) bool {
	return i > 0 && ls[i-1].kind == headShape && !ls[i-1].head.commune || i+1 < len(ls) && ls[i+1].kind == headShape
}
