package filterbar

import (
	"cmp"
	"strings"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// show takes over what the filters leave. Until counts come that are slow in
// coming, those before stand, with the ticks of now.
func (b *Bar) show(filters scene.Filters) {
	b.filters = filters
	s := b.h.State()
	for i, k := range b.kinds {
		options, chosen := k.options(filters), k.chosen(s)
		for j := range options {
			options[j].On = chosen.Has(options[j].Code)
		}
		k.list.Follow(b.every(k), options, b.extra(k))
		text, tip, on := b.words(k, options, s)
		if i == 0 {
			on = !anyOn(b.presets.Items())
		}
		k.button.On = on
		k.button.Text, k.button.Tip = text, tip
		k.button.Refresh()
	}
	b.Refresh()
	for _, o := range b.Pieces() {
		o.Refresh()
	}
}

func anyOn(options []scene.Option) bool {
	for _, o := range options {
		if o.On {
			return true
		}
	}
	return false
}

// buttonMost is how wide the name on a button may be at size 1, in layout pixels.
const buttonMost = 110

// words says on a button what is chosen: the first by name, the others by number.
// The tip has them all, and the row of names below.
func (b *Bar) words(k *kind, options []scene.Option, s state.State) (text, tip string, on bool) {
	h := b.h
	var names []string
	for _, o := range options {
		if o.On {
			names = append(names, o.Label)
		}
	}
	if k.only != nil && s.OnlyNaming {
		names = append(names, k.only())
	}
	text = k.name()
	if n := len(names); n > 0 {
		tip = k.name() + ": " + strings.Join(names, ", ")
		size := parts.Scaled(h, theme.Body)
		if text = parts.Shorten(names[0], size, false, buttonMost*float32(h.State().TextSize)); n > 1 {
			text += " + " + h.Printer().Int(n-1)
		}
	}
	if k.bare {
		text, tip = "", cmp.Or(tip, k.name())
	}
	return text, tip, len(names) > 0
}
