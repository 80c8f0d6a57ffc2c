"""Where two covered answers differ once they are open, the largest difference first; what is the same comes before.

Numbers count by their gap as a share of the larger one, choices that differ as one half, texts by the share of words
that differ. Must not know the window.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from workbench.agreement.room.questions import Part, Question
from workbench.agreement.room.session import Round
from workbench.base.language import N_
from workbench.fields.kind import BadText
from workbench.fields.redline import redline
from workbench.fields.value import Duration, Shown

CHOICE = 0.5
SECONDS = {"minutes": 60, "hours": 3600, "business_days": 28800, "days": 86400, "weeks": 604800, "months": 2629800}
"""Only to rank lengths of time in different units, never to judge by."""

Marked = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether the other team says it differently."""


@dataclass(frozen=True)
class Difference:
    """One part that the teams answer differently.

    Attributes:
        label: The part.
        how: Number, choice or text.
        marketing: Marketing's answer, as shown.
        sales: Sales' answer, as shown.
        share: How far apart, 0 to 1.
        apart: That in words.
        low: The team with the smaller number; empty unless numbers.
    """

    label: str
    how: Literal["number", "choice", "text"]
    marketing: str
    sales: str
    share: float
    apart: str
    low: str = ""


@dataclass(frozen=True)
class Divergence:
    """What is the same, and what differs, the largest first."""

    same: tuple[str, ...]
    differing: tuple[Difference, ...]


def divergence(question: Question, asked: Round, shown: Shown) -> Divergence:
    """Compare the answers of both teams; parts that only one of them answered differ wholly."""
    same, differing = [], []
    for part in question.parts:
        one, other = asked.words("marketing", part.key), asked.words("sales", part.key)
        if not one and not other:
            continue
        found = _difference(part, one, other, shown)
        if found is None:
            same.append(part.label)
        else:
            differing.append(found)
    return Divergence(tuple(same), tuple(sorted(differing, key=lambda each: -each.share)))


def marked(own: str, other: str) -> Marked:
    """A text with the words marked that the other one says differently."""
    kept: list[tuple[str, bool]] = []
    for kind, text in redline(own, other):
        if kind != "inserted":
            piece = text.lstrip() if kept and kept[-1][0].endswith(" ") else text
            kept.append((piece, kind == "removed"))
    return tuple(kept)


def merged(first: str, second: str) -> str:
    """Both texts in one, for the room to edit: what is the same once, what differs side by side."""
    pieces = [text.strip() for _, text in redline(first, second) if text.strip()]
    return " ".join(pieces)


def _difference(part: Part, one: str, other: str, shown: Shown) -> Difference | None:
    text = shown.language.text
    first, second = _value(part, one, shown), _value(part, other, shown)
    if first == second:
        return None
    numbers = _number(first), _number(second)
    if numbers[0] is not None and numbers[1] is not None:
        gap, larger = abs(numbers[0] - numbers[1]), max(abs(numbers[0]), abs(numbers[1]))
        low = "marketing" if numbers[0] < numbers[1] else "sales"
        apart = text(N_("{gap} apart")).format(gap=_gap(part, first, second, shown))
        share = float(gap / larger) if larger else 0.0
        return Difference(
            part.label, "number", _show(part, first, shown), _show(part, second, shown), share, apart, low
        )
    if isinstance(first, str) and isinstance(second, str) and part.field.kind.name == "text":
        share = _words_apart(first, second)
        return Difference(part.label, "text", first, second, share, text(N_("Two wordings")))
    blank = text(N_("No answer"))
    return Difference(
        part.label, "choice", _show(part, first, shown) or blank, _show(part, second, shown) or blank, CHOICE,
        text(N_("Two choices")),
    )  # fmt: skip


def _value(part: Part, words: str, shown: Shown) -> Any:
    try:
        return part.field.kind.parse(words, shown) if words else part.field.kind.empty
    except BadText:  # checked when it was entered; a field may have changed since
        return words


def _number(value: Any) -> Decimal | None:
    if isinstance(value, Duration):
        return Decimal(value.amount * SECONDS[value.unit])
    return Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None


def _show(part: Part, value: Any, shown: Shown) -> str:
    return (
        value
        if isinstance(value, str) and part.field.kind.problem(value) is not None
        else part.field.kind.format(value, shown)
    )


def _gap(part: Part, first: Any, second: Any, shown: Shown) -> str:
    if isinstance(first, Duration):
        if isinstance(second, Duration) and first.unit == second.unit:
            return part.field.kind.format(Duration(abs(first.amount - second.amount), first.unit), shown)
        return f"{part.field.kind.format(first, shown)}, {part.field.kind.format(second, shown)}"
    return part.field.kind.format(abs(first - second), shown)


def _words_apart(first: str, second: str) -> float:
    runs = redline(first, second)
    differ = sum(len(text.split()) for kind, text in runs if kind != "same")
    alike = 2 * sum(len(text.split()) for kind, text in runs if kind == "same")
    return differ / (differ + alike) if differ + alike else 0.0
