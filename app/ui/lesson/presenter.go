package lesson

import (
	"image/color"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	ftheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Presenter is what the teacher sees of a lesson in a window of their own: the scene
// that the room sees and the next one, what to say, and the time. It hears the same
// keys as the room's window and belongs to the UI goroutine.
type Presenter struct {
	widget.BaseWidget
	ear

	h        *host.Host // the presenter's: with the person's size of type, not the room's
	scope    *host.Scope
	pictures *pictures
	live     *scene.Step // the scene as a hand has changed or revealed it; nil while it is as the lesson has it
	settle   func()      // stops what waits for the hand to rest

	back, line    *canvas.Rectangle
	head          *head
	now, next     *frame
	note          *note
	tools         []*parts.Button
	room          func() float32 // the room's width by its height
	over          *over
	tips          *parts.Tips
	black, freeze *parts.Button
	light, pen    *parts.Button
	lens          *parts.Button
	nibs          *nibs
	screens       *parts.Choices // the one that the room is on
}

// settleTime is how long a hand rests before the scene that it changed is drawn.
const settleTime = 150 * time.Millisecond

// NewPresenter returns the presenter's view of a lesson, which lives in the scope.
// aspect is the room's width by its height.
func NewPresenter(scope *host.Scope, s *Show, aspect func() float32) *Presenter {
	own := scope.Lesson()
	h := own.Host
	h.SetScale(0)
	h.Hand, h.Key, h.Rune = nil, s.Key, s.Rune
	v := &Presenter{h: h, scope: own, room: aspect, settle: func() {}, back: canvas.NewRectangle(color.Transparent), line: parts.Hairline(h)}
	v.ear = ear{s, v}
	v.tips = parts.NewTips(own)
	h.Tip = v.tips.Show
	v.head, v.now, v.next, v.note = newHead(h, s), newFrame(h), newFrame(h), newNote(h, s)
	v.now.room, v.next.room = aspect, aspect
	v.now.glass, v.now.ink = newGlass(s, v.now.plan, false, v.now.through), newInk(s, v.now.plan)
	v.now.glass.over = v.now.ink.over
	button := func(icon fyne.Resource, do func()) *parts.Button {
		b := parts.NewButton(h, icon, "", "", do)
		v.tools = append(v.tools, b)
		return b
	}
	button(ftheme.NavigateBackIcon(), func() { s.turn(-1) })
	button(ftheme.NavigateNextIcon(), func() { s.turn(1) })
	v.black = button(ftheme.VisibilityOffIcon(), func() { s.toggle(black) })
	v.freeze = button(ftheme.MediaPauseIcon(), s.freeze)
	button(ftheme.GridIcon(), s.overview)
	v.light = button(ftheme.RadioButtonFillIcon(), func() { s.take(spotlight) })
	v.lens = button(ftheme.SearchIcon(), func() { s.take(lens) })
	v.pen = button(ftheme.DocumentCreateIcon(), func() { s.take(pen) })
	button(ftheme.HelpIcon(), s.showKeys)
	button(ftheme.LogoutIcon(), s.Leave)
	v.screens = parts.NewSegments(h, func(code string) {
		if i, err := strconv.Atoi(code); err == nil {
			s.chooseScreen(i)
		}
	})
	v.nibs = newNibs(h, s)
	v.pictures = newPictures(own, s, v.arrive)
	v.over = newOver(own, s, aspect)
	v.ExtendBaseWidget(v)
	host.Watch(own, func(x state.State) state.View { return x.View }, func(state.View) {
		v.settle()
		v.settle = own.After(settleTime, v.follow)
	})
	type look struct {
		person state.Person
		step   int
		hidden state.Hidden
	}
	host.Watch(own, func(x state.State) look { return look{x.Person, x.Scene, x.Hidden} }, func(look) { v.follow() })
	s.Follow(own, v.follow)
	s.Track(own, func() { v.now.glass.track(); v.now.ink.follow() })
	v.tick()
	return v
}

// tick moves the clocks on, each second.
func (v *Presenter) tick() {
	v.head.tick()
	v.scope.After(time.Second-time.Duration(v.s.now().Nanosecond()), v.tick)
}

// follow takes over the scene, what lies over it, and the look.
func (v *Presenter) follow() {
	s, h := v.s, v.h
	if h.Store.State().Scene == 0 || v.over == nil {
		return // being left, or not yet whole
	}
	x, n, of := s.Step()
	v.head.follow()
	v.now.set(h.T("present.now"), x.Title, s.cover)
	if n < of {
		v.next.set(s.ahead(h), s.deck[n].Title, nothing)
	} else {
		v.next.set(s.ahead(h), h.T("present.end"), nothing)
	}
	v.note.set(x, h.Store.State().Hidden)
	v.nibs.say()
	v.black.SetOn(s.cover == black)
	v.freeze.SetOn(s.frozen)
	v.light.SetOn(s.tool == spotlight)
	v.pen.SetOn(s.tool == pen)
	v.lens.SetOn(s.tool == lens)
	v.followScreens()
	v.sayTools()
	v.over.follow(true)
	v.now.glass.follow(s.cover == nothing)
	v.look()
	v.Refresh()
	for _, o := range []fyne.CanvasObject{v.head, v.now, v.next, v.note} {
		o.Refresh()
	}
}

// footShare is the most of the window's height that buttons with words may take.
const footShare = 0.2

// sayTools names the tools, beside their icons, or in their tips where words would take the pictures' room.
func (v *Presenter) sayTools() {
	say := func(words bool) {
		for i, key := range [...]string{"shell.keyBack", "shell.keyNext", "present.black", "present.freeze", "present.overview", "present.light", "present.lens", "present.pen", "present.keys", "present.leave"} {
			text, tip := v.h.T(key), [...]string{"PgUp", "PgDn", "B", "F", "Tab", "L", "M", "D", "F1", "Esc"}[i]
			if !words {
				text, tip = "", text+" ("+tip+")"
			}
			v.tools[i].Set(text, tip)
		}
	}
	say(true)
	var high float32
	for _, row := range v.rows(v.Size().Width) {
		high += row[0].Least().Height
	}
	if high > v.Size().Height*footShare {
		say(false)
	}
}

// followScreens takes over which screens there are, in a narrow window by their numbers.
func (v *Presenter) followScreens() {
	s := v.s
	set := func(words bool) {
		var items []scene.Option
		for i, name := range s.screens {
			label, tip := v.h.T("present.roomOn", i18n.Args{"N": i + 1}), name
			if !words {
				label, tip = strconv.Itoa(i+1), label+" · "+name
			}
			items = append(items, scene.Option{Code: strconv.Itoa(i), Label: label, Tip: tip, On: i == s.Screen()})
		}
		v.screens.SetItems(items)
	}
	set(true)
	if v.screens.Least().Width > v.Size().Width-2*theme.Space3 {
		set(false)
	}
	parts.SetShown(v.screens, len(s.screens) > 1)
}

// look has the pictures drawn that are wanted, unless the overview hides them.
func (v *Presenter) look() {
	s := v.s
	if s.grid || v.Size().Height <= 0 {
		v.pictures.want(nil)
		return
	}
	list := v.orders()
	v.now.show(v.pictures.get(list[0]))
	v.now.ink.follow()
	v.next.show(shot{})
	if len(list) > 1 {
		v.next.show(v.pictures.get(list[1]))
	}
	v.pictures.want(list)
}

// orders are the pictures of the scene that is shown, as it is, and of the next.
func (v *Presenter) orders() []order {
	s, i := v.s, v.s.at()
	now := v.pictures.of(s, i, side(v, v.now.Size().Width), v.room())
	if seen := s.h.Store.State(); s.begun() {
		if v.live == nil || v.live.View != seen.View || v.live.Hidden != seen.Hidden || v.live.Title != s.deck[i].Title {
			x := s.deck[i]
			x.View, x.Hidden = seen.View, seen.Hidden
			v.live = &x
		}
		now.step, now.begun = v.live, true
	}
	out := []order{now}
	if i+1 < len(s.deck) {
		out = append(out, v.pictures.of(s, i+1, side(v, v.next.Size().Width), v.room()))
	}
	return out
}

// arrive shows a picture that was just drawn.
func (v *Presenter) arrive() {
	v.look()
	v.now.Refresh()
	v.next.Refresh()
}

// Least implements parts.Drawn.
func (v *Presenter) Least() fyne.Size { return fyne.NewSize(320, 240) }

// CreateRenderer is for Fyne.
func (v *Presenter) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	return parts.Draw(v)
}

// Resize lays all out anew.
func (v *Presenter) Resize(size fyne.Size) {
	changed := size != v.Size()
	v.BaseWidget.Resize(size)
	if changed && size.Height > 0 {
		v.follow()
	}
}

// Place implements parts.Drawn: in a wide window the next scene and the note stand
// beside the one that is shown, in a narrow one below it.
func (v *Presenter) Place(size fyne.Size) {
	pad := theme.Space4
	v.back.Resize(size)
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(max(w, 1), max(h, 1)))
	}
	head := v.head.HeightFor(size.Width)
	put(v.head, 0, 0, size.Width, head)
	put(v.line, 0, head, size.Width, 1)
	top := head + pad
	foot := v.foot(size)
	bottom := foot - pad
	wide := size.Width - 3*pad
	if size.Width > size.Height*1.15 {
		w := wide * 0.58
		h := min(v.now.HeightFor(w, v.room()), bottom-top)
		put(v.now, pad, top, w, h)
		x := 2*pad + w
		w = wide - w
		h = min(v.next.HeightFor(w*0.72, v.room()), (bottom-top)*0.5)
		put(v.next, x, top, w*0.72, h)
		put(v.note, x, top+h+pad, w, bottom-top-h-pad)
		return
	}
	w := wide * 0.6
	h := min(v.now.HeightFor(w, v.room()), (bottom-top)*0.5)
	put(v.now, pad, top, w, h)
	put(v.next, 2*pad+w, top, wide-w, min(v.next.HeightFor(wide-w, v.room()), h))
	put(v.note, pad, top+h+pad, size.Width-2*pad, bottom-top-h-pad)
}

// footing is what stands at the foot.
func (v *Presenter) footing() []parts.Drawn {
	var out []parts.Drawn
	for _, b := range v.tools {
		out = append(out, b)
	}
	out = append(out, v.nibs.shown()...)
	if v.screens.Visible() {
		out = append(out, v.screens)
	}
	return out
}

// rows are the buttons as they have room beside each other.
func (v *Presenter) rows(width float32) [][]parts.Drawn {
	rows := [][]parts.Drawn{nil}
	x := theme.Space3
	for _, b := range v.footing() {
		w := b.Least().Width
		if x+w > width-theme.Space3 && len(rows[len(rows)-1]) > 0 {
			rows, x = append(rows, nil), theme.Space3
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], b)
		x += w + theme.Space1
	}
	return rows
}

// foot places the buttons in rows from the bottom and returns where they begin.
func (v *Presenter) foot(size fyne.Size) float32 {
	y := size.Height - theme.Space2
	for _, row := range slices.Backward(v.rows(size.Width)) {
		high := row[0].Least().Height
		x := theme.Space3
		y -= high
		for _, b := range row {
			b.Move(fyne.NewPos(x, y))
			b.Resize(b.Least())
			x += b.Least().Width + theme.Space1
		}
	}
	v.over.place(size, y+theme.Space3)
	v.tips.Layer.Resize(size)
	return y
}

// Paint implements parts.Drawn.
func (v *Presenter) Paint() {
	p := v.h.Palette()
	v.back.FillColor, v.line.FillColor = p.Panel, p.Hairline
}

// Pieces implements parts.Drawn.
func (v *Presenter) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{v.back, v.head, v.line, v.now, v.next, v.note}
	for _, b := range v.footing() {
		out = append(out, b)
	}
	return append(append(out, v.over.pieces()...), v.tips.Layer)
}

// ahead says what comes before the next scene: what this one still hides, in the order in
// which the keys reveal it.
func (s *Show) ahead(h *host.Host) string {
	var list []string
	for _, part := range h.Store.State().Hidden.Parts() {
		list = append(list, scene.HiddenName(part, h.Printer()))
	}
	const most = 3 // in one line
	switch {
	case len(list) == 0:
		return h.T("present.next")
	case len(list) > most:
		list = append(list[:most], "…")
	}
	return h.T("present.nextAfter", i18n.Args{"List": strings.Join(list, ", ")})
}

// stepOf says which scene is shown.
func (s *Show) stepOf(p *i18n.Printer) string {
	_, n, of := s.Step()
	return p.T("shell.stepOf", i18n.Args{"N": n, "Total": of})
}
