package filterbar

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// The buttons say what is set and how much of it, in each language.
func TestSaysWhatIsSet(t *testing.T) {
	s := uitest.Opening()
	s.Domains, s.States, s.OnlyNaming, s.Status = "SEC,TRD", "KAZ", true, "announced"
	g := newRig(t, s)
	for lang, want := range map[string][]string{
		"en": {"", "Security & def… + 1", "Kazakhstan + 1", "Level", "Reset"},
		"uk": {"", "Безпека й обо… + 1", "Казахстан + 1", "Рівень", "Скинути"},
		"ru": {"", "Безопасность … + 1", "Казахстан + 1", "Уровень", "Сбросить"},
	} {
		g.h.Dispatch(state.SetLang(lang))
		options := scene.Options(g.h.Room, g.h.State(), g.h.Printer())
		label := func(all []scene.Option, code string) string {
			return all[slices.IndexFunc(all, func(o scene.Option) bool { return o.Code == code })].Label
		}
		tips := [][]string{
			{label(options.Status, "announced")},
			{label(options.Domains, "SEC"), label(options.Domains, "TRD")},
			{label(options.States, "KAZ"), g.h.Printer().N("shell.onlyNaming", 6)},
			nil,
		}
		shown := uitest.Texts(g.Bar)
		for i, k := range g.kinds {
			if k.button.Text != want[i] || !slices.Contains(shown, want[i]) && want[i] != "" {
				t.Errorf("%s: button %d says %q, want %q", lang, i, k.button.Text, want[i])
			}
			if k.button.On != (tips[i] != nil) {
				t.Errorf("%s: button %d is on: %v", lang, i, k.button.On)
			}
			for _, name := range tips[i] {
				if !strings.Contains(k.button.Tip, name) {
					t.Errorf("%s: the tip %q does not name %q", lang, k.button.Tip, name)
				}
			}
		}
		if g.reset.Text != want[4] {
			t.Errorf("%s: Reset says %q", lang, g.reset.Text)
		}
		for _, it := range scene.StatusPresets(g.h.Room, g.h.State(), g.h.Printer()) {
			if !slices.Contains(shown, it.Label) {
				t.Errorf("%s: no segment %q in %q", lang, it.Label, shown)
			}
		}
	}
}

// The number beside a value is what ticking it alone would leave.
func TestNumbersAreWhatIsLeft(t *testing.T) {
	s := uitest.Opening()
	s.States, s.Domains, s.Query = "KAZ,CHN", "SEC,TRD", "a"
	g := newRig(t, s)
	for i, k := range g.kinds {
		before := g.state()
		uitest.Click(g.win, k.button)
		for _, r := range g.rows() {
			if r.Option.Code == "" {
				continue
			}
			g.h.Dispatch(k.set(state.NewSet(r.Option.Code)))
			left, said := len(g.h.Selection().Statements), uitest.Texts(r)
			if r.Option.Count != left || !slices.Contains(said, g.h.Printer().Int(left)) {
				t.Errorf("list %d: the row says %q, %d are left", i, said, left)
			}
			g.h.Dispatch(k.set(k.chosen(before)))
		}
		uitest.Press(g.win, fyne.KeyEscape)
	}
}
