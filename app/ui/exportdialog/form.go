package exportdialog

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// build makes the parts of the dialog.
func (d *Dialog) build() {
	h := d.h
	pick := func(set func(code string)) *parts.Choices {
		return parts.NewSegments(h, func(code string) { set(code); d.follow() })
	}
	d.kinds = pick(func(c string) { d.choice.kind = export.Kind(c) })
	d.formats = pick(func(c string) { d.choice.Format = c })
	d.scales = pick(func(c string) { d.choice.Scale = int(c[0] - '0') })
	d.themes = themeSelect(h, d.choice.Theme, func(t state.Theme) { d.choice.Theme = t; d.follow() })
	d.langs = pick(func(c string) { d.choice.lang = c })
	var names []string
	for _, p := range export.Presets() {
		names = append(names, d.sizeName(p))
	}
	d.sizes = parts.NewSelect(h, append(names, h.T("shell.exportCustom")))
	d.width, d.height = parts.NewEntry(h), parts.NewEntry(h)
	lengths, mm := strings.CutSuffix(d.choice.Size, "mm")
	w, height, own := strings.Cut(lengths, "x")
	if d.choice.mm = own && mm; !own {
		w, height = "1920", "1080"
	}
	d.width.SetText(w)
	d.height.SetText(height)
	times := canvas.NewText("×", h.Palette().InkMuted)
	cell := func(o fyne.CanvasObject) fyne.CanvasObject {
		return container.NewGridWrap(fyne.NewSize(parts.Scaled(h, 76), o.MinSize().Height), o)
	}
	d.units = pick(func(c string) { d.choice.mm = c == "mm" })
	d.lengths = container.NewHBox(cell(d.width), container.NewCenter(times), cell(d.height), d.units)
	d.lengths.Hide()
	d.sizes.SetSelectedIndex(slices.IndexFunc(export.Presets(), func(p export.Preset) bool { return p.Name == d.choice.Size }))
	if own {
		d.choice.Size = custom
		d.sizes.SetSelectedIndex(len(names))
		d.lengths.Show()
	}
	d.sizes.OnChanged = func(string) {
		if i := d.sizes.SelectedIndex(); i < len(names) {
			d.choice.Size = export.Presets()[i].Name
			d.lengths.Hide()
		} else {
			d.choice.Size = custom
			d.lengths.Show()
		}
		d.follow()
	}
	d.width.OnChanged = func(string) { d.follow() }
	d.height.OnChanged = d.width.OnChanged
	d.title, d.under, d.credit = d.words(&d.choice.own.Title, ""), d.words(&d.choice.own.Subtitle, "shell.exportOwnSubtitleHint"), d.words(&d.choice.own.Credit, "shell.exportOwnCreditHint")
	for _, e := range []*parts.Entry{d.width, d.height, d.title, d.under, d.credit} {
		e.OnSubmitted = func(string) { d.write() }
	}
	d.dots = parts.Text("", parts.Scaled(h, theme.Small), false, h.Palette().InkMuted)
	d.target = newTarget(d.scope, d.window, d.memory, recent.Export)
	d.target.onEnter = d.write
	d.preview = canvas.NewImageFromImage(nil)
	d.preview.FillMode = canvas.ImageFillContain
	d.preview.SetMinSize(fyne.NewSize(previewSide, previewSide*9/16))
	d.previews = host.Latest(d.scope, d.draw, d.arrive)
	d.message = container.NewStack()
	d.busy = canvas.NewRectangle(h.Palette().Accent)
	d.busy.SetMinSize(fyne.NewSize(previewSide, 2))
	d.busy.Hide()
	d.saved = parts.NewButton(h, nil, h.T("shell.exportShow"), "", d.openFolder)
	d.saved.Hide()
	d.close = parts.NewButton(h, nil, h.T("shell.close"), "", d.leave)
	d.copy = parts.NewButton(h, nil, h.T("shell.exportCopy"), h.T("shell.exportCopyTip"), d.putOnClipboard)
	d.save = parts.NewButton(h, nil, h.T("shell.exportSave"), "", d.write)

	form, wording := container.New(layout.NewFormLayout()), container.New(layout.NewFormLayout())
	row := func(to *fyne.Container, label string, o fyne.CanvasObject) []fyne.CanvasObject {
		return addRow(h, to, label, o)
	}
	left := func(o fyne.CanvasObject) fyne.CanvasObject { return container.NewHBox(o) }
	only := func(both []fyne.CanvasObject) { d.pictures = append(d.pictures, both...) }
	wide := func(c *parts.Select) fyne.CanvasObject {
		return container.NewGridWrap(fyne.NewSize(parts.Scaled(h, 290), c.MinSize().Height), c)
	}
	row(form, h.T("shell.exportWhat"), left(d.kinds))
	row(form, h.T("shell.exportFormat"), left(d.formats))
	only(row(form, h.T("shell.exportSize"), left(container.NewVBox(wide(d.sizes), d.lengths))))
	only(row(form, h.T("shell.exportScale"), left(d.scales)))
	row(form, "", left(d.dots))
	only(row(form, h.T("shell.theme"), left(wide(d.themes))))
	row(form, h.T("shell.language"), left(d.langs))
	only(row(form, "", left(d.check("shell.exportClear", &d.choice.Clear))))
	if len(h.Room.Data.Terms) > 0 {
		only(row(form, "", left(d.check("shell.exportDefinitions", &d.choice.Definitions))))
	}
	d.excel = d.check("shell.exportExcel", &d.choice.Excel)
	row(form, "", left(d.excel))
	row(wording, h.T("shell.exportOwnTitle"), d.title)
	row(wording, h.T("shell.exportOwnSubtitle"), d.under)
	row(wording, h.T("shell.exportOwnCredit"), d.credit)
	frame := canvas.NewRectangle(h.Palette().Paper)
	frame.StrokeColor, frame.StrokeWidth = h.Palette().Hairline, 1
	picture := container.NewStack(frame, container.NewPadded(d.preview))
	foot := container.NewVBox(container.NewHBox(d.busy), d.target.row, container.NewBorder(nil, nil, nil, container.NewVBox(d.saved), d.message))
	width := 960 / min(1, float32(h.State().TextSize))           // as wide in small type: the preview is
	if parts.Scaled(h, width) > d.window.Canvas().Size().Width { // beside the form there is no room for a line of words
		foot.Objects = slices.Insert(foot.Objects, 1, fyne.CanvasObject(wording))
		only([]fyne.CanvasObject{wording})
	} else {
		picture = container.NewBorder(nil, wording, nil, nil, picture)
	}
	only([]fyne.CanvasObject{picture})
	page := &pageLayout{form: form, picture: container.NewPadded(picture), foot: foot}
	body := container.New(page, page.picture, foot, form)
	d.dialog = parts.NewDialog(h, d.window.Canvas(), h.T("shell.exportPictureTitle"), width, body, page.high, d.copy, d.close, d.save)
	d.follow()
}

// addRow adds a label and what is chosen behind it to a form, and returns the two.
func addRow(h *host.Host, form *fyne.Container, label string, o fyne.CanvasObject) []fyne.CanvasObject {
	t := parts.Text(label, parts.Scaled(h, theme.Body), false, h.Palette().InkMuted)
	apart := container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.Space2), t)
	both := []fyne.CanvasObject{container.NewVBox(layout.NewSpacer(), apart, layout.NewSpacer()), o}
	form.Add(both[0])
	form.Add(both[1])
	return both
}

// pageLayout puts the form beside the picture, or over it where large type or a small
// window leaves no room for both, and the foot below.
type pageLayout struct {
	form, picture, foot fyne.CanvasObject
	width               float32 // of the dialog's body; 0 is any
}

// high is the height of the body at a width, which it has from now on.
func (l *pageLayout) high(width float32) float32 {
	l.width = width
	return l.MinSize(nil).Height
}

func (l *pageLayout) way() (fyne.Layout, []fyne.CanvasObject) {
	all := []fyne.CanvasObject{l.form, l.picture, l.foot}
	if beside := layout.NewBorderLayout(nil, l.foot, l.form, nil); l.width == 0 || beside.MinSize(all).Width <= l.width {
		return beside, all
	}
	return layout.NewVBoxLayout(), all
}

// MinSize implements fyne.Layout.
func (l *pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	way, all := l.way()
	return way.MinSize(all)
}

// Layout implements fyne.Layout.
func (l *pageLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	way, all := l.way()
	way.Layout(all, size)
}

// words is a line for a text of the author's.
func (d *Dialog) words(text *string, hint string) *parts.Entry {
	e := parts.NewEntry(d.h)
	if hint != "" {
		e.SetPlaceHolder(d.h.T(hint))
	}
	e.SetText(*text)
	e.OnChanged = func(t string) { *text = t; d.follow() }
	return e
}

// check is a choice to tick.
func (d *Dialog) check(key string, on *bool) *parts.Check {
	var c *parts.Check
	ticked := func() scene.Option { return scene.Option{Label: d.h.T(key), On: *on} }
	c = parts.NewCheck(d.h, ticked(), false, func() {
		*on = !*on
		c.Set(ticked())
		d.follow()
	})
	return c
}

var presetKeys = map[string]string{
	"slide": "shell.presetSlide", "slide43": "shell.presetSlide43", "4k": "shell.preset4k", "square": "shell.presetSquare",
	"page": "shell.presetPage", "174mm": "shell.presetColumns", "120mm": "shell.presetBook", "85mm": "shell.presetColumn",
}

// sizeName is the name of a size and its lengths.
func (d *Dialog) sizeName(p export.Preset) string {
	name := p.Name // A4 is that in every language
	if key, ok := presetKeys[p.Name]; ok {
		name = d.h.T(key)
	}
	if p.MM {
		return name + " · " + d.sides("shell.exportPaper", float64(p.Width), float64(p.Height))
	}
	return fmt.Sprintf("%s · %d × %d", name, p.Width, p.Height)
}

// sides are two numbers in the dialog's one style: whole, ungrouped.
func (d *Dialog) sides(key string, width, height float64) string {
	return d.h.T(key, i18n.Args{"Width": fmt.Sprintf("%.0f", width), "Height": fmt.Sprintf("%.0f", height)})
}

var kindKeys = map[export.Kind]string{
	export.Chart: "shell.kindChart", export.Map: "shell.kindMap", export.Dashboard: "shell.kindDashboard",
}
