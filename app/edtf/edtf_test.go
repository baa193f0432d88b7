package edtf

import (
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	t.Parallel()
	// Examples follow ISO 8601-2:2019 as shown in the EDTF specification of the
	// Library of Congress, levels 0 and 1.
	tests := []struct {
		in          string
		first, last string
		precision   Precision
		approx, unc bool
	}{
		{"1985-04-12", "1985-04-12", "1985-04-12", Day, false, false},
		{"1985-04", "1985-04-01", "1985-04-30", Month, false, false},
		{"1985", "1985-01-01", "1985-12-31", Year, false, false},
		{"201X", "2010-01-01", "2019-12-31", Decade, false, false},
		{"1984?", "1984-01-01", "1984-12-31", Year, false, true},
		{"2004-06~", "2004-06-01", "2004-06-30", Month, true, false},
		{"2004-06-11%", "2004-06-11", "2004-06-11", Day, true, true},
		{"2025-05-26~", "2025-05-26", "2025-05-26", Day, true, false},
		{"2024-02", "2024-02-01", "2024-02-29", Month, false, false},
		{"1964/2008", "1964-01-01", "2008-12-31", Year, false, false},
		{"2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", Day, false, false},
		{"2004-02-01/2005", "2004-02-01", "2005-12-31", Year, false, false},
		{"../1985-04-12", "", "1985-04-12", Day, false, false},
		{"1985-04-12/..", "1985-04-12", "", Day, false, false},
	}
	str := func(x time.Time) string {
		if x.IsZero() {
			return ""
		}
		return x.Format(time.DateOnly)
	}
	for _, tt := range tests {
		d, err := Parse(tt.in)
		if err != nil {
			t.Errorf("Parse(%q): %v", tt.in, err)
			continue
		}
		if str(d.First) != tt.first || str(d.Last) != tt.last || d.Precision != tt.precision ||
			d.Approximate != tt.approx || d.Uncertain != tt.unc {
			t.Errorf("Parse(%q) = %+v, want %s to %s, precision %d", tt.in, d, tt.first, tt.last, tt.precision)
		}
	}
	for _, bad := range []string{"", "x", "2020-13", "2020-02-30", "20201", "2020/2019", "../..", "/", "2020-1-1", "٢٠٢٠", "2020-01-01-01"} {
		if d, err := Parse(bad); err == nil {
			t.Errorf("Parse(%q) = %+v, want an error", bad, d)
		}
	}
}

func TestOverlaps(t *testing.T) {
	t.Parallel()
	d, _ := Parse("2023-05")
	for _, tt := range []struct {
		from, to string
		want     bool
	}{
		{"2023-05-31", "2023-06", true},
		{"2023-06-01", "2024", false},
		{"2020", "2023-04-30", false},
		{"2020", "2023-05-01", true},
	} {
		f, _ := Parse(tt.from)
		u, _ := Parse(tt.to)
		if got := d.Overlaps(f.First, u.Last); got != tt.want {
			t.Errorf("2023-05 overlaps %s to %s: %v, want %v", tt.from, tt.to, got, tt.want)
		}
	}
	if !d.Overlaps(time.Time{}, time.Time{}) {
		t.Error("an open window overlaps everything")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2020-07-16", "2023-05", "202X", "2025-05-26~", "../2020", "2023-04-26/2023-04-27", "%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err == nil && !d.OpenStart && !d.OpenEnd && d.Last.Before(d.First) {
			t.Errorf("Parse(%q) ends before it starts: %+v", s, d)
		}
	})
}
