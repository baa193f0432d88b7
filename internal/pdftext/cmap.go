package pdftext

import (
	"slices"
	"unicode/utf16"

	"c5atlas.org/c5atlas/internal/sorts"
)

// A cmap says which letters the codes of a font are.
type cmap struct {
	single map[int]string
	ranges []span16 // sorted by low
}

// span16 is codes in a row whose letters are in a row, too.
type span16 struct {
	low, high int
	to        []uint16 // letters of low
}

const maxLetters = 32 // of one code

// readCmap reads a /ToUnicode.
func (f *file) readCmap(data []byte) *cmap {
	m := &cmap{single: map[int]string{}}
	l := &lexer{data: data, budget: f.budget}
	var args []object
	for {
		o := l.next()
		if l.end {
			break
		}
		word, ok := o.(op)
		if !ok {
			if f.budget.words(kept); len(args) < maxArray {
				args = append(args, o)
			}
			continue
		}
		switch word {
		case "endbfchar":
			for i := 0; i+1 < len(args); i += 2 {
				m.put(args[i], args[i+1])
			}
		case "endbfrange":
			for i := 0; i+2 < len(args); i += 3 {
				m.putRange(args[i], args[i+1], args[i+2])
			}
		}
		args = args[:0]
	}
	sorts.Stable(m.ranges, func(a, b span16) int { return a.low - b.low })
	return m
}

// code is the number that a code of one or two bytes is.
func code(o object) (int, bool) {
	s, ok := o.(str)
	if !ok || len(s) == 0 || len(s) > 2 {
		return 0, false
	}
	n := int(s[0])
	if len(s) == 2 {
		n = n<<8 | int(s[1])
	}
	return n, true
}

// units is a string of UTF-16.
func units(o object) []uint16 {
	s, _ := o.(str)
	if len(s) == 1 {
		return []uint16{uint16(s[0])}
	}
	var u []uint16
	for i := 0; i+1 < len(s) && len(u) < maxLetters; i += 2 {
		u = append(u, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return u
}

func (m *cmap) put(from, to object) {
	if c, ok := code(from); ok {
		m.single[c] = string(utf16.Decode(units(to)))
	}
}

func (m *cmap) putRange(low, high, to object) {
	a, ok := code(low)
	b, ok2 := code(high)
	if !ok || !ok2 || b < a {
		return
	}
	if list, ok := to.(array); ok {
		for i, x := range list {
			if a+i <= b {
				m.single[a+i] = string(utf16.Decode(units(x)))
			}
		}
		return
	}
	if u := units(to); len(u) > 0 {
		m.ranges = append(m.ranges, span16{a, b, u})
	}
}

// text is the letters of a code.
func (m *cmap) text(code int) (string, bool) {
	if t, ok := m.single[code]; ok {
		return t, true
	}
	i, found := slices.BinarySearchFunc(m.ranges, code, func(s span16, c int) int { return s.low - c })
	if !found {
		i--
	}
	if i < 0 || code > m.ranges[i].high {
		return "", false
	}
	u := slices.Clone(m.ranges[i].to)
	u[len(u)-1] += uint16(code - m.ranges[i].low)
	return string(utf16.Decode(u)), true
}
