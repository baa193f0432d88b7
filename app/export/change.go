package export

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/internal/disk"
)

// ErrOnlyRead says that a package is of a kind that is only read, such as .ods.
var ErrOnlyRead = errors.New("this kind of file is only read")

// CanChange reports whether [ChangeData] can change the package at path, by its
// kind.
func CanChange(path string) bool {
	return isZip(path) || isBook(path) || isFolder(path)
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// ChangeData puts some files in place of those of the same name in the package at
// path, or beside them. What else lies in a folder or a zip stays as it is; a
// workbook is written anew, without the looks that a spreadsheet gave it. Each
// file is whole or as before; of a folder's, those that others refer to come
// first. The errors are [ErrOnlyRead] and those of reading and writing.
func ChangeData(ctx context.Context, path string, changed map[string]string) error {
	switch {
	case isFolder(path):
		return changeFolder(ctx, path, changed)
	case isZip(path):
		return changeZip(ctx, path, changed)
	case !isBook(path):
		return ErrOnlyRead
	}
	fsys, done, err := dataset.Source(path)
	if err != nil {
		return err
	}
	with, err := dataset.With(fsys, changed)
	done() // before it is replaced: not every system lets go of a file that is open
	if err != nil {
		return err
	}
	return WriteData(ctx, path, true, with)
}

// changeFolder writes the tables in the order of their names, but for the
// statements, which refer to the others, and the descriptor, which sums them up.
func changeFolder(ctx context.Context, path string, changed map[string]string) error {
	late := func(name string) int { return slices.Index([]string{"statements.csv", "datapackage.json"}, name) }
	names := slices.SortedFunc(maps.Keys(changed), func(a, b string) int { return cmp.Or(cmp.Compare(late(a), late(b)), strings.Compare(a, b)) })
	for _, name := range names {
		if !filepath.IsLocal(filepath.FromSlash(name)) {
			return &fs.PathError{Op: "write", Path: name, Err: fs.ErrInvalid}
		}
		err := atomicfile.Write(filepath.Join(path, filepath.FromSlash(name)), true, func(w io.Writer) error {
			_, err := io.WriteString(w, changed[name])
			return cmp.Or(err, ctx.Err())
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// changeZip writes the zip anew, with all that is not changed as it was packed.
func changeZip(ctx context.Context, path string, changed map[string]string) error {
	data, err := disk.Read(path, dataset.MaxZip)
	if err != nil {
		return err
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("change %s: %w", filepath.Base(path), err)
	}
	folder := dataset.ZipFolder(z)
	return atomicfile.Write(path, true, func(w io.Writer) error {
		out := zip.NewWriter(w)
		put := func(name, text string) error {
			f, err := out.Create(name)
			if err == nil {
				_, err = io.WriteString(f, text)
			}
			return cmp.Or(err, ctx.Err())
		}
		left := maps.Clone(changed)
		for _, f := range z.File {
			name := strings.TrimPrefix(f.Name, folder)
			text, ok := left[name]
			if !ok || !strings.HasPrefix(f.Name, folder) {
				if err := cmp.Or(out.Copy(f), ctx.Err()); err != nil {
					return err
				}
				continue
			}
			delete(left, name)
			if err := put(f.Name, text); err != nil {
				return err
			}
		}
		for _, name := range slices.Sorted(maps.Keys(left)) {
			if err := put(folder+name, left[name]); err != nil {
				return err
			}
		}
		return out.Close()
	})
}
