package scene

import (
	"strconv"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
)

// currencyKeys are the currencies with a word of their own.
var currencyKeys = map[string]string{"CNY": "scene.currencyCNY", "USD": "scene.currencyUSD"}

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
	if key, ok := currencyKeys[x.Currency]; ok {
		text = w.p.T(key, i18n.Args{"N": text})
	} else if x.Currency != "" {
		text += " " + x.Currency
	}
	if note != "" {
		text += " (" + note + ")"
	}
	return text
}
