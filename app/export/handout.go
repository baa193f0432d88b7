package export

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/draw/text"
)

// Handout says how the pages of a lesson for people's hands are made.
type Handout struct {
	PerPage int  // scenes on a page: one of [PerPage]; 0 is 1
	NoNotes bool // leave the teacher's notes out
	Letter  bool // on paper of 8.5 x 11 inches, not A4
}

// PerPage lists how many scenes a page of a handout can have. Beside each of three
// there are lines to write on.
func PerPage() []int { return []int{1, 3, 6} }

func (h Handout) format() format {
	if h.Letter {
		return letter
	}
	return a4
}

// Sizes of a handout, in points.
const (
	footType    = 7.5
	footPlace   = 28.0 // of its base line above the lower edge
	threeWide   = 0.56 // of the width between the margins is the scene's, where three are on a page
	sixGap      = 20.0
	pictureRoom = 0.62 // of the height, at most, where one is on a page
	labelType   = 9.0
)

// handout writes the scenes in the look for paper, as vectors, with the notes on
// the page of their scene, or behind all where a page has several.
func (b *box) handout(w io.Writer) error {
	h := b.o.Handout
	if h.PerPage == 0 {
		h.PerPage = 1
	}
	if !slices.Contains(PerPage(), h.PerPage) {
		return fmt.Errorf("handout: %d scenes a page", h.PerPage)
	}
	pages, err := b.pages(h.format())
	if err != nil {
		return err
	}
	for i := range b.Steps {
		switch h.PerPage {
		case 1:
			err = pages.whole(b, i, h.NoNotes)
		case 3:
			err = pages.third(b, i)
		default:
			err = pages.sixth(b, i)
		}
		if err != nil {
			return fmt.Errorf("handout, scene %d: %w", i+1, err)
		}
	}
	if h.PerPage > 1 && !h.NoNotes {
		pages.notes(b)
	}
	return pages.write(b, w)
}

// pages are the pages of a document under way: on each what was written, over the
// pictures that were put there.
type pages struct {
	*reading
	first    *job // whose words and look the document has
	pictures map[int][]placed
}

// placed is a slide on a page, its upper left corner in points.
type placed struct {
	j          *job
	x, y, unit float64 // points a layout pixel
}

// pages begins a document.
func (b *box) pages(on format) (*pages, error) {
	j, err := b.job(0, b.o.Size)
	if err != nil {
		return nil, err
	}
	return &pages{reading: &reading{style: j.frame("").Style, on: on}, first: j, pictures: map[int][]placed{}}, nil
}

// paperDots is how fine pictures are inside the vectors of a page, and how much
// detail a map has: as many dots an inch as a printer of classrooms shows.
const paperDots = 150

// onPaper is the size of a slide that will be so many points wide, with the same
// layout.
func (s Size) onPaper(points float64) Size {
	if shrink := points / 72 * paperDots / float64(s.Width); shrink < 1 {
		less := func(px int) int { return max(1, int(math.Round(float64(px)*shrink))) }
		s.Width, s.Height, s.Density = less(s.Width), less(s.Height), s.Density*shrink
	}
	return s
}

// job prepares scene i, from 0, in the look for paper.
func (b *box) job(i int, size Size) (*job, error) {
	o := b.o.Options
	o.Kind, o.Scene, o.Size = Slide, sceneIn(b.Steps, i), size
	by := b.By
	by.Theme = state.Print
	return newJob(b.room, seen(b.Steps[i], by), o)
}

// put places a scene on the last page, no wider or higher than this, and returns how
// large it is there.
func (g *pages) put(j *job, x, y, width, height float64) (w, h float64) {
	across, down := j.options.Size.layout()
	unit := min(width/across, height/down)
	at := len(g.reading.pages) - 1
	g.pictures[at] = append(g.pictures[at], placed{j, x, y, unit})
	return across * unit, down * unit
}

// slide is put for scene i as the room sees it.
func (g *pages) slide(b *box, i int, x, y, width, height float64) (w, h float64, err error) {
	j, err := b.job(i, b.o.Size.onPaper(width))
	if err != nil {
		return 0, 0, err
	}
	w, h = g.put(j, x, y, width, height)
	return w, h, nil
}

// wide is what there is between the margins.
func (g *pages) wide() float64 { return g.on.width - 2*sheetMargin }

// end is the lowest line of a page.
func (g *pages) end() float64 { return g.on.height - sheetMargin - readingFoot/2 }

// last is the page that is written on.
func (g *pages) last() *paper { return g.reading.pages[len(g.reading.pages)-1] }

// whole makes the page of a scene, and more if its note is long.
func (g *pages) whole(b *box, i int, noNotes bool) error {
	g.turn()
	w, h, err := g.slide(b, i, sheetMargin, sheetMargin, g.wide(), (g.on.height-2*sheetMargin)*pictureRoom)
	if err != nil {
		return err
	}
	on := g.pictures[len(g.reading.pages)-1]
	on[len(on)-1].x = (g.on.width - w) / 2
	g.last().y = sheetMargin + h + 12
	if note := b.Steps[i].Note; note != "" && !noNotes {
		g.set(run{words: b.p.T("export.handoutNote"), size: labelType, before: 4, muted: true, keep: handoutLeading})
		g.paragraphs(note)
	}
	g.last().rules(g.first.pal.Hairline, sheetMargin, g.wide(), g.end())
	return nil
}

// paragraphs sets a text of several.
func (g *pages) paragraphs(words string) {
	for para := range strings.SplitSeq(words, "\n") {
		g.set(run{words: strings.TrimSpace(para), size: handoutType, before: 4})
	}
}

// height is what paragraphs takes.
func (g *pages) height(words string) (sum float64) {
	for para := range strings.SplitSeq(words, "\n") {
		if para = strings.TrimSpace(para); para != "" {
			lines := text.Lines(para, g.wide(), func(s string) float64 { return g.style.Regular.Width(s) * handoutType })
			sum += 4 + float64(len(lines))*handoutLeading
		}
	}
	return sum
}

// third puts a scene on a third of a page, and lines beside it.
func (g *pages) third(b *box, i int) error {
	if i%3 == 0 {
		g.turn()
	}
	high := (g.end() - sheetMargin) / 3
	top := sheetMargin + float64(i%3)*high
	w, h, err := g.slide(b, i, sheetMargin, top, g.wide()*threeWide, high-2*handoutLeading)
	if err != nil {
		return err
	}
	p := g.last()
	at := sheetMargin + w + 16
	p.y = top + ruleDistance/2 - 8
	p.rules(g.first.pal.Hairline, at, g.on.width-sheetMargin-at, top+max(h, high*0.7)+1)
	return nil
}

// sixth puts a scene on a sixth of a page, and its title below, for what is on it is
// small.
func (g *pages) sixth(b *box, i int) error {
	if i%6 == 0 {
		g.turn()
	}
	wide, high := (g.wide()-sixGap)/2, (g.end()-sheetMargin)/3
	x, top := sheetMargin+float64(i%2)*(wide+sixGap), sheetMargin+float64(i%6/2)*high
	_, h, err := g.slide(b, i, x, top, wide, high-2*handoutLeading)
	if err != nil {
		return err
	}
	p := g.last()
	p.y = top + h + 2
	for _, line := range firstLines(g.style.Bold, fmt.Sprintf("%d  %s", i+1, b.Steps[i].Title), wide, labelType, 2) {
		p.y += labelType * 1.35
		p.write(g.style.Bold, labelType, g.style.Ink, x, line)
	}
	return nil
}

// firstLines breaks words into no more than so many lines.
func firstLines(f *text.Face, words string, width, size float64, most int) []string {
	measure := func(s string) float64 { return f.Width(s) * size }
	lines := text.Lines(words, width, measure)
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = f.Cut(lines[most-1]+text.Ellipsis, width/size)
	}
	return lines
}

// notes sets the notes of all scenes on pages of their own. Of a scene that hides
// something there are two, which have one note.
func (g *pages) notes(b *box) {
	if !slices.ContainsFunc(b.Steps, func(s scene.Step) bool { return s.Note != "" }) {
		return
	}
	g.turn()
	g.set(run{words: b.p.T("export.handoutNotes"), size: readingTitle, bold: true, keep: 3 * handoutLeading})
	for i, s := range b.Steps {
		if s.Note != "" && (i == 0 || s.Note != b.Steps[i-1].Note || s.Title != b.Steps[i-1].Title) {
			g.set(run{words: fmt.Sprintf("%d  %s", i+1, s.Title), size: handoutType, bold: true, before: 12, keep: 2 * handoutLeading})
			g.paragraphs(s.Note)
		}
	}
}

// write writes the document: on each page its pictures, its words, and a foot with
// title, source and number.
func (g *pages) write(b *box, w io.Writer) error {
	words := g.first.words
	var titles []string
	for _, s := range b.Steps {
		titles = append(titles, s.Title)
	}
	words.Title, words.Description = b.called(), strings.Join(titles, "; ")
	doc := g.first.newPDF(words)
	for i, p := range g.reading.pages {
		doc.AddPage(g.on.width, g.on.height)
		for _, x := range g.pictures[i] {
			on := &pdfSheet{doc: doc, x: x.x, y: x.y, density: x.j.options.Size.Density, unit: x.unit}
			if err := x.j.compose(b.ctx, on); err != nil {
				return err
			}
			if err := x.j.outline(b.ctx, on, x.j.page()); err != nil {
				return err
			}
			b.drawn()
		}
		g.foot(b, p, i)
		if err := doc.Put(b.ctx, p.pic, 0, 0, 1); err != nil {
			return err
		}
	}
	_, err := doc.WriteTo(w)
	return err
}

// foot says what the page is of, whose numbers it has, and which page it is.
func (g *pages) foot(b *box, p *paper, i int) {
	muted, face := g.style.InkMuted, g.style.Regular
	number := b.p.Int(i+1) + " / " + b.p.Int(len(g.reading.pages))
	wide := face.Width(number) * footType
	p.y = g.on.height - footPlace
	p.write(face, footType, muted, g.on.width-sheetMargin-wide, number)
	whose := scene.DataVersion(b.room, b.p)
	source := joined(" · ", b.called(), b.room.Data.Profile.Credit.In(b.p.Lang()), whose)
	if face.Width(source)*footType > g.wide()-wide-24 {
		source = joined(" · ", b.called(), whose)
	}
	for _, line := range firstLines(face, source, g.wide()-wide-24, footType, 1) {
		p.write(face, footType, muted, sheetMargin, line)
	}
}
