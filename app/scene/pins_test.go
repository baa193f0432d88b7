package scene

import (
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps"
)

// Distances are those of a sphere with the mean radius of 6371 km: a quarter of a
// great circle is 10 007.54 km, and London to Paris, 51.5074 N 0.1278 W to
// 48.8566 N 2.3522 E, some 343.6 (movable-type.co.uk).
func TestKilometres(t *testing.T) {
	for _, c := range []struct {
		a, b orb.Point
		want float64
	}{
		{orb.Point{0, 0}, orb.Point{90, 0}, 10007.54},
		{orb.Point{71, 51}, orb.Point{-109, -51}, 20015.09},
		{orb.Point{12, 90}, orb.Point{77, 0}, 10007.54},
		{orb.Point{179, 0}, orb.Point{-179, 0}, 222.39},
		{orb.Point{-0.1278, 51.5074}, orb.Point{2.3522, 48.8566}, 343.56},
		{orb.Point{5, 5}, orb.Point{5, 5}, 0},
	} {
		if got := kmBetween(c.a, c.b); math.Abs(got-c.want) > 0.02 {
			t.Errorf("%v to %v are %.2f km, want %.2f", c.a, c.b, got, c.want)
		}
	}
	p := i18n.For("en")
	for km, want := range map[float64]string{4: "4\u00a0km", 343: "340\u00a0km", 1888: "1,890\u00a0km"} {
		if got := kilometres(orb.Point{0, 0}, orb.Point{km / 111.195, 0}, p); got != want {
			t.Errorf("%v km is said as %q", km, got)
		}
	}
}

// The scale bar writes its length as all else of the language writes numbers.
func TestScaleBarWritesNumbersAsItsLanguage(t *testing.T) {
	r := room(t)
	for lang, want := range map[string]string{"en": "1,000 km", "uk": "1\u00a0000 км", "ru": "1\u00a0000 км"} {
		s := r.Opening()
		pal := PaletteFor(state.Light)
		m := Foot(r, s, i18n.For(lang), pal, Viewport(r, s, 600, 400, 1))
		pic, _, err := maps.Record(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, step := range pic.Steps {
			if step.Layer == "scale bar" && step.Text != nil {
				said = append(said, step.Text.String)
			}
		}
		if !slices.Contains(said, want) {
			t.Errorf("%s: the bar says %q, want %q", lang, said, want)
		}
	}
}

// Guesses say nothing of the place before it is revealed; then each says how far it
// is, and the place has its name once.
func TestPins(t *testing.T) {
	r := room(t)
	s := r.Opening()
	s.Scene, s.Guesses = 1, state.Guesses("").Add(116.4, 39.9).Add(71.4, 51.1)
	p := i18n.For("en")
	x := NewSymbols(r, Select(r.Data, s), s, p)
	for _, k := range x.pins(s) {
		if k.To != nil || k.Label != "" || k.Found {
			t.Errorf("before the answer a guess says %+v", k)
		}
	}
	if Guessed(r, s, p) != nil {
		t.Error("the distances are said before the answer")
	}
	s.Found = "xian"
	pins, said := x.pins(s), Guessed(r, s, p)
	if len(pins) != 3 || !pins[2].Found || pins[2].Label != "" || len(said) != 2 || pins[0].To == nil {
		t.Fatalf("%+v, %q", pins, said)
	}
	if want := "1: 910\u00a0km"; said[0] != want { // Beijing to Xi'an, some 910 km
		t.Errorf("it says %q, want %q", said[0], want)
	}
	s.Hidden = state.HideMarkers + "," + state.HideNames
	if pins = NewSymbols(r, Select(r.Data, s), s, p).pins(s); pins[2].Label == "" {
		t.Error("where no marker names the place, nothing does")
	}
}

// A scene that hides something is two pages, of which the first does not know the
// answer.
func TestPages(t *testing.T) {
	one := Step{Title: "a", Caption: "Three.", Question: Question{Text: "How many?", Answer: "Three indeed."}}
	two := one
	two.Hidden = "values"
	got := Pages([]Step{one, two})
	if len(got) != 3 || got[0].Caption != "Three." || got[1].Caption != "How many?" || got[1].Question.Answer != "" || got[1].Hidden != "values" ||
		got[2].Caption != "Three.\nThree indeed." || got[2].Hidden != "" {
		t.Errorf("the pages are %+v", got)
	}
	one.Question.Paper = "Count them."
	if on := Pages([]Step{two, one}); on[0].Caption != "How many?" || on[2].Question.Text != "Count them." {
		t.Errorf("in a file it is asked %q and %q", on[0].Caption, on[2].Question.Text)
	}
	if one.Reveals() != "question,answer" || two.Reveals() != "question,values,answer" || (Step{Hidden: "answer,states,question"}).Reveals() != "states" {
		t.Errorf("revealed are %q, %q", one.Reveals(), two.Reveals())
	}
	two.Hidden = "question,answer,values"
	if two.Reveals() != "question,answer,values" {
		t.Errorf("the order of the lesson is not kept: %q", two.Reveals())
	}
}
