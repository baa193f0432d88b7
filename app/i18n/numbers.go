package i18n

import (
	"cmp"
	"math"
	"strconv"
	"strings"
)

// Int writes n with the language's separator of thousands: "12,345" or
// "12 345" with a no-break space.
func (p *Printer) Int(n int) string {
	if n >= 0 && n < len(small) {
		return small[n : n+1] // by far the most common case
	}
	return p.decimal(strconv.Itoa(n))
}

const small = "0123456789"

// Number writes x with at most three decimals and the language's separators.
func (p *Printer) Number(x float64) string {
	if odd(x) {
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	s := strings.TrimRight(strconv.FormatFloat(x, 'f', 3, 64), "0")
	return p.decimal(strings.TrimSuffix(s, "."))
}

// Percent writes a share, 0.42 for 42 %, without decimals and as the language
// sets the sign: "42%" in English and Ukrainian, "42 %" in Russian (CLDR).
func (p *Printer) Percent(share float64) string {
	if odd(share) {
		return strconv.FormatFloat(share, 'f', -1, 64)
	}
	whole, parts, _ := strings.Cut(strconv.FormatFloat(math.Abs(share), 'f', 2, 64), ".")
	s := cmp.Or(strings.TrimLeft(whole+parts, "0"), "0")
	if math.Signbit(share) {
		s = "-" + s
	}
	return p.T("language.percent", Args{"N": p.decimal(s)})
}

// odd is what has no digits.
func odd(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) }

// decimal writes a number as Go does with the separators of the language and a true
// minus.
func (p *Printer) decimal(s string) string {
	rest, minus := strings.CutPrefix(s, "-")
	whole, parts, broken := strings.Cut(rest, ".")
	var out strings.Builder
	if minus {
		out.WriteString("−")
	}
	for i, c := range []byte(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			out.WriteString(p.thousands)
		}
		out.WriteByte(c)
	}
	if broken {
		out.WriteString(p.point)
		out.WriteString(parts)
	}
	return out.String()
}
