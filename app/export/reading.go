package export

import (
	"context"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/internal/draw/text"
)

// How a page of the documents pane is set on paper, in points.
const (
	readingTitle   = 18.0
	readingHeading = 12.5
	readingSmall   = 8.5
	readingLetters = 75 // of a full line of running text, on average
	readingIndent  = 18.0
	readingFoot    = 36.0 // from the lower edge
)

// WriteReading writes what the documents pane shows of a view as PDF, A4
// upright, about 75 letters a line, with page numbers. Equal room, view and
// options give equal bytes. It stops with ctx's error when ctx ends.
func WriteReading(ctx context.Context, w io.Writer, room *scene.Room, s state.State, o Options) error {
	s.Theme = state.Print
	o.Kind, o.Size = Chart, Size{Width: 1, Height: 1, Density: 1}
	j, err := newJob(room, s, o)
	if err != nil {
		return err
	}
	r := &reading{on: a4, style: j.tally.Chart(j.pal).Style, page: scene.Reader(room, scene.Select(room.Data, s), s, j.p)}
	words := j.words
	words.Description, words.Source = "", ""
	for i := range r.page.Len() {
		if err := ctx.Err(); err != nil {
			return err
		}
		b := r.page.Block(i)
		if b.Kind == scene.TitleBlock {
			words.Title = b.Text
		}
		r.letters(b)
	}
	r.turn()
	for i := range r.page.Len() {
		if err := ctx.Err(); err != nil {
			return err
		}
		r.block(r.page.Block(i))
	}
	doc := j.newPDF(words)
	for i, p := range r.pages {
		doc.AddPage(a4.width, a4.height)
		number := fmt.Sprintf("%s / %s", j.p.Int(i+1), j.p.Int(len(r.pages)))
		p.y = a4.height - readingFoot
		p.write(r.style.Regular, readingSmall, r.style.InkMuted, r.left(), scene.DataVersion(room, j.p))
		p.write(r.style.Regular, readingSmall, r.style.InkMuted, r.left()+r.width()-r.style.Regular.Width(number)*readingSmall, number)
		if err := doc.Put(ctx, p.pic, 0, 0, 1); err != nil {
			return err
		}
	}
	_, err = doc.WriteTo(w)
	return err
}

// reading is a page of the pane on its way onto sheets of paper.
type reading struct {
	style charts.Style
	on    format
	page  scene.Page
	pages []*paper

	sum   float64 // widths of running text at size 1
	count int     // its letters
}

// letters measures the running text of a block, from which the line's length
// follows.
func (r *reading) letters(b scene.Block) {
	if b.Kind == scene.Paragraph || b.Kind == scene.ListItem || b.Kind == scene.StatementBlock {
		r.sum += r.style.Regular.Width(b.Text)
		r.count += utf8.RuneCountInString(b.Text)
	}
}

// width is that of a line.
func (r *reading) width() float64 {
	most := r.on.width - 2*sheetMargin
	if r.count == 0 {
		return most
	}
	return min(most, readingLetters*handoutType*r.sum/float64(r.count))
}

// left is where lines begin: the column stands in the middle.
func (r *reading) left() float64 { return (r.on.width - r.width()) / 2 }

// turn begins a sheet.
func (r *reading) turn() { r.pages = append(r.pages, newPaper(r.on, sheetMargin)) }

// room begins a sheet unless so much height is left.
func (r *reading) room(height float64) *paper {
	if p := r.pages[len(r.pages)-1]; p.y+height <= r.on.height-sheetMargin-readingFoot/2 {
		return p
	}
	r.turn()
	return r.pages[len(r.pages)-1]
}

// run is a paragraph: its first words may be bold, its lines may stand in, and a
// mark may stand before the first.
type run struct {
	words, lead, mark string
	size, in, before  float64
	bold, muted       bool
	keep              float64 // height that must be left below it, so that it heads something
}

func (r *reading) set(x run) {
	if x.words == "" {
		return
	}
	face, ink := r.style.Regular, r.style.Ink
	if x.bold {
		face = r.style.Bold
	}
	if x.muted {
		ink = r.style.InkMuted
	}
	if !strings.HasPrefix(x.words, x.lead) {
		x.lead = ""
	}
	leading := x.size * handoutLeading / handoutType
	measure := func(part string) float64 {
		if rest, ok := strings.CutPrefix(part, x.lead); ok && x.lead != "" {
			return (r.style.Bold.Width(x.lead) + face.Width(rest)) * x.size
		}
		return face.Width(part) * x.size
	}
	p := r.room(x.before + leading + x.keep)
	if p.y > sheetMargin {
		p.y += x.before
	}
	lines := text.Lines(x.words, r.width()-x.in, measure)
	for i, line := range lines {
		need := leading
		if len(lines) > 1 && (i == 0 || i == len(lines)-2) {
			need *= 2 // no line of a paragraph stands alone on a sheet
		}
		p = r.room(need)
		p.y += leading
		at := r.left() + x.in
		if i == 0 && x.mark != "" {
			p.write(r.style.Regular, x.size, r.style.InkMuted, r.left(), x.mark)
		}
		if rest, ok := strings.CutPrefix(line, x.lead); i == 0 && ok && x.lead != "" {
			p.write(r.style.Bold, x.size, ink, at, x.lead)
			at += r.style.Bold.Width(x.lead) * x.size
			line = rest
		}
		p.write(face, x.size, ink, at, line)
	}
}

// block sets a block of the pane.
func (r *reading) block(b scene.Block) {
	body, small := run{size: handoutType, before: 6, muted: b.Muted}, run{size: readingSmall, before: 2, muted: true}
	with := func(x run, words string, change ...func(*run)) {
		x.words = words
		for _, f := range change {
			f(&x)
		}
		r.set(x)
	}
	in := func(x *run) { x.in = readingIndent }
	switch b.Kind {
	case scene.TitleBlock:
		r.set(run{words: b.Text, size: readingTitle, bold: true, keep: 3 * handoutLeading})
	case scene.Heading:
		r.set(run{words: b.Text, size: readingHeading, bold: true, before: 14, keep: 3 * handoutLeading})
	case scene.Paragraph:
		with(body, b.Text, func(x *run) { x.lead = b.Lead })
	case scene.ListItem:
		with(body, b.Text, in, func(x *run) { x.lead, x.mark, x.before = b.Lead, b.Mark, 4 })
	case scene.Meta:
		with(small, b.Label+": "+b.Text, func(x *run) { x.lead, x.muted = b.Label+":", false })
	case scene.StatementBlock:
		with(small, strings.Join(append([]string{b.ID, b.StatusLabel}, b.Badges...), " · "), func(x *run) { x.before, x.keep = 8, handoutLeading })
		with(body, b.Text, in, func(x *run) { x.before = 0 })
		for _, t := range []string{b.Speaker, b.Note, b.Since} {
			with(small, t, in)
		}
	case scene.CommentBlock:
		with(small, strings.Join(append([]string{b.Label}, b.Badges...), " · "), func(x *run) { x.before = 8 })
		with(body, b.Text, in, func(x *run) { x.before = 0 })
	case scene.DocumentLink, scene.MeetingLink, scene.PersonLink, scene.TermLink:
		with(body, b.Text, func(x *run) { x.before = 5 })
		with(small, b.Label, in, func(x *run) { x.before = 0 })
	default:
		with(small, b.Text, func(x *run) { x.before = 4 })
	}
}
