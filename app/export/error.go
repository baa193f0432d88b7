package export

import (
	"errors"
	"io/fs"
	"syscall"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/app/i18n"
)

// WriteError says in one sentence why path could not be written and what to
// do, in the language of p.
func WriteError(path string, err error, p *i18n.Printer) string {
	key := "export.errorOther"
	switch {
	case errors.Is(err, fs.ErrExist):
		key = "export.errorExists"
	case errors.Is(err, atomicfile.ErrFolder):
		key = "export.errorFolder"
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		key = "export.errorMissing"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		key = "export.errorDenied"
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG):
		key = "export.errorFull"
	}
	cause := err
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		cause = pe.Err
	}
	return p.T(key, i18n.Args{"Path": path, "Cause": cause})
}
