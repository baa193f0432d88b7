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

// plural picks the form of a number as grammars of the languages have it: in
// English one and other; in Ukrainian and Russian 1, 21 …; 2 to 4, 22 …; the
// rest.
func plural(lang string, n int, forms ...string) string {
	k := 2
	switch {
	case lang == "en" && n == 1, lang != "en" && n%10 == 1 && n%100 != 11:
		k = 0
	case lang != "en" && n%10 >= 2 && n%10 <= 4 && (n%100 < 12 || n%100 > 14):
		k = 1
	}
	return strings.ReplaceAll(forms[min(k, len(forms)-1)], "#", strconv.Itoa(n))
}

// teller says the finding of a view from the raw tables, in words of its own.
type teller struct {
	*world
	lang string
	name map[string]map[string]string // by kind and code
}

func (w *teller) in(en, uk, ru string) string {
	return map[string]string{"en": en, "uk": uk, "ru": ru}[w.lang]
}

func (w *teller) n(n int, en, uk, ru [3]string) string {
	forms := map[string][3]string{"en": en, "uk": uk, "ru": ru}[w.lang]
	return plural(w.lang, n, forms[:]...)
}

func (w *teller) statements(n int) string {
	return w.n(n, [3]string{"# statement", "# statements", "# statements"}, [3]string{"# теза", "# тези", "# тез"}, [3]string{"# тезис", "# тезиса", "# тезисов"})
}

// join names what is tied, or counts it.
func (w *teller) join(kind string, codes []string) string {
	if len(codes) > 3 {
		switch n := len(codes); kind {
		case "domain":
			return w.n(n, [3]string{"# domain", "# domains", "# domains"}, [3]string{"# сфера", "# сфери", "# сфер"}, [3]string{"# сфера", "# сферы", "# сфер"})
		case "state":
			return w.n(n, [3]string{"# state", "# states", "# states"}, [3]string{"# держава", "# держави", "# держав"}, [3]string{"# государство", "# государства", "# государств"})
		case "meeting":
			return w.n(n, [3]string{"# meeting", "# meetings", "# meetings"}, [3]string{"# зустріч", "# зустрічі", "# зустрічей"}, [3]string{"# встреча", "# встречи", "# встреч"})
		}
		return w.n(len(codes), [3]string{"# document", "# documents", "# documents"}, [3]string{"# документ", "# документи", "# документів"}, [3]string{"# документ", "# документа", "# документов"})
	}
	var out []string
	for _, c := range codes {
		out = append(out, w.name[kind][c])
	}
	if k := len(out) - 1; k > 0 {
		return strings.Join(out[:k], ", ") + w.in(" and ", " і ", " и ") + out[k]
	}
	return out[0]
}

// most says who has the most.
func (w *teller) most(kind string, count map[string]int, order []string) string {
	best, some := 0, 0
	var top []string
	for _, c := range order {
		switch k := count[c]; {
		case k == 0:
			continue
		case k > best:
			best, top = k, []string{c}
		case k == best:
			top = append(top, c)
		}
		some++
	}
	if some == 0 {
		return ""
	}
	list, k := w.join(kind, top), strconv.Itoa(best)
	record := kind == "meeting" || kind == "document"
	switch {
	case some == 1 && kind == "domain":
		return w.in("all in ", "усі — ", "все — ") + list
	case len(top) == some && some > 1:
		en := list + " have " + k + " each"
		if record {
			en = k + " each: " + list
		}
		return w.in(en, "порівну — "+list+" (по "+k+")", "поровну — "+list+" (по "+k+")")
	case len(top) > 1:
		en := list + " lead with " + k + " each"
		if record {
			en = "most: " + list + " (" + k + " each)"
		}
		return w.in(en, "найбільше порівну — "+list+" (по "+k+")", "больше всего поровну — "+list+" (по "+k+")")
	}
	en := list + " leads with " + k
	if record {
		en = "most: " + list + " (" + k + ")"
	}
	return w.in(en, "найбільше — "+list+" ("+k+")", "больше всего — "+list+" ("+k+")")
}

// concerned says whom all concern, and then who leads.
func (w *teller) concerned(count map[string]int, order []string, total int) string {
	var all, others []string
	for _, c := range order {
		if count[c] == total {
			all = append(all, c)
		} else {
			others = append(others, c)
		}
	}
	if len(all) == 0 {
		return w.most("state", count, order)
	}
	said := w.in("all concern ", "у всіх — ", "во всех — ") + w.join("state", all)
	if next := w.most("state", count, others); next != "" {
		said += "; " + w.in("next, ", "далі ", "далее ") + next
	}
	return said
}

// tell says the finding of a view, from the statements that pass, in the order
// of the file.
func (w *teller) tell(s state.State, passing []map[string]string, order map[string][]string) string {
	total := strconv.Itoa(len(passing))
	count, dated := map[string]map[string]int{"domain": {}, "state": {}, "meeting": {}, "document": {}}, 0
	firm, passages := 0, map[string]bool{}
	var rest []map[string]string
	inRest := map[string]int{}
	shown := slices.DeleteFunc(slices.Clone(order["state"]), func(c string) bool {
		return s.States != "" && !slices.Contains(strings.Split(string(s.States), ","), c)
	})
	for _, x := range passing {
		count["domain"][x["domain"]]++
		count["document"][x["document"]]++
		if w.meetings[x["meeting"]]["date"] != "" {
			count["meeting"][x["meeting"]]++
			dated++
		}
		concerns := strings.Fields(x["states"])
		for _, c := range concerns {
			count["state"][c]++
		}
		if len(concerns) < 6 {
			rest = append(rest, x)
			for _, c := range concerns {
				inRest[c]++
			}
		}
		if x["status"] == "agreed" || x["status"] == "to be signed" {
			firm++
			passages[x["document"]+" "+strings.Fields(x["paragraph"])[0]] = true
		}
	}
	all := len(passing) - len(rest)
	six := w.n(all, [3]string{"# of N concerns all 6 states", "# of N concern all 6 states", "# of N concern all 6 states"},
		[3]string{"# з N стосується всіх держав (6)", "# з N стосуються всіх держав (6)", "# з N стосуються всіх держав (6)"},
		[3]string{"# из N касается всех государств (6)", "# из N касаются всех государств (6)", "# из N касаются всех государств (6)"})
	if all == 0 {
		six = w.in("none of N concerns all 6 states", "жодна з N не стосується всіх держав (6)", "ни один из N не касается всех государств (6)")
	}
	if six = strings.ReplaceAll(six, "N", total) + "; "; s.OnlyNaming {
		six = ""
	}
	switch s.Kind {
	case state.Domains:
		what := w.in("Points agreed or to be signed: ", "Погоджене й призначене до підписання: ", "Согласованное и предназначенное к подписанию: ")
		from := w.n(len(passages), [3]string{"from # passage", "from # passages", "from # passages"}, [3]string{"з # місця в текстах", "з # місць у текстах", "з # місць у текстах"},
			[3]string{"из # места в текстах", "из # мест в текстах", "из # мест в текстах"})
		allowed := strings.Split(string(s.Status), ",")
		soft := slices.ContainsFunc(allowed, func(c string) bool { return c != "agreed" && c != "to be signed" })
		hard := slices.ContainsFunc(allowed, func(c string) bool { return c == "agreed" || c == "to be signed" })
		switch {
		case s.Status != "" && !hard:
			what = ""
		case s.Status != "" && !soft:
			what = w.statements(firm) + " " + from + "; "
		case firm == 0:
			what += w.in("none of ", "жодної тези з ", "ни одного тезиса из ") + total + "; "
		default:
			what += strconv.Itoa(firm) + w.in(" of ", " з ", " из ") + total + ", " + from + "; "
		}
		return what + w.most("domain", count["domain"], order["domain"])
	case state.States:
		return six + w.concerned(count["state"], shown, len(passing))
	case state.Matrix:
		switch {
		case len(rest) == 0:
			return strings.TrimSuffix(six, "; ")
		case len(rest) == 1:
			var names []string
			for _, c := range shown {
				if inRest[c] > 0 {
					names = append(names, c)
				}
			}
			return six + w.in("the other concerns ", "ще одна — ", "ещё один — ") + w.join("state", names)
		}
		k := strconv.Itoa(len(rest))
		among := w.in("of the other "+k+", ", "серед інших "+k+" ", "среди остальных "+k+" ")
		if all == 0 {
			among = ""
		}
		return six + among + w.concerned(inRest, shown, len(rest))
	case state.Documents, state.Timeline:
		kind, k := "document", len(passing)
		if s.Kind == state.Timeline {
			kind, k = "meeting", dated
		}
		records := len(count[kind])
		switch {
		case k == 0:
			return ""
		case records == 1:
			return w.statements(k) + w.in(", all: ", ", усі — ", ", все — ") + w.join(kind, slices.DeleteFunc(slices.Clone(order[kind]), func(c string) bool { return count[kind][c] == 0 }))
		case kind == "document":
			return w.statements(k) + w.n(records, [3]string{" from # document", " from # documents", " from # documents"}, [3]string{" з # документа", " з # документів", " з # документів"},
				[3]string{" из # документа", " из # документов", " из # документов"}) + "; " + w.most(kind, count[kind], order[kind])
		}
		return w.statements(k) + w.n(records, [3]string{" on # meeting", " on # meetings", " on # meetings"}, [3]string{" про # зустріч", " про # зустрічі", " про # зустрічей"},
			[3]string{", встреч: #", ", встреч: #", ", встреч: #"}) + "; " + w.most(kind, count[kind], order[kind])
	}
	return ""
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
	said := map[string]bool{}
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
		if !strings.Contains(tally.Describe(), got) {
			t.Fatalf("%s: the alternative text lacks %q", view, got)
		}
		s.LitDomains, s.LitStatuses = state.NewSet(order["domain"][r.IntN(len(order["domain"]))]), "intended"
		if lit := scene.Count(rm, scene.Select(rm.Data, s), s, p).Finding(); lit != got {
			t.Fatalf("%s: lit, it says %q, not %q", view, lit, got)
		}
		said[got] = true
	}
	if len(said) < 200 {
		t.Errorf("%d different sentences: too few to show much", len(said))
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
		w.statements(total) + " from " + n(len(documents)) + " documents: agreed " + n(status["agreed"]) + ", to be signed " + n(status["to be signed"]) +
			", announced " + n(status["announced"]) + ", intended " + n(status["intended"]) + ", position " + n(status["position"]) + ".",
		"Agreements, offers and intentions: " + n(total-status["position"]) + " of " + n(total) + "; Trade & investment leads with " + n(trade) + ".",
		"Points agreed or to be signed: " + n(firm) + " of " + n(total) + ", from " + n(len(passages)) + " passages; texts: joint statement " + n(kinds["joint statement"]) +
			", news report " + n(kinds["news report"]) + ", wire report " + n(kinds["wire report"]) + ".",
	}}
	w.lang = "uk"
	want["uk"] = []string{w.statements(total) + " з 5 документів: погоджено ", "Домовленості, пропозиції та наміри: 41 з 87; найбільше — Торгівля та інвестиції (9).", "Погоджене й призначене до підписання: 7 з 87, з 4 місць у текстах; тексти: спільна заява 1, "}
	w.lang = "ru"
	want["ru"] = []string{w.statements(total) + " из 5 документов: согласовано ", "Договорённости, предложения и намерения: 41 из 87; больше всего — Торговля и инвестиции (9).", "Согласованное и предназначенное к подписанию: 7 из 87, из 4 мест в текстах; тексты: совместное заявление 1, "}
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
		most := max(len(rm.Data.Statements), len(rm.Data.Meetings), 2026)
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
			sel := scene.Select(rm.Data, s)
			said := scene.Count(rm, sel, s, i18n.For(s.Lang)).Finding()
			view := name + " " + string(state.Encode(s))
			if len(sel.Statements) == 0 {
				if said != "" {
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
	}
}
