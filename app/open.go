package app

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/export/pngfile"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
)

// opened is what the window starts with.
type opened struct {
	room     *scene.Room
	view     *state.State     // nil: the last session's
	evidence *export.Evidence // of the picture that the view came in; else nil
	findings []dataset.Finding
}

// open reads what is at path: a data package, or an exported picture, which
// opens as its view of the embedded data. An empty path is the embedded data.
func open(path string) (opened, error) {
	var o opened
	var d *dataset.Dataset
	picture, err := isPicture(path)
	switch {
	case err != nil:
		return o, err
	case path == "" || picture:
		if d, o.findings, err = dataset.Open(assets.Data()); err != nil {
			return o, fmt.Errorf("open embedded data: %w", err)
		}
	default:
		if d, o.findings, err = dataset.OpenPath(path); err != nil {
			return o, err
		}
	}
	if picture {
		if o.evidence, o.view, err = viewIn(path); err != nil {
			return o, err
		}
	}
	o.room, err = scene.NewRoom(d)
	return o, err
}

func isPicture(path string) (bool, error) {
	if path == "" {
		return false, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return false, fmt.Errorf("open: %w", err)
	}
	if !info.Mode().IsRegular() {
		return false, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return false, fmt.Errorf("open: %w", err)
	}
	defer f.Close() //nolint:errcheck // only read from
	head := make([]byte, 8)
	if _, err := io.ReadFull(f, head); err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false, fmt.Errorf("open %s: %w", path, err)
	}
	return string(head) == "\x89PNG\r\n\x1a\n", nil
}

func viewIn(path string) (*export.Evidence, *state.State, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, fmt.Errorf("open: %w", err)
	}
	defer f.Close() //nolint:errcheck // only read from
	in, err := export.Read(f)
	if err == nil && in.Evidence == nil {
		err = export.ErrNoEvidence
	}
	if err != nil {
		return nil, nil, fmt.Errorf("open %s: %w", path, err)
	}
	v, err := in.State()
	if err != nil {
		return nil, nil, fmt.Errorf("open %s: %w", path, err)
	}
	return in.Evidence, &v, nil
}

// openIn opens what a person chose or dropped on the window. A picture brings
// back its view; a data package gets a window of its own, so that nothing that
// shows here changes its meaning.
func (p *program) openIn(path string) {
	path = packageOf(path)
	name := filepath.Base(path)
	say := func(key string) { p.host.Say(p.host.T(key, i18n.Args{"Name": name})) }
	fail := func(err error) {
		p.cfg.Log.WithError(err).Warn("open")
		say(openFault(err))
	}
	go func() { // a package may be large
		picture, err := isPicture(path)
		var evidence *export.Evidence
		var view *state.State
		switch {
		case err != nil:
		case picture:
			evidence, view, err = viewIn(path)
		default:
			if _, _, err = dataset.OpenPath(path); err == nil {
				err = p.another(path)
			}
		}
		fyne.Do(func() {
			switch {
			case p.host.Context.Err() != nil:
			case err != nil:
				fail(err)
			case picture:
				p.show(evidence, *view)
				say("shell.openedView")
			default:
				say("shell.openedData")
			}
		})
	}()
}

// show brings back the view of a picture, in this window's layout. If it was
// made from other data, the rows inside it are shown, too.
func (p *program) show(e *export.Evidence, v state.State) {
	now := p.host.Store.State()
	v = known(p.room.Data, v)
	v.HideCharts, v.HideDocuments, v.SplitMap, v.SplitCharts = now.HideCharts, now.HideDocuments, now.SplitMap, now.SplitCharts
	v.TextSize, v.ReduceMotion = now.TextSize, now.ReduceMotion
	p.host.Store.Break()
	p.host.Dispatch(state.Replace(v))
	p.compare(e)
}

// compare shows the rows inside a picture if it was made from other data.
func (p *program) compare(e *export.Evidence) {
	if e != nil && e.Data.Hash != p.room.Data.Hash {
		p.shell.ShowEvidence(e)
	}
}

// another starts this program once more for a data package.
func (p *program) another(path string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	c := exec.Command(self, path) //nolint:gosec // this program, and a path that a person chose
	if err := c.Start(); err != nil {
		return err
	}
	go c.Wait() //nolint:errcheck // how a window of its own ends is its own affair
	return nil
}

// packageOf is the folder of a datapackage.json, and any other path as it is.
func packageOf(path string) string {
	if filepath.Base(path) == "datapackage.json" {
		return filepath.Dir(path)
	}
	return path
}

// openFault is the key of the sentence that says why something did not open.
func openFault(err error) string {
	for _, f := range []struct {
		is  error
		key string
	}{
		{fs.ErrNotExist, "shell.openMissing"},
		{fs.ErrPermission, "shell.openDenied"},
		{dataset.ErrUnsafe, "shell.openUnsafe"},
		{export.ErrNoEvidence, "shell.openNoView"},
		{export.ErrEvidence, "shell.openView"},
		{pngfile.ErrText, "shell.openView"},
		{pngfile.ErrFormat, "shell.openPicture"},
		{dataset.ErrPackage, "shell.openPackage"},
	} {
		if errors.Is(err, f.is) {
			return f.key
		}
	}
	return "shell.openOther"
}
