package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

func TestOpenEmbedded(t *testing.T) {
	t.Parallel()
	o, err := open("")
	if err != nil || o.view != nil || len(o.findings) > 0 || len(o.room.Data.Statements) == 0 {
		t.Fatal(o, err)
	}
}

// A picture that the program saved opens as the view that it shows.
func TestOpenPicture(t *testing.T) {
	t.Parallel()
	o, err := open("")
	if err != nil {
		t.Fatal(err)
	}
	v := state.Default()
	v.States, v.Lang, v.Theme = "KAZ", "uk", state.Dark
	size, err := export.ParseSize("600x400", 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	pic, err := export.Draw(context.Background(), o.room, v, export.Options{Kind: export.Chart, Size: size, Software: "test"})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := pic.WritePNG(&b); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "chart.png")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	o, err = open(path)
	if err != nil || o.view == nil || *o.view != v.View {
		t.Fatalf("view %+v, %v", o.view, err)
	}
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if _, err := open(filepath.Join(dir, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
	if _, err := open(dir); !errors.Is(err, dataset.ErrPackage) {
		t.Errorf("empty folder: %v", err)
	}
	path := filepath.Join(dir, "bare.png")
	if err := os.WriteFile(path, []byte("\x89PNG\r\n\x1a\nnothing"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := open(path); err == nil || !strings.Contains(err.Error(), "bare.png") {
		t.Errorf("bare PNG: %v", err)
	}
}

// Each way to fail has a sentence of its own in every language.
func TestOpenFault(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	folder := func(name, descriptor string) string {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(path, 0o700); err != nil {
			t.Fatal(err)
		}
		if descriptor != "" {
			write(filepath.Join(name, "datapackage.json"), []byte(descriptor))
		}
		return path
	}
	o, err := open("")
	if err != nil {
		t.Fatal(err)
	}
	picture := func(bare bool) []byte {
		pic, err := export.Draw(t.Context(), o.room, state.Default(), export.Options{Kind: export.Chart, Size: export.Size{Width: 300, Height: 200, Density: 1, DPI: 96}, NoData: bare})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := pic.WritePNG(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	whole := picture(false)
	forged := bytes.Clone(whole)
	forged[bytes.Index(forged, []byte("x-c5atlas-view"))+30] ^= 0x55
	for path, want := range map[string]string{
		filepath.Join(dir, "none.png"):                     "shell.openMissing",
		write("cut.png", whole[:len(whole)/2]):             "shell.openPicture",
		write("forged.png", forged):                        "shell.openPicture", // its checksum is wrong
		write("bare.png", picture(true)):                   "shell.openNoView",
		write("letter.txt", []byte("Dear Sir")):            "shell.openPackage",
		write("empty.zip", []byte("PK\x05\x06zip?")):       "shell.openPackage",
		write("letter.xlsx", []byte("Dear Sir")):           "shell.openWorkbook",
		write("cut.json", []byte(`[{"title":"a"`)):         "shell.openLesson",
		write("photo.png", []byte("\xff\xd8\xff\xe0JFIF")): "shell.openPicture",
		write("empty.json", nil):                           "shell.openLesson",
		folder("empty", ""):                                "shell.openPackage",
		folder("broken", "{}"):                             "shell.openPackage",
		folder("broken", "{}") + "/datapackage.json":       "shell.openPackage",
		write("mine.png", whole):                           "shell.openDenied",
	} {
		_, err := open(path)
		if filepath.Base(path) == "mine.png" { // the superuser may read everything
			err = fmt.Errorf("open: %w", &fs.PathError{Op: "open", Path: path, Err: fs.ErrPermission})
		}
		if got := openFault(err); got != want {
			t.Errorf("%s: %s (%v), want %s", filepath.Base(path), got, err, want)
		}
		for _, lang := range i18n.Languages() {
			args := i18n.Args{"Name": nameOf(path)}
			if text := i18n.For(lang).T(want, args); text == want || !strings.Contains(text, filepath.Base(path)) {
				t.Errorf("%s says %q", lang, text)
			}
		}
	}
	if o, err := open(write("whole.png", whole)); err != nil || o.evidence == nil || o.evidence.Data.Hash != o.room.Data.Hash {
		t.Errorf("a whole picture: %v", err)
	}
}

func TestDisplayed(t *testing.T) {
	if runtime.GOOS != "linux" {
		return // elsewhere there is always one
	}
	// set makes an environment that names no other screen.
	set := func(names map[string]string) {
		for _, name := range []string{"DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "XDG_SESSION_TYPE"} {
			t.Setenv(name, names[name])
		}
	}
	if set(nil); displayed() {
		t.Error("a screen out of nothing")
	}
	folder := t.TempDir()
	socket := filepath.Join(folder, "wayland-0")
	for _, names := range []map[string]string{{"WAYLAND_DISPLAY": socket}, {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": folder}} {
		if set(names); displayed() {
			t.Errorf("%v: a compositor that is gone is seen", names)
		}
		l, err := net.Listen("unix", socket)
		if err != nil {
			t.Fatal(err)
		}
		calls := make(chan int)
		go func() {
			n := 0
			for c, err := l.Accept(); err == nil; c, err = l.Accept() {
				n++
				c.Close()
			}
			calls <- n
		}()
		if set(names); !displayed() {
			t.Errorf("%v: Wayland is not seen", names)
		}
		// Calls are taken in their order: the next one is that of the test.
		if c, err := net.Dial("unix", socket); err != nil {
			t.Error(err)
		} else if _, err := c.Read(make([]byte, 1)); err == nil {
			t.Error("the compositor speaks")
		}
		l.Close()
		if n := <-calls; n != 2 {
			t.Errorf("%v: the compositor is called %d times, once by the test", names, n)
		}
	}
	if set(map[string]string{"DISPLAY": ":9999"}); displayed() {
		t.Error("a display that nobody serves")
	}
	if set(map[string]string{"DISPLAY": "far:0"}); !displayed() {
		t.Error("another machine's display is not for us to judge")
	}
	// A compositor that is gone must not keep GLFW from the X server that is there.
	for _, session := range []string{"wayland", "x11", "tty", ""} {
		set(map[string]string{"DISPLAY": "far:0", "WAYLAND_DISPLAY": socket, "XDG_SESSION_TYPE": session})
		if !displayed() {
			t.Errorf("%s: the X server is not seen", session)
		}
		if got := os.Getenv("WAYLAND_DISPLAY"); got != "" {
			t.Errorf("%s: WAYLAND_DISPLAY is %q", session, got)
		}
		if got := os.Getenv("XDG_SESSION_TYPE"); got != "x11" {
			t.Errorf("XDG_SESSION_TYPE is %q", got)
		}
	}
}

// Fyne says that it failed in the standard log only; the person hears it in their
// language.
func TestDriverLog(t *testing.T) {
	t.Setenv("LC_ALL", "uk_UA.UTF-8")
	t.Setenv("LANGUAGE", "")
	var out bytes.Buffer
	var got error
	d := &driverLog{next: &out, fail: func(err error) { got = err }}
	for _, line := range []string{"Fyne error:  something else\n", "  Cause: mild\n"} {
		if _, err := d.Write([]byte(line)); err != nil {
			t.Fatal(err)
		}
	}
	if got != nil {
		t.Fatal(got)
	}
	for _, line := range []string{"Fyne error:  window creation error\n", "  Cause: no GL\n"} {
		if _, err := d.Write([]byte(line)); err != nil {
			t.Fatal(err)
		}
	}
	if !errors.Is(got, ErrScreen) || !strings.Contains(got.Error(), "(no GL)") || !strings.HasPrefix(got.Error(), "Атлас C+C5 не може відкрити вікно") {
		t.Errorf("%v", got)
	}
	if !strings.Contains(out.String(), "mild") {
		t.Error("the log was swallowed")
	}
	for _, c := range []struct {
		line, cause string
		is          error
	}{
		{"2026/11/27 17:30:21 PlatformError: WGL: Failed to set pixel format for dummy context: Invalid window handle. \n", "(WGL: Failed", ErrScreen},
		{"PlatformError: Wayland: Failed to connect to display\n", "(Wayland: Failed", ErrNoDisplay},
		{"PlatformError: X11: Failed to open display :1\n", "(X11: Failed", ErrNoDisplay},
		{line: "PlatformError: X11: Failed to set cursor\n"},
	} {
		for _, up := range []bool{false, true} {
			got = nil
			d.up.Store(up)
			if _, err := d.Write([]byte(c.line)); err != nil {
				t.Fatal(err)
			}
			if up && got != nil || !up && !errors.Is(got, c.is) || got != nil && !strings.Contains(got.Error(), c.cause) {
				t.Errorf("%q, with the window up: %v, gives %v", c.line, up, got)
			}
		}
	}
	d.up.Store(false)
	for _, line := range []string{"Fyne error:  failed to initialise GLFW\n", "  Cause: PlatformUnavailable\n"} {
		if _, err := d.Write([]byte(line)); err != nil {
			t.Fatal(err)
		}
	}
	if !errors.Is(got, ErrNoDisplay) || !strings.Contains(got.Error(), "(PlatformUnavailable)") {
		t.Errorf("a display that lets nobody in gives %v", got)
	}
}
