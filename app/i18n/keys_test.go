package i18n

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/feature/plural"
)

// keyShape is what a text key looks like: a room, a dot, names in lower camel case.
var keyShape = regexp.MustCompile(`^[a-z][a-z0-9]*(\.[a-z][A-Za-z0-9-]*)+$`)

// partShape is what the constant part of a built key would look like. Keys are
// written out instead, in a map if need be, so that they can be found.
var partShape = regexp.MustCompile(`^[a-z][a-z0-9]*(\.[a-z][A-Za-z0-9-]*)*\.$`)

// use is one place in the code where a key stands.
type use struct {
	key    string
	at     string   // file:line
	method string   // "T", "N", or "" for a literal elsewhere, such as in a phrase
	args   []string // names in a literal Args; nil if it could not be read
}

// TestKeys walks every key used in the program: each exists in all languages,
// with the same placeholders and the plural forms of its language, each call
// gives the placeholders, and no key is unused.
func TestKeys(t *testing.T) {
	t.Parallel()
	uses := walk(t, os.DirFS("../.."))
	texts := map[string]map[string]text{}
	for _, lang := range Languages() {
		texts[lang] = For(lang).texts
	}
	rooms := map[string]bool{}
	for key := range texts["en"] {
		rooms[room(key)] = true
	}

	used := map[string]bool{}
	for _, u := range uses {
		if u.method == "" && !rooms[room(u.key)] {
			continue // a file name or the like
		}
		if strings.HasSuffix(u.key, ".") {
			t.Errorf("%s: a key seems to be built from %q; write the keys out", u.at, u.key)
			continue
		}
		used[u.key] = true
		if e, ok := texts["en"][u.key]; ok && (u.method != "" || u.args != nil) {
			checkCall(t, u, e)
		}
	}

	for lang, have := range texts {
		for _, key := range slices.Sorted(maps.Keys(used)) {
			if _, ok := have[key]; !ok {
				t.Errorf("%s: no text for %q", lang, key)
			}
		}
		for _, key := range slices.Sorted(maps.Keys(have)) {
			if !used[key] {
				t.Errorf("%s: %q is not used in code", lang, key)
			}
			if !keyShape.MatchString(key) {
				t.Errorf("%s: key %q has another shape than room.name", lang, key)
			}
			if e, ok := texts["en"][key]; ok {
				checkForms(t, lang, key, have[key], e)
			} else {
				t.Errorf("%s: %q does not exist in English", lang, key)
			}
		}
	}
}

// checkCall compares a call with the English text of its key.
func checkCall(t *testing.T, u use, e text) {
	t.Helper()
	if many := len(e.plurals) > 0; u.method != "" && many != (u.method == "N") || u.method == "" && many && !slices.Contains(u.args, "N") {
		t.Errorf("%s: %q is called with %s; plural forms: %v", u.at, u.key, u.method, many)
	}
	if u.args == nil {
		return
	}
	want := names(e)
	given := slices.Clone(u.args)
	if u.method == "N" {
		given = append(given, "N")
	}
	for _, name := range want {
		if !slices.Contains(given, name) {
			t.Errorf("%s: %q needs {{.%s}}", u.at, u.key, name)
		}
	}
	for _, name := range u.args {
		if !slices.Contains(want, name) {
			t.Errorf("%s: %q has no {{.%s}}", u.at, u.key, name)
		}
	}
}

// checkForms compares a text with the English one, of the same key.
func checkForms(t *testing.T, lang, key string, have, e text) {
	t.Helper()
	forms := []plural.Form{plural.Other}
	if len(e.plurals) > 0 {
		for n := range 1000 {
			if f := For(lang).form(n); !slices.Contains(forms, f) {
				forms = append(forms, f)
			}
		}
		slices.Sort(forms)
	}
	if got := slices.Sorted(maps.Keys(formsOf(have))); !slices.Equal(got, slices.Sorted(slices.Values(forms))) {
		t.Errorf("%s: %q has plural forms %v, want %v", lang, key, got, forms)
	}
	want := names(e)
	for f, s := range formsOf(have) {
		got := slices.Sorted(slices.Values(s.names))
		got = slices.Compact(got)
		if f == plural.One && onlyOne(lang) && !slices.Contains(got, "N") {
			got = slices.Sorted(slices.Values(append(got, "N"))) // "one statement" is good English
		}
		if !slices.Equal(got, want) && !(len(want) == 0 && len(got) == 1 && got[0] == "N") {
			t.Errorf("%s: %q, form %v has placeholders %v, want %v", lang, key, f, got, want)
		}
	}
}

// formsOf are the forms that a text has.
func formsOf(t text) map[plural.Form]form {
	all := map[plural.Form]form{}
	for f := plural.Other; f <= plural.Many; f++ {
		if x, ok := t.form(f); ok {
			all[f] = x
		}
	}
	return all
}

// onlyOne reports whether a language has a form for the number 1 alone.
func onlyOne(lang string) bool {
	for n := range 1000 {
		if (For(lang).form(n) == plural.One) != (n == 1) {
			return false
		}
	}
	return true
}

// names returns the placeholders of the form Other, sorted.
func names(t text) []string {
	return slices.Compact(slices.Sorted(slices.Values(t.other.names)))
}

func room(key string) string { return key[:strings.IndexByte(key, '.')] }

// walk collects the keys that the program's code holds, tests left out.
func walk(t *testing.T, root fs.FS) []use {
	t.Helper()
	var uses []use
	files := token.NewFileSet()
	visit := func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(files, name, src, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		uses = append(uses, inFile(files, f)...)
		return nil
	}
	for _, dir := range []string{"app", "main.go"} {
		if err := fs.WalkDir(root, dir, visit); err != nil {
			t.Fatal(err)
		}
	}
	return uses
}

func inFile(files *token.FileSet, f *ast.File) []use {
	var uses []use
	seen := map[ast.Node]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.CallExpr:
			sel, ok := n.Fun.(*ast.SelectorExpr)
			if !ok || (sel.Sel.Name != "T" && sel.Sel.Name != "N") || len(n.Args) == 0 {
				return true
			}
			lit, ok := n.Args[0].(*ast.BasicLit)
			if !ok {
				return true
			}
			if key := literal(lit); keyShape.MatchString(key) {
				seen[lit] = true
				uses = append(uses, use{key, files.Position(lit.Pos()).String(), sel.Sel.Name, callArgs(n, sel.Sel.Name)})
			}
		case *ast.CompositeLit: // of a dataset.Phrase, which is put into words later
			if lit, args := phrase(n); lit != nil {
				seen[lit] = true
				uses = append(uses, use{literal(lit), files.Position(lit.Pos()).String(), "", args})
			}
		case *ast.BasicLit:
			if key := literal(n); !seen[n] && (keyShape.MatchString(key) || partShape.MatchString(key)) {
				uses = append(uses, use{key: key, at: files.Position(n.Pos()).String()})
			}
		}
		return true
	})
	return uses
}

// phrase returns the key and the placeholders of a literal with a field Key.
func phrase(n *ast.CompositeLit) (key *ast.BasicLit, args []string) {
	args = []string{}
	for _, e := range n.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			return nil, nil
		}
		name, ok := kv.Key.(*ast.Ident)
		switch lit, constant := kv.Value.(*ast.BasicLit); {
		case !ok:
			return nil, nil
		case name.Name != "Key":
			args = append(args, name.Name)
		case constant && keyShape.MatchString(literal(lit)):
			key = lit
		}
	}
	return key, args
}

func literal(n *ast.BasicLit) string {
	if n.Kind != token.STRING {
		return ""
	}
	s, _ := strconv.Unquote(n.Value)
	return s
}

// callArgs returns the names in the literal Args of a call, or nil if the call
// passes something else.
func callArgs(call *ast.CallExpr, method string) []string {
	rest := call.Args[1:]
	if method == "N" && len(rest) > 0 {
		rest = rest[1:]
	}
	found := []string{}
	for _, a := range rest {
		c, ok := a.(*ast.CompositeLit)
		if !ok {
			return nil
		}
		for _, e := range c.Elts {
			kv, ok := e.(*ast.KeyValueExpr)
			if !ok {
				return nil
			}
			lit, ok := kv.Key.(*ast.BasicLit)
			if !ok {
				return nil
			}
			found = append(found, literal(lit))
		}
	}
	return found
}
