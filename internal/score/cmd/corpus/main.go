// Command corpus writes the documents that ship for scoring.
//
//	corpus FOLDER          text, Markdown, HTML and truth
//	corpus -pdf FOLDER     the PDFs too; it needs chromium, soffice and weasyprint
//
// A PDF is printed again only if its page has changed: pages.txt in the folder
// holds the checksums of the pages, and a test holds it to the recipes.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/pressoir/pressoir/internal/score/corpus"
)

func main() {
	pdf := flag.Bool("pdf", false, "print the PDFs whose pages have changed")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: corpus [-pdf] FOLDER")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *pdf); err != nil {
		fmt.Fprintln(os.Stderr, "corpus:", err)
		os.Exit(1)
	}
}

// made is how the files of a release are called: nothing else is ever removed.
var made = regexp.MustCompile(`^[a-z-]+-\d\d\.(truth\.json|txt|md|html|[a-z]+\.pdf)$`)

func run(dir string, pdf bool) error {
	files, pages, err := corpus.Generate()
	if err != nil {
		return err
	}
	wanted := map[string]bool{}
	for _, f := range files {
		wanted[f.Name] = true
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o644); err != nil {
			return err
		}
	}
	for _, p := range pages {
		wanted[p.Name] = true
	}
	if pdf {
		if err := printPages(dir, pages); err != nil {
			return err
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries { // of recipes that are no more
		if made.MatchString(e.Name()) && !wanted[e.Name()] {
			if err := os.Remove(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// printPages prints the pages that have changed, and writes the checksums of all.
func printPages(dir string, pages []corpus.File) error {
	known := map[string]string{}
	if data, err := os.ReadFile(filepath.Join(dir, corpus.PagesFile)); err == nil {
		for line := range strings.Lines(string(data)) {
			if sum, name, ok := strings.Cut(strings.TrimSpace(line), "  "); ok {
				known[name] = sum
			}
		}
	}
	work, err := os.MkdirTemp("", "corpus")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	changed := map[string][]string{} // identifiers of releases, by producer
	for _, p := range pages {
		sum := sha256.Sum256(p.Data)
		if _, err := os.Stat(filepath.Join(dir, p.Name)); err == nil && known[p.Name] == hex.EncodeToString(sum[:]) {
			continue
		}
		id, producer, _ := strings.Cut(strings.TrimSuffix(p.Name, ".pdf"), ".")
		if err := os.WriteFile(filepath.Join(work, id+".html"), p.Data, 0o644); err != nil {
			return err
		}
		changed[producer] = append(changed[producer], id)
	}
	for producer, ids := range changed {
		if err := produce(producer, work, ids); err != nil {
			return fmt.Errorf("%s: %w", producer, err)
		}
		for _, id := range ids {
			data, err := os.ReadFile(filepath.Join(work, id+".pdf"))
			if err != nil {
				return err
			}
			if err := os.WriteFile(filepath.Join(dir, id+"."+producer+".pdf"), data, 0o644); err != nil {
				return err
			}
		}
		fmt.Printf("%s: %d printed\n", producer, len(ids))
	}
	return os.WriteFile(filepath.Join(dir, corpus.PagesFile), corpus.Checksums(pages), 0o644)
}

// produce prints the pages ID.html in the folder work as ID.pdf. LibreOffice takes
// them in one call, since each start costs seconds.
func produce(producer, work string, ids []string) error {
	var calls [][]string
	office := []string{"soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", work}
	for _, id := range ids {
		page := filepath.Join(work, id+".html")
		printed := filepath.Join(work, id+".pdf")
		switch producer {
		case "chromium":
			calls = append(calls, []string{"chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=" + printed, "file://" + page})
		case "weasyprint":
			calls = append(calls, []string{"weasyprint", page, printed})
		case "libreoffice":
			office = append(office, page)
			calls = [][]string{office}
		default:
			return fmt.Errorf("no producer is called %q", producer)
		}
	}
	for _, call := range calls {
		if out, err := exec.Command(call[0], call[1:]...).CombinedOutput(); err != nil {
			return fmt.Errorf("%w: %s", err, out)
		}
	}
	return nil
}
