package chooser

import (
	"time"

	ftheme "fyne.io/fyne/v2/theme"
)

// typing is how long the beginning of a name may take.
const typing = time.Second

// placed is a row of the places: a place, or what the rows below it are.
type placed struct {
	place
	head bool
}

// mostRecent is how many folders of last time are among the places.
const mostRecent = 6

// findPlaces lists the places: the person's own at once, volumes when they are
// found.
func (x *Chooser) findPlaces() {
	var recent []place
	for _, path := range distinct(x.Recent) {
		if len(recent) < mostRecent {
			recent = append(recent, place{icon: ftheme.HistoryIcon(), name: shownName(stepsOf(path)[len(stepsOf(path))-1].name), path: path})
		}
	}
	go func() {
		mine := own()
		x.scope.Do(func() { x.setPlaces(mine, nil, recent) })
		volumes := drives()
		x.scope.Do(func() { x.setPlaces(mine, volumes, recent) })
	}()
}

// setPlaces lists places, and the others below them under words that say what they
// are.
func (x *Chooser) setPlaces(mine, volumes, recent []place) {
	x.places = nil
	add := func(head string, all []place) {
		if len(all) > 0 && head != "" {
			x.places = append(x.places, placed{place{key: head}, true})
		}
		for _, p := range all {
			x.places = append(x.places, placed{p, false})
		}
	}
	add("", mine)
	add("", volumes)
	add("chooser.recent", recent)
	x.side.fill(len(x.places), func(i int) row {
		p := x.places[i]
		r := row{icon: p.icon, text: p.name, head: p.head}
		if p.key != "" {
			r.text = x.h.T(p.key)
		}
		return r
	})
	x.markPlace()
}

// markPlace marks the place whose folder is listed.
func (x *Chooser) markPlace() {
	at := -1
	for i, p := range x.places {
		if at < 0 && !p.head && same(p.path, x.asked.path) {
			at = i
		}
	}
	if at != x.side.chosen {
		x.side.mark(at)
	}
}

func (x *Chooser) visitPlace(i int) {
	x.visit(x.places[i].path, "")
	x.focusFiles()
}
