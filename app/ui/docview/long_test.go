package docview

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// longPage is a page of n statements of one to many lines, each 50 under a
// heading.
func longPage(n int, selected int) scene.Page {
	r := rand.New(rand.NewPCG(7, 7))
	text := strings.Repeat("They decide to go on with it. ", 12)
	badges := []string{"P1"}
	blocks := make([]scene.Block, 0, n+n/50+1)
	for i := range n {
		if i%50 == 0 {
			blocks = append(blocks, scene.Block{Kind: scene.Heading, Text: "Part " + strconv.Itoa(i/50)})
		}
		blocks = append(blocks, scene.Block{
			Kind: scene.StatementBlock, ID: "s" + strconv.Itoa(i), Status: "agreed", StatusLabel: "Agreed", Badges: badges,
			Text: text[:len(text)/12*(1+r.IntN(12))], Selected: i == selected, Action: state.SelectDocument("x"),
		})
	}
	return scene.NewPage("long", blocks...)
}

// inSight checks that the blocks on the screen stand one below the other and
// leave nothing bare, and returns where each statement stands on it.
func inSight(t *testing.T, r *reader) map[string]float32 {
	t.Helper()
	view, bottom := r.scroll.Size().Height, float32(math.Inf(-1))
	at := map[string]float32{}
	for i, o := range r.column.Objects {
		x := o.(*block)
		top := x.Position().Y - r.scroll.Offset.Y
		if i > 0 && math.Abs(float64(top-bottom)) > 0.6 {
			t.Fatalf("block %d begins at %v, the one before ends at %v", i, top, bottom)
		}
		if i == 0 && top > 0.6 && r.scroll.Offset.Y > above {
			t.Fatalf("the page begins at %v", top)
		}
		bottom = top + x.Size().Height
		if high := x.HeightFor(x.Size().Width); high > x.Size().Height+0.01 {
			t.Fatalf("%q is %v high and has %v", x.b.ID, high, x.Size().Height)
		}
		if bottom > 0 && top < view {
			at[x.b.ID] = top
		}
	}
	if end := r.scroll.Offset.Y + view; bottom < view-0.6 && end < r.flow.height()-below-0.6 {
		t.Fatalf("the page ends at %v of %v", bottom, view)
	}
	return at
}

func TestLongPage(t *testing.T) {
	v, _ := open(t, uitest.Opening(), pane)
	r := v.reader
	r.show(longPage(100_000, -1), "", false)
	built := func() int { return len(r.flow.built) }
	if n := built(); n > 100 {
		t.Fatalf("%d blocks are built", n)
	}
	press := func(n fyne.KeyName) { r.TypedKey(&fyne.KeyEvent{Name: n}) }
	press(fyne.KeyEnd)
	if at := inSight(t, r); at["s99999"] == 0 || r.scroll.Offset.Y != r.most() {
		t.Errorf("End leads to %v", at)
	}
	// Whatever was guessed, what is on the screen moves with the wheel and not by
	// itself.
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		before := inSight(t, r)
		by := float32(random.IntN(400) - 300)
		was := r.scroll.Offset.Y
		r.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -by}})
		if r.scroll.Offset.Y == r.most() || r.scroll.Offset.Y == 0 || was == 0 {
			continue
		}
		for id, y := range inSight(t, r) {
			if old, ok := before[id]; ok && math.Abs(float64(old-y-by*2.2)) > 1.1 {
				t.Fatalf("%s moved by %v, the wheel by %v", id, old-y, by*2.2)
			}
		}
		if n := built(); n > 200 {
			t.Fatalf("%d blocks are built", n)
		}
	}
	press(fyne.KeyHome)
	if r.scroll.Offset.Y != 0 || inSight(t, r)["s0"] == 0 {
		t.Error("Home does not lead to the first")
	}
	for _, to := range []float32{0.5, 0.25, 0.99, 0.01} { // the bar
		r.to(r.flow.height() * to)
		inSight(t, r)
	}
}

// A statement that is selected comes into sight, wherever it is, and stays
// there at another width; the keys go on from it.
func TestLongPageSelects(t *testing.T) {
	v, w := open(t, uitest.Opening(), pane)
	r := v.reader
	for _, i := range []int{70_000, 12, 99_999, 50_001} {
		r.show(longPage(100_000, i), "", false)
		id := fmt.Sprintf("s%d", i)
		if _, ok := inSight(t, r)[id]; !ok {
			t.Errorf("%s is not in sight", id)
		}
		for _, width := range []float32{300, 800, 480} {
			w.Resize(fyne.NewSize(width, 660))
			if _, ok := inSight(t, r)[id]; !ok {
				t.Errorf("%s is not in sight at %v", id, width)
			}
		}
	}
	before := inSight(t, r)
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if b := r.flow.block(r.cursor); b.ID != "s50002" || !r.flow.built[r.cursor].cursor {
		t.Errorf("the keys go on at %q", b.ID)
	}
	r.show(longPage(100_000, 50_002), "", false)
	after := inSight(t, r)
	for id, y := range before {
		if z, ok := after[id]; ok && z != y {
			t.Errorf("selecting the next moves %s from %v to %v", id, y, z)
		}
	}
	if r.cursor < 0 || r.flow.block(r.cursor).ID != "s50002" {
		t.Error("the keys have lost their place")
	}
}

// One text, however long, is cut to what can be read.
func TestEndlessText(t *testing.T) {
	v, _ := open(t, uitest.Opening(), pane)
	v.reader.show(scene.NewPage("endless", scene.Block{Kind: scene.Paragraph, Text: strings.Repeat("word ", 1_800_000)}), "", false)
	words := 0
	for _, s := range uitest.Texts(v.reader) {
		words += len(strings.Fields(s))
	}
	if words < 1000 || words > textMost {
		t.Errorf("%d words are shown", words)
	}
}

func BenchmarkLongPage(b *testing.B) {
	v, _ := open(b, uitest.Opening(), pane)
	page := longPage(100_000, -1)
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			v.reader.show(page, "", true)
		}
	})
	b.Run("wheel", func(b *testing.B) {
		for b.Loop() {
			v.reader.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -40}})
		}
	})
	b.Run("jump", func(b *testing.B) {
		to := float32(0)
		for b.Loop() {
			to = float32(math.Mod(float64(to)+0.37, 1))
			v.reader.to(v.reader.flow.height() * to)
		}
	})
}
