package dataset

import (
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"c5atlas.org/c5atlas/internal/sorts"
)

// memory is files by their paths, as a file system. What a reader of packages
// takes from it is not copied.
type memory struct {
	texts map[string]string
	dirs  map[string][]fs.DirEntry // what is in each folder, by name
	// Of a workbook, the names of its sheets as the person sees them, by the file
	// that each is read as; else nil.
	sheets map[string]string
	fields map[string]int // rows of the sheet "package", from 1, by what they begin with
}

// called is what a person calls a file: in a workbook it is a sheet, also where
// it is lacking.
func (m *memory) called(file string) string {
	if sheet, ok := m.sheets[file]; ok {
		return sheet
	}
	if table, ok := strings.CutSuffix(file, ".csv"); ok && m.sheets != nil && isTable(table) {
		return table
	}
	return file
}

// file is what [memory.called] calls by that name.
func (m *memory) file(called string) string {
	for file, sheet := range m.sheets {
		if sheet == called {
			return file
		}
	}
	return called
}

// inMemory is files as a file system. A path that is not valid is not there; of
// a file that has the name of a folder, the folder is.
func inMemory(texts map[string]string) *memory {
	m := &memory{texts: texts, dirs: map[string][]fs.DirEntry{".": nil}}
	for name, text := range texts {
		if !fs.ValidPath(name) || name == "." {
			continue
		}
		dir := path.Dir(name)
		m.folder(dir)
		m.dirs[dir] = append(m.dirs[dir], entry{path.Base(name), int64(len(text)), false})
	}
	for dir, list := range m.dirs {
		list = slices.DeleteFunc(list, func(e fs.DirEntry) bool { return !e.IsDir() && m.dirs[path.Join(dir, e.Name())] != nil })
		sorts.Func(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
		m.dirs[dir] = list
	}
	return m
}

// folder makes a folder and those that it is in.
func (m *memory) folder(dir string) {
	if _, ok := m.dirs[dir]; ok {
		return
	}
	m.dirs[dir] = nil
	up := path.Dir(dir)
	m.folder(up)
	m.dirs[up] = append(m.dirs[up], entry{path.Base(dir), 0, true})
}

// Open implements [fs.FS].
func (m *memory) Open(name string) (fs.File, error) {
	info, err := m.Stat(name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if info.IsDir() {
		return &openFolder{info, m.dirs[name]}, nil
	}
	return &openText{info, strings.NewReader(m.texts[name])}, nil
}

// Stat implements [fs.StatFS].
func (m *memory) Stat(name string) (fs.FileInfo, error) {
	if _, ok := m.dirs[name]; ok {
		return entry{path.Base(name), 0, true}, nil
	}
	if text, ok := m.texts[name]; ok && fs.ValidPath(name) {
		return entry{path.Base(name), int64(len(text)), false}, nil
	}
	return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
}

// entry is what is known of a file or folder in memory.
type entry struct {
	name   string
	size   int64
	folder bool
}

func (e entry) Name() string               { return e.name }
func (e entry) Size() int64                { return e.size }
func (e entry) IsDir() bool                { return e.folder }
func (e entry) Type() fs.FileMode          { return e.Mode().Type() }
func (e entry) Info() (fs.FileInfo, error) { return e, nil }
func (e entry) ModTime() time.Time         { return time.Time{} }
func (e entry) Sys() any                   { return nil }
func (e entry) Mode() fs.FileMode {
	if e.folder {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

type openText struct {
	info fs.FileInfo
	*strings.Reader
}

func (f *openText) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openText) Close() error               { return nil }

type openFolder struct {
	info fs.FileInfo
	left []fs.DirEntry
}

func (f *openFolder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFolder) Close() error               { return nil }
func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.info.Name(), Err: fs.ErrInvalid}
}

// ReadDir implements [fs.ReadDirFile].
func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 || n > len(f.left) {
		if n > 0 && len(f.left) == 0 {
			return nil, io.EOF
		}
		n = len(f.left)
	}
	out := slices.Clone(f.left[:n])
	f.left = f.left[n:]
	return out, nil
}
