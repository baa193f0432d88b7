package parts_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/charts"
)

func TestParagraph(t *testing.T) {
	h := newHand(t)
	text := strings.Repeat("some words of a text ", 12)
	p := parts.NewParagraph(text, 14, false, h.Palette().Ink).Underlined()
	uitest.Show(t, p, fyne.NewSize(300, 200))
	one := parts.Measure("Mg", 14, false).Height
	for _, width := range []float32{300, 120, 600} {
		high := p.HeightFor(width)
		p.Resize(fyne.NewSize(width, high))
		lines := uitest.Texts(p)
		if got := float32(len(lines)) * one; got != high || p.Widest() > width {
			t.Errorf("at %v: %d lines, %v high, the widest %v", width, len(lines), high, p.Widest())
		}
		if got := strings.Fields(strings.Join(lines, " ")); len(got) != len(strings.Fields(text)) {
			t.Errorf("at %v: %d words of %d", width, len(got), len(strings.Fields(text)))
		}
	}
	p.Cut(120, 3*one)
	p.Resize(fyne.NewSize(120, p.HeightFor(120)))
	if lines := uitest.Texts(p); len(lines) != 3 || !strings.HasSuffix(lines[2], "…") || p.Widest() > 120 {
		t.Errorf("cut to %q", lines)
	}
	if p.Cut(120, 10*one); p.HeightFor(120) != 3*one {
		t.Error("what fits is cut")
	}
	c := parts.NewParagraph("a\nb", 14, true, h.Palette().Ink).Centered()
	uitest.Show(t, c, fyne.NewSize(300, 200))
	if x, ok := uitest.Find(c, func(x *canvas.Text) bool { return x.Text == "b" }); !ok || x.Alignment != fyne.TextAlignCenter || !x.TextStyle.Bold {
		t.Errorf("the second line is %+v", x)
	}
}

func TestShorten(t *testing.T) {
	h := newHand(t)
	const text = "Comprehensive strategic partnership"
	full := parts.Measure(text, 14, false).Width
	last := 0
	for width := float32(20); width < full+20; width += 13 {
		got := parts.Shorten(text, 14, false, width)
		if parts.Measure(got, 14, false).Width > width+0.5 {
			t.Errorf("in %v it is %q", width, got)
		}
		if n := len([]rune(got)); n < last {
			t.Errorf("in %v less fits than in a narrower place: %q", width, got)
		} else {
			last = n
		}
	}
	if got := parts.Shorten(text, 14, false, full); got != text {
		t.Errorf("what fits becomes %q", got)
	}
	h.Dispatch(state.SetTextSize(2))
	if parts.Scaled(h.Host, 12) != 24 {
		t.Errorf("12 twice as large is %v", parts.Scaled(h.Host, 12))
	}
}

// Every pattern of a status has its marks inside the square.
func TestSwatch(t *testing.T) {
	h := newHand(t)
	d := h.Room.Data
	for _, code := range d.Order(dataset.StatusList) {
		f := h.Palette().StatusFill(d.Code(dataset.StatusList, code))
		s := parts.Swatch(f, 20)
		s.Resize(s.MinSize())
		if s.MinSize() != fyne.NewSquareSize(20) || (len(s.Objects) > 1) != (f.Pattern == charts.WhiteRule || f.Pattern == charts.Diagonals || f.Pattern == charts.Dots) {
			t.Errorf("pattern %v: %d objects in %v", f.Pattern, len(s.Objects), s.MinSize())
		}
		for _, o := range s.Objects {
			if p, z := o.Position(), o.Size(); p.X < 0 || p.Y < 0 || p.X+z.Width > 20 || p.Y+z.Height > 20 {
				t.Errorf("pattern %v: a mark at %v, %v large", f.Pattern, p, z)
			}
		}
	}
}

// Bold first words of several are wider than they would be in the plain face, and
// no line is longer than the paragraph for it.
func TestParagraphLeads(t *testing.T) {
	h := newHand(t)
	lead := "Multilateral coordination of commitments"
	p := parts.NewParagraph(lead+": the UN and the order of the world, iii iii iii iii iii iii iii", 14, false, h.Palette().Ink).Lead(lead)
	uitest.Show(t, p, fyne.NewSize(600, 200))
	bold := parts.Measure(lead, 14, true).Width
	for width := bold + 10; width < bold+200; width++ {
		p.Resize(fyne.NewSize(width, p.HeightFor(width)))
		first := strings.TrimPrefix(strings.Join(uitest.Texts(p)[:1], ""), lead)
		if got := bold + parts.Measure(first, 14, false).Width; got > width+0.5 {
			t.Fatalf("at %v the first line is %v long: %q", width, got, first)
		}
	}
}

// A word that goes on to other lines is dotted, explained and opened on each, and lit
// on all while the pointer is on one.
func TestWordOverLines(t *testing.T) {
	h := newHand(t)
	text := "the good neighbourliness and friendly cooperation treaty of them all"
	from, to := strings.Index(text, "good"), strings.Index(text, " of them")
	opened := 0
	w := parts.NewWord(h.Host, "what it is", func() { opened++ })
	p := parts.NewParagraph(text, 14, false, h.Palette().Ink)
	p.Over(from, to, w)
	win := uitest.Show(t, p, fyne.NewSize(160, 200))
	for _, width := range []float32{160, 90, 2000, 120} {
		p.Resize(fyne.NewSize(width, 400))
		var words []*parts.Word
		for _, o := range p.Pieces() {
			if x, ok := o.(*parts.Word); ok {
				words = append(words, x)
			}
		}
		lines := map[float32]bool{}
		var dotted float32
		for _, x := range words {
			lines[x.Position().Y] = true
			dotted += x.Size().Width
		}
		whole := parts.Measure(text[from:to], 14, false).Width
		breaks := float32(len(words)-1) * parts.Measure(" ", 14, false).Width // spaces at the ends of lines go
		if len(lines) != len(words) || (width < 1000) != (len(words) > 1) || dotted < whole-breaks-2 || dotted > whole+2 {
			t.Errorf("at %v: %d words on %d lines, %v wide, want %v", width, len(words), len(lines), dotted, whole-breaks)
		}
		for i, x := range words {
			before := opened
			uitest.Click(win, x)
			if opened != before+1 {
				t.Errorf("at %v: part %d does not open", width, i)
			}
			x.MouseIn(nil)
			for k, other := range words {
				if !other.Lit() {
					t.Errorf("at %v: the pointer on part %d leaves part %d dark", width, i, k)
				}
			}
			x.MouseOut()
		}
	}
}
