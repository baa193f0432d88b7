package authoring

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"c5atlas.org/c5atlas/app/export"
)

const childEnv = "C5ATLAS_DRAFT_CHILD"

// TestMain turns the test binary into a person who writes a lesson, for
// TestKilledAuthoring.
func TestMain(m *testing.M) {
	if dir := os.Getenv(childEnv); dir != "" {
		author(dir)
	}
	os.Exit(m.Run())
}

// stated is the lesson after so many actions; its title is that number.
func stated(l export.Lesson) int {
	n, _ := strconv.Atoi(l.Title[""]) // anyAction may write a title, too
	return n
}

// author writes at a lesson for ever, says on its output what is in the ring and
// in the file, and saves now and then.
func author(dir string) {
	file := filepath.Join(dir, "a"+Ending)
	l, m, err := Read(file)
	if err != nil {
		fmt.Println("failed", err)
		os.Exit(1)
	}
	k := NewKeeper(NewRing(filepath.Join(dir, "lessons"), file), func(err error) {
		if err != nil {
			fmt.Println("failed", err)
		}
	})
	h := Begin(l)
	r := rand.New(rand.NewPCG(uint64(os.Getpid()), 3))
	for n := stated(l) + 1; ; n++ {
		h.Do(anyAction(r, len(h.Now().Scenes)))
		if len(h.Now().Scenes) == 0 || len(h.Now().Scenes) > 20 {
			h.Undo()
		}
		h.Do(Write{At: -1, Lang: "", Text: strconv.Itoa(n)})
		k.Keep(h.Now())
		if err := k.Flush(); err != nil {
			os.Exit(1)
		}
		fmt.Println("kept", n)
		if r.IntN(3) == 0 {
			fmt.Println("saving", n)
			if m, err = k.Save(file, h.Now(), m, false); err != nil {
				fmt.Println("failed", err)
				os.Exit(1)
			}
			fmt.Println("saved", n)
		}
	}
}

// However authoring is killed, the file is the last saved state or the one before, and
// the ring offers what is newer. With C5ATLAS_KILLS=300 as often.
func TestKilledAuthoring(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("kills processes of its own, in which the race detector sees nothing")
	}
	kills := 20
	if n, err := strconv.Atoi(os.Getenv("C5ATLAS_KILLS")); err == nil {
		kills = n
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file, folder := filepath.Join(dir, "a"+Ending), filepath.Join(dir, "lessons")
	if _, err := Save(file, lesson(3), Mark{}, false); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(300, 12))
	torn, offered, most := 0, 0, 0
	last := 0 // the state that the file had before
	for i := range kills {
		cmd := exec.Command(self)
		cmd.Env = append(os.Environ(), childEnv+"="+dir)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		if !lines.Scan() {
			t.Fatalf("kill %d: the author says nothing", i)
		}
		wait := time.AfterFunc(time.Duration(r.IntN(60000))*time.Microsecond, func() { _ = cmd.Process.Kill() })
		kept, saving, saved := 0, 0, last
		for more := true; more; more = lines.Scan() {
			var what string
			var n int
			if _, err := fmt.Sscan(lines.Text(), &what, &n); err != nil || what == "failed" {
				t.Fatalf("kill %d: %s", i, lines.Text())
			}
			switch what {
			case "kept":
				kept = n
			case "saving":
				saving = n
			case "saved":
				saved = n
			}
		}
		_ = cmd.Wait()
		wait.Stop()
		l, _, err := Read(file)
		if err != nil {
			t.Fatalf("kill %d: %v", i, err)
		}
		if n := stated(l); n != saved && n != saving {
			t.Fatalf("kill %d: the file has state %d, saved was %d, then %d was being saved", i, n, saved, saving)
		}
		if saving != saved {
			torn++
		}
		c, _, ok := LostIn(folder)
		if n := stated(c.Lesson); ok && n < kept || !ok && stated(l) < kept {
			t.Fatalf("kill %d: %d was kept, the file has %d, the ring offers %v %d", i, kept, stated(l), ok, n)
		}
		if ok {
			offered++
		}
		last, most = stated(l), max(most, kept)
	}
	if offered == 0 {
		t.Error("no kill came between a change and its saving")
	}
	if n := len((&Ring{folder: Rings(folder)[0].folder}).names()); n > RingSize+1 {
		t.Errorf("%d copies", n)
	}
	t.Logf("%d kills, %d in the middle of saving, %d with a newer copy, %d states", kills, torn, offered, most)
}
