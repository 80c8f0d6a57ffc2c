"""Where two covered answers differ once they are open, the largest difference first; what is the same comes before.

Numbers count by their gap as a share of the larger one, choices that differ as one half, texts by the share of words
that differ. Must not know the window.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from workbench.agreement.commitment import Side
from workbench.agreement.room.questions import Part, Question
from workbench.agreement.room.seats import Seat
from workbench.agreement.room.session import Round
from workbench.agreement.team_names import PARTIES
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
    """One part that is answered differently.

    Attributes:
        label: The part.
        how: Number, choice or text.
        marketing: Marketing's answer, as shown; where its people answer, the middle one and how far they spread.
        sales: Sales' answer, likewise.
        share: How far apart, 0 to 1.
        apart: That in words.
        low: The team with the smaller number; empty unless numbers.
        marks: Of people's numbers: the team, and where between the smallest (0) and the largest (1) the number lies.
    """

    label: str
    how: Literal["number", "choice", "text"]
    marketing: str
    sales: str
    share: float
    apart: str
    low: str = ""
    marks: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Divergence:
    """What is the same, and what differs, the largest first."""

    same: tuple[str, ...]
    differing: tuple[Difference, ...]


def divergence(question: Question, asked: Round, shown: Shown, answering: Iterable[Seat] = ()) -> Divergence:
    """Compare the answers; parts that only one side answered differ wholly.

    Args:
        question: What was asked.
        asked: The answers.
        shown: How they are read and shown.
        answering: Who answered, where people did instead of teams.
    """
    same, differing, people = [], [], tuple(answering)
    for part in question.parts:
        if asked.by_person and people:
            said = {team: _said(part, asked, people, team, shown) for team in PARTIES}
            if not any(said.values()):
                continue
            found = spread(part, said, shown)
        else:
            one, other = asked.words("marketing", part.key), asked.words("sales", part.key)
            if not one and not other:
                continue
            found = _difference(part, one, other, shown)
        if found is None:
            same.append(part.label)
        else:
            differing.append(found)
    return Divergence(tuple(same), tuple(sorted(differing, key=lambda each: -each.share)))


def spread(part: Part, said: dict[Side, list[Any]], shown: Shown) -> Difference | None:
    """How people of both teams differ on one part; nothing where everybody says the same.

    Numbers: each team's middle answer with its smallest and largest. Choices: how many say what. Texts: by the words
    that the other team does not use.
    """
    text, everybody = shown.language.text, [one for team in PARTIES for one in said[team]]
    if all(one == everybody[0] for one in everybody) and all(said.values()):
        return None
    numbers = {team: _in_order(said[team]) for team in PARTIES}
    if all(said[team] and len(numbers[team]) == len(said[team]) for team in PARTIES):
        return _spread_of_numbers(part, numbers, shown)
    if part.field.kind.name == "text":
        words = {team: " · ".join(map(str, said[team])) for team in PARTIES}
        share = _words_apart(*(" ".join(map(str, said[team])) for team in PARTIES))
        wordings = text(N_("{n} wordings")).format(n=len(everybody))
        return Difference(part.label, "text", words["marketing"], words["sales"], share, wordings)
    names = {team: Counter(_show(part, one, shown) for one in said[team]) for team in PARTIES}
    pairs = len(said["marketing"]) * len(said["sales"])
    apart = sum(one != other for one in said["marketing"] for other in said["sales"])
    counted = {
        team: ", ".join(f"{count} {name}" for name, count in _most_first(names[team])) or text(N_("No answer"))
        for team in PARTIES
    }
    choices = len(names["marketing"] | names["sales"])
    said_so = text(N_("Two choices")) if choices == 2 else text(N_("{n} choices")).format(n=choices)
    share = CHOICE * (apart / pairs if pairs else 1.0)
    return Difference(part.label, "choice", counted["marketing"], counted["sales"], share, said_so)


def marked(own: str, other: str) -> Marked:
    """A text with the words marked that the other one says differently."""
    kept: list[tuple[str, bool]] = []
    at = 0
    for kind, text in redline(own, other):
        if kind != "inserted":
            end = _after(own, at, sum(not letter.isspace() for letter in text))
            kept.append((own[at:end], kind == "removed"))
            at = end
    return (*kept, (own[at:], False)) if at < len(own) else tuple(kept)


def _after(text: str, at: int, letters: int) -> int:
    """Where a text is so many letters further on; runs of a redline stand closer than the words they come from."""
    while letters:
        letters -= not text[at].isspace()
        at += 1
    return at


def merged(first: str, second: str) -> str:
    """Both texts in one, for the room to edit: what is the same once, what differs side by side."""
    pieces = [text.strip() for _, text in redline(first, second) if text.strip()]
    return " ".join(pieces)


def _said(part: Part, asked: Round, people: Iterable[Seat], team: Side, shown: Shown) -> list[Any]:
    """What each of a team's people says, by the words: the order of a list would tell who said what."""
    words = (asked.words(team, part.key, one.person) for one in people if one.team == team)
    return sorted((_value(part, one, shown) for one in words if one), key=lambda value: _show(part, value, shown))


def _most_first(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _in_order(values: Iterable[Any]) -> list[tuple[Decimal, Any]]:
    found = ((_number(one), one) for one in values)
    return sorted(((number, one) for number, one in found if number is not None), key=lambda pair: pair[0])


def _spread_of_numbers(part: Part, numbers: dict[Side, list[tuple[Decimal, Any]]], shown: Shown) -> Difference:
    middle = {team: numbers[team][(len(numbers[team]) - 1) // 2] for team in PARTIES}
    every = sorted(one for team in PARTIES for one, _ in numbers[team])
    least, most = every[0], every[-1]
    (one, first), (other, second) = middle["marketing"], middle["sales"]
    largest = max(abs(least), abs(most))
    say = _without_unit([_show(part, value, shown) for team in PARTIES for _, value in numbers[team]])
    words = {}
    for team in PARTIES:
        low, said, high = (_show(part, value, shown).removesuffix(say) for value in (
            numbers[team][0][1], middle[team][1], numbers[team][-1][1],
        ))  # fmt: skip
        words[team] = said if low == high else f"{said} ({low} – {high})"
    if one == other:
        apart = shown.language.text(N_("Same middle, {low} to {high}")).format(
            low=_show(part, next(v for t in PARTIES for n, v in numbers[t] if n == least), shown),
            high=_show(part, next(v for t in PARTIES for n, v in numbers[t] if n == most), shown),
        )
    else:
        apart = shown.language.text(N_("{gap} apart")).format(gap=_gap(part, first, second, shown))
    marks = tuple(
        (str(team), float((value - least) / (most - least)) if most > least else 0.5)
        for team in PARTIES for value, _ in numbers[team]
    )  # fmt: skip
    return Difference(
        part.label, "number", words["marketing"], words["sales"],
        float((most - least) / largest) if largest else 0.0, apart,
        "marketing" if one < other else "sales", marks,
    )  # fmt: skip


def _without_unit(words: list[str]) -> str:
    """What all of them end with after a space, such as their unit; it stands once, with how far they are apart."""
    units = {one.rpartition(" ")[2] for one in words}
    return f" {units.pop()}" if len(units) == 1 and all(" " in one for one in words) else ""


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
