package i18n

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// Names stand as in an index of the language: by the letters of its alphabet, with ґ
// after г and і after и, whatever their case and quotation marks.
func TestNamesStandAsInAnIndex(t *testing.T) {
	t.Parallel()
	for lang, want := range map[string][]string{
		"uk": {"Ашгабат", "Бішкек", "Всесвіт", "Газ", "Ґудзик", "Душанбе", "Елемент", "Європа", "Життя", "Збірка", "Иржик", "Іран", "Їжак", "Йосип", "Казахстан", "Лозова", "Ташкент", "Щастя", "Юнак", "Яблуко"},
		"ru": {"Алматы", "Бишкек", "Газ", "Ель", "Ёлка", "Жизнь", "Иран", "Йога", "Казахстан", "Подъезд", "Шёлк", "Щит", "Эра", "Юг", "Яблоко"},
		"en": {"“Almaty”", "almond", "Astana", "C5", "Central Asia", "Dushanbe", "Zhambyl"},
	} {
		p := For(lang)
		r := rand.New(rand.NewPCG(1, 3))
		for range 20 {
			got := slices.Clone(want)
			r.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
			if slices.SortFunc(got, p.Compare); !slices.Equal(got, want) {
				t.Fatalf("%s: %q", lang, got)
			}
		}
	}
	// Of names of several words the first word decides, of equal ones the next.
	p := For("uk")
	words := []string{"Нова Зеландія", "Нова хвиля", "Новак", "Новий час"}
	for i := range words[1:] {
		if p.Compare(words[i], words[i+1]) >= 0 {
			t.Errorf("%q does not stand before %q", words[i], words[i+1])
		}
	}
}

// An order is one: what stands before another stands after it the other way round,
// and what stands between two stands between them always.
func TestOrderOfNamesIsAnOrder(t *testing.T) {
	t.Parallel()
	letters := []rune("aбBґ Ї'’ьzЯ5ёЁ中é-«»")
	r := rand.New(rand.NewPCG(2, 3))
	name := func() string {
		var b strings.Builder
		for range r.IntN(5) {
			b.WriteRune(letters[r.IntN(len(letters))])
		}
		return b.String()
	}
	sign := func(n int) int { return min(max(n, -1), 1) }
	for _, lang := range Languages() {
		p := For(lang)
		for range 1000 {
			a, b, c := name(), name(), name()
			ab, bc, ac := sign(p.Compare(a, b)), sign(p.Compare(b, c)), sign(p.Compare(a, c))
			if ab != -sign(p.Compare(b, a)) || (ab == 0) != (a == b) {
				t.Fatalf("%s: %q and %q compare as %d and %d", lang, a, b, ab, p.Compare(b, a))
			}
			if ab == bc && ab != 0 && ac != ab {
				t.Fatalf("%s: %q, %q, %q are in a circle", lang, a, b, c)
			}
		}
	}
}
