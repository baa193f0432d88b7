// Package markup reads XML that may be anyone's, element by element: what is in a
// workbook or in a text of an office program. It takes only what is well formed
// and in UTF-8, knows no entities but those of XML itself, opens nothing, and is
// bounded in all that it holds. Prefixes of names are cut off and not resolved.
//
// It stands in for encoding/xml, which takes four times as long for a large sheet
// and holds an element of any size.
package markup

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

var (
	// ErrLarge says that there is more than the limits allow.
	ErrLarge = errors.New("is too large")
	// ErrSyntax says that it is no XML, or is cut off.
	ErrSyntax = errors.New("is no XML")
)

// Limits bounds what a Reader takes and holds.
type Limits struct {
	Left  *int64 // bytes that may be read still; several readers can share it
	Apart int    // bytes of one tag or remark, or of the text between two
	Depth int    // of elements in each other
}

// A Kind is what a [Reader] stands at.
type Kind int

// The kinds. An element without content has a Start and an End, too.
const (
	Start Kind = iota
	End
	Text
)

// A Reader reads XML from its beginning to its end.
type Reader struct {
	from   io.Reader
	limits Limits
	buf    []byte // what was read; buf[pos:] is not yet used
	pos    int
	eof    bool

	name    string   // of the element, without its prefix
	prefix  string   // of its name
	open    []string // whole names, the innermost last
	attrs   []attr
	text    []byte
	empty   bool // an End of the element without content comes next
	names   map[string]string
	scratch []byte
	begun   bool
}

type attr struct{ name, value []byte }

// New reads XML from a file.
func New(from io.Reader, limits Limits) *Reader {
	return &Reader{from: from, limits: limits, names: map[string]string{}}
}

// Name is the name of the element that a Start or End stands at.
func (r *Reader) Name() string { return r.name }

// Prefix is what stands before the colon of its name.
func (r *Reader) Prefix() string { return r.prefix }

// Text is the text that a Text stands at, until the next [Reader.Next].
func (r *Reader) Text() []byte { return r.text }

// Attributes is how many attributes the element has.
func (r *Reader) Attributes() int { return len(r.attrs) }

// Attr is the value of the attribute of that name, whatever its prefix, until the
// next [Reader.Next]; nil if there is none.
func (r *Reader) Attr(name string) []byte {
	for i := range r.attrs {
		if string(r.attrs[i].name) == name {
			return r.attrs[i].value
		}
	}
	return nil
}

// Next goes on to the next tag or text. The error is io.EOF at the end, or wraps
// [ErrLarge] or [ErrSyntax], or is that of what is read.
func (r *Reader) Next() (Kind, error) {
	if r.empty {
		r.empty = false
		r.shut()
		return End, nil
	}
	for {
		if r.pos >= len(r.buf) && !r.eof {
			if err := r.fill(); err != nil {
				return 0, err
			}
		}
		if !r.begun {
			for len(r.buf) < 3 && !r.eof {
				if err := r.fill(); err != nil {
					return 0, err
				}
			}
			r.begun = true
			if bytes.HasPrefix(r.buf, []byte("\ufeff")) {
				r.pos = 3
			}
		}
		if r.pos >= len(r.buf) && r.eof {
			if len(r.open) > 0 {
				return 0, fmt.Errorf("%w: it ends in %q", ErrSyntax, r.open[len(r.open)-1])
			}
			return 0, io.EOF
		}
		if r.pos < len(r.buf) && r.buf[r.pos] != '<' {
			raw, err := r.until("<", 0)
			if err != nil {
				return 0, err
			}
			if r.text, err = r.plain(raw); err != nil {
				return 0, err
			}
			return Text, nil
		}
		kind, seen, err := r.tag()
		if err != nil || seen {
			return kind, err
		}
	}
}

// fill reads more.
func (r *Reader) fill() error {
	if r.pos > 0 {
		r.buf = r.buf[:copy(r.buf, r.buf[r.pos:])]
		r.pos = 0
	}
	if len(r.buf) == cap(r.buf) {
		if len(r.buf) > r.limits.Apart {
			return ErrLarge
		}
		r.buf = append(make([]byte, 0, max(1<<15, 2*cap(r.buf))), r.buf...)
	}
	if *r.limits.Left <= 0 {
		return ErrLarge
	}
	for range 100 { // a reader may give nothing, not for ever
		n, err := r.from.Read(r.buf[len(r.buf):min(int64(cap(r.buf)), int64(len(r.buf))+*r.limits.Left)])
		*r.limits.Left -= int64(n)
		r.buf = r.buf[:len(r.buf)+n]
		switch {
		case errors.Is(err, io.EOF):
			r.eof = true
			return nil
		case err != nil:
			return err
		case n > 0:
			return nil
		}
	}
	return io.ErrNoProgress
}

// until is what comes before an end, which is then the next: at the end of the
// file, all. It begins to look after skip bytes.
func (r *Reader) until(end string, skip int) ([]byte, error) {
	for {
		if len(r.buf)-r.pos > skip {
			if i := bytes.Index(r.buf[r.pos+skip:], []byte(end)); i >= 0 {
				if skip+i > r.limits.Apart {
					return nil, ErrLarge
				}
				s := r.buf[r.pos : r.pos+skip+i]
				r.pos += skip + i
				return s, nil
			}
		}
		if r.eof {
			s := r.buf[r.pos:]
			r.pos = len(r.buf)
			return s, nil
		}
		skip = max(skip, len(r.buf)-r.pos-len(end)+1)
		if skip > r.limits.Apart {
			return nil, ErrLarge
		}
		if err := r.fill(); err != nil {
			return nil, err
		}
	}
}

// past is [Reader.until] and the end itself, which has to be there.
func (r *Reader) past(end string, skip int) ([]byte, error) {
	s, err := r.until(end, skip)
	if err != nil {
		return nil, err
	}
	if r.pos >= len(r.buf) {
		return nil, fmt.Errorf("%w: it ends in a tag", ErrSyntax)
	}
	r.pos += len(end)
	return s, nil
}

// tag reads what begins with <. seen is false of what says nothing here.
func (r *Reader) tag() (kind Kind, seen bool, err error) {
	for len(r.buf)-r.pos < len("<![CDATA[") && !r.eof {
		if err := r.fill(); err != nil {
			return 0, false, err
		}
	}
	rest := r.buf[r.pos:]
	switch {
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		s, err := r.past("]]>", len("<![CDATA["))
		if err != nil {
			return 0, false, err
		}
		r.text = s[len("<![CDATA["):]
		return Text, true, r.sound(r.text)
	case bytes.HasPrefix(rest, []byte("<!--")):
		_, err := r.past("-->", len("<!--"))
		return 0, false, err
	case bytes.HasPrefix(rest, []byte("<?")):
		s, err := r.past("?>", len("<?"))
		if err == nil && bytes.HasPrefix(s, []byte("<?xml ")) {
			err = utf8Only(s)
		}
		return 0, false, err
	case bytes.HasPrefix(rest, []byte("<!")):
		return 0, false, r.doctype()
	case bytes.HasPrefix(rest, []byte("</")):
		s, err := r.past(">", len("</"))
		if err != nil {
			return 0, false, err
		}
		name := bytes.TrimRight(s[len("</"):], " \t\r\n")
		if n := len(r.open); n == 0 || r.open[n-1] != string(name) {
			return 0, false, fmt.Errorf("%w: %.40q is closed and not open", ErrSyntax, name)
		}
		r.shut()
		return End, true, nil
	}
	return Start, true, r.element()
}

// shut closes the innermost element.
func (r *Reader) shut() {
	n := len(r.open) - 1
	r.named(r.open[n])
	r.open = r.open[:n]
	r.attrs = r.attrs[:0]
}

func (r *Reader) named(whole string) {
	r.prefix, r.name = "", whole
	if i := strings.IndexByte(whole, ':'); i > 0 {
		r.prefix, r.name = whole[:i], whole[i+1:]
	}
}

// utf8Only refuses a text that says of itself that it is in another encoding.
func utf8Only(declaration []byte) error {
	_, says, ok := bytes.Cut(declaration, []byte("encoding"))
	if !ok {
		return nil
	}
	says = bytes.ToLower(bytes.Trim(bytes.TrimSpace(bytes.TrimLeft(says, " =\t\r\n")), `"'`))
	if !bytes.HasPrefix(says, []byte("utf-8")) && !bytes.HasPrefix(says, []byte("utf8")) && !bytes.HasPrefix(says, []byte("us-ascii")) {
		return fmt.Errorf("%w in UTF-8", ErrSyntax)
	}
	return nil
}

// doctype passes over a declaration, with those in its brackets.
func (r *Reader) doctype() error {
	depth, quote := 0, byte(0)
	for i := 0; ; i++ {
		for r.pos+i >= len(r.buf) {
			if r.eof {
				return fmt.Errorf("%w: it ends in a tag", ErrSyntax)
			}
			if i > r.limits.Apart {
				return ErrLarge
			}
			if err := r.fill(); err != nil {
				return err
			}
		}
		switch c := r.buf[r.pos+i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '<':
			depth++
		case c == '>':
			if depth--; depth == 0 {
				r.pos += i + 1
				return nil
			}
		}
	}
}
