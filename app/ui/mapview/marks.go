package mapview

import (
	"math"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps"
)

// marks is what the pointer and the keys are on.
type marks struct {
	under   string // key of the marker under the pointer, "" for none
	area    string // area that the pointer rests on
	row     string // row of the legend under the pointer
	walked  string // key of the marker that the keys are on
	onRow   string // or row of the legend
	byKey   bool   // tip or preview belong to what the keys are on
	byMouse bool   // the focus comes from a click
	focused bool
}

// hoverRest is how long the pointer rests on a country before it is named. It
// keeps tips from flickering along the way; markers answer at once.
const hoverRest = 70 * time.Millisecond

// key names the places that one marker stands for.
func key(ids []string) string { return strings.Join(ids, " ") }

// onPicture turns a point of the pane into one of the picture that shows.
func (v *View) onPicture(x, y float64) (float64, float64) {
	return v.pic.order.view.PlaneToScreen(v.seen().ScreenToPlane(x, y))
}

// fromPicture is the reverse of onPicture.
func (v *View) fromPicture(x, y float64) (float64, float64) {
	return v.seen().PlaneToScreen(v.pic.order.view.ScreenToPlane(x, y))
}

// markerAt returns the ids of the places behind the marker at a point of the
// pane, nil if there is none.
func (v *View) markerAt(x, y float64) []string {
	if v.pic == nil {
		return nil
	}
	ids, ok := v.pic.where.Marker(v.onPicture(x, y))
	if !ok {
		return nil
	}
	return ids
}

func (v *View) cards(ids []string) []scene.MeetingCard {
	return scene.Cards(v.host.Room, v.host.Selection(), v.host.State(), v.host.Printer(), ids)
}

// pick lights the meetings behind a marker, and lists them if there are several,
// to choose one.
func (v *View) pick(ids []string, at fyne.Position) {
	cards := v.cards(ids)
	v.unhover()
	v.pointer.quiet = true
	switch len(cards) {
	case 0:
	case 1:
		v.light(cards[0].ID)
	default:
		v.list(v.heading(ids, cards), cards, len(ids) > 1, at)
	}
}

func (v *View) clearSelection() {
	if v.chosen() {
		v.host.Dispatch(state.ClearSelection{})
	}
}

// chosen reports whether anything is selected or lit.
func (v *View) chosen() bool { return v.host.Store.State().Focus != state.Focus{} }

// light lights meetings, or lets go of them.
func (v *View) light(ids ...string) {
	v.host.Store.Break()
	v.host.Dispatch(scene.LightMeetings(v.host.ShiftHeld(), ids...))
}

// rehover looks again at what is under the pointer.
func (v *View) rehover() {
	if v.marks.byKey || v.pic == nil || v.pointer.quiet {
		return
	}
	if !v.pointer.inside || v.pointer.down || v.moving || v.listing() {
		v.unhover()
		return
	}
	x, y := float64(v.pointer.at.X), float64(v.pointer.at.Y)
	if v.hoverLegend(v.onPicture(x, y)) {
		return
	}
	if v.marks.row != "" {
		v.unhover()
	}
	ids := v.markerAt(x, y)
	k := key(ids)
	if k != "" {
		if k != v.marks.under {
			v.unhover()
			v.marks.under = k
			v.mark(ids)
		}
		return
	}
	if v.marks.under != "" || v.marks.area != "" {
		area, _ := v.pic.where.Area(v.onPicture(x, y))
		if v.marks.under != "" || area != v.marks.area {
			v.unhover()
		}
	}
	if v.marks.area == "" {
		v.rest()
	}
}

// mark rings the marker under the pointer and says what it is.
func (v *View) mark(ids []string) {
	if m, ok := v.placed(key(ids)); ok {
		v.encircle(v.hover, m, 4)
		v.tellMarker(m)
		var meetings []string
		for _, c := range v.cards(ids) {
			meetings = append(meetings, c.ID)
		}
		v.preview(meetings...)
	}
}

// preview shows in all panes what a click would light: those meetings.
func (v *View) preview(meetings ...string) {
	v.host.SetPreview(scene.MeetingFocus(meetings...))
}

// rest previews the area under the pointer once the pointer rests, and names it,
// unless the map does.
func (v *View) rest() {
	p := &v.pointer
	if p.stopHover != nil {
		p.stopHover()
	}
	p.stopHover = v.scope.After(hoverRest, func() {
		p.stopHover = nil
		if !p.inside || p.down || v.moving || v.pic == nil || v.marks.under != "" || v.marks.byKey || v.listing() {
			return
		}
		x, y := v.onPicture(float64(p.at.X), float64(p.at.Y))
		id, ok := v.pic.where.Area(x, y)
		if !ok || v.pic.where.OnFurniture(x, y) {
			return
		}
		v.marks.area = id
		v.host.SetPreview(scene.AreaFocus(v.host.Room, id))
		text := scene.AreaTip(v.host.Room, id, v.host.Printer())
		if v.pic.where.Named(id) && !strings.Contains(text, "\n") {
			return // the map says it, and a tip would lie on the name
		}
		if text != "" {
			v.tip.ShowAt(text, p.at.AddXY(-2, -2), p.at.AddXY(14, 18), v.layout)
		}
	})
}

// unhover takes away what followed the pointer.
func (v *View) unhover() {
	if v.pointer.stopHover != nil {
		v.pointer.stopHover()
		v.pointer.stopHover = nil
	}
	if v.marks.under == "" && v.marks.area == "" && v.marks.row == "" {
		return
	}
	v.marks.under, v.marks.area, v.marks.row = "", "", ""
	v.host.SetPreview(state.Focus{})
	v.hover.Hide()
	if !v.marks.byKey {
		v.tip.Hide()
	}
}

// placed finds a marker of the picture by its key.
func (v *View) placed(k string) (maps.PlacedMarker, bool) {
	if v.pic == nil || k == "" {
		return maps.PlacedMarker{}, false
	}
	for _, m := range v.pic.where.Markers() {
		if key(m.IDs) == k {
			return m, true
		}
	}
	return maps.PlacedMarker{}, false
}

// encircle puts a circle round a marker, gap pixels off its edge.
func (v *View) encircle(c *canvas.Circle, m maps.PlacedMarker, gap float64) {
	x, y := v.fromPicture(m.X, m.Y)
	r := float32(math.Max(m.R, 4) + gap)
	c.Resize(fyne.NewSquareSize(2 * r))
	c.Move(fyne.NewPos(float32(x)-r, float32(y)-r))
	c.Show()
	v.spark.Refresh() // paints also what was never on the screen
}

// tipLines bounds the meetings that a tip names. The list that a click opens has
// them all.
const tipLines = 4

// heading says what the marker of some places counts.
func (v *View) heading(ids []string, cards []scene.MeetingCard) string {
	p, n := v.host.Printer(), 0
	for _, c := range cards {
		n += c.Count
	}
	return scene.PlaceNames(v.host.Room, v.host.State(), p, ids) + " · " + p.N("scene.meetings", len(cards)) + " · " + p.N("scene.statements", n)
}

// words says what the marker of some places stands for: how many meetings of which
// level, and in full those of which statements are left.
func (v *View) words(ids []string) string {
	cards, p := v.cards(ids), v.host.Printer()
	switch len(cards) {
	case 0:
		return ""
	case 1:
		c := cards[0]
		return c.Where + "\n" + c.When + " · " + c.Title + " · " + c.CountText(p)
	}
	lines := []string{v.heading(ids, cards), scene.Levels(v.host.Room, cards, p)}
	named := 0
	for _, c := range cards {
		if c.Count == 0 {
			continue
		}
		if named == tipLines {
			lines = append(lines, "…")
			break
		}
		named++
		lines = append(lines, c.When+" · "+c.Title+" · "+c.CountText(p))
	}
	return strings.Join(lines, "\n")
}

// tellMarker shows the words of a marker beside it.
func (v *View) tellMarker(m maps.PlacedMarker) {
	text := v.words(m.IDs)
	if text == "" {
		return
	}
	x, y := v.fromPicture(m.X, m.Y)
	r := float32(m.R) + 6
	at := fyne.NewPos(float32(x), float32(y))
	v.tip.ShowAt(text, at.SubtractXY(r, r), at.AddXY(r, r), v.layout)
}
