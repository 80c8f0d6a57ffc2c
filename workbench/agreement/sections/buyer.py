"""Section 3, target buyer: whom both teams want as a customer, how they buy, and what they are promised."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.terms import SIDES
from workbench.base.language import N_
from workbench.fields.declare import choice, integer, prose, reference, references, rows, text, texts
from workbench.fields.value import Row
from workbench.fields.words import Option

PURCHASE_ROLES = (
    Option("decides", N_("Decides")),
    Option("pays", N_("Holds the budget")),
    Option("uses", N_("Uses it")),
    Option("recommends", N_("Recommends")),
    Option("blocks", N_("Can block")),
)


@dataclass(frozen=True)
class Persona(Row):
    """A kind of person who takes part in the purchase."""

    name: str = text(N_("Persona"), help=N_("Title or nickname."), example="Head of Logistics", limit=120, needed=True)
    purchase_role: str = choice(
        N_("Role in the purchase"), PURCHASE_ROLES, help=N_("What this person does in the decision."), example="Decides"
    )
    problems: str = prose(
        N_("Problems"),
        help=N_("What keeps them awake, in their words."),
        example="Late deliveries nobody warned about",
        limit=1500,
    )
    objections: str = prose(
        N_("Objections"), help=N_("Why they hesitate."), example="Another system to learn", limit=1500
    )
    triggers: str = prose(
        N_("Triggers"),
        help=N_("What makes them look for help now."),
        example="A new warehouse, an audit finding",
        limit=1500,
    )
    segments: tuple[str, ...] = references(
        "teams.segments", N_("Buys"), help=N_("Only these products or segments; empty for all."),
        example="Northwind Cloud",
    )  # fmt: skip


@dataclass(frozen=True)
class JourneyStage(Row):
    """One stage of the buying journey."""

    name: str = text(
        N_("Stage"), help=N_("As the buyer would call it."), example="Comparing options", limit=120, needed=True
    )
    question: str = text(
        N_("The buyer's question"), help=N_("What the buyer wants to know here."), example="Who else like us uses it?"
    )
    leads: str = choice(
        N_("Who leads"), SIDES, help=N_("The team that speaks with the buyer here."), example="Marketing"
    )
    content: tuple[str, ...] = texts(
        N_("Content used"),
        help=N_("Pieces that answer the question, one a line."),
        example="Customer story; cost calculator",
    )


@dataclass(frozen=True)
class SegmentProfile(Row):
    """In what the ideal customer of one segment differs."""

    segment: str = reference(
        "teams.segments", N_("Segment"), help=N_("Whose buyer it is."), example="Northwind Cloud", needed=True
    )
    profile: str = prose(
        N_("Ideal customer"),
        help=N_("What is different; the rest holds as above."),
        example="Smaller firms that decide within a month",
        limit=1500,
    )
    employees_from: int | None = integer(
        N_("Employees, from"),
        help=N_("Smallest company; empty for as above."),
        example="10",
        unit=N_("employees"),
        one=N_("employee"),
    )
    employees_to: int | None = integer(
        N_("Employees, to"),
        help=N_("Largest; empty for as above."),
        example="49",
        unit=N_("employees"),
        one=N_("employee"),
    )
    industries: tuple[str, ...] = texts(N_("Industries"), help=N_("One a line."), example="Wholesale")
    regions: tuple[str, ...] = texts(N_("Regions"), help=N_("Where its buyers are."), example="Austria")
    exclusions: tuple[str, ...] = texts(
        N_("Not a buyer if"), help=N_("Besides the reasons above."), example="No person in charge of the fleet"
    )


@dataclass(frozen=True)
class Buyer:
    """Whom we want as a customer."""

    profile: str = prose(
        N_("Ideal customer"),
        help=N_("Two or three sentences that both teams recognise."),
        example="Manufacturers with their own fleet who plan routes by hand",
        limit=2000,
        needed=True,
    )
    industries: tuple[str, ...] = texts(
        N_("Industries"), help=N_("One a line."), example="Manufacturing; Wholesale; Logistics"
    )
    employees_from: int | None = integer(
        N_("Employees, from"),
        help=N_("Smallest company worth both teams' time."),
        example="50",
        unit=N_("employees"),
        one=N_("employee"),
    )
    employees_to: int | None = integer(
        N_("Employees, to"),
        help=N_("Largest; empty for no limit."),
        example="1,000",
        unit=N_("employees"),
        one=N_("employee"),
    )
    regions: tuple[str, ...] = texts(
        N_("Regions"), help=N_("Where buyers are."), example="Germany; Austria; Switzerland"
    )
    exclusions: tuple[str, ...] = texts(
        N_("Not a buyer if"),
        help=N_("One reason a line; each saves an argument later."),
        example="Fewer than 10 vehicles; public tenders only",
    )
    profiles: tuple[SegmentProfile, ...] = rows(
        SegmentProfile,
        N_("Where a segment differs"),
        one=N_("profile"),
        help=N_("Only for products or segments whose buyer is another one."),
        example="Northwind Cloud",
        named_by=("segment",),
    )
    personas: tuple[Persona, ...] = rows(
        Persona,
        N_("Personas"),
        one=N_("persona"),
        help=N_("The people behind the company name."),
        example="Head of Logistics",
    )
    journey: tuple[JourneyStage, ...] = rows(
        JourneyStage,
        N_("Buying journey"),
        one=N_("stage"),
        help=N_("From first interest to signature, as the buyer sees it."),
        example="Noticing the problem",
    )
    experience_promise: str = prose(
        N_("What every buyer experiences"),
        help=N_("A promise both teams keep, whoever answers."),
        example="A person answers within one working day, and nobody asks twice.",
        limit=2000,
    )
    touchpoints: tuple[str, ...] = texts(
        N_("Touchpoints to check"),
        help=N_("Where the promise is kept or broken, one a line."),
        example="Form confirmation; first call; proposal",
    )
    positioning: str = prose(
        N_("Positioning"),
        help=N_("What we are, for whom, instead of what."),
        example="Route planning for fleets that outgrew the spreadsheet",
        limit=1500,
    )
    tone: str = text(N_("Tone"), help=N_("How we sound, in three or four words."), example="Plain, exact, friendly")
    claims_allowed: tuple[str, ...] = texts(
        N_("Claims both teams may use"),
        help=N_("One a line, each with its source."),
        example="12% fewer kilometres on average (customer survey 2026)",
    )
    claims_not_allowed: tuple[str, ...] = texts(
        N_("Claims nobody uses"), help=N_("One a line."), example="Guaranteed savings"
    )
