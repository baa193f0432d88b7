#!/bin/sh
# Makes the PDFs of this folder anew, by other programs, from text.txt, a text of our own with a paragraph on each line. It needs LibreOffice Writer,
# Ghostscript, qpdf and groff; the tests need none of them, for what they read is kept here.
#   writer.pdf   LibreOffice: justified, soft hyphens in long words, a head and a number on each page, its fonts cut down to the letters that are used
#   columns.pdf  the same in two columns, with the first line of a paragraph indented instead of a gap above it
#   streams.pdf  writer.pdf, its objects packed in streams of objects, by qpdf
#   gs.pdf       LibreOffice's again, written anew by Ghostscript, which spoils letters that are drawn in one
#   turned.pdf   writer.pdf, its pages turned by a quarter, by qpdf
#   groff.pdf    the paragraphs in Latin letters in a font that every reader has, words broken and letters joined by groff
#   locked.pdf   writer.pdf, encrypted with an empty password, by qpdf
#   scan.pdf     a picture of a page and no text, by Ghostscript
#   torn.pdf     writer.pdf without its end: the table of places is gone, and so is what says where to begin
set -eu
export LC_ALL=C.UTF-8
cd "$(dirname "$0")"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# odt NAME COLUMNS INDENT GAP FONT
odt() {
	python3 - "$@" >"$scratch/$1.fodt" <<'EOF'
import re, sys
name, columns, indent, gap, font = sys.argv[1:]
def soft(w):  # after every second vowel that has letters on both sides
    return re.sub(r'(\w{4}[aeiouyаеиіоуюя])(?=\w{4})', '\\1\u00ad', w) if len(w) > 10 else w
rows = []
for line in open('text.txt', encoding='utf-8'):
    line = line.strip()
    head = len(line) < 50 and not line.endswith('.')
    text = line if head else ' '.join(soft(w) for w in line.split(' '))
    rows.append('<text:%s text:style-name="%s"%s>%s</text:%s>' % (('h', 'H', ' text:outline-level="1"', text, 'h') if head else ('p', 'B', '', text, 'p')))
cols = '<style:columns fo:column-count="%s" fo:column-gap="0.8cm"/>' % columns if columns != '1' else ''
print('''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="D" svg:font-family="'%s'"/></office:font-face-decls>
<office:styles>
<style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:text-indent="%scm" fo:margin-bottom="%scm"/><style:text-properties style:font-name="D" fo:font-size="11pt" fo:language="en" fo:country="GB"/></style:style>
<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm"/><style:text-properties style:font-name="D" fo:font-size="14pt" fo:font-weight="bold"/></style:style>
<style:style style:name="F" style:family="paragraph"><style:text-properties style:font-name="D" fo:font-size="9pt"/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties fo:page-width="14.8cm" fo:page-height="14cm" fo:margin="1.5cm">%s</style:page-layout-properties>
<style:header-style><style:header-footer-properties fo:min-height="0.6cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.6cm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"><style:header><text:p text:style-name="F">Gazette of Midway</text:p></style:header><style:footer><text:p text:style-name="F"><text:page-number/></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>%s</office:text></office:body></office:document>''' % (font, indent, gap, cols, '\n'.join(rows)))
EOF
	soffice -env:UserInstallation="file://$scratch/profile" --headless --convert-to pdf --outdir "$scratch" "$scratch/$1.fodt" >/dev/null 2>&1
	mv "$scratch/$1.pdf" .
}
odt writer 1 0 0.25 'DejaVu Serif'
odt columns 2 0.6 0 'DejaVu Serif'
odt plain 1 0 0.25 'DejaVu Serif:-liga'
qpdf --object-streams=generate writer.pdf streams.pdf
gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -sOutputFile=gs.pdf plain.pdf
rm plain.pdf
qpdf --rotate=+90 writer.pdf turned.pdf
qpdf --encrypt "" secret 128 --use-aes=y -- writer.pdf locked.pdf
sed '/^xref$/,$d' writer.pdf >torn.pdf
python3 - >"$scratch/groff.ms" <<'EOF'
import re
print('.nr PS 11\n.nr VS 13\n.nr LL 9c\n.pl 16c\n.nr PD 6p')
for line in open('text.txt', encoding='utf-8'):
    if not re.search('[а-я]', line):
        print('.LP\n' + line.strip())
EOF
groff -k -ms -Tpdf "$scratch/groff.ms" >groff.pdf
gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -sOutputFile=scan.pdf -c '0 0 200 100 rectfill showpage'
ls -l ./*.pdf
