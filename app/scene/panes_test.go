package scene

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/draw"
)

// someViews are views with filters of any kind.
func someViews(n int) []state.State {
	r := rand.New(rand.NewPCG(uint64(n), 77))
	out := make([]state.State, n)
	for i := range out {
		out[i] = randomView(r)
	}
	return out
}

// A lesson's file names each choice of panes by one word, and a wrong one is told
// all of them.
func TestPanesHaveNames(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, p := range AllPanes() {
		got, err := ParsePanes(p.String())
		if err != nil || got != p || seen[p.String()] {
			t.Errorf("%q is read as %q, %v", p.String(), got, err)
		}
		seen[p.String()] = true
	}
	if p, err := ParsePanes(""); p != MapPane || err != nil {
		t.Errorf("nothing is %q, %v", p, err)
	}
	for _, word := range []string{"Map", "chart+map", "map+", "+", "maps", "chart + chart", "chart+chart+chart"} {
		_, err := ParsePanes(word)
		if err == nil {
			t.Errorf("%q is a choice of panes", word)
			continue
		}
		for name := range seen {
			if !strings.Contains(err.Error(), name) {
				t.Errorf("%q: the sentence does not offer %s: %v", word, name, err)
			}
		}
	}
	for p, want := range map[Panes]string{MapPane: "map", ChartPane: "chart", MapAndChart: "map chart", TwoMaps: "map map", ChartDocument: "chart document", WordsAlone: ""} {
		if got := strings.Join(p.Parts(), " "); got != want || p.Twice() != (p == TwoMaps) {
			t.Errorf("%s: panes %q, twice %t", p, got, p.Twice())
		}
	}
}

// The panes and the words of a scene share an area out: nothing is left over, no
// two lie on each other, and no edge lies between two pixels.
func TestPanesTileTheirArea(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 9))
	for range 400 {
		x, y := float64(r.IntN(50)), float64(r.IntN(50))
		area := draw.Box{X0: x, Y0: y, X1: x + 200 + float64(r.IntN(3000)), Y1: y + 200 + float64(r.IntN(2000))}
		for _, p := range AllPanes() {
			boxes, words := p.Arrange(area)
			if len(boxes) != len(p.Parts()) {
				t.Fatalf("%s has %d boxes", p, len(boxes))
			}
			if err := tiles(area, append(slices.Clone(boxes), words)); err != nil {
				t.Fatalf("%s in %+v: %v", p, area, err)
			}
			if p.Twice() && boxes[0].Height() != boxes[1].Height() {
				t.Fatalf("%s: two that are compared are %g and %g high", p, boxes[0].Height(), boxes[1].Height())
			}
			alone := p.Beside(area)
			if len(alone) != len(p.Parts()) {
				t.Fatalf("%s alone has %d boxes", p, len(alone))
			}
			if len(alone) > 0 {
				if err := tiles(area, alone); err != nil {
					t.Fatalf("%s alone in %+v: %v", p, area, err)
				}
			}
		}
	}
}

// On a projector of 4:3 the words stand beside the map, which has room for a region
// that is half as wide again as it is high; below it, it was a strip.
func TestPanesOfSquareProjector(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]float64{{1024, 692}, {1280, 724}, {1400, 946}, {1600, 1081}} { // below a title of one line
		boxes, words := MapPane.Arrange(draw.Box{X1: size[0], Y1: size[1]})
		if words.Y0 != 0 || boxes[0].Height() != size[1] || words.X0 != boxes[0].X1 {
			t.Errorf("%v: the map is at %+v, the words at %+v", size, boxes[0], words)
		}
	}
	if boxes, words := MapPane.Arrange(draw.Box{X1: 800, Y1: 1280}); words.Y0 != boxes[0].Y1 {
		t.Errorf("a screen on its edge has the words at %+v", words)
	}
}

// tiles says what is wrong with boxes that are to fill an area.
func tiles(area draw.Box, boxes []draw.Box) error {
	sum := 0.0
	for i, b := range boxes {
		for _, v := range []float64{b.X0, b.Y0, b.X1, b.Y1} {
			if v != math.Trunc(v) {
				return fmt.Errorf("box %d has an edge at %g", i, v)
			}
		}
		if b.X0 < area.X0 || b.Y0 < area.Y0 || b.X1 > area.X1 || b.Y1 > area.Y1 || b.Width() <= 0 || b.Height() <= 0 {
			return fmt.Errorf("box %d, %+v, is outside or empty", i, b)
		}
		for _, o := range boxes[:i] {
			if b.X0 < o.X1 && o.X0 < b.X1 && b.Y0 < o.Y1 && o.Y0 < b.Y1 {
				return fmt.Errorf("%+v and %+v lie on each other", b, o)
			}
		}
		sum += b.Width() * b.Height()
	}
	if whole := area.Width() * area.Height(); sum != whole {
		return fmt.Errorf("%g of %g square pixels are used", sum, whole)
	}
	return nil
}

// A scene with documents shows the statement that it selects alone, else what it
// lights, else what it leaves, and of many no more than a room reads.
func TestPassagesOfAScene(t *testing.T) {
	t.Parallel()
	rm := room(t)
	s := rm.Opening()
	s.Status = state.AllStatuses
	for _, lang := range i18n.Languages() {
		p := i18n.For(lang)
		if got := Passages(rm, Select(rm.Data, s), s, p); len(got) != 40 {
			t.Errorf("%s: of 87 statements %d are shown", lang, len(got))
		}
		lit := s
		lit.LitDomains = "INS"
		got := Passages(rm, Select(rm.Data, lit), lit, p)
		if len(got) != 3 { // check-tables.md
			t.Errorf("%s: %d of 3 lit statements", lang, len(got))
		}
		for _, x := range got {
			if x.Text == "" || !strings.Contains(x.Reference, " · ") {
				t.Errorf("%s: a passage without its words or its place: %+v", lang, x)
			}
		}
		lit.Statement = "002-01"
		if got = Passages(rm, Select(rm.Data, lit), lit, p); len(got) != 1 || got[0].Text != rm.Data.Statement("002-01").Text.In(lang) {
			t.Errorf("%s: selected is 002-01, shown %+v", lang, got)
		}
		lit.Statement = "gone"
		if got = Passages(rm, Select(rm.Data, lit), lit, p); len(got) != 3 {
			t.Errorf("%s: a statement that is gone hides what is lit: %d", lang, len(got))
		}
	}
}
