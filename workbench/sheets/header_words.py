"""The forms in which a column header is looked up: without case, accents, punctuation, units and entity prefixes.

Must not know which words mean which field; that is the dictionary's.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_LIGATURES = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l"})


@lru_cache(maxsize=8192)
def normal(text: str) -> str:
    """Lower case, no accents, runs of anything else one blank: `Nº de Funcionários*` is `n de funcionarios`."""
    text = text.replace("º", " ").replace("ª", " ").casefold().translate(_LIGATURES)
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return _NOT_WORD.sub(" ", bare).strip()


def forms(header: str, prefixes: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The normal forms to try, most faithful first.

    Args:
        header: As the file has it.
        prefixes: Normal words for entities (`deal`, `pessoa`) that may stand before a ` - `, `_` or `: `.
    """
    tried = [header, _CAMEL.sub(" ", header), _BRACKETS.sub(" ", header)]
    entity = re.match(r"\s*([^\W\d_]+)\s*(?:[-–:]\s|_)\s*(.+)", header)
    if entity and normal(entity[1]) in prefixes:
        tried.append(entity[2])
    return tuple(dict.fromkeys(form for form in map(normal, tried) if form))


def one_slip(left: str, right: str) -> bool:
    """Whether two words differ by one typing slip: a letter more, less or other, or two neighbours swapped."""
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    a, b = left[start:], right[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def nearly(left: str, right: str) -> bool:
    """Whether two normal forms are the same words but for one slip in one word of five letters or more."""
    words = list(zip(left.split(), right.split(), strict=False))
    if len(left.split()) != len(right.split()):
        return False
    other = [(a, b) for a, b in words if a != b]
    return len(other) == 1 and min(map(len, other[0])) >= 5 and one_slip(*other[0])
