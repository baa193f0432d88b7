package exportdialog

import (
	"context"
	"errors"
	"io"
	"net/url"
	"path/filepath"
	"time"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
)

// slowAfter is how long writing may take before the dialog says that it works.
const slowAfter = 300 * time.Millisecond

// write saves the file.
func (d *Dialog) write() {
	size, err := d.size()
	if err != nil || d.stop != nil || d.save.Disabled() {
		return
	}
	ctx, cancel := context.WithCancel(d.scope.Context)
	s, c := d.view(), d.sized()
	o := export.Options{Kind: c.kind, Format: c.Format, Size: size, Software: d.software, Extras: export.Extras{Definitions: c.Definitions}}
	d.target.save(func(w io.Writer) error {
		w = stoppable{ctx, w}
		return export.Write(ctx, w, d.h.Room, s, o)
	}, func() { d.begin(cancel) }, func(path string, err error) { cancel(); d.done(path, err, c.Choices) })
}

// stoppable fails to write once its context has ended.
type stoppable struct {
	ctx context.Context
	to  io.Writer
}

func (s stoppable) Write(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.to.Write(b)
}

func (d *Dialog) begin(stop context.CancelFunc) {
	d.say("", false)
	d.stop = stop
	d.save.Disable()
	d.late = d.scope.After(slowAfter, func() {
		d.busy.Show()
		d.close.Set(d.h.T("shell.cancel"), "")
		d.dialog.Refresh()
		d.say(d.h.T("shell.exportWriting"), false)
	})
}

// leave closes the dialog, or, while a file is written, ends that.
func (d *Dialog) leave() {
	if d.stop != nil {
		d.stop()
		return
	}
	d.dialog.Hide()
}

// done says what came of it.
func (d *Dialog) done(path string, err error, c Choices) {
	d.late()
	d.stop = nil
	d.busy.Hide()
	d.close.Set(d.h.T("shell.close"), "")
	d.dialog.Refresh()
	d.save.Enable()
	if errors.Is(err, context.Canceled) {
		d.say(d.h.T("shell.exportStopped"), false)
		return
	}
	if err != nil {
		d.h.Log.WithError(err).Warn("export")
		d.say(export.WriteError(path, err, d.h.Printer()), true)
		return
	}
	c.Folder = filepath.Dir(path)
	if d.remember != nil {
		d.remember(c)
	}
	sentence := d.h.T("shell.exportSaved", i18n.Args{"Path": path})
	d.say(sentence, false)
	d.folder = c.Folder
	d.saved.Show()
	d.h.Say(sentence)
}

// show opens the folder of the saved file in the desktop's file manager.
func (d *Dialog) show() {
	at := filepath.ToSlash(d.folder)
	if filepath.VolumeName(d.folder) != "" {
		at = "/" + at
	}
	if err := d.open(&url.URL{Scheme: "file", Path: at}); err != nil {
		d.h.Log.WithError(err).Warn("show in folder")
		d.say(d.h.T("shell.exportNoFolder", i18n.Args{"Path": d.folder}), true)
	}
}
