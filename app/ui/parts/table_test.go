package parts_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

func TestClip(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"", ""},
		{"четыре", "четыре"},
		{"пятьсот", "пятьсо…"},
		{"a\nb", "a\nb"},
		{"\xff\xfe\xfd\xfc\xfb\xfa", "\xff\xfe\xfd\xfc\xfb\xfa"},
	} {
		if got := parts.Clip(c[0], 6); got != c[1] {
			t.Errorf("Clip(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestTable(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	var passed []fyne.KeyName
	h.Key = func(ev *fyne.KeyEvent) { passed = append(passed, ev.Name) }
	var typed []rune
	h.Rune = func(r rune) { typed = append(typed, r) }
	table := parts.NewTable(h)
	table.Numbers = true
	win := uitest.Show(t, table, fyne.NewSize(400, 300))
	table.Fill([]string{"domain", "count"}, [][]string{{"Trade", "6"}, {strings.Repeat("long ", 100), "7"}, {"two\nlines"}})
	labels := map[string]*widget.Label{}
	uitest.Walk(table, func(o fyne.CanvasObject) {
		if l, ok := o.(*widget.Label); ok {
			labels[l.Text] = l
			if n := len([]rune(l.Text)); n > 121 {
				t.Errorf("a cell of %d runes", n)
			}
		}
	})
	for _, want := range []string{"domain", "count", "Trade", "6", "two lines"} {
		if labels[want] == nil {
			t.Fatalf("no cell %q", want)
		}
	}
	if labels["6"].Alignment != fyne.TextAlignTrailing || labels["Trade"].Alignment != fyne.TextAlignLeading || !labels["count"].TextStyle.Bold {
		t.Error("numbers, names and heads are not set apart")
	}
	win.Canvas().Focus(table)
	uitest.Press(win, fyne.KeyDown, fyne.KeyEscape, fyne.KeyF5)
	table.TypedRune('?')
	if len(passed) != 2 || passed[0] != fyne.KeyEscape || len(typed) != 1 {
		t.Errorf("the window heard %v %q", passed, typed)
	}
	one := table.HeightFor(300)
	table.Fill([]string{"a"}, make([][]string, 1000))
	if more := table.HeightFor(300); more <= one || more > 600 {
		t.Errorf("of 3 rows it asks for %v, of 1000 for %v", one, more)
	}
}
