package lesson

import (
	"image/color"
	"strings"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/internal/draw"
)

// saying is a paragraph of the words beside the panes.
type saying struct {
	text   string
	bold   bool
	muted  bool
	lesser bool // what goes first where there is no room for all
}

// said is what the scene says, of which nothing is hidden any more: when and where,
// the caption, the question, and what the class made of it. Where a question has no
// room beside the caption, the caption goes.
func (v *View) said(x scene.Step) []saying {
	s := v.s.h.State()
	asks := x.Question.Text != "" && !s.Hidden.Has(state.HideQuestion)
	caption := x.Caption
	if s.Hidden.Has(state.HideCaption) {
		caption = ""
	}
	out := []saying{{text: x.When, muted: true, lesser: asks}, {text: caption, lesser: asks}}
	if !asks {
		return out
	}
	out = append(out, saying{text: x.Question.Text, bold: true})
	if v.s.hands > 0 {
		out = append(out, saying{text: v.s.h.T("present.hands", i18n.Args{"N": v.s.h.Printer().Int(v.s.hands)}), bold: true})
	}
	if !s.Hidden.Has(state.HideAnswer) {
		out = append(out, saying{text: x.Question.Answer}, saying{text: strings.Join(scene.Guessed(v.s.h.Room, s, v.s.h.Printer()), "   "), muted: true})
	}
	return out
}

// set makes paragraphs of the words.
func (v *View) set(said []saying, size float32) {
	p := v.s.h.Palette()
	v.words = v.words[:0:0]
	for _, x := range said {
		ink := color.Color(p.Ink)
		if x.muted {
			ink = p.InkMuted
		}
		v.words = append(v.words, parts.NewParagraph(x.text, size, x.bold, ink))
	}
}

// cut shortens what has no room in the panel: each of the words has its share of it
// at the least.
func (v *View) cut(panel draw.Box, room float32) {
	w := v.column(panel)
	for _, o := range v.words {
		if over := v.height(panel) - room; over > 0 && o.Text() != "" {
			o.Cut(w, max(o.HeightFor(w)-over, room/4))
		}
	}
}
