package shell

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
)

// Title is the window's first title, and so its class on X11, by which a desktop
// entry finds it.
const Title = "C+C5 Atlas"

// Entitle has the title of the window, which is on the screen now, say what it shows and
// whose data: X11 takes a window's class from its first title.
func (s *Shell) Entitle() {
	s.entitled = true
	s.entitle()
}

func (s *Shell) entitle() {
	if !s.entitled {
		return
	}
	h := s.host
	p := h.Printer()
	says := []string{clip(scene.WindowTitle(h.Room, h.State(), p)), h.T("shell.program")}
	if own := scene.OwnData(h.Room, p); own != "" {
		says = slices.Insert(says, 1, clip(own))
	}
	if title := strings.Join(says, " – "); s.window.Title() != title {
		s.window.SetTitle(title)
	}
}

// watchTitle keeps it in step with all that it names.
func (s *Shell) watchTitle() {
	type named struct {
		state.Subject
		state.Focus
		state.Chart
		lang   string
		charts bool
	}
	host.Watch(s.scope, func(v state.State) named {
		return named{v.Subject, v.Focus, v.Chart, v.Lang, !v.HideCharts}
	}, func(named) { s.entitle() })
}
