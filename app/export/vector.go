package export

import (
	"context"
	"io"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/draw"
)

// WriteSVG writes a view as SVG with real text, title and description. Equal
// room, view and options give equal bytes. It stops with ctx's error when ctx
// ends.
func WriteSVG(ctx context.Context, w io.Writer, room *scene.Room, s state.State, o Options) error {
	o.Format = "svg"
	j, err := open(ctx, room, s, o)
	if err != nil {
		return err
	}
	width, height := j.options.Size.layout()
	doc := draw.NewSVG(width, height, "", "", j.words.Lang)
	if j.options.Size.Paper {
		doc.OnPaper(j.options.Size.Density / j.options.Size.DPI * 25.4)
	}
	if err := j.compose(ctx, &svgSheet{doc, j.options.Size.Density}); err != nil {
		return err
	}
	doc.Describe(j.words.Title, j.words.Description, j.words.shortened().rdf(&j.options))
	_, err = doc.WriteTo(w)
	return err
}

// WritePDF writes a view as a page of PDF with embedded letters, as large as
// the picture is at its dots an inch. Equal room, view and options give equal
// bytes. It stops with ctx's error when ctx ends.
func WritePDF(ctx context.Context, w io.Writer, room *scene.Room, s state.State, o Options) error {
	j, err := open(ctx, room, s, o)
	if err != nil {
		return err
	}
	dots := j.options.Size
	on := &pdfSheet{doc: j.newPDF(j.words), density: dots.Density, unit: dots.Density / dots.DPI * 72}
	width, height := dots.layout()
	on.doc.AddPage(width*on.unit, height*on.unit)
	if err := j.compose(ctx, on); err != nil {
		return err
	}
	on.doc.Describe(j.described(j.words))
	_, err = on.doc.WriteTo(w)
	return err
}

// newPDF is a document that says what is said of a picture.
func (j *job) newPDF(of Words) *draw.PDF { return draw.NewPDF(j.described(of)) }

func (j *job) described(of Words) draw.PDFOptions {
	return draw.PDFOptions{
		Creator: j.options.Software, Date: j.options.Created,
		Title: of.Title, Subject: of.Description, Keywords: of.Source, Author: of.Creator, Lang: of.Lang,
		XMP: of.shortened().xmp(&j.options),
	}
}
