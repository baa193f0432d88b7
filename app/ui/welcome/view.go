// Package welcome is what a person sees first: cards, each of which opens a live
// example.
package welcome

import (
	"context"
	"errors"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/app/work"
)

// Card is one of the examples.
type Card struct {
	Title, Text string
	Do          func() // opens the example
	// Draw draws a picture of it, of that many pixels, on any goroutine.
	Draw func(ctx context.Context, width, height int) (image.Image, error)
}

// View is the cards, side by side, or below each other where there is no room. It
// lives as long as the scope that it is made in.
type View struct {
	widget.BaseWidget

	h      *host.Host
	cards  []*card
	worker *work.Latest[order, image.Image]
}

// order is a picture that is wanted: of a card, in pixels.
type order struct{ card, width, height int }

// New returns the cards.
func New(scope *host.Scope, cards []Card) *View {
	v := &View{h: scope.Host}
	for i, c := range cards {
		v.cards = append(v.cards, newCard(v, i, c))
	}
	v.worker = host.Latest(scope, func(ctx context.Context, o order) (image.Image, error) {
		return cards[o.card].Draw(ctx, o.width, o.height)
	}, func(o order, pic image.Image, err error) {
		switch {
		case err == nil:
			v.cards[o.card].picture.Image = pic
			v.cards[o.card].picture.Refresh()
		case !errors.Is(err, context.Canceled):
			scope.Log.WithError(err).Warn("picture of a card") // its words say enough
		}
		v.draw(o.card + 1)
	})
	v.ExtendBaseWidget(v)
	return v
}

// First is the card that has the focus at first.
func (v *View) First() fyne.Focusable { return v.cards[0] }

// draw has the pictures drawn in their order, from a card on.
func (v *View) draw(from int) {
	if from >= len(v.cards) {
		return
	}
	z, k := v.cards[from].picture.Size(), parts.Density(v.cards[from])
	if w, h := int(float64(z.Width)*k), int(float64(z.Height)*k); w > 0 && h > 0 {
		v.worker.Request(order{from, w, h})
	}
}

// Widths of a card at size of type 1.
const (
	leastColumn = 200 // side by side
	picture     = 0.24
)

// columns reports whether the cards stand side by side, and how wide each is then.
func (v *View) columns(width float32) (wide float32, beside bool) {
	n := float32(len(v.cards))
	wide = (width - (n-1)*theme.Space4) / n
	return wide, wide >= parts.Scaled(v.h, leastColumn)
}

// HeightFor implements parts.Flowing.
func (v *View) HeightFor(width float32) (high float32) {
	wide, beside := v.columns(width)
	for i, c := range v.cards {
		switch {
		case beside:
			high = max(high, c.column(wide))
		default:
			if i > 0 {
				high += theme.Space3
			}
			high += c.row(width)
		}
	}
	return high
}

// CreateRenderer is for Fyne.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(v) }

// Least implements parts.Drawn.
func (v *View) Least() fyne.Size { return fyne.NewSize(200, v.HeightFor(max(v.Size().Width, 200))) }

// Paint implements parts.Drawn.
func (*View) Paint() {}

// Place implements parts.Drawn.
func (v *View) Place(size fyne.Size) {
	wide, beside := v.columns(size.Width)
	high, y := v.HeightFor(size.Width), float32(0)
	for i, c := range v.cards {
		c.beside = !beside
		if beside {
			c.Move(fyne.NewPos(float32(i)*(wide+theme.Space4), 0))
			c.Resize(fyne.NewSize(wide, high))
			continue
		}
		c.Move(fyne.NewPos(0, y))
		c.Resize(fyne.NewSize(size.Width, c.row(size.Width)))
		y += c.Size().Height + theme.Space3
	}
	if size.Width > 200 {
		v.draw(0)
	}
}

// Pieces implements parts.Drawn.
func (v *View) Pieces() (out []fyne.CanvasObject) {
	for _, c := range v.cards {
		out = append(out, c)
	}
	return out
}
