"""What a workshop session holds that is nobody's but the room's: answers, reveals, votes, and where it stands.

It stays in the library beside the draft and is never part of what is hashed, printed or handed on; only wording that
the room adopts goes into the agreement. `Room` is undone like everything else; `Stage`, where one stands and how much
time is left, is not. Must not know widgets.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.commitment import Side
from workbench.agreement.terms import TEAMS
from workbench.base.language import N_
from workbench.fields.declare import choice, integer, prose, rows, text, yes_no
from workbench.fields.value import Row
from workbench.fields.words import Option

RULES = (
    Option("nobody", N_("Nobody below the limit, no open concern")),
    Option("most", N_("Most of each team at the limit, no open concern")),
    Option("concern", N_("No open concern, whatever the votes")),
)
LEAST = 3
"""The vote, 0 to 5, below which the usual rule asks for a concern."""


@dataclass(frozen=True)
class Said(Row):
    """What a team answers to one part of a question, unseen by the other until both are opened."""

    team: str = choice(N_("Team"), TEAMS, help=N_("Whose answer."), example="Sales")
    part: str = text(N_("Part"), help=N_("Which part of the question."), example="words", limit=200)
    words: str = prose(N_("Answer"), help=N_("As it was written."), example="Asked for a demo", limit=2000)
    person: str = text(N_("Person"), help=N_("Whose answer; empty for the team's."), example="k4pn29ab", limit=40)


@dataclass(frozen=True)
class HandedIn(Row):
    """A person whose answer is in."""

    person: str = text(N_("Person"), help=N_("Who handed it in."), example="k4pn29ab", limit=40)


@dataclass(frozen=True)
class WordingEdit(Row):
    """A change of a wording that stood already when both answers were open."""

    by: str = text(N_("By"), help=N_("Who wrote it down."), example="Ingrid Sørensen", limit=160)
    at: str = text(N_("At"), help=N_("When, UTC."), example="2026-12-08T10:40:00Z", limit=40)
    before: str = prose(N_("Before"), help=N_("The wording it was."), example="65 points", limit=2000)
    after: str = prose(N_("After"), help=N_("The wording it became."), example="70 points", limit=2000)


@dataclass(frozen=True)
class Ballot(Row):
    """One vote on a wording; a new vote is a new ballot, and earlier ones stay."""

    wording: str = prose(N_("Wording"), help=N_("What was voted on."), example="A demo request is qualified.")
    marketing: str = text(N_("Marketing"), help=N_("One digit a hand."), example="34455", limit=200)
    sales: str = text(N_("Sales"), help=N_("One digit a hand."), example="33445", limit=200)
    decided: bool = yes_no(N_("Recorded"), help=N_("The decision was recorded."))

    def hands(self, team: Side) -> tuple[int, ...]:
        """The votes of a team, in the order they came in."""
        return tuple(int(hand) for hand in (self.marketing if team == "marketing" else self.sales) if hand.isdigit())


@dataclass(frozen=True)
class Round(Row):
    """A question that was put to the room."""

    question: str = text(N_("Question"), help=N_("Its key, or the path of a field."), example="qualified", limit=300)
    said: tuple[Said, ...] = rows(
        Said, N_("Answers"), one=N_("answer"), help=N_("Of both teams."), example="Sales: 30 days", named_by=("part",)
    )
    marketing_in: bool = yes_no(N_("Marketing is in"), help=N_("The answer was handed over."))
    sales_in: bool = yes_no(N_("Sales is in"), help=N_("The answer was handed over."))
    opened: bool = yes_no(N_("Opened"), help=N_("Both answers were opened."))
    wording: str = prose(
        N_("Proposed wording"), help=N_("What the room votes on."), example="A demo request is qualified.", limit=2000
    )
    ballots: tuple[Ballot, ...] = rows(
        Ballot, N_("Votes"), one=N_("vote"), help=N_("Each one, the last one counts."), example="Second vote",
        named_by=("wording",),
    )  # fmt: skip
    by_person: bool = yes_no(N_("Each person answers"), help=N_("Instead of each team."))
    handed_in: tuple[HandedIn, ...] = rows(
        HandedIn, N_("Who is in"), one=N_("person"), help=N_("Whose answers were handed over."), example="Priya Nair",
        named_by=("person",),
    )  # fmt: skip
    edits: tuple[WordingEdit, ...] = rows(
        WordingEdit, N_("Edits"), one=N_("edit"), help=N_("Of the wording, after both answers were opened."),
        example="65 points became 70", named_by=("after",),
    )  # fmt: skip

    def is_in(self, team: Side, person: str = "") -> bool:
        """Whether a team, or one of its people, has handed the answer over."""
        if person:
            return any(one.person == person for one in self.handed_in)
        return self.marketing_in if team == "marketing" else self.sales_in

    def said_by(self, team: Side, person: str = "") -> tuple[Said, ...]:
        """The answers of a team, or of a person: whichever team they were listed in when they gave them."""
        return tuple(one for one in self.said if one.person == person and (person or one.team == team))

    def words(self, team: Side, part: str, person: str = "") -> str:
        """What a team, or a person, answered to a part; empty while nothing."""
        return next((one.words for one in self.said_by(team, person) if one.part == part), "")

    def has_said(self, team: Side, person: str = "") -> bool:
        """Whether anything of a team's, or of a person's, answer was taken down."""
        return any(one.words for one in self.said_by(team, person))

    @property
    def changes(self) -> tuple[WordingEdit, ...]:
        """The edits of a wording that stood: all but those that wrote it down first."""
        return tuple(one for one in self.edits if one.before.strip())

    @property
    def ballot(self) -> Ballot | None:
        """The vote that counts."""
        return self.ballots[-1] if self.ballots else None


@dataclass(frozen=True)
class Room:
    """What the room said, covered or open, and how it voted."""

    rounds: tuple[Round, ...] = rows(
        Round, N_("Questions"), one=N_("question"), help=N_("Put to the room so far."), example="Qualified lead",
        named_by=("question",),
    )  # fmt: skip
    rule: str = choice(N_("Consent"), RULES, help=N_("When a wording counts as agreed."), example="Nobody below")
    least: int | None = integer(N_("Limit"), help=N_("The least vote."), example="3", least=1, most=5)
    names_hidden: bool = yes_no(N_("Names hidden"), help=N_("The room sees no names of people."))
    pledged: bool = yes_no(N_("Pledged"), help=N_("Both leads said the pledge aloud."))
    by_person: bool = yes_no(N_("Each person answers"), help=N_("Instead of each team, in the next questions."))

    def round(self, question: str) -> Round:
        """The round of a question; an empty one while it was not put to the room."""
        fresh = Round(question=question, by_person=self.by_person)
        return next((one for one in self.rounds if one.question == question), fresh)

    @property
    def limit(self) -> int:
        """The least vote that the rule asks for."""
        return self.least or LEAST


@dataclass(frozen=True)
class Overrun(Row):
    """A time box that was not enough; for the log, never for the room."""

    what: str = text(N_("What"), help=N_("Which question."), example="Qualified lead", limit=300)
    seconds: int | None = integer(N_("Seconds"), help=N_("Beyond the time box."), example="95")
    at: str = text(N_("At"), help=N_("When it was left, UTC."), example="2026-12-08T10:40:00Z", limit=40)


@dataclass(frozen=True)
class Place(Row):
    """Where the session stood."""

    question: str = text(N_("Question"), help=N_("On screen."), example="qualified", limit=300)
    step: int | None = integer(N_("Step"), help=N_("Of the question."), example="1", least=0, most=4)


@dataclass(frozen=True)
class Card(Row):
    """Something that is put before the room beside the question, such as a fact with its source."""

    strip: str = text(N_("Worth"), help=N_("What kind of fact it is."), example="Study", limit=120)
    figure: str = text(N_("Figure"), help=N_("In large type."), example="100x", limit=120)
    words: str = prose(N_("Words"), help=N_("What the room reads."), example="42 of 61 deals.", limit=2000)
    source: str = prose(N_("Source"), help=N_("Who says so."), example="Our CRM", limit=2000)


@dataclass(frozen=True)
class Stage:
    """Where the session stands: question, step, what covers the audience view, and the clock."""

    question: str = text(N_("Question"), help=N_("On screen."), example="qualified", limit=300)
    step: int | None = integer(N_("Step"), help=N_("Of the question."), example="1", least=0, most=4)
    cover: str = text(N_("Cover"), help=N_("In front of the question."), example="break", limit=16)
    card: tuple[Card, ...] = rows(
        Card, N_("Card"), one=N_("card"), help=N_("What was put before the room."), example="42 of 61 deals",
        named_by=("words",),
    )  # fmt: skip
    until: str = text(N_("Until"), help=N_("When a break ends, UTC."), example="2026-12-08T10:40:00Z", limit=40)
    whole: int | None = integer(N_("Time box"), help=N_("In seconds."), example="180", least=0)
    left: int | None = integer(N_("Left"), help=N_("Seconds, while paused; below zero is overrun."), example="108")
    ends: str = text(N_("Ends"), help=N_("While running, UTC."), example="2026-12-08T10:40:00Z", limit=40)
    before: tuple[Place, ...] = rows(
        Place, N_("Before"), one=N_("place"), help=N_("Former places."), example="qualified",
        named_by=("question",),
    )  # fmt: skip
    overruns: tuple[Overrun, ...] = rows(
        Overrun, N_("Overruns"), one=N_("overrun"), help=N_("Time boxes that were not enough."), example="95 seconds",
        named_by=("what",),
    )  # fmt: skip
    block: str = text(N_("Block"), help=N_("Of the agenda, at hand."), example="k4pn29ab", limit=40)
    began: str = text(N_("Began"), help=N_("When it began, UTC."), example="2026-12-08T10:40:00Z", limit=40)
