"""How aligned the two teams are, as each person says: statements answered alone, before, after and at 90 days.

Answers stay with the workshop and are shown per team only, never by person. Must not know widgets.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.agreement.commitment import Side
from workbench.agreement.terms import PEOPLE, SIDES
from workbench.base.language import N_
from workbench.fields.declare import choice, integer, reference
from workbench.fields.value import Row
from workbench.fields.words import Option

ROUNDS = (
    Option("before", N_("Before the workshop")),
    Option("after", N_("After the workshop")),
    Option("ninety", N_("At 90 days")),
)
LEAST, MOST = 1, 5
"""Of an answer: 1 not at all, 5 wholly."""

STATEMENTS: tuple[tuple[str, str], ...] = (
    ("goal", N_("Both teams work for the same number.")),
    ("buyer", N_("Both teams would describe our target buyer in the same words.")),
    ("qualified", N_("I can say what makes a lead qualified, and the other team would agree.")),
    ("volume", N_("I know how many leads marketing owes sales each month.")),
    ("capacity", N_("Sales can work all the leads it gets.")),
    ("speed", N_("Leads are answered as fast as the buyer expects.")),
    ("persist", N_("A lead is followed up often enough before it is given up.")),
    ("feedback", N_("Marketing learns what became of its leads, and why.")),
    ("data", N_("We trust the numbers in our systems.")),
    ("meetings", N_("We look at the numbers together, regularly.")),
    ("repair", N_("When something slips we repair it instead of looking for who it was.")),
    ("respect", N_("I know what the other team does well, and have said so.")),
)
"""Key and words of each statement; nothing is ever renamed, so that rounds can be compared."""


@dataclass(frozen=True)
class Answer(Row):
    """What one person says to one statement in one round."""

    person: str = reference(PEOPLE, N_("Person"), help=N_("Who answers."), example="Priya Nair")
    team: str = choice(N_("Team"), SIDES, help=N_("Whose view it is."), example="Sales")
    round: str = choice(N_("When"), ROUNDS, help=N_("In which round."), example="Before the workshop")
    statement: str = choice(
        N_("Statement"), tuple(Option(key, words) for key, words in STATEMENTS), help=N_("What is answered."),
        example="Both teams work for the same number.",
    )  # fmt: skip
    score: int | None = integer(N_("Answer"), help=N_("1 not at all, 5 wholly."), example="3", least=LEAST, most=MOST)


@dataclass(frozen=True)
class View:
    """What one team says to one statement.

    Attributes:
        count: How many answered.
        mean: Of their answers; nothing where nobody answered.
        least: The lowest.
        most: The highest.
    """

    count: int
    mean: float | None
    least: int
    most: int

    @property
    def spread(self) -> int:
        """How far its own people are apart, 0 to 4."""
        return self.most - self.least if self.count else 0


@dataclass(frozen=True)
class Aligned:
    """A statement as both teams see it.

    Attributes:
        statement: Its key.
        words: The statement.
        marketing: What marketing says.
        sales: What sales says.
    """

    statement: str
    words: str
    marketing: View
    sales: View

    @property
    def gap(self) -> float | None:
        """How far the two teams are apart; nothing until both have answered."""
        if self.marketing.mean is None or self.sales.mean is None:
            return None
        return abs(self.marketing.mean - self.sales.mean)


def view_of(scores: Iterable[int]) -> View:
    """A team's view from its people's answers."""
    every = tuple(scores)
    if not every:
        return View(0, None, 0, 0)
    return View(len(every), sum(every) / len(every), min(every), max(every))


def aligned(answers: Iterable[Answer], round_name: str) -> tuple[Aligned, ...]:
    """Every statement as both teams see it in a round, those furthest apart first."""
    scores: dict[tuple[str, str], list[int]] = {}
    for one in answers:
        if one.round == round_name and one.score is not None:
            scores.setdefault((one.statement, one.team), []).append(one.score)

    def view(statement: str, team: Side) -> View:
        return view_of(scores.get((statement, team), ()))

    made = [Aligned(key, words, view(key, "marketing"), view(key, "sales")) for key, words in STATEMENTS]
    return tuple(sorted(made, key=lambda one: -(one.gap if one.gap is not None else -1)))


def overall(answers: Iterable[Answer], round_name: str, team: str = "") -> View:
    """All answers of a round together, of one team or of everybody."""
    return view_of(
        one.score
        for one in answers
        if one.round == round_name and one.score is not None and (not team or one.team == team)
    )
