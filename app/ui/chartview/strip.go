package chartview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// stripLine stands for a chart in the strip that the pane is in a low window. A
// click opens that chart.
type stripLine struct {
	parts.Surface

	h        *host.Host
	kind     state.ChartKind
	on       bool
	lead     float32 // the width of all names
	label    string  // whole
	sentence string  // whole
	first    string  // its first clause alone, if it has more

	back, rule *canvas.Rectangle
	name, says *canvas.Text
}

func newStripLine(v *View, kind state.ChartKind) *stripLine {
	l := &stripLine{h: v.host, kind: kind, back: canvas.NewRectangle(color.Transparent), rule: canvas.NewRectangle(color.Transparent), name: parts.Text("", 0, false, nil), says: parts.Text("", 0, false, nil)}
	l.Pointer = desktop.PointerCursor
	l.OnTap = func() { v.unfold(kind) }
	l.Init(l, v.host)
	return l
}

// CreateRenderer is for Fyne.
func (l *stripLine) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(l) }

// Least implements parts.Drawn.
func (l *stripLine) Least() fyne.Size {
	return fyne.NewSize(80, parts.Measure("Mg", parts.Scaled(l.h, theme.Body), false).Height+theme.Space1)
}

// Place implements parts.Drawn. What of the sentence finds no room is said on hover.
func (l *stripLine) Place(size fyne.Size) {
	inner := size.Width - 2*theme.Space4
	lead := min(l.lead, inner)
	l.back.Resize(size)
	l.rule.Resize(fyne.NewSize(3, size.Height))
	x := theme.Space4 + lead + theme.Space4
	room := size.Width - theme.Space4 - x
	l.says.Text = l.sentence
	if l.first != "" && parts.Measure(l.sentence, l.says.TextSize, false).Width > room {
		l.says.Text = l.first
	}
	l.says.Text = parts.Shorten(l.says.Text, l.says.TextSize, false, room)
	l.says.Hidden = room < parts.Scaled(l.h, 120)
	l.Tip = ""
	if l.says.Hidden || l.says.Text != l.sentence {
		l.Tip = l.sentence
	}
	l.name.Text = parts.Shorten(l.label, l.name.TextSize, l.name.TextStyle.Bold, inner)
	for _, t := range []*canvas.Text{l.name, l.says} {
		m := t.MinSize()
		t.Resize(m)
		t.Move(fyne.NewPos(theme.Space4, (size.Height-m.Height)/2))
	}
	l.says.Move(fyne.NewPos(x, l.says.Position().Y))
}

// Paint implements parts.Drawn.
func (l *stripLine) Paint() {
	p, size := l.h.Palette(), parts.Scaled(l.h, theme.Body)
	l.back.FillColor, l.back.StrokeColor, l.back.StrokeWidth = color.Transparent, color.Transparent, 0
	l.rule.FillColor = color.Transparent
	if l.on {
		l.rule.FillColor = p.Accent
	}
	if l.Hovered() {
		l.back.FillColor = p.Hover
	}
	if l.Focused() {
		l.back.StrokeColor, l.back.StrokeWidth = p.Accent, 2
	}
	l.name.Color, l.name.TextSize, l.name.TextStyle.Bold = p.Ink, size, l.on
	l.says.Color, l.says.TextSize = p.InkMuted, size
}

// Pieces implements parts.Drawn.
func (l *stripLine) Pieces() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.back, l.rule, l.name, l.says}
}

// SetFolded makes the pane a strip with a line for each chart, or a chart again;
// low says that it could be a strip.
func (v *View) SetFolded(folded, low bool) {
	if folded == v.folded && low == v.low {
		return
	}
	v.folded, v.low = folded, low
	v.refresh()
}

// StripHeight is the height of the strip: a line for each chart, or, where that
// is more than most, the row of tabs.
func (v *View) StripHeight(most float32) float32 {
	if high := v.linesHeight(); high <= most {
		return high
	}
	return v.headHeight()
}

func (v *View) linesHeight() float32 {
	if len(v.strip) == 0 {
		return 0
	}
	return float32(len(v.strip))*v.strip[0].MinSize().Height + 2*theme.Space1
}

// unfold opens a chart, and says how to fold it again.
func (v *View) unfold(kind state.ChartKind) {
	v.flip(func(s *state.State) { s.Kind, s.ShowCharts = kind, true })
	v.host.Say(v.host.T("panes.unfolded"))
}

// fillStrip takes over data, language and look.
func (v *View) fillStrip() {
	h, s := v.host, v.host.State()
	var lead float32
	for i, x := range scene.Specs() {
		if i == len(v.strip) {
			v.strip = append(v.strip, newStripLine(v, x.Kind))
		}
		lead = max(lead, parts.Measure(x.Label(h.Printer()), parts.Scaled(h, theme.Body), true).Width)
	}
	for i, x := range scene.Specs() {
		l, of := v.strip[i], s
		of.Kind = x.Kind
		l.lead, l.label, l.on, l.sentence, l.first = lead, x.Label(h.Printer()), x.Kind == s.Kind, scene.Title(h.Room, of, h.Printer()), ""
		if sel := h.Selection(); v.folded && len(sel.Statements) <= manyStatements {
			if long, first := scene.Count(h.Room, sel, of, h.Printer()).Findings(); long != "" {
				l.sentence, l.first = long, first
			}
		}
		if none := scene.Uncoded(h.Room, of, h.Printer()); none != "" {
			l.sentence = none
		}
		l.Refresh()
	}
}

// manyStatements is how many statements are too many to be counted for all charts
// at once while a person waits.
const manyStatements = 5000

// lined reports whether the strip has a line for each chart, not just tabs.
func (v *View) lined() bool { return v.linesHeight() <= v.Size().Height+1 }

// placeStrip places what a folded pane shows.
func (v *View) placeStrip(size fyne.Size) {
	v.back.Resize(size)
	v.tabs.Resize(fyne.NewSize(min(v.tabs.Most().Width, size.Width), v.headHeight()))
	v.tabs.Move(fyne.NewPos(0, 0))
	y := theme.Space1
	for _, l := range v.strip {
		high := l.MinSize().Height
		l.Move(fyne.NewPos(0, y))
		l.Resize(fyne.NewSize(size.Width, high))
		y += high
	}
	v.ask() // lets go of a picture that was asked for
}

// stripPieces lists what a folded pane shows.
func (v *View) stripPieces() []fyne.CanvasObject {
	if !v.lined() {
		return []fyne.CanvasObject{v.back, v.tabs}
	}
	out := []fyne.CanvasObject{v.back}
	for _, l := range v.strip {
		out = append(out, l)
	}
	return out
}
