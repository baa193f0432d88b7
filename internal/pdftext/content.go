package pdftext

import (
	"math"
	"unicode/utf16"

	"c5atlas.org/c5atlas/internal/charset"
)

// Limits on what the content of a page does.
const (
	maxForms  = 8       // pictures with text in each other
	maxStates = 500     // kept at a time
	maxArgs   = 1000    // operands of an operator
	maxSpans  = 200_000 // pieces of text on a page; a full page of a newspaper has some 20,000
)

// A span is letters that one operator shows, where they stand along their own
// baseline.
type span struct {
	x, y float64 // where it begins; y grows downwards
	end  float64 // x where it ends
	size float64 // of type
	turn int     // quarters by which the text is turned; text that stands askew is left out
	text string
}

// matrix is a b c d e f.
type matrix [6]float64

var unit = matrix{1, 0, 0, 1, 0, 0}

// mul is m, then n.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// state is what q keeps and Q gives back.
type state struct {
	ctm                             matrix
	font                            *font
	size, chars, words, scale, lead float64
	rise                            float64
}

// mark is marked content that is open.
type mark struct {
	from   int    // of the spans
	actual string // what the letters in it are, if it says so
	says   bool
	hidden bool // it is no part of the text: a head, a number of a page
}

// content is the reading of one page.
type content struct {
	f         *file
	spans     []span
	state     state
	states    []state
	text      matrix // of the next letter
	line      matrix // of the beginning of its line
	marks     []mark
	hidden    int
	resources dict
	forms     int
}

// spans reads what a page shows, in the order in which it is drawn.
func (f *file) spans(p page) []span {
	c := &content{f: f, resources: f.dict(p.resources), state: state{ctm: unit, scale: 1}}
	parts := f.array(p.contents)
	if parts == nil {
		parts = array{p.contents}
	}
	var data []byte
	for _, part := range parts {
		if _, b := f.stream(part); len(parts) == 1 {
			data = b
		} else {
			data = append(append(data, b...), '\n')
		}
	}
	c.run(data)
	return c.spans
}

// run does what the operators say.
func (c *content) run(data []byte) {
	l := &lexer{data: data, budget: c.f.budget}
	var args []object
	for {
		o := l.next()
		if l.end {
			return
		}
		word, ok := o.(op)
		if !ok {
			if len(args) < maxArgs {
				args = append(args, o)
			}
			continue
		}
		if word == "ID" {
			skipImage(l)
		} else {
			c.do(word, args)
		}
		args = args[:0]
	}
}

// skipImage passes over a picture that stands in the content.
func skipImage(l *lexer) {
	for i := l.pos; i+2 < len(l.data); i++ {
		if l.data[i] == 'E' && l.data[i+1] == 'I' && isSpace(l.data[i-1]) && isSpace(l.data[i+2]) {
			l.pos = i + 2
			return
		}
	}
	l.pos = len(l.data)
}

// numbers reads operands; those that are missing are 0.
func numbers(args []object, n int) []float64 {
	list := make([]float64, n)
	for i := range min(n, len(args)) {
		x, _ := args[i].(float64)
		if math.Abs(x) < 1e9 {
			list[i] = x
		}
	}
	return list
}

func (c *content) do(word op, args []object) {
	one := func() float64 { return numbers(args, 1)[0] }
	switch word {
	case "q":
		if len(c.states) < maxStates {
			c.states = append(c.states, c.state)
		}
	case "Q":
		if n := len(c.states); n > 0 {
			c.state, c.states = c.states[n-1], c.states[:n-1]
		}
	case "cm":
		c.state.ctm = matrix(numbers(args, 6)).mul(c.state.ctm)
	case "BT":
		c.text, c.line = unit, unit
	case "Tf":
		if len(args) == 2 {
			if n, ok := args[0].(name); ok {
				c.state.font = c.f.font(c.f.dict(c.resources["Font"])[n])
			}
			c.state.size = numbers(args, 2)[1]
		}
	case "Tc":
		c.state.chars = one()
	case "Tw":
		c.state.words = one()
	case "Tz":
		c.state.scale = one() / 100
	case "TL":
		c.state.lead = one()
	case "Ts":
		c.state.rise = one()
	case "Td", "TD":
		v := numbers(args, 2)
		if word == "TD" {
			c.state.lead = -v[1]
		}
		c.down(v[0], v[1])
	case "Tm":
		c.line = matrix(numbers(args, 6))
		c.text = c.line
	case "T*":
		c.down(0, -c.state.lead)
	case "Tj", "'", `"`:
		if word != "Tj" {
			c.down(0, -c.state.lead)
		}
		if word == `"` && len(args) == 3 {
			v := numbers(args, 2)
			c.state.words, c.state.chars = v[0], v[1]
		}
		if len(args) > 0 {
			s, _ := args[len(args)-1].(str)
			c.show(s)
		}
	case "TJ":
		if len(args) > 0 {
			list, _ := args[0].(array)
			for _, o := range list {
				switch o := o.(type) {
				case str:
					c.show(o)
				case float64:
					c.on(-o / 1000 * c.state.size * c.state.scale)
				}
			}
		}
	case "Do":
		if len(args) > 0 {
			n, _ := args[0].(name)
			c.form(c.f.dict(c.resources["XObject"])[n])
		}
	case "BMC", "BDC":
		c.open(args)
	case "EMC":
		c.close()
	}
}

func (c *content) down(x, y float64) {
	c.line = matrix{1, 0, 0, 1, x, y}.mul(c.line)
	c.text = c.line
}

func (c *content) on(x float64) { c.text = matrix{1, 0, 0, 1, x, 0}.mul(c.text) }

// show shows a string.
func (c *content) show(s str) {
	if c.state.font == nil || len(s) == 0 {
		return
	}
	b := c.f.budget
	b.words(len(s))
	from := matrix{1, 0, 0, 1, 0, c.state.rise}.mul(c.text).mul(c.state.ctm)
	var text []byte
	for _, g := range c.state.font.glyphs(s) {
		text = append(text, g.text...)
		w := g.width*c.state.size + c.state.chars
		if g.blank {
			w += c.state.words
		}
		c.on(w * c.state.scale)
	}
	b.text(len(text))
	to := matrix{1, 0, 0, 1, 0, c.state.rise}.mul(c.text).mul(c.state.ctm)
	size := math.Abs(c.state.size) * math.Hypot(from[2], from[3])
	if c.hidden > 0 || len(text) == 0 || size == 0 || math.IsNaN(size) || math.IsInf(size, 0) {
		return
	}
	sp := span{size: size, text: string(text)}
	dx, dy := from[0], from[1] // of the baseline
	switch {
	case math.Abs(dy) < 0.1*math.Abs(dx) && dx > 0:
		sp.x, sp.y, sp.end = from[4], -from[5], to[4]
	case math.Abs(dy) < 0.1*math.Abs(dx):
		sp.turn, sp.x, sp.y, sp.end = 2, -from[4], from[5], -to[4]
	case math.Abs(dx) < 0.1*math.Abs(dy) && dy > 0:
		sp.turn, sp.x, sp.y, sp.end = 1, from[5], from[4], to[5]
	case math.Abs(dx) < 0.1*math.Abs(dy):
		sp.turn, sp.x, sp.y, sp.end = 3, -from[5], -from[4], -to[5]
	default:
		return
	}
	if len(c.spans) >= maxSpans {
		panic(spent{})
	}
	c.spans = append(c.spans, sp)
}

// form draws what stands in an object of its own.
func (c *content) form(o object) {
	id, ok := o.(ref)
	if !ok || c.forms >= maxForms || c.f.at[id].in == nil {
		return
	}
	head := c.f.dict(id)
	if c.f.get(head["Subtype"]) != name("Form") {
		return
	}
	d, data := c.f.stream(id)
	was, states, resources := c.state, c.states, c.resources
	if m := c.f.array(d["Matrix"]); len(m) == 6 {
		c.state.ctm = matrix(numbers(m, 6)).mul(c.state.ctm)
	}
	if r := c.f.dict(d["Resources"]); r != nil {
		c.resources = r
	}
	c.states = nil
	c.forms++
	c.run(data)
	c.forms--
	c.state, c.states, c.resources = was, states, resources
}

// open begins marked content.
func (c *content) open(args []object) {
	m := mark{from: len(c.spans)}
	if len(c.marks) >= maxStates {
		panic(spent{})
	}
	if len(args) > 0 {
		m.hidden = args[0] == name("Artifact")
	}
	if len(args) > 1 {
		d, ok := args[1].(dict)
		if n, named := args[1].(name); named {
			d, ok = c.f.dict(c.f.dict(c.resources["Properties"])[n]), true
		}
		if s, says := c.f.get(d["ActualText"]).(str); ok && says {
			m.actual, m.says = textString(s), true
		}
	}
	if m.hidden {
		c.hidden++
	}
	c.marks = append(c.marks, m)
}

// close ends marked content. What it says its letters are takes their place.
func (c *content) close() {
	n := len(c.marks) - 1
	if n < 0 {
		return
	}
	m := c.marks[n]
	c.marks = c.marks[:n]
	if m.hidden {
		c.hidden--
	}
	if !m.says || m.from >= len(c.spans) {
		return
	}
	c.f.budget.text(len(m.actual))
	s := &c.spans[m.from]
	s.text, s.end = m.actual, c.spans[len(c.spans)-1].end
	c.spans = c.spans[:m.from+1]
}

// textString is a string that is text and no codes of a font.
func textString(s str) string {
	if len(s) < 2 || s[0] != 0xfe || s[1] != 0xff {
		return charset.Windows1252().Decode(string(s))
	}
	var u []uint16
	for i := 2; i+1 < len(s); i += 2 {
		u = append(u, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(u))
}
