package export

import (
	"context"
	"fmt"
	"io"
	"strings"

	"codeberg.org/go-pdf/fpdf"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/maps"
)

// The page of a handout, A4 upright, in points.
const (
	sheetWidth, sheetHeight = 595.28, 841.89
	sheetMargin             = 48.0
	handoutType             = 10.5
	handoutLeading          = 15.0
	ruleDistance            = 24.0 // lines to write on
)

// writeHandout writes a page for every scene, in the look for paper: the slide
// as vectors, the teacher's note, and lines to write on.
func writeHandout(ctx context.Context, w io.Writer, room *scene.Room, steps []scene.Step, by state.Person, o Options) error {
	var doc *fpdf.Fpdf
	var onMaps *maps.PDF
	for i, s := range steps {
		o.Kind, o.Scene = Slide, &SceneOf{s, i + 1, len(steps)}
		by.Theme = state.Print
		j, err := newJob(room, seen(s, by), o)
		if err != nil {
			return err
		}
		if doc == nil {
			of := j.words
			var titles []string
			for _, s := range steps {
				titles = append(titles, s.Title)
			}
			of.Description = strings.Join(titles, "; ")
			if doc, err = j.newPDF(of); err != nil {
				return err
			}
			onMaps = maps.NewPDF(doc, charts.PDFFamily)
		}
		if err := j.handoutPage(ctx, doc, onMaps); err != nil {
			return fmt.Errorf("handout, scene %d: %w", i+1, err)
		}
	}
	return doc.Output(w)
}

// handoutPage writes the page of a scene, and more pages if the note is long.
func (j *job) handoutPage(ctx context.Context, doc *fpdf.Fpdf, onMaps *maps.PDF) error {
	doc.AddPageFormat("P", fpdf.SizeType{Wd: sheetWidth, Ht: sheetHeight})
	width, height := j.options.Size.layout()
	unit := (sheetWidth - 2*sheetMargin) / width
	if limit := (sheetHeight - 2*sheetMargin) * 0.62 / height; unit > limit {
		unit = limit
	}
	on := &pdfSheet{doc: doc, maps: onMaps, x: (sheetWidth - width*unit) / 2, y: sheetMargin, density: j.options.Size.Density, unit: unit}
	if err := j.compose(ctx, on); err != nil {
		return err
	}
	if err := on.outline(j.page(), j.pal.Hairline, j.thickness()); err != nil {
		return err
	}
	y := sheetMargin + height*unit + 24
	ink, muted := j.pal.Ink, j.pal.InkMuted
	line := func(style string, size float64, text string) {
		if y > sheetHeight-sheetMargin-handoutLeading {
			doc.AddPageFormat("P", fpdf.SizeType{Wd: sheetWidth, Ht: sheetHeight})
			y = sheetMargin + handoutLeading
		}
		doc.SetFont(charts.PDFFamily, style, size)
		doc.Text(sheetMargin, y, text)
		y += handoutLeading
	}
	if note := j.options.Scene.Note; note != "" {
		doc.SetTextColor(int(muted.R), int(muted.G), int(muted.B))
		line("", handoutType, j.p.T("export.handoutNote"))
		doc.SetTextColor(int(ink.R), int(ink.G), int(ink.B))
		doc.SetFont(charts.PDFFamily, "", handoutType)
		for _, text := range doc.SplitText(note, sheetWidth-2*sheetMargin) {
			line("", handoutType, text)
		}
	}
	doc.SetDrawColor(int(j.pal.Hairline.R), int(j.pal.Hairline.G), int(j.pal.Hairline.B))
	doc.SetLineWidth(0.5)
	for y += 8; y < sheetHeight-sheetMargin; y += ruleDistance {
		doc.Line(sheetMargin, y, sheetWidth-sheetMargin, y)
	}
	return doc.Error()
}
