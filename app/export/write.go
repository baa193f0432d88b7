package export

import (
	"cmp"
	"context"
	"fmt"
	"image"
	"io"

	"c5atlas.org/c5atlas/app/export/pngfile"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/draw"
)

// Formats lists the endings of the files that [Write] writes.
func Formats() []string { return []string{"png", "svg", "pdf", "csv"} }

// Write writes a view in the format of the options. Equal room, view and
// options give equal bytes. It stops with ctx's error when ctx ends.
func Write(ctx context.Context, w io.Writer, room *scene.Room, s state.State, o Options) error {
	switch o.Format {
	case "png":
		return writePNG(ctx, w, room, s, o)
	case "svg":
		return WriteSVG(ctx, w, room, s, o)
	case "pdf":
		return WritePDF(ctx, w, room, s, o)
	case "csv":
		if o.Excel {
			return WriteExcelCSV(w, room, s, o.Kind)
		}
		return WriteCSV(w, room, s, o.Kind)
	}
	return fmt.Errorf("export: format %q", o.Format)
}

// writePNG is [Draw] and [Picture.WritePNG]. A chart that is the whole page is painted
// while it is packed: the eight megabytes of a picture that the program has not in
// memory are a tenth of all that it does for one.
func writePNG(ctx context.Context, w io.Writer, room *scene.Room, s state.State, o Options) error {
	j, err := open(ctx, room, s, o)
	if err != nil {
		return err
	}
	if j.options.Kind != Chart || j.options.Clear || j.below > 0 {
		pic, err := j.draw(ctx)
		if err != nil {
			return err
		}
		return pic.WritePNG(w)
	}
	on := &single{density: j.options.Size.Density}
	pic, err := j.picture(ctx, on)
	if err != nil {
		return err
	}
	size := j.options.Size
	return cmp.Or(pic.write(func(o pngfile.Options) error {
		return pngfile.EncodePainted(w, size.Width, size.Height, func(part *image.RGBA) {
			_ = draw.PaintPart(ctx, part, on.pic) // nothing but the end of ctx
		}, o)
	}), ctx.Err())
}
