package dataset

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"
)

// grouped3 writes a whole number with a sign between groups of three digits.
func grouped3(digits, sign string) string {
	var out strings.Builder
	for i, c := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			out.WriteString(sign)
		}
		out.WriteRune(c)
	}
	return out.String()
}

// A number means the same however the country of its spreadsheet writes it: with a
// comma, with groups apart by spaces of any width, points or apostrophes.
func TestNumbersOfAllCountries(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 8))
	c := &column{field: &field{Type: "number"}}
	for range 500 {
		whole := strconv.Itoa(1000 + r.IntN(999_999_000))
		part := fmt.Sprintf("%0*d", 1+r.IntN(2), r.IntN(10)) // two digits: three might be a group
		want := whole + "." + part
		for _, group := range []string{" ", "\u00a0", "\u2009", "\u202f", "'", "’", "."} {
			text := grouped3(whole, group) + "," + part
			got, ok := c.habit(text)
			if !ok || got.fault.Key != "" || got.value != want {
				t.Fatalf("%q is read as %q (%v), it is %s", text, got.value, got.fault, want)
			}
			if got, ok = c.habit("−" + text); !ok || got.value != "-"+want {
				t.Fatalf("−%q is read as %q, it is -%s", text, got.value, want)
			}
		}
		if got, ok := c.habit(grouped3(whole, ",") + "." + part); !ok || got.value != want {
			t.Fatalf("%q with commas is read as %q", whole, got.value)
		}
	}
	for text, want := range map[string]string{
		"48,5": "48.5", "-0,75": "-0.75", "48.5°": "48.5", "48,5 °": "48.5", "1 234": "1234", "12,345,678": "12345678", "+7,5": "+7.5", "1.234,5": "1234.5",
	} {
		if got, ok := c.habit(text); !ok || got.value != want || got.fault.Key != "" {
			t.Errorf("%q is read as %q (%v), want %s", text, got.value, got.fault, want)
		}
	}
	for _, text := range []string{
		"", "about 5", "1,23,456.7", "12 34", "1 2345", "1..5", "5,", ",5", "1,2,3", "0x10", "½", "5%", "1e", "1.234.5", "1'23", "--5", "5-6", "1 234 ,5",
	} {
		if got, ok := c.habit(text); ok && got.fault.Key == "" {
			t.Errorf("%q is read as %q: nobody can say", text, got.value)
		}
	}
	if got, ok := c.habit("1,234"); !ok || got.fault.Key == "" || got.value != "" {
		t.Errorf("1,234 is taken for %q, and may be two numbers", got.value)
	}
}

// A day means itself however a spreadsheet writes it; one that no calendar has is a
// fault, and one that two calendars read in two ways is asked back.
func TestDaysOfAllCountries(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(2, 8))
	for range 500 {
		d := time.Date(1000+r.IntN(2000), 1, 1+r.IntN(366), 0, 0, 0, 0, time.UTC)
		want := d.Format(time.DateOnly)
		for _, layout := range []string{"02.01.2006", "2.1.2006", "2. 1. 2006", "2006/1/2", "2006/01/02", "2006.01.02", "2006-1-2", "2006-01-02 00:00:00", "2006-01-02T00:00:00Z", "2006-01-02 00:00"} {
			text := d.Format(layout)
			if text == want { // is one already
				continue
			}
			if got, ok := day(text); !ok || got.value != want || got.fault.Key != "" {
				t.Fatalf("%q is read as %q (%v), it is %s", text, got.value, got.fault, want)
			}
		}
		for _, layout := range []string{"02/01/2006", "1/2/2006", "1/2/06", "02-01-2006"} {
			if got, ok := day(d.Format(layout)); !ok || got.value != "" || got.fault.Key == "" {
				t.Fatalf("%q is read as %q: which is the day, and which the month?", d.Format(layout), got.value)
			}
		}
	}
	for _, text := range []string{"31.02.2023", "29.02.2023", "30.2.2024", "31.4.2023", "0.5.2023", "5.0.2023", "32.01.2023", "01.13.2023", "2023/13/1", "2023.2.30"} {
		if got, ok := day(text); !ok || got.value != "" || got.fault.Key == "" {
			t.Errorf("%q, which no calendar has, is read as %q (%v)", text, got.value, got.fault)
		}
	}
	for text, want := range map[string]string{"29.02.2024": "2024-02-29", "29.2.2000": "2000-02-29", "05.2023": "2023-05", "5.2023": "2023-05"} {
		if got, ok := day(text); !ok || got.value != want {
			t.Errorf("%q is read as %q, want %s", text, got.value, want)
		}
	}
	for _, text := range []string{"", "May 2023", "13.2023", "0.2023", "2023-01-02 13:30:00", "1.2.3.2023", "2023/5-1", "today"} {
		if got, ok := day(text); ok && got.value != "" {
			t.Errorf("%q is read as %q", text, got.value)
		}
	}
}

// Yes and no in the languages of the region and its neighbours; what is neither is
// not guessed.
func TestYesAndNoInManyLanguages(t *testing.T) {
	t.Parallel()
	c := &column{field: &field{Type: "boolean"}}
	for want, words := range map[string]string{
		"true":  "TRUE True yes Yes Y x 1 ja Да ДА так Так истина ИСТИНА Правда иә ооба ҳа ha 是 ✓ oui si",
		"false": "FALSE False no No N 0 - nein Нет НЕТ ні Ні ложь ЛОЖЬ жоқ жок йўқ yo'q yoʻq yo‘q 否 ✗ non",
	} {
		for word := range strings.FieldsSeq(words) {
			if got, ok := c.habit(word); !ok || got.value != want {
				t.Errorf("%q means %q, %t; want %s", word, got.value, ok, want)
			}
		}
	}
	for _, word := range []string{"", "maybe", "perhaps", "може", "возможно", "2", "yesno", "yes no", "?", "n/a"} {
		if got, ok := c.habit(word); ok {
			t.Errorf("%q is taken for %q", word, got.value)
		}
	}
}

// A key that a spreadsheet changed is found by what is left of it, unless two could be
// meant.
func TestKeysThatASpreadsheetChanged(t *testing.T) {
	t.Parallel()
	find := resembling(map[string]bool{"001": true, "010": true, "0": true, "Fm1": true, "fm2": true, "FM2": true, "7": true, "07": true, "a-01": true})
	for written, want := range map[string]string{
		"1": "001", "01": "001", "0001": "001", "10": "010", "00": "0", "fm1": "Fm1", "FM1": "Fm1", "A-01": "a-01",
		"fM2": "", "007": "", "a-1": "", "100": "", "": "", "1.0": "", "-1": "", "٧": "",
	} {
		if got := find(written); got != want {
			t.Errorf("%q is taken for %q, want %q", written, got, want)
		}
	}
}
