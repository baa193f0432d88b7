package app

import (
	"errors"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/draft"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// write puts the statements of a draft into the package at hand, where it lies,
// and shows them in the view that shows. What the package would not take is said,
// and nothing is written.
func (p *program) write(dr draft.Draft, text *original.Attached) {
	path, from, ctx := p.path, p.room.Data, p.host.Context
	go func() { // a package may be large
		document := ""
		err := func() error {
			fsys, done, err := dataset.Source(path)
			if err != nil {
				return err
			}
			changed, id, err := draft.Into(fsys, dr, &text.Text)
			done()
			if err != nil {
				return err
			}
			document = id
			return export.ChangeData(ctx, path, changed)
		}()
		var o opened
		if err == nil {
			o, err = openData(origin{path: path})
		}
		if err == nil {
			p.carry(from, o.room.Data)
			if dr.Key.Document == "" {
				p.shelve(o.room.Data, document, text)
			}
		}
		p.life.Do(func() {
			switch {
			case p.path != path: // other data are at hand by now
			case err != nil:
				p.cfg.Log.WithError(err).Warn("save a coding")
				p.shell.Written(p.unwritten(path, err))
			default:
				p.written(o, len(dr.Rows))
				if dr.Key.Document == "" {
					p.host.Dispatch(scene.ShowDocument(document))
				}
			}
		})
	}()
}

// unwritten says why nothing was written, and for which row; -1 is none.
func (p *program) unwritten(path string, err error) (row int, why string) {
	pr := p.host.Printer()
	if refused, ok := errors.AsType[*draft.RefusedError](err); ok {
		f := refused.Finding
		return refused.Row, f.Column + ": " + f.Fault.In(pr)
	}
	var phrase dataset.Phrase
	switch {
	case errors.Is(err, draft.ErrNoDocument):
		why = pr.T("coder.gone")
	case errors.As(err, &phrase):
		why = pr.T("coder.failed", i18n.Args{"Name": nameOf(path)}) + " " + phrase.In(pr)
	case errors.Is(err, dataset.ErrPackage), errors.Is(err, draft.ErrDraft):
		why = pr.T("coder.failed", i18n.Args{"Name": nameOf(path)})
	default:
		why = export.WriteError(path, err, pr)
	}
	return -1, why
}

// written shows the package with its new statements.
func (p *program) written(o opened, n int) {
	p.shell.Written(-1, "")
	p.seen++ // what the watch has read meanwhile is older
	p.keeper.move(p.sessionPath(&o))
	d := o.room.Data
	p.opened = o
	p.host.SetData(o.room, func(st *state.Store) {
		st.Revise(func(s state.State) state.State { s.View = scene.Known(d, s.View); return s })
	})
	p.keep()
	p.follow()
	p.shell.Documents().Attached()
	p.shell.Findings(o.findings)
	p.host.Say(p.host.Printer().N("coder.saved", n, i18n.Args{"Name": nameOf(o.path)}))
}

// shelve keeps the text of a document that is new to the data.
func (p *program) shelve(d *dataset.Dataset, document string, text *original.Attached) {
	if x := d.Document(document); x != nil {
		if err := p.shelf.Attach(d, x, text); err != nil {
			p.cfg.Log.WithError(err).Warn("attach")
		}
	}
}

// carry has attached texts go on with data that were changed or copied. Like shelve it
// may take a while, on any goroutine.
func (p *program) carry(from, to *dataset.Dataset) {
	if err := p.shelf.Carry(from, to); err != nil {
		p.cfg.Log.WithError(err).Warn("attached texts")
	}
}
