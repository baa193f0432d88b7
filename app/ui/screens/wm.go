//go:build !ci && unix && !darwin

package screens

import (
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// manager asks X11's window manager to move windows and to fill screens with them. GLFW
// can do so, too, but tells it which screen by a number that is another's once a screen
// is unplugged: metacity then makes a window of 28,000 pixels. A window that only lies
// on its screen when it is to fill it goes to another one by itself, and every window
// manager knows how.
type manager struct {
	conn                    *xgb.Conn
	root                    xproto.Window
	state, full, wide, high xproto.Atom
}

func connect() *manager {
	xgb.Logger.SetOutput(io.Discard)
	conn, err := xgb.NewConn()
	if err != nil {
		return nil
	}
	m := &manager{conn: conn, root: xproto.Setup(conn).DefaultScreen(conn).Root}
	for name, atom := range map[string]*xproto.Atom{
		"_NET_WM_STATE": &m.state, "_NET_WM_STATE_FULLSCREEN": &m.full, "_NET_WM_STATE_MAXIMIZED_HORZ": &m.wide, "_NET_WM_STATE_MAXIMIZED_VERT": &m.high,
	} {
		reply, err := xproto.InternAtom(conn, false, uint16(len(name)), name).Reply()
		if err != nil {
			conn.Close()
			return nil
		}
		*atom = reply.Atom
	}
	return m
}

// set adds states to a window, or takes them from it.
func (m *manager) set(w xproto.Window, on bool, first, second xproto.Atom) {
	how := uint32(0)
	if on {
		how = 1
	}
	const program = 1 // who asks
	ev := xproto.ClientMessageEvent{
		Format: 32, Window: w, Type: m.state,
		Data: xproto.ClientMessageDataUnionData32New([]uint32{how, uint32(first), uint32(second), program, 0}),
	}
	xproto.SendEvent(m.conn, false, m.root, xproto.EventMaskSubstructureNotify|xproto.EventMaskSubstructureRedirect, string(ev.Bytes()))
}

// ask has the window manager put a window at a box as that kind of window: one that is
// to be whole or large becomes so where the box is. It reports whether there is one to ask.
func (d *Desktop) ask(w fyne.Window, b Box, kind Kind) bool {
	var window xproto.Window
	if n, ok := w.(driver.NativeWindow); ok {
		n.RunNative(func(c any) {
			if x, ok := c.(driver.X11WindowContext); ok {
				window = xproto.Window(x.WindowHandle)
			}
		})
	}
	if window == 0 {
		return false // on Wayland
	}
	if d.manager == nil {
		d.manager = connect()
	}
	m := d.manager
	if m == nil {
		return false
	}
	m.set(window, false, m.full, 0)
	m.set(window, false, m.wide, m.high)
	xproto.ConfigureWindow(m.conn, window,
		xproto.ConfigWindowX|xproto.ConfigWindowY|xproto.ConfigWindowWidth|xproto.ConfigWindowHeight,
		[]uint32{uint32(int32(b.X)), uint32(int32(b.Y)), uint32(max(b.Width, 1)), uint32(max(b.Height, 1))})
	switch kind {
	case Whole:
		m.set(window, true, m.full, 0)
	case Large:
		m.set(window, true, m.wide, m.high)
	}
	m.conn.Sync()
	return true
}
