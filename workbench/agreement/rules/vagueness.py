"""Words that sound like a promise and cannot be checked, and what is still left of a template."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

from workbench.agreement.left_over import left_over
from workbench.agreement.model import Agreement
from workbench.base.language import N_
from workbench.base.places import resource
from workbench.base.same_again import same_again
from workbench.fields.issue import Issue
from workbench.fields.walked import Place, walked_parts
from workbench.fields.words import TextKind, TextsKind

KEPT = 32
"""Sections whose answer is kept: those of two agreements."""
EXEMPT = {"common_language", "buyer"}
"""Sections that describe people and words, where “good” promises nothing."""


@cache
def vague_words() -> re.Pattern[str]:
    """The vague words of every language, as one pattern."""
    lists: dict[str, list[str]] = json.loads(resource("clauses", "vague.json").read_text("utf-8"))
    words = sorted({word for words in lists.values() for word in words}, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)


def find(agreement: Agreement) -> Iterator[Issue]:
    """A vague word in a text that prints, or a bracket that a template left to be filled."""
    for part in walked_parts(agreement):
        yield from _in_part(part)


@same_again(KEPT)
def _in_part(part: tuple[Place, ...]) -> tuple[Issue, ...]:
    return tuple(_vague_places(part))


def _vague_places(part: tuple[Place, ...]) -> Iterator[Issue]:
    for path, field, value in part:
        if not value or not isinstance(field.kind, TextKind | TextsKind):
            continue
        texts = value if isinstance(value, tuple) else (value,)
        for text in texts:
            left = left_over(text)
            if left:
                yield Issue(
                    path, "warning", "placeholder", N_("{label}: put your own words for {placeholder}."),
                    (("label", field.label), ("placeholder", left)),
                )  # fmt: skip
            vague = None if path.partition(".")[0] in EXEMPT else vague_words().search(text)
            if vague:
                yield Issue(
                    path, "warning", "vague", N_("{label}: “{word}” cannot be checked; say how much or by when."),
                    (("label", field.label), ("word", vague[0])),
                )  # fmt: skip
