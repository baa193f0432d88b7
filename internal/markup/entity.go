package markup

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// maxEntity is how long an entity can be: &#x10ffff;.
const maxEntity = 12

// unescape appends s with its entities replaced. Those that a file declares are
// not known: they are how a short file becomes a long one.
func unescape(out, s []byte) ([]byte, error) {
	for {
		i := bytes.IndexByte(s, '&')
		if i < 0 {
			return append(out, s...), nil
		}
		out = append(out, s[:i]...)
		s = s[i+1:]
		end := bytes.IndexByte(s[:min(len(s), maxEntity)], ';')
		if end < 0 {
			return nil, fmt.Errorf("%w: an & stands alone", ErrSyntax)
		}
		name := string(s[:end])
		s = s[end+1:]
		switch name {
		case "amp":
			out = append(out, '&')
			continue
		case "lt":
			out = append(out, '<')
			continue
		case "gt":
			out = append(out, '>')
			continue
		case "quot":
			out = append(out, '"')
			continue
		case "apos":
			out = append(out, '\'')
			continue
		}
		c, ok := numbered(name)
		if !ok {
			return nil, fmt.Errorf("%w: the entity %q is not known", ErrSyntax, name)
		}
		out = utf8.AppendRune(out, c)
	}
}

// numbered is the character of #233 or #xe9, if XML may hold it.
func numbered(name string) (rune, bool) {
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	c := rune(n)
	if err != nil || n > utf8.MaxRune || !utf8.ValidRune(c) || c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0xfffe || c == 0xffff {
		return 0, false
	}
	return c, true
}
