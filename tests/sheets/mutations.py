"""Honest files, changed at random: their bytes, or the XML inside a workbook that is then a whole zip again.

The same seed always makes the same files.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Sequence

_NUMBERS = [b"-1", b"0", b"1e999", b"NaN", b"inf", b"9" * 20, b"4294967296", b"1048577", b"", b"\xff", b"A1"]
_PLACES = [b"XFD1048576", b"A0", b"A4294967295", b"ZZZZ1", b"1A", b"", b"B2:A1", b"A1:XFD1048576", b"AA300"]
_SNIPPETS = [
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&amp;", b"&undefined;", b"<c/>", b"</c>", b"<row>", b"</row>", b"\0", b"]]>",
    b"<![CDATA[", b"<!--", b"\xef\xbb\xbf", b"\xed\xa0\x80", b'<c t="e"><v>#REF!</v></c>', b'<c t="s"><v>9999</v></c>',
    b'<mergeCell ref="A1:XFD1048576"/>', b'<c r="B2" t="d"><v>2026-13-45T99:99:99</v></c>', b"<f>HYPERLINK(1)</f>",
]  # fmt: skip
_NUMBER, _PLACE = re.compile(rb'(?<=[">])-?\d[\d.]*(?=["<])'), re.compile(rb'(?<=")[A-Z]{1,3}\d+(?::[A-Z]+\d+)?(?=")')
_ATTRIBUTE, _TAG = re.compile(rb' [\w:]+="[^"]*"'), re.compile(rb"</?[\w:]+[^<>]*>")


def mutated(honest: bytes, dice: random.Random) -> bytes:
    """A file that was changed in a few places."""
    if honest.startswith(b"PK") and dice.random() < 0.75:
        return _inside(honest, dice)
    return _raw(honest, dice)


def _raw(data: bytes, dice: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(dice.choice([1, 1, 2, 5, 20])):
        if not found:
            break
        at = dice.randrange(len(found))
        kind = dice.randrange(6)
        if kind == 0:
            found[at] ^= 1 << dice.randrange(8)
        elif kind == 1:
            found[at] = dice.randrange(256)
        elif kind == 2:
            del found[at : at + dice.choice([1, 4, 100, 5000])]
        elif kind == 3:
            found[at:at] = bytes(dice.randrange(256) for _ in range(dice.choice([1, 4, 64])))
        elif kind == 4:
            found[at:at] = found[at : at + dice.choice([2, 30, 1000])]
        else:
            found = found[: max(1, at)]
    return bytes(found)


def _inside(data: bytes, dice: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(dice.choice([1, 1, 2, 3])):
        name = dice.choice(sorted(parts))
        kind = dice.randrange(12)
        if kind == 0:
            del parts[name]
            if not parts:
                return b"PK\x05\x06" + b"\0" * 18
        elif kind == 1:
            parts[name] = _raw(parts[name], dice)
        else:
            parts[name] = _xml(parts[name], dice, kind)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _xml(xml: bytes, dice: random.Random, kind: int) -> bytes:
    if kind <= 4:
        return _swapped(xml, _NUMBER, _NUMBERS, dice)
    if kind <= 6:
        return _swapped(xml, _PLACE, _PLACES, dice)
    if kind == 7:
        return _swapped(xml, _ATTRIBUTE, [b"", b' t="s"', b' t="e"', b' r=""', b' s="999"', b' spans="0:0"'], dice)
    if kind == 8:
        return _swapped(xml, _TAG, [b"", b"<a>", b"</worksheet>", b"<v>"], dice)
    at = dice.randrange(len(xml) + 1)
    return xml[:at] + dice.choice(_SNIPPETS) * dice.choice([1, 1, 300]) + xml[at:]


def _swapped(xml: bytes, pattern: re.Pattern[bytes], others: Sequence[bytes], dice: random.Random) -> bytes:
    found = list(pattern.finditer(xml))
    if not found:
        return xml
    one = dice.choice(found)
    return xml[: one.start()] + dice.choice(others) + xml[one.end() :]
