package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/cite"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
)

// ContextMenu is what can be done with a thing: copy it, what it is cited by and
// its address, leave nothing but it, show it on the map. What cannot be done is
// there, but dimmed, so that the rest has its place. more comes last.
func ContextMenu(h *host.Host, x scene.Thing, more ...*fyne.MenuItem) *fyne.Menu {
	t := h.T
	copied := func(key, what, text string) *fyne.MenuItem {
		i := fyne.NewMenuItem(t(key), func() { Copy(h, what, text) })
		i.Disabled = text == ""
		return i
	}
	action := func(key string, a state.Action) *fyne.MenuItem {
		i := fyne.NewMenuItem(t(key), func() {
			h.Store.Break()
			h.Dispatch(a)
		})
		i.Disabled = a == nil
		return i
	}
	menu := fyne.NewMenu("", copied("shell.copyText", t("shell.aText"), x.Text))
	if x.Source != "" {
		menu.Items = append(menu.Items, copied("shell.copyQuote", t("shell.aQuote"), x.Quote()), CitationMenu(h, t("shell.copyCitation"), x.Cited))
	}
	menu.Items = append(menu.Items, copied("shell.copyAddress", t("shell.anAddress"), x.Address))
	if x.Source != "" {
		menu.Items = append(menu.Items, fyne.NewMenuItemSeparator(), action("scene.onlyThis", x.Only), action("shell.showOnMap", x.Show))
	}
	if len(more) > 0 {
		menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	}
	menu.Items = append(menu.Items, more...)
	return menu
}

// CitationMenu offers what something is cited by, in each format.
func CitationMenu(h *host.Host, label string, x scene.Cited) *fyne.MenuItem {
	as := fyne.NewMenuItem(label, nil)
	as.ChildMenu = fyne.NewMenu("", fyne.NewMenuItem(h.T("shell.citePlain"), func() { Copy(h, h.T("shell.aCitation"), x.Source) }))
	for _, f := range cite.Formats() {
		as.ChildMenu.Items = append(as.ChildMenu.Items, fyne.NewMenuItem(f.String(), func() { Copy(h, f.String(), f.Write(x.Item)) }))
	}
	return as
}

// Copy puts a text on the clipboard and says what it is.
func Copy(h *host.Host, what, text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	h.Say(h.T("shell.copiedWhat", i18n.Args{"What": what}))
}

// PopUp shows a menu at a place of the window.
func PopUp(over fyne.CanvasObject, at fyne.Position, menu *fyne.Menu) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(over); c != nil {
		widget.ShowPopUpMenuAtPosition(menu, c, at)
	}
}

// MenuKeys is the keys that ask for the context menu.
func MenuKeys(h *host.Host, open func()) Keys {
	return Keys{
		{Name: desktop.KeyMenu, Text: "shell.keyContext", Shown: "Menu  Shift+F10", Do: open},
		{Name: fyne.KeyF10, Take: func() bool {
			if h.ShiftHeld() {
				open()
			}
			return h.ShiftHeld()
		}},
	}
}
