package coding

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/draft"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// form is the fields of a statement: those with codes, each with its keys, and
// those that are written. They scroll; the paraphrase stands below them, always in
// sight.
type form struct {
	h      *host.Host
	change func(draft.Row)

	row     draft.Row
	fields  []scene.CodeField
	chips   []*chips // of the fields
	keys    [][]rune // likewise
	speaker *parts.Entry
	amount  *parts.Entry

	column *stack
	box    *fyne.Container
	scroll *container.Scroll
}

func newForm(h *host.Host, change func(draft.Row), enter, leave func()) *form {
	f := &form{h: h, change: change, column: &stack{}}
	f.speaker, f.amount = newEntry(h, false, enter, leave), newEntry(h, false, enter, leave)
	f.speaker.OnChanged = func(s string) { f.put(func(r *draft.Row) { r.Speaker = s }) }
	f.amount.OnChanged = func(s string) {
		f.put(func(r *draft.Row) { r.Amount = strings.ReplaceAll(strings.TrimSpace(s), ",", ".") })
	}
	f.box = container.New(f.column)
	f.scroll = container.NewVScroll(f.box)
	return f
}

// put changes the row.
func (f *form) put(do func(*draft.Row)) {
	row := f.row
	do(&row)
	if row != f.row {
		f.change(row)
	}
}

// build makes the fields anew, for other data or another language.
func (f *form) build(fields []scene.CodeField) {
	h, p := f.h, f.h.Palette()
	f.fields, f.chips, f.keys = fields, nil, nil
	left := []rune(signs)
	*f.column = stack{}
	head := func(words string) {
		f.column.add(theme.Space2, parts.NewParagraph(words, parts.Scaled(h, theme.Small), true, p.InkMuted))
	}
	for _, x := range fields {
		switch x.Field {
		case "meeting", "stated_by", "currency": // asked seldom: no keys
			f.keys = append(f.keys, make([]rune, len(x.Options)))
		default:
			var keys []rune
			keys, left = deal(len(x.Options), left)
			f.keys = append(f.keys, keys)
		}
		c := newChips(h, func(code string) { f.choose(x.Field, code) })
		f.chips = append(f.chips, c)
		if x.Field == "currency" {
			head(h.T("coder.amount"))
			f.column.add(2, f.amount)
			f.column.add(gap, c)
			continue
		}
		head(x.Label)
		f.column.add(2, c)
		if x.Field == "stated_by" {
			head(h.T("coder.speaker"))
			f.column.add(2, f.speaker)
		}
	}
	f.box.Objects = f.column.objects()
	f.show(f.row)
	f.box.Refresh()
}

// show sets the row that is written.
func (f *form) show(row draft.Row) {
	f.row = row
	for i, x := range f.fields {
		on := strings.Fields(valueOf(&row, x.Field))
		if !x.Many {
			on = []string{valueOf(&row, x.Field)}
		}
		items := slices.Clone(x.Options)
		for k := range items {
			items[k].On = slices.Contains(on, items[k].Code)
		}
		f.chips[i].set(items, f.keys[i])
	}
	f.speaker.Put(row.Speaker)
	if strings.ReplaceAll(strings.TrimSpace(f.amount.Text), ",", ".") != row.Amount {
		f.amount.Put(row.Amount)
	}
}

// valueOf is the codes of a field.
func valueOf(r *draft.Row, field string) string { return *cellOf(r, field) }

func cellOf(r *draft.Row, field string) *string {
	switch field {
	case "domain":
		return &r.Domain
	case "status":
		return &r.Status
	case "basis":
		return &r.Basis
	case "scope":
		return &r.Scope
	case "meeting":
		return &r.Meeting
	case "states":
		return &r.States
	case "stated_by":
		return &r.StatedBy
	}
	return &r.Currency
}

// choose chooses a code, or takes the choice back.
func (f *form) choose(field, code string) {
	i := slices.IndexFunc(f.fields, func(x scene.CodeField) bool { return x.Field == field })
	if i < 0 {
		return
	}
	f.put(func(r *draft.Row) {
		cell := cellOf(r, field)
		switch {
		case f.fields[i].Many:
			var order []string
			for _, o := range f.fields[i].Options {
				order = append(order, o.Code)
			}
			*cell = draft.Toggled(*cell, code, order)
		case *cell == code:
			*cell = ""
		default:
			*cell = code
		}
	})
}

// rune chooses the code of a key, and reports whether there is one.
func (f *form) rune(r rune) bool {
	sign := signOf(r)
	for i, keys := range f.keys {
		if k := slices.Index(keys, sign); k >= 0 && sign != 0 {
			f.choose(f.fields[i].Field, f.fields[i].Options[k].Code)
			return true
		}
	}
	return false
}

// lacks lists the fields without which a statement is none, by their names.
func (f *form) lacks() (out []string) {
	for _, x := range f.fields {
		switch x.Field {
		case "domain", "status", "basis", "states", "meeting":
			if valueOf(&f.row, x.Field) == "" {
				out = append(out, x.Label)
			}
		}
	}
	if strings.TrimSpace(f.row.Text) == "" {
		out = append(out, f.h.T("coder.paraphrase"))
	}
	return out
}

// name is what a code of a field is called.
func (f *form) name(field, code string) string {
	for _, x := range f.fields {
		if x.Field == field {
			for _, o := range x.Options {
				if o.Code == code {
					return o.Label
				}
			}
		}
	}
	return code
}

// stack is objects below each other, each as high as it needs.
type stack struct {
	items []fyne.CanvasObject
	gaps  []float32
	width float32
}

func (s *stack) add(gap float32, o fyne.CanvasObject) {
	s.items, s.gaps = append(s.items, o), append(s.gaps, gap)
}

func (s *stack) objects() []fyne.CanvasObject { return s.items }

func (s *stack) place(width float32, move bool) float32 {
	var y float32
	for i, o := range s.items {
		high := o.MinSize().Height
		if f, ok := o.(parts.Flowing); ok {
			high = f.HeightFor(width)
		}
		y += s.gaps[i]
		if move {
			o.Move(fyne.NewPos(0, y))
			o.Resize(fyne.NewSize(width, high))
		}
		y += high
	}
	return y + theme.Space1
}

// MinSize implements fyne.Layout.
func (s *stack) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(100, s.place(max(s.width, 100), false))
}

// Layout implements fyne.Layout.
func (s *stack) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s.width = size.Width - theme.Space2 // the bar that scrolls
	s.place(s.width, true)
}
