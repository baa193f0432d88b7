package export_test

import (
	"context"
	"image"
	"maps"
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/backrow"
	"c5atlas.org/c5atlas/internal/pairs"
)

// The back row reads every scene that ships, and every scene made of the data, in English
// and one language more, in "make sizes" in each.
func TestShippedLessonsAreLegible(t *testing.T) {
	t.Parallel()
	for k, lang := range i18n.Languages() {
		p, by := i18n.For(lang), export.View(room().Opening())
		by.Lang = lang
		decks := map[string][]scene.Step{"meetings": scene.Deck(room(), by, p)}
		for _, l := range shipped(t) {
			decks[l.Name], _ = l.Steps(room(), p)
		}
		for i, name := range slices.Sorted(maps.Keys(decks)) {
			steps, looks := decks[name], export.RoomLooks()
			if lang != i18n.English {
				looks = looks[:1] // inks are the same in every language
				if !pairs.Turn(k%2, 2, i) {
					continue
				}
			}
			list, err := export.Legibility(context.Background(), room(), steps, by.Person, export.Options{Size: export.Size{Width: 960, Height: 540, Density: 1}}, looks...)
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range list {
				t.Errorf("%s, scene %d: %s", name, x.Scene, x.In(p))
			}
		}
	}
}

// What is too much for a scene is found on what is drawn: words, passages, rows that
// repeat, and type that large text sizes do not help.
func TestIllegible(t *testing.T) {
	t.Parallel()
	by := export.View(room().Opening())
	v := by.View
	v.Status = state.AllStatuses
	steps := []scene.Step{
		{View: v, Panes: scene.ChartPane, Title: "a", Caption: "Short."},
		{View: v, Panes: scene.ChartPane, Title: "b", Caption: "Other words, the same picture."},
		{View: v, Panes: scene.DocumentPane, Title: "c", Caption: "Short."},
		{View: v, Title: "d", Caption: strings.Repeat("Many words that nobody reads. ", 24)},
		{View: by.View, Panes: scene.ChartPane, Title: "e", Caption: "القمة, 兰州, Қазақстан."},
	}
	small := by.Person
	small.TextSize = 0.8
	for _, c := range []struct {
		by   state.Person
		want []string
	}{
		{by.Person, []string{"2 same", "3 passages", "4 words", "5 boxes"}},
		{small, []string{"1 type", "2 same", "2 type", "3 passages", "3 type", "4 type", "4 words", "5 boxes", "5 type"}},
	} {
		list, err := export.Legibility(context.Background(), room(), steps, c.by, export.Options{Size: export.Size{Width: 1920, Height: 1080, Density: 1}}, export.RoomLooks()...)
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]bool{}
		for _, x := range list {
			if x.Kind == backrow.SmallType && (x.Box.Empty() || !x.Box.In(image.Rect(-20, -20, 1940, 1100))) {
				t.Errorf("%q is at %v", x.Object, x.Box)
			}
			if x.Kind != backrow.FaintText {
				found[string(rune('0'+x.Scene))+" "+string(x.Kind)] = true
			}
		}
		for _, w := range c.want {
			if !found[w] {
				t.Errorf("%s is not among %v", w, found)
			}
		}
		if len(found) != len(c.want) {
			t.Errorf("%v, want %v", found, c.want)
		}
	}
}
