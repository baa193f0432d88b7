package original

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// readOffice reads a .docx (Office Open XML, ISO 29500) or an .odt
// (OpenDocument, ISO 26300): the one part that has the text, as it stands when
// all changes are accepted, without notes, remarks and what is drawn twice for
// older programs.
func (p *paragraphs) readOffice(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrFormat, err)
	}
	for _, format := range []*office{&docx, &odt} {
		i := slices.IndexFunc(z.File, func(f *zip.File) bool { return f.Name == format.part })
		if i < 0 {
			continue
		}
		if z.File[i].UncompressedSize64 > maxUnpacked {
			return ErrLarge
		}
		part, err := z.File[i].Open()
		if err != nil {
			return fmt.Errorf("%w: %w", ErrFormat, err)
		}
		defer part.Close() //nolint:errcheck // only read from
		return p.readXML(&capped{Reader: part, left: maxUnpacked}, format)
	}
	return ErrFormat
}

// capped ends with [ErrLarge], whatever a zip says of its sizes, and where the
// elements are so large that a decoder would hold too much at once.
type capped struct {
	io.Reader
	left  int
	since int // bytes since an element began
}

// Read implements io.Reader.
func (c *capped) Read(b []byte) (int, error) {
	if c.left <= 0 {
		return 0, ErrLarge
	}
	n, err := c.Reader.Read(b[:min(len(b), c.left)])
	c.left -= n
	if at := bytes.LastIndexByte(b[:n], '<'); at >= 0 {
		c.since = n - at
	} else if c.since += n; c.since > maxApart {
		return 0, ErrLarge
	}
	return n, err
}

// office is how a format names its elements.
type office struct {
	part              string // of the zip, with the text
	paragraph, unseen []string
	letters           string // the element whose text counts; "": the paragraph itself
	signs             map[string]string
}

var (
	docx = office{
		part:      "word/document.xml",
		paragraph: []string{"p"}, letters: "t", unseen: []string{"Fallback", "del", "moveFrom"},
		signs: map[string]string{"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "\u2011"},
	}
	odt = office{
		part:      "content.xml",
		paragraph: []string{"p", "h"}, unseen: []string{"annotation", "note", "tracked-changes", "ruby-text"},
		signs: map[string]string{"tab": " ", "line-break": " ", "s": " "},
	}
)

// readXML reads the paragraphs of a part. One that stands in another, as in a
// text box, is one of its own, before it.
func (p *paragraphs) readXML(r io.Reader, f *office) error {
	d := xml.NewDecoder(r)
	var open []*strings.Builder // paragraphs, the innermost last
	depth, unseen, letters, markup := 0, 0, 0, 0
	for {
		tok, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF) && depth == 0:
			return nil
		case errors.Is(err, ErrLarge):
			return ErrLarge
		case err != nil:
			return fmt.Errorf("%w: %w", ErrFormat, err)
		}
		switch x := tok.(type) {
		case xml.StartElement:
			depth++
			if markup += len(x.Attr); depth > maxDepth || markup > maxMarkup {
				return ErrLarge
			}
			name := x.Name.Local
			switch {
			case unseen > 0:
			case slices.Contains(f.unseen, name):
				unseen = depth
			case slices.Contains(f.paragraph, name) && x.Name.Space != "a": // a: is text of a drawing
				open = append(open, &strings.Builder{})
			case name == f.letters && letters == 0:
				letters = depth
			case len(open) > 0:
				if n := f.signs[name]; n != "" {
					open[len(open)-1].WriteString(strings.Repeat(n, times(x)))
				}
			}
		case xml.EndElement:
			name := x.Name.Local
			switch {
			case unseen > 0:
			case slices.Contains(f.paragraph, name) && x.Name.Space != "a" && len(open) > 0:
				text := open[len(open)-1].String()
				open = open[:len(open)-1]
				if err := p.add(text); err != nil {
					return err
				}
			}
			if unseen == depth {
				unseen = 0
			}
			if letters == depth {
				letters = 0
			}
			if depth--; depth < 0 {
				return ErrFormat
			}
		case xml.CharData:
			if len(open) > 0 && unseen == 0 && (f.letters == "" || letters > 0) {
				open[len(open)-1].Write(x)
			}
		}
	}
}

// times is how often a blank of an .odt stands there.
func times(x xml.StartElement) int {
	for _, a := range x.Attr {
		if a.Name.Local == "c" {
			if n, err := strconv.Atoi(a.Value); err == nil {
				return max(1, min(n, 100))
			}
		}
	}
	return 1
}
