package parts_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

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
	texts := map[string]*canvas.Text{}
	uitest.Walk(table, func(o fyne.CanvasObject) {
		if l, ok := o.(*canvas.Text); ok && l.Visible() {
			texts[l.Text] = l
			if n := len([]rune(l.Text)); n > 121 {
				t.Errorf("a cell of %d runes", n)
			}
		}
	})
	for _, want := range []string{"domain", "count", "Trade", "6", "two lines"} {
		if texts[want] == nil {
			t.Fatalf("no cell %q in %v", want, texts)
		}
	}
	right := func(word string) float32 { return texts[word].Position().X + texts[word].Size().Width }
	if right("6") != right("count") || texts["Trade"].Position().X != texts["domain"].Position().X || !texts["count"].TextStyle.Bold {
		t.Error("numbers, names and heads are not set apart, or not below each other")
	}
	win.Canvas().Focus(table)
	uitest.Press(win, fyne.KeyDown, fyne.KeyEscape, fyne.KeyEscape, fyne.KeyF5) // the first lets go of the cell
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

// Cells, rows and all are selected with pointer and keys, and copied; the
// clipboard is never emptied, and the wheel works over every column.
func TestTableSelectsAndCopies(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	shift := false
	h.Shift = func() bool { return shift }
	clip := fyne.CurrentApp().Clipboard()
	table := parts.NewTable(h)
	table.Numbers, table.Total = true, []string{"Total", "4950", "100"}
	pressed := -1
	table.OnHead = func(col int) { pressed = col }
	win := uitest.Show(t, table, fyne.NewSize(400, 220))
	table.FillLines([]string{"name", "number", "one"}, 100, func(i int) []string { return []string{fmt.Sprintf("row %02d", i), strconv.Itoa(i), "x"} })
	at := func(word string) fyne.Position {
		t.Helper()
		o, ok := uitest.Find(table, func(x *canvas.Text) bool { return x.Text == word && x.Visible() })
		if !ok {
			t.Fatalf("%q is not in sight", word)
		}
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(2, 2)
	}
	click := func(word string) {
		t.Helper()
		ev := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at(word)}, Button: desktop.MouseButtonPrimary}
		table.MouseDown(ev)
		table.Tapped(&ev.PointEvent)
	}
	copied := func(want string) {
		t.Helper()
		if !table.Copy() || clip.Content() != want {
			t.Errorf("copied %q, want %q", clip.Content(), want)
		}
	}
	clip.SetContent("before")
	if table.Copy() || clip.Content() != "before" {
		t.Error("with nothing selected the clipboard changes")
	}
	click("3")
	copied("3")
	click("row 02")
	copied("name\tnumber\tone\nrow 02\t2\tx\n")
	click("1")
	shift = true
	click("3")
	copied("1\n2\n3\n")
	shift = false
	click("row 01")
	table.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at("row 03")}})
	table.DragEnd()
	copied("name\tnumber\tone\nrow 01\t1\tx\nrow 02\t2\tx\nrow 03\t3\tx\n")
	win.Canvas().Focus(table)
	click("2")
	uitest.Press(win, fyne.KeyDown)
	copied("3")
	uitest.Press(win, fyne.KeyEnd)
	copied("99")
	uitest.Press(win, fyne.KeyHome)
	copied("0")
	table.CopyAll()
	if got := clip.Content(); !strings.HasPrefix(got, "name\tnumber\tone\nrow 00\t0\tx\n") || !strings.HasSuffix(got, "\nTotal\t4950\t100\n") || strings.Count(got, "\n") != 102 {
		t.Errorf("all is %.80q", got)
	}
	for _, word := range []string{"row 00", "0"} {
		table.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at(word)}, Scrolled: fyne.NewDelta(0, -40)})
		if _, ok := uitest.Find(table, func(x *canvas.Text) bool { return x.Text == word && x.Visible() }); ok {
			t.Errorf("the wheel over %q moves nothing", word)
		}
		table.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 4000)})
	}
	click("number")
	if pressed != 1 {
		t.Errorf("a click on a head presses %d", pressed)
	}
	click("0")
	uitest.Press(win, fyne.KeyUp, fyne.KeyRight, fyne.KeyReturn)
	if pressed != 2 {
		t.Errorf("Enter on a head presses %d", pressed)
	}
	uitest.Press(win, fyne.KeyEscape)
	if table.Copy() {
		t.Error("Escape does not let go")
	}
}

// A table of 100,000 rows writes those in sight.
func TestTableOfManyRows(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	table := parts.NewTable(h)
	uitest.Show(t, table, fyne.NewSize(400, 220))
	written := 0
	table.FillLines([]string{"name", "number"}, 100_000, func(i int) []string { written++; return []string{"row", strconv.Itoa(i)} })
	table.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -1e6)})
	if written > 1000 {
		t.Errorf("%d rows are written", written)
	}
}

// A cell that stands out is set in bold, and its column is as wide as that takes.
func TestTableIsWideEnoughForWhatStandsOut(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	table := parts.NewTable(h)
	table.Marked = func(_, col int) bool { return col == 1 }
	words := []string{"помилка", "помилка широка", "mmmmmmmm"}
	uitest.Show(t, table, fyne.NewSize(500, 300))
	table.FillLines([]string{"a", "b", "c"}, len(words), func(i int) []string { return []string{words[i], words[i], "c"} })
	for _, want := range words {
		n := 0
		uitest.Walk(table, func(o fyne.CanvasObject) {
			if l, ok := o.(*canvas.Text); ok && l.Visible() && l.Text == want {
				n++
			}
		})
		if n != 2 {
			t.Errorf("%q stands there whole %d times, want 2", want, n)
		}
	}
}
