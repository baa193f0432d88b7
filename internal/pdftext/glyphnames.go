package pdftext

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// standard is where Adobe's StandardEncoding differs from Windows-1252 (ISO
// 32000, annex D.2).
var standard = map[int]string{
	0x27: "’", 0x60: "‘", 0xa1: "¡", 0xa2: "¢", 0xa3: "£", 0xa4: "⁄", 0xa5: "¥", 0xa6: "ƒ", 0xa7: "§", 0xa8: "¤", 0xa9: "'", 0xaa: "“", 0xab: "«",
	0xac: "‹", 0xad: "›", 0xae: "fi", 0xaf: "fl", 0xb1: "–", 0xb2: "†", 0xb3: "‡", 0xb4: "·", 0xb6: "¶", 0xb7: "•", 0xb8: "‚", 0xb9: "„", 0xba: "”",
	0xbb: "»", 0xbc: "…", 0xbd: "‰", 0xbf: "¿", 0xc1: "`", 0xc2: "´", 0xc3: "ˆ", 0xc4: "˜", 0xc5: "¯", 0xc6: "˘", 0xc7: "˙", 0xc8: "¨", 0xca: "˚",
	0xcb: "¸", 0xcd: "˝", 0xce: "˛", 0xcf: "ˇ", 0xd0: "—", 0xe1: "Æ", 0xe3: "ª", 0xe8: "Ł", 0xe9: "Ø", 0xea: "Œ", 0xeb: "º", 0xf1: "æ", 0xf5: "ı",
	0xf8: "ł", 0xf9: "ø", 0xfa: "œ", 0xfb: "ß",
}

// glyphNames are the names of the Adobe Glyph List that text in Latin script
// needs and that follow no rule.
var glyphNames = map[string]string{
	"space": " ", "nbspace": "\u00a0", "exclam": "!", "quotedbl": `"`, "numbersign": "#", "dollar": "$", "percent": "%", "ampersand": "&", "quotesingle": "'",
	"quoteright": "’", "quoteleft": "‘", "parenleft": "(", "parenright": ")", "asterisk": "*", "plus": "+", "comma": ",", "hyphen": "-", "sfthyphen": "\u00ad", "softhyphen": "\u00ad",
	"minus": "−", "period": ".", "slash": "/", "colon": ":", "semicolon": ";", "less": "<", "equal": "=", "greater": ">", "question": "?", "at": "@",
	"bracketleft": "[", "backslash": `\`, "bracketright": "]", "asciicircum": "^", "underscore": "_", "grave": "`", "braceleft": "{", "bar": "|", "braceright": "}",
	"asciitilde": "~", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
	"quotedblleft": "“", "quotedblright": "”", "quotesinglbase": "‚", "quotedblbase": "„", "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹",
	"guilsinglright": "›", "endash": "–", "emdash": "—", "bullet": "•", "ellipsis": "…", "dagger": "†", "daggerdbl": "‡", "section": "§", "paragraph": "¶",
	"periodcentered": "·", "degree": "°", "copyright": "©", "registered": "®", "trademark": "™", "Euro": "€", "sterling": "£", "yen": "¥", "cent": "¢",
	"multiply": "×", "divide": "÷", "plusminus": "±", "perthousand": "‰", "onehalf": "½", "onequarter": "¼", "threequarters": "¾", "germandbls": "ß",
	"ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "oslash": "ø", "Oslash": "Ø", "lslash": "ł", "Lslash": "Ł", "dotlessi": "ı", "dcroat": "đ", "Dcroat": "Đ",
	"eth": "ð", "Eth": "Ð", "thorn": "þ", "Thorn": "Þ", "exclamdown": "¡", "questiondown": "¿", "ff": "ff", "fi": "fi", "fl": "fl", "ffi": "ffi", "ffl": "ffl", "afii61352": "№",
}

// accents are how names of letters with one end.
var accents = map[string]string{
	"grave": "\u0300", "acute": "\u0301", "circumflex": "\u0302", "tilde": "\u0303", "macron": "\u0304", "breve": "\u0306", "dotaccent": "\u0307",
	"dieresis": "\u0308", "ring": "\u030a", "hungarumlaut": "\u030b", "caron": "\u030c", "cedilla": "\u0327", "ogonek": "\u0328", "commaaccent": "\u0327",
}

// Cyrillic letters are afii10017 and on, in the order of the Russian alphabet and
// then the others.
const (
	cyrillic      = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯҐЂЃЄЅІЇЈЉЊЋЌЎ" // 10017
	cyrillicSmall = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяґђѓєѕіїјљњћќў" // 10065
)

// letter is what a glyph of that name shows; "" if the name tells nothing.
func letter(name string) string {
	name, _, _ = strings.Cut(name, ".") // "a.sc" is an a
	if strings.Contains(name, "_") && len(name) < 40 {
		var b strings.Builder
		for part := range strings.SplitSeq(name, "_") {
			b.WriteString(letter(part))
		}
		return b.String()
	}
	if t, ok := glyphNames[name]; ok || len(name) == 1 {
		if ok {
			return t
		}
		return name
	}
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex) >= 4 {
		if n, err := strconv.ParseUint(hex[:4], 16, 16); err == nil {
			return string(rune(n))
		}
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		if n, err := strconv.ParseUint(hex, 16, 21); err == nil {
			return string(rune(n))
		}
	}
	if digits, ok := strings.CutPrefix(name, "afii"); ok {
		n, _ := strconv.Atoi(digits)
		for first, letters := range map[int]string{10017: cyrillic, 10065: cyrillicSmall} {
			if r := []rune(letters); n >= first && n < first+len(r) {
				return string(r[n-first])
			}
		}
		switch n {
		case 10145:
			return "Џ"
		case 10193:
			return "џ"
		}
	}
	if len(name) > 1 && len(name) < 20 {
		if mark := accents[name[1:]]; mark != "" {
			return norm.NFC.String(name[:1] + mark)
		}
	}
	return ""
}
