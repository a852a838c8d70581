// Tables of LaTeX source, as converters leave them: \begin{tabular} ... \end{tabular}.

package markdown

import (
	"strings"

	"github.com/pressoir/pressoir/extract/internal/latex"
)

// latexTable reads a table of LaTeX source that begins in the current line.
func (m *parser) latexTable(text string) bool {
	env := latex.Begin(text)
	if env == "" || m.openLaTeX[env] {
		return false
	}
	end := strings.Index(m.src[m.start:], `\end{`+env+"}")
	if end < 0 {
		if m.openLaTeX == nil {
			m.openLaTeX = map[string]bool{}
		}
		m.openLaTeX[env] = true // nothing closes it any more
		return false
	}
	source := m.src[m.start : m.start+end+len(`\end{}`)+len(env)]
	tab := latex.Table(source, m.line, m.page)
	if tab == nil {
		return false
	}
	m.flush()
	m.emit(tab)
	for range strings.Count(source, "\n") {
		m.next()
	}
	return true
}
