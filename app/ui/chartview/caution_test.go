package chartview

import "testing"

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
