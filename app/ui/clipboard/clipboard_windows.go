package clipboard

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"image/draw"
	"image/png"
	"runtime"
	"syscall"
	"time"
	"unsafe"

	img "image"
)

var (
	user32         = syscall.NewLazyDLL("user32.dll")
	kernel32       = syscall.NewLazyDLL("kernel32.dll")
	openClipboard  = user32.NewProc("OpenClipboard")
	closeClipboard = user32.NewProc("CloseClipboard")
	emptyClipboard = user32.NewProc("EmptyClipboard")
	setData        = user32.NewProc("SetClipboardData")
	register       = user32.NewProc("RegisterClipboardFormatW")
	globalAlloc    = kernel32.NewProc("GlobalAlloc")
	globalLock     = kernel32.NewProc("GlobalLock")
	globalUnlock   = kernel32.NewProc("GlobalUnlock")
	globalFree     = kernel32.NewProc("GlobalFree")
	moveMemory     = kernel32.NewProc("RtlMoveMemory")
)

const (
	formatDIB = 8 // CF_DIB
	moveable  = 2 // GMEM_MOVEABLE
)

// image leaves the very bytes as "PNG", which office programs and browsers
// take, and a bitmap for the others.
func image(_ context.Context, picture []byte) error {
	bitmap, err := dib(picture)
	if err != nil {
		return err
	}
	runtime.LockOSThread() // the clipboard belongs to the thread that opens it
	defer runtime.UnlockOSThread()
	for try := 0; ; try++ { // another program may be looking at it
		if ok, _, err := openClipboard.Call(0); ok != 0 {
			break
		} else if try == 20 {
			return fmt.Errorf("%w: %w", ErrUnavailable, err)
		}
		time.Sleep(10 * time.Millisecond)
	}
	defer closeClipboard.Call() //nolint:errcheck // nothing is to be done
	if ok, _, err := emptyClipboard.Call(); ok == 0 {
		return err
	}
	name, err := syscall.UTF16PtrFromString("PNG")
	if err != nil {
		return err
	}
	format, _, err := register.Call(uintptr(unsafe.Pointer(name)))
	if format == 0 {
		return err
	}
	if err := put(format, picture); err != nil {
		return err
	}
	return put(formatDIB, bitmap)
}

// put hands a copy of data to the clipboard, which owns it from then on.
func put(format uintptr, data []byte) error {
	handle, _, err := globalAlloc.Call(moveable, uintptr(len(data)))
	if handle == 0 {
		return err
	}
	at, _, err := globalLock.Call(handle)
	if at == 0 {
		return err
	}
	moveMemory.Call(at, uintptr(unsafe.Pointer(&data[0])), uintptr(len(data))) //nolint:errcheck // returns nothing
	globalUnlock.Call(handle)                                                  //nolint:errcheck // 0 is success, too
	if ok, _, err := setData.Call(format, handle); ok == 0 {
		globalFree.Call(handle) //nolint:errcheck // on the way out
		return err
	}
	return nil
}

// dib is a PNG as a bitmap of 24 bits, the lowest row first.
func dib(picture []byte) ([]byte, error) {
	src, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		return nil, err
	}
	b := src.Bounds()
	rgba := img.NewRGBA(img.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(rgba, rgba.Rect, src, b.Min, draw.Src)
	stride := (b.Dx()*3 + 3) &^ 3
	out := make([]byte, 0, 40+stride*b.Dy())
	for _, v := range []uint32{40, uint32(b.Dx()), uint32(b.Dy()), 1 | 24<<16, 0, uint32(stride * b.Dy()), 0, 0, 0, 0} {
		out = binary.LittleEndian.AppendUint32(out, v)
	}
	for y := b.Dy() - 1; y >= 0; y-- {
		row := rgba.Pix[y*rgba.Stride:]
		for x := range b.Dx() {
			out = append(out, row[4*x+2], row[4*x+1], row[4*x])
		}
		out = append(out, make([]byte, stride-3*b.Dx())...)
	}
	return out, nil
}
