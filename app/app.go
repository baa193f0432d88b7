// Package app wires the program's window: data, last session, log, views.
package app

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"github.com/sirupsen/logrus"

	"c5atlas.org/c5atlas/app/authoring"
	"c5atlas.org/c5atlas/app/draft"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/handover"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/chartview"
	"c5atlas.org/c5atlas/app/ui/clipboard"
	"c5atlas.org/c5atlas/app/ui/exportdialog"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/mapview"
	"c5atlas.org/c5atlas/app/ui/screens"
	"c5atlas.org/c5atlas/app/ui/shell"
	"c5atlas.org/c5atlas/app/ui/timeaxis"
	"c5atlas.org/c5atlas/assets"
)

// Config is what the window is opened with.
type Config struct {
	ID, Name, Version string
	Build             int
	Path              string // a data package, a lesson or an exported picture; "" is the embedded data
	Present           bool   // the lesson begins at once
	NewWindow         bool   // even if a window is open that would take what is at Path
	Log               *logrus.Logger
	Welcome           bool // shows what can be done here, at the first start of all
	// Unopened is called when Path cannot be opened. The window then says so and
	// opens with the embedded data.
	Unopened func(error)
	Ends     []os.Signal // which the window ends with, as its menu ends it; none if empty
	// Fail is called, on any goroutine, when the screen turns out to be
	// unusable after Run has begun. It must end the program.
	Fail func(error)
}

// ErrNoDisplay says that there is no screen to open a window on.
var ErrNoDisplay = errors.New("there is no display to open a window on: start it in a desktop session, or use the command line (c5atlas help)")

// First size of the window in layout pixels.
const firstWidth, firstHeight = 1280, 800

// Run opens the window and returns when it is closed, by a person or by the end
// of ctx. If a window that is open takes what is at cfg.Path, it returns at once.
// It belongs to the main goroutine.
func Run(ctx context.Context, cfg Config) error {
	if !displayed() {
		return ErrNoDisplay
	}
	place := meeting()
	if handed(place, cfg) {
		return nil
	}
	noBusOfOurOwn()
	homeless, leave := shelter()
	defer leave()
	up := watchDriver(func(err error) {
		if e, ok := errors.AsType[*screenError](err); ok {
			tell(e.Said())
		}
		leave()
		cfg.Fail(err)
	})
	rendered := tuneMesa()
	setMetadata(cfg)
	reading := read(cfg.Path) // beside the start of the window system
	a := fyneapp.NewWithID(cfg.ID)
	tameScale(a.Settings().Scale())
	fonts := readFonts(a)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon()))
	w := a.NewWindow(shell.Title) // begins with the window system, while the data open
	folder := a.Storage().RootURI().Path()
	if homeless {
		folder = "" // nothing is kept
	}
	closeLog := keepLog(cfg.Log, folder)
	defer closeLog()

	o, late, err := first(ctx, cfg.Path, reading)
	if ctx.Err() != nil { // nobody waits any more
		return nil
	}
	if err != nil {
		return err
	}
	if o.unopened != nil {
		cfg.Log.WithError(o.unopened).Warn("open")
		cfg.Unopened(o.unopened)
	}
	for _, f := range o.findings[:min(len(o.findings), 100)] {
		cfg.Log.Warn(f.String())
	}
	p := &program{cfg: cfg, app: a, window: w, opened: o, late: late, do: fyne.Do, menuBar: runtime.GOOS != "darwin", rendered: func() { up(); rendered() }}
	p.hear(place)
	p.run(ctx, folder, fonts)
	return nil
}

// program is a running window.
type program struct {
	opened
	rendered func() // to be called when the window is on the screen
	door     *handover.Door
	waiting  string // where another window hears; "" if none does
	cfg      Config
	app      fyne.App
	window   fyne.Window
	host     *host.Host
	shell    *shell.Shell
	do       func(func())          // runs a function on the UI goroutine
	hold     func(context.Context) // holds work beside the window back; nil: it begins at once
	keeper   *keeper
	folder   string         // of sessions, "" if there is none
	data     *host.Scope    // of the data package
	asked    int            // how often other data were asked for
	loaded   func()         // ends that the window says what is being opened
	late     <-chan arrival // what is at cfg.Path, while the window shows without; else nil
	seen     int            // how often the data were read anew
	read     time.Time      // when the data that show were
	broken   string         // why they cannot be read as they are now, in the log's words
	menuBar  bool           // the window gets a bar for its menu
	shelf    *original.Shelf
	drafts   *draft.Shelf
	memory   *recent.Memory
	choices  exportdialog.Choices // of the last export
	place    screens.Spot         // of the window, when it was last looked at
	life     *host.Scope          // of the window
	looking  func()               // ends that it will be looked at soon
	first    bool                 // nobody has started the program here before
}

// run shows the window until it is closed, or asked ends. Sessions are kept in
// the folder. What is in the window is built while the window system makes it, as soon
// as fonts returns.
func (p *program) run(asked context.Context, folder string, fonts func()) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	p.app.Lifecycle().SetOnStarted(func() {
		p.started()
		p.listen()
		// Fyne hears the signals that come from here on; not one before.
		if asked.Err() != nil {
			p.app.Quit()
		}
	})
	noLastWords(p.app)
	p.cfg.Log.WithField("version", p.cfg.Version).Info("window opens")
	first := p.begun(ctx, folder)
	shell.Open(p.window, fyne.NewSize(first.Width, first.Height), func() { fonts(); p.build(ctx, first) }, p.fill)
	p.app.Run()
	p.deaf()
	cancel()
	p.shell.Close()
	p.keeper.close()
	p.memory.Wait()
	clipboard.Wait()
}

// started says what came of Path, now that there is somebody to hear it.
func (p *program) started() {
	p.shell.Settle(p.place)
	if p.view != nil {
		p.shell.Returned(nameOf(p.cfg.Path), p.drawn)
	}
	p.remember()
	p.compare(p.evidence)
	if p.lesson != nil {
		p.teach(p.cfg.Path, p.lesson, p.mark)
	}
	if p.late != nil {
		p.arrive()
	} else if p.cfg.Present && p.unopened == nil {
		p.shell.Present(false)
	} else {
		p.offerLost()
	}
	p.shell.Entitle()
	p.shell.Findings(p.findings)
	if p.unopened != nil {
		p.unopen(p.cfg.Path, p.unopened, false, p.faults)
	}
	if p.cfg.Welcome && p.first && p.cfg.Path == "" && !p.cfg.Present {
		p.shell.Welcome()
	}
}

// remember puts what the window was opened with into the list of recent files.
func (p *program) remember() {
	switch {
	case p.unopened != nil || p.cfg.Path == "" || p.late != nil:
	case p.view != nil:
		p.shell.Opened(recent.Picture, p.cfg.Path)
	case p.lesson != nil:
		p.shell.Opened(recent.Lesson, p.cfg.Path)
	default:
		p.shell.Opened(recent.Data, p.path)
	}
}

// copies is the folder of the copies of lessons that are written.
func (p *program) copies() string {
	if p.folder == "" {
		return ""
	}
	return filepath.Join(p.folder, "lessons")
}

// offerLost asks about a lesson that was not saved when the program last ended.
func (p *program) offerLost() {
	folder := p.copies()
	go func() { // up to fifty folders
		c, ring, ok := authoring.LostIn(folder)
		p.life.Do(func() {
			if ok && !p.shell.Busy() {
				p.shell.OfferLost(c, func() {
					if err := ring.Settle(); err != nil {
						p.cfg.Log.WithError(err).Warn("copies of a lesson")
					}
				})
			}
		})
	}()
}

// begun is what the window begins with, of the sessions in a folder.
func (p *program) begun(ctx context.Context, folder string) session {
	log := p.cfg.Log
	p.folder = folder
	p.keeper = &keeper{path: p.sessionPath(&p.opened), after: time.Second, again: time.Minute, fail: func(err error) {
		log.WithError(err).Warn("session")
		if ctx.Err() == nil {
			p.do(func() { p.host.Say(p.host.T("shell.sessionUnsaved")) })
		}
	}}

	return p.resume(folder)
}

// build makes what is in the window. It may run beside the goroutine that opens that.
func (p *program) build(ctx context.Context, first session) {
	log, folder := p.cfg.Log, p.folder
	p.choices, p.place = first.Export, first.Place
	p.loaded, p.looking = func() {}, func() {}
	p.host = &host.Host{Store: state.NewStore(first.View), Room: p.room, Log: log, Do: p.do, Context: ctx, Hold: p.hold}
	if p.view != nil { // a step of undo, as if the picture were opened later
		p.host.Dispatch(state.Show(scene.Known(p.room.Data, *p.view)))
	}
	p.life = p.host.Open()
	p.shelf = &original.Shelf{}
	remembered := ""
	if folder != "" {
		remembered = filepath.Join(folder, "recent.json")
		p.shelf.Folder = filepath.Join(folder, "originals")
	}
	p.drafts = &draft.Shelf{}
	if folder != "" {
		p.drafts.Folder = filepath.Join(folder, "drafts")
	}
	p.memory = recent.Read(remembered, func(err error) { log.WithError(err).Warn("recent files") })
	p.shell = shell.Build(shell.Config{
		App: p.app, Window: p.window, Host: p.host, Software: p.cfg.Name + " " + p.cfg.Version,
		Map: func(h *host.Scope) fyne.CanvasObject {
			v := mapview.New(h)
			if !h.Present {
				v.OnFirstPicture = p.ready
			}
			return shell.Over(v, timeaxis.New(h))
		},
		Charts: func(h *host.Scope) fyne.CanvasObject {
			v := chartview.New(h)
			v.OnExport = func() { p.shell.Export() }
			return v
		},
		OnResize: p.resized,
		OnQuit:   p.leave,
		Awake:    new(screens.Portal).Keep,
		Choices:  first.Export,
		Remember: func(c exportdialog.Choices) { p.choices = c; p.keep() },
		Open:     p.openIn,
		Shut:     p.shut,
		Saved:    p.saved,
		Lesson:   func(l export.PackagedLesson) { p.teach(l.Name, l.Lesson, authoring.Mark{}) },
		Begun:    func(path string) { p.openAs(path, "shell.begunData", func() {}) },
		Path:     func() string { return p.path },
		Source:   func() func() (fs.FS, func(), error) { return p.source },
		Sample:   p.openSample,
		Shipped:  p.shipped,
		Copies:   p.copies(),
		MenuBar:  p.menuBar,
		Opening:  true,
		Shelf:    p.shelf,
		Drafts:   p.drafts,
		Write:    p.write,
		Read:     p.readText,
		Memory:   p.memory,
		Dark:     p.dark(),
	})
}

// fill puts it into the window.
func (p *program) fill() {
	p.shell.Fill()
	p.follow()
	state.Watch(p.host.Store, func(s state.State) state.State { return s }, func(state.State) { p.keep() })
	p.shell.Window().SetMaster()
}

// ready tells who waits for it that the map is on the screen. What can wait is done soon,
// when the panes beside the map are up, too, and what only the start needed goes back to
// the system.
func (p *program) ready() {
	p.rendered()
	p.heed()
	p.life.After(time.Second, func() {
		go func() {
			lookForFonts()
			debug.FreeOSMemory()
		}()
	})
	p.cfg.Log.Info("map is on the screen")
	if path := os.Getenv("C5ATLAS_READY"); path != "" {
		if err := markReady(path); err != nil {
			p.cfg.Log.WithError(err).Warn("ready file")
		}
	}
}

// markReady makes an empty file at path. What is there already stays as it is
// and is an error.
func markReady(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}
