package timeaxis

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/charts"
)

// lineY is where the axis runs, in layout pixels from the top.
func (v *View) lineY() float32 { return theme.Space2 + levels*dot + 1 }

// Least implements parts.Drawn.
func (v *View) Least() fyne.Size {
	label := parts.Measure("2020", parts.Scaled(v.host, theme.Small), false)
	m, b := v.modes.MinSize().Height, v.buttons.MinSize().Height
	hands := m + b + theme.Space2
	if v.flat {
		hands = max(m, b)
	}
	return fyne.NewSize(200, max(v.lineY()+3+label.Height+theme.Space1, hands))
}

// SetFlat puts forms and buttons beside each other, so that the axis is as low as
// it can be, and reports whether they stood otherwise.
func (v *View) SetFlat(on bool) bool {
	if v.flat == on {
		return false
	}
	v.flat = on
	v.Refresh()
	return true
}

// Place implements parts.Drawn: it computes where everything stands.
func (v *View) Place(s fyne.Size) {
	right := float32(sideRoom)
	if !v.host.Present {
		m, b := v.modes.MinSize(), v.buttons.MinSize()
		w := max(m.Width, b.Width)
		if v.flat {
			w = m.Width + theme.Space2 + b.Width
		}
		right += w + theme.Space2
		v.modes.Resize(m)
		v.buttons.Resize(b)
		if edge := s.Width - theme.Space2; v.flat {
			v.modes.Move(fyne.NewPos(edge-w, (s.Height-m.Height)/2))
			v.buttons.Move(fyne.NewPos(edge-b.Width, (s.Height-b.Height)/2))
		} else {
			top := max((s.Height-m.Height-b.Height-theme.Space1)/2, theme.Space1)
			v.modes.Move(fyne.NewPos(edge-(w+m.Width)/2, top))
			v.buttons.Move(fyne.NewPos(edge-(w+b.Width)/2, top+m.Height+theme.Space1/2))
		}
	}
	v.axis = newAxis(v.host.Room, sideRoom, float64(s.Width-sideRoom-right))
	y := v.lineY()
	v.frame.Resize(s.SubtractWidthHeight(2, 2))
	v.frame.Move(fyne.NewPos(1, 1))
	v.line.Resize(fyne.NewSize(float32(v.axis.width), 1))
	v.line.Move(fyne.NewPos(float32(v.axis.left), y))
	from, to := v.axis.span(v.window())
	x0, x1 := float32(v.axis.x(from)), float32(v.axis.x(to))
	v.band.Resize(fyne.NewSize(max(x1-x0, 1), 3))
	v.band.Move(fyne.NewPos(x0, y-1))
	if v.mode() == state.OneMeeting { // a day is less than a pixel
		v.band.Resize(fyne.NewSize(max(x1-x0, 7), 3))
		v.band.Move(fyne.NewPos((x0+x1)/2-v.band.Size().Width/2, y-1))
	}
	v.from.put(x0, y)
	v.to.put(x1, y)
	v.from.Hidden, v.to.Hidden = v.mode() != state.Within, v.mode() == state.OneMeeting
	v.arrangeYears(y)
	v.arrangeMarks()
}

// arrangeYears puts notches and numbers under the line. They are the same objects
// each time: Fyne lays out a widget with a new one among its pieces once more, and
// so paints without end.
func (v *View) arrangeYears(y float32) {
	p, size := v.host.Palette(), parts.Scaled(v.host, theme.Small)
	v.years, v.notches = v.years[:0], v.notches[:0]
	all := v.axis.years()
	if len(all) < 2 {
		return
	}
	perYear := v.axis.width / float64(len(all)-1)
	every := charts.YearStep(perYear, float64(parts.Measure("0000", size, false).Width)*1.35)
	for i, t := range all {
		n := another(&v.notches, func() *canvas.Rectangle { return canvas.NewRectangle(nil) })
		n.FillColor = p.InkMuted
		n.Resize(fyne.NewSize(1, 5))
		n.Move(fyne.NewPos(float32(v.axis.x(t)), y))
		if i == len(all)-1 || t.Year()%every != 0 {
			continue
		}
		label := another(&v.years, func() *canvas.Text { return parts.Text("", size, false, nil) })
		label.Text, label.TextSize, label.Color = strconv.Itoa(t.Year()), size, p.InkMuted
		m := label.MinSize()
		label.Resize(m)
		label.Move(fyne.NewPos(float32(v.axis.x(t)+perYear/2)-m.Width/2, y+4))
	}
}

// another lengthens a row by the object that stood there before, or else by a fresh one.
func another[T any](row *[]*T, fresh func() *T) *T {
	n := len(*row)
	if n < cap(*row) && (*row)[:n+1][n] != nil {
		*row = (*row)[:n+1]
	} else {
		*row = append(*row, fresh())
	}
	return (*row)[n]
}

// center is the middle of a meeting's mark.
func (v *View) center(i int) fyne.Position {
	return fyne.NewPos(float32(v.xs[i]), v.lineY()-float32(dot)/2-1-float32(v.levels[i])*dot)
}
