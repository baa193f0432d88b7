package authoring

import (
	"bytes"
	"cmp"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/internal/disk"
	"c5atlas.org/c5atlas/internal/pattern"
	"c5atlas.org/c5atlas/internal/sorts"
)

const (
	// RingSize is how many copies of a lesson are kept.
	RingSize = 20
	maxRings = 50          // lessons of which copies are kept
	oneCopy  = time.Minute // of writing goes into one copy
	maxCopy  = 8 << 10     // bytes of a copy besides its lesson
	settled  = "settled"   // the name of the copy that is in the person's file, or that they did not want
	stamp    = "20060102T150405.000000000Z"
)

var copyName = pattern.Late(`^\d{8}T\d{6}\.\d{9}Z-[0-9a-f]{8}\.json$`)

// Ring is the copies of one lesson, in a folder of the program's: the last
// [RingSize]. The person's own file it never touches. Its methods may be called
// on any goroutine, one at a time.
type Ring struct {
	folder string
	path   string // of the lesson's file, "" if it has none yet
	now    func() time.Time
	last   string    // the copy that is still being written over
	begun  time.Time // when it was made
}

// Copy is a lesson as it was at a time.
type Copy struct {
	File   string // whole path of the copy
	Of     string // path of the lesson's own file, "" if it had none
	Time   time.Time
	Lesson export.Lesson
}

// copyFile is how a copy is kept.
type copyFile struct {
	Of     string          `json:"of,omitempty"`
	Lesson json.RawMessage `json:"lesson"`
}

// NewRing returns the ring of the lesson at path among those in the folder;
// path "" is a lesson without a file. A folder "" keeps nothing.
func NewRing(folder, path string) *Ring {
	if folder == "" {
		return &Ring{now: time.Now}
	}
	name := hex.EncodeToString(random())
	if path != "" {
		if whole, err := filepath.Abs(path); err == nil {
			path = whole
		}
		sum := sha256.Sum256([]byte(path))
		name = hex.EncodeToString(sum[:8])
	}
	return &Ring{folder: filepath.Join(folder, name), path: path, now: time.Now}
}

func random() []byte {
	b := make([]byte, 4)
	rand.Read(b)
	return b
}

// Keep writes a copy: over the last one while that is less than a minute old. A
// lesson without a scene has none.
func (r *Ring) Keep(l export.Lesson) error {
	if r.folder == "" || len(l.Scenes) == 0 {
		return nil
	}
	body, err := Encode(l)
	if err != nil {
		return err
	}
	file, err := json.Marshal(copyFile{r.path, body})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(r.folder, 0o700); err != nil {
		return err
	}
	name, now := r.last, r.now().UTC()
	if name == "" || now.Sub(r.begun) >= oneCopy || now.Before(r.begun) {
		name = r.next(now)
	}
	if err := atomicfile.Bytes(filepath.Join(r.folder, name), true, file); err != nil {
		return err
	}
	if name != r.last {
		r.last, r.begun = name, now
		r.prune()
	}
	return nil
}

// next is a name behind all that there are, also where the clock was set back.
func (r *Ring) next(now time.Time) string {
	if names := r.names(); len(names) > 0 {
		if last, err := time.Parse(stamp, names[0][:len(stamp)]); err == nil && !now.After(last) {
			now = last.Add(1)
		}
	}
	return now.Format(stamp) + "-" + hex.EncodeToString(random()) + ".json"
}

// Settle says that the last copy needs no rescue: the person's file has it, or
// they did not want it. The next one is new.
func (r *Ring) Settle() error {
	names := r.names()
	if r.last = ""; len(names) == 0 {
		return nil
	}
	return atomicfile.Bytes(filepath.Join(r.folder, settled), true, []byte(names[0]))
}

// names lists the copies, the newest first.
func (r *Ring) names() []string {
	if r.folder == "" {
		return nil
	}
	entries, err := os.ReadDir(r.folder)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if copyName().MatchString(e.Name()) {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	slices.Reverse(names)
	return names
}

func (r *Ring) prune() {
	names := r.names()
	for _, n := range names[min(RingSize, len(names)):] {
		_ = os.Remove(filepath.Join(r.folder, n)) // one more does no harm
	}
}

// Copies lists the copies that can be read, the newest first.
func (r *Ring) Copies() []Copy {
	var out []Copy
	for _, n := range r.names() {
		if c, err := readCopy(filepath.Join(r.folder, n)); err == nil {
			out = append(out, c)
		}
	}
	return out
}

// readCopy reads one copy.
func readCopy(path string) (Copy, error) {
	data, err := disk.Read(path, export.MaxLesson+export.MaxLesson/4+maxCopy)
	if err != nil {
		return Copy{}, err
	}
	c, err := parseCopy(data)
	c.File = path
	if info, err := os.Stat(path); err == nil {
		c.Time = info.ModTime()
	}
	return c, err
}

func parseCopy(data []byte) (Copy, error) {
	var f copyFile
	if err := json.Unmarshal(data, &f); err != nil {
		return Copy{}, fmt.Errorf("%w: %w", export.ErrLesson, err)
	}
	l, err := export.ReadLesson(bytes.NewReader(f.Lesson))
	if err != nil {
		return Copy{}, err
	}
	return Copy{Of: f.Of, Lesson: *l}, nil
}

// Lost is the newest copy if it is newer than what the person's file has, and was not
// settled.
func (r *Ring) Lost() (Copy, bool) {
	names := r.names()
	if len(names) == 0 {
		return Copy{}, false
	}
	if done, err := disk.Read(filepath.Join(r.folder, settled), 1<<10); err == nil && names[0] <= string(done) {
		return Copy{}, false
	}
	c, err := readCopy(filepath.Join(r.folder, names[0]))
	if err != nil {
		return Copy{}, false
	}
	if c.Of == "" {
		return c, true
	}
	info, err := os.Stat(c.Of)
	if errors.Is(err, fs.ErrNotExist) {
		return c, true
	}
	if err != nil || info.ModTime().After(c.Time) {
		return Copy{}, false
	}
	has, _, err := Read(c.Of)
	if err != nil {
		return c, true
	}
	one, err1 := Encode(has)
	two, err2 := Encode(c.Lesson)
	return c, err1 != nil || err2 != nil || !bytes.Equal(one, two)
}

// Rings lists the rings in a folder, the one written last first. Of more than are
// kept the oldest go, but none that holds what is nowhere else.
func Rings(folder string) []*Ring {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil // as before the first lesson
	}
	type ring struct {
		*Ring
		newest string
	}
	var all []ring
	for _, e := range entries {
		r := &Ring{folder: filepath.Join(folder, e.Name()), now: time.Now}
		if names := r.names(); e.IsDir() && len(names) > 0 {
			if c, err := readCopy(filepath.Join(r.folder, names[0])); err == nil {
				r.path = c.Of
			}
			all = append(all, ring{r, names[0]})
		}
	}
	sorts.Func(all, func(a, b ring) int { return cmp.Compare(b.newest, a.newest) })
	var out []*Ring
	for i, r := range all {
		if i >= maxRings {
			if _, lost := r.Lost(); !lost {
				r.remove()
				continue
			}
		}
		out = append(out, r.Ring)
	}
	return out
}

// remove takes the ring's own files away, and its folder if nothing else is in it.
func (r *Ring) remove() {
	for _, n := range append(r.names(), settled) {
		_ = os.Remove(filepath.Join(r.folder, n))
	}
	_ = os.Remove(r.folder)
}

// LostIn is the newest copy in a folder that a person's file has not, and its ring.
func LostIn(folder string) (Copy, *Ring, bool) {
	for _, r := range Rings(folder) {
		if c, ok := r.Lost(); ok {
			return c, r, true
		}
	}
	return Copy{}, nil, false
}
