"""Words the document cannot print: its fonts have Latin, Greek and Cyrillic letters, and no others.

A square in place of a person's name must not be signed, so each such place is told before. Which characters there are
is written down here, because the fonts themselves are another floor's; a test holds both against each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from workbench.agreement.model import Agreement
from workbench.base.language import N_
from workbench.base.same_again import same_again
from workbench.fields.issue import Issue
from workbench.fields.walked import Place, walked_parts

MOST_SHOWN = 5
KEPT = 32
"""Sections whose answer is kept: those of two agreements."""
RANGES = (
    (33, 126), (160, 328), (330, 451), (453, 591), (688, 798), (801, 887), (890, 895), (900, 906), (908, 908),
    (910, 929), (931, 993), (1008, 1181), (1184, 1279), (1327, 1327), (7680, 7935), (8192, 8203), (8208, 8231),
    (8239, 8287), (8304, 8305), (8308, 8334), (8336, 8348), (8352, 8382), (8448, 8449), (8451, 8451), (8453, 8454),
    (8457, 8457), (8467, 8467), (8470, 8471), (8478, 8483), (8486, 8486), (8490, 8491), (8494, 8494), (8498, 8498),
    (8507, 8507), (8525, 8525), (8527, 8527), (8592, 8601), (8617, 8618), (8624, 8625), (8627, 8629), (8634, 8635),
    (8656, 8656), (8658, 8658), (8660, 8660), (8670, 8671), (8676, 8677), (8679, 8679), (8682, 8682), (8706, 8706),
    (8709, 8710), (8719, 8719), (8721, 8722), (8730, 8730), (8734, 8734), (8747, 8747), (8776, 8776), (8800, 8800),
    (8804, 8805), (9632, 9634), (9642, 9642), (9650, 9651), (9654, 9655), (9658, 9661), (9664, 9665), (9668, 9671),
    (9674, 9675), (9679, 9679), (9702, 9702), (9711, 9711), (10003, 10003), (10007, 10007),
)  # fmt: skip
"""First and last code point of each run of characters that every font of the document has."""

UNSEEN = "\u00ad\u2060\ufeff\ufe0e\ufe0f"
"""Soft hyphen, joiners, variation selectors: left out without a trace."""

_OTHER = re.compile(f"[^\\s{UNSEEN}{''.join(f'{re.escape(chr(a))}-{re.escape(chr(b))}' for a, b in RANGES)}]")
_NO_LETTERS = {"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"}


def unprintable(text: str) -> str:
    """The characters of a text that no font of the document has, each once, in order."""
    if text.isascii():
        return ""
    found = dict.fromkeys(_OTHER.findall(unicodedata.normalize("NFC", text)))
    return "".join(letter for letter in found if unicodedata.category(letter) not in _NO_LETTERS)


def find(agreement: Agreement) -> Iterator[Issue]:
    """Every filled place that would be printed with squares in it."""
    for part in walked_parts(agreement):
        yield from _in_part(part)


@same_again(KEPT)
def _in_part(part: tuple[Place, ...]) -> tuple[Issue, ...]:
    return tuple(_unprintable_places(part))


def _unprintable_places(part: tuple[Place, ...]) -> Iterator[Issue]:
    for path, field, value in part:
        if field.place == "nowhere" or path.startswith("workshop"):
            continue
        letters = "".join(unprintable(text) for text in _texts(value))
        if letters:
            shown = "".join(dict.fromkeys(letters))[:MOST_SHOWN]
            yield Issue(
                path, "error", "unprintable",
                N_("The document cannot print “{letters}”: write it in Latin, Greek or Cyrillic letters."),
                (("letters", shown),),
            )  # fmt: skip


def _texts(value: Any) -> tuple[str, ...]:
    """The texts of a value; rows are walked on their own."""
    if isinstance(value, str):
        return (value,)
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, tuple) else ()
