package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/internal/pairs"
)

// At the sizes that people have, at scale 1 and 2, with all sizes of text and in
// each language (each size and type in one of them; "make sizes": in all), no two
// texts of the window lie on each other, none is cut, every control is in the window,
// and over a strip of charts the map has its share.
func TestWindowFits(t *testing.T) {
	sizes := []fyne.Size{
		{Width: 1024, Height: 640},
		{Width: 1366, Height: 768},
		large,
		{Width: 1920, Height: 1080},
		{Width: 960, Height: 540},
		{Width: 683, Height: 480}, // 1920x1080 and 1366x768 at scale 2
	}
	texts := []float64{0.8, 1, 1.3, 1.5, 2}
	if testing.Short() {
		sizes, texts = sizes[:3], texts[1:4]
	}
	filtered := func(v *state.State) { v.Domains, v.States, v.Query = "TRD,SEC,CUL", "KAZ,UZB", "cooperation" }
	for name, change := range map[string]func(*state.State){
		"opening":        func(*state.State) {},
		"unfolded":       func(*state.State) {},
		"filtered":       filtered,
		"chart open":     func(v *state.State) { v.ShowCharts = true; filtered(v) },
		"lit, as table":  func(v *state.State) { v.ShowCharts, v.Table, v.LitDomains = true, true, "TRD" },
		"meeting, split": func(v *state.State) { v.ShowCharts, v.Split, v.Meeting = true, true, "2023-04-27-fm4" },
		"text large":     func(v *state.State) { arrangements[2].set(&v.Layout) },
	} {
		v := opening()
		change(&v)
		s := open(t, v, large)
		if name == "unfolded" {
			s.bar.Unfold()
		}
		for j, k := range texts { // the dearest change, so the rarest
			if name != "opening" && k != 1 && k != 1.5 {
				continue
			}
			s.host.Dispatch(state.SetTextSize(k))
			for l, lang := range i18n.Languages() {
				s.host.Dispatch(state.SetLang(lang))
				for i, size := range sizes {
					if !pairs.Turn(l, len(i18n.Languages()), i, j) {
						continue
					}
					if least := float32(300); size.Height/float32(k) < least || v.ShowCharts && size.Height/float32(k) < least+100 {
						continue // much smaller than the least window is at size of type 1
					}
					s.window.Resize(size)
					s.panes.openDrawer(false) // it lies over the rest
					for _, x := range uitest.Misfits(s.root, size) {
						t.Errorf("%s, %v %s ×%v: %s", name, size, lang, k, x)
					}
					if name == "unfolded" || !s.panes.folded() || size.Width < 1024 {
						continue
					}
					if maps, _ := mapIn(t, s); maps.Height < mapShare*size.Height-1 {
						t.Errorf("%s, %v %s ×%v: the map is %v high", name, size, lang, k, maps.Height)
					}
				}
			}
		}
	}
}
