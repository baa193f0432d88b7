package i18n

// calendar is the names of the months: alone (nominative where a language has
// cases), with a day (genitive), and short.
type calendar struct{ months, ofMonth, short [12]string }

var (
	monthKeys = [12]string{
		"calendar.january", "calendar.february", "calendar.march", "calendar.april", "calendar.may", "calendar.june",
		"calendar.july", "calendar.august", "calendar.september", "calendar.october", "calendar.november", "calendar.december",
	}
	ofMonthKeys = [12]string{
		"calendar.ofJanuary", "calendar.ofFebruary", "calendar.ofMarch", "calendar.ofApril", "calendar.ofMay", "calendar.ofJune",
		"calendar.ofJuly", "calendar.ofAugust", "calendar.ofSeptember", "calendar.ofOctober", "calendar.ofNovember", "calendar.ofDecember",
	}
	shortMonthKeys = [12]string{
		"calendar.shortJanuary", "calendar.shortFebruary", "calendar.shortMarch", "calendar.shortApril", "calendar.shortMay", "calendar.shortJune",
		"calendar.shortJuly", "calendar.shortAugust", "calendar.shortSeptember", "calendar.shortOctober", "calendar.shortNovember", "calendar.shortDecember",
	}
)

func (p *Printer) calendar() calendar {
	var c calendar
	for i := range 12 {
		c.months[i], c.ofMonth[i], c.short[i] = p.T(monthKeys[i]), p.T(ofMonthKeys[i]), p.T(shortMonthKeys[i])
	}
	return c
}
