// Package shell is the window: menu, filter bar, the three linked panes, status
// line, keys and dialogs. It wires views to the store and holds no choice of
// its own.
package shell

import (
	"context"
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	ftheme "fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/draft"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/clipboard"
	"c5atlas.org/c5atlas/app/ui/docview"
	"c5atlas.org/c5atlas/app/ui/exportdialog"
	"c5atlas.org/c5atlas/app/ui/filterbar"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/lesson"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/screens"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/app/work"
)

// Config is what a shell is made of.
type Config struct {
	App      fyne.App
	Window   fyne.Window // to fill
	Host     *host.Host
	Software string                              // name and version, for files and the About box
	Map      func(*host.Scope) fyne.CanvasObject // makes a map pane; a lesson has one of its own
	Charts   func(*host.Scope) fyne.CanvasObject
	OnResize func()                                           // may be nil
	Choices  exportdialog.Choices                             // what was exported with last
	Remember func(exportdialog.Choices)                       // hears when that changes; may be nil
	Open     func(paths ...string)                            // opens what a person chose or dropped, one thing or several at once; may be nil
	Shut     func()                                           // returns to the data that ship; may be nil
	Saved    func(path string)                                // goes on with data that were saved as another package; may be nil
	Begun    func(path string)                                // opens data that were begun from the template; may be nil
	Path     func() string                                    // of the data at hand; "" if they ship, as without it
	Source   func() func() (fs.FS, func(), error)             // opens, on any goroutine, the files of the data at hand, until done is called; nil: the atlas's own
	Sample   func(name string)                                // opens one of [assets.Samples]; nil: the menu lists none
	Lesson   func(export.PackagedLesson)                      // makes a lesson of the data ready; nil: the menu lists none
	Drafts   *draft.Shelf                                     // codings in progress; nil keeps none
	Write    func(draft.Draft, *original.Attached)            // puts a coding into the package at hand, and then calls Written; nil: none can be
	Read     func(path string, then func(*original.Attached)) // reads a text, and hands it to then unless it cannot be read, which it says; nil: no new document can be coded
	Memory   *recent.Memory                                   // of files and folders; may be nil
	Shelf    *original.Shelf                                  // texts that the person has attached; nil: none can be
	Dark     bool                                             // the desktop's look at the start; later changes are followed
	Copies   string                                           // folder of the copies of lessons that are written; "" keeps none
	MenuBar  bool                                             // the window will have a bar for its menu over its content, and has none yet
	Opening  bool                                             // the window's first picture is to come soon: the documents wait until Settle

	// Awake asks the desktop, on any goroutine, to leave the screens on, beside Fyne's own
	// call, and says why, or "" to do so no more; nil: nobody is asked.
	Awake func(why string) error
	// OnQuit hears that the window is about to close; may be nil.
	OnQuit func()
	// Shipped gives the data that ship, on any goroutine; nil: they are at hand.
	Shipped func() (*scene.Room, error)
}

// Shell is the main window. It belongs to the UI goroutine.
type Shell struct {
	author
	app    fyne.App
	window fyne.Window
	host   *host.Host
	scope  *host.Scope // of the window and all in it
	cfg    Config

	undo, redo, drawer, present *parts.Button
	bar                         *filterbar.Bar
	maps, charts                fyne.CanvasObject
	documents                   *docview.View
	panes                       *panes
	status                      *status
	tips                        *parts.Tips
	root                        *fyne.Container
	stage                       *fyne.Container // holds root, or the lesson in its place
	show                        *lesson.Show    // the lesson that is on; nil for none
	lesson                      *lesson.View    // what the room sees of it
	windows                     *pair           // of the lesson
	monitors                    monitors
	left                        lesson.Left // where the last one was left
	coder                       *coder      // nil: nothing is coded
	wanted                      func()      // is done when a text was attached; nil: nothing
	taught                      string      // what the lesson that was opened is called
	room                        *host.Scope // of the lesson
	menu                        *menu
	size                        fyne.Size // of the ordinary window's content
	full                        bool
	choices                     exportdialog.Choices
	wording                     wording
	copy                        func(context.Context, []byte) error
	theming                     bool                           // a change of theme is ours, not the desktop's
	findings                    []dataset.Finding              // in the data at hand, or in unread
	unread                      *unread                        // nil: the findings are of the data at hand
	wasFull                     bool                           // before the lesson
	open                        func()                         // closes the dialog that is open
	stopPad                     func()                         // leaves a key of the keypad; nil if none waits
	filled                      bool                           // what was built is in the window
	entitled                    bool                           // the title says whose data are shown
	awake                       *work.Latest[string, struct{}] // keeps the screen from going dark
}

// Build makes all that will be in the window, in the size that the window has, and leaves
// the window itself to [Shell.Fill]. It may run beside the UI goroutine while that does
// nothing but open the window: see [Open].
func Build(cfg Config) *Shell {
	s := &Shell{app: cfg.App, host: cfg.Host, scope: cfg.Host.Open(), cfg: cfg, window: cfg.Window, monitors: &screens.Desktop{}}
	s.choices, s.copy = cfg.Choices, clipboard.Image
	menu := newMenu(s)
	s.newAwake()
	h := cfg.Host
	h.SetDark(cfg.Dark)
	host.Watch(s.scope, func(v state.State) look { return look{v.Theme, v.TextSize} }, s.setTheme)
	host.Watch(s.scope, func(v state.State) string { return v.Lang }, s.setLanguage)
	host.WatchData(s.scope, func() { s.entitle(); s.follow() })
	s.watchTitle()
	hear := func(set fyne.Settings) {
		if !s.theming {
			h.SetDark(set.ThemeVariant() == ftheme.VariantDark)
		}
	}
	cfg.App.Settings().AddListener(func(set fyne.Settings) { hear(set) })
	s.scope.OnClose(func() { hear = func(fyne.Settings) {} }) // Fyne keeps the listener, which keeps all that it knows

	s.tips = parts.NewTips(s.scope)
	h.Tip, h.Key, h.Rune = s.tips.Show, s.key, s.rune
	s.status = newStatus(s.scope, s.ShowFindings)
	h.Tell = s.status.say
	s.undo = parts.NewButton(h, ftheme.ContentUndoIcon(), "", "", h.Store.Undo)
	s.redo = parts.NewButton(h, ftheme.ContentRedoIcon(), "", "", h.Store.Redo)
	s.drawer = parts.NewButton(h, ftheme.DocumentIcon(), "", "", s.ToggleDocuments)
	s.drawer.Hide()
	s.present = parts.NewButton(h, ftheme.MediaPlayIcon(), "", "", func() { s.Present(false) })
	s.bar = filterbar.New(s.scope, []fyne.CanvasObject{s.undo, s.redo}, []fyne.CanvasObject{s.drawer, s.present})
	s.bar.OnHeight = func() { s.root.Refresh() }
	s.maps, s.charts, s.documents = cfg.Map(s.scope), cfg.Charts(s.scope), docview.New(s.scope)
	s.documents.OnLink, s.documents.OnSave, s.documents.OnAttach = s.askLink, s.SavePage, s.AttachOriginal
	if cfg.Shelf != nil {
		s.documents.SetShelf(s.scope, cfg.Shelf)
	}
	s.documents.OnFound = func(text string) { s.bar.SetFound(text) }
	s.panes = newPanes(s.scope, s.maps, s.charts, s.documents, func(narrow bool) {
		parts.SetShown(s.drawer, narrow)
	}, s.drawer.SetOn)
	s.panes.opening = cfg.Opening
	s.newAuthor()
	s.menu = menu
	menu.follow()
	// No rectangle lies under the panes: the canvas itself has their colour, and
	// one as large as a pane costs more than all in it where there is no GPU.
	line, head, foot := parts.Hairline(h), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	s.root = &fyne.Container{Layout: &rootLayout{s, line, head, foot}, Objects: []fyne.CanvasObject{
		head, foot, s.bar, line, s.strip, s.panes, s.status, s.bar.Drop(), s.tips.Layer, // the order of Tab, too
	}}
	host.Watch(s.scope, func(v state.State) look { return look{v.Theme, v.TextSize} }, func(look) {
		line.FillColor, head.FillColor, foot.FillColor = h.Palette().Hairline, h.Palette().Paper, h.Palette().Paper
		s.root.Refresh()
	})
	type part struct { // what the bar says, and what its height follows
		state.Subject
		state.Focus
		state.Person
		undo, redo bool
	}
	host.Watch(s.scope, func(v state.State) part {
		return part{v.Subject, v.Focus, v.Person, h.Store.CanUndo(), h.Store.CanRedo()}
	}, func(part) { s.follow() })
	type lights struct {
		state.Focus
		lesson bool
	}
	var lit state.Focus // outside lessons, which leave the drawer as it is
	host.Watch(s.scope, func(v state.State) lights { return lights{v.Focus, v.Scene > 0} }, func(x lights) {
		if x.lesson || x.Focus == lit {
			return
		}
		if lit = x.Focus; lit != (state.Focus{}) {
			s.panes.openDrawer(true)
		}
	})
	s.panes.openDrawer(false)
	s.stage = container.New(&stageLayout{s: s}, s.root)
	s.stage.Resize(s.window.Canvas().Size()) // texts are measured and a map is begun
	return s
}

// Fill puts what was built into the window.
func (s *Shell) Fill() {
	s.filled = true
	s.window.SetMainMenu(s.menu.main)
	s.window.SetCloseIntercept(s.closing)
	s.window.SetPadded(false)
	s.window.SetContent(s.stage)
	c := s.window.Canvas()
	c.SetOnTypedKey(s.host.PassKey) // to the window, or to the dialog that is open
	c.SetOnTypedRune(s.rune)
	if c, ok := c.(desktop.Canvas); ok {
		c.SetOnKeyDown(func(ev *fyne.KeyEvent) { s.heard((*lesson.Show).KeyDown, ev) })
		c.SetOnKeyUp(func(ev *fyne.KeyEvent) { s.heard((*lesson.Show).KeyUp, ev) })
	}
	s.addShortcuts(c)
	s.window.SetOnDropped(s.dropped)
	host.Watch(s.scope, func(v state.State) bool { return v.Scene > 0 }, s.followLesson) // when all that it needs is there
}

// look is what the theme follows.
type look struct {
	theme state.Theme
	size  float64
}

func (s *Shell) setTheme(l look) {
	s.theming = true // Fyne tells its listeners of this change, too
	theme.Set(s.app, s.host.Palette(), l.size)
	s.theming = false
}

// Window returns the window.
func (s *Shell) Window() fyne.Window { return s.window }

// Size is the size of the ordinary window, also during a lesson and on a full
// screen; zero before the window was first laid out.
func (s *Shell) Size() fyne.Size { return s.size }

// Documents returns the documents pane.
func (s *Shell) Documents() *docview.View { return s.documents }

// Close ends all that is in the window. The window itself is closed by its
// owner.
func (s *Shell) Close() { s.scope.Close() }

// follow keeps the buttons of the bar in step with the view.
func (s *Shell) follow() {
	h := s.host
	s.undo.SetEnabled(h.Store.CanUndo())
	s.redo.SetEnabled(h.Store.CanRedo())
	s.undo.Set("", h.T("shell.undoTip"))
	s.redo.Set("", h.T("shell.redoTip"))
	tip := h.T("shell.presentTip")
	if h.Deck != nil {
		tip = h.T("shell.presentLesson", i18n.Args{"Title": s.taught})
	}
	wide := func() float32 { return s.present.MinSize().Width + s.drawer.MinSize().Width }
	before := wide()
	s.present.Set(h.T("shell.present"), tip)
	s.drawer.Set(h.T("shell.documents"), h.T("shell.documentsTip"))
	if wide() != before { // the bar has put them in their places with the words they had
		s.bar.Refresh()
	}
	if s.root != nil && s.bar.HeightFor(s.bar.Size().Width) != s.bar.Size().Height { // more or fewer rows
		s.root.Refresh()
	}
}

// ToggleDocuments shows or hides the documents.
func (s *Shell) ToggleDocuments() {
	c := s.window.Canvas()
	keyed := s.drawer.Focused() && !s.drawer.Grabbed()
	s.panes.toggleDocuments()
	if keyed && s.panes.drawer {
		c.Focus(s.documents.List()) // Tab would lead below the drawer, to the map
	}
}

// ToggleCharts shows or hides the charts.
func (s *Shell) ToggleCharts() { s.panes.toggleCharts() }

// SetFullScreen turns full screen of the ordinary window on or off.
func (s *Shell) SetFullScreen(on bool) {
	s.full = on
	s.window.SetFullScreen(on)
}

// Teach makes deck, called title, the lesson that [Shell.Present] starts, and
// says so; with no deck that is again the meetings in order of time. A lesson
// that is being shown goes on.
func (s *Shell) Teach(title string, deck func(*i18n.Printer) []scene.Step) {
	h := s.host
	h.Deck, s.taught = deck, clip(title)
	s.follow()
	s.menu.rebuild()
	if deck == nil {
		h.Say(h.T("shell.lessonClosed"))
		return
	}
	h.Say(h.Printer().N("shell.lessonReady", len(deck(h.Printer())), i18n.Args{"Title": s.taught}))
}

// Warn shows a sentence over the map until it is closed. text gives it in the
// language of the moment.
func (s *Shell) Warn(text func() string) { s.panes.notice.say(text, nil) }

// put shows an object in the window. It does not use the window's SetContent,
// which on a full screen makes Fyne forget the size that the window had.
func (s *Shell) put(o fyne.CanvasObject) {
	s.tips.Show("", nil) // of what was there
	s.panes.setAway(o != s.root)
	s.stage.Objects = []fyne.CanvasObject{o}
	s.stage.Refresh()
}
