package shell

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	ftheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// In a window of 1024 pixels every menu is whole where it opens, with its keys, in each language and in type of twice the
// size, with a lesson and recent files of long names; the keys stand near the words.
func TestMenusFit(t *testing.T) {
	s := open(t, opening(), fyne.NewSize(1024, 640))
	s.cfg.Memory = recent.Read("", func(error) {})
	s.taught = strings.Repeat("a lesson of a long name ", 9)
	s.said.open = true
	for range 3 {
		s.Opened(recent.Data, filepath.Join(t.TempDir(), strings.Repeat("long folder", 9), strings.Repeat("name", 40)+".zip"))
	}
	for _, lang := range i18n.Languages() {
		s.host.Dispatch(state.SetLang(lang))
		for _, k := range []float64{1, 1.5, 2} {
			s.host.Dispatch(state.SetTextSize(k))
			s.menu.rebuild()
			wide := func(words string) float32 {
				return parts.Measure(words, parts.Scaled(s.host, theme.Body), false).Width
			}
			var left float32
			for _, m := range s.menu.main.Items {
				if right := left + widget.NewMenu(m).MinSize().Width; right > 1024 {
					t.Errorf("%s ×%v: %s ends at %v", lang, k, m.Label, right)
				}
				var column, longest float32
				for _, i := range m.Items {
					words, _, keys := strings.Cut(i.Label, "\t")
					if longest = max(longest, wide(words)); keys {
						column = max(column, wide(i.Label[:strings.LastIndex(i.Label, "\t")+1]))
					}
					if i.ChildMenu != nil {
						if w := widget.NewMenu(i.ChildMenu).MinSize().Width; w > 1024 {
							t.Errorf("%s ×%v: %s is %v wide", lang, k, i.Label, w)
						}
					}
				}
				if k == 1 && column == 0 {
					t.Errorf("%s: in %s the keys stand in no column", lang, m.Label)
				}
				if far := column - longest; column > 0 && far > float32(100*k) {
					t.Errorf("%s ×%v: in %s the keys stand %v from the words", lang, k, m.Label, far)
				}
				left += wide(m.Label) + 2*ftheme.InnerPadding() + ftheme.Padding()
			}
		}
	}
}
