package dataset

import "testing"

// What is opened, and as what. DOIs are those of the handbook of the
// International DOI Foundation.
func TestLink(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"https://www.fmprc.gov.cn/a?b=c#d": "https://www.fmprc.gov.cn/a?b=c#d",
		"doi:10.1000/182":                  "https://doi.org/10.1000/182",
		"doi:10.1000/456#789":              "https://doi.org/10.1000/456%23789",
		"doi:10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O": "https://doi.org/10.1002/%28SICI%291097-4571%28199806%2949:8%3C693::AID-ASI4%3E3.0.CO;2-O",
		"HTTPS://gov.kz/": "https://gov.kz/",
		"http://gov.kz/":  "", "https:///nohost": "", "https://:443/": "", "https://user:pw@gov.kz/": "", "https://user@gov.kz/": "",
		"doi:11.1000/182": "", "doi:10.1000": "", "doi:10.1000/a b": "", "doi:": "", "javascript:alert(1)": "", "file:///etc/passwd": "",
		"//gov.kz/": "", "gov.kz": "", "": "", "https://gov.kz\n/": "", "data:text/html,x": "", "HTTPS:gov.kz": "",
	} {
		got := ""
		if u, err := Link(text); err == nil {
			got = u.String()
		}
		if got != want {
			t.Errorf("%q opens %q, want %q", text, got, want)
		}
	}
}
