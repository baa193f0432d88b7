package export

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"io"

	"codeberg.org/go-pdf/fpdf"
	chart "github.com/wcharczuk/go-chart/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/maps"
)

// WriteSVG writes a view as SVG with real text, title and description. Equal
// room, view and options give equal bytes. It stops with ctx's error when ctx
// ends.
func WriteSVG(ctx context.Context, w io.Writer, room *scene.Room, s state.State, o Options) error {
	j, err := newJob(room, s, o)
	if err != nil {
		return err
	}
	on := &svgSheet{density: j.options.Size.Density}
	width, height := j.options.Size.layout()
	if err := j.compose(ctx, on); err != nil {
		return err
	}
	var head bytes.Buffer // what is said of a picture is known when it is drawn
	charts.BeginSVG(&head, charts.Size{Width: width, Height: height}, j.words.Title, j.words.Description, j.words.Lang)
	charts.EndSVG(&on.out)
	_, err = w.Write(append(head.Bytes(), on.out.Bytes()...))
	return err
}

// svgSheet is a sheet of SVG, in layout pixels.
type svgSheet struct {
	out     bytes.Buffer
	density float64
}

func (v *svgSheet) area(box image.Rectangle) charts.Area {
	d := v.density
	return charts.Area{X: float64(box.Min.X) / d, Y: float64(box.Min.Y) / d, W: float64(box.Dx()) / d, H: float64(box.Dy()) / d}
}

func (v *svgSheet) ink(box image.Rectangle, draw func(r chart.Renderer, density float64)) error {
	charts.OnSVG(&v.out, v.area(box), draw)
	return nil
}

func (v *svgSheet) atlas(ctx context.Context, box image.Rectangle, m *maps.Map) error {
	a := v.area(box)
	return maps.SVG(ctx, &v.out, m, a.X, a.Y)
}

func (v *svgSheet) outline(box image.Rectangle, c color.NRGBA, thick int) error {
	a, t := v.area(box), float64(thick)/v.density
	_, err := fmt.Fprintf(&v.out, `<rect x="%.2f" y="%.2f" width="%.2f" height="%.2f" fill="none" stroke="#%02x%02x%02x" stroke-width="%.2f"/>`+"\n",
		a.X+t/2, a.Y+t/2, a.W-t, a.H-t, c.R, c.G, c.B, t)
	return err
}

// WritePDF writes a view as a page of PDF with embedded letters, as large as
// the picture is at its dots an inch. Equal room, view and options give equal
// bytes. It stops with ctx's error when ctx ends.
func WritePDF(ctx context.Context, w io.Writer, room *scene.Room, s state.State, o Options) error {
	j, err := newJob(room, s, o)
	if err != nil {
		return err
	}
	doc, err := j.newPDF(j.words)
	if err != nil {
		return err
	}
	dots := j.options.Size
	on := &pdfSheet{doc: doc, maps: maps.NewPDF(doc, charts.PDFFamily), density: dots.Density, unit: dots.Density / dots.DPI * 72}
	width, height := dots.layout()
	doc.AddPageFormat("P", fpdf.SizeType{Wd: width * on.unit, Ht: height * on.unit})
	if err := j.compose(ctx, on); err != nil {
		return err
	}
	doc.SetSubject(j.words.Description, true)
	return doc.Output(w)
}

// newPDF is a document that says what is said of a picture.
func (j *job) newPDF(of Words) (*fpdf.Fpdf, error) {
	return charts.NewPDF(charts.PDFOptions{
		Regular: assets.FontRegular(), Bold: assets.FontBold(), Creator: j.options.Software, Date: j.options.Created,
		Title: of.Title, Subject: of.Description, Keywords: of.Source, Author: of.Copyright, Lang: of.Lang,
	})
}

// pdfSheet is a part of a page of PDF.
type pdfSheet struct {
	doc     *fpdf.Fpdf
	maps    *maps.PDF
	x, y    float64 // of the upper left corner, in points
	density float64
	unit    float64 // points a layout pixel
}

// at is a length in device pixels as points.
func (v *pdfSheet) at(px int) float64 { return float64(px) / v.density * v.unit }

func (v *pdfSheet) ink(box image.Rectangle, draw func(r chart.Renderer, density float64)) error {
	charts.OnPDF(v.doc, v.x+v.at(box.Min.X), v.y+v.at(box.Min.Y), v.unit, draw)
	return v.doc.Error()
}

func (v *pdfSheet) atlas(ctx context.Context, box image.Rectangle, m *maps.Map) error {
	if err := v.maps.Draw(ctx, m, v.x+v.at(box.Min.X), v.y+v.at(box.Min.Y), v.unit); err != nil {
		return err
	}
	return v.doc.Error()
}

func (v *pdfSheet) outline(box image.Rectangle, c color.NRGBA, thick int) error {
	t := v.at(thick)
	v.doc.SetDrawColor(int(c.R), int(c.G), int(c.B))
	v.doc.SetLineWidth(t)
	v.doc.SetLineJoinStyle("miter")
	v.doc.Rect(v.x+v.at(box.Min.X)+t/2, v.y+v.at(box.Min.Y)+t/2, v.at(box.Dx())-t, v.at(box.Dy())-t, "D")
	return v.doc.Error()
}
