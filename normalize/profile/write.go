// Texts in the drafts of profiles: YAML reads them as they are printed.

package profile

import (
	"bytes"
	"encoding/json"
	"path"
	"regexp"
	"strings"

	"github.com/pressoir/pressoir/internal/fold"
)

var (
	plainYAML  = regexp.MustCompile(`^\p{L}[\p{L}\p{N} _.'’()/%°€-]*$`)
	notInNames = regexp.MustCompile(`[^a-z0-9]+`)
)

// YAMLText returns s as YAML reads it back: bare where nothing in it has a meaning,
// otherwise between double quotes as in JSON.
func YAMLText(s string) string {
	switch strings.ToLower(s) {
	case "true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf":
	default:
		if plainYAML.MatchString(s) && !strings.HasSuffix(s, " ") {
			return s
		}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		return `""` // a string is always JSON
	}
	return strings.TrimSpace(b.String())
}

// YAMLList returns texts as a list of YAML on one line.
func YAMLList(texts []string) string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = YAMLText(OneLine(s))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// maxDraftLine is the largest length of a printed text that a draft quotes, in bytes.
const maxDraftLine = 300

// OneLine returns s on one line, without what a comment or a terminal trips over.
func OneLine(s string) string {
	s = strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff {
			return ' '
		}
		return r
	}, s)), " ")
	if len(s) > maxDraftLine {
		s = strings.ToValidUTF8(s[:maxDraftLine], "")
	}
	return s
}

// FamilyOf returns a name for the profile of a document's family, made of the
// document's name.
func FamilyOf(name string) string {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	base = strings.TrimSuffix(base, path.Ext(base))
	s := strings.Trim(notInNames.ReplaceAllString(strings.ReplaceAll(fold.Words(base), " ", "-"), "-"), "-")
	if len(s) > 40 {
		s = strings.Trim(s[:40], "-")
	}
	if s == "" {
		return "my-family"
	}
	return s
}
