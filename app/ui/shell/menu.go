package shell

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// menu is the main menu. It is built anew when what it says changes.
type menu struct {
	s    *Shell
	main *fyne.MainMenu
}

func newMenu(s *Shell) *menu {
	m := &menu{s: s}
	type part struct {
		state.Person              // the bar's height follows the text
		chart                     state.ChartKind
		hideDocuments, hideCharts bool
		undo, redo, filtered      bool
	}
	host.Watch(s.scope, func(state.State) part {
		v := s.host.Store.State() // the theme as chosen, not as shown
		return part{v.Person, v.Kind, v.HideDocuments, v.HideCharts, s.host.Store.CanUndo(), s.host.Store.CanRedo(), s.host.Filtered()}
	}, func(part) { m.rebuild() })
	return m
}

func key(name fyne.KeyName, mod fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: mod}
}

const control = fyne.KeyModifierShortcutDefault

// rebuild makes the menu for the view and the language.
func (m *menu) rebuild() {
	s := m.s
	if s.lesson != nil {
		return
	}
	t, v, st := s.host.T, s.host.Store.State(), s.host.Store
	item := func(label string, shortcut fyne.Shortcut, f func()) *fyne.MenuItem {
		i := fyne.NewMenuItem(label, f)
		i.Shortcut = shortcut
		return i
	}
	on := func(i *fyne.MenuItem, checked bool) *fyne.MenuItem { i.Checked = checked; return i }
	able := func(i *fyne.MenuItem, can bool) *fyne.MenuItem { i.Disabled = !can; return i }
	line := fyne.NewMenuItemSeparator

	quit := item(t("shell.quit"), key(fyne.KeyQ, control), s.Quit)
	quit.IsQuit = true
	file := fyne.NewMenu(t("shell.menuFile"),
		item(t("shell.openFile"), key(fyne.KeyO, control), s.OpenFile),
		line(),
		item(t("shell.exportPicture"), key(fyne.KeyE, control), s.Export),
		item(t("shell.exportData"), key(fyne.KeyE, control|fyne.KeyModifierShift), s.ExportData),
		item(t("shell.savePage"), nil, s.SavePage),
		line(),
		item(t("shell.sheetCompare"), nil, s.CompareSheet),
		line(), quit)

	edit := fyne.NewMenu(t("shell.menuEdit"),
		able(item(t("shell.undo"), &fyne.ShortcutUndo{}, m.quiet(st.Undo)), st.CanUndo()),
		able(item(t("shell.redo"), &fyne.ShortcutRedo{}, m.quiet(st.Redo)), st.CanRedo()),
		line(),
		item(t("shell.find"), key(fyne.KeyF, control), m.quiet(s.bar.FocusSearch)),
		able(item(t("shell.resetFilters"), key(fyne.KeyR, control), m.quiet(func() { s.host.Reset() })), s.host.Filtered()),
		line(),
		item(t("shell.copyPicture"), nil, s.CopyPane),
		item(t("shell.copyRows"), nil, s.CopyRows),
		item(t("shell.copyDescription"), key(fyne.KeyD, control), s.CopyDescription),
		item(t("shell.showDescription"), nil, s.ShowDescription),
		parts.CitationMenu(s.host, t("shell.citeData"), scene.CiteData(s.host.Room, s.host.Printer())))

	view := fyne.NewMenu(t("shell.menuView"))
	for i, x := range scene.Specs() {
		var shortcut fyne.Shortcut
		if i < 9 {
			shortcut = key(fyne.KeyName(strconv.Itoa(i+1)), control)
		}
		view.Items = append(view.Items, on(item(x.Label(s.host.Printer()), shortcut, m.quiet(func() { s.host.Dispatch(state.SetChart(x.Kind)) })), v.Kind == x.Kind))
	}
	languages := fyne.NewMenuItem(t("shell.language"), nil)
	languages.ChildMenu = fyne.NewMenu("")
	for _, l := range i18n.Languages() { // each by its own name, as a person looks for it
		languages.ChildMenu.Items = append(languages.ChildMenu.Items, on(item(i18n.For(l).Name(), nil, func() { s.host.Dispatch(state.SetLang(l)) }), v.Lang == l))
	}
	seconds := fyne.NewMenuItem(t("shell.secondLanguage"), nil)
	seconds.ChildMenu = fyne.NewMenu("", on(item(t("shell.secondNone"), nil, func() { s.secondLanguage("") }), v.SecondLang == ""))
	for _, l := range scene.SecondLanguages(s.host.Room.Data, v.Lang) {
		seconds.ChildMenu.Items = append(seconds.ChildMenu.Items, on(item(i18n.NameOf(l), nil, func() { s.secondLanguage(l) }), v.SecondLang == l))
	}
	themes := fyne.NewMenuItem(t("shell.theme"), nil)
	themes.ChildMenu = fyne.NewMenu("")
	for _, k := range state.Themes() {
		themes.ChildMenu.Items = append(themes.ChildMenu.Items, on(item(t(themeKeys[k]), nil, func() { s.host.Dispatch(state.SetTheme(k)) }), v.Theme == k))
	}
	view.Items = append(view.Items,
		line(),
		item(t("shell.fitAll"), key(fyne.Key0, control), m.quiet(s.fit)),
		on(item(t("shell.documentsPane"), key(fyne.KeyF6, 0), s.ToggleDocuments), !v.HideDocuments),
		on(item(t("shell.chartsPane"), key(fyne.KeyF7, 0), s.ToggleCharts), !v.HideCharts),
		item(t("shell.fullScreen"), key(fyne.KeyF11, 0), func() { s.SetFullScreen(!s.full) }),
		line(), languages, seconds, themes,
		item(t("shell.larger"), key(fyne.KeyPlus, control), m.quiet(func() { s.textSize(1) })),
		item(t("shell.smaller"), key(fyne.KeyMinus, control), m.quiet(func() { s.textSize(-1) })),
		on(item(t("shell.reduceMotion"), nil, s.toggleMotion), v.ReduceMotion))

	lesson := fyne.NewMenu(t("shell.menuLesson"),
		item(t("shell.presentFirst"), key(fyne.KeyF5, 0), func() { s.Present(false) }),
		item(t("shell.presentHere"), key(fyne.KeyF5, fyne.KeyModifierShift), func() { s.Present(true) }))
	if s.host.Deck != nil {
		lesson.Items = append(lesson.Items, line(), item(t("shell.closeLesson", i18n.Args{"Title": parts.Shorten(s.taught, theme.Body, false, 300)}), nil, func() { s.Teach("", nil) }))
	}

	about := fyne.NewMenu(t("shell.menuHelp"),
		item(t("shell.keys"), key(fyne.KeyF1, 0), s.ShowKeys),
		able(item(t("shell.coding"), nil, func() { s.ReadPage(scene.CodingPage) }), scene.HasPage(s.host.Room, scene.CodingPage)),
		able(item(t("shell.glossary"), nil, func() { s.ReadPage(scene.GlossaryPage) }), scene.HasPage(s.host.Room, scene.GlossaryPage)),
		able(item(t("shell.sheetSave"), nil, s.SaveSheet), s.host.Room.Data.CodeSheet != ""),
		line(),
		item(t("shell.about"), nil, s.ShowAbout))

	m.main = fyne.NewMainMenu(file, edit, view, lesson, about)
	s.window.SetMainMenu(m.main)
}

// quiet keeps a shortcut from working behind an open dialog, whose entries
// want the same keys.
func (m *menu) quiet(f func()) func() {
	return func() {
		if m.s.window.Canvas().Overlays().Top() == nil {
			f()
		}
	}
}

var themeKeys = map[state.Theme]string{
	state.System: "shell.themeSystem", state.Light: "shell.themeLight", state.Dark: "shell.themeDark", state.Contrast: "shell.themeContrast",
}

// ReadPage turns the documents pane to a page of its own.
func (s *Shell) ReadPage(page string) {
	s.closeDialogs()
	s.host.Dispatch(state.OpenPage(page))
}

// Quit closes the window, which ends the program.
func (s *Shell) Quit() { s.window.Close() }

// CopyDescription puts the view into words on the clipboard.
func (s *Shell) CopyDescription() {
	h := s.host
	s.app.Clipboard().SetContent(s.description())
	h.Say(h.T("shell.copied"))
}

// secondLanguage writes names in another language, too, and says that names are
// all there is in it.
func (s *Shell) secondLanguage(lang string) {
	s.host.Dispatch(state.SetSecondLang(lang))
	if lang != "" {
		s.host.Say(s.host.T("shell.secondNames", i18n.Args{"Language": i18n.NameOf(lang)}))
	}
}

// toggleMotion reduces motion or lets it run again, and says which.
func (s *Shell) toggleMotion() {
	s.host.Dispatch(state.SetReduceMotion(!s.host.Store.State().ReduceMotion))
	said := s.host.T("shell.motionFull")
	if s.host.Store.State().ReduceMotion {
		said = s.host.T("shell.motionReduced")
	}
	s.host.Say(said)
}
