package i18n

import (
	"slices"
	"testing"
)

// The orders are those of the alphabets: і stands between и and ї, ґ after г, ё
// after е, and a quotation mark is no letter.
func TestCompare(t *testing.T) {
	t.Parallel()
	for lang, want := range map[string][]string{
		"en": {"C+C5", "connectivity", "core interests", "Global South", "“green corridor”", "one-China", "the five", "the-sixth"},
		"uk": {"C+C5", "ініціатива «Один пояс»", "їжак", "йод", "«яблуко»"},
		"ru": {"C+C5", "ель", "ёлка", "«зелёный коридор»", "ШОС"},
	} {
		if lang == "uk" {
			want = append([]string{"C+C5", "гора", "ґанок", "«зелений коридор»", "ива"}, want[1:]...)
		}
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, For(lang).Compare)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}
