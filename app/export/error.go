package export

import (
	"errors"
	"io/fs"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/internal/disk"
	"c5atlas.org/c5atlas/internal/workbook"
)

// WriteError says in one sentence why path could not be written and what to
// do, in the language of p.
func WriteError(path string, err error, p *i18n.Printer) string {
	if small, ok := errors.AsType[*SmallError](err); ok {
		return small.In(p)
	}
	if long, ok := errors.AsType[*workbook.CellError](err); ok {
		return p.T("export.errorCell", i18n.Args{"Path": path, "Sheet": long.Sheet, "Cell": long.Cell})
	}
	key := "export.errorOther"
	switch {
	case errors.Is(err, fs.ErrExist):
		key = "export.errorExists"
	case errors.Is(err, atomicfile.ErrFolder):
		key = "export.errorFolder"
	case errors.Is(err, atomicfile.ErrUnread):
		key = "export.errorUnread"
	case disk.NoFolder(err):
		key = "export.errorMissing"
	case disk.ReadOnly(err):
		key = "export.errorDenied"
	case disk.Full(err):
		key = "export.errorFull"
	}
	cause := err
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		cause = pe.Err
	}
	return p.T(key, i18n.Args{"Path": path, "Cause": cause})
}
