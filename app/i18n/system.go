package i18n

import (
	"os"
	"strings"
)

// Locales lists the locales that the environment asks for, the most wanted
// first, as GNU's gettext reads it: the first of LC_ALL, LC_MESSAGES and LANG
// that is set says the locale, and unless that is "C" the list LANGUAGE goes
// before it. It is empty where nothing is asked for, as in a program that was
// started from a desktop of Windows or macOS.
func Locales(getenv func(string) string) []string {
	locale := ""
	for _, name := range [...]string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale = getenv(name); locale != "" {
			break
		}
	}
	switch base(locale) {
	case "", "c", "posix":
		return nil
	}
	var wanted []string
	for l := range strings.SplitSeq(getenv("LANGUAGE"), ":") {
		if l != "" {
			wanted = append(wanted, l)
		}
	}
	return append(wanted, locale)
}

// Best returns the language that the first of locales has which has one, else
// English.
func Best(locales ...string) string {
	c := catalogue()
	for _, l := range locales {
		if code := c.has(l); code != "" {
			return c.For(code).Lang()
		}
	}
	return English
}

// System returns the language that the environment asks for.
func System() string { return Best(Locales(os.Getenv)...) }
