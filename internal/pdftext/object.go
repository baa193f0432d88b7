package pdftext

import (
	"bytes"
	"strconv"
	"strings"
)

// An object is nil, a bool, float64, str, name, op, array, dict or ref.
type object any

type (
	str   string // the bytes of a string
	name  string
	op    string // a word that is none of the others: an operator, "obj", "R"
	array []object
	dict  map[name]object
	ref   int32 // the number of an indirect object; its generation tells nothing
)

// Limits on one object.
const (
	maxNested = 50      // arrays and dictionaries in each other
	maxArray  = 200_000 // elements; widths of a font have 65,536
	kept      = 4       // words that one costs which is kept, for it takes memory
	dictCost  = 10      // words that a dictionary costs besides
)

// A lexer reads the words of the language. After the last one it gives nil with
// end set.
type lexer struct {
	data   []byte
	pos    int
	end    bool
	budget *budget
	depth  int
	refs   bool // "1 0 R" is a reference, as in a file; not in the content of a page
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0 || c == '\f'
}

func isDelim(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// blank passes over white space and remarks.
func (l *lexer) blank() {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case isSpace(c):
			l.pos++
		case c == '%':
			if n := bytes.IndexAny(l.data[l.pos:], "\r\n"); n >= 0 {
				l.pos += n
			} else {
				l.pos = len(l.data)
			}
		default:
			return
		}
	}
}

// next reads one object. What closes an array or a dictionary that is not open
// is passed over.
func (l *lexer) next() object {
	for {
		o := l.word()
		if o != op("]") && o != op(">>") || l.end {
			return o
		}
	}
}

// word is [lexer.next], which also gives op("]") and op(">>").
func (l *lexer) word() object {
	if l.refs {
		l.budget.words(kept)
	} else {
		l.budget.words(1)
	}
	l.blank()
	if l.pos >= len(l.data) {
		l.end = true
		return nil
	}
	switch c := l.data[l.pos]; c {
	case '(':
		return l.literal()
	case '/':
		l.pos++
		return l.name()
	case '[':
		l.pos++
		return l.array()
	case ']', '{', '}', ')':
		l.pos++
		return op(c)
	case '<':
		if l.pos++; l.pos < len(l.data) && l.data[l.pos] == '<' {
			l.pos++
			return l.dict()
		}
		return l.hex()
	case '>':
		if l.pos++; l.pos < len(l.data) && l.data[l.pos] == '>' {
			l.pos++
		}
		return op(">>")
	}
	start := l.pos
	for l.pos < len(l.data) && !isSpace(l.data[l.pos]) && !isDelim(l.data[l.pos]) {
		l.pos++
	}
	w := l.data[start:l.pos]
	if n, ok := number(w); ok {
		if l.refs && n >= 0 && n < 1<<31 && n == float64(int32(n)) && l.reference() {
			return ref(n)
		}
		if n >= 0 && n < float64(len(small)) && n == float64(int(n)) {
			return small[int(n)]
		}
		return n
	}
	if o, ok := known[string(w)]; ok {
		return o
	}
	return op(w)
}

// small and known are objects that need not be made anew each time.
var (
	small = func() (list [1024]object) {
		for i := range list {
			list[i] = float64(i)
		}
		return list
	}()
	known = func() map[string]object {
		m := map[string]object{"true": true, "false": false, "null": nil}
		for word := range strings.FieldsSeq("q Q cm w J j M d ri i gs m l c v y h re S s f F f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ ' \" " +
			"CS cs SC SCN sc scn G g RG rg K k sh BI ID EI Do MP DP BMC BDC EMC obj endobj stream endstream R") {
			m[word] = op(word)
		}
		return m
	}()
)

// reference reports whether "0 R" follows, and passes over it.
func (l *lexer) reference() bool {
	i := l.pos
	skip := func(is func(byte) bool) bool {
		start := i
		for i < len(l.data) && i-start < 12 && is(l.data[i]) {
			i++
		}
		return i > start
	}
	if !skip(isSpace) || !skip(func(c byte) bool { return c >= '0' && c <= '9' }) || !skip(isSpace) || i >= len(l.data) || l.data[i] != 'R' {
		return false
	}
	if i++; i < len(l.data) && !isSpace(l.data[i]) && !isDelim(l.data[i]) {
		return false
	}
	l.pos = i
	return true
}

// number reads a number as PDF writes it: a sign, digits, one dot.
func number(w []byte) (float64, bool) {
	digits, i := false, 0
	if len(w) == 0 || len(w) > 40 {
		return 0, false
	}
	if w[0] == '-' || w[0] == '+' {
		i++
	}
	n, part := 0.0, 0.0
	for ; i < len(w); i++ {
		switch c := w[i]; {
		case c >= '0' && c <= '9':
			digits = true
			if part == 0 {
				n = n*10 + float64(c-'0')
			} else {
				n += float64(c-'0') * part
				part /= 10
			}
		case c == '.' && part == 0:
			part = 0.1
		default:
			return 0, false
		}
	}
	if w[0] == '-' {
		n = -n
	}
	return n, digits || part != 0
}

// literal is a string in parentheses.
func (l *lexer) literal() str {
	l.pos++
	var b []byte
	for open := 1; l.pos < len(l.data); {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return str(b)
			}
		case '\\':
			b = l.escape(b)
			continue
		}
		b = append(b, c)
	}
	return str(b)
}

// escape reads what stands after a backslash.
func (l *lexer) escape(b []byte) []byte {
	if l.pos >= len(l.data) {
		return b
	}
	c := l.data[l.pos]
	l.pos++
	switch c {
	case 'n':
		return append(b, '\n')
	case 'r':
		return append(b, '\r')
	case 't':
		return append(b, '\t')
	case 'b', 'f':
		return append(b, ' ')
	case '\r':
		if l.pos < len(l.data) && l.data[l.pos] == '\n' {
			l.pos++
		}
		return b
	case '\n':
		return b
	}
	if c < '0' || c > '7' {
		return append(b, c)
	}
	n := int(c - '0')
	for k := 0; k < 2 && l.pos < len(l.data) && l.data[l.pos] >= '0' && l.data[l.pos] <= '7'; k++ {
		n = n*8 + int(l.data[l.pos]-'0')
		l.pos++
	}
	return append(b, byte(n))
}

// hex is a string in angle brackets.
func (l *lexer) hex() str {
	var b []byte
	high, half := byte(0), false
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		n, ok := unhex(c)
		switch {
		case !ok:
		case half:
			b, half = append(b, high<<4|n), false
		default:
			high, half = n, true
		}
	}
	if half {
		b = append(b, high<<4)
	}
	return str(b)
}

func unhex(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10, true
	}
	return 0, false
}

func (l *lexer) name() name {
	start := l.pos
	for l.pos < len(l.data) && !isSpace(l.data[l.pos]) && !isDelim(l.data[l.pos]) {
		l.pos++
	}
	w := l.data[start:l.pos]
	if bytes.IndexByte(w, '#') < 0 {
		return name(w)
	}
	var b []byte
	for i := 0; i < len(w); i++ {
		if w[i] == '#' && i+2 < len(w) {
			if n, err := strconv.ParseUint(string(w[i+1:i+3]), 16, 8); err == nil {
				b = append(b, byte(n))
				i += 2
				continue
			}
		}
		b = append(b, w[i])
	}
	return name(b)
}

func (l *lexer) deeper() {
	if l.depth++; l.depth > maxNested {
		panic(spent{})
	}
}

func (l *lexer) array() array {
	l.deeper()
	defer func() { l.depth-- }()
	var a array
	for {
		o := l.word()
		if l.end || o == op("]") {
			return a
		}
		if len(a) >= maxArray {
			panic(spent{})
		}
		a = append(a, o)
	}
}

func (l *lexer) dict() dict {
	l.deeper()
	defer func() { l.depth-- }()
	l.budget.words(dictCost)
	d := dict{}
	for {
		key := l.word()
		if l.end || key == op(">>") {
			return d
		}
		k, ok := key.(name)
		if !ok {
			continue
		}
		value := l.word()
		if l.end || value == op(">>") {
			return d
		}
		d[k] = value
	}
}
