package shell

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"c5atlas.org/c5atlas/assets"
)

// Cutting loses no letter, and no line is wider than asked for.
func TestTextLines(t *testing.T) {
	t.Parallel()
	lines := textLines(assets.Licences(), 96)
	for _, l := range lines {
		if utf8.RuneCountInString(l) > 96 {
			t.Errorf("line of %d letters: %q", utf8.RuneCountInString(l), l)
		}
	}
	letters := func(text string) string { return strings.Join(strings.Fields(text), "") }
	if got, want := letters(strings.Join(lines, "\n")), letters(assets.Licences()); got != want {
		t.Errorf("%d letters, want %d", len(got), len(want))
	}
	if got := textLines("я"+strings.Repeat("ю", 5)+" ab", 3); !slices.Equal(got, []string{"яюю", "ююю", "ab"}) {
		t.Errorf("a long word is cut to %q", got)
	}
}
