package i18n

import (
	"strings"
	"testing"
)

// TestDates writes no-break spaces as "_". The forms follow the languages' own
// rules: the genitive after a day and after "about", р./г. after a full date.
func TestDates(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ edtf, en, uk, ru string }{
		{"", "", "", ""},
		{"2020-07-16", "16_July 2020", "16_липня 2020_р.", "16_июля 2020_г."},
		{"2022-03-02", "2_March 2022", "2_березня 2022_р.", "2_марта 2022_г."},
		{"2020-07", "July 2020", "липень 2020_р.", "июль 2020_г."},
		{"2020", "2020", "2020_р.", "2020_г."},
		{"202X", "the 2020s", "2020-ті_роки", "2020-е_годы"},
		{"2025-05-26~", "about 26_May 2025", "близько 26_травня 2025_р.", "около 26_мая 2025_г."},
		{"2020-02~", "about February 2020", "близько лютого 2020_р.", "около февраля 2020_г."},
		{"202X~", "about the 2020s", "близько 2020-х_років", "около 2020-х_годов"},
		{"2023-05?", "May 2023_(?)", "травень 2023_р._(?)", "май 2023_г._(?)"},
		{"2023-05%", "about May 2023_(?)", "близько травня 2023_р._(?)", "около мая 2023_г._(?)"},
		{"2023-04-26/2023-04-27", "26–27_April 2023", "26–27_квітня 2023_р.", "26–27_апреля 2023_г."},
		{"2024-11-30/2024-12-01", "30_Nov – 1_Dec 2024", "30_лист. – 1_груд. 2024_р.", "30_нояб. – 1_дек. 2024_г."},
		{"2024-12-30/2025-01-02", "30_Dec 2024 – 2_Jan 2025", "30_груд. 2024 – 2_січ. 2025", "30_дек. 2024 – 2_янв. 2025"},
		{"2023-04/2023-06", "April – June 2023", "квітень – червень 2023_р.", "апрель – июнь 2023_г."},
		{"2023-11/2024-02", "November 2023 – February 2024", "листопад 2023_р. – лютий 2024_р.", "ноябрь 2023_г. – февраль 2024_г."},
		{"2020/2025", "2020–2025", "2020–2025_рр.", "2020–2025_гг."},
		{"2020-07-16/..", "from 16_July 2020", "з 16_липня 2020_р.", "с 16_июля 2020_г."},
		{"2020-07-02/", "from 2_July 2020", "з 2_липня 2020_р.", "со 2_июля 2020_г."},
		{"2020-07/..", "from July 2020", "з липня 2020_р.", "с июля 2020_г."},
		{"../2020-07", "until July 2020", "по липень 2020_р.", "по июль 2020_г."},
		{"/2020-07-16", "until 16_July 2020", "по 16_липня 2020_р.", "по 16_июля 2020_г."},
		{"2020/2021-07", "2020 – July 2021", "2020_р. – липень 2021_р.", "2020_г. – июль 2021_г."},
		{"no date", "no date", "no date", "no date"},
	} {
		for lang, want := range map[string]string{"en": tt.en, "uk": tt.uk, "ru": tt.ru} {
			if got := strings.ReplaceAll(For(lang).Date(tt.edtf), "\u00a0", "_"); got != want {
				t.Errorf("%s: Date(%q) = %q, want %q", lang, tt.edtf, got, want)
			}
		}
	}
}

func TestDateShort(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ lang, edtf, want string }{
		{"en", "2020-07-16", "16_Jul 2020"},
		{"uk", "2020-07-16", "16_лип. 2020"},
		{"ru", "2020-07-16", "16_июля 2020"},
		{"uk", "2020-07", "липень 2020"},
		{"ru", "2020", "2020"},
		{"en", "", ""},
	} {
		if got := strings.ReplaceAll(For(tt.lang).DateShort(tt.edtf), "\u00a0", "_"); got != tt.want {
			t.Errorf("%s: DateShort(%q) = %q, want %q", tt.lang, tt.edtf, got, tt.want)
		}
	}
}

func TestDateRange(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ from, to, want string }{
		{"", "", ""},
		{"2023-04-27", "2023-04-27", "27_April 2023"},
		{"2023-04-27~", "2023-04-27", "about 27_Apr 2023 – 27_Apr 2023"},
		{"2020", "", "from 2020"},
		{"", "2025-06-17", "until 17_June 2025"},
		{"x", "2025", "x – 2025"},
		{"x", "", "from x"},
	} {
		if got := strings.ReplaceAll(For("en").DateRange(tt.from, tt.to), "\u00a0", "_"); got != tt.want {
			t.Errorf("DateRange(%q, %q) = %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"2020-07-16", "2020-07~", "202X", "../2020", "2020/..", "2023-04-26/2023-04-27", "/", "2020-02-30"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, lang := range Languages() {
			p := For(lang)
			if s != "" && (p.Date(s) == "" || p.DateShort(s) == "") {
				t.Errorf("%s: Date(%q) is empty", lang, s)
			}
		}
	})
}
