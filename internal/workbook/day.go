package workbook

import (
	"math"
	"time"
)

// lastDay is the largest number of a day that a workbook can hold: 31 December
// 9999.
const lastDay = 2958465

// day writes the number under which a workbook keeps a day, counted from 1900
// or 1904; what is no day stays a number. 1900 has a 29 February there, which
// is a mistake of old that all of them keep. A time of day is left out.
func day(x float64, from int) string {
	if x < 1 || x > lastDay+1 || math.IsNaN(x) {
		return decimal(x)
	}
	days := int(x)
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case from == 1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days < 60:
		first = first.AddDate(0, 0, 1)
	case days == 60:
		return "1900-02-29"
	}
	return first.AddDate(0, 0, days).Format(time.DateOnly)
}
