package chartview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/charts"
)

// TestLowPaneShowsEveryRow draws every chart in the pane of a window of
// 1024x768 and in somewhat lower ones, in all languages: no row is folded.
func TestLowPaneShowsEveryRow(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	for _, lang := range i18n.Languages() {
		var views []state.State
		s := uitest.Opening()
		s.Lang, s.Theme, s.Status = lang, state.Light, state.AllStatuses
		for _, k := range state.ChartKinds() {
			s.Kind = k
			views = append(views, s)
		}
		s.Kind, s.Split = state.Domains, true
		views = append(views, s, scene.Compare(h.Room, state.Pair{By: state.ByMeeting, A: "2020-07-16-fm1", B: "2024-03-29-kaz"}).Apply(s))
		for _, s := range views {
			for _, height := range []float64{206, 225} {
				o := order{key{h.Room, s, charts.Size{Width: 1024, Height: height, Density: 0.25}, false, false, ""}, scene.Select(h.Room.Data, s), i18n.For(lang), scene.PaletteFor(s.Theme), true}
				pic, err := draw(t.Context(), o)
				if err != nil {
					t.Fatal(err)
				}
				for _, m := range pic.layout.Marks {
					if m.Folded > 0 {
						t.Errorf("%s, %s, split %v against %q, %v high: %s", lang, s.Kind, s.Split, s.Against, height, m.Name)
					}
				}
			}
		}
	}
}

// TestButtonsGiveWayToTabs checks that in a narrow pane with large type buttons
// show signs rather than that the names of the charts are cut.
func TestButtonsGiveWayToTabs(t *testing.T) {
	g := newRig(t)
	g.win.Resize(fyne.NewSize(794, 300))
	for _, lang := range i18n.Languages() {
		for _, size := range []float64{1.5, 1} {
			g.host.Dispatch(state.Func(func(s state.State) state.State { s.Lang, s.TextSize = lang, size; return s }))
			g.settle()
			for _, words := range uitest.Texts(g.tabs) {
				if strings.Contains(words, "…") {
					t.Errorf("%s at %v: the tab is cut to %q", lang, size, words)
				}
			}
		}
		if g.split.Text == "" || g.compare.Text == "⇄" || g.split.Icon != nil {
			t.Errorf("%s: signs where there is room for words", lang)
		}
	}
}
