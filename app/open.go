package app

import (
	"errors"
	"fmt"
	"io"
	"os"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
)

// opened is what the window starts with.
type opened struct {
	room     *scene.Room
	view     *state.State // nil: the last session's
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
		if o.view, err = viewIn(path); err != nil {
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

func viewIn(path string) (*state.State, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open: %w", err)
	}
	defer f.Close() //nolint:errcheck // only read from
	v, err := export.ReadView(f)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return &v, nil
}
