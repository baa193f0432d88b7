package shell

import (
	"context"
	"image"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/app/ui/welcome"
)

// welcomeWide is the width of the welcome at size of type 1.
const welcomeWide = 860

// Welcome shows what can be done here, unless something else is open already. Each
// card opens a live example; Escape leaves.
func (s *Shell) Welcome() {
	if s.Busy() {
		return
	}
	scope := s.scope.Open()
	x, t := &sheet{s: s}, s.host.T
	v := welcome.New(scope, s.welcomeCards())
	x.add(0, v)
	x.text(theme.Space3, t("welcome.later"), theme.Body, false, true)
	skip := parts.NewButton(s.host, nil, t("welcome.skip"), "", func() { s.open() })
	d := s.dialog(t("welcome.title"), welcomeWide, x, skip)
	skip.Primary = false // the cards are what it is for
	after(d, scope.Close)
	d.Show(v.First())
}

// welcomeCards are the examples: the place of which most is said, lit; a lesson; and
// the picture that leaves.
func (s *Shell) welcomeCards() []welcome.Card {
	h, t := s.host, s.host.T
	at := busiest(h.Room, h.Selection())
	lit := h.State()
	lit.Focus = at
	step := s.firstStep()
	first := h.State()
	first.View = step.View
	card := func(title, text string, v state.State, o export.Options, do func()) welcome.Card {
		room := h.Room
		return welcome.Card{
			Title: title, Text: text,
			Do: func() {
				s.open()
				do()
			},
			Draw: func(ctx context.Context, width, height int) (image.Image, error) {
				const across = 640 // layout pixels of the page that the picture is made smaller from
				o.Size, o.NoData = export.Size{Width: across, Height: across * height / width, Density: 1}, true
				return export.Preview(ctx, room, v, o, max(width, height))
			},
		}
	}
	return []welcome.Card{
		card(t("welcome.look"), t("welcome.lookText"), lit, export.Options{Kind: export.Map}, func() { h.Dispatch(state.FocusOn{Codes: at}) }),
		card(t("welcome.teach"), t("welcome.teachText"), first, export.Options{Kind: export.Slide, Scene: &step}, s.teachFirst),
		card(t("welcome.export"), t("welcome.exportText"), h.State(), export.Options{Kind: export.Chart}, s.Export),
	}
}

// busiest lights the meeting with a place of which the filters leave most statements;
// the first of equals, and nothing if there is none.
func busiest(r *scene.Room, sel *scene.Selection) (best state.Focus) {
	most := 0
	for _, id := range sel.Meetings {
		if n := sel.ByMeeting.Of(id); n > most && r.Data.Meeting(id).Place != "" {
			most, best = n, scene.MeetingFocus(id)
		}
	}
	return best
}

// firstStep is the scene that the example of a lesson begins with.
func (s *Shell) firstStep() export.SceneOf {
	steps := scene.Deck(s.host.Room, s.host.State(), s.host.Printer())
	if list := s.menu.lessons(); len(list) > 0 {
		if of, err := list[0].Presented(s.host.Room, s.host.Printer()); err == nil && len(of) > 0 {
			steps = of
		}
	}
	return export.SceneOf{Step: steps[0], N: 1, Total: len(steps)}
}

// teachFirst presents the first lesson of the data, or the meetings.
func (s *Shell) teachFirst() {
	if list := s.menu.lessons(); len(list) > 0 {
		s.cfg.Lesson(list[0])
	}
	s.Present(false)
}
