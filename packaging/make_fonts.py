"""Makes the static Inter cuts in `resources/fonts/` from the variable fonts of Debian's `fonts-inter-variable`.

The window and the documents use the same files: ReportLab embeds TrueType outlines only, and a second family with
tabular figures baked into its character map serves columns of numbers, which ReportLab cannot ask for by feature.
Run once, by hand, where fontTools and that Debian package are installed; the result is committed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

OUT = Path(__file__).resolve().parent.parent / "resources" / "fonts"
SOURCE = Path("/usr/share/fonts/truetype/inter-vf")
WEIGHTS = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
CUTS = [
    ("Inter-roman.var.ttf", "Inter", "Inter", weight, figures) for weight in WEIGHTS for figures in (False, True)
] + [
    ("Inter-italic.var.ttf", "InterI", "Inter Italic Cut", 400, False),
    ("Inter-italic.var.ttf", "InterI", "Inter Italic Cut", 600, False),
    ("InterDisplay-roman.var.ttf", "InterD", "Inter Display Cut", 400, True),
    ("InterDisplay-roman.var.ttf", "InterD", "Inter Display Cut", 600, False),
    ("InterDisplay-roman.var.ttf", "InterD", "Inter Display Cut", 600, True),
]  # fmt: skip
RANGES = [(0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF),
          (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x21FF), (0x2200, 0x22FF),
          (0x25A0, 0x25FF), (0x2713, 0x2717), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD)]  # fmt: skip


def bake_tabular(font: TTFont) -> None:
    """Point every digit's character at its tabular glyph."""
    gsub = font["GSUB"].table
    lookups = {i for r in gsub.FeatureList.FeatureRecord if r.FeatureTag == "tnum" for i in r.Feature.LookupListIndex}
    swap: dict[str, str] = {}
    for index in sorted(lookups):
        for table in gsub.LookupList.Lookup[index].SubTable:
            swap.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap = {code: swap.get(glyph, glyph) for code, glyph in table.cmap.items()}


def name_cut(font: TTFont, family: str, weight: int, postscript: str) -> None:
    """Give the cut its own names, so that no two files answer to one name."""
    names = {
        1: family if weight in {400, 700} else f"{family} {WEIGHTS[weight]}",
        2: "Bold" if weight == 700 else "Regular",
        4: f"{family} {WEIGHTS[weight]}",
        6: postscript,
        16: family,
        17: WEIGHTS[weight],
    }
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in {0, 5, 7, 8, 9, 11, 13, 14}]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = 0x20 if weight == 700 else 0x40
    font["head"].macStyle = 1 if weight == 700 else 0


def main() -> None:
    """Write every cut, subset to the scripts our documents may hold."""
    OUT.mkdir(parents=True, exist_ok=True)
    wanted = [code for first, last in RANGES for code in range(first, last + 1)]
    for file, short, family, weight, tabular in CUTS:
        font = instancer.instantiateVariableFont(TTFont(SOURCE / file), {"wght": weight}, updateFontNames=False)
        if tabular:
            bake_tabular(font)
        options = subset.Options(
            layout_features=["kern", "tnum", "mark", "mkmk", "ccmp", "locl", "calt"],
            notdef_outline=True,
            recalc_timestamp=False,
            hinting=False,
            drop_tables=["MVAR", "STAT", "DSIG", "HVAR", "avar"],
        )
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=wanted)
        cutter.subset(font)
        name = f"{short}{'T' if tabular else ''}-{weight}"
        name_cut(font, f"{family} Tabular" if tabular else family, weight, name)
        font.save(OUT / f"{name}.ttf")
        print(name, (OUT / f"{name}.ttf").stat().st_size // 1024, "kB")


if __name__ == "__main__":
    sys.exit(main())
