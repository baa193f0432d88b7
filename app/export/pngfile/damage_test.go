package pngfile_test

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/export/pngfile"
)

// A picture that a disk or a message has damaged, in any one bit, is refused, or says
// all that it said: its view is never another one, and never lost without a word.
func TestADamagedPictureNeverSaysSomethingElse(t *testing.T) {
	t.Parallel()
	file := encode(t, picture(4, 4, 2, false), pngfile.Options{DPI: 144, Texts: []pngfile.Text{
		{Keyword: "Title", Lang: "uk", Text: "Домовленості"},
		{Keyword: "view", Text: strings.Repeat(`{"status":"agreed"}`, 5), Compress: true},
	}})
	want, err := pngfile.Read(bytes.NewReader(file))
	if err != nil || len(want.Texts) != 2 {
		t.Fatalf("%+v, %v", want, err)
	}
	refused := 0
	for at := range file {
		for bit := range 8 {
			bad := bytes.Clone(file)
			bad[at] ^= 1 << bit
			got, err := pngfile.Read(bytes.NewReader(bad))
			if err != nil {
				refused++
				continue
			}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("with bit %d of byte %d turned it says %+v", bit, at, got)
			}
		}
	}
	if pixels := 8 * len(file) / 2; refused < pixels {
		t.Errorf("of %d damaged files %d are refused", 8*len(file), refused)
	}
}

// Whatever stands between the chunks that count, or behind the last, is passed over;
// chunks that are doubled, out of order or empty do no harm.
func TestChunksOfOtherProgramsArePassedOver(t *testing.T) {
	t.Parallel()
	const sig = "\x89PNG\r\n\x1a\n"
	head := chunk("IHDR", "\x00\x00\x00\x04\x00\x00\x00\x03\x08\x02\x00\x00\x00")
	text := chunk("iTXt", "Title\x00\x00\x00\x00\x00words")
	for name, file := range map[string]string{
		"plain":            sig + head + text + chunk("IEND", ""),
		"a private chunk":  sig + head + chunk("prVt", strings.Repeat("x", 70_000)) + text + chunk("IEND", ""),
		"an empty chunk":   sig + head + chunk("tEXt", "") + text + chunk("IDAT", "") + chunk("IEND", ""),
		"after the pixels": sig + head + chunk("IDAT", "pixels") + text + chunk("IEND", ""),
		"more behind":      sig + head + text + chunk("IEND", "") + "<?php trailing ?>",
		"without a unit":   sig + head + chunk("pHYs", "\x00\x00\x16\x25\x00\x00\x16\x25\x00") + text + chunk("IEND", ""),
		"a short pHYs":     sig + head + chunk("pHYs", "\x00") + text + chunk("IEND", ""),
	} {
		got, err := pngfile.Read(strings.NewReader(file))
		if err != nil || got.Width != 4 || got.Height != 3 || got.DPI != 0 || len(got.Texts) != 1 || got.Texts[0].Text != "words" {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	for name, file := range map[string]string{
		"no end":          sig + head + text,
		"no head":         sig + text + chunk("IEND", ""),
		"two heads":       sig + head + head + chunk("IEND", ""),
		"a short head":    sig + chunk("IHDR", "\x00\x00\x00\x04") + chunk("IEND", ""),
		"a huge size":     sig + head + "\xff\xff\xff\xffprVt" + strings.Repeat("x", 100),
		"a huge text":     sig + head + "\x7f\xff\xff\xffiTXt" + strings.Repeat("x", 100),
		"ends of a mail":  strings.ReplaceAll(sig, "\r\n", "\n") + head + text + chunk("IEND", ""),
		"a damaged chunk": sig + head + strings.Replace(chunk("prVt", "words"), "words", "w0rds", 1) + text + chunk("IEND", ""),
	} {
		if got, err := pngfile.Read(strings.NewReader(file)); err == nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// Any rubbish is refused at once, however it begins.
func TestRubbishIsRefused(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 6))
	for range 500 {
		b := make([]byte, r.IntN(400))
		for i := range b {
			b[i] = byte(r.UintN(256))
		}
		if r.IntN(2) == 0 {
			b = append([]byte("\x89PNG\r\n\x1a\n"), b...)
		}
		if got, err := pngfile.Read(bytes.NewReader(b)); err == nil {
			t.Fatalf("%q is read as %+v", b, got)
		}
	}
}
