package dataset

import (
	"archive/zip"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"c5atlas.org/c5atlas/internal/disk"
	"c5atlas.org/c5atlas/internal/workbook"
)

// Limits on a zipped package. Its files are read in memory, one at a time;
// nothing is ever unpacked to disk.
const (
	MaxZip   = 256 << 20 // of what it unpacks to, in all
	maxRatio = 200       // of unpacked to packed bytes, for files over 1 MiB
)

// OpenPath opens the package in a folder, a .zip file or a workbook (.xlsx,
// .ods), or the one that the datapackage.json at path describes. A zip may hold
// the package at its top or in one folder. What is no regular file is refused at
// once, at path and in the package. The errors wrap [ErrPackage] or those of
// packages os and disk.
func OpenPath(path string) (*Dataset, []Finding, error) {
	fsys, done, err := Source(path)
	if err != nil {
		return nil, nil, err
	}
	defer done()
	d, found, err := Open(fsys)
	if err == nil {
		d.File = FileName(path)
	}
	return d, found, err
}

// Shipped is the data that ship, opened once for the whole program, since nothing
// changes them.
func Shipped() (*Dataset, []Finding, error) {
	s := theShipped()
	return s.data, s.found, s.err
}

type shippedData struct {
	data  *Dataset
	found []Finding
	err   error
}

var theShipped = sync.OnceValue(func() (s shippedData) {
	if s.data, s.found, s.err = shippedReader().open(); s.err != nil {
		s.err = fmt.Errorf("open embedded data: %w", s.err)
	}
	return s
})

// FileName is what a person calls the package at path: the name of its file or
// folder, on one line.
func FileName(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	if filepath.Base(path) == descriptorFile {
		path = filepath.Dir(path)
	}
	return tidyLine(filepath.Base(path), 120)
}

// Source is the files of the package at path, which [OpenPath] opens, until done
// is called.
func Source(path string) (fsys fs.FS, done func(), err error) {
	if filepath.Base(path) == descriptorFile {
		path = filepath.Dir(path)
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, fmt.Errorf("open data package: %w", err)
	}
	if info.IsDir() {
		folder, err := disk.OpenFolder(path) // refuses links that leave the folder
		if err != nil {
			return nil, nil, fmt.Errorf("open data package: %w", err)
		}
		return folder, func() { folder.Close() }, nil //nolint:errcheck,gosec // only read from
	}
	f, err := disk.Open(path)
	if err != nil {
		return nil, nil, fmt.Errorf("open data package: %w", err)
	}
	done = func() { f.Close() } //nolint:errcheck,gosec // only read from
	z, err := zip.NewReader(f, info.Size())
	switch {
	case err != nil && slices.Contains([]string{".xlsx", ".ods"}, strings.ToLower(filepath.Ext(path))):
		err = brokenBook(workbook.ErrFormat)
	case err != nil:
		err = unreadable("it is neither a folder nor a zip file nor a workbook, or it is damaged")
	case workbook.Is(z):
		if err = bounded(z); err == nil {
			fsys, err = bookFS(z, filepath.Base(path))
		}
	default:
		fsys, err = zipped(z)
	}
	if err != nil {
		done()
		return nil, nil, err
	}
	return fsys, done, nil
}

// bounded refuses a zip by what it says of the number of its files and their
// sizes. To unpack more than it said is an error of the file.
func bounded(r *zip.Reader) error {
	if len(r.File) > maxFiles {
		return refused("the zip has more than %d files", maxFiles)
	}
	total := uint64(0)
	for _, f := range r.File {
		if f.UncompressedSize64 > 1<<20 && f.UncompressedSize64/max(f.CompressedSize64, 1) > maxRatio {
			return refused("the zip has %.80q, which unpacks to over %d times its size", f.Name, maxRatio)
		}
		if total += min(f.UncompressedSize64, MaxZip+1); total > MaxZip {
			return refused("the zip unpacks to over %d MiB", MaxZip>>20)
		}
	}
	return nil
}

// folderOf is the folder of a zip that a descriptor of that name stands in.
func folderOf(name string) (dir string, ok bool) {
	dir, ok = strings.CutSuffix(name, "/"+descriptorFile)
	return dir, ok && !strings.Contains(dir, "/") && dir != "__MACOSX"
}

// ZipFolder is what the names of a package's files begin with in a zip that
// [OpenPath] opens: "" or "folder/".
func ZipFolder(r *zip.Reader) string {
	folder := ""
	for _, f := range r.File {
		if dir, ok := folderOf(f.Name); ok {
			folder = dir + "/"
		}
		if f.Name == descriptorFile {
			return ""
		}
	}
	return folder
}

// zipped returns the package inside a zip file.
func zipped(r *zip.Reader) (fs.FS, error) {
	unsafe := func(format string, args ...any) (fs.FS, error) { return nil, refused("the zip "+format, args...) }
	if err := bounded(r); err != nil {
		return nil, err
	}
	seen := make(map[string]bool, len(r.File))
	folder := ""
	for _, f := range r.File {
		name := strings.ToLower(f.Name)
		switch {
		case !utf8.ValidString(f.Name):
			continue // a name of an old system, under which nothing is looked for
		case strings.Contains(f.Name, `\`):
			return unsafe(`has \ for / in its names: pack it again (%.80q)`, f.Name)
		case !fs.ValidPath(strings.TrimSuffix(f.Name, "/")):
			return unsafe("has a path that leaves it: %.80q", f.Name)
		case seen[name]:
			return unsafe("has two files named %.80q", f.Name)
		case f.Mode()&fs.ModeSymlink != 0:
			return unsafe("has a link: %.80q", f.Name)
		}
		seen[name] = true
		dir, ok := folderOf(f.Name)
		if f.Name != descriptorFile && !ok {
			continue
		}
		switch {
		case f.Flags&1 != 0:
			return nil, unreadable("the zip is encrypted")
		case ok && folder != "":
			return nil, unreadable("the zip holds two packages, %.40q and %.40q", folder, dir)
		case ok:
			folder = dir
		}
	}
	if folder != "" && !seen[descriptorFile] {
		return fs.Sub(r, folder)
	}
	return r, nil
}
