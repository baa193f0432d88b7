// Package backrow says what the back row of a room cannot read on a picture: type
// that is too small, texts and marks too faint, categories that look alike, and too
// many words. It knows no lesson; it judges what was drawn.
package backrow

import (
	"image"
	"image/color"
	"unicode"
)

// The rules. Type: who sits eight heights of the screen away reads a fiftieth of it
// (the 8H rule), a fortieth in Han. Contrast: WCAG 2.2, AA. Text that is dimmed on
// purpose, as what is not lit, needs what large text needs.
const (
	TypeShare    = 1.0 / 50
	HanShare     = 1.0 / 40
	TextContrast = 4.5
	LargeText    = 3.0 // from LargeShare of the height on
	LargeShare   = 1.0 / 30
	MarkContrast = 3.0
	LeastApart   = 15.0 // of neighbouring categories of one pattern, in CIELAB, for every eye
	LeastGrey    = 6.0  // of these, in lightness
	MostLines    = 8    // of what is said
	MostLabels   = 12   // of the rows of a chart
	MostPassages = 4
)

// Text is a text as it was drawn.
type Text struct {
	Words  string
	Lacks  string      // letters of Words that the face lacks: boxes stand for them
	Size   float64     // pixels per em
	Ink    color.NRGBA // with its alpha
	Ground color.NRGBA // under it, with its halo
	Box    image.Rectangle
}

// Fill is the look of a category.
type Fill struct {
	Name    string
	Color   color.NRGBA
	Edge    color.NRGBA     // of its outline or pattern; clear for none
	Pattern int             // categories of two patterns differ without colour
	Ground  color.NRGBA     // behind it
	Box     image.Rectangle // where it is seen best; empty if it is not on the page
}

// Page is what was drawn.
type Page struct {
	Height   float64 // pixels
	Texts    []Text
	Fills    [][]Fill // of each chart, in their order
	Lines    int      // of what is said
	Labels   int      // rows of the longest chart
	Passages int
	Repeats  bool // it shows nothing that the page before did not
}

// Kind says what a finding is about.
type Kind string

// The kinds.
const (
	SmallType     Kind = "type"
	FaintText     Kind = "text"
	FaintMark     Kind = "mark"
	AlikeMarks    Kind = "colours"
	TooManyWords  Kind = "words"
	TooManyTexts  Kind = "passages"
	TooManyLabels Kind = "labels"
	NoChange      Kind = "same"
	Boxes         Kind = "boxes"
)

// Finding is one thing that cannot be read well.
type Finding struct {
	Kind     Kind
	Object   string          // the text, or the category or categories
	Vision   string          // of colours: for which eye, or "grey"
	Measured float64         // pixels, a ratio, a distance or a number
	Wanted   float64         // at least, or at most for words
	Box      image.Rectangle // of a text or marks, on the page; empty for what has no one place
}

// Check lists what is hard to read on a page, each object once a kind.
func Check(p *Page) []Finding {
	var out []Finding
	seen := map[[2]string]bool{}
	add := func(f Finding) {
		if key := [2]string{string(f.Kind), f.Object}; !seen[key] {
			seen[key] = true
			out = append(out, f)
		}
	}
	for _, t := range p.Texts {
		if t.Lacks != "" {
			add(Finding{Kind: Boxes, Object: t.Words, Box: t.Box})
		}
		share, least := TypeShare, TextContrast
		for _, r := range t.Words {
			if unicode.Is(unicode.Han, r) {
				share = HanShare
			}
		}
		const slack = 0.25 // half of a half pixel: sizes are rounded
		if want := p.Height * share; t.Size < want-slack {
			add(Finding{Kind: SmallType, Object: t.Words, Measured: t.Size, Wanted: want, Box: t.Box})
		}
		if t.Size >= p.Height*LargeShare || t.Ink.A < 255 {
			least = LargeText
		}
		if got := Contrast(Over(t.Ink, t.Ground), t.Ground); got < least-0.05 {
			add(Finding{Kind: FaintText, Object: t.Words, Measured: got, Wanted: least, Box: t.Box})
		}
	}
	for _, fills := range p.Fills {
		for i, f := range fills {
			got := Contrast(f.Color, f.Ground)
			if f.Edge.A > 0 {
				got = max(got, Contrast(Over(f.Edge, f.Ground), f.Ground))
			}
			if got < MarkContrast-0.05 {
				add(Finding{Kind: FaintMark, Object: f.Name, Measured: got, Wanted: MarkContrast, Box: f.Box})
			}
			if i > 0 && f.Pattern == fills[i-1].Pattern {
				if x, alike := compare(fills[i-1], f); alike {
					add(x)
				}
			}
		}
	}
	if p.Lines > MostLines {
		add(Finding{Kind: TooManyWords, Measured: float64(p.Lines), Wanted: MostLines})
	}
	if p.Passages > MostPassages {
		add(Finding{Kind: TooManyTexts, Measured: float64(p.Passages), Wanted: MostPassages})
	}
	if p.Labels > MostLabels {
		add(Finding{Kind: TooManyLabels, Measured: float64(p.Labels), Wanted: MostLabels})
	}
	if p.Repeats {
		add(Finding{Kind: NoChange})
	}
	return out
}

// compare says for which eye two categories are most alike, if they are too alike.
func compare(a, b Fill) (Finding, bool) {
	f := Finding{Kind: AlikeMarks, Object: a.Name + " / " + b.Name, Vision: "grey", Measured: InGrey(a.Color, b.Color), Wanted: LeastGrey, Box: a.Box.Union(b.Box)}
	worst := f.Measured / f.Wanted
	for _, v := range Visions() {
		if d := v.Apart(a.Color, b.Color); d/LeastApart < worst {
			worst, f.Vision, f.Measured, f.Wanted = d/LeastApart, v.Name, d, LeastApart
		}
	}
	return f, worst < 1
}
