// The whole way in one process, Markdown bytes to CSV: its speed over sizes.

package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/pressoir/pressoir/extract"
	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/normalize"
	"github.com/pressoir/pressoir/output"
)

// markdownTable writes a release with one table of n rows, of the kind that
// converters make: blanks that carry on, stars, superscripts, a delimiter row.
func markdownTable(b *bytes.Buffer, n int) {
	b.WriteString("# Liste des lieux\n\nLes nouveaux lieux sont marqués d'un astérisque.\n\n")
	b.WriteString("| Région | Département | Nom du lieu |\n|---|---|---|\n")
	places := []struct{ region, department string }{
		{"Bretagne", "Finistère"},
		{"Bretagne", "Ille et Vilaine"},
		{"Grand Est", "Meurthe et Moselle"},
		{"Île-de-France", "Val d'Oise"},
		{"Occitanie", "Gard"},
	}
	last := ""
	for i := range n {
		p := places[i*len(places)/n]
		region := p.region
		if region == last {
			region = ""
		}
		last = p.region
		mark := ""
		if i%4 == 0 {
			mark = " *"
		}
		fmt.Fprintf(b, "| %s | %s | Maison des services numéro %d - Lyon 8 ^e Mermoz%s |\n", region, p.department, i, mark)
	}
}

// way is all that extract does, files left out.
func way(name string, data []byte, w io.Writer) error {
	doc, err := extract.Read(name, data, document.Options{})
	if err != nil {
		return err
	}
	res, err := normalize.Normalize(doc, normalize.Options{Consume: true})
	if err != nil {
		return err
	}
	return output.CSV(w, []*normalize.Result{res}, output.Options{})
}

// seedTable writes a release with the rows of the seed's table over and over, n
// of them: short names, each printed many times, half of them of places.
func seedTable(b *bytes.Buffer, n int, seed []byte) {
	const delimiter = "|---|---|---|\n"
	start := bytes.Index(seed, []byte(delimiter)) + len(delimiter)
	b.Write(seed[:start])
	var rows [][]byte
	for line := range bytes.Lines(seed[start:]) {
		if bytes.HasPrefix(line, []byte("|")) && len(bytes.Trim(line, "|- \n")) > 0 {
			rows = append(rows, line)
		}
	}
	for i := range n {
		b.Write(rows[i%len(rows)])
	}
}

func BenchmarkMarkdownToCSV(b *testing.B) {
	seed, err := os.ReadFile(filepath.Join(fixtures, "pimms", "seed-md", "source.md"))
	if err != nil {
		b.Fatal(err)
	}
	for _, kind := range []struct {
		name  string
		write func(b *bytes.Buffer, n int)
	}{
		{"", markdownTable},
		{"seed-", func(b *bytes.Buffer, n int) { seedTable(b, n, seed) }},
	} {
		for _, n := range []int{10_000, 100_000, 1_000_000} {
			b.Run(fmt.Sprintf("%srows=%d", kind.name, n), func(b *testing.B) {
				var src bytes.Buffer
				kind.write(&src, n)
				b.SetBytes(int64(src.Len()))
				b.ReportAllocs()
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				for b.Loop() {
					if err := way("rows.md", src.Bytes(), io.Discard); err != nil {
						b.Fatal(err)
					}
				}
				runtime.ReadMemStats(&after)
				b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(b.N*n), "B/row")
				b.ReportMetric(float64(src.Len())/float64(n), "input-B/row")
			})
		}
	}
}

func BenchmarkSeed(b *testing.B) {
	data, err := os.ReadFile(filepath.Join(fixtures, "pimms", "seed-txt", "source.txt"))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if err := way("source.txt", data, io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// TestSameBytes holds that two runs print the same, in CSV and JSON.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	sources, err := filepath.Glob(filepath.Join(fixtures, "*", "*", "source.*"))
	if err != nil || len(sources) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, source := range sources {
		once := written(t, output.JSON, resultOf(t, source))
		again := written(t, output.JSON, resultOf(t, source))
		if !bytes.Equal(once, again) {
			t.Errorf("%s: two runs, two outputs", source)
		}
	}
}
