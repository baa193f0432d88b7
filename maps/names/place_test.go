package names

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/draw/text"
	"c5atlas.org/c5atlas/internal/pairs"
	"c5atlas.org/c5atlas/maps/geo"
)

var asia = geo.Albers(25, 47, 36, 90)

func asset(path ...string) []byte {
	data, err := os.ReadFile(filepath.Join(append([]string{"..", "..", "assets"}, path...)...))
	if err != nil {
		panic(err)
	}
	return data
}

// faces are those that the atlas embeds.
var faces = sync.OnceValue(func() [2]*text.Face {
	var out [2]*text.Face
	for i, name := range []string{"atlas-regular.ttf", "atlas-bold.ttf"} {
		var err error
		if out[i], err = text.Parse(asset("fonts", name)); err != nil {
			panic(err)
		}
	}
	return out
})

// base is the coarsest level of the base map.
var base = sync.OnceValue(func() *geo.Projected {
	a := geo.NewAtlas([]geo.Level{{Data: asset("basemap", "lod0.base")}}, geo.Relief{})
	if err := a.Load(0, asia); err != nil {
		panic(err)
	}
	return a.Projected(0, asia)
})

// settingAt is the shipped names with some markers, at a scale.
func settingAt(t *testing.T, lang string, scale float64) *Setting {
	t.Helper()
	s := &Setting{
		Projection: asia, Bucket: geo.BucketOf(scale), TypeScale: 1, Regular: faces()[0], Bold: faces()[1], Base: base(),
		Focus:  map[string]bool{"CN": true, "KZ": true, "KG": true, "TJ": true, "TM": true, "UZ": true},
		Labels: Labels(shipped(t), lang, ""),
	}
	for i, ll := range []orb.Point{{108.94, 34.26}, {71.446, 51.18}, {76.95, 43.25}, {69.22, 41.26}, {104.07, 30.66}, {58.38, 37.95}, {66.97, 39.65}, {116.4, 39.9}} {
		site := Site{At: asia.Project(ll), R: 6 + float64(i), ID: strconv.Itoa(i)}
		if i%2 == 0 {
			site.Label = fmt.Sprintf("Place %d", i)
		} else {
			site.Shoulder, site.Figure = 5, 9
		}
		s.Sites = append(s.Sites, site)
	}
	return s
}

// touching is a pair of names, or a name and a site, that overlap when drawn at a
// scale, or "".
func touching(s *Setting, placed []*Placed, scale float64) string {
	to := draw.Affine{SX: 1 / scale, SY: -1 / scale}
	boxes := make([][]draw.Box, len(placed))
	for i, w := range placed {
		boxes[i] = w.Boxes(to)
	}
	for i, w := range placed {
		for k := range i {
			if w.copy && placed[k].copy && w.Label == placed[k].Label {
				continue // only one of them is drawn
			}
			for _, a := range boxes[i] {
				if slices.ContainsFunc(boxes[k], a.Overlaps) {
					return fmt.Sprintf("%q and %q", w.Label.Text, placed[k].Label.Text)
				}
			}
		}
		for _, site := range s.Sites {
			q := to.Apply(site.At)
			over := draw.Box{X0: q[0] - site.R, Y0: q[1] - site.R, X1: q[0] + site.R, Y1: q[1] + site.R}
			if slices.ContainsFunc(boxes[i], over.Overlaps) {
				return fmt.Sprintf("%q and the marker %s", w.Label.Text, site.ID)
			}
		}
	}
	return ""
}

// TestNamesNeverOverlap, at any scale of a bucket, in any language and size.
func TestNamesNeverOverlap(t *testing.T) {
	t.Parallel()
	for k, lang := range []string{"en", "uk", "ru"} {
		step := 0
		for scale := 20000.0; scale > 150; scale /= 1.31 {
			step++
			for i, typeScale := range []float64{1, 1.7} {
				if !pairs.Turn(k, 3, step, i) {
					continue
				}
				s := settingAt(t, lang, scale)
				s.TypeScale = typeScale
				l := Place(s)
				for _, at := range []float64{s.Bucket.Fine, scale, s.Bucket.Coarse} {
					if pair := touching(s, l.Placed, at); pair != "" {
						t.Errorf("%s, %.0f m/px, type %g: %s overlap", lang, at, typeScale, pair)
					}
				}
				if scale < 8000 && len(l.Placed) < 30 {
					t.Errorf("%s, %.0f m/px: only %d names", lang, scale, len(l.Placed))
				}
			}
		}
	}
}

// TestCopiesKeepApart from the names, the markers and each other, and stand wholly
// in their country.
func TestCopiesKeepApart(t *testing.T) {
	t.Parallel()
	copies := 0
	for _, scale := range []float64{6000, 3000, 1500, 700} {
		s := settingAt(t, "en", scale)
		l := Place(s)
		center := asia.Project(orb.Point{100, 38})
		win := orb.Bound{Min: orb.Point{center[0] - 2.5e6, center[1] - 2e6}, Max: orb.Point{center[0] + 2.5e6, center[1] + 2e6}}
		more := l.CopiesIn(win, nil)
		copies += len(more)
		if pair := touching(s, append(slices.Clone(l.Placed), more...), scale); pair != "" {
			t.Errorf("%.0f m/px: %s overlap", scale, pair)
		}
		for _, w := range more {
			home := l.country(w.Label)
			for _, b := range w.Boxes(draw.Affine{SX: 1 / s.Bucket.Coarse, SY: -1 / s.Bucket.Coarse}) {
				for _, at := range [][2]float64{{b.X0, b.Y0}, {b.X1, b.Y0}, {b.X0, b.Y1}, {b.X1, b.Y1}} {
					if !home.Contains(orb.Point{at[0] * s.Bucket.Coarse, -at[1] * s.Bucket.Coarse}) {
						t.Errorf("%.0f m/px: a copy of %s leaves its country", scale, w.Label.Text)
					}
				}
			}
		}
		if again := l.CopiesIn(win, nil); !slices.Equal(again, more) {
			t.Errorf("%.0f m/px: other copies the second time", scale)
		}
		all := map[*Label]bool{}
		for _, w := range more {
			all[w.Label] = true
		}
		if left := l.CopiesIn(win, all); len(left) != 0 {
			t.Errorf("%.0f m/px: %d copies of names that show", scale, len(left))
		}
	}
	if copies < 10 {
		t.Errorf("only %d copies", copies)
	}
}

// TestMoreRoomMoreNames: on a finer map at least as many of those it may show find
// a place, and none that is too small for it is shown.
func TestMoreRoomMoreNames(t *testing.T) {
	t.Parallel()
	last := 0
	for _, scale := range []float64{16000, 8000, 4000, 2000, 1000, 500} {
		l := Place(settingAt(t, "uk", scale))
		if len(l.Placed) < last {
			t.Errorf("%.0f m/px: %d names, %d on a coarser map", scale, len(l.Placed), last)
		}
		last = len(l.Placed)
		for _, w := range l.Placed {
			if r := w.Label.Rank; r > 0 && w.Label.Kind != Disputed && r < len(appear) && scale > appear[r]*1.7 {
				t.Errorf("%.0f m/px: %q of rank %d", scale, w.Label.Text, r)
			}
			if w.Type.Size < Smallest {
				t.Errorf("%q is %.1f px large", w.Label.Text, w.Type.Size)
			}
		}
	}
}

// TestHeldAtThePoint: a town's name stands beside it, and is held at the end that
// is nearer.
func TestHeldAtThePoint(t *testing.T) {
	t.Parallel()
	s := settingAt(t, "en", 4000)
	to := draw.Affine{SX: 1 / s.Bucket.Coarse, SY: -1 / s.Bucket.Coarse}
	seen := map[draw.Anchor]int{}
	for _, w := range Place(s).Placed {
		if k := w.Label.Kind; k != City && k != Capital {
			continue
		}
		b, at := w.Boxes(to)[0], to.Apply(w.Anchor)
		left, right := at[0]-b.X0, b.X1-at[0] // how far the line reaches
		want := draw.Middle
		switch {
		case left < 0:
			want = draw.Start
		case right < 1:
			want = draw.End
		}
		seen[w.Held]++
		if w.Held != want {
			t.Errorf("%q reaches %.1f left and %.1f right of its point and is held at %d", w.Label.Text, left, right, w.Held)
		}
	}
	if seen[draw.Start] < 10 || seen[draw.End] == 0 {
		t.Errorf("names are held at %v", seen)
	}
}

// TestMemoryIsOfTheSetting: equal settings give one layout, others their own, and
// the memory has an end.
func TestMemoryIsOfTheSetting(t *testing.T) {
	t.Parallel()
	var m Memory
	s := settingAt(t, "en", 4000)
	s.Labels = s.Labels[:40]
	first := m.Place(s)
	label := stateLabels(first)[0]
	first.Elsewhere(label, windowOn(first.country(label).Bound.Center(), 4000, 600, 400), func(*Placed) bool { return false })
	if first.part == nil {
		t.Fatal("no place was looked for")
	}
	same := *s
	same.Labels = slices.Clone(s.Labels)
	if m.Place(&same) != first {
		t.Error("an equal setting was placed anew")
	}
	for name, change := range map[string]func(o *Setting){
		"bucket":     func(o *Setting) { o.Bucket = geo.BucketOf(1000) },
		"type":       func(o *Setting) { o.TypeScale = 1.5 },
		"face":       func(o *Setting) { o.Regular = faces()[1] },
		"focus":      func(o *Setting) { o.Focus = map[string]bool{"CN": true} },
		"base":       func(o *Setting) { o.Base = nil },
		"projection": func(o *Setting) { o.Projection, o.Base = geo.EqualEarth(0), nil },
		"labels":     func(o *Setting) { o.Labels = o.Labels[1:] },
		"a label":    func(o *Setting) { o.Labels = slices.Clone(o.Labels); o.Labels[3].Text += "!" },
		"sites":      func(o *Setting) { o.Sites = slices.Clone(o.Sites); o.Sites[0].R++ },
	} {
		o := *s
		change(&o)
		if m.Place(&o) == first {
			t.Errorf("another %s has the same names", name)
		}
		if first.part == nil {
			t.Error("what was found for the last window but one is forgotten")
		}
		if m.Place(s) != first {
			t.Errorf("after another %s the first is forgotten", name)
		}
	}
	if len(m.named) > settings {
		t.Errorf("%d layouts are kept", len(m.named))
	}
	for _, old := range m.named[:len(m.named)-roaming] {
		if old.part != nil {
			t.Error("places for a window are kept of a setting that is not drawn now")
		}
	}
	s.Labels[0].Text, s.Focus["XX"] = "changed", true
	if l := m.Place(s); l == first {
		t.Error("what the caller changed later was taken for the same")
	}
}

// TestShortNamesGoFirst: a country too small for its name has its short one.
func TestShortNamesGoFirst(t *testing.T) {
	t.Parallel()
	s := settingAt(t, "en", 14000)
	s.Sites = nil
	for i := range s.Labels {
		if l := &s.Labels[i]; l.Kind == Country && s.Focus[l.ID] {
			l.Short = l.ID
			if l.ID == "TJ" {
				l.Text = strings.Repeat("Tajikistan ", 4)
			}
		}
	}
	written := map[string]string{}
	for _, w := range Place(s).Placed {
		written[w.Label.ID] = w.Lines[0]
	}
	if written["TJ"] != "TJ" || written["CN"] == "CN" {
		t.Errorf("Tajikistan is written %q, China %q", written["TJ"], written["CN"])
	}
}

func FuzzPlace(f *testing.F) {
	f.Add("Алмати", "Long Name of a Sea", 76.9, 43.2, 77.0, 43.3, 4000.0, 1.0)
	f.Add("", "\xff", 0.0, 0.0, 0.0, 0.0, 1.0, 100.0)
	f.Add("हिन्दी", "東京", 76.9, 43.2, 77.0, 43.3, 4000.0, 1.0)
	f.Fuzz(func(t *testing.T, a, b string, x0, y0, x1, y1, scale, typeScale float64) {
		for _, v := range []float64{x0, y0, x1, y1} {
			if !(math.Abs(v) <= 180) {
				return
			}
		}
		if !(scale > 1 && scale < 1e6) || !(typeScale > 0.1 && typeScale < 10) || len(a)+len(b) > 200 {
			return
		}
		p, q := orb.Point{x0, y0 / 2.2}, orb.Point{x1, y1 / 2.2}
		s := &Setting{Projection: asia, Bucket: geo.BucketOf(scale), TypeScale: typeScale, Regular: faces()[0], Sites: []Site{{At: asia.Project(q), R: 8, ID: "m", Label: b}}}
		for kind := range Disputed + 1 {
			s.Labels = append(s.Labels,
				Label{ID: "a", Text: a, Kind: kind, LonLat: p, Rank: int(kind) % 3},
				Label{ID: "b", Text: b, Kind: kind, LonLat: q, Line: []orb.Point{p, q}})
		}
		if pair := touching(s, Place(s).Placed, scale); pair != "" {
			t.Fatalf("%s overlap", pair)
		}
	})
}

// TestNameIsNotCutInTwo: where a projection cuts the axis of a name, the name
// stands at its place instead.
func TestNameIsNotCutInTwo(t *testing.T) {
	t.Parallel()
	axis := []orb.Point{{72, 58.8}, {86, 60.2}, {101, 60.2}, {116, 58.6}}
	for lon0, whole := range map[float64]bool{90: true, -100: false, -20: true, -90: false, 180: true} {
		s := &Setting{Projection: geo.EqualEarth(lon0)}
		if s.whole(axis) != whole {
			t.Errorf("about %g the axis of Russia is whole: %v", lon0, !whole)
		}
	}
}

// TestNamesSuitTheirCountries: of a country in focus the letters are larger than
// the smallest only where its name fits into it, and a tiny country is named at
// its side.
func TestNamesSuitTheirCountries(t *testing.T) {
	t.Parallel()
	named := 0
	for _, scale := range []float64{12000, 6000, 3000} {
		s := settingAt(t, "en", scale)
		s.Sites = nil
		s.Focus = map[string]bool{"MY": true, "SG": true, "PH": true, "ID": true, "FR": true, "MT": true, "IE": true, "SE": true}
		for i := range s.Labels {
			if s.Focus[s.Labels[i].ISO] && s.Labels[i].Kind == Country {
				s.Labels[i].Rank, s.Labels[i].Line = 0, nil
			}
		}
		l := Place(s)
		for _, w := range l.Placed {
			if w.Label.Kind != Country || !s.Focus[w.Label.ID] {
				continue
			}
			named++
			home := l.coarse.Bound(l.country(w.Label).Bound)
			size := home.Max[0] - home.Min[0]
			for _, line := range w.Lines {
				if width := w.width(line); w.Type.Size > Smallest+0.01 && width > size {
					t.Errorf("at %g %s is %.0f pixels wide, the country %.0f", scale, line, width, size)
				}
			}
			at := l.coarse.Apply(w.Anchor)
			if b := draw.UnionOf(w.body.coarse); size < tiny && (b.X0 > at[0]+2*tiny || b.X1 < at[0]-2*tiny) {
				t.Errorf("at %g %s stands at %+v, its country at %v", scale, w.Label.Text, b, at)
			}
		}
	}
	if named < 12 {
		t.Errorf("%d names", named)
	}
}

// TestMarkersKeepTheirNames: what a marker is called stands plainly nearer to it than to
// any other marker, and close by, or off all others with a line to it; the first have their
// places first.
func TestMarkersKeepTheirNames(t *testing.T) {
	t.Parallel()
	seen, whole, led := 0, 0, 0
	for _, lang := range []string{"en", "ru"} {
		for scale := 16000.0; scale > 400; scale /= 1.31 {
			s := settingAt(t, lang, scale)
			for i := range s.Sites {
				s.Sites[i].Label, s.Sites[i].Foremost = fmt.Sprintf("Marker %d, Other", i), i%3 == 0
				s.Sites[i].Short = fmt.Sprintf("Marker %d", i)
				s.Sites[i].Shoulder, s.Sites[i].Figure = 13, 20
			}
			l := Place(s)
			for _, w := range l.Placed {
				i := slices.IndexFunc(s.Sites, func(x Site) bool { return x.ID == w.Label.ID })
				if i < 0 || l.Mark(i) != w.Label {
					continue
				}
				seen++
				if w.Label.Text == s.Sites[i].Label {
					whole++
				}
				to := draw.Affine{SX: 1 / s.Bucket.Coarse, SY: -1 / s.Bucket.Coarse}
				text := w.Boxes(to)[0]
				gap := func(x *Site) float64 {
					q := to.Apply(x.At)
					return math.Hypot(max(text.X0-q[0], 0, q[0]-text.X1), max(text.Y0-q[1], 0, q[1]-text.Y1)) - x.R
				}
				own, most := gap(&s.Sites[i])+7, 5+4+13*1.5 // a name over one marker is not that of another at its end
				if _, _, ok := w.Line(to, 1); ok {
					led++
					most, own = 5+nearOff*l.leash()+Smallest, aside
					if !s.Sites[i].Foremost || w.Type.Size != Smallest {
						t.Errorf("%s, %.0f m/px: %q has a line in type of %g", lang, scale, w.Label.Text, w.Type.Size)
					}
				}
				if gap(&s.Sites[i]) > most {
					t.Errorf("%s, %.0f m/px: %q stands %.1f px from its marker", lang, scale, w.Label.Text, gap(&s.Sites[i]))
				}
				for k := range s.Sites {
					if k != i && s.Sites[k].ID != "" && gap(&s.Sites[k]) < own-1e-9 {
						t.Errorf("%s, %.0f m/px: %q is nearer to marker %d", lang, scale, w.Label.Text, k)
					}
				}
			}
			for i := range s.Sites {
				if l.Mark(i) != nil || !s.Sites[i].Foremost {
					continue
				}
				alone := *s
				alone.Sites = slices.Clone(s.Sites)
				for k := range alone.Sites {
					if !alone.Sites[k].Foremost {
						alone.Sites[k].Label, alone.Sites[k].Short = "", ""
					}
				}
				if Place(&alone).Mark(i) != nil {
					t.Errorf("%s, %.0f m/px: marker %d has no name because of those that come behind it", lang, scale, i)
				}
			}
		}
	}
	if seen < 100 || whole < 50 || whole == seen || led < 3 {
		t.Errorf("%d labels were looked at, %d of them whole, %d with a line", seen, whole, led)
	}
}

// A map of large land has short lines: where a state has a place within its leash, whole or
// short, its name is not farther off.
func TestSmallMapsHaveShortLines(t *testing.T) {
	t.Parallel()
	seen := 0
	for _, lang := range []string{"en", "uk", "ru"} {
		for scale := 11500.0; scale < 25000; scale *= 1.26 {
			l := Place(settingAt(t, lang, scale))
			if want := 11000 / l.Bucket.Coarse; l.leash() != want || want >= 1 {
				t.Fatalf("at %.0f m/px a line has %.2f of its length, want %.2f", scale, l.leash(), want)
			}
			for _, w := range l.Placed {
				from, at, ok := w.Line(l.coarse, 1)
				if !ok || !l.State(w.Label) {
					continue
				}
				seen++
				if length := math.Hypot(at[0]-from[0], at[1]-from[1]); length > longest*l.leash() {
					t.Errorf("%s, %.0f m/px: the line of %s is %.0f px long", lang, scale, w.Label.Text, length)
				}
			}
		}
	}
	if seen < 20 {
		t.Errorf("%d lines", seen)
	}
}
