package geo

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

func smallBase() *Base {
	return &Base{
		Bound: orb.Bound{Min: orb.Point{20, -2}, Max: orb.Point{165, 72}}, Tolerance: 2000,
		Layers: []Layer{
			{Name: "countries", Features: []Feature{{
				Props: map[string]string{"iso": "KZ", "focus": "yes"}, Closed: true,
				Parts: [][]orb.Point{{{50, 40}, {60, 40}, {60, 50}}, {{55, 42}, {56, 44}, {57, 42}}},
			}}},
			{Name: "rivers", Features: []Feature{{Props: map[string]string{"rank": "3"}, Parts: [][]orb.Point{{{50.001, 40.5}, {-60, -40}}}}}},
			{Name: "empty"},
		},
	}
}

func TestBaseRoundTrip(t *testing.T) {
	t.Parallel()
	want := smallBase()
	got, err := DecodeBase(EncodeBase(want))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(EncodeBase(got), EncodeBase(want)) {
		t.Error("encoding twice differs")
	}
	f := got.Layer("countries").Features[0]
	if got.Bound != want.Bound || got.Tolerance != 2000 || f.Props["iso"] != "KZ" || !f.Closed || f.Parts[1][2] != (orb.Point{57, 42}) {
		t.Errorf("got %+v", got)
	}
	if p := got.Layer("rivers").Features[0].Parts[0][1]; math.Hypot(p[0]+60, p[1]+40) > 1e-9 {
		t.Errorf("river ends at %v", p)
	}
	if l := got.Layer("absent"); len(l.Features) != 0 {
		t.Error("an absent layer has features")
	}
}

// A border is written once: what the second country and the border itself have of
// it costs some bytes, whichever way round it goes and wherever its ring begins.
func TestBaseWritesALineOnce(t *testing.T) {
	t.Parallel()
	var border []orb.Point
	for i := range 500 {
		border = append(border, orb.Point{50 + float64(i)/100, 40 + float64(i*i*7919%1000)/1000})
	}
	back := slices.Clone(border)
	slices.Reverse(back)
	country := func(parts ...[]orb.Point) Feature { return Feature{Closed: true, Parts: parts} }
	first := Layer{Name: "countries", Features: []Feature{country(append(slices.Clone(border), orb.Point{52, 30}))}}
	alone := &Base{Layers: []Layer{first}}
	all := &Base{Layers: []Layer{first, {Name: "countries", Features: []Feature{
		country(append(append(slices.Clone(back[200:]), orb.Point{52, 50}), back[:200]...)),
	}}, {Name: "borders", Features: []Feature{{Parts: [][]orb.Point{border}}}}}}
	if a, b := len(inflated(t, EncodeBase(alone))), len(inflated(t, EncodeBase(all))); b-a > 60 {
		t.Errorf("%d bytes with the border once, %d with it three times", a, b)
	}
	got, err := DecodeBase(EncodeBase(all))
	if err != nil {
		t.Fatal(err)
	}
	for i, l := range all.Layers {
		for k, want := range l.Features[0].Parts[0] {
			p := got.Layers[i].Features[0].Parts[0][k]
			if math.Hypot(p[0]-want[0], p[1]-want[1]) > 1e-9 {
				t.Fatalf("layer %d, point %d: %v, want %v", i, k, p, want)
			}
		}
	}
}

func TestDecodeBaseRefuses(t *testing.T) {
	t.Parallel()
	good := EncodeBase(smallBase())
	// one says that a base map of one layer, feature and part has so many points, and of what runs.
	one := func(points uint64, runs ...byte) []byte {
		head := binary.AppendUvarint([]byte{1, 1, 'a'}, points)                                      // a table of "a"
		return deflate(append(append(head, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, byte(points)), runs...)) // bound, tolerance, a layer, a feature, a part
	}
	if _, err := DecodeBase(one(4, 1<<2|fresh, 2, 2, 1<<2|fresh, 2, 2, 2<<2|copied, 0)); err != nil {
		t.Fatal(err)
	}
	cases := map[string][]byte{
		"million":       one(maxPoints + 1),
		"missing":       one(2, 1<<2|fresh, 2, 2),
		"empty run":     one(1, 0, 1<<2|fresh, 2, 2),
		"long run":      one(1, 2<<2|fresh, 2, 2, 2, 2),
		"other kind":    one(1, 1<<2, 2, 2),
		"copy of none":  one(1, 1<<2|copied, 0),
		"copy before":   one(4, 2<<2|fresh, 2, 2, 2, 2, 2<<2|copied, 1),
		"copy beyond":   one(4, 2<<2|fresh, 2, 2, 2, 2, 2<<2|copied, 2),
		"back too far":  one(4, 2<<2|fresh, 2, 2, 2, 2, 2<<2|backwards, 0),
		"off the earth": one(1, 1<<2|fresh, 0x80, 0x80, 0x80, 0x01, 2),
		"nothing":       nil,
		"other magic":   []byte("PNG"),
		"short":         good[:len(good)-1],
		"left over":     append(bytes.Clone(good), 0),
		"huge count":    deflate([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0x7f}),
		"left over in":  deflate(append(inflated(t, good), 0)),
		"too much":      deflate(make([]byte, maxBase+1)),
		"only the head": []byte(baseMagic),
	}
	for name, data := range cases {
		if _, err := DecodeBase(data); !errors.Is(err, ErrBase) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func inflated(t *testing.T, data []byte) []byte {
	t.Helper()
	body, err := io.ReadAll(flate.NewReader(bytes.NewReader(data[len(baseMagic):])))
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// TestShippedBase checks what the atlas embeds.
func TestShippedBase(t *testing.T) {
	t.Parallel()
	for level, data := range baseFiles(t) {
		b, err := DecodeBase(data)
		if err != nil {
			t.Fatal(err)
		}
		iso := map[string]bool{}
		for _, f := range b.Layer("countries").Features {
			iso[f.Props["iso"]] = true
		}
		for _, want := range []string{"CN", "KZ", "KG", "TJ", "TM", "UZ", "TW", "IN", "PK"} {
			if !iso[want] {
				t.Errorf("level %d has no %s", level, want)
			}
		}
		for _, want := range []string{"HK", "MO"} {
			if iso[want] {
				t.Errorf("level %d has %s as a country", level, want)
			}
		}
		for _, f := range b.Layer("lakes").Features {
			if f.Props["name"] == "Lop Nur" {
				t.Errorf("level %d has Lop Nur", level)
			}
		}
		kinds := map[string]bool{}
		for _, f := range b.Layer("borders").Features {
			kinds[f.Props["kind"]] = true
		}
		for _, k := range []string{"international", "disputed", "control", "indefinite"} {
			if !kinds[k] {
				t.Errorf("level %d has no %s border", level, k)
			}
		}
	}
}

func FuzzDecodeBase(f *testing.F) {
	f.Add(EncodeBase(smallBase()))
	f.Add([]byte(baseMagic))
	f.Add([]byte("\x02\x05lakes\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if !bytes.HasPrefix(data, []byte(baseMagic)) {
			data = deflate(data) // what is packed is reached seldom by chance
		}
		b, err := DecodeBase(data)
		if err != nil {
			if !errors.Is(err, ErrBase) {
				t.Fatalf("foreign error %v", err)
			}
			return
		}
		once := EncodeBase(b)
		again, err := DecodeBase(once)
		if err != nil {
			t.Fatalf("cannot read what was written: %v", err)
		}
		if !bytes.Equal(EncodeBase(again), once) {
			t.Fatal("encoding is not stable")
		}
	})
}
