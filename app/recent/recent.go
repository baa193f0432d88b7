// Package recent remembers what a person opened, and in which folders they opened
// and saved: one small file beside the sessions, written whole or not at all.
package recent

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/internal/disk"
)

// Kind is what a file is to a person.
type Kind string

// The kinds.
const (
	Data     Kind = "data"     // a data package
	Lesson   Kind = "lesson"   // of scenes
	Picture  Kind = "picture"  // with its view in it
	Export   Kind = "export"   // what was saved: pictures, tables, pages
	Original Kind = "original" // a publisher's own text
)

// File is what was opened.
type File struct {
	Kind Kind   `json:"kind"`
	Path string `json:"path"` // whole
}

// memory is the file.
type memory struct {
	Files   []File          `json:"files,omitempty"`   // the last one first
	Folders map[Kind]string `json:"folders,omitempty"` // where each kind was last
}

// Bounds on what is kept, and on what is read of a file that may be anyone's.
const (
	Most    = 10 // files
	maxPath = 4096
	maxFile = 128 << 10
)

// Memory may be used from any goroutine. A nil one, or one without a file, remembers
// nothing beyond its own life.
type Memory struct {
	path string
	fail func(error)

	mu        sync.Mutex
	now       memory
	unwritten []func(*memory) // what was done to now and not yet to the file
	writing   bool            // something does it

	left sync.WaitGroup
}

// Read reads the memory at path; "": it has no file. One that is missing or damaged is
// empty, and what is damaged is said to fail, as is, on any goroutine, what cannot be
// written later.
func Read(path string, fail func(error)) *Memory {
	m := &Memory{path: path, fail: fail}
	now, err := read(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		fail(err)
	}
	m.now = now
	return m
}

func read(path string) (memory, error) {
	if path == "" {
		return memory{}, nil
	}
	data, err := disk.Read(path, maxFile)
	if err != nil {
		return memory{}, fmt.Errorf("recent files: %w", err)
	}
	return parse(data)
}

// parse leaves out what can be no memory of anything.
func parse(data []byte) (memory, error) {
	var in memory
	if err := json.Unmarshal(data, &in); err != nil {
		return memory{}, fmt.Errorf("recent files: %w", err)
	}
	var out memory
	for _, f := range slices.Backward(in.Files[:min(len(in.Files), Most)]) {
		if slices.Contains([]Kind{Data, Lesson, Picture, Original}, f.Kind) && good(f.Path) {
			out.opened(f)
		}
	}
	for _, k := range []Kind{Data, Lesson, Picture, Export, Original} {
		if good(in.Folders[k]) {
			out.went(k, in.Folders[k])
		}
	}
	return out, nil
}

// good reports whether a path can be one of a file that was opened: whole, and
// nothing a path cannot hold.
func good(path string) bool {
	return filepath.IsAbs(path) && len(path) <= maxPath && !strings.ContainsRune(path, 0) && filepath.Clean(path) == path
}

func (m *memory) opened(f File) {
	m.Files = slices.DeleteFunc(slices.Clone(m.Files), func(x File) bool { return x.Path == f.Path })
	m.Files = append([]File{f}, m.Files...)
	m.Files = m.Files[:min(len(m.Files), Most)]
	m.went(f.Kind, filepath.Dir(f.Path))
}

func (m *memory) went(k Kind, folder string) {
	m.Folders = maps.Clone(m.Folders)
	if m.Folders == nil {
		m.Folders = map[Kind]string{}
	}
	m.Folders[k] = folder
}

// Opened remembers a file that was opened.
func (m *Memory) Opened(k Kind, path string) {
	if whole, err := filepath.Abs(path); err == nil && good(whole) {
		m.change(func(x *memory) { x.opened(File{k, whole}) })
	}
}

// Went remembers the folder where a kind of file was opened or saved.
func (m *Memory) Went(k Kind, folder string) {
	if good(folder) && m.Folder(k) != folder {
		m.change(func(x *memory) { x.went(k, folder) })
	}
}

// Forget forgets a file.
func (m *Memory) Forget(path string) {
	m.change(func(x *memory) {
		x.Files = slices.DeleteFunc(slices.Clone(x.Files), func(f File) bool { return f.Path == path })
	})
}

// Clear forgets all files; folders stay.
func (m *Memory) Clear() { m.change(func(x *memory) { x.Files = nil }) }

// Files are those that were opened, the last one first. They must not be modified.
func (m *Memory) Files() []File { return m.get().Files }

// Folder is where a kind of file was last; "" if nowhere.
func (m *Memory) Folder(k Kind) string { return m.get().Folders[k] }

// Folders are those where anything was last, that of the kind first.
func (m *Memory) Folders(k Kind) (out []string) {
	now := m.get()
	add := func(path string) {
		if path != "" && !slices.Contains(out, path) {
			out = append(out, path)
		}
	}
	add(now.Folders[k])
	for _, f := range now.Files {
		add(filepath.Dir(f.Path))
	}
	for _, k := range slices.Sorted(maps.Keys(now.Folders)) {
		add(now.Folders[k])
	}
	return out
}

func (m *Memory) get() memory {
	if m == nil {
		return memory{}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.now
}

// change changes the memory, and the file as it is by now: another window may have
// written there.
func (m *Memory) change(do func(*memory)) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	do(&m.now)
	if m.path == "" {
		return
	}
	m.unwritten = append(m.unwritten, do)
	if !m.writing {
		m.writing = true
		m.left.Go(m.write)
	}
}

// write does to the file what was done to the memory, in that order, until
// nothing is left.
func (m *Memory) write() {
	for {
		m.mu.Lock()
		todo, now := m.unwritten, memory{Files: slices.Clone(m.now.Files), Folders: maps.Clone(m.now.Folders)}
		if m.unwritten = nil; len(todo) == 0 {
			m.writing = false
			m.mu.Unlock()
			return
		}
		m.mu.Unlock()
		if there, err := read(m.path); err == nil {
			now = there
			for _, do := range todo {
				do(&now)
			}
		}
		if err := now.write(m.path); err != nil {
			m.fail(fmt.Errorf("recent files: %w", err))
		}
	}
}

func (m memory) write(path string) error {
	data, err := json.Marshal(m)
	if err != nil {
		return err
	}
	return atomicfile.Bytes(path, true, append(data, '\n'))
}

// Wait returns when all that was changed is written.
func (m *Memory) Wait() {
	if m != nil {
		m.left.Wait()
	}
}
