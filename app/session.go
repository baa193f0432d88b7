package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"slices"
	"sync"
	"time"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/exportdialog"
	"c5atlas.org/c5atlas/internal/disk"
)

// session is what a window comes back with: its view, its size in layout
// pixels, and how was exported last.
type session struct {
	View          state.State
	Width, Height float32
	Export        exportdialog.Choices
}

// sessionFile is how a session is kept.
type sessionFile struct {
	View   json.RawMessage      `json:"view"`
	Width  float32              `json:"width"`
	Height float32              `json:"height"`
	Export exportdialog.Choices `json:"export,omitzero"`
}

const (
	maxSession = state.MaxEncoded + 1<<15 // bytes
	maxSide    = 16384                    // layout pixels of a window
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
	s := session{View: view, Width: file.Width, Height: file.Height, Export: file.Export}
	for _, side := range [...]float32{s.Width, s.Height} {
		if !(side >= 0 && side <= maxSide) {
			return session{}, fmt.Errorf("window of %v by %v", s.Width, s.Height)
		}
	}
	return s, nil
}

// encode writes s; equal sessions give equal bytes.
func (s session) encode() []byte {
	round := func(x float32) float32 { return float32(math.Round(float64(x))) }
	data, err := json.Marshal(sessionFile{View: state.Encode(s.View), Width: round(s.Width), Height: round(s.Height), Export: s.Export})
	if err != nil {
		panic(err) // plain values
	}
	return append(data, '\n')
}

// keeper saves the newest session, a while after it last changed and when it
// is flushed. It may be used from any goroutine.
type keeper struct {
	path  string
	after time.Duration
	fail  func(error)

	mu     sync.Mutex
	timer  *time.Timer
	latest session
	dirty  bool

	writing sync.Mutex // one write at a time, the newest last
}

// keep remembers s and saves it after a while of quiet.
func (k *keeper) keep(s session) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.latest == s {
		return
	}
	k.latest, k.dirty = s, true
	if k.timer != nil {
		k.timer.Stop()
	}
	k.timer = time.AfterFunc(k.after, k.flush)
}

// flush saves what is not saved yet.
func (k *keeper) flush() {
	k.writing.Lock()
	defer k.writing.Unlock()
	k.mu.Lock()
	s, dirty := k.latest, k.dirty
	k.dirty = false
	k.mu.Unlock()
	if !dirty {
		return
	}
	err := atomicfile.Write(k.path, true, func(w io.Writer) error {
		_, err := w.Write(s.encode())
		return err
	})
	if err != nil {
		k.fail(fmt.Errorf("save session: %w", err))
	}
}

// known returns s without the ids and codes that d does not have: a session or
// a picture may come from other data.
func known(d *dataset.Dataset, s state.View) state.View {
	if d.Meeting(s.Meeting) == nil {
		s.Meeting = ""
	}
	if d.Meeting(s.Against) == nil {
		s.Against = ""
	}
	if d.Document(s.Document) == nil {
		s.Document = ""
	}
	if x := d.Statement(s.Statement); x == nil || x.Document != s.Document {
		s.Statement = ""
	}
	keep := func(set state.Set, has func(string) bool) state.Set {
		var codes []string
		for _, c := range set.Codes() {
			if has(c) {
				codes = append(codes, c)
			}
		}
		return state.NewSet(codes...)
	}
	domain := func(c string) bool { return d.Domain(c) != nil }
	country := func(c string) bool { return d.Country(c) != nil }
	s.Domains, s.LitDomains = keep(s.Domains, domain), keep(s.LitDomains, domain)
	s.States, s.LitStates = keep(s.States, country), keep(s.LitStates, country)
	s.LitMeetings = keep(s.LitMeetings, func(c string) bool { return d.Meeting(c) != nil })
	s.LitDocuments = keep(s.LitDocuments, func(c string) bool { return d.Document(c) != nil })
	s.Levels = keep(s.Levels, func(c string) bool { return slices.Contains(d.Order(dataset.LevelList), c) })
	return s
}
