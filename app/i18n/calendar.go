package i18n

import "strconv"

// calendar holds the words of a language's dates. Month names stand alone
// (nominative), go with a day (genitive), or are short.
type calendar struct {
	months, ofMonth, short [12]string
	year, years            string // what follows one year and a range of years, with its space
	about                  string // what stands before an approximate date; it takes the genitive
	from, until            string // what stands before an open stretch; until includes its date
	fromSecond             string // from, before the 2nd of a month
	decade, ofDecade       func(first int) string
}

var english = calendar{
	months: [...]string{
		"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December",
	},
	ofMonth: [...]string{
		"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December",
	},
	short: [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
	about: "about ", from: "from ", fromSecond: "from ", until: "until ",
	decade:   func(y int) string { return "the " + strconv.Itoa(y) + "s" },
	ofDecade: func(y int) string { return "the " + strconv.Itoa(y) + "s" },
}

var ukrainian = calendar{
	months: [...]string{
		"січень", "лютий", "березень", "квітень", "травень", "червень",
		"липень", "серпень", "вересень", "жовтень", "листопад", "грудень",
	},
	ofMonth: [...]string{
		"січня", "лютого", "березня", "квітня", "травня", "червня",
		"липня", "серпня", "вересня", "жовтня", "листопада", "грудня",
	},
	short: [...]string{
		"січ.", "лют.", "бер.", "квіт.", "трав.", "черв.", "лип.", "серп.", "вер.", "жовт.", "лист.", "груд.",
	},
	year: nbsp + "р.", years: nbsp + "рр.",
	about: "близько ", from: "з ", fromSecond: "з ", until: "по ",
	decade:   func(y int) string { return strconv.Itoa(y) + "-ті" + nbsp + "роки" },
	ofDecade: func(y int) string { return strconv.Itoa(y) + "-х" + nbsp + "років" },
}

var russian = calendar{
	months: [...]string{
		"январь", "февраль", "март", "апрель", "май", "июнь",
		"июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
	},
	ofMonth: [...]string{
		"января", "февраля", "марта", "апреля", "мая", "июня",
		"июля", "августа", "сентября", "октября", "ноября", "декабря",
	},
	short: [...]string{
		"янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.", "дек.",
	},
	year: nbsp + "г.", years: nbsp + "гг.",
	about: "около ", from: "с ", fromSecond: "со ", until: "по ",
	decade:   func(y int) string { return strconv.Itoa(y) + "-е" + nbsp + "годы" },
	ofDecade: func(y int) string { return strconv.Itoa(y) + "-х" + nbsp + "годов" },
}

// nbsp keeps a number and what belongs to it on one line.
const nbsp = "\u00a0"
