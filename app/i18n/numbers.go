package i18n

import (
	"strings"

	"golang.org/x/text/number"
)

// Int writes n with the language's separator of thousands: "12,345" or
// "12 345" with a no-break space.
func (p *Printer) Int(n int) string {
	if n >= 0 && n < len(small) {
		return small[n : n+1] // by far the most common case, without the cost of x/text
	}
	return sign(p.numbers.Sprint(number.Decimal(n)))
}

const small = "0123456789"

// Number writes x with at most three decimals and the language's separators.
func (p *Printer) Number(x float64) string { return sign(p.numbers.Sprint(number.Decimal(x))) }

// Percent writes a share, 0.42 for 42 %, without decimals and as the language
// sets the sign: "42%" in English and Ukrainian, "42 %" in Russian (CLDR).
func (p *Printer) Percent(share float64) string {
	return sign(p.numbers.Sprint(number.Percent(share, number.MaxFractionDigits(0))))
}

// sign sets a true minus in place of a leading hyphen.
func sign(s string) string {
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		return "−" + rest
	}
	return s
}
