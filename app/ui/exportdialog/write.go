package exportdialog

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/url"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/clipboard"
)

// slowAfter is how long writing may take before the dialog says that it works.
const slowAfter = 300 * time.Millisecond

// write saves the file.
func (d *Dialog) write() {
	size, err := d.size()
	if err != nil && d.choice.Format != "csv" || d.stop != nil || d.save.Disabled() {
		return
	}
	ctx, cancel := context.WithCancel(d.scope.Context)
	s, c := d.view(), d.sized()
	o := c.options(size, d.software)
	d.target.save(func(path string, force bool) error {
		return atomicfile.Write(path, force, func(w io.Writer) error { return export.Write(ctx, stoppable{ctx, w}, d.room, s, o) })
	}, func() { d.begin(cancel) }, func(path string, err error) { cancel(); d.done(path, err, c) })
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
	d.copy.Disable()
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

// end lets the dialog be used again, and reports whether err was to be said.
func (d *Dialog) end(err error) (said bool) {
	d.late()
	d.stop = nil
	d.busy.Hide()
	d.close.Set(d.h.T("shell.close"), "")
	d.save.Enable()
	d.copy.Enable()
	d.dialog.Refresh()
	if errors.Is(err, context.Canceled) {
		d.say(d.h.T("shell.exportStopped"), false)
		return true
	}
	return false
}

// done says what came of it.
func (d *Dialog) done(path string, err error, c choice) {
	if d.end(err) {
		return
	}
	if err != nil {
		d.h.Log.WithError(err).Warn("export")
		d.say(export.WriteError(path, err, d.h.Printer()), true)
		return
	}
	c.Credit, d.folder = c.own.Credit, filepath.Dir(path)
	d.memory.Went(recent.Export, d.folder)
	if d.remember != nil {
		d.remember(c.Choices, c.own)
	}
	sentence := d.h.T("shell.exportSaved", i18n.Args{"Path": path})
	boxes := c.boxes(d.h.Printer())
	if boxes != "" {
		sentence += " " + boxes
	}
	d.say(sentence, boxes != "")
	d.saved.Show()
	d.h.Say(sentence)
}

// putOnClipboard copies what would be saved: a table as its cells, anything else as
// a picture, which is all that other programs take.
func (d *Dialog) putOnClipboard() {
	size, err := d.size()
	if err != nil && d.choice.Format != "csv" || d.stop != nil || d.copy.Disabled() {
		return
	}
	ctx, cancel := context.WithCancel(d.scope.Context)
	s, c := d.view(), d.sized()
	o := c.options(size, d.software)
	d.begin(cancel)
	go func() {
		var cells string
		var err error
		if c.Format == "csv" {
			var t export.Table
			if t, err = export.LongTable(d.room, s, c.kind); err == nil {
				cells = clipboard.TSV(t.Columns, t.Rows)
			}
		} else {
			err = d.copyPicture(ctx, s, o)
		}
		d.scope.Do(func() { cancel(); d.copied(cells, err) })
	}()
}

func (d *Dialog) copyPicture(ctx context.Context, s state.State, o export.Options) error {
	o.Format = "png"
	pic, err := export.Draw(ctx, d.room, s, o)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := pic.WritePNG(&b); err != nil {
		return err
	}
	return d.copying(d.h.Context, b.Bytes())
}

// copied says what came of copying.
func (d *Dialog) copied(cells string, err error) {
	if d.end(err) {
		return
	}
	key := "shell.copiedPicture"
	small, tooSmall := errors.AsType[*export.SmallError](err)
	switch {
	case tooSmall:
		d.say(small.In(d.h.Printer()), true)
		return
	case errors.Is(err, clipboard.ErrUnavailable):
		key = "shell.copyNoClipboard"
	case err != nil:
		d.h.Log.WithError(err).Warn("copy")
		key = "shell.copyFailed"
	case cells != "":
		fyne.CurrentApp().Clipboard().SetContent(cells)
		key = "panes.copied"
	}
	d.say(d.h.T(key), err != nil)
}

// openFolder opens the folder of the saved file in the desktop's file manager.
func (d *Dialog) openFolder() {
	at := filepath.ToSlash(d.folder)
	if filepath.VolumeName(d.folder) != "" {
		at = "/" + at
	}
	if err := d.open(&url.URL{Scheme: "file", Path: at}); err != nil {
		d.h.Log.WithError(err).Warn("show in folder")
		d.say(d.h.T("shell.exportNoFolder", i18n.Args{"Path": d.folder}), true)
	}
}
