package app

import (
	"errors"
	"io/fs"
	"os"
	"runtime"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
)

// resume is the session to open: the last one on these data, or the opening
// view. What is a person's comes from the session that
// was saved last, on whatever data.
func (p *program) resume(folder string) session {
	p.first = folder != "" // where nothing is kept, it would come each time
	read := func(path string) (session, bool) {
		s, err := readSession(path)
		p.first = p.first && errors.Is(err, fs.ErrNotExist)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			p.cfg.Log.WithError(err).Warn("a session is left out")
		}
		return s, err == nil
	}
	s, ok := read(p.keeper.path)
	if !ok {
		s = session{View: p.room.Opening()}
		s.View.Lang = ""
		s.View.ReduceMotion = !p.app.Settings().ShowAnimations()
	}
	if all := sessions(folder); len(all) > 0 && all[0] != p.keeper.path {
		if last, ok := read(all[0]); ok {
			s = s.ownedBy(last)
		}
	}
	if !i18n.Known(s.View.Lang) {
		s.View.Lang = language(os.Getenv, func() string { return string(lang.SystemLocale()) })
	}
	s.View.View = scene.Known(p.room.Data, s.View.View)
	if s.Width < 640 || s.Height < 320 {
		s.Width, s.Height = firstWidth, firstHeight
	}
	return s
}

// language is the one to begin with: that of the environment, and where that
// asks for none, as it does on Windows and macOS, that of the desktop.
func language(getenv func(string) string, desktop func() string) string {
	wanted := i18n.Locales(getenv)
	if len(wanted) == 0 && (runtime.GOOS == "windows" || runtime.GOOS == "darwin") {
		wanted = []string{desktop()}
	}
	return i18n.Best(wanted...)
}

// dark is the desktop's look as far as it is known at the start. On X11 and
// Wayland, Fyne asks the desktop in the background and says dark until it knows.
func (p *program) dark() bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return p.app.Settings().ThemeVariant() == theme.VariantDark
	}
	return os.Getenv("FYNE_THEME") == "dark"
}

// keep saves the view and the size, but for those of a lesson.
func (p *program) keep() {
	s := p.host.Store.State()
	if s.Scene > 0 || p.shell == nil {
		return
	}
	size := p.shell.Size()
	if size.Width > 0 {
		p.keeper.keep(session{View: s, Width: size.Width, Height: size.Height, Place: p.place, Export: p.choices})
	}
}

// leave keeps where the window is before it closes.
func (p *program) leave() {
	p.look()
	p.keep()
}

// look sees where the window is, for it to come back there.
func (p *program) look() { p.place = p.place.Then(p.shell.Spot()) }

// resized keeps the size of the window, and where it is as soon as it is laid out: once it
// fills its screen, nobody says what it was before.
func (p *program) resized() {
	p.keep()
	p.looking()
	p.looking = p.life.After(idle, p.look)
}
