package dataset

import (
	"errors"
	"io/fs"
	"strings"
)

// codeSheet is the table to code a document blind.
const codeSheet = "coding-sheet.csv"

// readCoding reads the coding book, coding.LANG.md, and the code sheet, if the
// package has them. The error is [ErrUnsafe].
func (d *Dataset) readCoding(in *reader) error {
	listed := in.desc.listed()
	names, err := fs.Glob(in.fsys, "coding.*.md")
	if err != nil {
		return nil //nolint:nilerr // a package may have none
	}
	for _, name := range names {
		lang := strings.TrimSuffix(strings.TrimPrefix(name, "coding."), ".md")
		if !languagePattern().MatchString(lang) {
			continue
		}
		text, err := in.readSummary(name, listed)
		if err != nil {
			return err
		}
		if text == "" {
			continue
		}
		if d.Coding == nil {
			d.Coding = Text{}
		}
		d.Coding[lang] = text
		d.spoken[lang] = true
	}
	if !in.has(codeSheet) {
		return nil
	}
	text, sum, err := in.read(codeSheet, maxSummary)
	switch r := listed[codeSheet]; {
	case errors.Is(err, ErrUnsafe):
		return err
	case err != nil:
		in.found.add(Finding{File: codeSheet, Fault: unread(err)})
		return nil
	case r != nil:
		r.read = true
		in.checkHash(r, sum[:])
	}
	d.CodeSheet = text
	return nil
}
