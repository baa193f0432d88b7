package strip

import (
	"image"
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/authoring"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// previewWide is the width of the preview in layout pixels.
const previewWide = 400

var fieldKeys = map[authoring.Field]string{
	authoring.Title: "strip.fieldTitle", authoring.When: "strip.fieldWhen", authoring.Caption: "strip.fieldCaption",
	authoring.Note: "strip.fieldNote", authoring.Asks: "strip.fieldAsks", authoring.Answer: "strip.fieldAnswer",
}

var panesKeys = map[scene.Panes]string{
	scene.MapPane: "strip.panesMap", scene.ChartPane: "strip.panesChart", scene.DocumentPane: "strip.panesDocument", scene.MapAndChart: "strip.panesMapChart",
	scene.ChartDocument: "strip.panesChartDocument", scene.TwoCharts: "strip.panesTwoCharts", scene.TwoMaps: "strip.panesTwoMaps", scene.WordsAlone: "strip.panesWords",
}

// form is the words and the panes of a scene beside its slide as it will be. What is
// typed is in the lesson at once.
type form struct {
	h       *host.Host
	desk    *Desk
	lang    string // that is written; "": all that have none of their own
	entries map[authoring.Field]*parts.Entry
	lesson  *parts.Entry // its title
	fields  *fields
	langs   *parts.Choices
	preview *canvas.Image
	marks   *fyne.Container // around what the back row cannot read on it
	faults  *fyne.Container
	drawing *pictures
	filling bool // the entries are being filled, not typed in
	wide    bool
	across  float32 // the width of words beside or below the preview, before they are laid out
	dialog  *parts.Dialog
}

// ShowForm opens the form of the scene that is chosen; closed is called when it has
// closed. The function that it returns closes it.
func ShowForm(scope *host.Scope, d *Desk, c fyne.Canvas, closed func()) (hide func()) {
	own := scope.Open()
	h := own.Host
	f := &form{h: h, desk: d, entries: map[authoring.Field]*parts.Entry{}, preview: canvas.NewImageFromImage(nil), faults: container.NewStack()}
	f.preview.FillMode = canvas.ImageFillContain
	f.wide = c.Size().Width >= parts.Scaled(h, 760)
	f.preview.SetMinSize(fyne.NewSize(min(previewWide, c.Size().Width-100), min(previewWide, c.Size().Width-100)*9/16))
	f.across = previewWide
	if !f.wide {
		f.across = max(c.Size().Width-100, 100)
	}
	f.marks = container.New(framed{})
	f.drawing = newPictures(own, f.arrive)
	d.form = f.arrive
	own.OnClose(func() { d.form = nil; d.Break() })

	s, _ := d.chosen()
	for _, x := range authoring.Fields() { // its own language, if it has words in that
		if _, ok := x.Of(s)[h.Printer().Lang()]; ok {
			f.lang = h.Printer().Lang()
		}
	}
	f.langs = parts.NewSegments(h, func(code string) { f.lang = code; f.fill() })
	left := container.NewVBox(container.NewHBox(f.langs))
	row := func(key string, o fyne.CanvasObject) []fyne.CanvasObject {
		both := []fyne.CanvasObject{parts.Text(h.T(key), parts.Scaled(h, theme.Small), false, h.Palette().InkMuted), o}
		left.Add(both[0])
		left.Add(o)
		return both
	}
	f.fields = newFields(f)
	for _, x := range authoring.Fields() {
		e := parts.NewEntry(h)
		if lines := map[authoring.Field]int{authoring.Caption: 3, authoring.Note: 2}[x]; lines > 0 {
			e.Lines(lines)
		} else {
			e.OnSubmitted = func(string) { h.PassKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
		}
		e.OnChanged = func(text string) {
			if !f.filling {
				d.Do(authoring.Write{At: d.At(), Field: x, Lang: f.lang, Text: text})
				f.draw()
			}
		}
		f.entries[x] = e
		row(fieldKeys[x], e)
		switch x {
		case authoring.When:
			row("strip.panes", f.panes(s.Panes))
			left.Add(container.NewHBox(f.fields.second))
		case authoring.Asks:
			row("strip.fieldKind", container.NewHBox(f.fields.kinds))
			f.fields.places = row("strip.fieldPlace", f.fields.place)
		}
	}
	row("strip.fieldReveals", container.NewHBox(f.fields.hidden))
	row("strip.fieldSources", container.NewHBox(f.fields.cited))
	f.lesson = parts.NewEntry(h)
	f.lesson.OnSubmitted = func(string) { h.PassKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	f.lesson.OnChanged = func(text string) {
		if !f.filling {
			d.Do(authoring.Write{At: -1, Lang: f.lang, Text: text})
		}
	}
	row("strip.fieldLesson", f.lesson)
	f.fields.follow()
	help := container.New(&flow{f.across}, parts.NewParagraph(h.T("strip.holes", i18n.Args{"Example": "{{count}}"}), parts.Scaled(h, theme.Small), false, h.Palette().InkMuted))
	right := container.NewVBox(container.NewStack(f.preview, f.marks), f.faults, help)
	body := container.NewVBox(right, left)
	if f.wide {
		body = container.NewBorder(nil, nil, nil, right, container.NewPadded(left))
	}
	shut := parts.NewButton(h, nil, h.T("strip.done"), "", func() { f.dialog.Hide() })
	f.dialog = parts.NewDialog(h, c, h.T("strip.formTitle", i18n.Args{"N": d.At() + 1, "Total": len(d.Lesson().Scenes)}), 940, body, nil, shut)
	f.dialog.OnClosed = func() { own.Close(); closed() }
	f.fill()
	f.draw()
	f.dialog.Show(f.entries[authoring.Title])
	return f.dialog.Hide
}

// panes is the choice of what the scene shows.
func (f *form) panes(now scene.Panes) fyne.CanvasObject {
	all := scene.AllPanes()
	names := make([]string, len(all))
	for i, p := range all {
		names[i] = f.h.T(panesKeys[p])
	}
	c := parts.NewSelect(f.h, names)
	c.SetSelectedIndex(slices.Index(all, now))
	c.OnChanged = func(string) {
		f.fields.do(authoring.Lay{At: f.desk.At(), Panes: all[c.SelectedIndex()]})
	}
	return c
}

// fill shows the words of the language that is written.
func (f *form) fill() {
	options := []scene.Option{{Code: "", Label: f.h.T("strip.allLanguages"), On: f.lang == ""}}
	for _, l := range i18n.Languages() {
		options = append(options, scene.Option{Code: l, Label: i18n.NameOf(l), On: f.lang == l})
	}
	f.langs.SetItems(options)
	s, ok := f.desk.chosen()
	if !ok {
		return
	}
	f.filling = true
	defer func() { f.filling = false }()
	for x, e := range f.entries {
		e.SetPlaceHolder("")
		if t := x.Of(s); t[f.lang] == "" {
			e.SetPlaceHolder(t.In(f.lang)) // what is shown where the language has none
		}
		e.SetText(x.Of(s)[f.lang])
	}
	title := f.desk.Lesson().Title
	f.lesson.SetPlaceHolder("")
	if title[f.lang] == "" {
		f.lesson.SetPlaceHolder(title.In(f.lang))
	}
	f.lesson.SetText(title[f.lang])
}

// draw asks for the slide as it is now.
func (f *form) draw() {
	if _, ok := f.desk.chosen(); ok {
		f.drawing.latest.Request(f.job())
	}
}

func (f *form) job() *job {
	return jobOf(f.h, f.desk.Lesson(), f.desk.At(), int(float64(f.preview.MinSize().Width)*parts.Density(f.preview)))
}

// arrive shows the slide, and under it the hole that cannot be filled.
func (f *form) arrive() {
	if _, ok := f.desk.chosen(); !ok {
		return
	}
	p, ok := f.drawing.kept.Get(f.job().key)
	if !ok {
		return
	}
	if p.image != nil {
		f.preview.Image = p.image
		f.preview.Refresh()
	}
	var lines []string
	switch {
	case p.fault != "":
		lines = append(lines, f.h.T("strip.fault", i18n.Args{"Hole": p.fault}))
	case p.gone:
		lines = append(lines, f.h.T("strip.goneScene"))
	}
	var places framed
	f.marks.Objects = nil
	for i, x := range f.desk.Illegible(f.desk.At()) {
		if i == mostFindings {
			lines = append(lines, "…")
			break
		}
		lines = append(lines, x.In(f.h.Printer()))
		if !x.Box.Empty() {
			frame := canvas.NewRectangle(color.Transparent)
			frame.StrokeColor, frame.StrokeWidth = f.h.Palette().Warning, 2
			places, f.marks.Objects = append(places, x.Box), append(f.marks.Objects, frame)
		}
	}
	f.marks.Layout = places
	f.marks.Refresh()
	f.faults.Objects = nil
	if len(lines) > 0 { // an empty paragraph has a line, which would move the fields below it
		f.faults.Objects = []fyne.CanvasObject{container.New(&flow{f.across}, parts.NewParagraph(strings.Join(lines, "\n"), parts.Scaled(f.h, theme.Body), false, f.h.Palette().Warning))}
	}
	f.faults.Refresh()
}

// mostFindings is how many things that the back row cannot read are said of a scene.
const mostFindings = 6

// framed lays frames over a slide that is shown whole, around these places on its
// 1920 x 1080 pixels.
type framed []image.Rectangle

// MinSize implements fyne.Layout.
func (framed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout.
func (f framed) Layout(frames []fyne.CanvasObject, size fyne.Size) {
	scale := min(size.Width/1920, size.Height/1080)
	left, top := (size.Width-1920*scale)/2, (size.Height-1080*scale)/2
	for i, o := range frames {
		at := f[i].Inset(-6)
		o.Move(fyne.NewPos(left+float32(at.Min.X)*scale, top+float32(at.Min.Y)*scale))
		o.Resize(fyne.NewSize(float32(at.Dx())*scale, float32(at.Dy())*scale))
	}
}

// flow gives a paragraph the height of its words at its width.
type flow struct{ width float32 }

func (l *flow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(100, o[0].(parts.Flowing).HeightFor(l.width))
}

func (l *flow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	o[0].Resize(size)
}
