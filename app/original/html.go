package original

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"c5atlas.org/c5atlas/internal/pattern"
)

var (
	htmlStart   = pattern.Late(`(?i)^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body)[\s>]`)
	htmlCharset = pattern.Late(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?([A-Za-z0-9_-]{1,40})`)
)

func looksHTML(data []byte) bool { return htmlStart().Match(data[:min(len(data), 1000)]) }

// inline are the elements that do not end a paragraph.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true, atom.Cite: true,
	atom.Code: true, atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Img: true,
	atom.Ins: true, atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Nobr: true, atom.Q: true, atom.S: true, atom.Samp: true,
	atom.Small: true, atom.Span: true, atom.Strike: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.Tt: true,
	atom.U: true, atom.Var: true, atom.Wbr: true, atom.Input: true,
}

// unseen are the elements whose content is no text of a page.
var unseen = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Template: true, atom.Noscript: true, atom.Title: true, atom.Svg: true, atom.Math: true,
	atom.Select: true, atom.Textarea: true, atom.Iframe: true, atom.Object: true, atom.Noembed: true, atom.Noframes: true,
}

// readHTML reads a page: what stands between the edges of block elements is a
// paragraph, and so is what two line breaks part. It is read as a row of tags;
// no tree is made that a page could make deep.
func (p *paragraphs) readHTML(data []byte) error {
	declared := ""
	if m := htmlCharset().FindSubmatch(data[:min(len(data), 4096)]); m != nil {
		declared = string(m[1])
	}
	if strings.EqualFold(declared, "utf-8") {
		declared = ""
	}
	text, err := decoded(data, declared)
	if err != nil {
		return err
	}
	var b strings.Builder
	flush := func() error {
		text := b.String()
		b.Reset()
		return p.add(text)
	}
	z := html.NewTokenizer(bytes.NewReader([]byte(text)))
	z.SetMaxBuf(maxText)
	breaks := 0
	var hidden atom.Atom // the element that is passed over, and how often it stands in itself
	within := 0
	for tags := 0; ; {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			switch err := z.Err(); {
			case errors.Is(err, io.EOF):
				return flush()
			case errors.Is(err, html.ErrBufferExceeded):
				return ErrLarge
			default:
				return ErrFormat
			}
		case html.TextToken:
			if hidden != 0 {
				continue
			}
			words := z.Token().Data
			if b.Len()+len(words) > maxText {
				return ErrLarge
			}
			if strings.TrimSpace(words) != "" {
				breaks = 0
			}
			b.WriteString(words)
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			if tags++; tags > maxMarkup {
				return ErrLarge
			}
			name, _ := z.TagName()
			tag := atom.Lookup(name)
			switch {
			case hidden != 0:
				if tag == hidden && kind == html.StartTagToken {
					within++
				} else if tag == hidden && kind == html.EndTagToken {
					if within--; within == 0 {
						hidden = 0
					}
				}
			case unseen[tag]:
				if kind == html.StartTagToken {
					hidden, within = tag, 1
				}
			case tag == atom.Br:
				b.WriteByte(' ')
				if breaks++; breaks > 1 {
					if err := flush(); err != nil {
						return err
					}
				}
			case !inline[tag]:
				breaks = 0
				if err := flush(); err != nil {
					return err
				}
			}
		}
	}
}
