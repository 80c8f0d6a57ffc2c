"""Which entries fit what was typed, best first, and where they match. Pure; must not know Qt.

Every word typed must begin a word of the entry, in its title, detail or keywords; matches in the title come first, at
the beginning of the title before all. Case and accents do not matter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Entry:
    """Something that can be found.

    Attributes:
        title: What it is called, in the language.
        run: What happens when it is chosen.
        group: Heading it is listed under.
        detail: One line more.
        keywords: Other words it is found by.
        icon: The icon.
        keys: Its shortcut as printed on the keys.
        room_sees: It changes what the room sees.
    """

    title: str
    run: Callable[[], object]
    group: str
    detail: str = ""
    keywords: str = ""
    icon: str = ""
    keys: str = ""
    room_sees: bool = False


@dataclass(frozen=True)
class Hit:
    """An entry that fits, and the parts of its title that did."""

    entry: Entry
    spans: Spans


def fold(text: str) -> str:
    """Text for comparing: lower case, without accents, of unchanged length where that is possible."""
    folded = []
    for char in text:
        plain = unicodedata.normalize("NFD", char)[0].lower()
        folded.append(plain if len(plain) == 1 else char)
    return "".join(folded)


def _word_starts(text: str) -> list[int]:
    return [at for at, char in enumerate(text) if char.isalnum() and (at == 0 or not text[at - 1].isalnum())]


def _begins(text: str, word: str) -> int:
    """Where a word of the text begins with `word`; -1 for nowhere."""
    return next((at for at in _word_starts(text) if text.startswith(word, at)), -1)


def _fit(entry: Entry, words: Sequence[str]) -> tuple[tuple[int, int], Spans] | None:
    title = fold(entry.title)
    rest = fold(f"{entry.detail} {entry.keywords}")
    spans: list[tuple[int, int]] = []
    elsewhere = 0
    for word in words:
        at = _begins(title, word)
        if at >= 0:
            spans.append((at, at + len(word)))
        elif _begins(rest, word) >= 0:
            elsewhere += 1
        else:
            return None
    first = min((at for at, _ in spans), default=len(title))
    return (elsewhere, first), tuple(sorted(set(spans)))


def find(entries: Sequence[Entry], typed: str, most: int = 50) -> list[Hit]:
    """The entries that fit what was typed, grouped in the order groups first occur; all of them where nothing was."""
    words = fold(typed).split()
    if not words:
        return [Hit(entry, ()) for entry in entries[:most]]
    found = [(fit, number, entry) for number, entry in enumerate(entries) if (fit := _fit(entry, words)) is not None]
    groups = list(dict.fromkeys(entry.group for entry in entries))
    found.sort(key=lambda item: (groups.index(item[2].group), item[0][0], item[1]))
    return [Hit(entry, fit[1]) for fit, _, entry in found[:most]]
