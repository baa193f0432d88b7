package charts

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func testFont(size float64) font { return font{newFace(regular), size, black} }

func TestWrap(t *testing.T) {
	t.Parallel()
	f := testFont(12)
	tests := []struct {
		text  string
		width float64
		limit int
		want  []string
		whole bool
	}{
		{"", 100, 2, nil, true},
		{"Health", 100, 1, []string{"Health"}, true},
		{"Transport and connectivity", 85, 2, []string{"Transport and", "connectivity"}, true},
		{"Transport and connectivity", 85, 1, []string{"Transport an…"}, false},
		{"транспортно-логістичної", 90, 2, []string{"транспортно-", "логістичної"}, true},
		{"one\u00a0two three", 52, 2, []string{"one\u00a0two", "three"}, true},
		{"2020–2025", 40, 2, []string{"2020…"}, false}, // no break within a range of years
		{"中华人民共和国", 40, 3, []string{"中华人", "民共和", "国"}, true},
		{"word", 3, 1, []string{""}, false},
	}
	for _, tt := range tests {
		got, whole := f.wrap(tt.text, tt.width, tt.limit)
		if tt.text == "中华人民共和国" { // widths of missing glyphs are the font's business
			if strings.Join(got, "") != tt.text || len(got) < 2 {
				t.Errorf("wrap(%q) = %q", tt.text, got)
			}
			continue
		}
		if !slices.Equal(got, tt.want) || whole != tt.whole {
			t.Errorf("wrap(%q, %v, %d) = %q, %v, want %q, %v", tt.text, tt.width, tt.limit, got, whole, tt.want, tt.whole)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add(longUkrainian, 80.0, 3)
	f.Add("a\u00a0b c-d – e/f…", 5.0, 9)
	f.Add("  \n\t", 1.0, 1)
	f.Fuzz(func(t *testing.T, s string, width float64, limit int) {
		if !utf8.ValidString(s) || math.IsNaN(width) {
			return
		}
		limit = min(max(limit, 0), 50)
		face := testFont(12)
		lines, whole := face.wrap(s, width, limit)
		if len(lines) > limit {
			t.Fatalf("%d lines, want at most %d", len(lines), limit)
		}
		for _, line := range lines {
			if face.width(line) > max(width, 0)+1e-9 {
				t.Errorf("%q is wider than %v", line, width)
			}
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if whole && squeeze(strings.Join(lines, "")) != squeeze(s) {
			t.Errorf("wrap(%q) lost text: %q", s, lines)
		}
	})
}

func TestTicks(t *testing.T) {
	t.Parallel()
	tests := []struct {
		high  float64
		limit int
		whole bool
		want  []float64
	}{
		{9, 5, true, []float64{0, 2, 4, 6, 8}},
		{1, 8, true, []float64{0, 1}},
		{75, 8, true, []float64{0, 10, 20, 30, 40, 50, 60, 70}},
		{100, 4, true, []float64{0, 50, 100}},
		{1, 5, false, []float64{0, 0.2, 0.4, 0.6, 0.8, 1}},
		{0, 5, true, []float64{0}},
		{math.NaN(), 5, true, []float64{0}},
	}
	for _, tt := range tests {
		got := ticks(tt.high, tt.limit, tt.whole)
		if !slices.EqualFunc(got, tt.want, func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }) {
			t.Errorf("ticks(%v, %d) = %v, want %v", tt.high, tt.limit, got, tt.want)
		}
	}
}

// Spread spots keep their order and distance, and no other arrangement of the
// same kind is nearer to the dates: shifting any run of spots makes it worse.
func TestSpread(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 4))
	cost := func(a, b []float64) (sum float64) {
		for i := range a {
			sum += (a[i] - b[i]) * (a[i] - b[i])
		}
		return sum
	}
	for range 500 {
		dates := make([]float64, 1+random.IntN(20))
		for i := range dates {
			dates[i] = random.Float64() * 300
		}
		slices.Sort(dates)
		const gap, low, high = 10, 0, 300
		spots := slices.Clone(dates)
		spread(spots, gap, low, high)
		valid := func(s []float64) bool {
			for i := range s {
				if s[i] < low-1e-9 || s[i] > high+1e-9 || i > 0 && s[i]-s[i-1] < gap-1e-9 {
					return false
				}
			}
			return true
		}
		if !valid(spots) {
			t.Fatalf("spread(%v) = %v", dates, spots)
		}
		for i := range spots {
			for j := i; j < len(spots); j++ {
				for _, d := range []float64{-0.01, 0.01} {
					moved := slices.Clone(spots)
					for k := i; k <= j; k++ {
						moved[k] += d
					}
					if valid(moved) && cost(moved, dates) < cost(spots, dates)-1e-6 {
						t.Fatalf("spread(%v) = %v, but %v is nearer", dates, spots, moved)
					}
				}
			}
		}
	}
}
