package scene

import (
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/cite"
	"c5atlas.org/c5atlas/app/i18n"
)

// What the citations must say was set down by hand from the texts themselves, as
// a library would catalogue them.
func TestCiteNewsReport(t *testing.T) {
	r := room(t)
	c, ok := CiteStatement(r, "002-01", i18n.For("en"))
	if !ok {
		t.Fatal("no citation")
	}
	x := c.Item
	if x.Kind != cite.News || strings.Join(x.Authors, "|") != "Sibir.Realii (Radio Liberty)" || x.Publisher != "" || x.Language != "ru" ||
		x.Title != "Китай предложил военный альянс Казахстану. Россию не пригласили" || x.Issued != "2023-05-19~" || x.Locator != "paragraph\u00a02 (also\u00a01)" ||
		x.Gloss != "China has offered Kazakhstan a military alliance. Russia was not invited" ||
		x.URL != "https://www.sibreal.org/a/kitay-predlozhil-voennyy-alyans-kazahstanu-rossiyu-ne-priglasili/32419481.html" {
		t.Errorf("item %+v", x)
	}
	for _, want := range []string{
		"Sibir.Realii (Radio Liberty). Китай предложил военный альянс Казахстану. Россию не пригласили [China has offered Kazakhstan a military alliance. Russia was not invited]. News report, about 19\u00a0May 2023 (inferred), paragraph\u00a02 (also\u00a01).",
		"32419481.html (address as of ", "citing Xinhua, which reports the words of Xi Jinping",
	} {
		if !strings.Contains(c.Source, want) {
			t.Errorf("the citation lacks %q:\n%s", want, c.Source)
		}
	}
	if !strings.Contains(c.Text, "(intended; Xi Jinping, as reported; report’s paraphrase; in the words of ") || !strings.Contains(c.Text, "statement\u00a0002-01).") {
		t.Error(c.Text)
	}
}

func TestCiteJointStatement(t *testing.T) {
	r := room(t)
	c, _ := CiteDocument(r, "001", i18n.For("uk"))
	x := c.Item
	if x.Kind != cite.Adopted || strings.Join(x.Authors, "|") != "Китай|Казахстан|Киргизстан|Таджикистан|Туркменістан|Узбекистан" ||
		x.Title != "Совместное заявление встречи министров иностранных дел «Центральная Азия - Китай» в формате видеоконференции" ||
		x.Language != "ru" || x.Issued != "2020-07-16" || x.Publisher != "Видавця не вказано" || !strings.HasPrefix(x.URL, "https://yapresident.com/") {
		t.Errorf("item %+v", x)
	}
	// A report without a title is described in brackets.
	c, _ = CiteDocument(r, "000", i18n.For("ru"))
	if c.Item.Title != "[Новостное сообщение]" || c.Item.Language != "ru" || c.Address != "" {
		t.Errorf("item %+v", c.Item)
	}
}

func TestCiteWhole(t *testing.T) {
	r := room(t)
	p := i18n.For("en")
	c := CiteData(r, p)
	if x := c.Item; x.Kind != cite.Data || x.Version != r.Data.Version || x.Title != "China and the five Central Asian states" || strings.Join(x.Authors, "") != "C+C5 Atlas contributors" {
		t.Errorf("item %+v", x)
	}
	if !strings.HasPrefix(c.Source, "C+C5 Atlas contributors. China and the five Central Asian states. Data set, version\u00a0"+r.Data.Version+", ") {
		t.Error(c.Source)
	}
	m, ok := CiteMeeting(r, "2020-07-16-fm1", p)
	if !ok || !strings.Contains(m.Source, "First meeting of foreign ministers, 16\u00a0July 2020, Online. In: China and the five") || m.Item.Within != c.Item.Title {
		t.Errorf("%+v", m)
	}
}

// A reference says in each language where to look, and not in which row.
func TestReferences(t *testing.T) {
	r := room(t)
	want := map[string][2]string{
		"en": {"paragraph\u00a02 (also\u00a01) of the Sibir.Realii report", "§\u00a01, paragraph\u00a01 of the joint statement of 16\u00a0July 2020"},
		"uk": {"абзац\u00a02 (також\u00a01) повідомлення «Сибір.Реалій»", "§\u00a01, абзац\u00a01 спільної заяви від 16\u00a0липня 2020\u00a0р."},
		"ru": {"абзац\u00a02 (также\u00a01) сообщения «Сибирь.Реалий»", "§\u00a01, абзац\u00a01 совместного заявления от 16\u00a0июля 2020\u00a0г."},
	}
	for lang, words := range want {
		p := i18n.For(lang)
		for i, id := range []string{"002-01", "001-04"} {
			s := r.Data.Statement(id)
			got := strings.ReplaceAll(reference(r.Data.Document(s.Document), passage(r.Data.Document(s.Document), s.Paragraph, s.Section, p), p), "§ ", "§\u00a0")
			if got != words[i] {
				t.Errorf("%s %s: %q, want %q", lang, id, got, words[i])
			}
		}
		for i := range r.Data.Statements {
			s := &r.Data.Statements[i]
			if got := passage(r.Data.Document(s.Document), s.Paragraph, s.Section, p); strings.Contains(got, "P") {
				t.Errorf("%s: %q", s.ID, got)
			}
		}
		for i := range r.Data.Documents {
			if c := chain(&r.Data.Documents[i], p); strings.Contains(c, ">") || c == "" {
				t.Errorf("%s: the chain %q", r.Data.Documents[i].ID, c)
			}
		}
	}
}
