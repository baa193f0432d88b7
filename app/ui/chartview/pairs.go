package chartview

import (
	"context"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// mostPairs is how many of a kind the menu of comparisons lists; of more those with
// the most statements.
const mostPairs = 40

// openPairs offers what the chart can compare: of meetings, states, years and documents
// one, then the other; what is in hand is the first. What there is is counted off the UI
// goroutine.
func (v *View) openPairs() {
	h := v.host
	v.comparables.Request(order{key: key{room: h.Room, state: h.State()}, printer: h.Printer()})
}

// canCompare counts what can be compared.
func canCompare(ctx context.Context, o order) ([]scene.Comparables, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return scene.CanCompare(o.room, o.state, o.printer), nil
}

// offerPairs opens the menu, unless the view is another by now.
func (v *View) offerPairs(o order, can []scene.Comparables, err error) {
	if err == nil && o.state == v.host.State() {
		v.popUp(v.pairs(o.state, can))
	}
}

// pairs is the menu of comparisons.
func (v *View) pairs(s state.State, can []scene.Comparables) *fyne.Menu {
	h, p := v.host, v.host.Printer()
	none := fyne.NewMenuItem(h.T("panes.compareNone"), func() { v.pair(state.Pair{}) })
	none.Checked = !scene.Comparing(h.Room, s)
	menu := fyne.NewMenu("", none, fyne.NewMenuItemSeparator())
	names := map[state.Dimension]string{state.ByMeeting: h.T("panes.compareMeetings"), state.ByState: h.T("panes.compareStates"), state.ByPeriod: h.T("panes.comparePeriods"), state.ByDocument: h.T("panes.compareDocuments")}
	for _, c := range can {
		if len(c.Options) < 2 {
			continue
		}
		item := fyne.NewMenuItem(names[c.By], nil)
		if c.Hand != "" {
			item.Label = names[c.By] + ": " + h.T("panes.compareWith", i18n.Args{"Name": c.NameOf(h.Room, c.Hand, p)})
		}
		item.ChildMenu = v.sides(c, c.Hand)
		menu.Items = append(menu.Items, item)
	}
	return menu
}

// sides lists what can be compared with the first side, or, if that is "", be the
// first side.
func (v *View) sides(c scene.Comparables, first string) *fyne.Menu {
	h, p := v.host, v.host.Printer()
	menu := fyne.NewMenu("")
	for _, o := range scene.Most(c.Options, mostPairs) {
		if o.Code == first {
			continue
		}
		item := fyne.NewMenuItem(o.Label+" · "+p.Int(o.Count), func() {
			if first != "" {
				v.pair(state.Pair{By: c.By, A: first, B: o.Code})
				return
			}
			with := fyne.NewMenuItem(h.T("panes.compareWith", i18n.Args{"Name": c.NameOf(h.Room, o.Code, p)}), nil)
			with.Disabled = true
			second := v.sides(c, o.Code)
			second.Items = append([]*fyne.MenuItem{with, fyne.NewMenuItemSeparator()}, second.Items...)
			v.popUp(second)
		})
		item.Checked = o.On
		menu.Items = append(menu.Items, item)
	}
	return menu
}

// popUp shows a menu below the button.
func (v *View) popUp(menu *fyne.Menu) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(v.compare)
	parts.PopUp(v.compare, at.AddXY(0, v.compare.Size().Height+2), menu)
}

// pair compares two things; of nothing it ends that.
func (v *View) pair(two state.Pair) {
	v.host.Store.Break()
	v.host.Dispatch(scene.Compare(v.host.Room, two))
}
