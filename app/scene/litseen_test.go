package scene

import (
	"image"
	"image/color"
	"math"
	"slices"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/internal/backrow"
)

// litApart is how far a dimmed mark must be from the same one lit, in CIE 1976: three
// times the 2.3 that are just seen (Mahy, Van Eycken and Oosterlinck 1994, "Evaluation of
// uniform color spaces developed after the adoption of CIELAB and CIELUV"). A tenth of
// its pixels must be: light fills are told by edge and pattern, and the box of a dot
// holds paper, too.
const (
	litApart  = 3 * 2.3
	litPixels = 0.1
)

// shareOf is how much of a mark a chart lights.
func shareOf(c *charts.Chart, k charts.MarkKey) (share float64, ok bool) {
	keys := func(cs []charts.Category) (out []string) {
		for _, x := range cs {
			out = append(out, x.Key)
		}
		return out
	}
	columns := keys(c.Columns)
	for _, s := range c.Series {
		columns = append(columns, s.Key)
	}
	lit := c.Lit
	for _, x := range c.Panels {
		if x.Key == k.Panel {
			lit = x.Lit
		}
	}
	i, j := slices.Index(keys(c.Rows), k.Row), slices.Index(columns, k.Series)
	if i < 0 || j < 0 || i >= len(lit) || j >= len(lit[i]) {
		return 0, false
	}
	return lit[i][j], true
}

// seen is how far two pictures are apart in the box of a mark for an eye: what a tenth
// of its pixels reach at least.
func seen(a, b *image.RGBA, m charts.Mark, apart func(a, b color.NRGBA) float64) float64 {
	var all []float64
	known := map[[2]color.NRGBA]float64{}
	for y := int(m.Y); y < int(math.Ceil(m.Y+m.H)); y++ {
		for x := int(m.X); x < int(math.Ceil(m.X+m.W)); x++ {
			p, q := a.RGBAAt(x, y), b.RGBAAt(x, y)
			k := [2]color.NRGBA{{p.R, p.G, p.B, 255}, {q.R, q.G, q.B, 255}}
			d, ok := known[k]
			if !ok {
				d = apart(k[0], k[1])
				known[k] = d
			}
			all = append(all, d)
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)-1-int(litPixels*float64(len(all)-1))]
}

// invert lights what a chart dims, and dims what it lights.
func invert(c *charts.Chart) {
	all := [][][]float64{c.Lit}
	for _, x := range c.Panels {
		all = append(all, x.Lit)
	}
	for _, lit := range all {
		for i := range lit {
			lit[i] = slices.Clone(lit[i])
			for j := range lit[i] {
				lit[i][j] = 1 - lit[i][j]
			}
		}
	}
}

// What a focus dims is told from what it lights in each chart and look, by every eye
// and in grey print: each mark is seen lit beside dimmed ones, and dimmed beside lit
// ones.
func TestDimmedMarksAreSeen(t *testing.T) {
	t.Parallel()
	r, p := room(t), i18n.For("en")
	eyes := map[string]func(a, b color.NRGBA) float64{"grey": backrow.InGrey}
	for _, v := range backrow.Visions() {
		eyes[v.Name] = v.Apart
	}
	size := charts.Size{Width: 800, Height: 460, Density: 1}
	for _, kind := range state.ChartKinds() {
		s := state.Default()
		s.Kind, s.Status = kind, ""
		switch kind {
		case state.Timeline, state.Chronology:
			s.LitMeetings = "2023-04-27-fm4"
		case state.States:
			s.LitStatuses = "intended"
		default:
			s.LitDomains = "TRD"
		}
		for theme, pal := range palettes {
			c, other := Count(r, Select(r.Data, s), s, p).Chart(pal), Count(r, Select(r.Data, s), s, p).Chart(pal)
			invert(other)
			one, layout, err := charts.Image(c, size)
			if err != nil {
				t.Fatal(err)
			}
			two, _, err := charts.Image(other, size)
			if err != nil {
				t.Fatal(err)
			}
			n := [2]int{}
			for _, m := range layout.Marks {
				share, ok := shareOf(c, m.Key())
				if !ok || m.Total || m.Value == 0 || m.W*m.H < 20 || share > 0 && share < 1 {
					continue
				}
				n[int(share)]++
				for eye, apart := range eyes {
					if got := seen(one, two, m, apart); got < litApart {
						t.Errorf("%s, %s: for %s eyes %s is %.1f apart lit and dimmed, want %.1f", kind, theme, eye, m.Name, got, litApart)
					}
				}
			}
			if n[0] == 0 || n[1] == 0 {
				t.Errorf("%s, %s: %d marks are dimmed, %d lit: this tests too little", kind, theme, n[0], n[1])
			}
		}
	}
}
