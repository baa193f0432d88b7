package chooser

import (
	"math"
	"time"

	"c5atlas.org/c5atlas/app/i18n"
)

// now is the present moment; tests have their own.
var now = time.Now

// extent writes a size as a person reads it, in thousands as shops and desktops do.
func extent(p *i18n.Printer, n int64) string {
	x := float64(n)
	for _, key := range []string{"chooser.bytes", "chooser.kilobytes", "chooser.megabytes", "chooser.gigabytes"} {
		if x < 999.5 || key == "chooser.gigabytes" {
			if key == "chooser.bytes" {
				return p.T(key, i18n.Args{"N": p.Int(int(n))})
			}
			if x >= 10 {
				return p.T(key, i18n.Args{"N": p.Int(int(math.Round(x)))})
			}
			return p.T(key, i18n.Args{"N": p.Number(math.Round(x*10) / 10)})
		}
		x /= 1000
	}
	return ""
}

// when writes when a file was last changed: today's by the hour, the others by the
// day.
func when(p *i18n.Printer, at, now time.Time) string {
	at, now = at.Local(), now.Local()
	if at.Year() == now.Year() && at.YearDay() == now.YearDay() {
		return p.T("chooser.today", i18n.Args{"Time": at.Format("15:04")})
	}
	if at.Year() < 1970 || at.Year() > 9999 {
		return ""
	}
	return p.DateShort(at.Format(time.DateOnly))
}
