package export

import (
	"errors"
	"io"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/charts"
)

// ErrNotVector says that a kind of picture has no vector form: maps and
// dashboards are pixels.
var ErrNotVector = errors.New("export: only a chart can be written as vectors")

// WriteSVG writes the chart of a view as SVG with real text, title and
// description. It fails with [ErrNotVector] for other kinds.
func WriteSVG(w io.Writer, room *scene.Room, s state.State, o Options) error {
	c, size, err := vector(room, s, o)
	if err != nil {
		return err
	}
	return charts.SVG(w, c, size)
}

// WritePDF writes the chart of a view as a page of PDF with embedded letters,
// as large as the picture is at its dots an inch. It fails with [ErrNotVector] for other kinds.
func WritePDF(w io.Writer, room *scene.Room, s state.State, o Options) error {
	c, size, err := vector(room, s, o)
	if err != nil {
		return err
	}
	return charts.PDF(w, c, size, charts.PDFOptions{
		Regular: assets.FontRegular(), Bold: assets.FontBold(), Creator: o.Software, Date: o.Created,
		PointsPerPixel: o.Size.Density / o.Size.DPI * 72,
	})
}

func vector(room *scene.Room, s state.State, o Options) (*charts.Chart, charts.Size, error) {
	if o.Kind != Chart {
		return nil, charts.Size{}, ErrNotVector
	}
	s = View(s)
	c := scene.Chart(room, scene.Select(room.Data, s), s, i18n.For(s.Lang), scene.PaletteFor(s.Theme))
	width, height := o.Size.layout()
	return c, charts.Size{Width: width, Height: height, Density: o.Size.Density}, nil
}
