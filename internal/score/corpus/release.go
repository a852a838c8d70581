// The model of a release: blocks that write themselves in three formats.

package corpus

import (
	"strings"

	"github.com/pressoir/pressoir/internal/score"
)

// A release is a press release before it has a format.
type release struct {
	id      string
	formats []string
	truth   score.Truth

	title   string
	issuer  string // without its article
	the     string // with its article, as in a sentence
	dated   string // "Rennes, le 4 mai 2023"
	lead    []string
	body    []block
	tail    []string
	about   string
	contact []string
	style   style
}

// A style is what an office chooses once for all its releases.
type style struct {
	width  int    // of lines of text; 0 breaks none
	bullet string // of lists in text
	under  byte   // sign that underlines headings of text, 0 for none
	web    bool   // the HTML is a page with menus and a footer, not a print
}

// A block is a piece of a release.
type block interface {
	text(w *strings.Builder, s *style)
	markdown(w *strings.Builder)
	html(w *strings.Builder)
}

type (
	para    string
	heading struct {
		level int
		words string
	}
	bullets struct {
		items   []string
		ordered bool
	}
	// lines are set apart by the author: an address, a list without bullets.
	lines []string
	// verse is lines with a blank line after each.
	verse []string
	// raw is what only one format can show; "" leaves the block out.
	raw struct{ txt, md, htm string }
)

// write returns the release in a format.
func (r *release) write(format string) []byte {
	var b strings.Builder
	switch format {
	case "txt":
		r.asText(&b)
	case "md":
		r.asMarkdown(&b)
	case "html":
		r.asHTML(&b, r.style.web)
	default:
		r.asHTML(&b, false)
	}
	return []byte(b.String())
}

// blocks returns the whole release below its title as blocks.
func (r *release) blocks() (all []block) {
	for _, p := range r.lead {
		all = append(all, para(p))
	}
	all = append(all, r.body...)
	for _, p := range r.tail {
		all = append(all, para(p))
	}
	if r.about != "" {
		all = append(all, heading{2, r.aboutTitle()}, para(r.about))
	}
	return append(all, lines(r.contact))
}

func (r *release) aboutTitle() string {
	if r.truth.Lang == "en" {
		return "About " + r.issuer
	}
	return "À propos – " + r.issuer
}

func (r *release) banner() string {
	if r.truth.Lang == "en" {
		return "Press release"
	}
	return "Communiqué de presse"
}

// Marks inside the words of a block: ⟦b:bold⟧, ⟦y:yellow ground⟧, ⟦r:red⟧, ⟦s:raised⟧.
// They do not nest.
func bold(s string) string   { return "⟦b:" + s + "⟧" }
func yellow(s string) string { return "⟦y:" + s + "⟧" }
func red(s string) string    { return "⟦r:" + s + "⟧" }
func raised(s string) string { return "⟦s:" + s + "⟧" }

// marks replaces the marks in s by what show makes of each; plain is applied to
// all words.
func marks(s string, plain func(string) string, show func(kind, words string) string) string {
	var b strings.Builder
	for {
		i := strings.Index(s, "⟦")
		if i < 0 {
			b.WriteString(plain(s))
			return b.String()
		}
		b.WriteString(plain(s[:i]))
		s = s[i+len("⟦"):]
		inside, rest, _ := strings.Cut(s, "⟧")
		kind, words, _ := strings.Cut(inside, ":")
		b.WriteString(show(kind, plain(words)))
		s = rest
	}
}
