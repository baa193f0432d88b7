package atomicfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// unfinished are the hidden folders that are being filled, by path.
var unfinished sync.Map

// Abandon takes away the hidden folders that [Folder] is filling, for a program
// that ends at once and will not come back to them.
func Abandon() {
	unfinished.Range(func(path, _ any) bool {
		for range 3 { // what fills it may be at work still
			if os.RemoveAll(path.(string)) == nil {
				break
			}
		}
		return true
	})
}

// ErrForeign says that a folder to be replaced holds something that was not
// written by the program.
var ErrForeign = errors.New("holds other files")

// Folder calls fill with a new hidden folder beside path and then gives that
// folder the name path, so that it is there whole or not at all.
//
// If path exists and force is set, the old folder goes, provided that it holds
// nothing but regular files that own knows by name; otherwise the error wraps
// [ErrForeign]. Without force an existing path is an error for which
// errors.Is(err, fs.ErrExist) holds. An error of fill is returned as it came,
// with path untouched and nothing left beside it. A killed program may leave a
// hidden folder whose name ends in ".tmp", and never a part of one under path.
func Folder(path string, force bool, own func(name string) bool, fill func(dir string) error) error {
	path = filepath.Clean(path)
	old, err := os.Lstat(path)
	switch {
	case err == nil && !force:
		return &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
	case err == nil && !old.IsDir():
		return &fs.PathError{Op: "replace", Path: path, Err: ErrForeign}
	case err == nil:
		if err := onlyOwn(path, own); err != nil {
			return err
		}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	fresh := besides(path)
	if err := os.Mkdir(fresh, 0o777); err != nil {
		return under(path, err)
	}
	defer os.RemoveAll(fresh) //nolint:errcheck // nothing to be done if a hidden folder stays
	unfinished.Store(fresh, nil)
	defer unfinished.Delete(fresh)
	if err := fill(fresh); err != nil {
		return err
	}
	syncFolder(fresh)
	unfinished.Delete(fresh) // from here on the name may stand for the old folder
	place := os.Rename
	if old != nil {
		place = swap // what goes then has the hidden name
	}
	if err := place(fresh, path); err != nil {
		return under(path, err)
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// swapInTurn gives a and b each other's name, one after the other.
func swapInTurn(a, b string) error {
	aside := besides(b)
	if err := os.Rename(b, aside); err != nil {
		return err
	}
	if err := os.Rename(a, b); err != nil {
		return errors.Join(err, os.Rename(aside, b))
	}
	return os.Rename(aside, a)
}

// onlyOwn checks that nothing of other people would go with the folder.
func onlyOwn(path string, own func(name string) bool) error {
	entries, err := os.ReadDir(path)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || !own(e.Name()) {
			return &fs.PathError{Op: "replace", Path: path, Err: ErrForeign}
		}
	}
	return nil
}
