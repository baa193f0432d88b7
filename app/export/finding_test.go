package export_test

import (
	"cmp"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// teller says the finding of a view from the raw tables, in words of its own.
type teller struct {
	*world
	lang string
	name map[string]map[string]string // by kind and code
}

// For 500 views of any filters, charts, languages and focus, the sentence under
// the title is what the raw files say.
func TestFindingsAreTrue(t *testing.T) {
	t.Parallel()
	w := &world{statements: rows(t, "statements.csv"), meetings: map[string]map[string]string{}}
	order := map[string][]string{}
	list := func(kind, file, code string) []map[string]string {
		all := rows(t, file)
		for _, x := range all {
			order[kind] = append(order[kind], x[code])
		}
		return all
	}
	domains, states, documents, meetings := list("domain", "domains.csv", "code"), list("state", "states.csv", "code"), list("document", "documents.csv", "id"), list("meeting", "meetings.csv", "id")
	for _, m := range meetings {
		w.meetings[m["id"]] = m
	}
	day := map[string]string{} // documents are named in order of time
	for _, x := range documents {
		meeting, _, _ := strings.Cut(x["meetings"], " ")
		day[x["id"]] = cmp.Or(x["published"], w.meetings[meeting]["date"])
	}
	slices.SortFunc(order["document"], func(a, b string) int { return strings.Compare(day[a], day[b]) })
	tellers := map[string]*teller{}
	for _, lang := range i18n.Languages() {
		own := func(x map[string]string, field string) string {
			if v := x[field+"@"+lang]; v != "" && lang != "en" {
				return v
			}
			return x[field]
		}
		name := map[string]map[string]string{"domain": {}, "state": {}, "document": {}, "meeting": {}}
		for _, x := range domains {
			name["domain"][x["code"]] = own(x, "name")
		}
		for _, x := range states {
			name["state"][x["code"]] = own(x, "name")
		}
		for _, x := range documents {
			name["document"][x["id"]] = own(x, "lead")
		}
		for _, x := range meetings {
			name["meeting"][x["id"]] = own(x, "title") + ", " + i18n.For(lang).DateShort(x["date"])
		}
		tellers[lang] = &teller{w, lang, name}
	}
	rm, r := room(), rand.New(rand.NewPCG(10, 500))
	said, shorter := map[string]bool{}, 0
	for range 500 {
		s := random(r, rm.Data)
		view, p := string(state.Encode(s)), i18n.For(s.Lang)
		var passing []map[string]string
		for _, x := range w.statements {
			if w.passes(s, x) {
				passing = append(passing, x)
			}
		}
		tally := scene.Count(rm, scene.Select(rm.Data, s), s, p)
		got := tally.Finding()
		if len(passing) == 1 && got != "" { // names what it is, and nothing else
			x := passing[0]
			if !strings.HasPrefix(got, tellers[s.Lang].statements(1)+": ") || s.Kind != state.States && s.Kind != state.Timeline && s.Kind != state.Documents &&
				!strings.Contains(got, tellers[s.Lang].name["domain"][x["domain"]]) {
				t.Fatalf("%s: %q of %v", view, got, x)
			}
			continue
		}
		want := ""
		if len(passing) > 0 {
			// Domains stand as their bars do: by their number in all of time.
			ever, often := s, map[string]int{}
			ever.From, ever.To = "", ""
			for _, x := range w.statements {
				if w.passes(ever, x) {
					often[x["domain"]]++
				}
			}
			stand := maps.Clone(order)
			stand["domain"] = slices.Clone(order["domain"])
			slices.SortStableFunc(stand["domain"], func(a, b string) int { return often[b] - often[a] })
			want = tellers[s.Lang].tell(s, passing, stand)
		}
		if want != "" {
			c, n := utf8.DecodeRuneInString(want)
			want = strings.TrimSuffix(string(unicode.ToUpper(c))+want[n:], ".") + "."
		}
		if got != want {
			t.Fatalf("%s:\nsays      %q\nthe files %q", view, got, want)
		}
		// The short form is the first clause of several, alone.
		if short := tally.Chart(scene.PaletteFor(state.Light)).ShortFinding; short != "" {
			shorter++
			if !strings.HasPrefix(got, strings.TrimSuffix(short, ".")+"; ") {
				t.Fatalf("%s: in short it says %q, of %q", view, short, got)
			}
		}
		if !strings.Contains(tally.Describe(), got) {
			t.Fatalf("%s: the alternative text lacks %q", view, got)
		}
		s.LitDomains, s.LitStatuses = state.NewSet(order["domain"][r.IntN(len(order["domain"]))]), "intended"
		if lit := scene.Count(rm, scene.Select(rm.Data, s), s, p).Finding(); lit != got {
			t.Fatalf("%s: lit, it says %q, not %q", view, lit, got)
		}
		said[got] = true
	}
	if len(said) < 200 || shorter < 100 {
		t.Errorf("%d different sentences, %d with a short form: too few to show much", len(said), shorter)
	}
}

// The opening page says in three sentences what the files hold.
func TestOverviewSaysWhatTheDataSay(t *testing.T) {
	t.Parallel()
	status, kinds, documents := map[string]int{}, map[string]int{}, map[string]bool{}
	passages := map[string]bool{}
	all := rows(t, "statements.csv")
	for _, x := range all {
		status[x["status"]]++
		documents[x["document"]] = true
		if x["status"] == "agreed" || x["status"] == "to be signed" {
			passages[x["document"]+strings.Fields(x["paragraph"])[0]] = true
		}
	}
	for _, x := range rows(t, "documents.csv") {
		kinds[x["kind"]]++
	}
	trade, total, firm := 0, len(all), status["agreed"]+status["to be signed"]
	for _, x := range all {
		if x["domain"] == "TRD" && x["status"] != "position" {
			trade++
		}
	}
	n := strconv.Itoa
	w := &teller{lang: "en"}
	want := map[string][]string{"en": {
		w.statements(total) + " from " + n(len(documents)) + " documents: agreed\u00a0" + n(status["agreed"]) + ", to be signed\u00a0" + n(status["to be signed"]) +
			", announced\u00a0" + n(status["announced"]) + ", intended\u00a0" + n(status["intended"]) + ", position\u00a0" + n(status["position"]) + ".",
		"Agreements, offers and intentions: " + n(total-status["position"]) + " of " + n(total) + "; of all " + n(total-status["position"]) + ", Trade & investment leads with " + n(trade) + ".",
		"Points agreed or to be signed: " + n(firm) + " (from " + n(len(passages)) + " passages) of " + n(total) + "; all documents by kind: joint statement\u00a0" + n(kinds["joint statement"]) +
			", news report\u00a0" + n(kinds["news report"]) + ", wire report\u00a0" + n(kinds["wire report"]) + ".",
	}}
	w.lang = "uk"
	want["uk"] = []string{w.statements(total) + " з 5 документів: погоджено\u00a0", "Домовленості, пропозиції та наміри: 41 з 87; серед усіх 41 найбільше — Торгівля та інвестиції (9).", "Погоджене й призначене до підписання: 7 (з 4 місць у текстах) з 87; усі документи за видами: спільна заява\u00a01, "}
	w.lang = "ru"
	want["ru"] = []string{w.statements(total) + " из 5 документов: согласовано\u00a0", "Договорённости, предложения и намерения: 41 из 87; среди всех 41 больше всего — Торговля и инвестиции (9).", "Согласованное и предназначенное к подписанию: 7 (из 4 мест в текстах) из 87; все документы по видам: совместное заявление\u00a01, "}
	for lang, sentences := range want {
		s := room().Opening()
		s.Lang = lang
		page := scene.Reader(room(), scene.Select(room().Data, s), s, i18n.For(lang))
		var text []string
		for i := range page.Len() {
			text = append(text, page.Block(i).Text)
		}
		for _, x := range sentences {
			if !slices.ContainsFunc(text, func(line string) bool { return strings.HasPrefix(line, x) }) {
				t.Errorf("%s: nothing says %q of %q", lang, x, text[:6])
			}
		}
	}
}

// Of any package, in any language, a chart with statements says a whole sentence,
// whose numbers are no larger than what there is; an empty one says nothing.
func TestFindingsOfOtherPackages(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"asean", "c5plus1", "eu"} {
		rm, r := foreign(t, name), rand.New(rand.NewPCG(3, 100))
		most, empty := max(len(rm.Data.Statements), len(rm.Data.Meetings), 2026), 0
		for range 60 {
			s := rm.Opening()
			s.Status = state.AllStatuses
			s.Lang, s.Kind, s.Split = i18n.Languages()[r.IntN(3)], state.ChartKinds()[r.IntN(6)], r.IntN(3) == 0
			if r.IntN(2) == 0 {
				s.Domains = state.Set(rm.Data.Domains[r.IntN(len(rm.Data.Domains))].Code)
			}
			if r.IntN(2) == 0 {
				s.States = state.Set(rm.Data.Countries[r.IntN(len(rm.Data.Countries))].Code)
			}
			if r.IntN(4) == 0 {
				s.Query = "there are no such words"
			}
			sel := scene.Select(rm.Data, s)
			said := scene.Count(rm, sel, s, i18n.For(s.Lang)).Finding()
			view := name + " " + string(state.Encode(s))
			if len(sel.Statements) == 0 {
				if empty++; said != "" {
					t.Errorf("%s: of nothing it says %q", view, said)
				}
				continue
			}
			if !strings.HasSuffix(said, ".") || strings.ContainsAny(said, "{}") || strings.Contains(said, "scene.") || strings.Contains(said, "; ;") {
				t.Errorf("%s: %q is no sentence", view, said)
			}
			for word := range strings.FieldsFuncSeq(said, func(c rune) bool { return !unicode.IsDigit(c) }) {
				if n, err := strconv.Atoi(word); err != nil || n > most {
					t.Errorf("%s: %q says %s of %d", view, said, word, most)
				}
			}
		}
		if empty < 5 || empty > 40 {
			t.Errorf("%s: of 60 views %d have no statement", name, empty)
		}
	}
}
