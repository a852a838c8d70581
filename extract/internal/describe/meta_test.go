// Meta, parts, running lines, weekdays and language of whole documents.

package describe_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
)

func metaOf(t *testing.T, src string) *document.Document {
	t.Helper()
	doc, err := extract.Read("x.md", []byte(src), document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestMetaOfSeed(t *testing.T) {
	data, err := os.ReadFile("../../../fixtures/pimms/seed-txt/source.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"markdown", "text"} {
		t.Run(format, func(t *testing.T) { testMetaOfSeed(t, data, format) })
	}
}

func testMetaOfSeed(t *testing.T, data []byte, format string) {
	doc, err := extract.Read("seed", data, document.Options{Format: format})
	if err != nil {
		t.Fatal(err)
	}
	m := doc.Meta
	got := fmt.Sprintf("%s|%s|%s|%s|%s", m.Title.Text, m.Date.ISO, m.Place.Text, m.Issuer.Text, doc.Language)
	want := "13 PIMMS supplémentaires obtiennent la labellisation France Services|2020-10-14|Paris|Union nationale des PIMMS|fr"
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	var contact []string
	for _, c := range m.Contact {
		contact = append(contact, c.Text)
	}
	if got, want := strings.Join(contact, "|"), "Alexandre Carlier|Chargé de mission communication et relations institutionnelles|Union nationale des PIMMS|06 78 61 38 26|alexandre.carlier@pimms.org"; got != want {
		t.Errorf("contact: got %s\nwant %s", got, want)
	}
	if len(doc.Issues) > 0 {
		t.Errorf("issues: %v", doc.Issues)
	}
}

func TestDateAndPlace(t *testing.T) {
	prose := "\n\nLe réseau annonce aujourd'hui, après le comité du mercredi 30 septembre 2020, l'ouverture de dix nouveaux lieux dans toute la France, avec ses partenaires et les collectivités.\n"
	for _, test := range []struct{ src, want string }{
		{"Paris, le 14 octobre 2020" + prose, "2020-10-14 Paris"},
		{"Communiqué de presse – Saint-Denis, le 3 févr. 2021" + prose, "2021-02-03 Saint-Denis"},
		{"Communiqué de presse\nMardi 13 octobre 2020" + prose, "2020-10-13 "},
		{"# Titre long de ce communiqué\n\nPARIS, le 14 octobre 2020 – Le réseau annonce aujourd'hui l'ouverture de dix nouveaux lieux dans toute la France, avec ses partenaires, les collectivités et les associations qui les portent.\n", "2020-10-14 PARIS"},
		{"# Title of it\n\nNEW YORK, Feb. 5, 2021 (GLOBE NEWSWIRE) -- The company announced today that ten new sites will open in the country with the partners who carry them and their friends.\n", "2021-02-05 NEW YORK"},
		{"Titre" + prose, " "},
		{"# Titre" + prose + "\nFait à Lyon, le 2 mars 2021\n", "2021-03-02 Lyon"},
		{"Publié le 25/05/2021" + prose, "2021-05-25 "},
		{"Bilan de la promotion du 14 juillet 2015 en France" + prose, " "},
	} {
		m := metaOf(t, test.src).Meta
		if got := m.Date.ISO + " " + m.Place.Text; got != test.want {
			t.Errorf("%.60q: got %q, want %q", test.src, got, test.want)
		}
	}
}

func TestTitle(t *testing.T) {
	prose := "\n\nLe réseau annonce aujourd'hui l'ouverture de dix nouveaux lieux dans toute la France, avec ses partenaires, les collectivités et les associations qui les portent depuis longtemps.\n"
	for _, test := range []struct{ src, want string }{
		{"# COMMUNIQUÉ DE PRESSE\n\n## Dix lieux ouvrent" + prose, "Dix lieux ouvrent"},
		{"Ministère de la Cohésion des territoires\n\nCommuniqué de presse\n\nDix lieux ouvrent leurs portes" + prose, "Dix lieux ouvrent leurs portes"},
		{"Communiqué de presse : dix lieux ouvrent leurs portes" + prose, "dix lieux ouvrent leurs portes"},
		{"**Dix lieux ouvrent leurs portes**\n\nContact : presse@x.fr" + prose, "Dix lieux ouvrent leurs portes"},
		{"Communiqué de presse – 14 juillet 2015\nLa promotion de juillet\ncompte 544 décorés" + prose, "La promotion de juillet compte 544 décorés"},
		{"https://example.org/une-page-de-presse\n" + prose, ""},
	} {
		if got := metaOf(t, test.src).Meta.Title.Text; got != test.want {
			t.Errorf("%.60q: got %q, want %q", test.src, got, test.want)
		}
	}
}

func TestParts(t *testing.T) {
	src := `Paris, le 14 octobre 2020

# Dix lieux ouvrent leurs portes

Le réseau annonce aujourd'hui l'ouverture de dix nouveaux lieux dans toute la France, avec ses partenaires, les collectivités et les associations qui les portent depuis longtemps.

Suite.

## À propos du réseau

Il est né en 1998.

### Ses chiffres

- 68 adhérents

## Contacts presse

Jeanne Martin
01 02 03 04 05

## Annexe

| a |
|---|
| 1 |

1/2
`
	var got []string
	for _, b := range metaOf(t, src).Blocks {
		got = append(got, b.InPart().String())
	}
	want := "lead lead lead body boilerplate boilerplate boilerplate boilerplate contact contact body body footer"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

func TestProseIsNoPart(t *testing.T) {
	for _, src := range []string{
		"À propos de ce dossier, le ministre a dit qu'il fallait agir.\n",
		"Contacté par la presse, le maire se tait.\n",
		"About ten sites were opened.\n",
	} {
		for _, b := range metaOf(t, src).Blocks {
			if p := b.InPart(); p != document.Body && p != document.Lead {
				t.Errorf("%q is %v", src, p)
			}
		}
	}
}

func TestRunningLines(t *testing.T) {
	var b strings.Builder
	for page := 1; page <= 3; page++ {
		fmt.Fprintf(&b, "<!-- page %d -->\n\nRéseau des lieux – communiqué\n\nTexte %c de la page.\n\n%d\n\n", page, 'a'+page, page)
	}
	var got []string
	for _, b := range metaOf(t, b.String()).Blocks {
		got = append(got, b.InPart().String())
	}
	if want := "header body footer header body footer header body footer"; strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

// TestFiguresAtPageEdges cuts a column of figures by pages: its ends are no page numbers.
func TestFiguresAtPageEdges(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{"Kelso\n\n19\n\n37%\n\n<!-- page 2 -->\n\nHawick\n\n15\n\n28%\n", "body body body body body body"},
		{"Kelso\n\n9\n\n<!-- page 2 -->\n\nHawick\n\n7\n\n<!-- page 3 -->\n\nAyr\n\n3\n", "body body body body body body"},
		{"Kelso\n\nTown of Kelso\n\nDecision: none\n\n<!-- page 2 -->\n\nDecision: none\n\nTown of Ayr\n\nAyr\n", "body body body body body body"},
		{"Kelso\n\n46\n\n<!-- page 2 -->\n\nHawick\n\n47\n", "body footer body footer"},
	} {
		var got []string
		for _, b := range metaOf(t, "<!-- page 1 -->\n\n"+tt.src).Blocks {
			got = append(got, b.InPart().String())
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q: got %q, want %q", tt.src, strings.Join(got, " "), tt.want)
		}
	}
}

func TestWeekday(t *testing.T) {
	for _, test := range []struct {
		src  string
		want int
	}{
		{"Paris, mercredi 14 octobre 2020\n", 0},
		{"Paris, jeudi 14 octobre 2020\n", 1},
		{"Le comité s'est tenu le mardi 30 septembre 2020.\n", 1},
		{"Friday, February 5, 2021\n", 0},
	} {
		n := 0
		for _, is := range metaOf(t, test.src).Issues {
			if is.Code == "weekday" {
				n++
			}
		}
		if n != test.want {
			t.Errorf("%q: %d weekday issues, want %d", test.src, n, test.want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for src, want := range map[string]string{
		"Le réseau annonce que la France et les régions sont dans le projet.": "fr",
		"The network announces that the regions are in for the project.":      "en",
		"PIMMS 12": "",
	} {
		if got := metaOf(t, src).Language; got != want {
			t.Errorf("%q: %q, want %q", src, got, want)
		}
	}
}
