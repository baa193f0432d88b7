package docview

import (
	"math"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// flow stacks the blocks of a page, whose heights follow from the width. All
// blocks of a short page are built; of a long one those that are in sight, and
// a little more; the others have a height that was guessed until they come
// into sight.
type flow struct {
	build func(b scene.Block, open bool) *block
	page  scene.Page
	query string // its words are marked
	here  int    // the block whose marks are stepped on; -1: none

	chosen selection
	open   map[string]bool // the statements whose remark shows

	built    map[int]*block
	from, to int  // those that stand on the page
	kept     keep // blocks of the page before, to be used again
	heights  parts.Heights
	width    float32
}

// keep is blocks by their place on a page, and statements by their id, which may
// stand elsewhere now.
type keep struct {
	places     map[int]*block
	statements map[string]*block
	taken      map[*block]bool
}

const (
	// shortPage is the most blocks that are all built.
	shortPage = 128
	// firstGuess is the height of a block before any was measured, sample how
	// many are measured for a better one: about those that are then in sight, and built
	// anyway.
	firstGuess, sample = 72, 16
)

func (f *flow) len() int { return f.page.Len() }

func (f *flow) block(i int) scene.Block { return f.page.Block(i) }

func (f *flow) long() bool { return f.len() > shortPage }

// show takes over a page, with what it can use of the blocks before if again is
// set, and reports whether other blocks stand on it.
func (f *flow) show(page scene.Page, again bool) (other bool) {
	n, was := f.len(), f.built
	f.page, f.built, f.kept = page, map[int]*block{}, keep{}
	if !again {
		f.from, f.to = 0, 0
	}
	if again {
		f.kept = keep{was, make(map[string]*block, len(was)), make(map[*block]bool, len(was))}
		for _, x := range was {
			if x.b.Kind == scene.StatementBlock {
				f.kept.statements[x.b.ID] = x
			}
		}
	}
	if other = !again || n != f.len(); other {
		f.measureAnew()
		return true
	}
	for i, x := range was {
		if i >= f.len() || f.at(i) != x {
			other = true
		}
	}
	return other
}

// at returns block i, built.
func (f *flow) at(i int) *block {
	if x := f.built[i]; x != nil {
		return x
	}
	b := f.block(i)
	x := f.kept.take(i, b, f.open[b.ID])
	if x != nil {
		x.set(b)
	} else {
		x = f.build(b, f.open[b.ID])
	}
	x.mark(f.query, i == f.here)
	x.choose(f.chosen, i)
	f.built[i] = x
	return x
}

// take gives a block away that shows b but for its selection, if there is one.
func (k *keep) take(i int, b scene.Block, open bool) *block {
	here := []*block{k.places[i], nil}
	if b.Kind == scene.StatementBlock {
		here[1] = k.statements[b.ID]
	}
	for _, x := range here {
		if x != nil && !k.taken[x] && x.same(b) && x.open == open {
			k.taken[x] = true
			return x
		}
	}
	return nil
}

func (f *flow) resize(width float32) {
	f.width = width
	f.measureAnew()
}

// measureAnew forgets all heights. On a long page those of its first blocks
// are the guess for all.
func (f *flow) measureAnew() {
	guess := float32(firstGuess)
	if f.long() && f.width > 0 {
		var sum float32
		for i := range sample {
			sum += f.high(i)
		}
		guess = float32(math.Ceil(float64(sum / sample)))
	}
	f.heights.Reset(f.len(), guess)
}

// high is how high block i is.
func (f *flow) high(i int) float32 {
	high := f.at(i).HeightFor(f.width)
	if f.long() {
		high = float32(math.Ceil(float64(high))) // whole numbers add up exactly
	}
	return high
}

// measure gives block i its height, and returns by how much that is more than
// it had.
func (f *flow) measure(i int) (more float32) { return f.heights.Set(i, f.high(i)) }

// arrange puts the blocks in sight in their places, when the page is scrolled
// by y in a window of the height view. moved is by how much y must grow, so that
// what was in sight already stands still.
func (f *flow) arrange(y, view float32) (objects []fyne.CanvasObject, moved float32) {
	if f.width <= 0 {
		return nil, 0
	}
	still := f.still(y, view)
	was := f.heights.Top(still)
	for more := true; more; {
		more = false
		f.from, f.to = f.about(y+moved, view)
		for i := f.from; i < f.to; i++ {
			more = f.measure(i) != 0 || more
		}
		moved = f.heights.Top(still) - was
		more = more && f.long()
	}
	f.kept = keep{}
	top := f.heights.Top(f.from) + above
	for i := f.from; i < f.to; i++ {
		x := f.built[i]
		high := f.heights.Of(i)
		x.Resize(fyne.NewSize(f.width, high))
		x.Move(fyne.NewPos(0, top))
		objects = append(objects, x)
		top += high
	}
	if f.long() {
		for i := range f.built {
			if i < f.from || i >= f.to {
				delete(f.built, i)
			}
		}
	}
	return objects, moved
}

// about is the blocks in sight, and half as many above and below.
func (f *flow) about(y, view float32) (from, to int) {
	if !f.long() {
		return 0, f.len()
	}
	return max(f.heights.At(y-above-view/2), 0), f.heights.At(y-above+view*3/2) + 1
}

// still is a block in sight that was in sight before, or else the upper one.
func (f *flow) still(y, view float32) int {
	upper, lower := max(f.heights.At(y-above), 0), f.heights.At(y-above+view)
	if i := max(upper, f.from); i <= lower && i < f.to {
		return i
	}
	return upper
}

// above and below are free on a page.
const (
	above = theme.Space2
	below = theme.Space5
)

// height is that of the whole page.
func (f *flow) height() float32 { return above + f.heights.Top(f.len()) + below }

// span is where block i begins and ends.
func (f *flow) span(i int) (top, end float32) {
	top = f.heights.Top(i) + above
	return top, top + f.heights.Of(i)
}

// first is the block at the upper edge of what is in sight, -1 if there is
// none, and how much of it lies above.
func (f *flow) first(y float32) (i int, cut float32) {
	if i = f.heights.At(y - above); i < 0 {
		return -1, 0
	}
	top, _ := f.span(i)
	return i, y - top
}

// MinSize implements fyne.Layout.
func (f *flow) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, f.height()) }

// Layout implements fyne.Layout: arrange has placed the blocks.
func (f *flow) Layout([]fyne.CanvasObject, fyne.Size) {}
