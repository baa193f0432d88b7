// Package original reads the publishers' own texts: plain text, Markdown, HTML,
// .docx, .odt and PDF, as paragraphs, and finds in them the paragraphs that a
// data package speaks of. The files are anyone's, so that all that is read has
// limits; nothing outside the file is opened.
//
// A text that a person attaches stays in a [Shelf], in that person's own folder.
package original

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"c5atlas.org/c5atlas/app/dataset"
)

// Text is an original as it is read.
type Text struct {
	Paragraphs []string // none of them blank; paragraph n of the file is Paragraphs[n-1]
	SHA256     string   // of the file, hex
}

// Limits on one original. They leave room for a book, and keep what reads a file
// made to do harm below a second and 300 MiB.
const (
	MaxFile       = 16 << 20 // bytes
	maxUnpacked   = 12 << 20 // of a text with its marks; of the one part of a .docx or .odt that has the text; a PDF has limits of its own
	maxMarkup     = 400_000  // tags of a page; attributes in such a part
	maxApart      = 1 << 18  // bytes from one element of it to the next
	maxText       = 4 << 20  // bytes of all paragraphs
	maxParagraphs = 50_000
	maxDepth      = 500 // of elements in each other
)

var (
	// ErrFormat says that a file is none of the kinds that are read, or is damaged.
	ErrFormat = errors.New("is no text that can be read")
	// ErrLarge says that a file is larger than the limits.
	ErrLarge = errors.New("is too large")
	// ErrNoText says that a file has no text, such as a PDF of scanned pages.
	ErrNoText = errors.New("has no text in it")
	// ErrLocked says that a PDF is encrypted.
	ErrLocked = errors.New("is encrypted")
)

// Kinds lists the endings of the names of files that are read.
func Kinds() []string { return []string{".txt", ".md", ".html", ".htm", ".docx", ".odt", ".pdf"} }

// Is reports whether a file is an original by its name.
func Is(name string) bool {
	return slices.Contains(Kinds(), strings.ToLower(filepath.Ext(name)))
}

// Read reads an original. What kind it is of is told by its beginning, and where
// that says nothing by the ending of its name. The error is [ErrFormat],
// [ErrLarge], [ErrNoText] or [ErrLocked].
func Read(name string, data []byte) (Text, error) {
	if len(data) > MaxFile {
		return Text{}, ErrLarge
	}
	p := &paragraphs{}
	var err error
	switch end := strings.ToLower(filepath.Ext(name)); {
	case strings.HasPrefix(string(data[:min(4, len(data))]), "PK\x03\x04"):
		err = p.readOffice(data)
	case strings.HasPrefix(string(data[:min(5, len(data))]), "%PDF-"):
		err = p.readPDF(data)
	case end == ".html" || end == ".htm" || looksHTML(data):
		err = p.readHTML(data)
	case end == ".docx" || end == ".odt" || end == ".pdf": // by its name alone
		err = ErrFormat
	case end == ".md":
		err = p.readMarkdown(data)
	default:
		err = p.readLines(data)
	}
	if err == nil && len(p.list) == 0 {
		err = ErrNoText
	}
	if err != nil {
		return Text{}, fmt.Errorf("read %s: %w", filepath.Base(name), err)
	}
	sum := sha256.Sum256(data)
	return Text{p.list, hex.EncodeToString(sum[:])}, nil
}

// paragraphs gathers what is read, within the limits.
type paragraphs struct {
	list  []string
	bytes int
}

// add takes a paragraph, if it is not blank.
func (p *paragraphs) add(text string) error {
	if text = tidy(text); text == "" {
		return nil
	}
	if p.bytes += len(text); p.bytes > maxText || len(p.list) >= maxParagraphs {
		return ErrLarge
	}
	p.list = append(p.list, text)
	return nil
}

// tidy is a paragraph as it is shown: one blank for each run of white space,
// no-break spaces as they are, and nothing that a reader cannot see but what
// joins letters.
func tidy(text string) string {
	var b strings.Builder
	blank := false
	for _, c := range strings.TrimSpace(text) {
		switch {
		case ' ' < c && c < unicode.MaxASCII || c == '\u00a0' || c == '\u202f':
		case unicode.IsSpace(c):
			blank = true
			continue
		case unicode.Is(unicode.Cc, c) || unicode.Is(unicode.Cf, c) && c != '\u200c' && c != '\u200d':
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(c)
	}
	return strings.TrimSpace(b.String())
}

// decoded is the whole text of a file in whatever encoding it is saved.
func decoded(data []byte, declared string) (string, error) {
	if len(data) > maxUnpacked {
		return "", ErrLarge
	}
	text, err := dataset.DecodeText(string(data), declared)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrFormat, err)
	}
	if len(text) > maxUnpacked {
		return "", ErrLarge
	}
	return text, nil
}
