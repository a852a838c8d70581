// Tables of LaTeX source, and what is none.

package latex

import (
	"strings"
	"testing"

	"github.com/pressoir/pressoir/extract/document"
)

func show(t *document.Table) string {
	if t == nil {
		return ""
	}
	var b strings.Builder
	for r := range t.Rows {
		if t.Rows[r].Header {
			b.WriteString("# ")
		}
		for c := range t.Rows[r].Cells {
			cell := &t.Rows[r].Cells[c]
			if c > 0 {
				b.WriteString(" | ")
			}
			b.WriteString(cell.Text())
			if cell.Covered() {
				b.WriteByte('^')
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestTable(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"spans and rules", `\begin{table}[h]
\centering
\begin{tabular}{l|cc|r}
\hline
\multirow{2}{*}{Ville} & \multicolumn{2}{c|}{Effectif} & Budget \\
 & 2022 & 2023 & (k€) \\
\hline
Brest & 45 & 52 & 1\,250 \\[2pt]
Caen \& Orne & $-30$ & 28{,}5 & \textbf{910} \\ \hline
\end{tabular}
\caption{Effectifs et \emph{budget}}
\end{table}
`, "# Ville | Effectif | ^ | Budget\n# ^ | 2022 | 2023 | (k€)\nBrest | 45 | 52 | 1 250\nCaen & Orne | -30 | 28,5 | 910\n"},
		{"book rules, comments, accents", `\begin{tabular*}{\textwidth}{@{}lr@{}}
\toprule
Lieu & Co\^ut \% \\ \cmidrule(lr){1-2}
\midrule % les lignes
For\^et de l'\'Etang & 12\,\euro{} \\
% \textcolor{red}{Caf\'{e}} & 3 \\
\textcolor{red}{Gar\c{c}on} &  \\
\bottomrule
\end{tabular*}`, "# Lieu | Coût %\nForêt de l'Étang | 12 €\nGarçon | \n"},
		{"nothing closes it", `\begin{tabular}{l} a & \textbf{b`, "a | b\n"},
		{"no rows", `\begin{table}\end{table}`, ""},
	} {
		if got := show(Table(tt.src, 1, 0)); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

func TestBegin(t *testing.T) {
	for line, want := range map[string]string{
		`  \begin{tabular}{ll}`: "tabular", `\begin{table*}`: "table*", `\begin{itemize}`: "", `see \begin{tabular}`: "", `\begin{tabular`: "",
	} {
		if got := Begin(line); got != want {
			t.Errorf("Begin(%q) = %q, want %q", line, got, want)
		}
	}
}

func FuzzTable(f *testing.F) {
	f.Add(`\begin{tabular}{l} a & \multirow{2}{*}{b} \\ \hline c \'e & \multicolumn{99}{c}{$x{,}1$} \\ \end{tabular}`)
	f.Fuzz(func(t *testing.T, src string) {
		Table(src, 1, 0)
		Plain(src)
	})
}
