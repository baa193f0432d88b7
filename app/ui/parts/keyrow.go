package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// KeyRow is a line of the card of keys: the keys, and right of them what they do.
type KeyRow struct {
	widget.BaseWidget
	Keys, Words *Paragraph
}

// NewKeyRow returns a row in the look of the moment.
func NewKeyRow(h *host.Host, k KeyLine) *KeyRow {
	p, size := h.Palette(), Scaled(h, theme.Body)
	r := &KeyRow{Keys: NewParagraph(k.Keys, size, false, p.InkMuted), Words: NewParagraph(k.Text, size, false, p.Ink)}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *KeyRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(keyWords{}, r.Keys, r.Words))
}

// HeightFor implements Flowing.
func (r *KeyRow) HeightFor(width float32) float32 {
	at := keyColumn(width)
	return max(r.Keys.HeightFor(at-theme.Space3), r.Words.HeightFor(width-at))
}

// keyWords puts words right of keys.
type keyWords struct{}

func keyColumn(width float32) float32 { return width * 0.42 }

func (keyWords) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 10) }

func (keyWords) Layout(o []fyne.CanvasObject, size fyne.Size) {
	at := keyColumn(size.Width)
	o[0].Resize(fyne.NewSize(at-theme.Space3, size.Height))
	o[1].Move(fyne.NewPos(at, 0))
	o[1].Resize(fyne.NewSize(size.Width-at, size.Height))
}
