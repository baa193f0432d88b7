package original

// readPDF refuses a PDF.
func (p *paragraphs) readPDF([]byte) error { return ErrFormat }
