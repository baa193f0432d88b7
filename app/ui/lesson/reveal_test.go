package lesson

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

var reveal = stroke{fyne.KeyR, 'r'}

// asking is a deck of three whose second scene hides and asks.
func asking(kind scene.QuestionKind) []scene.Step {
	steps := deck(3)
	steps[1].Hidden = "values,caption"
	steps[1].Question = scene.Question{Text: "Where was it?", Kind: kind, Answer: "In the old capital.", Place: "xian"}
	return steps
}

// R reveals one thing after the other, and so does each key that goes on, which then
// goes to the next scene; what is hidden is in none of the texts. One that goes back
// shows all of the scene before, Backspace hides it again, and a number begins it.
func TestReveal(t *testing.T) {
	for _, next := range append([]stroke{reveal, {fyne.KeyR, 'R'}, {"", 'к'}, {"", 'К'}}, ahead...) {
		g := newRig(t, uitest.Opening(), asking(scene.OnMap), false)
		g.press(digits("2")[0], enter)
		for i, want := range []string{"- - - question,values,caption,answer", "question - - values,caption,answer", "question - - caption,answer", "question caption - answer", "question caption answer "} {
			var seen []string
			for _, x := range [][2]string{{"Where was it?", "question"}, {"Who met whom.", "caption"}, {"In the old capital.", "answer"}} {
				if !g.says(x[0]) {
					x[1] = "-"
				}
				seen = append(seen, x[1])
			}
			if got := strings.Join(append(seen, string(g.h.Store.State().Hidden)), " "); got != want || g.n() != 2 {
				t.Errorf("%+v, %d times: %q, want %q, scene %d", next, i, got, want, g.n())
			}
			g.press(next)
		}
		want := 3
		if strings.ContainsRune("rRкК", next.char) && next.char != 0 {
			want = 2
		}
		if g.n() != want {
			t.Errorf("%+v leads at last to scene %d, want %d", next, g.n(), want)
		}
	}
	g := newRig(t, uitest.Opening(), asking(scene.OnMap), false)
	g.press(ends[1], stroke{fyne.KeyPageUp, 0})
	if g.n() != 2 || !g.says("In the old capital.") || g.h.Store.State().Found != "xian" {
		t.Errorf("going back shows %q", uitest.Texts(g.view))
	}
	g.press(stroke{fyne.KeyBackspace, 0})
	if g.n() != 2 || g.says("In the old capital.") || g.says("Where was it?") {
		t.Errorf("Backspace leaves %q", uitest.Texts(g.view))
	}
	g.press(reveal, blacks[0], reveal)
	if !g.Blank() || g.h.Store.State().Hidden != "values,caption,answer" {
		t.Error("something is revealed under black")
	}
	g.press(escape, escape)
	if got := g.desk.Store.State(); got != uitest.Opening() {
		t.Errorf("leaving leads to %+v", got)
	}
}

// Clicks on the map are guesses while the scene asks for a place, and nothing but
// that; the answer says how far they are.
func TestGuess(t *testing.T) {
	g := newRig(t, uitest.Opening(), asking(scene.OnMap), false)
	h := hand{g.Show}
	if h.Point(100, 40) {
		t.Error("a scene without a question takes a guess")
	}
	g.press(pageDown)
	if h.Point(100, 40) {
		t.Error("a question takes a guess before it is asked")
	}
	g.press(reveal)
	if !h.Point(116.4, 39.9) || !h.Point(71.4, 51.1) || len(g.h.Store.State().Guesses.List()) != 2 {
		t.Errorf("guesses are %q", g.h.Store.State().Guesses)
	}
	if g.says("km") {
		t.Errorf("the distance is said before the answer: %q", uitest.Texts(g.view))
	}
	g.press(reveal, reveal, reveal)
	if !g.says("1: 910\u00a0km") || h.Point(100, 40) || g.h.Store.State().Found != "xian" {
		t.Errorf("the answer says %q", uitest.Texts(g.view))
	}
	g.press(pageDown)
	if s := g.h.Store.State(); s.Guesses != "" || s.Found != "" || g.n() != 3 {
		t.Errorf("the next scene has %+v", s.Asking)
	}
}

// H counts hands while a scene asks for them; a number before it is their number.
func TestHands(t *testing.T) {
	g := newRig(t, uitest.Opening(), asking(scene.ByHands), false)
	hands := stroke{fyne.KeyH, 'h'}
	g.press(hands, pageDown, hands)
	if g.says("Hands") {
		t.Error("hands are counted that nobody asked for")
	}
	g.press(reveal, hands, stroke{"", 'р'}, stroke{fyne.KeyH, 'H'})
	if !g.says("Hands: 3") || g.n() != 2 {
		t.Errorf("three hands: %q", uitest.Texts(g.view))
	}
	g.press(digits("17")...)
	if g.press(hands); !g.says("Hands: 17") || g.n() != 2 || g.typed != "" {
		t.Errorf("seventeen hands: %q", uitest.Texts(g.view))
	}
	g.press(digits("0")...)
	if g.press(hands); g.says("Hands") {
		t.Errorf("no hands: %q", uitest.Texts(g.view))
	}
	g.press(hands, ends[1], digits("2")[0], enter, reveal)
	if g.says("Hands") {
		t.Error("the hands of before are still there")
	}
	test.TapCanvas(g.win.Canvas(), fyne.NewPos(1100, 300)) // beside the map: a step
	if g.h.Store.State().Hidden != "caption,answer" {
		t.Errorf("a click leaves %q", g.h.Store.State().Hidden)
	}
}
