package export

import (
	"bytes"
	"image"
	"io"
	"strings"
	"time"

	"golang.org/x/text/language"

	"c5atlas.org/c5atlas/app/export/slides"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
)

// slides writes the lesson as slides that people can edit, with the writer of a format.
func (b *box) slides(write func(io.Writer, *slides.Deck) error) func(io.Writer) error {
	return func(w io.Writer) error {
		d, err := b.deck()
		if err != nil {
			return err
		}
		return write(w, d)
	}
}

// deck is the lesson for programs of slides: the words of each scene native, at the
// places that they have on its picture, of which the panes are shown.
func (b *box) deck() (*slides.Deck, error) {
	profile := &b.room.Data.Profile
	d := &slides.Deck{
		Title: b.called(), Author: profile.Credit.In(b.p.Lang()), Rights: profile.Rights.In(b.p.Lang()), Software: b.o.Software,
		Lang: regional(b.p.Lang()), Created: b.o.Created, Width: b.o.Size.Width, Height: b.o.Size.Height, DPI: b.o.Size.DPI,
	}
	if d.Created.IsZero() {
		d.Created, _ = time.Parse(time.DateOnly, b.room.Data.Created) // zero where the data say no whole day
	}
	pal := scene.PaletteFor(View(seen(b.Steps[0], b.By)).Theme)
	for i := range b.Steps {
		pic, err := b.draw(i)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			look := pic.Setting.Look
			d.Look = slides.Look{Ground: look.Background, Ink: look.Ink, Muted: look.InkMuted, Line: pal.Hairline, Accent: look.Accent}
		}
		s, err := b.slide(pic, &b.Steps[i])
		if err != nil {
			return nil, err
		}
		s.ChartNote = b.p.T("export.chartNote", i18n.Args{"N": b.p.Int(i + 1)})
		d.Slides = append(d.Slides, *s)
	}
	return d, nil
}

// regional is a language with the region where most people speak it, as these
// programs write it.
func regional(lang string) string {
	tag := language.Make(lang)
	if r, sure := tag.Region(); sure > language.No {
		base, _ := tag.Base()
		return base.String() + "-" + r.String()
	}
	return lang
}

// slide sets a scene around the panes of its picture.
func (b *box) slide(pic *Picture, step *scene.Step) (*slides.Slide, error) {
	at, page := &pic.Setting, pic.Image.Bounds()
	em := float64(page.Dy()) / 60 // type at the foot
	top, foot := at.Area.Min.Y, at.Area.Max.Y
	head := top
	if h := min(top, page.Dy()*5/36); at.Look.Bold != nil && at.Look.Bold.Width(step.Title)*float64(h)*0.4 <= float64(at.Area.Dx()) {
		head = h // what stands below the title moves it on no slide
	}
	across := func(y0, y1 int) image.Rectangle { return image.Rect(at.Area.Min.X, y0, at.Area.Max.X, y1) }
	below := int(float64(page.Dy()) - 1.6*em)
	s := &slides.Slide{
		Title:   slides.Text{Words: step.Title, Box: across(head/12, head*62/100), Size: float64(head) * 0.4},
		Under:   slides.Text{Words: at.Under, Box: across(head*66/100, top*97/100), Size: max(em*1.1, float64(head)*0.2)},
		Caption: slides.Text{Words: step.Caption, Box: at.Words, Size: at.Caption},
		Foot:    slides.Text{Words: joined("\n", at.Notes, at.Source), Box: across(foot+int(em/2), below), Size: em},
		Footer:  scene.DataVersion(b.room, b.p), FooterBox: across(below, page.Max.Y-int(em/4)),
		Notes: joined("\n\n", step.Note, step.Question.Text, step.Question.Answer),
	}
	bold := at.Look.Bold
	for wide := float64(at.Area.Dx()); bold != nil && s.Title.Size > 1.6*em && bold.Width(step.Title)*s.Title.Size > wide; {
		s.Title.Size *= 0.95
	}
	if bold != nil && bold.Width(step.Title)*s.Title.Size > float64(at.Area.Dx()) { // on two lines
		s.Title.Size = min(s.Title.Size, float64(s.Title.Box.Dy())/2.5)
	}
	regular := at.Look.Regular
	for s.Under.Size > em && regular != nil && regular.Width(at.Under)*s.Under.Size > float64(at.Area.Dx()) {
		s.Under.Size *= 0.95
	}
	for regular != nil && s.Foot.Size > em*0.6 {
		lines := 0
		for line := range strings.SplitSeq(s.Foot.Words, "\n") {
			lines += 1 + int(regular.Width(line)*s.Foot.Size/float64(at.Area.Dx()))
		}
		if float64(lines)*s.Foot.Size*1.2 <= float64(s.Foot.Box.Dy()) {
			break
		}
		s.Foot.Size *= 0.95
	}
	if len(at.Panes) == 0 {
		return s, nil
	}
	var body bytes.Buffer
	if err := pic.WritePNG(&body); err != nil {
		return nil, err
	}
	s.PNG = body.Bytes()
	for i, pane := range at.Panes {
		text := joined(" ", pane.Description, pane.Source)
		if i == 0 {
			text = pic.Description // of the whole scene, with what differs
		}
		s.Crops = append(s.Crops, slides.Crop{Box: pane.Box, Description: text, Name: pane.Part})
		if pane.Chart != nil {
			s.Charts = append(s.Charts, pane.Chart)
		}
	}
	return s, nil
}
