//go:build unix

// The speed of the whole way over kinds of documents, none of whose rows is like
// the others: cost must not depend on what the rows say.

package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// benchedBytes is the size of each document, in bytes: large enough that what a
// document costs only once is less than 1 % of the time.
const benchedBytes = 4 << 20

// maxMembers is the largest number of pieces in a document: of more lines outside of
// tables no list is read, so that a longer one would be fast for nothing.
const maxMembers = 90_000

// A speaker makes up what rows and sentences say, the same from run to run.
type speaker struct {
	rand   *rand.Rand
	places []gazetteer.Commune
}

func newSpeaker() *speaker {
	s := &speaker{rand: rand.New(rand.NewPCG(1, 2))}
	for code := 1000; code < 96000; code += 10 {
		s.places = append(s.places, gazetteer.CommunesOfPostalCode(fmt.Sprintf("%05d", code))...)
	}
	return s
}

func (s *speaker) place() gazetteer.Commune { return s.places[s.rand.IntN(len(s.places))] }

func (s *speaker) of(words string) string {
	all := strings.Fields(words)
	return strings.ReplaceAll(all[s.rand.IntN(len(all))], "_", " ")
}

// name is of two to eight words, as of an association or a site.
func (s *speaker) name() string {
	name := s.of("Maison Pôle Centre Atelier Relais Espace Association Coopérative Réseau Jardin Point Les_amis Théâtre") + " " +
		s.of("solidaire des_services du_numérique de_l'emploi des_arts de_la_forêt d'insertion rural citoyen pour_tous") + " " + s.place().Name
	if s.rand.IntN(3) == 0 {
		name += " (" + s.of("porté_par_la_ville antenne provisoire ex-lycée site_2 CCAS") + ")"
	}
	return name
}

func (s *speaker) words(n int) string {
	all := make([]string, n)
	for i := range all {
		all[i] = s.of("le la les un des dans pour avec sur par projet service élus travaux soutien habitants culture énergie qui permet accompagne construit rénove nouvelle ancien programme équipe jeunes quartier mobilité eau bois école atelier local durable")
	}
	return strings.Join(all, " ")
}

// figure is a number in French form, whole or with a decimal.
func (s *speaker) figure() string {
	switch n := s.rand.IntN(2_000_000); s.rand.IntN(4) {
	case 0:
		return fmt.Sprintf("%d,%d", n%1000, n%10)
	case 1:
		return fmt.Sprint(n % 1000)
	case 2:
		return fmt.Sprintf("%d %03d", n/1000%900+1, n%1000)
	default:
		return fmt.Sprintf("%d %03d,%02d", n/1000%900+1, n%1000, n%100)
	}
}

// A benched kind is one form of document: what begins it, what ends it, and a piece
// of it over and over, a row or a paragraph.
type benchedKind struct {
	name, file string
	head, tail string
	piece      func(s *speaker, i int) []string
	write      func(b *bytes.Buffer, cells []string)
}

func writePipes(b *bytes.Buffer, cells []string) {
	b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

func writeHTML(b *bytes.Buffer, cells []string) {
	b.WriteString("<tr><td>" + strings.Join(cells, "</td><td>") + "</td></tr>\n")
}

// writeColumns writes cells in columns that suit the longest.
func writeColumns(widths ...int) func(b *bytes.Buffer, cells []string) {
	return func(b *bytes.Buffer, cells []string) {
		var row strings.Builder
		for i, cell := range cells {
			fmt.Fprintf(&row, "%-*s", widths[i], cell)
		}
		b.WriteString(strings.TrimRight(row.String(), " ") + "\n")
	}
}

func writeLine(b *bytes.Buffer, cells []string) { b.WriteString(cells[0] + "\n") }

// carried is a table with its region and department in the first row of a group.
func carried() func(s *speaker, i int) []string {
	left, region, department := 0, "", ""
	return func(s *speaker, i int) []string {
		row := []string{"", "", s.name()}
		if left--; left < 0 || i == 0 {
			left = 1 + s.rand.IntN(12)
			department = gazetteerDepartment(s.place().Code).Name
			row[1] = department
			d, _ := gazetteer.DepartmentNamed(department)
			if r := gazetteer.RegionOf(d).Name; r != region {
				region, row[0] = r, r
			}
		}
		return row
	}
}

func gazetteerDepartment(commune string) gazetteer.Department {
	d, ok := gazetteer.DepartmentByCode(commune[:2])
	if !ok {
		d, _ = gazetteer.DepartmentByCode("01")
	}
	return d
}

func stars(s *speaker, _ int) []string {
	p := s.place()
	d := gazetteerDepartment(p.Code)
	return []string{gazetteer.RegionOf(d).Name, d.Name, s.name() + s.of("_ _ _ _* * _ _**")}
}

func placed(s *speaker, _ int) []string {
	p := s.place()
	d := gazetteerDepartment(p.Code)
	return []string{gazetteer.RegionOf(d).Name, d.Name, p.Name, s.name()}
}

func coded(s *speaker, i int) []string {
	p := s.place()
	return []string{p.Code, p.Code[:2] + fmt.Sprintf("%03d", s.rand.IntN(99)*10), fmt.Sprintf("%09d %05d", 300_000_000+s.rand.IntN(99_999_999), i%99_999), s.name()}
}

func texts(s *speaker, _ int) []string {
	return []string{s.name(), s.words(3 + s.rand.IntN(12)), s.of("Anne Paul Jeanne Louis Inès Hugo") + " " + s.of("Martin Petit Le_Goff Durand-Roux Garcia"), s.words(1 + s.rand.IntN(3))}
}

func figures(s *speaker, _ int) []string {
	return []string{
		s.name(), s.figure() + " €", s.figure(), fmt.Sprintf("%d,%d %%", s.rand.IntN(100), s.rand.IntN(10)),
		fmt.Sprintf("%02d/%02d/20%02d", 1+s.rand.IntN(28), 1+s.rand.IntN(12), 10+s.rand.IntN(14)),
	}
}

func wide(s *speaker, _ int) []string {
	row := []string{s.name()}
	for range 29 {
		row = append(row, s.figure())
	}
	return row
}

func paragraph(s *speaker, _ int) []string {
	var sentences []string
	for range 2 + s.rand.IntN(5) {
		w := s.words(6 + s.rand.IntN(20))
		switch s.rand.IntN(5) {
		case 0:
			p := s.place()
			w += " à " + p.Name + " (" + gazetteerDepartment(p.Code).Name + "), " + s.words(4)
		case 1:
			w += ", soit " + s.figure() + " " + s.of("projets euros habitants lauréats") + " en " + fmt.Sprint(1990+s.rand.IntN(35))
		}
		sentences = append(sentences, strings.ToUpper(w[:1])+w[1:]+".")
	}
	return []string{strings.Join(sentences, " ") + "\n"}
}

func member(s *speaker, _ int) []string {
	p := s.place()
	return []string{"- " + s.name() + " (" + gazetteerDepartment(p.Code).Name + ")"}
}

func plainMember(s *speaker, _ int) []string { return []string{"- " + s.name()} }

func grouped(s *speaker, i int) []string {
	if i%12 == 0 && i < maxMembers/2 {
		return []string{"\n### " + gazetteerDepartment(s.place().Code).Name + "\n\n- " + s.name()}
	}
	return []string{"- " + s.name()}
}

func pipeHead(names ...string) string {
	return "# Les lauréats de l'année\n\nLes nouveaux lieux sont marqués d'un astérisque (*).\n\n| " +
		strings.Join(names, " | ") + " |\n" + strings.Repeat("|---", len(names)) + "|\n"
}

func htmlHead(names ...string) string {
	return "<html><body><h1>Les lauréats de l'année</h1><p>Les nouveaux lieux sont marqués d'un astérisque (*).</p><table><tr><th>" +
		strings.Join(names, "</th><th>") + "</th></tr>\n"
}

func columnsHead(widths []int, names ...string) string {
	var b bytes.Buffer
	b.WriteString("Les lauréats de l'année\n\nLes nouveaux lieux sont marqués d'un astérisque (*).\n\n")
	writeColumns(widths...)(&b, names)
	return b.String()
}

func benchedKinds() []benchedKind {
	years := make([]string, 29)
	for i := range years {
		years[i] = fmt.Sprint(1995 + i)
	}
	const listHead = "# Les lauréats de l'année\n\nLa liste des lauréats :\n\n"
	of3, of5 := []int{28, 28, 70}, []int{76, 18, 16, 12, 12}
	return []benchedKind{
		{name: "md-carried", file: "a.md", head: pipeHead("Région", "Département", "Nom du lieu"), piece: carried(), write: writePipes},
		{name: "md-stars", file: "a.md", head: pipeHead("Région", "Département", "Nom du lieu"), piece: stars, write: writePipes},
		{name: "md-places", file: "a.md", head: pipeHead("Région", "Département", "Commune", "Nom du lieu"), piece: placed, write: writePipes},
		{name: "md-codes", file: "a.md", head: pipeHead("Code INSEE", "Code postal", "SIRET", "Nom du lieu"), piece: coded, write: writePipes},
		{name: "md-texts", file: "a.md", head: pipeHead("Structure", "Description du projet", "Responsable", "Thème"), piece: texts, write: writePipes},
		{name: "md-figures", file: "a.md", head: pipeHead("Structure", "Subvention", "Effectif", "Part", "Date de signature"), piece: figures, write: writePipes},
		{name: "md-wide", file: "a.md", head: pipeHead(append([]string{"Structure"}, years...)...), piece: wide, write: writePipes},
		{name: "md-prose", file: "a.md", head: "# Les lauréats de l'année\n\n", piece: paragraph, write: writeLine},
		{name: "md-list", file: "a.md", head: listHead, piece: plainMember, write: writeLine},
		{name: "md-list-departments", file: "a.md", head: listHead, piece: member, write: writeLine},
		{name: "md-list-grouped", file: "a.md", head: listHead, piece: grouped, write: writeLine},
		{name: "txt-carried", file: "a.txt", head: columnsHead(of3, "Région", "Département", "Nom du lieu"), piece: carried(), write: writeColumns(of3...)},
		{name: "txt-stars", file: "a.txt", head: columnsHead(of3, "Région", "Département", "Nom du lieu"), piece: stars, write: writeColumns(of3...)},
		{
			name: "txt-figures", file: "a.txt", piece: figures, write: writeColumns(of5...),
			head: columnsHead(of5, "Structure", "Subvention", "Effectif", "Part", "Date"),
		},
		{name: "txt-prose", file: "a.txt", head: "Les lauréats de l'année\n\n", piece: paragraph, write: writeLine},
		{name: "txt-list", file: "a.txt", head: "Les lauréats de l'année\n\nLa liste des lauréats :\n\n", piece: plainMember, write: writeLine},
		{
			name: "html-carried", file: "a.html", head: htmlHead("Région", "Département", "Nom du lieu"), piece: carried(), write: writeHTML,
			tail: "</table></body></html>",
		},
		{
			name: "html-figures", file: "a.html", head: htmlHead("Structure", "Subvention", "Effectif", "Part", "Date de signature"), piece: figures, write: writeHTML,
			tail: "</table></body></html>",
		},
		{
			name: "html-list", file: "a.html", head: "<html><body><h1>Les lauréats</h1><p>La liste des lauréats :</p><ul>", tail: "</ul></body></html>",
			piece: func(s *speaker, _ int) []string { return []string{"<li>" + s.name() + "</li>"} }, write: writeLine,
		},
	}
}

// source writes size bytes of the kind.
func (k *benchedKind) source(size int) []byte {
	s := newSpeaker()
	var b bytes.Buffer
	b.WriteString(k.head)
	for i := 0; b.Len() < size && i < maxMembers; i++ {
		k.write(&b, k.piece(s, i))
	}
	b.WriteString(k.tail)
	return b.Bytes()
}

// processorTime is what the process has used so far, in user mode: on a machine that
// others use, what a clock on the wall says is mostly theirs.
func processorTime() time.Duration {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		return 0
	}
	return time.Duration(use.Utime.Nano())
}

// BenchmarkKinds reports, beside the time that passed, MB for each second of
// processor time ("cpuMB/s"), the collector's included.
func BenchmarkKinds(b *testing.B) {
	kinds := benchedKinds()
	for i := range kinds {
		b.Run(kinds[i].name, func(b *testing.B) {
			src := kinds[i].source(benchedBytes)
			b.SetBytes(int64(len(src)))
			before := processorTime()
			for b.Loop() {
				if err := way(kinds[i].file, src, io.Discard); err != nil {
					b.Fatal(err)
				}
			}
			used := processorTime() - before
			b.ReportMetric(float64(len(src)*b.N)/1e6/used.Seconds(), "cpuMB/s")
		})
	}
}
