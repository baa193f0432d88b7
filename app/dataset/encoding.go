package dataset

import (
	"bytes"
	"strings"
	unicodes "unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"c5atlas.org/c5atlas/internal/charset"
)

// decode is the text of a file of the package.
func (p *files) decode(data, declared string) (string, error) {
	if p.vouched {
		return data, nil
	}
	return decode(data, declared)
}

// decode turns the bytes of a file into text. A byte order mark outweighs what
// the descriptor declares; without either it is UTF-8. The error is a sentence
// for a finding.
func decode(data, declared string) (string, error) {
	for _, bom := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		rest, ok := strings.CutPrefix(data, bom)
		switch {
		case !ok:
		case len(bom) == 3:
			return checked(rest, "UTF-8")
		default:
			return transcode(data, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM))
		}
	}
	name := encodingName(declared)
	switch name {
	case "", "utf8":
		return checked(data, "UTF-8")
	case "utf16", "utf16le":
		return transcode(data, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM))
	case "utf16be":
		return transcode(data, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM))
	}
	for _, page := range charset.All() {
		if encodingName(page.Name()) == name {
			return checked(page.Decode(data), declared)
		}
	}
	return "", Phrase{Key: "finding.encoding", Name: declared}
}

// DecodeText turns the bytes of a text that anyone may have saved into UTF-8,
// as tables are read: by its byte order mark, by the encoding that it declares
// ("" for none), else as UTF-8, else in the encoding of which it makes sense.
// The error is a sentence for a person.
func DecodeText(data, declared string) (string, error) {
	text, err := decode(data, declared)
	if err == nil {
		return text, nil
	}
	if as, _, ok := guess(data); ok {
		return as, nil
	}
	return "", err
}

// guess is what a text without a byte order mark is that is not UTF-8: of the
// two encodings in which spreadsheets still save, the one in which no word mixes
// Latin and Cyrillic and no sign is odd. Without one, ok is false.
func guess(data string) (text, name string, ok bool) {
	for _, page := range []*charset.Page{charset.Windows1251(), charset.Windows1252()} {
		if text, err := checked(page.Decode(data), ""); err == nil && sensible(text) {
			return text, page.Name(), true
		}
	}
	return "", "", false
}

// sensible reports whether a text is made of words of one script each, with the
// letters and signs that European languages have.
func sensible(s string) bool {
	latin, cyrillic := false, false
	var before rune
	for _, c := range s {
		switch {
		case unicodes.Is(unicodes.Latin, c):
			latin = true
		case unicodes.Is(unicodes.Cyrillic, c):
			cyrillic = true
		case c == '\'' || c == '’' || unicodes.IsDigit(c): // within words, or beside them
		case c < utf8.RuneSelf, strings.ContainsRune("«»„“”‘–—…№\u00a0§°·€±•©", c):
			latin, cyrillic = false, false
		default:
			return false
		}
		if latin && cyrillic || unicodes.IsUpper(c) && unicodes.IsLower(before) { // "КиСв"
			return false
		}
		before = c
	}
	return true
}

// encodingName folds the spellings of an encoding: "Windows-1251", "cp1251" and
// "windows 1251" are one.
func encodingName(s string) string {
	s = strings.Map(func(c rune) rune {
		if strings.ContainsRune("-_ ()", c) {
			return -1
		}
		return c
	}, strings.ToLower(s))
	if rest, ok := strings.CutPrefix(s, "cp125"); ok {
		return "windows125" + rest
	}
	if rest, ok := strings.CutPrefix(s, "ibmcodepage"); ok {
		return "cp" + rest
	}
	return s
}

// transcode turns UTF-16, in the order of bytes of e, into UTF-8.
func transcode(data string, e encoding.Encoding) (string, error) {
	const name = "UTF-16"
	out, err := e.NewDecoder().Bytes([]byte(data))
	if err != nil {
		return "", Phrase{Key: "finding.notText", Name: name}
	}
	return checked(string(bytes.TrimPrefix(out, []byte("\xef\xbb\xbf"))), name)
}

func checked(s, name string) (string, error) {
	if !utf8.ValidString(s) || strings.IndexByte(s, 0) >= 0 {
		return "", Phrase{Key: "finding.notText", Name: name}
	}
	return s, nil
}
