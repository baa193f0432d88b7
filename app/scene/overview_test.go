package scene

import (
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
)

// No line breaks between a kind and its number: five documents are of three kinds.
func TestNumbersStayWithTheirKinds(t *testing.T) {
	t.Parallel()
	r := room(t)
	for lang, want := range map[string]string{"en": "joint statement\u00a01, news report\u00a03, wire report\u00a01", "uk": "спільна заява\u00a01, новинне повідомлення\u00a03, повідомлення агентства\u00a01"} {
		if got := counted(r.Data, dataset.KindList, r.whole().kinds, i18n.For(lang)); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}
