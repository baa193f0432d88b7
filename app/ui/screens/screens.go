// Package screens says which screens the computer has, shares them out among the
// windows of a lesson, and puts windows on them. Fyne knows no more than that there is
// a second one; GLFW, which its windows are made with, does all this. Everything is in
// the system's own pixels and belongs to the UI goroutine.
package screens

import (
	"cmp"
	"slices"
)

// Box is a rectangle of the desktop.
type Box struct{ X, Y, Width, Height int }

// Screen is one screen of the computer.
type Screen struct {
	Name    string
	Primary bool
	Box
	Work Box // what bars and docks leave of it
}

// sorted puts the primary screen first and the others from left to right; of screens
// that show the same it keeps one.
func sorted(list []Screen) []Screen {
	first := func(s Screen) int {
		if s.Primary {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(list, func(a, b Screen) int {
		return cmp.Or(cmp.Compare(first(a), first(b)), cmp.Compare(a.X, b.X), cmp.Compare(a.Y, b.Y))
	})
	var out []Screen
	for _, s := range list {
		if s.Width > 0 && s.Height > 0 && !slices.ContainsFunc(out, func(x Screen) bool { return x.X == s.X && x.Y == s.Y }) {
			out = append(out, s)
		}
	}
	return out
}

// beside sets screens that all claim the same corner beside each other. Some of
// Wayland's compositors, sway for one, tell no client where a screen is; those that
// show the same on two screens, as KDE's can, do tell.
func beside(list []Screen) {
	if slices.ContainsFunc(list, func(s Screen) bool { return s.X != 0 || s.Y != 0 }) {
		return
	}
	x := 0
	for i := range list {
		list[i].X += x
		list[i].Work.X += x
		x += list[i].Width
	}
}

// Kind is how a window lies on a screen.
type Kind int

// The kinds.
const (
	Whole Kind = iota // all of the screen, without a frame
	Large             // as large as its frame, bars and docks allow
	Plain             // a plain window
)

// Place is where a window is to be.
type Place struct {
	Kind   Kind
	Screen Screen
	Box    Box // of a plain window, with its frame
}

// Arrange shares the screens out between the room's window and, where twice, the
// presenter's; room is the screen that the room is to have, of a list that has one at
// least. On two screens each has its own, the presenter's a plain one; on one screen
// both are plain windows beside each other, as a video call needs them.
func Arrange(list []Screen, room int, twice bool) (rooms, presenters Place) {
	room = min(max(room, 0), len(list)-1)
	on := list[room]
	switch {
	case !twice:
		return Place{Kind: Whole, Screen: on}, Place{}
	case len(list) > 1:
		other := 0
		if room == 0 {
			other = 1
		}
		return Place{Kind: Whole, Screen: on}, Place{Kind: Large, Screen: list[other]}
	}
	// The room's window keeps the form of a projector, and its frame.
	left := on.Work
	left.Width = left.Width * 55 / 100
	left.Height = min(left.Height, left.Width*9/16+frame)
	right := on.Work
	right.X += left.Width
	right.Width -= left.Width
	return Place{Kind: Plain, Screen: on, Box: left}, Place{Kind: Plain, Screen: on, Box: right}
}

// frame is about what the upper edge of a window's frame takes, while that is not known.
const frame = 32

// Spot is where a window was, for it to return to.
type Spot struct {
	Box
	Large bool `json:",omitempty"`
	Known bool
	Frame [4]int `json:"-"` // around it, if that is known: left, top, right, below
}

// Then is what is remembered of a window that was at s and is at now: of one that fills
// its screen also the plain box that it had before; of one that is nowhere, what was.
func (s Spot) Then(now Spot) Spot {
	switch {
	case !now.Known:
		return s
	case now.Large && s.Known:
		now.Box = s.Box
	}
	return now
}

// Fit is where a window that was at s is to be now: there, but within the screen that
// has most of it, frame and all, and no larger. On a screen that is gone it is nowhere,
// not Known. At least one screen must be listed.
func Fit(list []Screen, s Spot) Spot {
	var on Screen
	most := 0
	for _, x := range list {
		w := min(s.X+s.Width, x.X+x.Width) - max(s.X, x.X)
		h := min(s.Y+s.Height, x.Y+x.Height) - max(s.Y, x.Y)
		if w > 0 && h > 0 && w*h > most {
			on, most = x, w*h
		}
	}
	if most == 0 || !s.Known {
		return Spot{}
	}
	e := s.Frame
	free := Box{on.Work.X + e[0], on.Work.Y + e[1], on.Work.Width - e[0] - e[2], on.Work.Height - e[1] - e[3]}
	s.Width, s.Height = min(s.Width, free.Width), min(s.Height, free.Height)
	s.X, s.Y = max(min(s.X, free.X+free.Width-s.Width), free.X), max(min(s.Y, free.Y+free.Height-s.Height), free.Y)
	return s
}
