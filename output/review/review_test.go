// The page: what it links, and that nothing of a document runs in it.

package review

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"golang.org/x/net/html"
)

// pageOf reads a release and returns its page.
func pageOf(t *testing.T, name, text string, opt Options) string {
	t.Helper()
	doc, err := extract.Read(name, []byte(text), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	res, err := normalize.Normalize(doc, normalize.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Write(&b, res, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const release = `# Deux sites ouvrent

Paris, le 3 mars 2021. Trois sites ouvrent dans la Drôme et l'Isère.

| Département | Site |
|---|---|
| Drôme | Valence |
|  | Crest |
| Isère | Vienne |
`

// Every place that a row or a card points at is an element of the page.
func TestAnchorsResolve(t *testing.T) {
	page := pageOf(t, "a.md", release, Options{})
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if ids[m[1]] {
			t.Errorf("id %s is given twice", m[1])
		}
		ids[m[1]] = true
	}
	anchors := regexp.MustCompile(` data-(?:a|row)="([^"]+)"`).FindAllStringSubmatch(page, -1)
	if len(anchors) < 9 { // three rows and their six printed cells
		t.Errorf("%d anchors", len(anchors))
	}
	for _, m := range anchors {
		if !ids[m[1]] {
			t.Errorf("nothing has the id %s", m[1])
		}
	}
}

// The cell of a row points at the cell that prints it.
func TestCellsPointAtWhatIsPrinted(t *testing.T) {
	page := pageOf(t, "a.md", release, Options{})
	m := regexp.MustCompile(`data-a="(e\d+)"[^>]*>Crest</span>`).FindStringSubmatch(page)
	if m == nil {
		t.Fatal("no cell Crest that points anywhere")
	}
	if !strings.Contains(page, `<td id="`+m[1]+`">Crest</td>`) {
		t.Errorf("%s is not the printed cell", m[1])
	}
}

func TestPageInFrench(t *testing.T) {
	page := pageOf(t, "a.md", release, Options{Lang: "fr"})
	if !strings.Contains(page, `<html lang="fr">`) || !strings.Contains(page, "Chiffres annoncés") {
		t.Error("the page is not in French")
	}
	if err := Write(&bytes.Buffer{}, &normalize.Result{Document: &document.Document{}}, Options{Lang: "de"}); err == nil {
		t.Error("a language that the page does not have is no error")
	}
}

// Whatever a document says is text: no element, no attribute, no link of its own.
func TestHostileText(t *testing.T) {
	evil := `"'><script>alert(1)</script><img src=x onerror=alert(2)><a href="javascript:alert(3)">x</a></style><style>*{display:none}`
	text := "# Titre " + evil + "\n\nLes deux sites : " + evil + "\n\n| Site | Ville " + evil + " |\n|---|---|\n| A" + evil + " | Brest |\n| B | " + evil + " |\n\n- un " + evil + "\n- deux\n"
	page := pageOf(t, evil+".md", text, Options{})
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	inPage := regexp.MustCompile(`^#(claims|findings|table\d+)$`)
	scripts, styles := 0, 0
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script":
			scripts++
		case "style":
			styles++
		case "img", "iframe", "object", "embed", "link", "base", "form":
			t.Errorf("an element %s", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "href" && !inPage.MatchString(a.Val) || a.Key == "src" {
				t.Errorf("an attribute %s=%q of %s", a.Key, a.Val, n.Data)
			}
		}
	}
	if scripts != 1 || styles != 1 {
		t.Errorf("%d scripts and %d styles, want one of each", scripts, styles)
	}
}

// The policy allows the script and the style of the page, and nothing else.
func TestPolicy(t *testing.T) {
	page := pageOf(t, "a.html", `<p style="color:#a00000">rouge</p>`+"<p>Texte.</p>", Options{})
	inner := func(tag string) string {
		_, rest, _ := strings.Cut(page, "<"+tag+">")
		text, _, _ := strings.Cut(rest, "</"+tag+">")
		return text
	}
	m := regexp.MustCompile(`Content-Security-Policy" content="([^"]+)"`).FindStringSubmatch(page)
	if m == nil {
		t.Fatal("no policy")
	}
	policy := html.UnescapeString(m[1])
	for _, want := range []string{"default-src 'none'", "script-src '" + hashOf(inner("script")) + "'", "style-src '" + hashOf(inner("style")) + "'"} {
		if !strings.Contains(policy, want) {
			t.Errorf("policy %q lacks %q", policy, want)
		}
	}
	if !strings.Contains(inner("style"), ".ca00000{color:#a00000}") {
		t.Error("the printed colour has no class")
	}
}

func TestPictures(t *testing.T) {
	res := &normalize.Result{Document: &document.Document{Name: "a.pdf", Pages: []document.Page{{Number: 1, Width: 100, Height: 200}, {Number: 2, Width: 100, Height: 200}}}}
	var b bytes.Buffer
	if err := Write(&b, res, Options{Pictures: []Picture{{Page: 2, Type: "image/jpeg", Data: []byte("xyz")}}}); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	if !strings.Contains(page, `src="data:image/jpeg;base64,eHl6"`) || !strings.Contains(page, `id="page2"`) || strings.Contains(page, `id="page1"`) {
		t.Error("the picture of page 2 is not shown, or page 1 without one is")
	}
}

// Notes of one code stand together, what repeats after what is rare; each doubt alone.
func TestNotesStandInGroups(t *testing.T) {
	text := strings.Replace(release, "| Isère | Vienne |", "| Isère | Vienne |\n|  | Voiron |\n| Loire | Roanne |\n|  | Feurs |", 1)
	page := pageOf(t, "a.md", text, Options{})
	_, rest, found := strings.Cut(page, `<span lang="en">carried</span> <b>3</b></summary>`)
	if !found {
		t.Fatal("the three values carried down are no group")
	}
	group, _, _ := strings.Cut(rest, "</details>")
	if n := strings.Count(group, `<li class="card quiet"`); n != 3 {
		t.Errorf("the group has %d notes", n)
	}
	if !strings.Contains(page, `class="carried"`) || strings.Contains(page, `class="mended"`) {
		t.Error("a value carried down is shown like a repair")
	}
}

// A heading cell without text is no heading: it would head its column with nothing.
func TestEmptyHeading(t *testing.T) {
	page := pageOf(t, "a.html", "<table><tr><th></th><th>Site</th></tr><tr><th>Drôme</th><td>Crest</td></tr><tr><th>Isère</th><td>Vienne</td></tr></table>", Options{})
	if regexp.MustCompile(`<th[^>]*></th>`).MatchString(page) {
		t.Error("an empty heading")
	}
	if !regexp.MustCompile(`<th[^>]*>Site</th>`).MatchString(page) {
		t.Error("Site is no heading")
	}
}

func TestCountOfRecords(t *testing.T) {
	for want, got := range map[string]string{
		"0 ligne": french.Count(0), "1 ligne": french.Count(1), "2 lignes": french.Count(2),
		"0 records": english.Count(0), "1 record": english.Count(1), "2 records": english.Count(2),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
