package dataset

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// Limits on a zipped package. Its files are read in memory, one at a time;
// nothing is ever unpacked to disk.
const (
	maxZip   = 256 << 20
	maxRatio = 200 // of unpacked to packed bytes, for files over 1 MiB
)

// OpenPath opens the package in a folder or a .zip file. A zip may hold the
// package at its top or in one folder. The errors wrap [ErrPackage] or those
// of package os.
func OpenPath(path string) (*Dataset, []Finding, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, fmt.Errorf("open data package: %w", err)
	}
	if info.IsDir() {
		root, err := os.OpenRoot(path) // refuses links that leave the folder
		if err != nil {
			return nil, nil, fmt.Errorf("open data package: %w", err)
		}
		defer root.Close() //nolint:errcheck // only read from
		return Open(root.FS())
	}
	if info.Size() > maxZip {
		return nil, nil, fmt.Errorf("%w: %s is over %d MiB", ErrPackage, path, maxZip>>20)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, fmt.Errorf("open data package: %w", err)
	}
	defer f.Close() //nolint:errcheck // only read from
	data, err := io.ReadAll(io.LimitReader(f, maxZip+1))
	if err != nil {
		return nil, nil, fmt.Errorf("open data package: %w", err)
	}
	fsys, err := zipped(data)
	if err != nil {
		return nil, nil, err
	}
	return Open(fsys)
}

// zipped returns the package inside a zip file.
func zipped(data []byte) (fs.FS, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPackage, err)
	}
	if len(r.File) > maxFiles {
		return nil, over(fmt.Sprintf("%d files", maxFiles))
	}
	total := uint64(0)
	seen := make(map[string]bool, len(r.File))
	folder := ""
	for _, f := range r.File {
		name := strings.ToLower(f.Name)
		switch {
		case !fs.ValidPath(strings.TrimSuffix(f.Name, "/")) || strings.Contains(f.Name, `\`):
			return nil, fmt.Errorf("%w: %w: the zip has a path that leaves it: %.80q", ErrPackage, ErrUnsafe, f.Name)
		case seen[name]:
			return nil, fmt.Errorf("%w: %w: the zip has two files named %.80q", ErrPackage, ErrUnsafe, f.Name)
		case f.Mode()&fs.ModeSymlink != 0:
			return nil, fmt.Errorf("%w: %w: the zip has a link: %.80q", ErrPackage, ErrUnsafe, f.Name)
		case f.UncompressedSize64 > 1<<20 && f.UncompressedSize64/max(f.CompressedSize64, 1) > maxRatio:
			return nil, fmt.Errorf("%w: %w: %.80q unpacks to over %d times its size", ErrPackage, ErrUnsafe, f.Name, maxRatio)
		}
		if total += min(f.UncompressedSize64, maxZip); total > maxZip {
			return nil, fmt.Errorf("%w: %w: the zip unpacks to over %d MiB", ErrPackage, ErrUnsafe, maxZip>>20)
		}
		seen[name] = true
		if dir, ok := strings.CutSuffix(f.Name, "/datapackage.json"); ok && !strings.Contains(dir, "/") {
			folder = dir
		}
	}
	if folder != "" && !seen["datapackage.json"] {
		return fs.Sub(r, folder)
	}
	return r, nil
}
