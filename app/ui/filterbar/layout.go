package filterbar

import (
	"slices"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

const (
	gap    = theme.Space2
	margin = theme.Space3
)

// The search entry is between these wide on a bar of one row.
const searchMin, searchMax = 150, 300

// row is a line of the bar: objects from the left, and objects at its right
// edge.
type row struct{ left, right []fyne.CanvasObject }

// SetMost tells the bar how high it may be before the filters fold behind a
// button, on which a click unfolds them.
func (b *Bar) SetMost(height float32) { b.most = height }

// Unfold shows filters that are behind their button.
func (b *Bar) Unfold() { b.setUnfolded(true) }

// Fold puts them back, and reports whether there were such.
func (b *Bar) Fold() bool {
	was := b.unfolded && b.folds
	if was {
		b.setUnfolded(false)
	}
	return was
}

func (b *Bar) setUnfolded(on bool) {
	b.unfolded = on
	b.Refresh()
	if b.OnHeight != nil {
		b.OnHeight()
	}
}

// rows shares the bar's objects out for the width: one row if all fits, else
// the filters go below the search, over as many rows as they need. Where these are
// too many, all filters are behind one button.
func (b *Bar) rows(width float32) []row {
	out, room := b.spread(width), width-2*margin
	first := row{append(append([]fyne.CanvasObject(nil), b.lead...), b.search, b.fold), b.tail}
	b.folds = len(out) > 1 && b.high(len(out)) > b.most && b.wide(first.left)+2*gap+b.wide(b.tail) <= room
	if b.folds {
		if !b.unfolded {
			return []row{first}
		}
		out[0] = first
	}
	return b.withChips(out, room)
}

// spread is the rows without the filters in force.
func (b *Bar) spread(width float32) []row {
	filters := b.controls()
	room := width - 2*margin
	one := append(append([]fyne.CanvasObject(nil), b.lead...), b.search)
	if b.wide(one)+gap+b.wide(filters)+2*gap+b.wide(b.tail) <= room {
		return []row{{append(one, filters...), b.tail}}
	}
	out := []row{{one, b.tail}}
	if b.wide(filters) > room {
		filters = filters[1:] // the label says least
	}
	return b.wrap(out, filters, room)
}

// withChips puts the filters in force below, by name, if there are any: as many
// as one row has room for. The others are counted.
func (b *Bar) withChips(out []row, room float32) []row {
	if len(b.chips) == 0 {
		return out
	}
	fit := len(b.chips)
	for n := fit; n > 0; n-- {
		fit, b.count.Text = n, b.left
		if more := len(b.chips) - n; more > 0 {
			b.count.Text = "+ " + b.h.Printer().Int(more) + " · " + b.left
		}
		if b.wide(append(objects(b.chips[:n]), b.count)) <= room {
			break
		}
	}
	for i, c := range b.chips {
		c.Hidden = i >= fit
	}
	return append(out, row{left: append(objects(b.chips[:fit]), b.count)})
}

func objects(buttons []*parts.Button) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, c := range buttons {
		out = append(out, c)
	}
	return out
}

// wrap adds objects in as many rows as they need.
func (b *Bar) wrap(out []row, objects []fyne.CanvasObject, room float32) []row {
	var line []fyne.CanvasObject
	for _, o := range objects {
		if len(line) > 0 && b.wide(append(slices.Clip(line), o)) > room {
			out, line = append(out, row{left: line}), nil
		}
		line = append(line, o)
	}
	return append(out, row{left: line})
}

func (b *Bar) wide(objects []fyne.CanvasObject) float32 {
	var w float32
	for _, o := range objects {
		if x, chip := o.(*parts.Button); !o.Visible() && o != fyne.CanvasObject(b.label) && x != b.fold && !(chip && slices.Contains(b.chips, x)) {
			continue
		}
		m := o.MinSize().Width
		if o == fyne.CanvasObject(b.search) {
			m = parts.Scaled(b.h, searchMin)
		}
		w += m + gap
	}
	return max(w-gap, 0)
}

func (b *Bar) rowHeight() float32 { return max(b.presets.MinSize().Height, b.search.MinSize().Height) }

// HeightFor returns the height of the bar at the width.
func (b *Bar) HeightFor(width float32) float32 {
	return b.high(len(b.rows(width)))
}

func (b *Bar) high(rows int) float32 {
	n := float32(rows)
	return n*b.rowHeight() + (n-1)*theme.Space1 + 2*theme.Space2
}

// CreateRenderer is for Fyne.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(b) }

// Least implements parts.Drawn.
func (b *Bar) Least() fyne.Size {
	return fyne.NewSize(320, b.HeightFor(max(b.Size().Width, 320)))
}

// Paint implements parts.Drawn: follow has done it.
func (b *Bar) Paint() {}

// Place implements parts.Drawn.
func (b *Bar) Place(size fyne.Size) {
	rows := b.rows(size.Width)
	b.tall = !slices.Contains(rows[0].left, fyne.CanvasObject(b.presets))
	high, y := b.rowHeight(), theme.Space2
	labelled := false
	for i, line := range rows {
		right := size.Width - margin
		for _, o := range slices.Backward(line.right) {
			if o.Visible() {
				w := o.MinSize().Width
				right -= w
				o.Resize(fyne.NewSize(w, high))
				o.Move(fyne.NewPos(right, y))
				right -= gap
			}
		}
		spare := right - gap - margin - b.wide(line.left)
		x := margin
		for _, o := range line.left {
			if !o.Visible() && o != fyne.CanvasObject(b.label) && o != fyne.CanvasObject(b.fold) {
				continue
			}
			m := o.MinSize()
			w, h := m.Width, high
			switch o {
			case fyne.CanvasObject(b.search):
				low, limit := parts.Scaled(b.h, searchMin), parts.Scaled(b.h, searchMax)
				if i == 0 && b.tall {
					limit *= 2
				}
				w = min(low+max(spare, 0), limit)
			case fyne.CanvasObject(b.count):
				h = m.Height
			case fyne.CanvasObject(b.label):
				h, labelled = m.Height, true
			}
			w = min(w, size.Width-margin-x)
			o.Resize(fyne.NewSize(w, h))
			o.Move(fyne.NewPos(x, y+(high-h)/2))
			x += w + gap
			if o == fyne.CanvasObject(b.presets) {
				x -= gap - 2 // the chevron belongs to the presets
			}
		}
		y += high + theme.Space1
	}
	m := b.found.MinSize()
	b.found.Resize(m)
	b.found.Move(b.search.Position().AddXY(b.search.Size().Width-m.Width-high, (b.search.Size().Height-m.Height)/2))
	b.under.Resize(m.AddWidthHeight(2*gap, 0)) // what was typed may reach that far
	b.under.Move(b.found.Position().AddXY(-gap, 0))
	b.label.Hidden = !labelled
	b.fold.Hidden = !b.folds
}
