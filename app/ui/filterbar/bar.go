// Package filterbar is the row of filters above the panes: search, status,
// domain, state, level, and the way back.
package filterbar

import (
	"context"
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/app/work"
)

// Bar is the filter bar. It wraps into as many rows as its width asks for.
type Bar struct {
	widget.BaseWidget

	// OnHeight, if set, is called when the filters were folded or unfolded.
	OnHeight func()

	h    *host.Host
	lead []fyne.CanvasObject // before the search entry
	tail []fyne.CanvasObject // at the right edge

	search  *search
	label   *canvas.Text
	found   *canvas.Text // in the search entry, at its end
	under   *canvas.Rectangle
	presets *parts.Choices
	kinds   []*kind
	reset   *parts.Button
	fold    *parts.Button   // unfolds the filters of a bar that may not be that high
	chips   []*parts.Button // the filters in force, by name
	count   *canvas.Text    // what they leave: left, after the number of chips without room
	left    string

	filters  scene.Filters // as counted last
	counts   *work.Latest[counted, scene.Filters]
	most     float32 // how high the bar may be with its filters
	folds    bool    // they are behind the button
	unfolded bool    // and were unfolded
	tall     bool    // the filters stand below the search
	large    bool    // the data are: counts are made off the UI goroutine
}

// counted is what counts depend on.
type counted struct {
	room *scene.Room
	view state.State
}

// countedHere is the most statements that are counted at once, on the UI
// goroutine: it takes less than a frame.
const countedHere = 5000

// kind is one filter with its button and its pop-up.
type kind struct {
	button  *parts.Button
	list    *parts.Checklist
	options func(scene.Filters) []scene.Option
	chosen  func(state.State) state.Set
	set     func(state.Set) state.Action
	name    func() string
	all     func() string
	bare    bool          // a chevron without words: the presets before it say the rest
	only    func() string // words of the row for statements that do not name all; nil: there is no such row
}

// New returns a bar that follows the view as long as the scope lives. lead and
// tail are set at its two ends.
func New(scope *host.Scope, lead, tail []fyne.CanvasObject) *Bar {
	h := scope.Host
	b := &Bar{h: h, lead: lead, tail: tail, search: newSearch(scope), label: canvas.NewText("", h.Palette().InkMuted), found: canvas.NewText("", h.Palette().InkMuted), under: canvas.NewRectangle(h.Palette().Raised)}
	b.measure()
	b.counts = host.Latest(scope, func(_ context.Context, c counted) (scene.Filters, error) {
		return scene.Options(c.room, c.view, i18n.With(c.view.Lang, c.view.SecondLang)), nil
	}, func(_ counted, f scene.Filters, _ error) { b.show(f) })
	b.found.Hide()
	b.under.Hide()
	b.presets = parts.NewSegments(h, func(code string) {
		if set, ok := scene.Preset(h.Room.Data, code); ok {
			h.Dispatch(state.SetStatus(set))
		}
	})
	b.reset = parts.NewButton(h, nil, "", "", func() { h.Reset() })
	b.most = math.MaxFloat32
	b.fold = parts.NewButton(h, nil, "", "", func() { b.setUnfolded(!b.unfolded) })
	b.fold.Chevron = true
	b.fold.Hide()
	b.kinds = []*kind{
		{
			options: func(f scene.Filters) []scene.Option { return f.Status },
			chosen:  func(s state.State) state.Set { return s.Status },
			set:     func(c state.Set) state.Action { return state.SetStatus(c) },
			name:    func() string { return h.T("shell.filterStatus") },
			all:     func() string { return h.T("shell.allStatuses") },
			bare:    true,
		},
		{
			options: func(f scene.Filters) []scene.Option { return f.Domains },
			chosen:  func(s state.State) state.Set { return s.Domains },
			set:     func(c state.Set) state.Action { return state.SetDomains(c) },
			name:    func() string { return h.T("shell.filterDomain") },
			all:     func() string { return h.T("shell.allDomains") },
		},
		{
			options: func(f scene.Filters) []scene.Option { return f.States },
			chosen:  func(s state.State) state.Set { return s.States },
			set:     func(c state.Set) state.Action { return state.SetStates(c) },
			name:    func() string { return h.T("shell.filterState") },
			all:     func() string { return h.T("shell.allStates") },
			only: func() string {
				return h.Printer().N("shell.onlyNaming", len(h.Room.Data.Countries))
			},
		},
		{
			options: func(f scene.Filters) []scene.Option { return f.Levels },
			chosen:  func(s state.State) state.Set { return s.Levels },
			set:     func(c state.Set) state.Action { return state.SetLevels(c) },
			name:    func() string { return h.T("shell.filterLevel") },
			all:     func() string { return h.T("shell.allLevels") },
		},
	}
	for _, k := range b.kinds {
		k.button = parts.NewButton(h, nil, "", "", func() { b.open(k) })
		k.button.Chevron = true
		k.list = parts.NewChecklist(h, func(code string) { b.toggle(k, code) }, func() { h.Dispatch(k.set("")) })
	}
	b.count = canvas.NewText("", h.Palette().InkMuted)
	b.ExtendBaseWidget(b)
	host.Watch(scope, func(s state.State) state.State {
		return state.State{View: state.View{Subject: s.Subject, Focus: s.Focus}, Person: s.Person}
	}, func(state.State) { b.showChips() })
	type part struct {
		state.Subject
		state.Person
	}
	host.Watch(scope, func(s state.State) part {
		return part{s.Subject, s.Person}
	}, func(part) { b.follow() })
	host.WatchData(scope, func() { b.measure(); b.CloseLists(); b.follow(); b.showChips() })
	scope.OnClose(func() { b.CloseLists() })
	return b
}

// measure looks how large the data are.
func (b *Bar) measure() {
	b.large = len(b.h.Room.Data.Statements) > countedHere
	b.search.large = b.large
}

// FocusSearch puts the cursor into the search entry.
func (b *Bar) FocusSearch() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		c.Focus(b.search)
	}
}

// SetFound says at the end of the search entry which hit a person has stepped on,
// such as "3 of 17"; "" says nothing.
func (b *Bar) SetFound(text string) {
	if b.found.Text != text {
		b.found.Text = text
		parts.SetShown(b.found, text != "")
		parts.SetShown(b.under, text != "")
		b.Refresh()
	}
}

// Drop is the list of what the search finds. Whoever shows the bar lays it over
// everything else and calls PlaceDrop when the window's size changes.
func (b *Bar) Drop() *Drop { return b.search.list }

// PlaceDrop puts the list below the search entry of a bar that stands at the
// upper left corner of a window of that size.
func (b *Bar) PlaceDrop(window fyne.Size) {
	at := b.search.Position().AddXY(0, b.search.Size().Height+2)
	at.X = max(min(at.X, window.Width-parts.Scaled(b.h, dropWidth)-theme.Space2), 0)
	b.search.list.Move(at)
	b.search.list.SetRoom(fyne.NewSize(window.Width-at.X-theme.Space2, window.Height-at.Y-theme.Space2))
}

// CloseLists takes an open pop-up away and reports whether there was one.
func (b *Bar) CloseLists() bool {
	if b.search.list.close() {
		return true
	}
	for _, k := range b.kinds {
		if k.list.Shown() {
			k.list.Close()
			return true
		}
	}
	return false
}

func (b *Bar) toggle(k *kind, code string) {
	set := k.chosen(b.h.Store.State()).Toggle(code)
	if set.Len() == len(k.options(b.filters)) {
		set = "" // everything ticked is no restriction
	}
	b.h.Dispatch(k.set(set))
}

func (b *Bar) extra(k *kind) (o scene.Option) {
	if k.only != nil {
		o = scene.Option{Label: k.only(), On: b.h.Store.State().OnlyNaming}
	}
	return o
}

func (b *Bar) every(k *kind) scene.Option {
	return scene.Option{Label: k.all(), On: k.chosen(b.h.Store.State()) == ""}
}

func (b *Bar) open(k *kind) {
	k.list.Open(k.button, b.every(k), k.options(b.filters), b.extra(k), func() {
		b.h.Dispatch(state.SetOnlyNaming(!b.h.Store.State().OnlyNaming))
	})
}

func (b *Bar) follow() {
	h, s, p := b.h, b.h.State(), b.h.Printer()
	b.label.Text, b.label.Color, b.label.TextSize = h.T("shell.filterStatus"), h.Palette().InkMuted, parts.Scaled(h, theme.Body)
	b.found.Color, b.found.TextSize = h.Palette().InkMuted, parts.Scaled(h, theme.Small)
	b.under.FillColor = h.Palette().Raised
	b.search.PlaceHolder = h.T("shell.searchPlaceholder")
	b.search.clear.Tip = h.T("shell.searchClear")
	b.search.follow(s.Query)
	b.presets.SetItems(scene.StatusPresets(h.Room, s, p))
	b.reset.Set(h.T("shell.reset"), h.T("shell.resetTip"))
	b.reset.SetEnabled(b.h.Filtered())
	if b.large {
		b.counts.Request(counted{b.h.Room, state.State{View: state.View{Subject: s.Subject}, Person: state.Person{Lang: s.Lang, SecondLang: s.SecondLang}}})
		b.show(b.filters)
		return
	}
	b.show(scene.Options(h.Room, s, p))
}

// showChips names the filters in force. What is lit joins them, but has no row of
// its own: a click on a mark moves nothing.
func (b *Bar) showChips() {
	h := b.h
	b.chips = nil
	chips := scene.Chips(h.Room, h.State(), h.Printer())
	b.fold.On = len(chips) > 0 && !chips[0].Lit
	if !b.fold.On {
		b.fold.Set(h.T("shell.filters"), h.T("shell.filtersTip"))
		b.Refresh()
		return
	}
	var names []string
	for _, c := range chips {
		names = append(names, c.Text)
		size := parts.Scaled(h, theme.Body)
		text := parts.Shorten(c.Text, size, false, parts.Scaled(h, chipMost))
		x := parts.NewButton(h, nil, text+" ×", h.T("shell.chipTip"), func() {
			h.Store.Break()
			h.Dispatch(c.Drop)
		})
		x.On = c.Lit
		b.chips = append(b.chips, x)
		if c.Lit && h.Store.State().Filters() {
			b.chips = append(b.chips, parts.NewButton(h, nil, h.T("scene.onlyThis"), "", func() {
				h.Store.Break()
				h.Dispatch(state.OnlyFocus{})
			}))
		}
	}
	sel := h.Selection()
	b.left = h.T("shell.countOf", i18n.Args{"N": len(sel.Statements), "Total": sel.Total})
	b.count.Color, b.count.TextSize = h.Palette().InkMuted, parts.Scaled(h, theme.Body)
	b.fold.Set(b.left, h.T("shell.filters")+": "+strings.Join(names, ", "))
	b.Refresh()
}

// chipMost is how wide the name of a filter may be at size 1: what was searched
// for may be long, and how many are left stands behind it.
const chipMost = 300

// Pieces implements parts.Drawn: it lists everything on the bar, in the order of reading.
func (b *Bar) Pieces() []fyne.CanvasObject {
	out := append([]fyne.CanvasObject(nil), b.lead...)
	out = append(out, b.search, b.under, b.found)
	if b.folds {
		out = append(out, b.fold)
		if !b.unfolded {
			return append(out, b.tail...)
		}
	}
	if b.tall { // the tail ends the first of several rows
		out = append(out, b.tail...)
	}
	out = append(out, b.controls()...)
	if !b.tall {
		out = append(out, b.tail...)
	}
	if len(b.chips) > 0 {
		out = append(append(out, objects(b.chips)...), b.count)
	}
	return out
}

// controls lists what sets filters.
func (b *Bar) controls() []fyne.CanvasObject {
	out := []fyne.CanvasObject{b.label, b.presets}
	for _, k := range b.kinds {
		out = append(out, k.button)
	}
	return append(out, b.reset)
}
