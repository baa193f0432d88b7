#!/bin/sh
# Opens the slides of a lesson with LibreOffice, where it is installed: pages are
# scenes, all parts are XML, pictures are those of the folder and have alternative
# texts. Usage: .ci/slides.sh [ATLAS [LESSON]]
set -eu
for tool in soffice pdfinfo python3; do
	command -v $tool >/dev/null || { echo "slides: skipped, $tool is not installed"; exit 0; }
done
atlas=${1:-bin/c5atlas-headless} lesson=${2:-meetings}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
for lang in en uk ru; do
	"$atlas" export lesson "$lesson" --lang $lang --out "$dir/$lang.pptx"
	"$atlas" export lesson "$lesson" --lang $lang --out "$dir/$lang"
	soffice "-env:UserInstallation=file://$dir/profile" --headless --convert-to pdf --outdir "$dir" "$dir/$lang.pptx" >/dev/null 2>&1
	pages=$(pdfinfo "$dir/$lang.pdf" | sed -n 's/^Pages: *//p')
	scenes=$(ls "$dir/$lang" | grep -c 'scene-.*png')
	[ "$pages" = "$scenes" ] || { echo "slides: $lang has $pages pages of $scenes scenes"; exit 1; }
	python3 - "$dir/$lang.pptx" "$dir/$lang" <<'PYTHON'
import pathlib, re, sys, zipfile, xml.etree.ElementTree as tree
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
for name in z.namelist():
    if name.endswith((".xml", ".rels")):
        tree.fromstring(z.read(name))
pictures = {p.read_bytes() for p in pathlib.Path(sys.argv[2]).glob("scene-*.png")}
media = [n for n in z.namelist() if n.startswith("ppt/media/")]
assert media and all(z.read(n) in pictures for n in media), "a picture is not that of the folder"
said = 0
for name in z.namelist():
    if re.match(r"ppt/slides/slide[0-9]+[.]xml$", name):
        for p in tree.fromstring(z.read(name)).iter("{http://schemas.openxmlformats.org/presentationml/2006/main}cNvPr"):
            if p.get("name") in ("map", "chart", "document"):
                said += 1
                assert p.get("descr"), name
assert said >= len(media)
PYTHON
	echo "slides: $lang, $pages pages"
done
