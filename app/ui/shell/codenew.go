package shell

import (
	"unicode/utf8"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/draft"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/ui/coding"
)

// CodeNew asks for a text, and codes it; see [Shell.CodeFile].
func (s *Shell) CodeNew() {
	if s.coder != nil || s.lesson != nil || s.cfg.Read == nil {
		return
	}
	t := s.host.T
	s.chooseText(t("coder.textTitle"), t("shell.openYes"), s.CodeFile)
}

// CodeFile begins to code the text at path, or goes on with that. If it is no document
// of the package yet, it asks first what is to be said of it.
func (s *Shell) CodeFile(path string) {
	s.cfg.Read(path, func(text *original.Attached) {
		if s.host.Room.Data.CodedFrom(text.SHA256) != nil {
			s.wanted = func() { s.CodeDocument(false) }
			s.openPath(path)
			return
		}
		s.beginNew(text)
	})
}

// titleMost is the most letters of a first paragraph that is taken for the title.
const titleMost = 160

func (s *Shell) beginNew(text *original.Attached) {
	k := draft.Key{Package: s.host.Room.Data.Name, Text: text.SHA256}
	go func() {
		dr, older := s.cfg.Drafts.Load(k)
		s.scope.Do(func() {
			if s.coder == nil && s.lesson == nil && s.host.Room.Data.Name == k.Package {
				s.codeNew(dr, older, text)
			}
		})
	}()
}

func (s *Shell) codeNew(dr draft.Draft, older bool, text *original.Attached) {
	about := dr.New
	if first := text.Paragraphs[0]; about == (draft.Document{}) && utf8.RuneCountInString(first) <= titleMost {
		about.Title = first
	}
	s.describe(about, text, func(x draft.Document) {
		if next, err := dr.Do(draft.Describe(x)); err == nil {
			dr.Value = next.Value // the coding begins with it
		}
		s.code(dr, older, text)
	})
}

// describe asks what is to be said of a document that is new to the package.
func (s *Shell) describe(now draft.Document, text *original.Attached, done func(draft.Document)) {
	s.closeDialogs()
	files := s.source()
	s.open = coding.Describe(s.scope, coding.DescribeConfig{
		Canvas: s.window.Canvas(), Document: now, Done: done, Closed: s.closed,
		Check: func(x draft.Document) ([]dataset.Finding, error) {
			fsys, release, err := files()
			if err != nil {
				return nil, err
			}
			defer release()
			return x.Check(fsys, text.SHA256)
		},
	})
}
