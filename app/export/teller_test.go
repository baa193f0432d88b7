package export_test

import (
	"slices"
	"strconv"
	"strings"

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
		return strings.Join(out[:k], ", ") + w.in(" and ", ", ", ", ") + out[k]
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
		return w.in("all "+k+" in ", "усі "+k+" — ", "все "+k+" — ") + list
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
	said := w.in("all N concern ", "у всіх N — ", "во всех N — ") + w.join("state", all)
	said = strings.Replace(said, "N", strconv.Itoa(total), 1)
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
			what += strconv.Itoa(firm) + " (" + from + ")" + w.in(" of ", " з ", " из ") + total + "; "
		}
		among := ""
		if len(count["domain"]) > 1 && (s.Status == "" || hard && soft) {
			among = w.in("of all "+total+", ", "серед усіх "+total+" ", "среди всех "+total+" ")
		}
		return what + among + w.most("domain", count["domain"], order["domain"])
	case state.States:
		if len(rest) == 0 {
			return strings.TrimSuffix(six, "; ")
		}
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
