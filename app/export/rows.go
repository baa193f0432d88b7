package export

import (
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// Rows returns the numbers behind a chart, as its table shows them, or behind
// the map, in long form. It fails with [ErrNoTable] for a dashboard.
func Rows(room *scene.Room, s state.State, kind Kind) (head []string, rows [][]string, err error) {
	s = View(s)
	sel, p := scene.Select(room.Data, s), i18n.For(s.Lang)
	switch kind {
	case Chart:
		head, rows = scene.Count(room, sel, s, p).Table()
	case Map:
		t := tableOf(plotMap(room, sel, s, p))
		head, rows = t.Columns, t.Rows
	default:
		err = ErrNoTable
	}
	return head, rows, err
}
