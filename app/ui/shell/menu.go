package shell

import (
	"math"
	"runtime"
	"strconv"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	ftheme "fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// menu is the main menu. It is built anew when what it says changes.
type menu struct {
	s     *Shell
	main  *fyne.MainMenu
	of    *dataset.Dataset               // that lessons are of
	ready func() []export.PackagedLesson // nil: there are none
	lines []parts.KeyLine                // its shortcuts, without those of charts and of keys alone
}

// newMenu is one that shows nothing yet.
func newMenu(s *Shell) *menu {
	m := &menu{s: s}
	m.read()
	return m
}

// follow makes the menu of the window, and keeps it in step with what it says.
func (m *menu) follow() {
	s := m.s
	type part struct {
		state.Person         // the bar's height follows the text
		chart                state.ChartKind
		layout               state.Layout
		undo, redo, filtered bool
		searched             bool
	}
	host.Watch(s.scope, func(state.State) part {
		v := s.host.Store.State() // the theme as chosen, not as shown
		return part{v.Person, v.Kind, v.Layout, s.host.Store.CanUndo(), s.host.Store.CanRedo(), s.host.Filtered(), v.Query != ""}
	}, func(part) { m.rebuild() })
	host.WatchData(s.scope, m.rebuild)
}

func key(name fyne.KeyName, mod fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: mod}
}

const control = fyne.KeyModifierShortcutDefault

// lessons are those that come with the data, if they can be made ready. What is no
// lesson is left out: validate says it.
func (m *menu) lessons() []export.PackagedLesson {
	m.read()
	if m.ready == nil {
		return nil
	}
	return m.ready()
}

// read begins to read the lessons of the data at hand, beside the window.
func (m *menu) read() {
	if d := m.s.host.Room.Data; m.of != d && m.s.cfg.Lesson != nil {
		m.of = d
		m.ready = sync.OnceValue(func() []export.PackagedLesson {
			list, _ := export.PackageLessons(d)
			return list
		})
		go m.ready()
	}
}

// rebuild makes the menu for the view and the language.
func (m *menu) rebuild() {
	s := m.s
	if s.show != nil || s.coder != nil {
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
		m.recent(), m.samples(),
		item(t("shell.newData"), key(fyne.KeyN, control), m.quiet(s.NewData)),
		item(t("shell.saveData"), key(fyne.KeyS, control|fyne.KeyModifierShift), m.quiet(s.SaveData)),
		able(item(t("shell.closeData"), key(fyne.KeyW, control), m.quiet(s.CloseData)), s.host.Room.Data.File != ""),
		item(t("shell.attach"), nil, s.AttachOriginal),
		item(t("coder.menu"), key(fyne.KeyK, control), m.quiet(func() { s.CodeDocument(false) })),
		item(t("coder.menuBlind"), nil, m.quiet(func() { s.CodeDocument(true) })),
		able(item(t("coder.menuNew"), nil, m.quiet(s.CodeNew)), s.cfg.Read != nil),
		line(),
		item(t("shell.exportPicture"), key(fyne.KeyE, control), s.Export),
		item(t("shell.exportData"), key(fyne.KeyE, control|fyne.KeyModifierShift), s.ExportData),
		item(t("shell.savePage"), nil, s.SavePage),
		line(),
		item(t("shell.sheetCompare"), nil, s.CompareSheet),
		line(), quit)

	edit := fyne.NewMenu(t("shell.menuEdit"),
		able(item(t("shell.undo"), &fyne.ShortcutUndo{}, m.quiet(s.inStrip(s.paper.Undo, st.Undo))), st.CanUndo() || s.said.focused && s.said.undo),
		able(item(t("shell.redo"), &fyne.ShortcutRedo{}, m.quiet(s.inStrip(s.paper.Redo, st.Redo))), st.CanRedo() || s.said.focused && s.said.redo),
		line(),
		item(t("shell.find"), key(fyne.KeyF, control), m.quiet(s.bar.FocusSearch)),
		able(item(t("shell.findNext"), key(fyne.KeyG, control), m.quiet(func() { s.documents.Step(1) })), v.Query != ""),
		able(item(t("shell.findBefore"), key(fyne.KeyG, control|fyne.KeyModifierShift), m.quiet(func() { s.documents.Step(-1) })), v.Query != ""),
		able(item(t("shell.resetFilters"), key(fyne.KeyR, control), m.quiet(func() { s.host.Reset() })), s.host.Filtered()),
		line(),
		item(t("shell.copyPicture"), hint{&fyne.ShortcutCopy{}}, s.CopyPicture),
		item(t("shell.copyRows"), key(fyne.KeyC, control|fyne.KeyModifierShift), s.CopyRows),
		item(t("shell.copyDescription"), key(fyne.KeyD, control), s.inStrip(s.paper.Duplicate, s.CopyDescription)),
		item(t("shell.showDescription"), key(fyne.KeyD, 0), s.ShowDescription),
		parts.CitationMenu(s.host, t("shell.citeData"), scene.CiteData(s.host.Room, s.host.Printer())))

	charts := fyne.NewMenuItem(t("shell.menuChart"), nil)
	charts.ChildMenu = fyne.NewMenu("")
	for i, x := range scene.Specs() {
		var shortcut fyne.Shortcut
		if i < 9 {
			shortcut = key(fyne.KeyName(strconv.Itoa(i+1)), control)
		}
		charts.ChildMenu.Items = append(charts.ChildMenu.Items, on(item(x.Label(s.host.Printer()), shortcut, m.quiet(func() { s.showChart(x.Kind) })), v.Kind == x.Kind))
	}
	layouts := fyne.NewMenuItem(t("shell.menuLayout"), nil)
	layouts.ChildMenu = fyne.NewMenu("")
	for _, a := range arrangements {
		layouts.ChildMenu.Items = append(layouts.ChildMenu.Items, on(item(t(a.text), key(a.key, 0), func() { s.Arrange(a) }), arranged(a, v.Layout)))
	}
	languages := fyne.NewMenuItem(t("shell.language"), nil)
	languages.ChildMenu = fyne.NewMenu("")
	for _, l := range i18n.Languages() { // each by its own name, as a person looks for it
		languages.ChildMenu.Items = append(languages.ChildMenu.Items, on(item(i18n.NameOf(l), nil, func() { s.host.Dispatch(state.SetLang(l)) }), v.Lang == l))
	}
	seconds := fyne.NewMenuItem(t("shell.secondLanguage"), nil)
	seconds.ChildMenu = fyne.NewMenu("", on(item(t("shell.secondNone"), nil, func() { s.secondLanguage("") }), v.SecondLang == ""))
	for _, l := range scene.SecondLanguages(s.host.Room.Data, v.Lang) {
		seconds.ChildMenu.Items = append(seconds.ChildMenu.Items, on(item(i18n.NameOf(l), nil, func() { s.secondLanguage(l) }), v.SecondLang == l))
	}
	themes := fyne.NewMenuItem(t("shell.theme"), nil)
	themes.ChildMenu = fyne.NewMenu("")
	for _, k := range state.Themes() {
		themes.ChildMenu.Items = append(themes.ChildMenu.Items, on(item(scene.ThemeName(k, s.host.Printer()), nil, func() { s.host.Dispatch(state.SetTheme(k)) }), v.Theme == k))
	}
	view := fyne.NewMenu(t("shell.menuView"),
		charts, layouts, line(),
		item(t("shell.fitAll"), key(fyne.Key0, control), m.quiet(s.fit)),
		on(item(t("shell.documentsPane"), key(fyne.KeyF6, 0), s.ToggleDocuments), !v.HideDocuments),
		on(item(t("shell.chartsPane"), key(fyne.KeyF7, 0), s.ToggleCharts), !v.HideCharts),
		item(t("shell.fullScreen"), key(fyne.KeyF11, 0), func() { s.SetFullScreen(!s.full) }),
		able(item(t("shell.findingsMenu"), key(fyne.KeyF8, 0), m.quiet(s.ShowFindings)), len(s.findings) > 0),
		line(), languages, seconds, themes,
		item(t("shell.larger"), key(fyne.KeyPlus, control), m.quiet(func() { s.textSize(1) })),
		item(t("shell.smaller"), key(fyne.KeyMinus, control), m.quiet(func() { s.textSize(-1) })),
		on(item(t("shell.reduceMotion"), nil, s.toggleMotion), v.ReduceMotion))

	lesson := fyne.NewMenu(t("shell.menuLesson"),
		item(t("shell.presentFirst"), key(fyne.KeyF5, 0), func() { s.Present(false) }),
		item(t("shell.presentHere"), key(fyne.KeyF5, fyne.KeyModifierShift), func() { s.Present(true) }),
		item(t("present.menu"), key(fyne.KeyF5, fyne.KeyModifierAlt), m.quiet(s.PresentTwice)))
	lesson.Items = append(lesson.Items, m.lessonItems(item)...)
	if list := m.lessons(); len(list) > 0 {
		lesson.Items = append(lesson.Items, line())
		for _, l := range list {
			lesson.Items = append(lesson.Items, item(m.title(l.Title.In(s.host.Printer().Lang()), 400), nil, func() { s.chooseLesson(l) }))
		}
	}
	if s.host.Deck != nil || s.said.open {
		lesson.Items = append(lesson.Items, line(), item(t("shell.closeLesson", i18n.Args{"Title": m.title(s.taught, 300)}), nil, s.CloseLesson))
	}

	about := fyne.NewMenu(t("shell.menuHelp"),
		item(t("manual.title"), key(fyne.KeyF1, fyne.KeyModifierShift), s.ShowManual),
		item(t("shell.keys"), key(fyne.KeyF1, 0), s.ShowKeys),
		able(item(t("shell.coding"), nil, func() { s.ReadPage(scene.CodingPage) }), scene.HasPage(s.host.Room, scene.CodingPage)),
		able(item(t("shell.glossary"), nil, func() { s.ReadPage(scene.GlossaryPage) }), scene.HasPage(s.host.Room, scene.GlossaryPage)),
		able(item(t("shell.sheetSave"), nil, s.SaveSheet), s.host.Room.Data.CodeSheet != ""),
		line(),
		item(t("shell.report"), nil, s.ShowReport),
		item(t("shell.about"), nil, s.ShowAbout))

	m.main = fyne.NewMainMenu(file, edit, view, lesson, about)
	m.lines = m.lines[:0]
	var left float32
	for _, x := range m.main.Items {
		m.write(x, leastWidth-left)
		left += parts.Measure(x.Label, parts.Scaled(s.host, theme.Body), false).Width + 2*ftheme.InnerPadding() + ftheme.Padding()
	}
	if s.filled {
		s.window.SetMainMenu(m.main)
	}
}

// title is a name that a person has given, cut to the width at size of type 1. Large type has less of it, so that the
// menu has room in a small window.
func (m *menu) title(name string, width float32) string {
	return parts.Shorten(name, parts.Scaled(m.s.host, theme.Body), false, min(parts.Scaled(m.s.host, width), 1.2*width))
}

// hint is a shortcut that the menu says and does not act on: it belongs to what has
// the focus.
type hint struct{ fyne.KeyboardShortcut }

// ShortcutName is none that a keyboard makes.
func (hint) ShortcutName() string { return "hint" }

// shortcut is one that Fyne does not write itself.
type shortcut struct{ fyne.Shortcut }

// leastWidth is the width of the smallest window in which every menu is whole.
const leastWidth = 1024

// write puts the shortcuts of a menu into its labels, one below the other: Fyne
// writes them in a fifth of the ink. Tabs lead there, which Fyne gets right only where a
// label is of one script. Where the menu has no room for that, as in large type, they stand
// right behind the words. On macOS the system's menu shows them.
func (m *menu) write(x *fyne.Menu, room float32) {
	size := parts.Scaled(m.s.host, theme.Body)
	wide := func(label string) float32 { return parts.Measure(label, size, false).Width }
	tab := wide("\t\t") - wide("\t") // as wide is each but the first, which leads to the next stop
	stops := make([]float32, len(x.Items))
	var column float32
	for n, i := range x.Items {
		switch {
		case i.ChildMenu != nil:
			m.write(i.ChildMenu, leastWidth)
			continue
		case i.Shortcut != nil:
			stops[n] = wide(i.Label + "\t")
		default: // it may be of two scripts
			stops[n] = tab * (1 + float32(math.Floor(float64(wide(i.Label)/tab))))
		}
		column = max(column, stops[n]+tab)
	}
	beyond := 4 * ftheme.InnerPadding() // the menu's edges and its marks
	for _, i := range x.Items {
		if k, ok := i.Shortcut.(fyne.KeyboardShortcut); ok {
			beyond = max(beyond, wide(written(k)+edge)+4*ftheme.InnerPadding())
		}
	}
	for n, i := range x.Items {
		k, ok := i.Shortcut.(fyne.KeyboardShortcut)
		if !ok {
			continue
		}
		keys := written(k)
		if digit := k.Key() >= fyne.Key1 && k.Key() <= fyne.Key9; !digit && k.Mod()&^fyne.KeyModifierShift != 0 {
			m.lines = append(m.lines, parts.KeyLine{Keys: keys, Text: strings.TrimSuffix(i.Label, "…")})
		}
		if runtime.GOOS == "darwin" {
			continue
		}
		if column+beyond <= room {
			i.Label += "\t"
			for at := stops[n]; at < column-1; at += tab {
				i.Label += "\t"
			}
		} else {
			i.Label += edge
		}
		i.Label += keys + edge
		i.Shortcut = shortcut{i.Shortcut}
	}
}

// edge parts keys from the words before them and from the edge of the menu.
const edge = "  "

// written is a shortcut in words.
func written(k fyne.KeyboardShortcut) string {
	var out strings.Builder
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "Ctrl+"}, {fyne.KeyModifierSuper, "⌘"}, {fyne.KeyModifierAlt, "Alt+"}, {fyne.KeyModifierShift, "Shift+"}} {
		if k.Mod()&m.mod != 0 {
			out.WriteString(m.name)
		}
	}
	return out.String() + parts.KeyName(k.Key())
}

// showChart turns to a chart, and opens the charts if they are folded or hidden.
func (s *Shell) showChart(kind state.ChartKind) {
	s.host.Dispatch(state.Func(func(v state.State) state.State {
		v.Kind, v.ShowCharts, v.HideCharts = kind, true, false
		return v
	}))
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

// ReadPage turns the documents pane to a page of its own.
func (s *Shell) ReadPage(page string) {
	s.closeDialogs()
	s.host.Dispatch(state.OpenPage(page))
}

// Quit closes the window, which ends the program, after asking about a lesson that is not
// saved.
func (s *Shell) Quit() {
	s.LetGoLesson(func() {
		if s.cfg.OnQuit != nil {
			s.cfg.OnQuit()
		}
		s.window.Close()
	})
}

// CopyDescription puts the view into words on the clipboard.
func (s *Shell) CopyDescription() { s.copyWords(s.description()) }

func (s *Shell) copyWords(text string) {
	s.app.Clipboard().SetContent(text)
	s.host.Say(s.host.T("shell.copied"))
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
