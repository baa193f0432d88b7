package parts_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

func options(n int) []scene.Option {
	var out []scene.Option
	for i := range n {
		out = append(out, scene.Option{Code: fmt.Sprint("c", i), Label: fmt.Sprint("Choice ", i), Count: i})
	}
	return out
}

// A list stays open while its rows are taken, by the pointer or the keys, and
// shows what comes of it.
func TestChecklist(t *testing.T) {
	h := newHand(t)
	var took []string
	list := parts.NewChecklist(h.Host, func(code string) { took = append(took, code) }, func() { took = append(took, "all") })
	below := parts.NewButton(h.Host, nil, "Filter", "", nil)
	win := uitest.Show(t, container.NewVBox(below), fyne.NewSize(600, 400))
	list.Follow(scene.Option{}, options(3), scene.Option{}) // nothing is open
	for _, n := range []int{3, 40} {
		took = nil
		list.Open(below, scene.Option{Label: "All", On: true}, options(n), scene.Option{Label: "Only these"}, func() { took = append(took, "only") })
		if !list.Shown() {
			t.Fatal("it does not open")
		}
		press := func(names ...fyne.KeyName) { uitest.Press(win, names...) }
		press(fyne.KeySpace, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyEnter, fyne.KeyUp, fyne.KeySpace, fyne.KeyHome, fyne.KeySpace, fyne.KeyF5)
		want := []string{"all", "c0", "only", fmt.Sprint("c", n-1), "all"}
		if !slices.Equal(took, want) || !list.Shown() {
			t.Errorf("of %d, the keys take %q, want %q", n, took, want)
		}
		row, ok := win.Canvas().Focused().(*parts.Check)
		if at := uitest.At(row); !ok || at.Y < 0 || at.Y+row.Size().Height > 400 {
			t.Errorf("of %d, the keys are at %v, out of sight", n, at)
		}
		now := options(n)
		now[1].On, now[1].Count = true, 99
		list.Follow(scene.Option{Label: "All"}, now, scene.Option{Label: "Only these", On: true})
		seen, ok := uitest.Find(win.Canvas().Overlays().Top(), func(c *parts.Check) bool { return c.Option.Code == "c1" })
		if !ok || !seen.Option.On || seen.Option.Count != 99 {
			t.Errorf("of %d, the list does not follow: %+v", n, seen)
		}
		if n == 3 {
			uitest.Click(win, seen)
			if took[len(took)-1] != "c1" {
				t.Errorf("a click takes %q", took[len(took)-1])
			}
			win.Canvas().Focus(seen) // a click takes the focus off it
		}
		press(fyne.KeyHome, fyne.KeyEscape)
		if list.Shown() {
			t.Error("Escape leaves it open")
		}
	}
	if !slices.Equal(h.keys, []fyne.KeyName{fyne.KeyF5, fyne.KeyF5}) {
		t.Errorf("the window heard %v", h.keys)
	}
}

// A row with nothing behind it is muted, and says its number only if it has one.
func TestCheck(t *testing.T) {
	h := newHand(t)
	with := parts.NewCheck(h.Host, scene.Option{Label: "Trade", Count: 1234}, true, func() {})
	without := parts.NewCheck(h.Host, scene.Option{Label: "Trade", Count: 1234}, false, func() {})
	uitest.Show(t, with, fyne.NewSize(200, 30))
	uitest.Show(t, without, fyne.NewSize(200, 30))
	if got := uitest.Texts(with); len(got) != 2 || got[1] != h.Printer().Int(1234) {
		t.Errorf("it says %q", got)
	}
	if got := uitest.Texts(without); len(got) != 1 || without.MinSize().Width >= with.MinSize().Width {
		t.Errorf("without a number it says %q", got)
	}
	with.Set(scene.Option{Label: "Trade", On: true})
	if got := uitest.Texts(with); got[1] != "0" {
		t.Errorf("then it says %q", got)
	}
}
