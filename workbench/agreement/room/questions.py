"""The questions that are answered blind: three that are ready, and any field of the agreement. Pure.

A question has parts; each part is one field of the agreement, or one of `Loose` that only the room needs.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.labels import path_label
from workbench.agreement.model import Agreement, shown_in
from workbench.agreement.terms import TEAMS
from workbench.base.errors import NotFoundError
from workbench.base.language import N_, Language
from workbench.fields.declare import Field, choice, field_of, integer, prose
from workbench.fields.links import RowsKind
from workbench.fields.path import declared
from workbench.fields.value import Shown
from workbench.fields.words import TextKind

WORDS = "words"
BLIND_SECONDS = 180
FIELD = "field:"
"""Prefix of the key of a question about one field; its path follows."""


@dataclass(frozen=True)
class Loose:
    """Parts of questions that are compared in the room and stand nowhere in the agreement by themselves."""

    words: str = prose(N_("In your words"), help=N_("One sentence, the way you work today."), example="", limit=2000)
    per_month: int | None = integer(
        N_("Leads ready per month"), help=N_("How many you expect."), example="130", least=0,
        unit=N_("leads"), one=N_("lead"),
    )  # fmt: skip
    steps: int | None = integer(N_("Steps until they sign"), help=N_("How many."), example="5", least=0)
    first_talk: str = choice(N_("Who leads the first talk"), TEAMS, help=N_("The team."), example="Sales")


@dataclass(frozen=True)
class Part:
    """One part of a question.

    Attributes:
        key: A name of `Loose`, or the path of a field.
        label: What it is called.
        field: What an answer must be.
    """

    key: str
    label: str
    field: Field

    @property
    def is_words(self) -> bool:
        """Whether it is answered in words."""
        return self.key == WORDS


@dataclass(frozen=True)
class Question:
    """A question for the room.

    Attributes:
        key: Its name in the session.
        section: The section it is about.
        title: As the room reads it.
        hint: How to answer.
        say: What the facilitator says.
        parts: In order; `words` first where it has words.
        seconds: Time for the answer.
        target: Where agreed wording goes: the path of a text; empty where it goes nowhere by itself.
    """

    key: str
    section: str
    title: str
    hint: str
    say: tuple[str, ...]
    parts: tuple[Part, ...]
    seconds: int = BLIND_SECONDS
    target: str = ""


_THEN = N_("Then: open the answers. Each team reads the other's aloud and asks one question.")
_SAY = (
    N_("Three minutes, no talking. Write down what you would do tomorrow morning."),
    N_("If it stalls: ask for the last time this came up. What did they do?"),
    N_("Listen for: who does what, by when, and how somebody else would notice."),
    _THEN,
)
_SAY_OF = {
    "qualified": (
        N_("Three minutes, no talking. Write the one sentence you would give a new colleague."),
        N_("If it stalls: ask for the last example they were glad about. What did they know?"),
        N_("Listen for: names of tools and scores. Ask what the buyer did."),
        _THEN,
    ),
    "buyer": (
        N_("Three minutes, no talking. Describe the one company you would rather call than any other."),
        N_("If it stalls: ask for the last customer both teams were glad to win. Who signed?"),
        N_("Listen for: everybody with a budget. Ask whom they would turn away, and why."),
        _THEN,
    ),
    "journey": (
        N_("Three minutes, no talking. Tell how the last customer came to a decision, step by step."),
        N_("If it stalls: ask who in that company had the problem first, and whom they asked."),
        N_("Listen for: our own steps. Ask what the buyer did between two of them."),
        _THEN,
    ),
}
"""What the facilitator says; what stands before a colon says when it is needed."""
_CORE: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("qualified", "lead_definitions", N_("When is a lead ready for sales?"),
     (WORDS, "per_month", "lead_definitions.threshold", "lead_definitions.decay_every",
      "lead_definitions.uses_points")),
    ("buyer", "buyer", N_("Who is our buyer?"), (WORDS, "buyer.employees_from", "buyer.employees_to")),
    ("journey", "buyer", N_("How does our buyer come to a decision?"), (WORDS, "steps", "first_talk")),
)  # fmt: skip


_ASKED = {
    "lead_definitions.threshold": N_("Points a lead needs"),
    "lead_definitions.decay_every": N_("Points fade every"),
    "lead_definitions.uses_points": N_("We score with points"),
    "buyer.employees_from": N_("Smallest company"),
    "buyer.employees_to": N_("Largest company"),
}
"""Labels that stand alone, for fields whose own label needs its neighbours in the form."""


def core_questions(agreement: Agreement, language: Language) -> tuple[Question, ...]:
    """The three questions that every pair of teams begins with."""
    return tuple(
        Question(
            key, section, language.text(title), language.text(N_("Say it the way you work today.")),
            tuple(map(language.text, _SAY_OF[key])), tuple(_part(agreement, one, language) for one in parts),
            target=_target(agreement, key),
        )
        for key, section, title, parts in _CORE
    )  # fmt: skip


def question_of(agreement: Agreement, key: str, language: Language) -> Question | None:
    """A question by its key; nothing where its field is gone or cannot be asked."""
    if not key.startswith(FIELD):
        return next((one for one in core_questions(agreement, language) if one.key == key), None)
    path = key.removeprefix(FIELD)
    try:
        field = declared(agreement, path)[2]
    except NotFoundError:
        return None
    if isinstance(field.kind, RowsKind):
        return None
    title = path_label(agreement, path, language)
    is_text = isinstance(field.kind, TextKind)
    part = Part(path, language.text(field.label), field)
    return Question(
        key, path.partition(".")[0], title, language.text(field.help), tuple(map(language.text, _SAY)), (part,),
        target=path if is_text else "",
    )  # fmt: skip


def shown(agreement: Agreement, language: Language) -> Shown:
    """How answers are read and shown."""
    return shown_in(agreement, language)


def _part(agreement: Agreement, key: str, language: Language) -> Part:
    field = declared(agreement, key)[2] if "." in key else field_of(Loose, key)
    return Part(key, language.text(_ASKED.get(key, field.label)), field)


def _target(agreement: Agreement, key: str) -> str:
    if key == "qualified":
        stages = agreement.lead_definitions.stages
        found = next((one for one in stages if one.date_field == "qualified_at"), None)
        return f"lead_definitions.stages[{found.key}].entry" if found else "lead_definitions.hand_raiser"
    return {"buyer": "buyer.profile", "journey": "buyer.experience_promise"}[key]
