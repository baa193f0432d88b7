package lesson

import (
	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/internal/draw"
)

// Panes makes the panes of a lesson.
type Panes struct {
	Map, Charts func(*host.Scope) fyne.CanvasObject
}

// stage holds the panes of a lesson. One that a scene has made stays for the
// next, so that the map flies and nothing is drawn twice.
type stage struct {
	scope  *host.Scope
	make   Panes
	step   scene.Step
	kept   map[string]fyne.CanvasObject // of the store's view, by name of the pane
	beside *host.Scope                  // of the second view; nil for none
	second fyne.CanvasObject
	shown  []fyne.CanvasObject // from the left
}

func newStage(scope *host.Scope, panes Panes) *stage {
	return &stage{scope: scope, make: panes, kept: map[string]fyne.CanvasObject{}}
}

// show takes the panes of a step.
func (g *stage) show(s scene.Step) {
	if g.beside != nil && (!s.Panes.Twice() || s.Beside != g.step.Beside || s.Panes != g.step.Panes) {
		g.beside.Close()
		g.beside, g.second = nil, nil
	}
	g.step = s
	g.shown = nil
	for i, name := range s.Panes.Parts() {
		if i > 0 && s.Panes.Twice() {
			if g.beside == nil {
				g.beside = g.scope.Beside(s.Beside)
				g.second = g.pane(g.beside, name)
			}
			g.shown = append(g.shown, g.second)
			continue
		}
		if g.kept[name] == nil {
			g.kept[name] = g.pane(g.scope, name)
		}
		g.shown = append(g.shown, g.kept[name])
	}
}

func (g *stage) pane(scope *host.Scope, name string) fyne.CanvasObject {
	switch name {
	case "chart":
		return g.make.Charts(scope)
	case "document":
		return newPassages(scope)
	}
	return g.make.Map(scope)
}

// plan is where the panes are in a part of the window. One alone may have all of
// the window; its number is counted from 1.
func (g *stage) plan(area draw.Box, whole int, window fyne.Size) scene.Plan {
	all := draw.Box{X1: float64(window.Width), Y1: float64(window.Height)}
	boxes, _ := g.step.Panes.Arrange(area)
	for i := range boxes {
		switch whole {
		case 0:
		case i + 1:
			boxes[i] = all
		default:
			boxes[i] = draw.Box{}
		}
	}
	return scene.Plan{Whole: all, Panes: boxes}
}

// place lays the panes out, and hides those that the scene has not or that have no
// room.
func (g *stage) place(boxes []draw.Box) {
	seen := map[fyne.CanvasObject]bool{}
	for i, o := range g.shown {
		seen[o] = !boxes[i].Empty()
	}
	for _, o := range g.kept {
		parts.SetShown(o, seen[o])
	}
	if g.second != nil {
		parts.SetShown(g.second, seen[g.second])
	}
	for i, o := range g.shown {
		if !seen[o] {
			continue
		}
		b := boxes[i]
		o.Move(fyne.NewPos(float32(b.X0), float32(b.Y0)))
		o.Resize(fyne.NewSize(float32(b.Width()), float32(b.Height())))
	}
}

// pieces are the panes over back.
func (g *stage) pieces(back fyne.CanvasObject) []fyne.CanvasObject {
	out := []fyne.CanvasObject{back}
	for _, name := range [...]string{"map", "chart", "document"} {
		if o := g.kept[name]; o != nil {
			out = append(out, o)
		}
	}
	if g.second != nil {
		out = append(out, g.second)
	}
	return out
}
