"""Compares the slides of a lesson, and what LibreOffice read of them, with its folder. usage: slides.py FOLDER LANG"""
import json, pathlib, sys, xml.etree.ElementTree as tree, zipfile

root, lang = pathlib.Path(sys.argv[1]), sys.argv[2]
folder = root / lang
# A scene that hides something has a page before its own.
scenes = [s for s in json.loads((folder / "lesson.json").read_text())["scenes"] for _ in range(2 if s.get("reveals") else 1)]
pictures = {p.read_bytes() for p in folder.glob("scene-*.png")}
alternatives = [(folder / f"scene-{i + 1:02}.alt.txt").read_text().strip() for i in range(len(scenes))]
NS = {k: f"urn:oasis:names:tc:opendocument:xmlns:{v}:1.0" for k, v in
      {"office": "office", "draw": "drawing", "text": "text", "svg": "svg-compatible", "presentation": "presentation", "style": "style"}.items()}


def q(name):
    space, local = name.split(":")
    return f"{{{NS[space]}}}{local}"


def words(element):
    """The text of an element, paragraph by paragraph, as one would read it."""
    return " ".join(" ".join("".join(p.itertext()).split()) for p in element.iter(q("text:p"))).strip()


def said(text):
    return " ".join(text.get("", "").replace('{{"{{"}}', "{{").split()) if isinstance(text, dict) else " ".join((text or "").split())


for form, media in ("pptx", "ppt/media/"), ("odp", "Pictures/"):
    path = root / f"{lang}-{form}.{form}"
    z = zipfile.ZipFile(path)
    assert z.testzip() is None
    for name in z.namelist():
        if name.endswith((".xml", ".rels")):
            tree.fromstring(z.read(name))
    inside = [z.read(n) for n in z.namelist() if n.startswith(media)]
    assert inside and all(b in pictures for b in inside), f"{path.name}: a picture is not that of the folder"
    if form == "odp":
        first = z.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b""), "mimetype"
        assert path.read_bytes()[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument.presentation"), "mimetype"
        manifest = z.read("META-INF/manifest.xml").decode()
        missing = [n for n in z.namelist() if n != "mimetype" and not n.startswith("META-INF/") and f'full-path="{n}"' not in manifest]
        assert not missing, missing

    doc = tree.parse(root / f"{lang}-{form}.fodp")
    hidden = {s.get(q("style:name")) for s in doc.iter(q("style:style"))
              for p in s.iter(q("style:drawing-page-properties")) if p.get(q("presentation:visibility")) == "hidden"}
    pages = list(doc.iter(q("draw:page")))
    shown = [p for p in pages if p.get(q("draw:style-name")) not in hidden]
    assert len(shown) == len(scenes), f"{path.name}: {len(shown)} pages, not {len(scenes)}"
    found = 0
    for i, (page, scene) in enumerate(zip(shown, scenes)):
        notes = page.find(q("presentation:notes"))
        spoken = words(notes) if notes is not None else ""
        assert said(scene["title"]) in words(page), f"{path.name}, scene {i + 1}: the title"
        for part in said(scene.get("note")), said(scene.get("question", {}).get("text")):
            assert part in spoken, f"{path.name}, scene {i + 1}: the notes are {spoken!r}, not {part!r}"
        told = [" ".join((d.text or "").split()) for d in page.iter(q("svg:desc"))]
        images = [f for f in page.iter(q("draw:frame")) if f.find(q("draw:image")) is not None and f.find(q("draw:object")) is None]
        if images:
            found += len(images)
            assert " ".join(alternatives[i].split()) in told, f"{path.name}, scene {i + 1}: the alternative text"
            assert all((f.findtext(q("svg:desc")) or "").strip() for f in images), f"{path.name}, scene {i + 1}: a picture without words"
    charts = [o for p in pages if p not in shown for o in p.iter(q("draw:object"))]
    assert found and len(charts) == len(pages) - len(shown) > 0, f"{path.name}: {len(charts)} charts"
    assert all(list(o.iter(q("office:chart"))) for o in charts), f"{path.name}: a chart that is none"
    print(f"slides: {path.name}, {len(shown)} pages, {found} pictures with words, {len(charts)} charts")
