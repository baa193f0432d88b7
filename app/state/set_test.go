package state

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// someCodes are codes as packages have them: with spaces, of other scripts, one the
// beginning of another.
var someCodes = []string{"S", "SE", "SEC", "to be signed", "to be", "дип", "дипломатия", "2020-07-16-fm1", "B&R", "a;b"}

// A set does what a mathematician's set does: every operation is compared with one
// on a map of Go.
func TestSetIsASet(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(11, 12))
	some := func() ([]string, map[string]bool) {
		var list []string
		in := map[string]bool{}
		for range r.IntN(8) {
			c := someCodes[r.IntN(len(someCodes))]
			list, in[c] = append(list, c), true
		}
		return list, in
	}
	same := func(name string, got Set, want map[string]bool) {
		t.Helper()
		var codes []string
		for c, ok := range want {
			if ok {
				codes = append(codes, c)
			}
		}
		slices.Sort(codes)
		if !slices.Equal(got.Codes(), codes) || got.Len() != len(codes) {
			t.Fatalf("%s: %q, want %q", name, got.Codes(), codes)
		}
	}
	for range 300 {
		a, inA := some()
		b, inB := some()
		s, o := NewSet(a...), NewSet(b...)
		same("made of a list", s, inA)
		same("made of a text", NewSet(strings.Join(a, " , ")), inA)
		less, union := map[string]bool{}, map[string]bool{}
		for c := range inA {
			union[c] = true
			less[c] = !inB[c]
		}
		for c := range inB {
			union[c] = true
		}
		same("without", s.Without(o), less)
		same("together", NewSet(string(s), string(o)), union)
		for _, c := range someCodes {
			if s.Has(c) != inA[c] || s.Allows(c) != (inA[c] || len(inA) == 0) {
				t.Fatalf("%q has %q: %t, allows it: %t", s, c, s.Has(c), s.Allows(c))
			}
			if twice := s.Toggle(c).Toggle(c); twice != s || s.Toggle(c).Has(c) == s.Has(c) {
				t.Fatalf("%q with %q turned twice is %q", s, c, twice)
			}
		}
	}
}

// A set is one text however it is written: repeats, order, empty places and white
// space, of Unicode too, make no other view.
func TestSetHasOneSpelling(t *testing.T) {
	t.Parallel()
	for _, in := range [][]string{
		{"A", "to be signed", "Z"},
		{"Z,A,to be signed"},
		{"Z,,A,", "to be signed", "A"},
		{" A ", "\tto be signed\n", "\u00a0Z\u2003"},
		{"A,A,A,Z,to be signed,Z"},
		{",", "Z", "", "A", "to be signed,"},
	} {
		if got := NewSet(in...); got != "A,Z,to be signed" {
			t.Errorf("%q is %q", in, got)
		}
	}
	for _, in := range [][]string{nil, {""}, {","}, {" , ,"}, {"", "\u00a0"}} {
		if got := NewSet(in...); got != "" || got.Len() != 0 || got.Codes() != nil {
			t.Errorf("%q is %q with %d codes", in, got, got.Len())
		}
	}
}
