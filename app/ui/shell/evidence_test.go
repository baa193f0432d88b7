package shell

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// wide returns a table of long texts that is far larger than any window.
func wide(columns, rows int) export.Table {
	t := export.Table{Name: "wide", Columns: make([]string, columns), Rows: make([][]string, rows)}
	for i := range t.Columns {
		t.Columns[i] = fmt.Sprintf("column %d", i)
	}
	for i := range t.Rows {
		t.Rows[i] = make([]string, columns)
		for j := range t.Rows[i] {
			t.Rows[i][j] = strings.Repeat("x", 200) + fmt.Sprintf("%d/%d", i, j)
		}
	}
	return t
}

// The rows in a picture may be anyone's: however many there are, no more is
// built than there is room for.
func TestEvidenceBuildsWhatIsInSight(t *testing.T) {
	for name, c := range map[string]struct {
		tables []export.Table
		says   string
	}{
		"wide":   {[]export.Table{wide(800, 500)}, "column 0"},
		"long":   {[]export.Table{wide(2, 20_000)}, "10000 of 20000"},
		"many":   {make([]export.Table, 1_300_000), "1299984 more tables are not shown"},
		"ragged": {[]export.Table{{Name: "r", Columns: []string{"a", "b"}, Rows: [][]string{{"1"}, {}, {"1", "2", "3"}}}}, "a"},
		"none":   {nil, "version 7"},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, opening(), large)
			s.ShowEvidence(&export.Evidence{Data: export.DataMark{Name: "n", Version: "7"}, Tables: c.tables})
			top := s.window.Canvas().Overlays().Top()
			if top == nil {
				t.Fatal("no dialog")
			}
			said := strings.NewReplacer(",", "", "\u00a0", "").Replace(strings.Join(uitest.Texts(top), " "))
			if !strings.Contains(said, c.says) {
				t.Errorf("it says %.300q", said)
			}
			cells := 0
			uitest.Walk(top, func(o fyne.CanvasObject) {
				if l, ok := o.(*canvas.Text); ok {
					if cells++; len(l.Text) > 200 {
						t.Errorf("a cell of %d bytes", len(l.Text))
					}
				}
			})
			if cells == 0 || cells > 200 {
				t.Errorf("%d texts are built", cells)
			}
			test.MoveMouse(s.window.Canvas(), fyne.NewPos(600, 400))
			if !s.closeDialogs() || s.window.Canvas().Overlays().Top() != nil {
				t.Error("it does not close")
			}
		})
	}
}
