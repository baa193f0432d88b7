package shell

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/lesson"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// keyGroup is the keys of one place on the card of keys.
type keyGroup struct {
	head  string
	lines []parts.KeyLine
}

// keyTable is the card of keys in two columns. It is made of the lists that the
// handlers themselves go by, so that it cannot age.
func (s *Shell) keyTable() [2][]keyGroup {
	t := s.host.T
	group := func(head string, k parts.Keys, more ...parts.KeyLine) keyGroup {
		return keyGroup{t(head), append(k.Lines(func(key string) string { return t(key) }), more...)}
	}
	line := func(keys, text string) parts.KeyLine { return parts.KeyLine{Keys: keys, Text: t(text)} }
	m, _ := s.maps.(*mapPane)
	if m == nil {
		m = &mapPane{}
	}
	return [2][]keyGroup{
		{
			group("shell.keysWindow", s.keys(), line("Tab  Shift+Tab", "shell.keyTab"), line("Space  Enter", "shell.keyPress")),
			{t("shell.keysMenu"), s.menuLines()},
			group("shell.keysSearch", nil, line("↑  ↓  Enter", "shell.keyFind"), line("Esc", "shell.keyFindLeave")),
		},
		{
			group("shell.keysMap", heard(m.maps),
				line(t("shell.handWheel"), "shell.keyZoom"), line(t("shell.handDrag"), "shell.keyMap"), line(t("shell.handShiftDrag"), "shell.keyBox")),
			group("shell.keysTime", append(heard(m.axis), endKeys(m.axis)...)),
			group("shell.keysChart", heard(s.charts), line(t("shell.handShiftClick"), "shell.keyAlso"), line(t("shell.handDoubleClick"), "shell.keyOnly")),
			group("shell.keysTable", tableKeys(s.charts)),
			group("shell.keysDocuments", heard(s.documents)),
			group("strip.menuStrip", s.strip.Keys()),
			{t("shell.keysLesson"), lesson.Lines(s.host)},
		},
	}
}

// tableKeys is what the pane of charts hears as a table.
func tableKeys(charts fyne.CanvasObject) parts.Keys {
	if x, ok := charts.(interface{ TableKeys() parts.Keys }); ok {
		return x.TableKeys()
	}
	return nil
}

// endKeys is what the ends of the axis of time hear.
func endKeys(axis fyne.CanvasObject) parts.Keys {
	if x, ok := axis.(interface{ EndKeys() parts.Keys }); ok {
		return x.EndKeys()
	}
	return nil
}

// menuLines is the shortcuts of the menu, the charts in one line.
func (s *Shell) menuLines() []parts.KeyLine {
	last := fyne.KeyName(strconv.Itoa(min(len(scene.Specs()), 9)))
	charts := written(&desktop.CustomShortcut{KeyName: fyne.Key1, Modifier: control}) + " … " + written(&desktop.CustomShortcut{KeyName: last, Modifier: control})
	return append([]parts.KeyLine{{Keys: charts, Text: s.host.T("shell.keyCharts")}}, s.menu.lines...)
}

// keyCard sets columns of keys side by side, or below each other where there
// is no room.
type keyCard struct {
	widget.BaseWidget
	from    float32 // the width from which columns stand side by side
	columns []*sheet
	holders []fyne.CanvasObject
}

// columnsFrom is the width from which columns stand side by side, at size of type 1: each has room for its longest word.
const columnsFrom = 640

func (k *keyCard) beside(width float32) bool { return width >= k.from }

// HeightFor implements parts.Flowing.
func (k *keyCard) HeightFor(width float32) float32 {
	var high, sum float32
	each := width
	if k.beside(width) {
		each = (width - theme.Space5) / float32(len(k.columns))
	}
	for _, c := range k.columns {
		c.measure(each)
		h := c.MinSize(nil).Height
		high, sum = max(high, h), sum+h
	}
	if k.beside(width) {
		return high
	}
	return sum + theme.Space5*float32(len(k.columns)-1)
}

// CreateRenderer is for Fyne.
func (k *keyCard) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(keyColumns{k}, k.holders...))
}

type keyColumns struct{ k *keyCard }

func (l keyColumns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 10) }

func (l keyColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	each, at := size.Width, fyne.Position{}
	if l.k.beside(size.Width) {
		each = (size.Width - theme.Space5) / float32(len(objects))
	}
	for i, o := range objects {
		l.k.columns[i].measure(each)
		h := l.k.columns[i].MinSize(nil).Height
		o.Move(at)
		o.Resize(fyne.NewSize(each, h))
		if l.k.beside(size.Width) {
			at.X += each + theme.Space5
		} else {
			at.Y += h + theme.Space5
		}
	}
}

// ShowKeys opens the card of keys.
func (s *Shell) ShowKeys() {
	card := &keyCard{from: parts.Scaled(s.host, columnsFrom)}
	for _, column := range s.keyTable() {
		x := &sheet{s: s}
		for i, g := range column {
			gap := theme.Space5
			if i == 0 {
				gap = 0
			}
			x.text(gap, g.head, theme.Body, true, false)
			for _, k := range g.lines {
				x.add(theme.Space2, parts.NewKeyRow(s.host, k))
			}
		}
		card.columns = append(card.columns, x)
		card.holders = append(card.holders, container.New(x, x.objects...))
	}
	card.ExtendBaseWidget(card)
	x := &sheet{s: s}
	x.add(0, card)
	x.show(s.host.T("shell.keys"), 900)
}
