package docview

import (
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// marked is what a block's marks were made for.
type marked struct {
	query string
	here  bool
}

// The washes behind words that are searched for: how much of the accent they
// have, and how much where a person has stepped.
const marksAlpha, hereAlpha = 0x40, 0x80

// mark lays washes behind the words of a query, stronger ones if a person has
// stepped here.
func (x *block) mark(query string, here bool) {
	want := marked{query, here && query != ""}
	if want == x.marked {
		return
	}
	x.marked = want
	wash, q := x.h.Palette().Accent, dataset.NewQuery(query)
	wash.A = marksAlpha
	if here {
		wash.A = hereAlpha
	}
	for _, c := range x.pieces {
		if p, ok := c.object.(*parts.Paragraph); ok {
			p.Mark(x.h.Room.Data.Marks(q, p.Text()), wash)
		}
	}
}

// mostCounted is how many blocks of a page are looked through for their number.
const mostCounted = 2000

// stepFound goes to the next block with a mark, or to the one before.
func (r *reader) stepFound(by int) {
	f, q := r.flow, dataset.NewQuery(r.flow.query)
	if q.Empty() || f.len() == 0 {
		return
	}
	from := f.here
	if from < 0 {
		if from, _ = f.first(r.scroll.Offset.Y); by > 0 {
			from--
		}
	}
	for n := range f.len() {
		i := ((from+by*(n+1))%f.len() + f.len()) % f.len()
		if r.has(q, f.block(i)) {
			r.stepTo(i, q)
			return
		}
	}
}

func (r *reader) stepTo(i int, q dataset.Query) {
	f, was := r.flow, r.flow.here
	f.here = i
	if x := f.built[was]; x != nil {
		x.mark(f.query, false)
	}
	if b := f.block(i); b.Kind == scene.StatementBlock && !f.open[b.ID] && len(r.h.Room.Data.Marks(q, b.Note)) > 0 {
		r.fold(b.ID) // the word may stand nowhere else
	}
	f.at(i).mark(f.query, true)
	r.into(i)
	if f.len() > mostCounted {
		r.found("")
		return
	}
	k, all := 0, 0
	for j := range f.len() {
		if r.has(q, f.block(j)) {
			all++
			if j <= i {
				k++
			}
		}
	}
	r.found(r.h.T("scene.hitOf", i18n.Args{"K": r.h.Printer().Int(k), "N": r.h.Printer().Int(all)}))
}

// has reports whether a block shows a word of q.
func (r *reader) has(q dataset.Query, b scene.Block) bool {
	for _, t := range []string{b.Text, b.Label, b.Speaker, b.Note, b.Since} {
		if len(r.h.Room.Data.Marks(q, t)) > 0 {
			return true
		}
	}
	return false
}
