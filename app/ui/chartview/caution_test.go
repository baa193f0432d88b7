package chartview

import (
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/ui/parts"
)

// The caution stands below the chart, also for data that do not say how they
// are coded and so have no link beside it.
func TestCautionStandsBelowTheChart(t *testing.T) {
	g := newRig(t)
	for _, linked := range []bool{true, false} {
		g.coding.Hidden = !linked
		g.Place(g.Size())
		at, size := g.area()
		if low, top := at.Y+size.Height, g.caution.Position().Y; low > top+2 {
			t.Errorf("link %t: the chart ends at %g, the line begins at %g", linked, low, top)
		}
	}
}

// In a pane of any width that has the words' essential part it is whole: the passages
// go first, never "not a list of treaties".
func TestCautionIsNotCut(t *testing.T) {
	g := newRig(t)
	whole, short := g.caution.words[0], g.caution.words[1]
	if whole == "" || short == "" || short == whole {
		t.Fatalf("it says %q, in short %q", whole, short)
	}
	width := func(words string) float32 { return parts.Measure(words, g.caution.line.TextSize, false).Width }
	for _, tt := range []struct {
		room      float32
		says, tip string
	}{{width(whole) + 1, whole, ""}, {width(whole) - 1, short, whole}, {width(short) + 1, short, whole}} {
		g.caution.Place(fyne.NewSize(tt.room, 20))
		if g.caution.line.Text != tt.says || g.caution.Tip != tt.tip {
			t.Errorf("in %v it says %q with the tip %q", tt.room, g.caution.line.Text, g.caution.Tip)
		}
	}
}
