package hostile

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"strings"
)

// viewKeyword is that of the text in a picture that holds its view.
const viewKeyword = "x-c5atlas-view"

// view is a whole one; evidence is a picture's.
const (
	view     = `{"status":"","chart":"domains","lang":"en","theme":"light"}`
	evidence = `{"format":1,"view":` + view + `,"tables":[{"name":"a","columns":["x","count"],"rows":[["y","1"]]}]}`
)

func chunk(kind string, data []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	out = append(append(out, kind...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

func deflated(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		panic(err) // into memory
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// itxt is a text of a picture, compressed.
func itxt(keyword, text string) []byte {
	return chunk("iTXt", append([]byte(keyword+"\x00\x01\x00\x00\x00"), deflated([]byte(text))...))
}

// png is a picture that says it is so large, with chunks before its one pixel.
func png(width, height uint32, chunks ...[]byte) []byte {
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)
	out := append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", append(head, 8, 6, 0, 0, 0))...)
	for _, c := range chunks {
		out = append(out, c...)
	}
	return append(append(out, chunk("IDAT", deflated(make([]byte, 5)))...), chunk("IEND", nil)...)
}

func pictures() []Case {
	p := func(name, says string, data func() []byte) Case {
		return bytesCase(name+".png", Picture, says, func() ([]byte, error) { return data(), nil })
	}
	inside := func(text string) func() []byte { return func() []byte { return png(1, 1, itxt(viewKeyword, text)) } }
	plain := itxt("Comment", "x")
	esc := strings.NewReplacer("\x1b", `\u001b`, "\x07", `\u0007`, "\r", `\r`, "\b", `\b`, "\x9b", "").Replace(steer)
	return []Case{
		p("sides", "", func() []byte { return png(60_000, 60_000) }),
		p("sides-32", "", func() []byte { return png(1<<32-1, 1<<32-1) }),
		p("sides-nought", "", func() []byte { return png(0, 0, itxt(viewKeyword, evidence)) }),
		p("cut-short", "not a whole PNG", func() []byte { b := inside(evidence)(); return b[:len(b)-20] }),
		p("wrong-sum", "", func() []byte { b := inside(evidence)(); b[len(b)-1] ^= 1; return b }),
		p("no-picture", "not a whole PNG", func() []byte { return []byte("GIF89a") }),
		p("chunk-without-end", "longer than", func() []byte { return append([]byte("\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR"), make([]byte, 100)...) }),
		p("million-texts", "", func() []byte { return png(1, 1, bytes.Repeat(plain, 1_000_000)) }),
		p("million-empty-chunks", "", func() []byte { return png(1, 1, bytes.Repeat(chunk("tEXt", nil), 1_000_000)) }),
		p("text-bomb", "", func() []byte { return png(1, 1, itxt("Comment", many("a", 1<<28))) }),
		p("view-bomb", "longer than", func() []byte { return png(1, 1, itxt(viewKeyword, many("a", 1<<28))) }),
		p("profile-bomb", "", func() []byte {
			return png(1, 1, chunk("iCCP", append([]byte("x\x00\x00"), deflated(make([]byte, 1<<28))...)))
		}),
		p("two-views", "", func() []byte { return png(1, 1, itxt(viewKeyword, evidence), itxt(viewKeyword, evidence)) }),
		p("view-no-json", "", inside("x")),
		p("view-deep", "", inside(many("[", 1<<20))),
		p("view-long", "", inside(strings.Replace(evidence, `"lang":"en"`, `"query":"`+many("x", 1<<20)+`"`, 1))),
		p("view-types", "", inside(strings.Replace(evidence, `"chart":"domains"`, `"chart":[7]`, 1))),
		p("view-numbers", "", inside(strings.Replace(evidence, `"chart":"domains"`, `"zoom":1e308,"lon":-1e308,"lat":1e308,"textSize":1e-300`, 1))),
		p("tables", "", inside(`{"format":1,"view":`+view+`,"tables":[`+many(`{},`, 1_300_000)+`{}]}`)),
		p("cells", "", inside(`{"format":1,"view":`+view+`,"tables":[{"name":"a","columns":["x"],"rows":[`+many(`["1"],`, 500_000)+`["1"]]}]}`)),
		p("steer-evidence", "", inside(`{"format":1,"view":`+strings.Replace(view, `"lang"`, `"query":"`+esc+`","lang"`, 1)+`,"data":{"name":"`+esc+`","version":"`+esc+`","hash":"`+esc+`","file":"`+esc+
			`"},"sources":[{"id":"`+esc+`","lead":"`+esc+`","publisher":"`+esc+`"}],"tables":[{"name":"`+esc+`","columns":["`+esc+`"],"rows":[["`+esc+`"]]}]}`)),
		p("steer-texts", "", func() []byte {
			return png(1, 1, itxt("Title", steer), chunk("tEXt", []byte("Comment\x00"+steer)), itxt(viewKeyword, evidence))
		}),
	}
}

func views() []Case {
	var out []Case
	for name, text := range map[string]func() string{
		"deep":         func() string { return many("[", 1<<20) },
		"deep-objects": func() string { return many(`{"a":`, 1<<20) },
		"large":        func() string { return `{"query":"` + many("x", 8<<20) + `"}` },
		"empty":        func() string { return "" },
		"null":         func() string { return "null" },
		"list":         func() string { return "[]" },
		"garbage":      func() string { return "\x00\xff" },
		"numbers":      func() string { return `{"zoom":1e999}` },
		"types":        func() string { return `{"chart":{},"domains":7}` },
		"steer":        func() string { return `{"chart":"\u001b[2J","meeting":"\u001b]0;x\u0007\u202e","theme":"\r\n"}` },
		"codes":        func() string { return `{"domains":"` + many("A,", 100_000) + `"}` },
	} {
		out = append(out, textCase("view-"+name+".json", View, text))
	}
	scene := `{"state":` + view + `,"title":"x"}`
	for name, text := range map[string]func() string{
		"deep":      func() string { return many("[", 1<<20) },
		"large":     func() string { return `{"format":1,"scenes":[` + many(scene+",", 60_000) + scene + `]}` },
		"scenes":    func() string { return `{"format":1,"scenes":[` + many(scene+",", 200) + scene + `]}` },
		"empty":     func() string { return "" },
		"no-scenes": func() string { return "{}" },
		"types":     func() string { return `{"format":1,"scenes":{"a":1}}` },
		"texts": func() string {
			return `{"format":1,"scenes":[{"state":` + view + `,"title":"` + many("t", 1<<20) + `","caption":"` + many("c", 1<<20) + `"}]}`
		},
		"steer": func() string {
			return `{"format":1,"scenes":[{"state":{"meeting":"\u001b]0;x\u0007"},"title":"\u001b[2J\u202e"}]}`
		},
		"bom":   func() string { return "\ufeff{}" },
		"utf16": func() string { return "\xff\xfe{\x00}\x00" },
	} {
		out = append(out, textCase("lesson-"+name+".json", Lesson, text))
	}
	return out
}

func sheets() []Case {
	head := "document,paragraph,status,domain\n"
	var out []Case
	for name, text := range map[string]func() string{
		"rows":  func() string { return head + many("d1,P1,agreed,TRD\n", 1<<20) },
		"large": func() string { return head + many("x", 16<<20) },
		"cell":  func() string { return head + "d1,P1,agreed," + many("x", 2<<20) + "\n" },
		"wide":  func() string { return many(",", 8<<20) },
		"nul":   func() string { return head + "d1\x00,P1,\x00,\n" },
		"steer": func() string { return head + steer + ",P1," + steer + ",TRD\n" },
		"empty": func() string { return "" },
		"utf16": func() string { return utf16le(head + "d1,P1,agreed,TRD\n") },
	} {
		out = append(out, textCase("sheet-"+name+".csv", Sheet, text))
	}
	return out
}

func texts() []Case {
	var out []Case
	for name, text := range map[string]func() string{
		"long-line.txt":   func() string { return many("x", 15<<20) },
		"lines.txt":       func() string { return many("x\n", 7<<20) },
		"nul.txt":         func() string { return many("\x00", 1<<20) },
		"zalgo.txt":       func() string { return "a" + many("\u0301", 1<<20) },
		"steer.txt":       func() string { return many(steer+"\n", 1000) },
		"deep.html":       func() string { return many("<div>", 1<<20) },
		"attributes.html": func() string { return "<p " + many("a=b ", 1<<20) + ">x</p>" },
		"remote.html": func() string {
			return `<img src="http://192.0.2.1/x"><script>x</script><link href="http://192.0.2.1/"><iframe src="file:///etc/passwd"></iframe><p>x</p>`
		},
		"entities.html": func() string { return "<p>" + many("&amp;", 1<<20) },
		"open.html":     func() string { return many("<", 1<<20) },
		"objects.pdf": func() string {
			return "%PDF-1.7\n" + many("1 0 obj<</Type/Page/Parent 1 0 R/Kids[1 0 R]>>endobj\n", 100_000) + "trailer<</Root 1 0 R>>"
		},
		"remote.pdf": func() string {
			return "%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/URI/URI(http://192.0.2.1/)>>>>endobj\ntrailer<</Root 1 0 R>>"
		},
		"garbage.pdf": func() string { return "%PDF-1.7\n" + many("\xff\x00<<", 1<<20) },
	} {
		out = append(out, textCase("text-"+name, Text, text))
	}
	for name, body := range map[string]func() []byte{
		"bomb": func() []byte { return flood("<document>", "<p><t>word</t></p>", 10<<10) },
		"deep": func() []byte { return flood("", "<p>", 8) },
		"wide": func() []byte { return flood("<p ", "a='' ", 8) },
	} {
		for ending, part := range map[string]string{"docx": "word/document.xml", "odt": "content.xml"} {
			out = append(out, bytesCase("text-"+name+"."+ending, Text, "", func() ([]byte, error) {
				b := body()
				return raw(nil, claim(part, 1<<20, uint64(len(b)), b)).Bytes(), nil
			}))
		}
	}
	return out
}
