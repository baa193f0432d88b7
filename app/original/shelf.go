package original

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/internal/disk"
	"c5atlas.org/c5atlas/internal/pattern"
)

// Attached is a text that a person has given to a document.
type Attached struct {
	Text
	Name    string // of the file, without its folder
	Vouched string // the day on which the person vouched for it, 2026-11-27; "" if not
}

// Shelf keeps the texts that a person has attached, in a folder of that person's
// own, one file for each content of a package and document. A text that is the
// very file that was coded serves every package that names its hash. Nothing of
// it goes into an export, a package, a picture or a log. A Shelf may be used by
// several goroutines; a write is whole or not at all.
type Shelf struct {
	Folder string // "" keeps nothing
}

// ErrNoShelf says that there is no folder to keep a text in.
var ErrNoShelf = errors.New("there is no folder for attached texts")

// kept is how a text is kept.
type kept struct {
	Document   string   `json:"document"`
	Name       string   `json:"name"`
	SHA256     string   `json:"sha256"`
	Vouched    string   `json:"vouched,omitempty"`
	Paragraphs []string `json:"paragraphs"`
}

// maxKept bounds the file of a text: letters may take six bytes in JSON.
const maxKept = 6*maxText + 1<<20

var (
	sumPattern  = pattern.Late(`^[0-9a-f]{64}$`)
	filePattern = pattern.Late(`^[0-9a-f]{16}-[0-9a-f]{16}-[0-9a-f]{16}\.json$`)
)

// short is a hash in the name of a file.
func short(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// stem begins the name of the file for a document of a package; the hash of its
// text follows, by which another package finds it.
func stem(d *dataset.Dataset, document string) string { return short(d.Hash) + "-" + short(document) }

// files lists those of a document, its own first.
func (s *Shelf) files(d *dataset.Dataset, x *dataset.Document) (own, same []string) {
	if s == nil || s.Folder == "" {
		return nil, nil
	}
	entries, err := os.ReadDir(s.Folder)
	if err != nil {
		return nil, nil // as before the first text
	}
	for _, e := range entries {
		name := e.Name()
		switch {
		case !filePattern().MatchString(name):
		case name[:33] == stem(d, x.ID):
			own = append(own, filepath.Join(s.Folder, name))
		case sumPattern().MatchString(x.SHA256) && name[34:50] == x.SHA256[:16]:
			same = append(same, filepath.Join(s.Folder, name))
		}
	}
	return own, same
}

// Find returns the text that is attached to a document; nil if there is none, or
// none that can be read.
func (s *Shelf) Find(d *dataset.Dataset, x *dataset.Document) *Attached {
	own, same := s.files(d, x)
	for i, path := range append(own, same...) {
		k, err := load(path)
		if err == nil && (i < len(own) || k.SHA256 == x.SHA256) {
			return &Attached{Text{k.Paragraphs, k.SHA256}, k.Name, k.Vouched}
		}
	}
	return nil
}

func load(path string) (kept, error) {
	data, err := disk.Read(path, maxKept)
	if err != nil {
		return kept{}, err
	}
	return unpack(data)
}

// unpack reads the file of a text, which may have been changed.
func unpack(data []byte) (kept, error) {
	var k kept
	if err := json.Unmarshal(data, &k); err != nil {
		return k, err
	}
	p := &paragraphs{}
	for _, text := range k.Paragraphs {
		if err := p.add(text); err != nil {
			return k, err
		}
	}
	if k.Paragraphs = p.list; len(p.list) == 0 || !sumPattern().MatchString(k.SHA256) {
		return k, ErrFormat
	}
	return k, nil
}

// Attach keeps a text for a document, in place of the one before.
func (s *Shelf) Attach(d *dataset.Dataset, x *dataset.Document, a *Attached) error {
	if s == nil || s.Folder == "" {
		return ErrNoShelf
	}
	if err := os.MkdirAll(s.Folder, 0o700); err != nil {
		return fmt.Errorf("attach a text: %w", err)
	}
	name := stem(d, x.ID) + "-" + a.SHA256[:16] + ".json"
	err := atomicfile.Write(filepath.Join(s.Folder, name), true, func(w io.Writer) error {
		return json.NewEncoder(w).Encode(kept{x.ID, a.Name, a.SHA256, a.Vouched, a.Paragraphs})
	})
	if err != nil {
		return fmt.Errorf("attach a text: %w", err)
	}
	return s.clear(d, x, name)
}

// Vouch takes down that the person vouches for the text of a document, and when.
func (s *Shelf) Vouch(d *dataset.Dataset, x *dataset.Document, at time.Time) error {
	a := s.Find(d, x)
	if a == nil {
		return nil
	}
	a.Vouched = at.Format(time.DateOnly)
	return s.Attach(d, x, a)
}

// Carry has the texts of a package serve another content of it, such as a copy, or
// what it is after a change. Documents that have a text there keep it.
func (s *Shelf) Carry(from, to *dataset.Dataset) error {
	var all error
	for i := range to.Documents {
		x := &to.Documents[i]
		was := from.Document(x.ID)
		if was == nil || s.Find(to, x) != nil {
			continue
		}
		if a := s.Find(from, was); a != nil {
			all = errors.Join(all, s.Attach(to, x, a))
		}
	}
	return all
}

// Detach forgets the text of a document.
func (s *Shelf) Detach(d *dataset.Dataset, x *dataset.Document) error { return s.clear(d, x, "") }

// clear removes the texts of a document but one.
func (s *Shelf) clear(d *dataset.Dataset, x *dataset.Document, but string) error {
	var all error
	own, same := s.files(d, x)
	for _, path := range append(own, same...) {
		if filepath.Base(path) == but {
			continue
		}
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			all = errors.Join(all, fmt.Errorf("detach a text: %w", err))
		}
	}
	return all
}
