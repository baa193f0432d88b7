package app

import (
	"cmp"
	"errors"
	"io/fs"
	"path/filepath"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/internal/disk"
)

// attach gives the text at path to the document that was coded from it; where it
// is none of those texts, to the document that is shown. The text is kept in the
// person's own folder. What it says is never logged.
func (p *program) attach(path string) {
	d, shown := p.room.Data, scene.ReadDocument(p.room, p.host.State())
	go func() { // a text may be long
		text, err := readOriginal(path)
		gone := errors.Is(err, fs.ErrNotExist)
		x := cmp.Or(d.CodedFrom(text.SHA256), d.Document(shown))
		unkept := false
		if err == nil && x != nil {
			err = p.shelf.Attach(d, x, &original.Attached{Text: text, Name: filepath.Base(path)})
			unkept = err != nil
		}
		p.life.Do(func() {
			args := i18n.Args{"Name": nameOf(path)}
			switch {
			case unkept:
				p.cfg.Log.WithError(err).Warn("attach")
				p.shell.Warn(func() string { return p.host.T("shell.originalUnkept", args) })
			case err != nil:
				p.cfg.Log.WithError(err).Warn("attach")
				p.unopen(path, err, gone, nil)
			case x == nil:
				p.shell.Warn(func() string { return p.host.T("shell.attachWhich", args) })
			default:
				if scene.ReadDocument(p.room, p.host.State()) != x.ID {
					p.host.Store.Break()
					p.host.Dispatch(scene.ShowDocument(x.ID))
				}
				p.shell.Attached()
				p.shell.Opened(recent.Original, path)
				args["Document"] = scene.DocumentName(p.room, x.ID, p.host.Printer())
				p.host.Say(p.host.T("shell.attached", args))
			}
		})
	}()
}

// readText reads a text behind the window, and hands it to then.
func (p *program) readText(path string, then func(*original.Attached)) {
	go func() {
		text, err := readOriginal(path)
		p.life.Do(func() {
			if err != nil {
				p.cfg.Log.WithError(err).Warn("read a text")
				p.warn(path, err)
				return
			}
			then(&original.Attached{Text: text, Name: filepath.Base(path)})
		})
	}()
}

func readOriginal(path string) (original.Text, error) {
	data, err := disk.Read(path, original.MaxFile)
	if err != nil {
		return original.Text{}, err
	}
	return original.Read(path, data)
}
