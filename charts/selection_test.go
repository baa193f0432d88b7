package charts

import (
	"image"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestSelects(t *testing.T) {
	t.Parallel()
	m := Mark{Panel: "p", Row: "r", Series: "s"}
	for key, want := range map[MarkKey]bool{
		{}: false, {Row: "r"}: true, {Series: "s"}: true, {Row: "r", Series: "s"}: true, {Panel: "p", Row: "r", Series: "s"}: true,
		{Panel: "q", Row: "r"}: false, {Row: "x"}: false, {Row: "r", Series: "x"}: false, {Panel: "p"}: true,
	} {
		if got := key.selects(m); got != want {
			t.Errorf("%+v selects: %v", key, got)
		}
	}
}

// What is selected is ringed in the accent, in every kind, and nothing else is.
func TestSelectionIsRinged(t *testing.T) {
	t.Parallel()
	for name, sample := range map[string]func() *Chart{"bars": statesChart, "matrix": matrixChart, "timeline": timelineChart, "multiples": multiplesChart, "compare": compareChart} {
		plain, l, err := Image(sample(), Size{960, 600, 1})
		if err != nil {
			t.Fatal(err)
		}
		if n, _ := accents(plain); n > 0 {
			t.Errorf("%s: %d pixels of the accent, nothing selected", name, n)
		}
		i := slices.IndexFunc(l.Marks, func(m Mark) bool { return !m.Total && m.Value > 0 && min(m.W, m.H) > 6 })
		m := l.Marks[i]
		c := sample()
		c.Selected = m.Key()
		img, _, err := Image(c, Size{960, 600, 1})
		if err != nil {
			t.Fatal(err)
		}
		n, in := accents(img)
		around := image.Rect(int(m.X)-4, int(m.Y)-4, int(math.Ceil(m.X+m.W))+4, int(math.Ceil(m.Y+m.H))+4)
		around.Min.X = min(around.Min.X, 12) // the rule at the left of the row
		if n == 0 || !in.In(around) {
			t.Errorf("%s: %d pixels of the accent in %v, the mark is in %v", name, n, in, around)
		}
	}
}

// accents is how many pixels have the accent's colour, and where.
func accents(img *image.RGBA) (n int, in image.Rectangle) {
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if at(img, x, y) == light.Accent {
				n++
				in = in.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return n, in
}

// At finds what a look at every mark finds: the smallest that holds the point,
// unless a sliver beside it is meant.
func TestAtAgainstBruteForce(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(4, 4))
	for range 300 {
		l := &Layout{}
		for i := range 1 + random.IntN(12) {
			l.Marks = append(l.Marks, Mark{Row: string(rune('a' + i)), X: random.Float64() * 100, Y: random.Float64() * 100, W: 12 + random.Float64()*40, H: 12 + random.Float64()*40})
		}
		for range 20 {
			x, y := random.Float64()*150-10, random.Float64()*150-10
			best := Mark{W: math.Inf(1), H: 1}
			for _, m := range l.Marks {
				if x >= m.X && x <= m.X+m.W && y >= m.Y && y <= m.Y+m.H && m.W*m.H < best.W*best.H {
					best = m
				}
			}
			got, ok := l.At(x, y)
			if ok != (best.Row != "") || ok && got.Row != best.Row {
				t.Fatalf("At(%.1f, %.1f) = %q, %v, want %q", x, y, got.Row, ok, best.Row)
			}
		}
	}
}

// A sliver is hit from a few pixels away, and before the total that it lies on.
func TestSliversAreHit(t *testing.T) {
	t.Parallel()
	l := &Layout{Marks: []Mark{{Row: "row", X: 0, Y: 0, W: 200, H: 20, Total: true}, {Row: "sliver", X: 100, Y: 4, W: 1, H: 12}}}
	for x, want := range map[float64]string{100.5: "sliver", 96: "sliver", 106.5: "sliver", 90: "row", 110: "row"} {
		if got, _ := l.At(x, 10); got.Row != want {
			t.Errorf("At(%v) = %q, want %q", x, got.Row, want)
		}
	}
	if got, ok := l.At(100, 40); ok {
		t.Errorf("far below is %q", got.Row)
	}
}
