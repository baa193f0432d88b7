//go:build unix && !darwin

package clipboard

import (
	"bytes"
	"context"
	"encoding/binary"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// manager is a clipboard manager as desktops have one: asked to keep what its
// owner has, it takes all of it at once, then owns it. It is written after the
// specification of the freedesktop.org, not after the code that it tests.
type manager struct {
	t    *testing.T
	conn *xgb.Conn
	win  xproto.Window
	kept chan []byte
}

func (m *manager) atom(name string) xproto.Atom {
	r, err := xproto.InternAtom(m.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		m.t.Error(err)
		return 0
	}
	return r.Atom
}

func newManager(t *testing.T) *manager {
	t.Helper()
	conn, err := xgb.NewConn()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(conn.Close)
	m := &manager{t: t, conn: conn, kept: make(chan []byte, 1)}
	m.win, _ = xproto.NewWindowId(conn)
	root := xproto.Setup(conn).DefaultScreen(conn).Root
	if err := xproto.CreateWindowChecked(conn, 0, m.win, root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil).Check(); err != nil {
		t.Fatal(err)
	}
	xproto.SetSelectionOwner(conn, m.win, m.atom("CLIPBOARD_MANAGER"), xproto.TimeCurrentTime)
	if _, err := xproto.GetSelectionOwner(conn, m.atom("CLIPBOARD_MANAGER")).Reply(); err != nil {
		t.Fatal(err)
	}
	go m.run()
	return m
}

func (m *manager) run() {
	var asked xproto.SelectionRequestEvent
	for {
		event, err := m.conn.WaitForEvent()
		if event == nil && err == nil {
			return
		}
		switch e := event.(type) {
		case xproto.SelectionRequestEvent: // keep this
			asked = e
			list, err := xproto.GetProperty(m.conn, false, e.Requestor, e.Property, xproto.AtomAtom, 0, 100).Reply()
			if err != nil || len(list.Value) != 4 {
				m.t.Errorf("the list of what to keep: %v, %v", list, err)
				return
			}
			png := binary.NativeEndian.Uint32(list.Value)
			var pairs []byte
			for _, a := range []uint32{png, uint32(m.atom("GOT_PNG")), uint32(m.atom("text/html")), uint32(m.atom("GOT_HTML"))} {
				pairs = binary.NativeEndian.AppendUint32(pairs, a)
			}
			xproto.ChangeProperty(m.conn, xproto.PropModeReplace, m.win, m.atom("PAIRS"), m.atom("ATOM_PAIR"), 32, 4, pairs)
			xproto.ConvertSelection(m.conn, m.win, m.atom("CLIPBOARD"), m.atom("MULTIPLE"), m.atom("PAIRS"), e.Time)
		case xproto.SelectionNotifyEvent: // here it is
			pairs, err := xproto.GetProperty(m.conn, false, m.win, m.atom("PAIRS"), xproto.GetPropertyTypeAny, 0, 100).Reply()
			if err != nil || len(pairs.Value) != 16 || binary.NativeEndian.Uint32(pairs.Value[12:]) != 0 {
				m.t.Errorf("what is not to be had is not struck off: %v, %v", pairs, err)
			}
			got, err := xproto.GetProperty(m.conn, false, m.win, m.atom("GOT_PNG"), xproto.GetPropertyTypeAny, 0, 1<<24).Reply()
			if err != nil {
				m.t.Error(err)
				return
			}
			m.kept <- got.Value
			xproto.SetSelectionOwner(m.conn, m.win, m.atom("CLIPBOARD"), e.Time)
			told := xproto.SelectionNotifyEvent{Time: asked.Time, Requestor: asked.Requestor, Selection: asked.Selection, Target: asked.Target, Property: asked.Property}
			xproto.SendEvent(m.conn, false, asked.Requestor, xproto.EventMaskNoEvent, string(told.Bytes()))
		}
	}
}

// What is on the clipboard when the program ends is the manager's.
func TestHandOver(t *testing.T) {
	if tool("Xvfb") == "" {
		t.Log("Xvfb is not installed; nothing is handed over")
		return
	}
	t.Setenv("WAYLAND_DISPLAY", "")
	t.Setenv("DISPLAY", server(t))
	want := make([]byte, 1<<20+3)
	for i := range want {
		want[i] = byte(rand.Uint32())
	}
	ctx, cancel := context.WithCancel(t.Context())
	if err := Image(ctx, want); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	cancel()
	if Wait(); time.Since(began) > time.Second {
		t.Errorf("without a manager the end takes %v", time.Since(began))
	}
	m := newManager(t)
	ctx, cancel = context.WithCancel(t.Context())
	if err := Image(ctx, want); err != nil {
		t.Fatal(err)
	}
	cancel()
	began = time.Now()
	if Wait(); time.Since(began) > handOverTime/2 {
		t.Errorf("the end takes %v", time.Since(began))
	}
	select {
	case got := <-m.kept:
		if !bytes.Equal(got, want) {
			t.Errorf("%d bytes were kept as %d", len(want), len(got))
		}
	default:
		t.Error("nothing was kept")
	}
}
