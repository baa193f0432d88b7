package scene

import (
	"strings"
	"testing"
	"unicode"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// A short name is in the language of the long one: no chart in Latin letters has a
// Cyrillic name of a row or column because a language has no shorter one.
func TestShortNamesKeepTheLanguage(t *testing.T) {
	t.Parallel()
	r := room(t)
	for _, kind := range state.ChartKinds() {
		s := state.Default()
		s.Kind, s.Status = kind, ""
		c := Count(r, Select(r.Data, s), s, i18n.For("en")).Chart(PaletteFor(state.Light))
		for _, x := range append(c.Rows, c.Columns...) {
			if strings.ContainsFunc(x.Short, func(l rune) bool { return unicode.Is(unicode.Cyrillic, l) }) {
				t.Errorf("%s: %q is %q for short", kind, x.Label, x.Short)
			}
		}
	}
}
