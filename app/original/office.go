package original

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/internal/markup"
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
		return p.readXML(part, format)
	}
	return ErrFormat
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
func (p *paragraphs) readXML(part io.Reader, f *office) error {
	left := int64(maxUnpacked) // whatever a zip says of its sizes
	r := markup.New(part, markup.Limits{Left: &left, Apart: maxApart, Depth: maxDepth})
	var open []*strings.Builder // paragraphs, the innermost last
	depth, unseen, letters, attributes := 0, 0, 0, 0
	for {
		kind, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, markup.ErrLarge):
			return ErrLarge
		case err != nil:
			return fmt.Errorf("%w: %w", ErrFormat, err)
		}
		name := r.Name()
		paragraph := slices.Contains(f.paragraph, name) && r.Prefix() != "a" // a: is text of a drawing
		switch kind {
		case markup.Start:
			depth++
			if attributes += r.Attributes(); attributes > maxMarkup {
				return ErrLarge
			}
			switch {
			case unseen > 0:
			case slices.Contains(f.unseen, name):
				unseen = depth
			case paragraph:
				open = append(open, &strings.Builder{})
			case name == f.letters && letters == 0:
				letters = depth
			case len(open) > 0:
				if n := f.signs[name]; n != "" {
					open[len(open)-1].WriteString(strings.Repeat(n, times(r)))
				}
			}
		case markup.End:
			if unseen == 0 && paragraph && len(open) > 0 {
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
			depth--
		case markup.Text:
			if len(open) > 0 && unseen == 0 && (f.letters == "" || letters > 0) {
				open[len(open)-1].Write(r.Text())
			}
		}
	}
}

// times is how often a blank of an .odt stands there.
func times(r *markup.Reader) int {
	n, err := strconv.Atoi(string(r.Attr("c")))
	if err != nil {
		return 1
	}
	return max(1, min(n, 100))
}
