// Sentences: the prose of a release, cut so that one claim stands in one
// sentence, each with the heading, list or list item it belongs to.

package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pressoir/pressoir/extract/document"
	"github.com/pressoir/pressoir/internal/fold"
	"github.com/pressoir/pressoir/internal/lexicon"
	"github.com/pressoir/pressoir/normalize/gazetteer"
)

// A sentence is one sentence of the prose.
type sentence struct {
	text    string
	at      document.Pos
	block   int // index of its block in the document
	heading bool
	title   bool       // of the whole release
	caption bool       // of the table at block
	pseudo  bool       // a line of its own that counts what follows, as a heading does
	items   []sentence // the list that follows a sentence ending in a colon
	tokens  []token
	numbers []number
	named   []gazetteer.Hit // regions and departments, once scanned
	scanned bool
}

// maxSentence is how many bytes a sentence may have: longer ones are raw text
// without stops, where a count and what it counts stand too far apart.
const maxSentence = 4000

// maxNumbers is how many numbers a sentence may have: more is a table in disguise.
const maxNumbers = 100

// maxProse is how many bytes of prose one document is read for: a release has
// some thousands; more is a book or an attack.
const maxProse = 1 << 20

// sentences cuts the prose of doc: its lead and body, not what the issuer
// always says of itself, not the page's furniture and not the tables.
func sentences(doc *document.Document) []sentence {
	english := isEnglish(doc)
	var out []sentence
	read := 0 // bytes of prose so far
	add := func(block int, at document.Pos, text string, heading bool) {
		if read += len(text); read > maxProse {
			return
		}
		for _, s := range cut(text) {
			if len(s) > maxSentence {
				continue
			}
			out = append(out, parse(sentence{text: s, at: at, block: block, heading: heading}, english))
		}
	}
	for i, b := range doc.Blocks {
		if p := b.InPart(); p != document.Lead && p != document.Body {
			continue
		}
		switch b := b.(type) {
		case *document.Heading:
			n := len(out)
			add(i, b.At, b.Text(), true)
			for k := n; k < len(out); k++ {
				out[k].title = doc.Meta.Title.Text != "" && b.At.Same(doc.Meta.Title.At)
			}
		case *document.Paragraph:
			n := len(out)
			add(i, b.At, b.Text(), false)
			if len(out) > n {
				head, _ := cutHead(b.Text())
				out[n].pseudo = head != "" && strings.HasPrefix(head, out[n].text) && !introduces(out[n])
			}
			if len(out) > n && doc.Meta.Title.Text != "" && b.At.Same(doc.Meta.Title.At) {
				out[n].title = true
			}
		case *document.Table:
			n := len(out)
			add(i, b.At, document.Plain(b.Caption), false)
			for k := n; k < len(out); k++ {
				out[k].caption = true
			}
		case *document.List:
			var items []sentence
			for _, it := range b.Items {
				text := it.Text()
				if read += len(text); len(text) <= maxSentence && read <= maxProse {
					items = append(items, parse(sentence{text: text, at: it.At, block: i}, english))
				}
			}
			if len(out) > 0 && introduces(out[len(out)-1]) && out[len(out)-1].block == i-1 {
				out[len(out)-1].items = items
			}
			// Items are sentences too, where they are prose and not names.
			for _, it := range b.Items {
				if strings.Count(it.Text(), " ") >= proseWords {
					add(i, it.At, it.Text(), false)
				}
			}
		}
	}
	return out
}

// isEnglish reports whether doc prints numbers the English way. A text too short to
// show its language is English if it has an English word and no French accent.
func isEnglish(doc *document.Document) bool {
	if doc.Language != "" {
		return doc.Language == "en"
	}
	const enough = 20 // blocks
	english := false
	for _, b := range doc.Blocks[:min(enough, len(doc.Blocks))] {
		text, _ := document.BlockText(b)
		if len(text) > maxSentence {
			continue
		}
		if strings.ContainsAny(text, "éèàçêâîô") {
			return false
		}
		english = english || hasAny(tokenize(text), lexicon.CommonEnglish)
	}
	return english
}

// proseWords is how many blanks an item has before it is read as a sentence:
// names of places and bodies are shorter.
const proseWords = 9

// introduces reports whether a list is expected after s.
func introduces(s sentence) bool {
	return strings.HasSuffix(strings.TrimSpace(s.text), ":")
}

func parse(s sentence, english bool) sentence {
	s.tokens = tokenize(blank(s.text))
	if s.numbers = numbers(s.tokens, english); len(s.numbers) > maxNumbers {
		s.numbers = nil
	}
	return s
}

// cut cuts text into sentences at stops, question marks, and line ends that the author set.
func cut(text string) []string {
	var out []string
	emit := func(s string) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	start := 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		end := false
		switch r {
		case '\n':
			// A line the author set ends a sentence unless the next goes on in lower case.
			rest := strings.TrimLeft(text[i+n:], " \t\u00a0\u202f")
			next, _ := utf8.DecodeRuneInString(rest)
			end = rest == "" || !unicode.IsLower(next) && !isDigit(next)
		case '.', '!', '?', '…':
			rest := text[i+n:]
			trimmed := strings.TrimLeft(rest, " \u00a0\u202f\n\t»\"”)")
			next, _ := utf8.DecodeRuneInString(trimmed)
			end = trimmed == "" || len(trimmed) < len(rest) && (unicode.IsUpper(next) || isDigit(next) || strings.ContainsRune("«\"“-–•", next))
			if r == '.' && end && trimmed != "" {
				word := text[start:i]
				if k := strings.LastIndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }); k >= 0 {
					_, w := utf8.DecodeRuneInString(word[k:])
					word = word[k+w:]
				}
				if lexicon.Abbreviations[fold.Letters(word)] || utf8.RuneCountInString(word) == 1 && unicode.IsUpper([]rune(word)[0]) {
					end = false
				}
			}
		}
		i += n
		if end {
			emit(text[start:i])
			start = i
		}
	}
	emit(text[start:])
	return out
}
