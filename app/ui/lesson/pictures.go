package lesson

import (
	"context"
	"image"
	"strings"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/work"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// order is what a small picture of a scene is made of.
type order struct {
	step   *scene.Step // of the lesson, whose scenes stay where they are while its words do
	n, of  int
	begun  bool // the step hides its question and answer only as far as it says so
	person state.Person
	room   *scene.Room
	side   int // pixels of its longer side
	aspect float32
}

// shot is a small picture of a scene, and where it has the panes.
type shot struct {
	*image.RGBA
	panes []draw.Box     // in shares of the picture
	maps  []geo.Viewport // what they show, as of [scene.Plan]
}

// pictures draws scenes small, as the slides of an export, behind the window's
// goroutine, and keeps what it drew.
type pictures struct {
	kept   *work.Cache[order, shot]
	worker *work.Latest[order, shot]
	wanted []order // that are not drawn yet, the most urgent first
	failed map[order]bool
}

// keptBytes bounds the pictures in memory: those of 200 scenes, 320 pixels wide.
const keptBytes = 48 << 20

// newPictures begins to draw in the scope; arrived hears of each picture.
func newPictures(scope *host.Scope, s *Show, arrived func()) *pictures {
	p := &pictures{
		kept:   work.NewCache[order](keptBytes, func(i shot) int64 { return int64(len(i.Pix)) }),
		failed: map[order]bool{},
	}
	p.worker = host.Latest(scope, s.draw, func(o order, pic shot, err error) {
		if err != nil {
			scope.Log.WithError(err).WithField("scene", o.n).Warn("picture of a scene")
			p.failed[o] = true
		} else {
			p.kept.Put(o, pic)
			arrived()
		}
		p.next()
	})
	scope.OnClose(func() { p.kept.Clear(); p.wanted = nil })
	return p
}

// layoutHeight is that of the page a picture is made smaller from.
const layoutHeight = 720

func drawOrder(ctx context.Context, o order) (shot, error) {
	v := state.Default()
	v.View, v.Person = o.step.View, o.person
	step := *o.step
	step.Strokes = nil // what is drawn in this lesson lies over the picture
	step.Caption, step.Gaps = o.words(i18n.For(v.Lang)), nil
	size := export.Size{Width: int(layoutHeight * o.aspect), Height: layoutHeight, Density: layoutHeight * floorShare / leastType}
	pic, set, err := export.PreviewSlide(ctx, o.room, v, export.Options{
		Kind: export.Slide, Size: size, NoData: true, Scene: &export.SceneOf{Step: step, N: o.n, Total: o.of},
	}, o.side)
	if err != nil {
		return shot{}, err
	}
	out, w, h := shot{RGBA: pic}, float64(pic.Rect.Dx()), float64(pic.Rect.Dy())
	for _, p := range set.Panes {
		out.maps = append(out.maps, p.View)
		out.panes = append(out.panes, draw.Box{X0: float64(p.Box.Min.X) / w, Y0: float64(p.Box.Min.Y) / h, X1: float64(p.Box.Max.X) / w, Y1: float64(p.Box.Max.Y) / h})
	}
	return out, nil
}

// words are those beside the panes: the caption, and what the room has been asked and told.
func (o order) words(p *i18n.Printer) string {
	x := o.step
	said := []string{x.Caption}
	if x.Hidden.Has(state.HideCaption) && x.Caption != "" {
		said[0] = p.T("present.captionHidden")
	}
	if o.begun && !x.Hidden.Has(state.HideQuestion) {
		said = append(said, x.Question.Text)
		if !x.Hidden.Has(state.HideAnswer) {
			said = append(said, x.Question.Answer)
		}
	}
	return strings.TrimSpace(strings.Join(said, "\n"))
}

// of returns the order of a scene as the host's person sees it.
func (p *pictures) of(s *Show, i, side int, aspect float32) order {
	person := s.h.State().Person // with the look that shows
	person.TextSize = 1
	return order{step: &s.deck[i], n: i + 1, of: len(s.deck), person: person, room: s.h.Room, side: side, aspect: aspectOf(aspect)}
}

// aspectOf is the width of a picture by its height, for a room's window of the aspect.
func aspectOf(window float32) float32 { return min(max(window, 1), 2.5) }

// get returns a picture if it is there; else its image is nil.
func (p *pictures) get(o order) shot {
	pic, _ := p.kept.Get(o)
	return pic
}

// want has those drawn that are not there, the first first, and none of those
// that were wanted before.
func (p *pictures) want(list []order) {
	p.wanted = p.wanted[:0]
	for _, o := range list {
		if _, ok := p.kept.Get(o); !ok && !p.failed[o] {
			p.wanted = append(p.wanted, o)
		}
	}
	p.next()
}

func (p *pictures) next() {
	for len(p.wanted) > 0 {
		o := p.wanted[0]
		if _, ok := p.kept.Get(o); ok || p.failed[o] {
			p.wanted = p.wanted[1:]
			continue
		}
		p.worker.Request(o)
		return
	}
}
