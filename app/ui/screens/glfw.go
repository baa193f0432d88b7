//go:build !ci

package screens

import (
	"os"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// Desktop is the computer's screens. The zero value is ready.
type Desktop struct {
	frame   [4]int   // of a plain window, as it was last seen: left, top, right, below
	manager *manager // of X11's windows; nil until it is needed
}

// List returns the screens, the primary one first.
func (*Desktop) List() []Screen {
	_, list := monitors()
	return sorted(list)
}

// monitors are GLFW's and what they are to us, the primary one first.
func monitors() (all []*glfw.Monitor, list []Screen) {
	for i, m := range glfw.GetMonitors() {
		mode := m.GetVideoMode()
		if mode == nil { // it went away just now
			continue
		}
		s := Screen{Name: m.GetName(), Primary: i == 0, Box: Box{Width: mode.Width, Height: mode.Height}}
		s.X, s.Y = m.GetPos()
		s.Work = s.Box
		if x, y, w, h := m.GetWorkarea(); w > 0 && h > 0 {
			s.Work = Box{x, y, w, h}
		}
		all, list = append(all, m), append(list, s)
	}
	if !placed() && !strings.Contains(os.Getenv("XDG_CURRENT_DESKTOP"), "KDE") {
		beside(list)
	}
	return all, list
}

// view is what Fyne's window is made with; nil while it is not on the screen. It is
// the one whose drawing context Fyne hands out.
func view(w fyne.Window) *glfw.Window {
	var out *glfw.Window
	if x, ok := w.(interface{ RunWithContext(func()) }); ok {
		x.RunWithContext(func() { out = glfw.GetCurrentContext() })
	}
	return out
}

// placed reports whether the system lets a program say where its windows are: Wayland
// does not, but for one that fills a screen.
func placed() bool { return glfw.GetPlatform() != glfw.PlatformWayland }

func monitor(s Screen) *glfw.Monitor {
	all, list := monitors()
	for i, m := range list {
		if m.X == s.X && m.Y == s.Y {
			return all[i]
		}
	}
	return nil
}

// Put puts a window in its place.
func (d *Desktop) Put(w fyne.Window, p Place) {
	v := view(w)
	switch {
	case v == nil || runtime.GOOS == "darwin": // where full screen is the system's own
		if x, ok := w.(desktop.Window); ok && p.Kind == Whole && !p.Screen.Primary {
			x.RequestFullScreenSecondary()
			return
		}
		w.SetFullScreen(p.Kind == Whole)
	case p.Kind == Whole:
		d.fill(w, v, p.Screen)
	default:
		d.free(w, v, p)
	}
}

// fill gives a window all of a screen. It goes there as a plain window first: not every
// window manager heeds which screen it is asked to fill.
func (d *Desktop) fill(w fyne.Window, v *glfw.Window, s Screen) {
	release(w, v)
	if d.ask(w, Box{s.X + s.Width/4, s.Y + s.Height/4, s.Width / 2, s.Height / 2}, Whole) {
		return
	}
	if m := monitor(s); m != nil {
		w.SetFullScreen(true) // so that Fyne keeps the size that the plain window had
		v.SetMonitor(m, 0, 0, s.Width, s.Height, glfw.DontCare)
	}
}

// free makes a plain window, or a large one, that lies within its screen, frame and all.
func (d *Desktop) free(w fyne.Window, v *glfw.Window, p Place) {
	release(w, v)
	b := p.Box
	if p.Kind == Large {
		b = p.Screen.Work
	}
	e := d.edges(v)
	b = Box{b.X + e[0], b.Y + e[1], b.Width - e[0] - e[2], b.Height - e[1] - e[3]}
	if p.Kind == Large { // not quite all: a window that fills a screen by itself may lose its frame
		b.Width, b.Height = b.Width*9/10, b.Height*9/10
	}
	v.SetSizeLimits(glfw.DontCare, glfw.DontCare, glfw.DontCare, glfw.DontCare) // Fyne's are still those of what was in the window before
	d.place(w, v, b, p.Kind == Large)
}

// Leave lets the things in a window know when the pointer leaves it: Fyne hears only of
// pointers within, so that a tip would stay for as long as the pointer is elsewhere.
// It may be called once the window is on the screen.
func (*Desktop) Leave(w fyne.Window) {
	v := view(w)
	if v == nil {
		return
	}
	v.SetCursorEnterCallback(func(v *glfw.Window, entered bool) {
		for b := glfw.MouseButton1; b <= glfw.MouseButtonLast; b++ {
			if v.GetMouseButton(b) == glfw.Press { // what is dragged goes on outside
				return
			}
		}
		moved := v.SetCursorPosCallback(nil) // Fyne's own
		v.SetCursorPosCallback(moved)
		if moved != nil && !entered {
			moved(v, -1, -1)
		}
	})
}

// release takes a window off the screen that GLFW fills with it.
func release(w fyne.Window, v *glfw.Window) {
	w.SetFullScreen(false)
	if placed() {
		v.GetPos() // waits until that has been asked for: another asks next
	}
}

// place puts a plain window, without its frame, at a box.
func (d *Desktop) place(w fyne.Window, v *glfw.Window, b Box, large bool) {
	kind := Plain
	if large {
		kind = Large
	} else { // Fyne must know before the window manager answers: it asks for more room itself while the size that it knows is too small for what is in the window
		scale := w.Canvas().Scale()
		w.Resize(fyne.NewSize(float32(b.Width)/scale, float32(b.Height)/scale))
	}
	if d.ask(w, b, kind) {
		return
	}
	if v.GetAttrib(glfw.Maximized) == glfw.True {
		v.Restore()
	}
	v.SetMonitor(nil, b.X, b.Y, b.Width, b.Height, 0)
	if large {
		v.Maximize()
	}
}

// edges are the widths of a window's frame: left, top, right, below. One that filled the
// screen until now has none yet; it will have the one that it had, or that others have.
func (d *Desktop) edges(v *glfw.Window) [4]int {
	if v.GetAttrib(glfw.Visible) != glfw.True { // GLFW would wait for a window manager to say, and turn for ever while anything else is to be heard
		return d.known()
	}
	if left, top, right, bottom := v.GetFrameSize(); v.GetMonitor() == nil && top > 0 {
		d.frame = [4]int{max(d.frame[0], left), max(d.frame[1], top), max(d.frame[2], right), max(d.frame[3], bottom)} // a large one may have less
	}
	return d.known()
}

// known is the frame that a window had last, or that others have.
func (d *Desktop) known() [4]int {
	if d.frame == [4]int{} && placed() {
		return [4]int{1, frame, 1, 1}
	}
	return d.frame
}

// Where says where a plain window is.
func (d *Desktop) Where(w fyne.Window) Spot {
	v := view(w)
	if v == nil || v.GetMonitor() != nil {
		return Spot{}
	}
	s := Spot{Large: v.GetAttrib(glfw.Maximized) == glfw.True, Known: true, Frame: d.edges(v)}
	s.Width, s.Height = v.GetSize()
	if placed() {
		s.X, s.Y = v.GetPos()
	}
	return s
}

// Return makes a plain window again, where it was.
func (d *Desktop) Return(w fyne.Window, s Spot) {
	v := view(w)
	if v == nil || !s.Known || runtime.GOOS == "darwin" {
		w.SetFullScreen(false)
		return
	}
	release(w, v)
	d.place(w, v, s.Box, s.Large)
}
