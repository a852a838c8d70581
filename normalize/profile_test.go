// Profiles: mistakes are told with line and column.

package normalize

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/normalize/profile"
)

func profileOf(t testing.TB, text string) *profile.Profile {
	t.Helper()
	p, err := profile.Parse([]byte(text))
	if err != nil {
		t.Fatalf("profile: %v", err)
	}
	return p
}

func TestParseProfileMistakes(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"unknown key", "name: a\ncolums:\n  - name: b\n", "p.yaml:2:1: unknown key \"colums\"; did you mean \"columns\"?\n  | colums:\n  | ^"},
		{"unknown key inside", "name: a\ncolumns:\n  - name: b\n    titels: [B]\n", `p.yaml:4:5: unknown key "titels"; did you mean "titles"?`},
		{"nothing like it", "name: a\nxyzzy: 1\n", `p.yaml:2:1: unknown key "xyzzy"` + "\n"},
		{"twice", "name: a\nname: b\n", `p.yaml:2:1: mapping key "name" already defined`},
		{"empty", "", "p.yaml: the profile is empty"},
		{"comments only", "# nothing\n", "p.yaml: the profile is empty"},
		{"no name", "columns: []\n", "p.yaml:1:1: the profile has no name"},
		{"bad name", "name: My Family\n", `p.yaml:1:7: "My Family" is no name of a profile`},
		{"list for map", "- a\n", "p.yaml:1:1: found a list; want a map of keys"},
		{"value for list", "name: a\ncolumns: 3\n", "p.yaml:2:10: found a value; want a list"},
		{"map for words", "name: a\ncolumns:\n  - name: b\n    titles: {x: y}\n", "p.yaml:4:13: found a map of keys; want a text or a list of texts"},
		{"flag", "name: a\ncolumns:\n  - name: b\n    carry: maybe\n", `p.yaml:4:12: "maybe" is not what this key takes; want true or false`},
		{"type", "name: a\ncolumns:\n  - name: b\n    type: numbr\n", `p.yaml:4:11: "numbr" is none of text, integer, number, money, date, flag, postal_code, siret, email, phone, region, department, commune, code; did you mean "number"?`},
		{"fixed type", "name: a\ncolumns:\n  - {name: region, type: date}\n", "the column region holds region"},
		{"column name", "name: a\ncolumns:\n  - name: Nom du Lieu\n", `want lower-case letters, figures and _, like "nom_du_lieu"`},
		{"same column", "name: a\ncolumns:\n  - name: b\n  - name: b\n", `p.yaml:4:11: there is a column "b" above`},
		{"within nothing", "name: a\ncolumns:\n  - {name: b, within: regoin}\n  - name: region\n", `did you mean "region"?`},
		{"within itself", "name: a\ncolumns:\n  - {name: b, within: c}\n  - {name: c, within: b}\n", "b is within itself"},
		{"unit", "name: a\ncolumns:\n  - {name: b, unit: EUR}\n", "only a column of type money has a unit"},
		{"mark of nothing", "name: a\nmarks:\n  - means: new\n", "p.yaml:3:5: a mark without a sign"},
		{"mark without means", "name: a\nmarks:\n  - sign: '*'\n", "a mark without means"},
		{"mark of values", "name: a\nmarks:\n  - {sign: '*', means: region}\n", `"region" is a column of values`},
		{"hue", "name: a\nmarks:\n  - {fill: yelow, means: new}\n", `did you mean "yellow"?`},
		{"star unquoted", "name: a\nmarks:\n  - sign: *\n    means: new\n", "p.yaml:3:"},
		{"alias", "name: &a x\ndescription: *a\n", "p.yaml:1:7: anchors and aliases have no meaning"},
		{"tag", "name: !!str x\n", "p.yaml:1:7: tags have no meaning"},
		{"two documents", "name: a\n---\nname: b\n", "a second document"},
		{"expression", "name: a\nskip: /(/\n", "p.yaml:2:7: /(/ is no regular expression: missing closing )"},
		{"long expression", "name: a\nskip: /" + strings.Repeat("a", 300) + "/\n", "a pattern of 302 bytes; at most 200"},
		{"no letters", "name: a\nskip: '--'\n", `"--" has no letters or figures`},
		{"claim kind", "name: a\nclaims:\n  - kind: totl\n", `did you mean "total"?`},
		{"too deep", "name: " + strings.Repeat("[", 50), "nested too deep"},
		{"dashes", strings.Repeat("- ", 50), "nested too deep"},
		{"too long", "name: a\n#" + strings.Repeat("x", 70000), "a profile has at most 65536 bytes"},
		{"binary", "name: a\x00", "not a text file"},
		{"headings", "name: a\nheadings: some\n", `"some" is none of none`},
		{"several", "name: A\ncolumns:\n  - name: B\n", "p.yaml:3:11:"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, err := profile.Parse([]byte(c.in))
			if err == nil || p != nil {
				t.Fatalf("taken: %+v", p)
			}
			es, ok := err.(profile.Mistakes)
			if !ok || len(es) == 0 {
				t.Fatalf("%T: %v", err, err)
			}
			if got := es.In("p.yaml") + "\n"; !strings.Contains(got, c.want) {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// Words stay as they are written: a code keeps its zero, "no" is no flag.
func TestParseProfileWords(t *testing.T) {
	p := profileOf(t, "name: a\ncolumns:\n  - name: b\n    allowed: [01, 2A, no, 1.0, \"x: y\", ~x]\n    missing: n.d.\nskip:\n  - Source\n  - /^Page \\d+$/\n")
	if got := strings.Join(p.Columns[0].Allowed, "|"); got != "01|2A|no|1.0|x: y|~x" {
		t.Errorf("allowed: %s", got)
	}
	if !p.Columns[0].Missing.Has("N.D.") || p.Columns[0].Missing.Has("nd.") {
		t.Errorf("missing: %q", p.Columns[0].Missing)
	}
	for text, want := range map[string]bool{"SOURCE : ministère": true, "Ressource": false, "Page 12": true, "Pages 12": false} {
		if got := p.Skips(text) != nil; got != want {
			t.Errorf("skips %q: %v", text, got)
		}
	}
}

func FuzzParseProfile(f *testing.F) {
	for _, s := range []string{
		"name: a\ncolumns:\n  - {name: b, titles: [B, C], type: money, unit: EUR, within: b}\n",
		"name: a\nmarks:\n  - {sign: '*', word: neuf, fill: any, means: new}\nskip: [/a+/, b]\n",
		"a: &a [x,x]\nb: &b [*a,*a]\nname: *b\n",
		"? [a]\n: b\n", "name: |\n  a\n", "- - - x", "[[[[", "{a: {b: {c", "name: \"\\x00\"", "%YAML 1.2\n---\nname: a", "<<: {a: b}",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := profile.Parse(data)
		if (p == nil) == (err == nil) {
			t.Fatalf("%v, %v", p, err)
		}
		if err != nil {
			if _, ok := err.(profile.Mistakes); !ok || err.Error() == "" {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		// What is taken can be used.
		doc := docOf(paragraph("* nouveaux"), grid("Région|Ville|Nom\nBretagne|Brest|A *\n||B\nTotal|2|"))
		res := normalized(doc, Options{Profile: p})
		for _, f := range res.Findings {
			if f.Code == "internal" {
				t.Errorf("%s\n%s", f.Why, data)
			}
		}
	})
}

// A draft moves no cell: what it says of types are those by which rows that slid
// are put right without it too.
func TestDraftMovesNothing(t *testing.T) {
	lines := "Poste|Lieu-dit|Effectif|Remarque|Rang"
	for i := range 12 {
		lines += "\nP" + string(rune('a'+i)) + "|Le Val|1" + string(rune('0'+i%10)) + "0|remarque|7"
	}
	doc := docOf(grid(lines + "\nPx|200|note b|3|"))
	res := normalized(doc, Options{})
	with := normalized(doc, Options{Profile: profileOf(t, string(DraftProfile(res, res.Tables[0])))})
	for _, r := range [...]*Result{res, with} {
		want(t, strings.Split(show(r.Tables[0], "name effectif remarque"), "\n")[12], "Px|200|note b")
	}
}
