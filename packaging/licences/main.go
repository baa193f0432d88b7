// Command licences gathers the licence texts of everything that is compiled
// into the program: Go itself, each module that a window program or a headless
// one links on any system, and what these carry of others in folders of their
// own (GLFW's C code, the fonts and icons of Fyne). It prints one text. Run it
// by "go generate ./packaging" after go.mod has changed.
package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// builds are the programs that are given out.
var builds = []struct{ system, tags string }{
	{"linux", "no_emoji"}, {"windows", "no_emoji"}, {"darwin", "no_emoji"}, {"linux", "headless"}, {"windows", "headless"},
}

// target is the file that the texts are written to.
const target = "../assets/licences/third-party.txt"

type module struct {
	Path, Version, Dir string
	Main               bool
}

// notice is one licence text and what it covers.
type notice struct {
	of   []string
	text string
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}

func run() error {
	modules, packages, err := linked()
	if err != nil {
		return err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("ask where Go is: %w", err)
	}
	var notices []notice
	add := func(of, path string) error {
		text, err := os.ReadFile(path)
		if err != nil {
			return fmt.Errorf("read a licence of %s: %w", of, err)
		}
		notices = append(notices, notice{of: []string{of}, text: clean(string(text))})
		return nil
	}
	if err := add("Go, its runtime and standard library", filepath.Join(strings.TrimSpace(string(root)), "LICENSE")); err != nil {
		return err
	}
	for _, m := range modules {
		found := 0
		err := filepath.WalkDir(m.Dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			within, err := filepath.Rel(m.Dir, path)
			if err != nil {
				return err
			}
			if d.IsDir() || !isLicence(within) || !covers(within, m, packages) {
				return nil
			}
			found++
			of := m.Path + " " + m.Version
			if dir := filepath.ToSlash(filepath.Dir(within)); dir != "." {
				of += ", " + dir
			}
			return add(of, path)
		})
		if err != nil {
			return fmt.Errorf("look for licences of %s: %w", m.Path, err)
		}
		if found == 0 {
			return fmt.Errorf("%s %s has no licence", m.Path, m.Version)
		}
	}
	out := written(merged(notices))
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil { //nolint:gosec // a folder of the source
		return fmt.Errorf("make the folder of licences: %w", err)
	}
	if err := os.WriteFile(target, []byte(out), 0o644); err != nil { //nolint:gosec // a file of the source
		return fmt.Errorf("write the licences: %w", err)
	}
	return nil
}

// linked returns the modules behind all builds, by path, and the folders of
// the packages that are compiled.
func linked() (modules []module, packages map[string]bool, err error) {
	packages = map[string]bool{}
	seen := map[string]bool{}
	for _, b := range builds {
		c := exec.Command("go", "list", "-deps", "-tags", b.tags, "-json=Dir,Module", "..") //nolint:gosec // our own words
		c.Env = append(os.Environ(), "GOOS="+b.system, "GOARCH=amd64", "CGO_ENABLED=1")
		c.Stderr = os.Stderr
		out, err := c.Output()
		if err != nil {
			return nil, nil, fmt.Errorf("list what %s %s links: %w", b.system, b.tags, err)
		}
		for d := json.NewDecoder(bytes.NewReader(out)); ; {
			var p struct {
				Dir    string
				Module *module
			}
			if err := d.Decode(&p); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return nil, nil, fmt.Errorf("read the list of packages: %w", err)
			}
			if p.Module == nil || p.Module.Main {
				continue
			}
			packages[p.Dir] = true
			if !seen[p.Module.Path] {
				seen[p.Module.Path] = true
				modules = append(modules, *p.Module)
			}
		}
	}
	slices.SortFunc(modules, func(a, b module) int { return cmp.Compare(a.Path, b.Path) })
	return modules, packages, nil
}

var licenceName = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents|ftl)([._-].*)?(\.(md|txt))?$`)

// isLicence tells by its name whether a file is a licence.
func isLicence(within string) bool {
	name := filepath.Base(within)
	return licenceName.MatchString(name) && !strings.EqualFold(filepath.Ext(name), ".go")
}

// covers tells whether a licence stands over something that is compiled: it is
// the module's own, or lies in the folder of a package, or right below one in a
// folder of fonts or of C sources and not in one of a command or of test data.
func covers(within string, m module, packages map[string]bool) bool {
	dir := filepath.Dir(within)
	if dir == "." || dir == "licenses" {
		return true
	}
	full := filepath.Join(m.Dir, dir)
	if packages[full] {
		return true
	}
	_, err := os.Stat(filepath.Join(full, "main.go"))
	return errors.Is(err, fs.ErrNotExist) && packages[filepath.Dir(full)] && filepath.Base(dir) != "testdata"
}

// clean ends lines in one way and cuts what is blank around the text.
func clean(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \t\f")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// merged puts together what stands under the very same text.
func merged(notices []notice) []notice {
	var out []notice
	at := map[string]int{}
	for _, n := range notices {
		if i, ok := at[n.text]; ok {
			out[i].of = append(out[i].of, n.of...)
			continue
		}
		at[n.text] = len(out)
		out = append(out, n)
	}
	return out
}

// written is the file: what is said first, then each text below what it covers.
func written(notices []notice) string {
	var b strings.Builder
	b.WriteString(`Compiled into C+C5 Atlas, beside its own code (MIT) and content (CC BY 4.0), are the works below, each under the licence that follows its name.
Portions of this software are copyright The FreeType Project (https://freetype.org). All rights reserved.
Icons of Fyne: Material Icons by Google; font of go-chart: Roboto by Google; both under the Apache License 2.0, whose text stands below.
`)
	for _, n := range notices {
		fmt.Fprintf(&b, "\n%s\n%s\n\n%s\n", strings.Repeat("=", 100), strings.Join(n.of, "\n"), n.text)
	}
	return b.String()
}
