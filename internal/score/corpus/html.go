// Releases as HTML, for the web and for printing.

package corpus

import (
	"fmt"
	"html"
	"strings"
)

func (r *release) asHTML(b *strings.Builder, web bool) {
	fmt.Fprintf(b, "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title>\n<style>%s</style></head>\n<body>\n", r.truth.Lang, html.EscapeString(r.title), css)
	if web {
		items := []string{"Accueil", "Actualités", "Agenda", "Nous contacter"}
		if r.truth.Lang == "en" {
			items = []string{"Home", "News", "Events", "Get in touch"}
		}
		b.WriteString("<header><nav><ul>")
		for _, item := range items {
			fmt.Fprintf(b, "<li><a href=\"/\">%s</a></li>", item)
		}
		b.WriteString("</ul></nav></header>\n<main><article>\n")
	}
	fmt.Fprintf(b, "<p><b>%s</b></p>\n<p>%s</p>\n<h1>%s</h1>\n", r.banner(), html.EscapeString(r.dated), html.EscapeString(r.title))
	for _, bl := range r.blocks() {
		bl.html(b)
	}
	if web {
		fmt.Fprintf(b, "</article></main>\n<footer><p><a href=\"/\">Mentions</a> · © %s</p></footer>\n", html.EscapeString(r.issuer))
	}
	b.WriteString("</body></html>\n")
}

// css serves the web page and the print. The font is one that all producers have.
const css = `body{font:10pt "Liberation Sans",sans-serif;print-color-adjust:exact;-webkit-print-color-adjust:exact}` +
	`table{border-collapse:collapse;margin:8px 0}td,th{padding:2px 8px;text-align:left;vertical-align:top}` +
	`.all td,.all th{border:1px solid #444}.rows td,.rows th{border-bottom:1px solid #999}.zebra tr:nth-child(even) td{background:#eef3f8}` +
	`.r{text-align:right}.c{text-align:center}.h td{font-weight:bold;background:#dde}` +
	`sup{font-size:65%}.note{font-size:85%}.g{display:grid;gap:2px 12px}.side{float:left;margin-right:36px}.end{clear:both}` +
	`@page{size:A4;margin:18mm 16mm}`

// inHTML returns s with its marks as tags. Colours are in the tags: LibreOffice
// ignores them in classes.
func inHTML(s string) string {
	return marks(s, html.EscapeString, func(kind, words string) string {
		switch kind {
		case "b":
			return "<b>" + words + "</b>"
		case "y":
			return `<span style="background:#ffff00">` + words + "</span>"
		case "r":
			return `<span style="color:#c00000">` + words + "</span>"
		}
		return "<sup>" + words + "</sup>"
	})
}

func (p para) html(b *strings.Builder) { fmt.Fprintf(b, "<p>%s</p>\n", inHTML(string(p))) }

func (h heading) html(b *strings.Builder) {
	fmt.Fprintf(b, "<h%d>%s</h%d>\n", h.level, inHTML(h.words), h.level)
}

func (l bullets) html(b *strings.Builder) {
	tag := "ul"
	if l.ordered {
		tag = "ol"
	}
	fmt.Fprintf(b, "<%s>\n", tag)
	for _, item := range l.items {
		fmt.Fprintf(b, "<li>%s</li>\n", inHTML(item))
	}
	fmt.Fprintf(b, "</%s>\n", tag)
}

func (l lines) html(b *strings.Builder) {
	var out []string
	for _, line := range l {
		out = append(out, inHTML(line))
	}
	fmt.Fprintf(b, "<p>%s</p>\n", strings.Join(out, "<br>\n"))
}

func (v verse) html(b *strings.Builder) {
	for _, line := range v {
		para(line).html(b)
	}
}

func (r raw) html(b *strings.Builder) { b.WriteString(r.htm) }

func (t *table) html(b *strings.Builder) {
	if t.look.div {
		t.divs(b)
		return
	}
	fmt.Fprintf(b, "<table class=\"%s\">\n", t.look.border)
	if t.caption != "" {
		fmt.Fprintf(b, "<caption>%s</caption>\n", inHTML(t.caption))
	}
	inHead := false
	for i, r := range t.rows {
		if isHead := r.kind == head && t.look.th; isHead != inHead || i == 0 {
			switch {
			case isHead:
				b.WriteString("<thead>\n")
			case inHead:
				b.WriteString("</thead><tbody>\n")
			default:
				b.WriteString("<tbody>\n")
			}
			inHead = isHead
		}
		class := ""
		if r.kind == head && !t.look.th && t.look.heavy {
			class = ` class="h"`
		}
		fmt.Fprintf(b, "<tr%s>", class)
		for j, c := range r.cells {
			t.cell(b, r.kind, c, j)
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody></table>\n")
	for _, n := range t.notes {
		fmt.Fprintf(b, "<p class=\"note\">%s</p>\n", inHTML(n))
	}
}

func (t *table) cell(b *strings.Builder, kind rowKind, c cell, col int) {
	if c.covered {
		return
	}
	tag, attr := "td", ""
	if kind == head && t.look.th {
		tag = "th"
	}
	if t.align[col] != 'l' {
		attr = fmt.Sprintf(` class="%c"`, t.align[col])
	}
	if c.cols > 1 {
		attr += fmt.Sprintf(` colspan="%d"`, c.cols)
	}
	if c.rows > 1 {
		attr += fmt.Sprintf(` rowspan="%d"`, c.rows)
	}
	words := inHTML(c.words)
	if kind != data && kind != head && t.look.heavy && words != "" {
		words = "<b>" + words + "</b>"
	}
	fmt.Fprintf(b, "<%s%s>%s</%s>", tag, attr, words, tag)
}

// divs writes the table as a grid of divs with the roles of a table.
func (t *table) divs(b *strings.Builder) {
	fmt.Fprintf(b, "<div role=\"table\" class=\"g\" style=\"grid-template-columns:repeat(%d,auto)\">\n", len(t.align))
	for _, r := range t.rows {
		role := "cell"
		if r.kind == head {
			role = "columnheader"
		}
		b.WriteString(`<div role="row" style="display:contents">`)
		for _, c := range r.cells {
			fmt.Fprintf(b, `<div role="%s">%s</div>`, role, inHTML(c.words))
		}
		b.WriteString("</div>\n")
	}
	b.WriteString("</div>\n")
}
