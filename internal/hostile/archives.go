package hostile

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io/fs"
	"maps"
	"math"
	"slices"
	"strings"
)

// zipped is a zip of files, in order of name.
func zipped(files map[string]string) *bytes.Buffer {
	return raw(files, nil)
}

// raw is a zip of files and of what more adds.
func raw(files map[string]string, more func(*zip.Writer) error) *bytes.Buffer {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(files[name]))
		}
		if err != nil {
			panic(err) // into memory
		}
	}
	if more != nil {
		if err := more(w); err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return &b
}

// zipCase is a sound package as a .zip, with what more adds.
func zipCase(name, says string, more func(*zip.Writer) error) Case {
	return bytesCase(name+".zip", Package, says, func() ([]byte, error) { return raw(sound(nil), more).Bytes(), nil })
}

// entry adds a file of that name.
func entry(name string, mode fs.FileMode, text string) func(*zip.Writer) error {
	return func(w *zip.Writer) error {
		h := &zip.FileHeader{Name: name, Method: zip.Deflate}
		h.SetMode(mode)
		f, err := w.CreateHeader(h)
		if err == nil && !strings.HasSuffix(name, "/") {
			_, err = f.Write([]byte(text))
		}
		return err
	}
}

// claim adds a file that says of itself what is not so: its size, and that it is
// packed into packed bytes. body is what is there.
func claim(name string, size, packed uint64, body []byte) func(*zip.Writer) error {
	return func(w *zip.Writer) error {
		f, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, UncompressedSize64: size, CompressedSize64: packed, CRC32: crc32.ChecksumIEEE(nil)})
		if err == nil {
			_, err = f.Write(body)
		}
		return err
	}
}

// flood is a deflate stream of 1 MiB of text, times over, of a thousandth of that
// length: head once, then fill.
func flood(head, fill string, mib int) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		panic(err)
	}
	block := []byte(many(fill, (1<<20)/len(fill)))
	write := func(p []byte) {
		if _, err := w.Write(p); err != nil {
			panic(err)
		}
		if err := w.Flush(); err != nil {
			panic(err)
		}
	}
	write([]byte(head))
	write(block)
	from := b.Len()
	write(block) // from here on each block is the same, for what it refers to is
	again := slices.Clone(b.Bytes()[from:])
	for range mib - 2 {
		b.Write(again)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// archives are zips whose names lead elsewhere, lie or contradict each other.
func archives() []Case {
	var out []Case
	for name, path := range map[string]string{
		"up": "../../evil.csv", "up-within": "a/../../evil.csv", "root": "/etc/evil.csv", "double-slash": "a//b.csv", "host": "//host/share/x.csv", "dot": "./x.csv",
	} {
		out = append(out, zipCase("path-"+name, "leaves", entry(path, 0o600, "x")))
	}
	for name, path := range map[string]string{"drive": `C:\x.csv`, "unc": `\\host\share\x.csv`, "backslash": `a\..\..\x.csv`} {
		out = append(out, zipCase("path-"+name, `\`, entry(path, 0o600, "x")))
	}
	// Nothing is unpacked, so that what no system could hold does no harm.
	for name, path := range map[string]string{
		"drive-slash": "C:/x.csv", "nul": "a\x00b.csv", "con": "CON", "aux": "aux.csv", "lpt": "documents/LPT1.md", "stream": "meetings.csv:evil", "end-dot": "x.", "end-blank": "x ",
		"escape": "\x1b]0;forged\x07\x1b[2J.md", "bidi": "gnp.\u202eexe", "long": many("n", 60_000), "not-utf8": "\x8d\xa5\xe2.txt", "descriptor-as-folder": "x/datapackage.json/",
	} {
		out = append(out, zipCase("name-"+name, "", entry(path, 0o600, "")))
	}
	out = append(
		out,
		zipCase("twice", "two files", entry("meetings.csv", 0o600, "id\n")),
		zipCase("case-twin", "two files", entry("Meetings.CSV", 0o600, "id\n")),
		zipCase("link", "a link", entry("documents/d1.en.md", fs.ModeSymlink|0o777, "/etc/passwd")),
		zipCase("device", "", entry("documents/d1.en.md", fs.ModeDevice|0o600, "")),
		zipCase("nested", "", entry("more.zip", 0o600, zipped(sound(nil)).String())),
		bytesCase("only-nested.zip", Package, "datapackage.json", func() ([]byte, error) {
			return zipped(map[string]string{"package.zip": zipped(sound(nil)).String()}).Bytes(), nil
		}),
		bytesCase("two-packages.zip", Package, "two packages", func() ([]byte, error) {
			return zipped(map[string]string{"a/datapackage.json": "{}", "b/datapackage.json": "{}"}).Bytes(), nil
		}),
		bytesCase("deep-inside.zip", Package, "datapackage.json", func() ([]byte, error) { return zipped(map[string]string{"a/b/datapackage.json": "{}"}).Bytes(), nil }),
		bytesCase("cut-short.zip", Package, "damaged", func() ([]byte, error) { b := zipped(sound(nil)).Bytes(); return b[:len(b)-30], nil }),
		bytesCase("after-rubbish.zip", Package, "", func() ([]byte, error) {
			return append([]byte(many("rubbish", 1000)), zipped(sound(nil)).Bytes()...), nil
		}),
		bytesCase("many-files.zip", Package, "files", func() ([]byte, error) {
			return raw(sound(nil), func(w *zip.Writer) error {
				for i := range 60_000 {
					if _, err := w.CreateRaw(&zip.FileHeader{Name: fmt.Sprintf("f%d", i)}); err != nil {
						return err
					}
				}
				return nil
			}).Bytes(), nil
		}),
	)
	return out
}

// bombs are zips that unpack to far more than they are.
func bombs() []Case {
	tenGiB := func() []byte { return flood("", "a", 10<<10) } // in 10 MB
	out := []Case{
		bytesCase("bomb.zip", Package, "unpacks", func() ([]byte, error) {
			b := tenGiB()
			return raw(sound(nil), claim("documents/d1.en.md", 10<<30, uint64(len(b)), b)).Bytes(), nil
		}),
		bytesCase("bomb-that-lies.zip", Package, "cannot be read", func() ([]byte, error) {
			b := tenGiB()
			return raw(sound(nil), claim("documents/d1.en.md", 1000, uint64(len(b)), b)).Bytes(), nil
		}),
		bytesCase("bomb-table-that-lies.zip", Package, "statements.csv", func() ([]byte, error) {
			b := flood("", statementsHead, 10<<10)
			return raw(sound(map[string]string{"statements.csv": ""}), claim("statements.csv", 1000, uint64(len(b)), b)).Bytes(), nil
		}),
		bytesCase("bomb-summaries.zip", Package, "over 256 MiB", func() ([]byte, error) {
			b := flood("", "a", 2)
			return raw(sound(nil), func(w *zip.Writer) error {
				for i := range 4900 {
					if err := claim(fmt.Sprintf("documents/x%d.en.md", i), 1<<20, uint64(len(b)), b)(w); err != nil {
						return err
					}
				}
				return nil
			}).Bytes(), nil
		}),
		bytesCase("bomb-summaries-below-bounds.zip", Package, "more than", func() ([]byte, error) {
			files := sound(nil)
			docs := []string{files["documents.csv"]}
			for i := range 700 {
				files[fmt.Sprintf("documents/x%d.en.md", i)] = many("text ", 50_000)
				docs = append(docs, fmt.Sprintf("x%d,news report,m1,x,en\n", i))
			}
			files["documents.csv"] = strings.Join(docs, "")
			return zipped(files).Bytes(), nil
		}),
	}
	for name, size := range map[string]uint64{"1t": 1 << 40, "int64": math.MaxInt64, "over-int64": 1 << 63, "uint64": math.MaxUint64} {
		out = append(
			out,
			bytesCase("claims-"+name+".zip", Package, "unpacks", func() ([]byte, error) { return raw(nil, claim("datapackage.json", size, 1, nil)).Bytes(), nil }),
			bytesCase("claims-packed-"+name+".zip", Package, "", func() ([]byte, error) { return raw(nil, claim("datapackage.json", size, size, nil)).Bytes(), nil }),
		)
	}
	return out
}
