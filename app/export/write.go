package export

import (
	"context"
	"fmt"
	"io"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// Formats lists the endings of the files that [Write] writes.
func Formats() []string { return []string{"png", "svg", "pdf", "csv"} }

// Write writes a view in the format of the options. Equal room, view and
// options give equal bytes. It stops with ctx's error when ctx ends.
func Write(ctx context.Context, w io.Writer, room *scene.Room, s state.State, o Options) error {
	switch o.Format {
	case "png":
		pic, err := Draw(ctx, room, s, o)
		if err != nil {
			return err
		}
		return pic.WritePNG(w)
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
