package docview

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// block shows one piece of a page. Its height follows from its width.
type block struct {
	parts.Hover

	b      scene.Block
	h      *host.Host
	do     gestures
	open   bool // the remark shows
	pieces []piece
	before float32 // space above
	width  float32 // that high is for; 0: not yet
	high   float32

	wash, rule *canvas.Rectangle
	cursor     bool // the keyboard is here
	marked     marked
	words      []*parts.Word
}

// gestures is what is done with a block and its text.
type gestures struct {
	act   func(scene.Block)                // a click
	menu  func(scene.Block, fyne.Position) // a right click
	press func(*desktop.MouseEvent)        // the pointer goes down
	drag  func(*fyne.DragEvent)            // and moves
	drop  func()                           // and comes up again after that
	quiet func() bool                      // a click belongs to a double one
	fold  func(id string)                  // a remark opens or closes
}

// piece is a part of a block and where it stands.
type piece struct {
	object fyne.CanvasObject
	left   float32 // from the block's left edge
	width  float32 // 0: up to the right margin
	beside bool    // on the line of the piece before, not below it
	gap    float32 // space above
	fold   bool    // it opens what is no text of the page yet
}

var (
	_ parts.Flowing = (*block)(nil)
	_ fyne.Tappable = (*block)(nil)

	_ desktop.Mouseable = (*block)(nil)
	_ fyne.Draggable    = (*block)(nil)
)

const margin = theme.Space4

const (
	// textMost is the most runes of one text, which may be anyone's.
	textMost = 8000
	// lineMost is the most letters of a line that an eye follows with ease.
	lineMost = 75
)

func clip(text string) string { return parts.Clip(text, textMost) }

func newBlock(h *host.Host, b scene.Block, open bool, do gestures) *block {
	x := &block{h: h, b: b, do: do, open: open, wash: canvas.NewRectangle(color.Transparent), rule: canvas.NewRectangle(color.Transparent)}
	x.build()
	x.Tip = b.Tip
	x.Pointer = desktop.TextCursor
	if acts(b) {
		x.Pointer = desktop.PointerCursor
	}
	x.Marks = []fyne.CanvasObject{x.wash, x.rule}
	x.Init(x, h)
	return x
}

// same reports whether b differs from what the block shows in its selection
// and action only.
func (x *block) same(b scene.Block) bool {
	a := x.b
	return a.Kind == b.Kind && a.Label == b.Label && a.Text == b.Text && a.ID == b.ID && a.Status == b.Status && a.StatusLabel == b.StatusLabel &&
		a.Lead == b.Lead && a.Mark == b.Mark && a.Tip == b.Tip && a.Speaker == b.Speaker && a.Note == b.Note && a.Since == b.Since && a.Muted == b.Muted && slices.Equal(a.Badges, b.Badges)
}

// set shows a block that is the same but for its selection.
func (x *block) set(b scene.Block) {
	changed := x.b.Selected != b.Selected
	x.b = b
	if changed {
		x.Repaint()
	}
}

// acts reports whether a click on the block does anything.
func acts(b scene.Block) bool { return b.Action != nil || b.Kind == scene.LinkBlock }

// Paint implements parts.Drawn.
func (x *block) Paint() {
	p := x.h.Palette()
	x.wash.FillColor, x.rule.FillColor = color.Transparent, color.Transparent
	x.wash.StrokeColor, x.wash.StrokeWidth = color.Transparent, 0
	switch {
	case x.b.Selected:
		x.wash.FillColor, x.rule.FillColor = p.Selected, p.Accent
	case x.Hovered() && acts(x.b):
		x.wash.FillColor = p.Hover
	case x.b.Kind == scene.CommentBlock, x.b.Kind == scene.PassageBlock && x.b.Muted:
		x.wash.FillColor, x.rule.FillColor = p.Paper, p.Hairline
	case coded(x.b):
		x.rule.FillColor = p.InkMuted
	case x.b.Kind == scene.NoteBlock:
		x.rule.FillColor = p.Hairline
	}
	if x.cursor {
		x.wash.StrokeColor, x.wash.StrokeWidth = p.Accent, 2
	}
}

// build makes the pieces of the block's kind.
func (x *block) build() {
	p, b := x.h.Palette(), x.b
	size := func(s float32) float32 { return parts.Scaled(x.h, s) }
	ink := p.Ink
	if b.Muted {
		ink = p.InkMuted
	}
	add := func(left, gap float32, o fyne.CanvasObject) {
		x.pieces = append(x.pieces, piece{object: o, left: left, gap: gap})
	}
	text := func(t string, s float32, bold bool, c color.Color) *parts.Paragraph {
		return parts.NewParagraph(clip(t), size(s), bold, c).Most(lineMost)
	}
	prose := func(t string, s float32, c color.Color) *parts.Paragraph {
		return x.explained(text(t, s, false, c).Lead(b.Lead))
	}
	switch b.Kind {
	case scene.Overline:
		x.before = theme.Space4
		add(margin, 0, text(b.Text, theme.Small, false, p.InkMuted))
	case scene.TitleBlock:
		x.before = theme.Space1
		add(margin, 0, text(b.Text, theme.Title, true, ink))
	case scene.Meta:
		x.before = theme.Space1
		column := size(104)
		x.pieces = []piece{
			{object: text(b.Label, theme.Small, false, p.InkMuted), left: margin, width: column},
			{object: text(b.Text, theme.Small, false, ink), left: margin + column + theme.Space2, beside: true},
		}
	case scene.Heading:
		x.before = theme.Space5
		s := theme.Lead
		if b.Label != "" { // a domain below "Statements"
			x.before, s = theme.Space4, theme.Body
		}
		add(margin, 0, text(b.Text, s, true, ink))
		line := parts.Hairline(x.h)
		add(margin, theme.Space1, line)
	case scene.Paragraph:
		x.before = theme.Space2
		add(margin, 0, prose(b.Text, theme.Body, ink))
	case scene.ListItem:
		x.before = theme.Space2
		column := max(size(18), parts.Measure(b.Mark+" ", size(theme.Body), false).Width)
		x.pieces = []piece{
			{object: text(b.Mark, theme.Body, false, p.InkMuted), left: margin, width: column},
			{object: prose(b.Text, theme.Body, ink), left: margin + column, beside: true},
		}
	case scene.NoteBlock:
		x.before = theme.Space2
		add(margin+theme.Space2, 0, prose(b.Text, theme.Small, p.InkMuted))
	case scene.CommentBlock:
		x.before = theme.Space2
		add(margin+theme.Space2, theme.Space1, text(commentHead(b), theme.Small, true, p.InkMuted))
		add(margin+theme.Space2, 2, text(b.Text, theme.Body, false, ink))
	case scene.LinkBlock:
		x.before = theme.Space1
		add(margin, 2, text(b.Text, theme.Small, false, p.Accent).Underlined())
	case scene.ButtonBlock:
		x.before = theme.Space1
		add(margin, theme.Space1, text(b.Text, theme.Body, true, p.Accent))
	case scene.DocumentLink, scene.MeetingLink, scene.PersonLink, scene.TermLink:
		x.before = theme.Space1
		add(margin, theme.Space1, text(b.Text, theme.Body, false, p.Accent))
		if b.Label != "" {
			add(margin, 0, text(b.Label, theme.Small, false, p.InkMuted))
		}
	case scene.StatementBlock:
		x.statement(size, text, ink)
	case scene.PassageBlock:
		x.passage(size, text, ink)
	}
}

// explained lays the terms of the glossary over their words in a text.
func (x *block) explained(p *parts.Paragraph) *parts.Paragraph {
	for _, t := range x.h.Room.Glossary(x.h.Printer().Lang()).Find(p.Text()) {
		if t.ID == x.b.ID {
			continue // it is explained here
		}
		w := parts.NewWord(x.h, t.Name+"\n"+t.Definition, func() {
			x.do.act(scene.Block{Kind: scene.TermLink, ID: t.ID, Text: t.Name, Action: state.OpenPage(scene.TermPage(t.ID))})
		})
		w.OnMenu = func(at fyne.Position) { x.do.menu(x.b, at) }
		p.Over(t.From, t.To, w)
		x.words = append(x.words, w)
	}
	return p
}

// statement sets the swatch and the status, then the evidence in the same line
// if it fits, then the words.
func (x *block) statement(size func(float32) float32, text func(string, float32, bool, color.Color) *parts.Paragraph, ink color.Color) {
	p, b := x.h.Palette(), x.b
	side := size(11)
	in := margin + side + theme.Space2
	label := parts.Text(b.StatusLabel, size(theme.Small), true, ink)
	x.before = theme.Space1
	x.pieces = []piece{
		{object: parts.Swatch(p.StatusFill(x.h.Room.Data.Code(dataset.StatusList, b.Status)), side), left: margin, width: side, gap: theme.Space2},
		{object: label, left: in, width: label.MinSize().Width + 1, beside: true},
		{object: text(evidence(b), theme.Small, false, p.InkMuted), left: in + label.MinSize().Width + theme.Space2, beside: true},
		{object: x.explained(text(b.Text, theme.Body, false, ink)), left: in, gap: 2},
	}
	small := func(t string) {
		if t != "" {
			x.pieces = append(x.pieces, piece{object: x.explained(text(t, theme.Small, false, p.InkMuted)), left: in, gap: 2})
		}
	}
	small(b.Speaker)
	small(b.Since)
	if b.Note == "" {
		return
	}
	key := "shell.remarkShow"
	if x.open {
		key = "shell.remarkHide"
	}
	head := text(x.h.T(key), theme.Small, false, p.InkMuted)
	w := parts.NewWord(x.h, "", func() { x.do.fold(b.ID) })
	head.Over(0, len(head.Text()), w)
	x.words = append(x.words, w)
	x.pieces = append(x.pieces, piece{object: head, left: in, gap: 2, fold: true})
	if x.open {
		small(b.Note)
	}
}

// HeightFor places the pieces for the width and returns the block's height,
// the space above it included.
func (x *block) HeightFor(width float32) float32 {
	if width != x.width {
		x.width, x.high = width, x.place(width, false)
	}
	return x.high
}

func (x *block) place(width float32, move bool) float32 {
	y, bottom := x.before, x.before
	for i, c := range x.pieces {
		left := c.left
		if !c.beside {
			y = bottom + c.gap
		} else if i == 2 && x.b.Kind == scene.StatementBlock && x.tight(width) {
			y, left = bottom, x.pieces[1].left
		}
		w := c.width
		if w == 0 {
			w = max(width-left-margin, 20)
		}
		h := c.object.MinSize().Height
		if f, ok := c.object.(parts.Flowing); ok {
			h = f.HeightFor(w)
		}
		top := y
		if i == 0 && x.b.Kind == scene.StatementBlock { // the swatch sits on the middle of its line
			top += (x.pieces[1].object.MinSize().Height - h) / 2
		} else if i == 0 && x.b.Kind == scene.PassageBlock && c.width > 0 {
			top += (parts.Measure("M", parts.Scaled(x.h, theme.Small), true).Height - h) / 2
		}
		if move {
			c.object.Resize(fyne.NewSize(w, h))
			c.object.Move(fyne.NewPos(left, top))
		}
		bottom = max(bottom, y+h)
	}
	return bottom + x.after()
}

// tight reports whether the evidence of a statement needs a line of its own.
func (x *block) tight(width float32) bool {
	words := x.pieces[2].object.(*parts.Paragraph)
	return x.pieces[2].left+parts.Measure(words.Text(), parts.Scaled(x.h, theme.Small), false).Width > width-margin
}

func (x *block) after() float32 {
	switch x.b.Kind {
	case scene.StatementBlock, scene.CommentBlock, scene.PassageBlock:
		return theme.Space2
	case scene.DocumentLink, scene.MeetingLink, scene.PersonLink, scene.TermLink, scene.ButtonBlock:
		return theme.Space1
	}
	return 0
}

// CreateRenderer is for Fyne.
func (x *block) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(x) }

// Pieces implements parts.Drawn.
func (x *block) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{x.wash, x.rule}
	for _, c := range x.pieces {
		out = append(out, c.object)
	}
	return out
}

// Least implements parts.Drawn: a page gives a block the height that it needs.
func (x *block) Least() fyne.Size { return fyne.NewSize(1, 1) }

// Place implements parts.Drawn.
func (x *block) Place(size fyne.Size) {
	x.place(size.Width, true)
	top := max(x.before-theme.Space1, 0)
	left := float32(0)
	switch x.b.Kind {
	case scene.StatementBlock:
		top = x.before
	case scene.CommentBlock:
		left, top = margin, x.before
	case scene.NoteBlock:
		left = margin
	case scene.PassageBlock:
		left, top = margin/2, x.before
	}
	x.wash.Move(fyne.NewPos(left, top))
	x.wash.Resize(fyne.NewSize(size.Width-left-margin/2, size.Height-top))
	x.rule.Move(fyne.NewPos(left, top))
	x.rule.Resize(fyne.NewSize(3, size.Height-top))
}
