package docview

import (
	"image/color"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// passage sets a part of an original: where something is coded, the sign of the
// firmest status, the domains and the place above it; the publisher's own voice is
// muted.
func (x *block) passage(size func(float32) float32, text func(string, float32, bool, color.Color) *parts.Paragraph, ink color.Color) {
	p, b := x.h.Palette(), x.b
	x.before = theme.Space2
	in := margin + theme.Space2
	if b.Label != "" {
		head := text(commentHead(b), theme.Small, !b.Muted, p.InkMuted)
		if b.Status != "" {
			side := size(11)
			x.pieces = []piece{
				{object: parts.Swatch(p.StatusFill(x.h.Room.Data.Code(dataset.StatusList, b.Status)), side), left: in, width: side, gap: theme.Space1},
				{object: head, left: in + side + theme.Space2, beside: true},
			}
		} else {
			x.pieces = []piece{{object: head, left: in, gap: theme.Space1}}
		}
	}
	x.pieces = append(x.pieces, piece{object: text(b.Text, theme.Body, false, ink), left: in, gap: 2})
}

// coded reports whether something is coded in a part of an original.
func coded(b scene.Block) bool { return b.Kind == scene.PassageBlock && b.Action != nil }
