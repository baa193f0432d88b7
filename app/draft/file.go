package draft

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"unicode/utf8"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/internal/disk"
	"c5atlas.org/c5atlas/internal/sorts"
)

// ErrDraft says that a file is no draft that can be gone on with.
var ErrDraft = errors.New("is no draft of a coding")

// maxFile bounds the file of a draft.
const maxFile = 16 << 20

// kept is a draft as it is kept. Readers pass over fields that they do not know.
type kept struct {
	Version int       `json:"v"`
	Of      Key       `json:"of"`
	New     *Document `json:"new,omitempty"`
	Rows    []Row     `json:"rows"`
	Form    Row       `json:"form"`
	At      int       `json:"at"`
}

// Encode writes the draft as JSON, without the steps that could be taken back.
// Equal values give equal bytes.
func (d Draft) Encode() []byte {
	k := kept{1, d.Key, nil, d.Rows, d.Form, d.At}
	if d.New != (Document{}) {
		k.New = &d.New
	}
	data, err := json.MarshalIndent(k, "", " ")
	if err != nil {
		return nil // strings and numbers
	}
	return append(data, '\n')
}

// Decode reads what Encode wrote, by whatever hand it was changed since. The
// error is [ErrDraft].
func Decode(data []byte) (Draft, error) {
	if len(data) > maxFile {
		return Draft{}, fmt.Errorf("%w: it is too long", ErrDraft)
	}
	var k kept
	if err := json.Unmarshal(data, &k); err != nil {
		return Draft{}, fmt.Errorf("%w: %w", ErrDraft, err)
	}
	if k.Version < 1 || len(k.Rows) > maxRows || k.At >= len(k.Rows) {
		return Draft{}, fmt.Errorf("%w: version %d, %d rows, at %d", ErrDraft, k.Version, len(k.Rows), k.At)
	}
	d := New(k.Of)
	if k.New != nil {
		d.New = *k.New
	}
	d.Rows, d.Form, d.At = slices.Clone(k.Rows), k.Form, max(k.At, -1)
	words := append(d.New.words(), &k.Of.Package, &k.Of.Document, &k.Of.Text)
	for i := range d.Rows {
		words = append(words, d.Rows[i].cells()...)
	}
	for _, w := range append(words, d.Form.cells()...) {
		if len(*w) > maxCell || !utf8.ValidString(*w) {
			return Draft{}, fmt.Errorf("%w: a cell is too long", ErrDraft)
		}
	}
	for _, r := range append(slices.Clip(k.Rows), k.Form) {
		if r.From < 0 || r.To < r.From || r.To > maxParagraph {
			return Draft{}, fmt.Errorf("%w: paragraphs %d to %d", ErrDraft, r.From, r.To)
		}
	}
	sorts.Stable(d.Rows, inText)
	if d.At >= 0 && !slices.Equal(d.Rows, k.Rows) {
		d.At = -1
	}
	return d, nil
}

// Shelf keeps drafts in a folder of the person's own, each whole or not at all,
// and the one before it.
type Shelf struct {
	Folder string // "" keeps nothing
}

// path is where a draft lies. Its name tells nothing.
func (s *Shelf) path(k Key) string {
	name, err := json.Marshal(k)
	if s == nil || s.Folder == "" || err != nil {
		return ""
	}
	sum := sha256.Sum256(name)
	return filepath.Join(s.Folder, hex.EncodeToString(sum[:12])+".json")
}

// before is where the one before it lies.
func before(path string) string { return path[:len(path)-len(".json")] + ".before.json" }

// Load returns the draft that was kept last, a new one if none was; older reports
// that the newest could not be read, and the one before it is returned, or, if
// that cannot either, a new one.
func (s *Shelf) Load(k Key) (d Draft, older bool) {
	path := s.path(k)
	if path == "" {
		return New(k), false
	}
	d, err := load(path, k)
	switch {
	case err == nil:
		return d, false
	case errors.Is(err, fs.ErrNotExist):
		if d, err := load(before(path), k); err == nil {
			return d, true
		}
		return New(k), false
	}
	if d, err := load(before(path), k); err == nil {
		return d, true
	}
	return New(k), true
}

func load(path string, k Key) (Draft, error) {
	data, err := disk.Read(path, maxFile)
	if err != nil {
		return Draft{}, err
	}
	d, err := Decode(data)
	if err == nil && d.Key != k {
		err = ErrDraft
	}
	return d, err
}

// Save keeps the draft in place of the one that was kept before, which moves
// aside first: whenever the program is killed, one of them is whole. It may take
// a while, and runs on any goroutine, one call at a time.
func (s *Shelf) Save(d Draft) error {
	path := s.path(d.Key)
	if path == "" {
		return nil
	}
	if err := os.MkdirAll(s.Folder, 0o700); err != nil {
		return fmt.Errorf("keep a draft: %w", err)
	}
	data := d.Encode()
	if was, err := disk.Read(path, maxFile); err == nil {
		if bytes.Equal(was, data) {
			return nil
		}
		if _, err := Decode(was); err == nil { // what is broken is no help
			if err := atomicfile.Bytes(before(path), true, was); err != nil {
				return fmt.Errorf("keep a draft: %w", err)
			}
		}
	}
	if err := atomicfile.Bytes(path, true, data); err != nil {
		return fmt.Errorf("keep a draft: %w", err)
	}
	return nil
}

// Forget takes a draft away, and the one before it.
func (s *Shelf) Forget(k Key) error {
	path := s.path(k)
	if path == "" {
		return nil
	}
	var all error
	for _, p := range []string{path, before(path)} {
		if err := os.Remove(p); err != nil && !errors.Is(err, fs.ErrNotExist) {
			all = errors.Join(all, fmt.Errorf("forget a draft: %w", err))
		}
	}
	return all
}
