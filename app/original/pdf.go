package original

import (
	"errors"
	"fmt"

	"c5atlas.org/c5atlas/internal/pdftext"
)

// readPDF reads the text of a PDF. One that is encrypted is not read, even where
// no password is asked for: who encrypts a text does not want it taken out.
func (p *paragraphs) readPDF(data []byte) error {
	list, err := pdftext.Read(data, pdftext.Standard)
	switch {
	case errors.Is(err, pdftext.ErrLarge):
		return ErrLarge
	case errors.Is(err, pdftext.ErrLocked):
		return ErrLocked
	case err != nil:
		return fmt.Errorf("%w: %w", ErrFormat, err)
	}
	for _, text := range list {
		if err := p.add(text); err != nil {
			return err
		}
	}
	return nil
}
