package assets

import (
	_ "embed" // what is packed
	"encoding/binary"
	"io/fs"
	"sync"
	"testing/fstest"
)

// pack is some of the files, by their paths below assets. Together they are a fifth
// to two thirds of what they are outside, and they are unpacked when one of them is
// read: less than a millisecond for the data package.
type pack struct {
	packed *[]byte
	once   sync.Once
	files  fstest.MapFS
}

// Each is a variable of its own, so that a program has only what it reads.
var (
	//go:embed packed/data.lz4
	packedData []byte
	//go:embed packed/template.lz4
	packedTemplate []byte
	//go:embed packed/samples.lz4
	packedSamples []byte
	//go:embed packed/translations.lz4
	packedTranslations []byte
	//go:embed packed/manual.lz4
	packedManual []byte
	//go:embed packed/names.lz4
	packedNames []byte
	//go:embed packed/fonts.lz4
	packedFonts []byte
	//go:embed packed/papers.lz4
	packedPapers []byte

	data         = pack{packed: &packedData}
	template     = pack{packed: &packedTemplate}
	samples      = pack{packed: &packedSamples}
	translations = pack{packed: &packedTranslations}
	manual       = pack{packed: &packedManual}
	names        = pack{packed: &packedNames}
	fonts        = pack{packed: &packedFonts}
	papers       = pack{packed: &packedPapers} // about the files
)

// sub panics only if the folder is not there, which a test has seen to.
func (p *pack) sub(dir string) fs.FS {
	p.once.Do(p.open)
	fsys, err := fs.Sub(p.files, dir)
	if err != nil {
		panic(err)
	}
	return fsys
}

func (p *pack) read(name string) []byte {
	p.once.Do(p.open)
	return p.files[name].Data
}

// open reads what gen has written: for each file the length of its path, the path, its
// length and its bytes.
func (p *pack) open() {
	p.files = fstest.MapFS{}
	for rest := unpack(*p.packed); len(rest) > 0; {
		next := func() []byte {
			n, width := binary.Uvarint(rest)
			out := rest[width : width+int(n) : width+int(n)]
			rest = rest[width+int(n):]
			return out
		}
		name := string(next())
		p.files[name] = &fstest.MapFile{Data: next(), Mode: 0o444}
	}
}

// step is how many bytes are copied at once, needed or not, and spare how many more than
// there are may be written to.
const (
	step  = 16
	spare = 2 * step
)

// unpack returns what gen has packed: its length in four bytes and a block of LZ4
// (github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md), which is read several times as
// fast as what is deflated. The bytes are the program's own: a fault in them, which a
// test has to find, is a panic.
func unpack(in []byte) []byte {
	out, n := make([]byte, binary.LittleEndian.Uint32(in)+spare), 0
	for in = in[4:]; ; {
		token := int(in[0])
		literals, match := token>>4, token&15
		if in = in[1:]; literals == 15 {
			literals, in = longer(literals, in)
		}
		if literals <= step && len(in) >= step {
			*(*[step]byte)(out[n:]) = [step]byte(in)
		} else {
			copy(out[n:], in[:literals])
		}
		n += literals
		if in = in[literals:]; len(in) == 0 { // the last sequence has no match
			return out[:n:n]
		}
		offset := int(binary.LittleEndian.Uint16(in))
		if in = in[2:]; match == 15 {
			match, in = longer(match, in)
		}
		match += 4
		if offset >= step && match <= 2*step {
			*(*[step]byte)(out[n:]) = [step]byte(out[n-offset:])
			*(*[step]byte)(out[n+step:]) = [step]byte(out[n-offset+step:])
			n += match
			continue
		}
		for end := n + match; n < end; { // what is copied may reach into itself
			n += copy(out[n:end], out[n-offset:n])
		}
	}
}

// longer is a length that half a byte is too small for.
func longer(n int, in []byte) (length int, rest []byte) {
	for i, more := range in {
		if n += int(more); more < 255 {
			return n, in[i+1:]
		}
	}
	panic("assets: a pack ends in a length")
}
