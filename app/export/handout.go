package export

import (
	"context"
	"errors"
	"fmt"
	"image/color"
	"io"
	"strings"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/draw/text"
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
	var doc *draw.PDF
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
			doc = j.newPDF(of)
		}
		if err := j.handoutPage(ctx, doc); err != nil {
			return fmt.Errorf("handout, scene %d: %w", i+1, err)
		}
	}
	if doc == nil {
		return errors.New("handout: no scenes")
	}
	_, err := doc.WriteTo(w)
	return err
}

// handoutPage writes the page of a scene, and more pages if the note is long.
func (j *job) handoutPage(ctx context.Context, doc *draw.PDF) error {
	doc.AddPage(sheetWidth, sheetHeight)
	width, height := j.options.Size.layout()
	unit := min((sheetWidth-2*sheetMargin)/width, (sheetHeight-2*sheetMargin)*0.62/height)
	on := &pdfSheet{doc: doc, x: (sheetWidth - width*unit) / 2, y: sheetMargin, density: j.options.Size.Density, unit: unit}
	if err := j.compose(ctx, on); err != nil {
		return err
	}
	if err := j.outline(ctx, on, j.page()); err != nil {
		return err
	}
	page := newPaper(sheetMargin + height*unit + 24)
	style := j.frame("").Style
	if note := j.options.Scene.Note; note != "" {
		page.line(style.Regular, style.InkMuted, j.p.T("export.handoutNote"))
		const room = (sheetWidth - 2*sheetMargin) / handoutType
		for _, text := range text.Lines(note, room, style.Regular.Width) {
			if page.y > sheetHeight-sheetMargin-handoutLeading {
				if err := doc.Put(ctx, page.pic, 0, 0, 1); err != nil {
					return err
				}
				doc.AddPage(sheetWidth, sheetHeight)
				page = newPaper(sheetMargin + handoutLeading)
			}
			page.line(style.Regular, style.Ink, text)
		}
	}
	page.rules(j.pal.Hairline)
	return doc.Put(ctx, page.pic, 0, 0, 1)
}

// paper is a page to write on, from the base line of the next line down. It has
// dots of a tenth of a point.
type paper struct {
	pic *draw.Picture
	y   float64 // points
}

func newPaper(y float64) *paper {
	const dots = 10.0
	w, h := sheetWidth*dots, sheetHeight*dots
	return &paper{&draw.Picture{Width: int(w) + 1, Height: int(h) + 1, Density: dots}, y}
}

func (p *paper) line(f *text.Face, c color.NRGBA, words string) {
	d := p.pic.Density
	p.pic.Write("note", c, draw.Line(f, words, handoutType*d, sheetMargin*d, p.y*d, draw.Start, 0))
	p.y += handoutLeading
}

// rules draws lines to write on down to the foot.
func (p *paper) rules(c color.NRGBA) {
	d := p.pic.Density
	for p.y += 8; p.y < sheetHeight-sheetMargin; p.y += ruleDistance {
		rule := &draw.Path{}
		rule.Add([]orb.Point{{sheetMargin * d, p.y * d}, {(sheetWidth - sheetMargin) * d, p.y * d}})
		p.pic.Stroke("rule", c, 0.5*d, rule)
	}
}
