package lesson

import (
	"c5atlas.org/c5atlas/app/i18n"
)

// digit adds to the number of a scene.
func (s *Show) digit(r rune) {
	if len(s.typed) < 3 {
		s.dial(s.typed + string(r))
	}
}

func (s *Show) dial(typed string) {
	s.typed = typed
	if s.forget != nil {
		s.forget()
	}
	s.forget = s.scope.After(typeTime, func() { s.typed = ""; s.change() })
	s.change()
}

// enter goes to the scene of the number, to the one that the overview is on, or to
// the next.
func (s *Show) enter() {
	switch {
	case s.typed != "":
		n := number(s.typed)
		s.typed = ""
		if n < 1 || n > len(s.deck) {
			s.hint(s.h.T("present.noScene", i18n.Args{"N": n, "Total": len(s.deck)}))
			return
		}
		s.grid = false
		s.jump(n - 1)
	case s.grid && s.cover == nothing:
		s.open(s.pick)
	default:
		s.turn(1)
	}
}

// number reads digits.
func number(typed string) (n int) {
	for _, r := range typed {
		n = n*10 + int(r-'0')
	}
	return n
}
