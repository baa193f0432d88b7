package dataset

import (
	"errors"
	"fmt"
)

// refusal is a finding for which a table, or the package, cannot be read.
type refusal Finding

func (r *refusal) Error() string { return Finding(*r).String() }

// ErrPackage says that a data package cannot be read at all. The error that
// comes with it is one sentence for a person, in English; the findings say the
// same in any language.
var ErrPackage = errors.New("not a readable data package")

// ErrUnsafe says that a package was refused because it looks made to do harm,
// or is larger than the program reads. It comes together with [ErrPackage].
var ErrUnsafe = errors.New("refused for safety")

// failure is an error that wraps [ErrPackage], and [ErrUnsafe] if unsafe,
// without their words.
type failure struct {
	error
	unsafe bool
}

// Is reports whether target is one of the two.
func (f failure) Is(target error) bool {
	return target == ErrPackage || f.unsafe && target == ErrUnsafe
}

// Unwrap returns the cause.
func (f failure) Unwrap() error { return f.error }

func unreadable(format string, args ...any) error { return failure{fmt.Errorf(format, args...), false} }

func refused(format string, args ...any) error { return failure{fmt.Errorf(format, args...), true} }

// refuse is the error of a package that cannot be read for the fault, which is
// a finding, too.
func (in *reader) refuse(f Finding) error {
	f = f.tidied()
	in.found.add(f)
	return failure{(*refusal)(&f), false}
}
