package geo

import (
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"math"
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

func TestDecodeBaseRefuses(t *testing.T) {
	t.Parallel()
	good := EncodeBase(smallBase())
	cases := map[string][]byte{
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
