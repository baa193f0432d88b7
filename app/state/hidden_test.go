package state

import (
	"strings"
	"testing"
)

// Parts are revealed in the order in which they stand, each once; a word that is
// none is an error that lists them.
func TestHidden(t *testing.T) {
	h, err := ParseHidden(" values, states,values ,,question")
	if err != nil || h != "values,states,question" {
		t.Fatalf("%q, %v", h, err)
	}
	var order []string
	for h != "" {
		var part string
		part, h = h.Next()
		order = append(order, part)
	}
	if strings.Join(order, " ") != "values states question" {
		t.Errorf("revealed are %q", order)
	}
	if _, err := ParseHidden("values,bars"); err == nil || !strings.Contains(err.Error(), "markers") {
		t.Errorf("an unknown part: %v", err)
	}
	if Hidden("caption,question,answer").Panes() || !Hidden("caption,labels").Panes() {
		t.Error("what the panes hide is not told from the words")
	}
}

// A view outside of a scene hides nothing, and what is no guess is dropped.
func TestAskingIsValid(t *testing.T) {
	s := Default()
	s.Asking = Asking{Hidden: "values", Guesses: "10 20", Found: "x"}
	if got := s.Valid().Asking; got != (Asking{}) {
		t.Errorf("outside of a scene: %+v", got)
	}
	s.Scene = 2
	s.Guesses = "10 20;north pole;200 0;NaN 5;-30.5 -60"
	if got := s.Valid().Asking; got != (Asking{Hidden: "values", Guesses: "10.000 20.000;-30.500 -60.000", Found: "x"}) {
		t.Errorf("in a scene: %+v", got)
	}
	s.Guesses = ""
	for range 20 {
		s = Guess{Lon: 71.4, Lat: 51.1}.Apply(s)
	}
	if n := len(s.Guesses.List()); n != MaxGuesses || s.Guesses.List()[0] != [2]float64{71.4, 51.1} {
		t.Errorf("%d guesses: %q", n, s.Guesses)
	}
	again, _, err := Decode(Encode(s))
	if err != nil || again != s.Valid() {
		t.Errorf("read back: %+v, %v", again.Asking, err)
	}
}
