package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"time"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/exportdialog"
	"c5atlas.org/c5atlas/app/ui/screens"
	"c5atlas.org/c5atlas/internal/disk"
	"c5atlas.org/c5atlas/internal/pattern"
	"c5atlas.org/c5atlas/internal/sorts"
)

// session is what a window comes back with: its view, its size in layout
// pixels, and how was exported last.
type session struct {
	View          state.State
	Width, Height float32
	Place         screens.Spot // of the window, in the units of the desktop
	Export        exportdialog.Choices
}

// sessionFile is how a session is kept.
type sessionFile struct {
	View   json.RawMessage      `json:"view"`
	Width  float32              `json:"width"`
	Height float32              `json:"height"`
	Place  screens.Spot         `json:"place,omitzero"`
	Export exportdialog.Choices `json:"export,omitzero"`
}

// sessionName is the file of the session on the program's own data, as it has
// been called from the first version on.
const sessionName = "session.json"

// sessionOf is the name of the file of the session on a data package: one for
// each content that a package can have.
func sessionOf(o *opened) string {
	if !o.foreign() {
		return sessionName
	}
	return "session-" + o.room.Data.Hash[:16] + ".json"
}

// maxSessions is how many sessions on other data are kept.
const maxSessions = 50

// sessions lists the session files in a folder, the one that was saved last
// first. Of those on other data the oldest go if there are too many.
func sessions(folder string) []string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil // as before the first start
	}
	saved := map[string]time.Time{}
	var names []string
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !sessionFiles().MatchString(e.Name()) {
			continue
		}
		path := filepath.Join(folder, e.Name())
		names, saved[path] = append(names, path), info.ModTime()
	}
	sorts.Stable(names, func(a, b string) int { return saved[b].Compare(saved[a]) })
	kept := names[:0:0]
	for i, path := range names {
		if i > maxSessions && filepath.Base(path) != sessionName {
			_ = os.Remove(path) // one too many does no harm
			continue
		}
		kept = append(kept, path)
	}
	return kept
}

var sessionFiles = pattern.Late(`^session(-[0-9a-f]{16})?\.json$`)

// ownedBy returns s with what is a person's, not the data's, from the session
// that was saved last: language and look, the window and its panes, the way of
// exporting.
func (s session) ownedBy(last session) session {
	s.View.Person, s.View.Layout = last.View.Person, last.View.Layout
	s.Width, s.Height, s.Place, s.Export = last.Width, last.Height, last.Place, last.Export
	return s
}

const (
	maxSession = state.MaxEncoded + 1<<15 // bytes
	maxSide    = 16384                    // layout pixels of a window
	maxDesktop = 1 << 20                  // pixels of all screens together, in a direction
)

// errDamaged says that a session file cannot be used.
var errDamaged = errors.New("session is damaged")

// readSession reads the session at path. A file that is no session is set
// aside, under the same name with ".damaged", and gives errDamaged; a missing
// one gives fs.ErrNotExist. No more is read than a session can have.
func readSession(path string) (session, error) {
	data, err := disk.Read(path, maxSession)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return session{}, err
	}
	var s session
	if err == nil {
		s, err = parseSession(data)
	}
	if err != nil {
		if aside := os.Rename(path, path+".damaged"); aside != nil {
			err = errors.Join(err, aside)
		}
		return session{}, fmt.Errorf("%w: %w", errDamaged, err)
	}
	return s, nil
}

func parseSession(data []byte) (session, error) {
	var file sessionFile
	if err := json.Unmarshal(data, &file); err != nil { // what a later version adds is passed over
		return session{}, err
	}
	view, _, err := state.Decode(file.View)
	if err != nil {
		return session{}, err
	}
	view.Scene = 0 // a window opens outside a lesson
	s := session{View: view, Width: file.Width, Height: file.Height, Place: file.Place, Export: file.Export}
	for _, side := range [...]float32{s.Width, s.Height} {
		if !(side >= 0 && side <= maxSide) {
			return session{}, fmt.Errorf("window of %v by %v", s.Width, s.Height)
		}
	}
	for _, x := range [...]int{s.Place.X, s.Place.Y, s.Place.Width, s.Place.Height} {
		if x < -maxDesktop || x > maxDesktop {
			s.Place = screens.Spot{} // nowhere
		}
	}
	return s, nil
}

// encode writes s; equal sessions give equal bytes.
func (s session) encode() []byte {
	round := func(x float32) float32 { return float32(math.Round(float64(x))) }
	data, err := json.Marshal(sessionFile{View: state.Encode(s.View), Width: round(s.Width), Height: round(s.Height), Place: s.Place, Export: s.Export})
	if err != nil {
		panic(err) // plain values
	}
	return append(data, '\n')
}
