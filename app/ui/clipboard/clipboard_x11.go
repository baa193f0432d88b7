//go:build unix && !darwin

package clipboard

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// image prefers the program that Wayland's own clipboard has: the way through
// XWayland only works in some desktops.
func image(ctx context.Context, png []byte) error {
	if wl := tool("wl-copy"); wl != "" && os.Getenv("WAYLAND_DISPLAY") != "" {
		return run(ctx, wl, png)
	}
	if os.Getenv("DISPLAY") == "" {
		return ErrUnavailable
	}
	o, err := own(png)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	done := make(chan struct{})
	serving.Go(func() {
		select {
		case <-ctx.Done():
			if o.handOver() {
				select {
				case <-done: // it is kept, or copied over
				case <-time.After(handOverTime):
				}
			}
			o.conn.Close() // ends serve, too
		case <-done:
		}
	})
	go func() {
		defer close(done)
		o.serve()
	}()
	return nil
}

// handOverTime is how long a clipboard manager has to take a picture.
const handOverTime = 3 * time.Second

// handOver asks the desktop's clipboard manager to keep the picture, and reports
// whether there is one. It then asks for the picture like any other program, and
// says when it has it.
func (o *owner) handOver() bool {
	manager, err := xproto.GetSelectionOwner(o.conn, o.atoms[managerAtom]).Reply()
	if err != nil || manager.Owner == xproto.WindowNone {
		return false
	}
	var list []byte
	list = binary.NativeEndian.AppendUint32(list, uint32(o.atoms["image/png"]))
	xproto.ChangeProperty(o.conn, xproto.PropModeReplace, o.window, o.atoms[saveAtom], xproto.AtomAtom, 32, 1, list)
	xproto.ConvertSelection(o.conn, o.window, o.atoms[managerAtom], o.atoms[saveAtom], o.atoms[saveAtom], xproto.TimeCurrentTime)
	return true
}

// The names of the protocol of clipboard managers.
const managerAtom, saveAtom, multipleAtom, pairAtom = "CLIPBOARD_MANAGER", "SAVE_TARGETS", "MULTIPLE", "ATOM_PAIR"

// run hands the picture to wl-copy, which goes on in the background by itself.
func run(ctx context.Context, path string, png []byte) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	c := exec.CommandContext(ctx, path, "--type", "image/png")
	c.Stdin = bytes.NewReader(png)
	return c.Run()
}

// owner owns the selection CLIPBOARD on a connection of its own.
type owner struct {
	conn   *xgb.Conn
	window xproto.Window
	atoms  map[string]xproto.Atom
	png    []byte
}

// own becomes the owner. The window is never shown.
func own(png []byte) (*owner, error) {
	xgb.Logger.SetOutput(quiet{})
	conn, err := xgb.NewConn()
	if err != nil {
		return nil, err
	}
	o := &owner{conn: conn, png: png, atoms: map[string]xproto.Atom{}}
	if err := o.take(); err != nil {
		conn.Close()
		return nil, err
	}
	return o, nil
}

// quiet drops what the connection logs about its own end.
type quiet struct{}

func (quiet) Write(b []byte) (int, error) { return len(b), nil }

func (o *owner) take() error {
	for _, name := range []string{"CLIPBOARD", "TARGETS", "image/png", managerAtom, saveAtom, multipleAtom, pairAtom} {
		reply, err := xproto.InternAtom(o.conn, false, uint16(len(name)), name).Reply()
		if err != nil {
			return err
		}
		o.atoms[name] = reply.Atom
	}
	var err error
	if o.window, err = xproto.NewWindowId(o.conn); err != nil {
		return err
	}
	setup := xproto.Setup(o.conn)
	if len(setup.Roots) == 0 {
		return errors.New("no screen")
	}
	root := setup.DefaultScreen(o.conn).Root
	err = xproto.CreateWindowChecked(o.conn, 0, o.window, root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil).Check()
	if err != nil {
		return err
	}
	xproto.SetSelectionOwner(o.conn, o.window, o.atoms["CLIPBOARD"], xproto.TimeCurrentTime)
	now, err := xproto.GetSelectionOwner(o.conn, o.atoms["CLIPBOARD"]).Reply()
	if err == nil && now.Owner != o.window {
		err = errors.New("another program holds the clipboard")
	}
	return err
}

// serve answers whoever asks for the picture, until another program copies
// something, a clipboard manager has it or the connection ends.
func (o *owner) serve() {
	defer o.conn.Close()
	for {
		event, err := o.conn.WaitForEvent()
		switch e := event.(type) {
		case xproto.SelectionRequestEvent:
			o.answer(e)
		case xproto.SelectionClearEvent:
			return
		case xproto.SelectionNotifyEvent:
			if e.Selection == o.atoms[managerAtom] {
				return
			}
		default:
			if event == nil && err == nil {
				return
			}
		}
	}
}

// maxPiece keeps a piece of the picture below the longest request that every X
// server takes, 256 KiB.
const maxPiece = 128 << 10

// answer leaves what is asked for at the window that asks, in pieces that the
// server puts together, and says so.
func (o *owner) answer(e xproto.SelectionRequestEvent) {
	property := e.Property
	if property == xproto.AtomNone {
		property = e.Target // as ancient programs expect
	}
	switch {
	case e.Target == o.atoms[multipleAtom] && e.Property != xproto.AtomNone:
		o.answerAll(e.Requestor, property)
	case !o.leave(e.Requestor, property, e.Target):
		property = xproto.AtomNone // not to be had
	}
	told := xproto.SelectionNotifyEvent{Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: property}
	xproto.SendEvent(o.conn, false, e.Requestor, xproto.EventMaskNoEvent, string(told.Bytes()))
}

// leave leaves what is asked for in a property of a window, and reports whether
// it is to be had.
func (o *owner) leave(at xproto.Window, property, target xproto.Atom) bool {
	switch target {
	case o.atoms["image/png"]:
		for rest, mode := o.png, byte(xproto.PropModeReplace); len(rest) > 0; mode = xproto.PropModeAppend {
			n := min(len(rest), maxPiece)
			xproto.ChangeProperty(o.conn, mode, at, property, target, 8, uint32(n), rest[:n])
			rest = rest[n:]
		}
	case o.atoms["TARGETS"]:
		var list []byte
		for _, name := range []string{"TARGETS", "image/png"} {
			list = binary.NativeEndian.AppendUint32(list, uint32(o.atoms[name]))
		}
		xproto.ChangeProperty(o.conn, xproto.PropModeReplace, at, property, xproto.AtomAtom, 32, 2, list)
	default:
		return false
	}
	return true
}

// mostPairs bounds what is asked for at once.
const mostPairs = 64

// answerAll leaves several things: the property lists pairs of what is wanted and
// where, and what is not to be had is struck off.
func (o *owner) answerAll(at xproto.Window, property xproto.Atom) {
	asked, err := xproto.GetProperty(o.conn, false, at, property, xproto.GetPropertyTypeAny, 0, 2*mostPairs).Reply()
	if err != nil || asked.Format != 32 {
		return
	}
	pairs := asked.Value[:len(asked.Value)/8*8]
	for i := 0; i < len(pairs); i += 8 {
		target, to := xproto.Atom(binary.NativeEndian.Uint32(pairs[i:])), xproto.Atom(binary.NativeEndian.Uint32(pairs[i+4:]))
		if !o.leave(at, to, target) {
			binary.NativeEndian.PutUint32(pairs[i+4:], xproto.AtomNone)
		}
	}
	xproto.ChangeProperty(o.conn, xproto.PropModeReplace, at, property, o.atoms[pairAtom], 32, uint32(len(pairs)/4), pairs)
}
