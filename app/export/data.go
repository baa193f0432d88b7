package export

import (
	"archive/zip"
	"cmp"
	"context"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/internal/workbook"
)

// WriteData writes the data package at the root of fsys to path: as a workbook
// if that ends in .xlsx, as one file if in .zip or .c5atlas, otherwise as a new
// folder. A .c5atlas is a zip that says in its first bytes whose it is, so that a
// desktop knows its icon and what opens it. Each opens again as the same package,
// and the same package gives the same bytes. With force a file is replaced; a
// folder never is, for a person may have written in it: the error then wraps
// [atomicfile.ErrForeign]. It stops with ctx's error when ctx ends, and leaves
// nothing half written.
func WriteData(ctx context.Context, path string, force bool, fsys fs.FS) error {
	switch {
	case isBook(path):
		return atomicfile.Write(path, force, func(w io.Writer) error {
			book, err := dataset.Book(fsys)
			if err == nil {
				err = workbook.Write(w, book)
			}
			return cmp.Or(err, ctx.Err())
		})
	case isZip(path):
		return atomicfile.Write(path, force, func(w io.Writer) error { return cmp.Or(zipData(w, fsys, ends(path, PackageEnding)), ctx.Err()) })
	}
	return atomicfile.Folder(path, force, func(string) bool { return false }, func(dir string) error {
		return dataset.Copy(fsys, func(name, text string) error {
			to := filepath.Join(dir, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
				return err
			}
			return cmp.Or(writeNew(to, func(w io.Writer) error { _, err := io.WriteString(w, text); return err }), ctx.Err())
		})
	})
}

// DataForms lists the endings of the files that [WriteData] writes.
func DataForms() []string { return []string{".xlsx", ".zip", PackageEnding} }

// DataForm is for a data package what [LessonForm] is for a lesson. [WriteData]
// itself makes a folder of any other name.
func DataForm(path string) (string, error) { return formOf(path, DataForms()) }

// PackageEnding ends the name of a data package that the desktop knows as ours.
const PackageEnding = ".c5atlas"

// PackageType is the MIME type of such a package.
const PackageType = "application/vnd.c5atlas.package+zip"

func ends(path, ending string) bool { return strings.EqualFold(filepath.Ext(path), ending) }

// isZip and isBook say by its name what a package at path is, if it is one file.
func isZip(path string) bool  { return ends(path, ".zip") || ends(path, PackageEnding) }
func isBook(path string) bool { return ends(path, ".xlsx") }

// zipData writes the package as a zip whose files have no date. With mark its
// first file is named mimetype and holds [PackageType], as it is and without
// anything between: what packaging/linux/org.c5atlas.C5Atlas.xml looks for.
func zipData(w io.Writer, fsys fs.FS, mark bool) error {
	z := zip.NewWriter(w)
	if mark {
		f, err := z.CreateRaw(&zip.FileHeader{
			Name: "mimetype", Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(PackageType)),
			CompressedSize64: uint64(len(PackageType)), UncompressedSize64: uint64(len(PackageType)),
		})
		if err == nil {
			_, err = io.WriteString(f, PackageType)
		}
		if err != nil {
			return fmt.Errorf("write the type of the package: %w", err)
		}
	}
	err := dataset.Copy(fsys, func(name, text string) error {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: workbook.NoDate})
		if err == nil {
			_, err = io.WriteString(f, text)
		}
		if err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		return nil
	})
	return cmp.Or(err, z.Close())
}
