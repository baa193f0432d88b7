package dataset

import (
	"slices"
	"strings"
	"testing"
)

// A row is found again as its finding counts, in whatever way the table is
// written: each cell is the one that the finding names.
func TestReadExcerpt(t *testing.T) {
	t.Parallel()
	base := mini(nil)
	for name, edit := range map[string]func(string) string{
		"as written": func(s string) string { return s },
		"semicolons": func(s string) string { return strings.ReplaceAll(s, ",", ";") },
		"sep=":       func(s string) string { return "sep=;\r\n" + strings.ReplaceAll(s, ",", ";") },
		"a title":    func(s string) string { return "Our statements\n\n" + s },
		"capitals": func(s string) string {
			head, rest, _ := strings.Cut(s, "\n")
			return strings.ToUpper(head) + "\n" + rest
		},
	} {
		m := mini(map[string]string{"statements.csv": edit(strings.Replace(string(base["statements.csv"].Data), ",position,", ",sealed,", 1))})
		_, found, err := Open(m)
		i := slices.IndexFunc(found, func(f Finding) bool { return f.Value == "sealed" })
		if err != nil || i < 0 {
			t.Fatalf("%s: %v, %v", name, err, found)
		}
		f := found[i]
		x, err := ReadExcerpt(m, f.File, f.Row, 3)
		if err != nil || x.Table != "statements" || x.Cell(f.Row, f.Column) != "sealed" || x.Cell(f.Row, "id") != "s2" || x.Cell(f.Row-1, "id") != "s1" {
			t.Errorf("%s: row %d of %+v, %v", name, f.Row, x, err)
		}
	}
	for _, row := range []int{-1, 0, 900} {
		if x, err := ReadExcerpt(base, "statements.csv", row, 3); err != nil || x.Row(row) != nil {
			t.Errorf("row %d: %+v, %v", row, x, err)
		}
	}
	if x, err := ReadExcerpt(base, "datapackage.json", 1, 3); err != nil || x.Rows != nil {
		t.Errorf("no table: %+v, %v", x, err)
	}
}
