package text

import (
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"c5atlas.org/c5atlas/assets"
)

func regularTTF() []byte { return assets.FontRegular() }

func parse(t testing.TB, ttf []byte) *Face {
	t.Helper()
	f, err := Parse(ttf)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func regular(t testing.TB) *Face {
	t.Helper()
	return parse(t, regularTTF())
}

// The face's own numbers, as ttx prints them: 1000 units an em, hhea 1069 and
// -293, capitals of 714.
func TestParse(t *testing.T) {
	t.Parallel()
	f := regular(t)
	if f.Bold || f.Ascent != 1.069 || f.Descent != 0.293 || f.CapHeight != 0.714 {
		t.Errorf("%v, %v, %v, bold %v", f.Ascent, f.Descent, f.CapHeight, f.Bold)
	}
	if !parse(t, assets.FontBold()).Bold {
		t.Error("the bold face is not bold")
	}
	if !slices.Equal(f.TTF(), regularTTF()) {
		t.Error("another file")
	}
	for _, bad := range [][]byte{nil, {}, []byte("no font"), regularTTF()[:400], regularTTF()[:3], regularTTF()[:20000]} {
		if _, err := Parse(bad); err == nil {
			t.Errorf("Parse of %d bytes: no error", len(bad))
		}
	}
}

// Where nothing is kerned or joined, glyphs, advances and outlines are those that
// another reader of fonts finds.
func TestAgainstAnotherReader(t *testing.T) {
	t.Parallel()
	other, err := sfnt.Parse(regularTTF())
	if err != nil {
		t.Fatal(err)
	}
	f := regular(t)
	var buf sfnt.Buffer
	ppem := fixed.I(1000)
	for _, r := range "AgЖщіїЇҚ中0%…" {
		run := f.Shape(string(r))
		id, err := other.GlyphIndex(&buf, r)
		if err != nil {
			t.Fatal(err)
		}
		if got := run.Clusters[0].Glyphs[0].ID; got != ID(id) {
			t.Errorf("%c: glyph %d, want %d", r, got, id)
		}
		if adv, err := other.GlyphAdvance(&buf, id, ppem, font.HintingNone); err != nil || math.Abs(run.Width-float64(adv)/64000) > 1e-9 {
			t.Errorf("%c: %v wide, want %v, %v", r, run.Width, float64(adv)/64000, err)
		}
		bounds, _, err := other.GlyphBounds(&buf, id, ppem, font.HintingNone)
		if err != nil {
			t.Fatal(err)
		}
		up, down := -float64(bounds.Min.Y)/64000, float64(bounds.Max.Y)/64000
		if math.Abs(run.Rise-up) > 0.001 || math.Abs(run.Fall-down) > 0.001 {
			t.Errorf("%c: ink from %v to %v, want %v to %v", r, run.Rise, run.Fall, up, down)
		}
		box := [4]float64{9, 9, -9, -9}
		for _, ring := range rings(f.Outline(ID(id)), 0.0005) {
			for _, p := range ring {
				box = [4]float64{min(box[0], p.X), min(box[1], p.Y), max(box[2], p.X), max(box[3], p.Y)}
			}
		}
		for i, v := range []fixed.Int26_6{bounds.Min.X, bounds.Min.Y, bounds.Max.X, bounds.Max.Y} {
			if math.Abs(box[i]-float64(v)/64000) > 0.002 {
				t.Errorf("%c: outline within %v, want %v", r, box, bounds)
			}
		}
	}
}

// The dotted і keeps its dot: two contours, as its Latin twin has.
func TestDottedI(t *testing.T) {
	t.Parallel()
	for _, ttf := range [][]byte{assets.FontRegular(), assets.FontBold()} {
		f := parse(t, ttf)
		for s, want := range map[string]int{"і": 2, "i": 2, "ї": 3, "ı": 1, "і\u0308": 3} {
			n := 0
			for _, c := range f.Shape(s).Clusters {
				for _, g := range c.Glyphs {
					n += len(f.Outline(g.ID))
				}
			}
			if n != want {
				t.Errorf("%q has %d contours, want %d", s, n, want)
			}
		}
	}
}

// Kerning as the face's table has it (AV -40, To -10, Та -80 of 1000), and marks
// that stay with their letters.
func TestShape(t *testing.T) {
	t.Parallel()
	f := regular(t)
	alone := func(letters ...string) (w float64) {
		for _, s := range letters {
			w += f.Width(s)
		}
		return w
	}
	for _, c := range []struct {
		text string
		kern float64
		want []string
	}{
		{"AV", -0.040, []string{"A", "V"}},
		{"Та", -0.080, []string{"Т", "а"}},
		{"A V", 0, []string{"A", " ", "V"}},
		{"q\u0301\u0323", 0, []string{"q\u0301\u0323"}},
		{"中国 AV", -0.040, []string{"中", "国", " ", "A", "V"}},
		{"fi", 0, []string{"f", "i"}},
		{"\ta", 0, []string{"\t", "a"}},
	} {
		run := f.Shape(c.text)
		var got []string
		at := 0
		for _, k := range run.Clusters {
			got = append(got, k.Text)
			if k.At != at || len(k.Glyphs) == 0 {
				t.Errorf("%q: %q begins at %d, want %d; %d glyphs", c.text, k.Text, k.At, at, len(k.Glyphs))
			}
			at += len(k.Text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("Shape(%q): %q, want %q", c.text, got, c.want)
		}
		if d := run.Width - alone(c.want...) - c.kern; math.Abs(d) > 1e-9 {
			t.Errorf("%q is %v wider than its letters and kerning", c.text, d)
		}
		if w := f.Width(c.text); w != run.Width {
			t.Errorf("%q: Width %v, run %v", c.text, w, run.Width)
		}
	}
	if w := f.Width(""); w != 0 {
		t.Errorf("nothing is %v wide", w)
	}
	mark := f.Shape("q\u0301").Clusters[0]
	if len(mark.Glyphs) != 2 || mark.Advance != f.Width("q") || mark.Glyphs[1].X == 0 {
		t.Errorf("a mark: %+v", mark)
	}
}

// Right-to-left letters stand in their order, the words of one stretch too, each
// once.
func TestRightToLeft(t *testing.T) {
	t.Parallel()
	f := regular(t)
	var got strings.Builder
	for _, c := range f.Shape("ab אבג דה cd").Clusters {
		got.WriteString(c.Text)
	}
	if want := "ab הד גבא cd"; got.String() != want {
		t.Errorf("%q, want %q", got.String(), want)
	}
}

// What is set is the same whoever asks, and however often.
func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	f := regular(t)
	text := strings.Repeat("Спільна заява China–Central Asia ", 3)
	want := regular(t).Width(text)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for k := range 200 {
				s := text[:2*(k%8)] // begins anew
				if f.Width(text) != want || f.Shape(s).Width != f.Width(s) {
					t.Errorf("%d: another width", i)
				}
				f.Outline(ID(k))
			}
		})
	}
	wg.Wait()
}

// Memory is bounded, whatever is set.
func TestMemoryIsBounded(t *testing.T) {
	t.Parallel()
	f := regular(t)
	for i := range 400 {
		f.Shape(strings.Repeat(string(rune('a'+i%26)), 400) + strings.Repeat("b", i%97) + string(rune('A'+i%50)))
		f.Width(strings.Repeat("c", 12000) + strings.Repeat("d", i))
		f.Wrap(strings.Repeat("e f ", 200)+strings.Repeat("g", i), 40, 9)
	}
	for i := range most / 900 {
		f.Cut("a word that is longer than its line"+strings.Repeat(" and more", 100), 2+float64(i)/1e6)
	}
	m := &f.memory
	if m.size > most || m.keys > most || m.cost > most || m.lines > most {
		t.Errorf("%d, %d, %d and %d bytes", m.size, m.keys, m.cost, m.lines)
	}
	want := 0.0
	for range 40 {
		want += f.Width("long ")
	}
	if got := f.Shape(strings.Repeat("long ", 40)).Width; math.Abs(got-want) > 1e-9 {
		t.Errorf("%v, want %v", got, want)
	}
}

func BenchmarkShape(b *testing.B) {
	for _, s := range []string{"connectivity", "Education, culture and people-to-people contacts", "взаємопов’язаності"} {
		b.Run("new/"+s, func(b *testing.B) {
			f := regular(b)
			for b.Loop() {
				f.memory = memory{}
				f.Shape(s)
			}
		})
		b.Run("again/"+s, func(b *testing.B) {
			f := regular(b)
			for b.Loop() {
				f.Shape(s)
			}
		})
	}
}

func BenchmarkWrap(b *testing.B) {
	f := regular(b)
	const s = "A statement counts once for each state it names, so that the states add up to more than the total. Five documents are not a sample of all that was agreed."
	for b.Loop() {
		f.Wrap(s, 30, 5)
	}
}

func BenchmarkCut(b *testing.B) {
	f := regular(b)
	for b.Loop() {
		f.Cut("Education, culture and people-to-people contacts", 12)
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		regular(b)
	}
}

// Whatever a line holds, its clusters are its letters, each once, and their
// advances its width; left-to-right ones are in their order.
func FuzzShape(f *testing.F) {
	face := parse(f, regularTTF())
	f.Add("Спільна заява\tAV e\u0301 中国")
	f.Add("ab אבג 12 cd\u202e xy")
	f.Add("\xff\u2028👩‍🏫")
	f.Fuzz(func(t *testing.T, s string) {
		run := face.Shape(s)
		clusters := slices.Clone(run.Clusters)
		width := 0.0
		for _, c := range clusters {
			if math.Abs(c.X-width) > 1e-6 {
				t.Fatalf("%q: %q stands at %v, want %v", s, c.Text, c.X, width)
			}
			width += c.Advance
		}
		if math.Abs(width-run.Width) > 1e-6 || run.Width != face.Width(s) {
			t.Fatalf("%q: advances of %v, width %v and %v", s, width, run.Width, face.Width(s))
		}
		if !turned(s) && !slices.IsSortedFunc(clusters, func(a, b Cluster) int { return a.At - b.At }) {
			t.Fatalf("%q: %v", s, clusters)
		}
		slices.SortFunc(clusters, func(a, b Cluster) int { return a.At - b.At })
		at := 0
		for _, c := range clusters {
			if c.At != at || s[at:at+len(c.Text)] != c.Text {
				t.Fatalf("%q: %q at %d, want what is at %d", s, c.Text, c.At, at)
			}
			at += len(c.Text)
		}
		if at != len(s) {
			t.Fatalf("%q: letters end at %d", s, at)
		}
	})
}
