package chooser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// What cannot be listed is said in a sentence, in the person's language.
func TestFaultsAreSaid(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, "shut/", "empty/", "texts/", "texts/a.txt", "texts/b.txt")
	r := ask(t, "uk", wide, Config{At: dir, Kinds: []Kind{pictures}})
	for name, want := range map[string]string{"empty": "Ця папка порожня.", "texts": "Тут 2 файли інших типів.", "gone": "gone не знайдено."} {
		r.visit(filepath.Join(dir, name), "")
		r.listed(filepath.Join(dir, name))
		if !r.says(want) {
			t.Errorf("%s: %q", name, uitest.Texts(r.w.Canvas().Overlays().Top()))
		}
	}
	if os.Getuid() == 0 {
		return // may read everything
	}
	if err := os.Chmod(filepath.Join(dir, "shut"), 0); err != nil {
		t.Fatal(err)
	}
	r.visit(filepath.Join(dir, "shut"), "")
	r.listed(filepath.Join(dir, "shut"))
	if !r.says("shut не можна прочитати") {
		t.Error("a shut folder is not said")
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	p := i18n.For("uk")
	for n, want := range map[int64]string{0: "0 Б", 999: "999 Б", 1000: "1 кБ", 1234: "1,2 кБ", 99_960: "100 кБ", 12_345_678: "12 МБ", 5_400_000_000: "5,4 ГБ", 1 << 50: "1 125 900 ГБ"} {
		if got := strings.ReplaceAll(extent(p, n), "\u00a0", " "); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	now := time.Date(2024, 5, 18, 12, 0, 0, 0, time.Local)
	for at, want := range map[time.Time]string{now.Add(-3 * time.Hour): "Сьогодні, 09:00", now.AddDate(0, 0, -1): "17 трав. 2024", now.AddDate(-1, 0, 0): "18 трав. 2023", time.Unix(-1<<50, 0): ""} {
		if got := strings.ReplaceAll(when(p, at, now), "\u00a0", " "); got != want {
			t.Errorf("%v: %q, want %q", at, got, want)
		}
	}
}

// The desktop's own list of folders is read as it writes it, however it is written.
func TestUserFolders(t *testing.T) {
	home := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, ".config"))
	lay(t, home, ".config/")
	lay(t, home, ".config/user-dirs.dirs")
	text := "# c\nXDG_DESKTOP_DIR=\"$HOME/Стільниця\"\nXDG_PICTURES_DIR=\"/pics/a \\\"b\\\"\"\nXDG_DOCUMENTS_DIR=\"relative\"\nXDG_X\n=\"\n\x00\xff\n"
	if err := os.WriteFile(filepath.Join(home, ".config", "user-dirs.dirs"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	got := xdg(home)
	for name, want := range map[string]string{"DESKTOP": filepath.Join(home, "Стільниця"), "PICTURES": `/pics/a "b"`, "DOCUMENTS": filepath.Join(home, "Documents")} {
		if got[name] != want {
			t.Errorf("%s is %q", name, got[name])
		}
	}
}
