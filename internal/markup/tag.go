package markup

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// tagEnd is what comes before the end of a tag, which is passed over, too. A >
// in quotation marks is no end.
func (r *Reader) tagEnd() ([]byte, error) {
	quote := byte(0)
	for i := 1; ; i++ {
		for r.pos+i >= len(r.buf) {
			if r.eof {
				return nil, fmt.Errorf("%w: it ends in a tag", ErrSyntax)
			}
			if i > r.limits.Apart {
				return nil, ErrLarge
			}
			if err := r.fill(); err != nil {
				return nil, err
			}
		}
		switch c := r.buf[r.pos+i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			s := r.buf[r.pos : r.pos+i]
			r.pos += i + 1
			return s, nil
		}
	}
}

// element reads the tag that begins an element.
func (r *Reader) element() error {
	s, err := r.tagEnd()
	if err != nil {
		return err
	}
	s = s[1:]
	if r.empty = bytes.HasSuffix(s, []byte("/")); r.empty {
		s = s[:len(s)-1]
	}
	n := bytes.IndexAny(s, " \t\r\n")
	if n < 0 {
		n = len(s)
	}
	if err := r.sound(s); err != nil {
		return err
	}
	if n == 0 || bytes.ContainsAny(s[:n], `<&'"/=`) {
		return fmt.Errorf("%w: %.40q is no name", ErrSyntax, s[:n])
	}
	whole, ok := r.names[string(s[:n])]
	if !ok {
		if whole = string(s[:n]); len(r.names) < 1000 {
			r.names[whole] = whole
		}
	}
	r.named(whole)
	if r.open = append(r.open, whole); len(r.open) > r.limits.Depth {
		return ErrLarge
	}
	return r.attributes(s[n:])
}

// attributes reads name="value" after each other.
func (r *Reader) attributes(s []byte) error {
	r.attrs = r.attrs[:0]
	for {
		if s = bytes.TrimLeft(s, " \t\r\n"); len(s) == 0 {
			return nil
		}
		i := bytes.IndexByte(s, '=')
		if i <= 0 {
			return fmt.Errorf("%w: an attribute has no value", ErrSyntax)
		}
		name := bytes.TrimRight(s[:i], " \t\r\n")
		if bytes.ContainsAny(name, " \t\r\n<&'\"") {
			return fmt.Errorf("%w: an attribute has no value", ErrSyntax)
		}
		if k := bytes.IndexByte(name, ':'); k > 0 {
			name = name[k+1:]
		}
		s = bytes.TrimLeft(s[i+1:], " \t\r\n")
		if len(s) < 2 || s[0] != '"' && s[0] != '\'' {
			return fmt.Errorf("%w: a value stands in no quotation marks", ErrSyntax)
		}
		end := bytes.IndexByte(s[1:], s[0])
		if end < 0 {
			return fmt.Errorf("%w: a value does not end", ErrSyntax)
		}
		value := s[1 : 1+end]
		s = s[end+2:]
		if bytes.IndexByte(value, '<') >= 0 {
			return fmt.Errorf("%w: a tag stands in a value", ErrSyntax)
		}
		if bytes.IndexByte(value, '&') >= 0 {
			got, err := unescape(nil, value)
			if err != nil {
				return err
			}
			value = got
		}
		r.attrs = append(r.attrs, attr{name, value})
	}
}

// plain is a text with its entities replaced and its lines ended by \n.
func (r *Reader) plain(raw []byte) ([]byte, error) {
	if err := r.sound(raw); err != nil {
		return nil, err
	}
	if bytes.IndexByte(raw, '&') >= 0 {
		got, err := unescape(r.scratch[:0], raw)
		if err != nil {
			return nil, err
		}
		r.scratch, raw = got, got
	}
	if bytes.IndexByte(raw, '\r') >= 0 {
		raw = bytes.ReplaceAll(bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}
	return raw, nil
}

// sound refuses what no XML may hold: bytes that are no UTF-8, and control
// characters.
func (r *Reader) sound(s []byte) error {
	ascii := true
	for _, c := range s {
		if c < ' ' && c != '\n' && c != '\t' && c != '\r' {
			return fmt.Errorf("%w: it holds a control character", ErrSyntax)
		}
		ascii = ascii && c < utf8.RuneSelf
	}
	if !ascii && !utf8.Valid(s) {
		return fmt.Errorf("%w: it is not UTF-8", ErrSyntax)
	}
	return nil
}
