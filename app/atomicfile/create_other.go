//go:build !linux

package atomicfile

// create makes a file under a hidden name beside path.
func create(path string) (*file, error) { return createNamed(path) }

// place gives the complete file the name path.
func (f *file) place(path string, force bool) error { return f.placeNamed(path, force) }

// swap gives a and b each other's name.
func swap(a, b string) error { return swapInTurn(a, b) }
