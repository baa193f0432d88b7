package pngfile

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Text is one international text of a file (chunk iTXt).
type Text struct {
	Keyword  string // 1 to 79 printable ASCII letters, such as "Title"
	Lang     string // BCP 47 tag, or ""
	Text     string // UTF-8 without NUL
	Compress bool   // store it compressed; Read does not say how it was stored
}

// MaxText is the longest text that Read returns and Encode writes, in bytes
// before compression.
const MaxText = 4 << 20

// ErrText says that a text cannot be written or read.
var ErrText = errors.New("a text does not suit PNG")

func (t Text) check() error {
	switch {
	case len(t.Keyword) < 1 || len(t.Keyword) > 79 || strings.Trim(t.Keyword, " ") != t.Keyword ||
		strings.ContainsFunc(t.Keyword, func(r rune) bool { return r < ' ' || r > '~' }):
		return fmt.Errorf("%w: keyword %q", ErrText, t.Keyword)
	case len(t.Lang) > 35 || strings.ContainsFunc(t.Lang, func(r rune) bool {
		return r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	}):
		return fmt.Errorf("%w: language %q", ErrText, t.Lang)
	case len(t.Text) > MaxText:
		return fmt.Errorf("%w: %s is longer than %d MiB", ErrText, t.Keyword, MaxText>>20)
	case !utf8.ValidString(t.Text) || strings.ContainsRune(t.Text, 0):
		return fmt.Errorf("%w: %s is not plain UTF-8", ErrText, t.Keyword)
	}
	return nil
}

// chunk returns the body of the iTXt chunk.
func (t Text) chunk() ([]byte, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteString(t.Keyword)
	if !t.Compress {
		b.WriteString("\x00\x00\x00" + t.Lang + "\x00\x00" + t.Text)
		return b.Bytes(), nil
	}
	b.WriteString("\x00\x01\x00" + t.Lang + "\x00\x00")
	z, err := zlib.NewWriterLevel(&b, zlib.BestSpeed) // 50 bytes more than at the usual level, whose tables are half a megabyte to touch
	if err != nil {
		return nil, err
	}
	if _, err := io.WriteString(z, t.Text); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// parseText reads the body of an iTXt chunk.
func parseText(body []byte) (Text, error) {
	var t Text
	keyword, rest, ok := bytes.Cut(body, []byte{0})
	if !ok || len(rest) < 2 {
		return t, fmt.Errorf("%w: cut short", ErrText)
	}
	compressed, method := rest[0], rest[1]
	lang, rest, ok1 := bytes.Cut(rest[2:], []byte{0})
	_, text, ok2 := bytes.Cut(rest, []byte{0}) // between them: the keyword translated
	if !ok1 || !ok2 || compressed > 1 || method != 0 {
		return t, fmt.Errorf("%w: damaged", ErrText)
	}
	if compressed == 1 {
		z, err := zlib.NewReader(bytes.NewReader(text))
		if err != nil {
			return t, fmt.Errorf("%w: %w", ErrText, err)
		}
		if text, err = io.ReadAll(io.LimitReader(z, MaxText+1)); err != nil {
			return t, fmt.Errorf("%w: %w", ErrText, err)
		}
	}
	t = Text{Keyword: string(keyword), Lang: string(lang), Text: string(text)}
	return t, t.check()
}
