"""What changed between two texts, word by word, as runs that read well. Must not know what the texts are or how shown.

Words, numbers and punctuation are compared, never letters. A short word that happens to stay between two changes is
taken into them, because a reader follows whole phrases; spaces stay outside the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

RunKind = Literal["same", "removed", "inserted"]
Run = tuple[RunKind, str]
"""How a stretch of text fared, and the stretch."""

_TOKEN = re.compile(r"(\s*)(\d+(?:[.,:]\d+)*%?|\w+(?:['’\-]\w+)*|[^\w\s])")  # a number, a word, or one sign
ISLAND = 3
"""Letters up to which what stays between two changes is taken into them."""

MOST_TOKENS = 4000
"""Longer texts are shown as one change: comparing would take longer than anybody waits."""


class _Token(NamedTuple):
    """A word and the space before it."""

    space: str
    word: str


class _Step(NamedTuple):
    """A stretch that stayed (`removed` and `inserted` are the same words), or was exchanged."""

    stays: bool
    removed: list[_Token]
    inserted: list[_Token]


def redline(before: str, after: str) -> tuple[Run, ...]:
    """The runs that lead from one text to another: the deleted before the inserted at each place."""
    if before == after:
        return (("same", after),) if after else ()
    old, new = _tokens(before), _tokens(after)
    if len(old) + len(new) > MOST_TOKENS:
        return tuple(run for run in (("removed", before), ("inserted", after)) if run[1])
    return tuple(_merged(_runs(_joined(_steps(old, new)))))


def _tokens(text: str) -> list[_Token]:
    return [_Token(*found.groups()) for found in _TOKEN.finditer(text)]


def _steps(old: list[_Token], new: list[_Token]) -> Iterator[_Step]:
    words = SequenceMatcher(None, [one.word for one in old], [one.word for one in new], autojunk=False)
    for how, a, b, c, d in words.get_opcodes():
        yield _Step(how == "equal", old[a:b], new[c:d])


def _joined(steps: Iterable[_Step]) -> list[_Step]:
    """Changes with small islands between them become one."""
    made: list[_Step] = []
    for step in steps:
        island = made[-1] if made else None
        between = len(made) > 1 and island is not None and island.stays and not step.stays and _is_small(island)
        if between and not made[-2].stays:
            island, first = made.pop(), made.pop()
            removed = [*first.removed, *island.removed, *step.removed]
            made.append(_Step(False, removed, [*first.inserted, *island.inserted, *step.inserted]))
        else:
            made.append(step)
    return made


def _is_small(step: _Step) -> bool:
    letters = "".join(one.word for one in step.inserted)
    return len(step.inserted) <= 2 and len(letters) <= ISLAND and letters not in {".", "!", "?", ";", ":"}


def _runs(steps: Iterable[_Step]) -> Iterator[Run]:
    for step in steps:
        if step.stays:
            yield "same", _text(step.inserted)
            continue
        removed, inserted = step.removed, step.inserted
        if removed:
            yield "same", removed[0].space
            yield "removed", _text([removed[0]._replace(space=""), *removed[1:]])
        if inserted:
            touching = removed and removed[-1].word[-1].isalnum() and inserted[0].word[0].isalnum()
            yield "same", inserted[0].space or (" " if touching else "")
            yield "inserted", _text([inserted[0]._replace(space=""), *inserted[1:]])


def _text(tokens: Iterable[_Token]) -> str:
    return "".join(one.space + one.word for one in tokens)


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbours of one kind become one; empty ones go."""
    kind: RunKind = "same"
    text = ""
    for next_kind, piece in runs:
        if not piece:
            continue
        if next_kind != kind:
            if text:
                yield kind, text
            kind, text = next_kind, ""
        text += piece
    if text:
        yield kind, text
