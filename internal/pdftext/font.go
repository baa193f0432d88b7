package pdftext

import (
	"strings"
	"unicode/utf16"

	"c5atlas.org/c5atlas/internal/charset"
)

// A font says of the codes of a string which letters they are and how wide.
type font struct {
	wide      bool // codes have two bytes
	toUnicode *cmap
	letters   [256]string // of a font with codes of one byte, by its encoding
	utf16     bool        // the codes are UTF-16
	widths    map[int]float64
	width     float64 // of all others, in parts of the size
}

// A glyph is one code of a string.
type glyph struct {
	text  string
	width float64 // in parts of the size of type
	blank bool    // the code for which extra space between words counts
}

// font reads a font of the resources; each is read once.
func (f *file) font(o object) *font {
	id, named := o.(ref)
	if named {
		if t, ok := f.fonts[id]; ok {
			return t
		}
	}
	t := f.readFont(f.dict(o))
	if named {
		f.fonts[id] = t
	}
	return t
}

func (f *file) readFont(d dict) *font {
	f.budget.words(1024)
	t := &font{width: 0.5, widths: map[int]float64{}}
	if _, data := f.stream(d["ToUnicode"]); data != nil {
		t.toUnicode = f.readCmap(data)
	}
	if f.get(d["Subtype"]) == name("Type0") {
		t.wide = true
		encoding, _ := f.get(d["Encoding"]).(name)
		t.utf16 = strings.Contains(string(encoding), "UCS2") || strings.Contains(string(encoding), "UTF16")
		if below := f.array(d["DescendantFonts"]); len(below) > 0 {
			f.readWide(t, f.dict(below[0]))
		}
		return t
	}
	unit := 0.001
	if m := f.array(d["FontMatrix"]); f.get(d["Subtype"]) == name("Type3") && len(m) == 6 {
		unit = f.number(m[0])
	}
	base, _ := f.get(d["BaseFont"]).(name)
	if strings.Contains(string(base), "Courier") {
		t.width = 0.6
	}
	if w, ok := f.get(f.dict(d["FontDescriptor"])["MissingWidth"]).(float64); ok && w > 0 {
		t.width = w * unit
	}
	first := integer(f.get(d["FirstChar"]))
	for i, w := range f.array(d["Widths"]) {
		if i == 256 {
			break
		}
		t.widths[first+i] = f.number(w) * unit
	}
	f.readEncoding(t, d["Encoding"])
	return t
}

// readWide reads the widths of a font whose codes have two bytes.
func (f *file) readWide(t *font, d dict) {
	t.width = 1
	if w, ok := f.get(d["DW"]).(float64); ok {
		t.width = w / 1000
	}
	w := f.array(d["W"])
	for i := 0; i+1 < len(w); {
		first := integer(f.get(w[i]))
		if list := f.array(w[i+1]); list != nil {
			for k, x := range list {
				f.budget.words(kept)
				t.widths[first+k] = f.number(x) / 1000
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			return
		}
		for code := max(0, first); code <= min(integer(f.get(w[i+1])), 0xffff); code++ {
			f.budget.words(kept)
			t.widths[code] = f.number(w[i+2]) / 1000
		}
		i += 3
	}
}

// readEncoding reads which letters codes of one byte are.
func (f *file) readEncoding(t *font, o object) {
	o = f.get(o)
	base, _ := o.(name)
	d, _ := o.(dict)
	if d != nil {
		base, _ = f.get(d["BaseEncoding"]).(name)
	}
	page := charset.Windows1252()
	if base == "MacRomanEncoding" {
		page = charset.Macintosh()
	}
	for i := 0x20; i < 256; i++ {
		t.letters[i] = string(page.Letter(byte(i)))
	}
	if base == "" || base == "StandardEncoding" {
		for code, glyph := range standard {
			t.letters[code] = glyph
		}
	}
	code := 0
	for _, x := range f.array(d["Differences"]) {
		f.budget.words(1)
		switch x := f.get(x).(type) {
		case float64:
			code = integer(x)
		case name:
			if code >= 0 && code < 256 {
				t.letters[code] = letter(string(x))
			}
			code++
		}
	}
}

// glyphs is what a string shows.
func (t *font) glyphs(s str) []glyph {
	list := make([]glyph, 0, len(s))
	step := 1
	if t.wide {
		step = 2
	}
	for i := 0; i+step <= len(s); i += step {
		code := int(s[i])
		if t.wide {
			code = code<<8 | int(s[i+1])
		}
		text, known := "", false
		if t.toUnicode != nil {
			text, known = t.toUnicode.text(code)
		}
		switch {
		case known:
		case t.utf16:
			text = string(utf16.Decode([]uint16{uint16(code)}))
		case !t.wide:
			text = t.letters[code]
		}
		w, ok := t.widths[code]
		if !ok {
			w = t.width
		}
		list = append(list, glyph{text, w, !t.wide && code == ' '})
	}
	return list
}
