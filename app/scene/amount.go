package scene

import (
	"cmp"
	"strconv"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
)

// amount is the sum of money of a statement in words, with its note; "" if the
// statement has neither.
func (w *pageWriter) amount(x *dataset.Statement) string {
	note := x.AmountNote.In(w.p.Lang())
	v, err := strconv.ParseFloat(x.Amount, 64)
	if err != nil {
		return note
	}
	text := w.p.Number(v)
	if v >= 1e9 {
		text = w.p.T("scene.billions", i18n.Args{"N": w.p.Number(v / 1e9)})
	}
	if x.Currency != "" {
		c := w.r.Data.Code(dataset.CurrencyList, x.Currency)
		text += "\u00a0" + cmp.Or(c.Noun.In(w.p.Lang()), c.Code)
	}
	if note != "" {
		text += " (" + note + ")"
	}
	return text
}
