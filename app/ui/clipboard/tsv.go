package clipboard

import "strings"

// TSV writes a table with tabs between cells, as spreadsheets take it from the
// clipboard; no head writes none. Tabs and line breaks in a cell become spaces.
func TSV(head []string, rows [][]string) string {
	flat := strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")
	var b strings.Builder
	line := func(cells []string) {
		for i, c := range cells {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(flat.Replace(c))
		}
		b.WriteByte('\n')
	}
	if head != nil {
		line(head)
	}
	for _, r := range rows {
		line(r)
	}
	return b.String()
}
