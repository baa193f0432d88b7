package i18n

import (
	"strings"
	"testing"
)

// takes says which of one, few and many a Ukrainian or a Russian uses with a number,
// as grammars list them.
var takes = map[int]int{
	0: 2, 1: 0, 2: 1, 3: 1, 4: 1, 5: 2, 9: 2, 10: 2, 11: 2, 12: 2, 13: 2, 14: 2, 15: 2, 19: 2, 20: 2, 21: 0, 22: 1, 24: 1, 25: 2, 30: 2,
	31: 0, 100: 2, 101: 0, 102: 1, 105: 2, 111: 2, 112: 2, 114: 2, 121: 0, 122: 1, 1001: 0, 1003: 1, 1011: 2, 2000: 2, 10_011: 2, 100_021: 0,
}

// Nouns agree with their numbers as a native writes them. "#" is the number.
func TestNounsAgree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, key, one, few, many string }{
		{"uk", "scene.statements", "# теза", "# тези", "# тез"},
		{"uk", "scene.documents", "# документ", "# документи", "# документів"},
		{"uk", "scene.meetings", "# зустріч", "# зустрічі", "# зустрічей"},
		{"uk", "scene.states", "# держава", "# держави", "# держав"},
		{"uk", "scene.domains", "# сфера", "# сфери", "# сфер"},
		{"uk", "scene.entries", "# запис", "# записи", "# записів"},
		{"uk", "strip.scenes", "# сцена", "# сцени", "# сцен"},
		{"uk", "strip.findings", "# зауваження", "# зауваження", "# зауважень"},
		{"uk", "scene.moreRows", "+ ще # рядок", "+ ще # рядки", "+ ще # рядків"},
		{"uk", "scene.withoutPlace", "# зустріч не на карті", "# зустрічі не на карті", "# зустрічей не на карті"},
		{"uk", "scene.rowsLeftOut", "пропущено # рядок даних", "пропущено # рядки даних", "пропущено # рядків даних"},
		{"uk", "manual.found", "Знайдено в # розділі", "Знайдено в # розділах", "Знайдено в # розділах"},
		{"uk", "shell.findingsFaults", "# помилка в даних", "# помилки в даних", "# помилок у даних"},
		{"uk", "shell.onlyNaming", "Лише тези, де названо менше # держави", "Лише тези, де названо менше # держав", "Лише тези, де названо менше # держав"},
		{"uk", "scene.onlyNaming", "лише тези, де названо менше # держави", "лише тези, де названо менше # держав", "лише тези, де названо менше # держав"},
		{"ru", "scene.statements", "# тезис", "# тезиса", "# тезисов"},
		{"ru", "scene.documents", "# документ", "# документа", "# документов"},
		{"ru", "scene.meetings", "# встреча", "# встречи", "# встреч"},
		{"ru", "scene.states", "# государство", "# государства", "# государств"},
		{"ru", "scene.domains", "# сфера", "# сферы", "# сфер"},
		{"ru", "scene.entries", "# запись", "# записи", "# записей"},
		{"ru", "strip.scenes", "# сцена", "# сцены", "# сцен"},
		{"ru", "strip.findings", "# замечание", "# замечания", "# замечаний"},
		{"ru", "scene.moreRows", "+ ещё # строка", "+ ещё # строки", "+ ещё # строк"},
		{"ru", "scene.withoutPlace", "# встреча не на карте", "# встречи не на карте", "# встреч не на карте"},
		{"ru", "scene.rowsLeftOut", "пропущена # строка данных", "пропущены # строки данных", "пропущено # строк данных"},
		{"ru", "manual.found", "Найдено в # разделе", "Найдено в # разделах", "Найдено в # разделах"},
		{"ru", "shell.moreTables", "Ещё # таблица не показана.", "Ещё # таблицы не показаны.", "Ещё # таблиц не показано."},
		{"ru", "shell.onlyNaming", "Только тезисы, где названо меньше # государства", "Только тезисы, где названо меньше # государств", "Только тезисы, где названо меньше # государств"},
		{"ru", "scene.onlyNaming", "только тезисы, где названо меньше # государства", "только тезисы, где названо меньше # государств", "только тезисы, где названо меньше # государств"},
	} {
		p := For(c.lang)
		for n, k := range takes {
			want := strings.Replace([]string{c.one, c.few, c.many}[k], "#", p.Int(n), 1)
			if got := strings.ReplaceAll(p.N(c.key, n), "\u00a0", " "); got != strings.ReplaceAll(want, "\u00a0", " ") {
				t.Errorf("%s %s: %q, a native writes %q", c.lang, c.key, got, want)
			}
		}
	}
}

// Verbs and adjectives agree with the number that they speak of, and what stands
// after "of" with none.
func TestSentencesAgree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang, key string
		n         int
		args      Args
		want      string
	}{
		{"uk", "scene.originalFound", 1, Args{"Total": 21}, "У ньому знайдено 1 закодований абзац із 21."},
		{"uk", "scene.originalFound", 22, Args{"Total": 30}, "У ньому знайдено 22 закодовані абзаци з 30."},
		{"uk", "scene.originalFound", 0, Args{"Total": 1}, "У ньому знайдено 0 закодованих абзаців з 1."},
		{"ru", "scene.originalFound", 21, Args{"Total": 21}, "В нём найден 21 закодированный абзац из 21."},
		{"ru", "scene.originalFound", 3, Args{"Total": 11}, "В нём найдены 3 закодированных абзаца из 11."},
		{"ru", "scene.originalFound", 11, Args{"Total": 31}, "В нём найдено 11 закодированных абзацев из 31."},
		{"uk", "scene.findAll", 1, Args{"Total": 87, "States": 6}, "1 з 87 стосується всіх держав (6)"},
		{"uk", "scene.findAll", 21, Args{"Total": 87, "States": 6}, "21 з 87 стосується всіх держав (6)"},
		{"uk", "scene.findAll", 59, Args{"Total": 87, "States": 6}, "59 з 87 стосуються всіх держав (6)"},
		{"ru", "scene.findAll", 21, Args{"Total": 87, "States": 6}, "21 из 87 касается всех государств (6)"},
		{"ru", "scene.findAll", 12, Args{"Total": 87, "States": 6}, "12 из 87 касаются всех государств (6)"},
		{"uk", "scene.findDocuments", 1, Args{"Statements": "7 тез"}, "7 тез з 1 документа"},
		{"uk", "scene.findDocuments", 21, Args{"Statements": "70 тез"}, "70 тез з 21 документа"},
		{"uk", "scene.findDocuments", 5, Args{"Statements": "41 теза"}, "41 теза з 5 документів"},
		{"ru", "scene.findDocuments", 101, Args{"Statements": "870 тезисов"}, "870 тезисов из 101 документа"},
		{"ru", "scene.findDocuments", 111, Args{"Statements": "870 тезисов"}, "870 тезисов из 111 документов"},
		{"ru", "scene.hidden", 1, nil, "Ещё 1 скрыт фильтрами."},
		{"ru", "scene.hidden", 3, nil, "Ещё 3 скрыты фильтрами."},
		{"ru", "scene.hidden", 11, nil, "Ещё 11 скрыто фильтрами."},
		{"uk", "shell.lessonReady", 21, Args{"Title": "x"}, "Натисніть F5, щоб почати урок із 21 сцени: x"},
		{"uk", "shell.lessonReady", 11, Args{"Title": "x"}, "Натисніть F5, щоб почати урок із 11 сцен: x"},
		{"ru", "shell.attachedMany", 1, nil, "1 текст приложен к своему документу. Он остаётся на этом компьютере."},
		{"ru", "shell.attachedMany", 2, nil, "2 текста приложены к своим документам. Они остаются на этом компьютере."},
		{"uk", "scene.lessonOpening", 2, nil, "Де вони зустрічалися, у хронологічному порядку, і що про це кажуть 2 документи."},
		{"en", "scene.statements", 1, nil, "1 statement"},
		{"en", "scene.statements", 21, nil, "21 statements"},
		{"en", "scene.statements", 0, nil, "0 statements"},
		{"en", "scene.findAll", 1, Args{"Total": 87, "States": 6}, "1 of 87 concerns all 6 states"},
		{"en", "scene.findAll", 59, Args{"Total": 87, "States": 6}, "59 of 87 concern all 6 states"},
	} {
		if got := strings.ReplaceAll(For(c.lang).N(c.key, c.n, c.args), "\u00a0", " "); got != c.want {
			t.Errorf("%s %s with %d: %q, a native writes %q", c.lang, c.key, c.n, got, c.want)
		}
	}
}

// The noun of a caption's hole is written by its author in two forms or three; the
// form is that of the number, and what an author left out is never an empty word.
func TestChooseTheFormOfANoun(t *testing.T) {
	t.Parallel()
	for n, k := range takes {
		for _, lang := range []string{"uk", "ru"} {
			if got := For(lang).Choose(n, "one", "few", "many"); got != []string{"one", "few", "many"}[k] {
				t.Errorf("%s: %d takes the form %q", lang, n, got)
			}
			if got := For(lang).Choose(n, "one", "rest"); (got == "one") != (k == 0) {
				t.Errorf("%s, two forms: %d takes %q", lang, n, got)
			}
		}
		if got := For("en").Choose(n, "one", "rest"); (got == "one") != (n == 1) {
			t.Errorf("English: %d takes %q", n, got)
		}
	}
	if For("uk").Choose(7) != "" || For("uk").Choose(1, "alone") != "alone" || For("uk").Choose(7, "alone") != "alone" {
		t.Error("one form is not that of every number")
	}
	if For("ru").Choose(-21, "one", "few", "many") != "one" || For("ru").Choose(-12, "one", "few", "many") != "many" {
		t.Error("a number below nothing takes another form")
	}
}
