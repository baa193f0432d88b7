"""Merge the faces of one weight into one TrueType file.

usage: merge.py Regular|Bold CORE_FOLDER CJK_FOLDER OUT TEXT_FOLDER...

Noto Sans keeps its own tables, so kerning, mark placement and line metrics are those of Noto Sans; glyphs of the other faces are added as plain
outlines. One file, because Fyne takes one theme font per style and because charts and maps draw with the same bytes.
"""

import os
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

# Code points taken from Noto Sans where it has them. U+0020 must stay: without it "→ " draws a box.
RANGES = [
    (0x0020, 0x024F), (0x0259, 0x0259), (0x02B9, 0x02BF), (0x02C6, 0x02C7), (0x02D8, 0x02DD),
    (0x0300, 0x0304), (0x0306, 0x030C), (0x0323, 0x0323), (0x0327, 0x0328), (0x0331, 0x0331),
    (0x0370, 0x03FF), (0x0400, 0x052F), (0x1E00, 0x1E01), (0x1E9E, 0x1E9E),
    (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x218F), (0x2190, 0x21FF),
]

# Signs that Noto Sans lacks; the first face that has a sign gives it.
SIGNS = (
    "←↑→↓↔↕↖↗↘↙↩↪↶↷↺↻⇄⇧⇥⌘⌫⏎⤒⤓⟲⟳"
    "▲△▴▶▷▸▼▽▾◀◁◂●○◉◎◐◑◒◓◔◕■□▪▫◆◇★☆☐☑✓✔✕✗"
    "≤≥≠≈≡−∞∅∈√∑⋮⋯⚠ⓘ☰"
)

# Han characters that stay in even if no data file names them: the states, the region, the cities of the gazetteer.
HAN = (
    "中国中华人民共和国哈萨克斯坦吉尔吉斯斯坦塔吉克斯坦土库曼斯坦乌兹别克斯坦中亚五国"
    "北京西安成都阿斯塔纳阿拉木图比什凯克杜尚别阿什哈巴德塔什干努尔苏丹撒马尔罕新疆乌鲁木齐喀什上海"
    "外交部长元首会晤峰会联合声明宣言机制秘书处，。、：；（）《》“”年月日"
)

# 1 January 2021, the release of the source fonts, so that two builds give the same bytes (seconds since 1904).
MODIFIED = 3692217600


def is_han(c):
    return 0x2E80 <= c <= 0x9FFF or 0xF900 <= c <= 0xFAFF or 0xFF00 <= c <= 0xFFEF


def shipped(folders):
    """The Han characters of every text file below folders."""
    found = set()
    for folder in folders:
        for path, _, names in os.walk(folder):
            for name in names:
                if name.endswith((".csv", ".json", ".md", ".txt")):
                    with open(os.path.join(path, name), encoding="utf-8", errors="replace") as f:
                        found.update(ord(c) for c in f.read() if is_han(ord(c)))
    return found


def base(path):
    """Noto Sans, reduced to RANGES, unhinted; ligatures are left out so that text drawn without shaping is as wide."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["kern", "mark", "mkmk", "ccmp"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["meta", "STAT", "DSIG"]
    font = TTFont(path, recalcTimestamp=False)
    cut = subset.Subsetter(options)
    cut.populate(unicodes=[c for a, b in RANGES for c in range(a, b + 1)])
    cut.subset(font)
    return font


def outline(font, name):
    """The glyph as quadratic outlines without components."""
    glyphs = font.getGlyphSet()
    record = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(record)
    pen = TTGlyphPen(None)
    cubic = "CFF " in font
    record.replay(Cu2QuPen(pen, 1.0, reverse_direction=True) if cubic else pen)
    return pen.glyph()


def add(font, char, glyph, advance):
    """Append one encoded glyph to font."""
    name = "uni%04X" % char
    font.getGlyphOrder()
    if name in font["glyf"].glyphs:
        name += ".atlas"
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, glyph.xMin if glyph.numberOfContours else 0)
    for table in font["cmap"].tables:
        if table.isUnicode() and (table.format != 4 or char <= 0xFFFF):
            table.cmap[char] = name


def minus(font):
    """A minus sign with the bar and the width of this weight's own plus sign (Math exists in one weight only)."""
    cmap = font.getBestCmap()
    plus = font["glyf"][cmap[ord("+")]]
    ys = sorted({y for _, y in plus.getCoordinates(font["glyf"])[0]})
    low, high = ys[1], ys[-2]
    pen = TTGlyphPen(None)
    pen.moveTo((plus.xMin, low))
    for point in ((plus.xMin, high), (plus.xMax, high), (plus.xMax, low)):
        pen.lineTo(point)
    pen.closePath()
    add(font, 0x2212, pen.glyph(), font["hmtx"][cmap[ord("+")]][0])


def rename(font, weight):
    """Our own family name: the result is a modified version, and its name must not be mistaken for the originals."""
    family = "C5 Atlas Sans"
    texts = {
        1: family, 2: weight, 3: "1.0;%s %s" % (family, weight), 4: "%s %s" % (family, weight), 5: "Version 1.0",
        6: "C5AtlasSans-" + weight,
        0: "Copyright 2015-2021 Google LLC (Noto Sans, Noto Sans Symbols, Noto Sans Math). "
           "Copyright 2014-2021 Adobe, with Reserved Font Name 'Source' (Noto Sans CJK).",
    }
    for record in font["name"].names:
        if record.nameID in texts:
            record.string = texts[record.nameID]


def main(weight, core, cjk, out, *folders):
    font = base(os.path.join(core, "NotoSans-%s.ttf" % weight))
    minus(font)

    donors = [os.path.join(core, n) for n in (
        "NotoSansSymbols-%s.ttf" % weight, "NotoSansMath-Regular.ttf", "NotoSansSymbols2-Regular.ttf")]
    donors = [TTFont(n) for n in donors]
    donors.append(next(f for f in TTCollection(os.path.join(cjk, "NotoSansCJK-%s.ttc" % weight)).fonts
                       if f["name"].getDebugName(1).startswith("Noto Sans CJK SC")))

    wanted = {ord(c) for c in SIGNS} | {ord(c) for c in HAN} | shipped(folders)
    for char in sorted(wanted - set(font.getBestCmap())):
        donor = next((d for d in donors if char in d.getBestCmap()), None)
        if donor is None:
            sys.exit("merge.py: no face has U+%04X" % char)
        name = donor.getBestCmap()[char]
        add(font, char, outline(donor, name), donor["hmtx"][name][0])

    rename(font, weight)
    font["head"].modified = MODIFIED
    font["OS/2"].recalcUnicodeRanges(font)
    font.save(out)
    print("%s: %d characters, %d bytes" % (out, len(font.getBestCmap()), os.path.getsize(out)))


main(*sys.argv[1:])
